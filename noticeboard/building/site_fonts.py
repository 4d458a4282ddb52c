"""The fonts that a site adds for its boards (`fonts.extra`), read once a run.

    Settings ─ site_fonts ▶ AddedFonts, and what is wrong with their files

They lie in `fonts/` beside `content/`, which a build without changes looks at by name and time. What reads them is
imported only when there are any.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from noticeboard.boards.added_fonts import AddedFont
from noticeboard.boards.measure import package_characters
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.languages import Words
from noticeboard.reading.files import digest
from noticeboard.rendering.theme import FONT_FOLDER

E_FONT_FILE = code("E-FONT-FILE", "找不到追加的字体", "an added font is not there")
LARGEST = 64 * 1024 * 1024
"""Bytes; the largest Chinese fonts have half of that."""


def site_fonts(root: Path, settings: Settings) -> tuple[tuple[AddedFont, ...], tuple[Diagnostic, ...]]:
    """The fonts that can be used, in the order of the settings, and why the others cannot."""
    fonts: list[AddedFont] = []
    problems: list[Diagnostic] = []
    for number, name in enumerate(settings.fonts.extra):
        origin = settings.origin.at("fonts", "extra", number)
        try:
            fonts.append(_font(root, name))
        except Problem as problem:
            problems.append(_named(problem, name, origin))
    return tuple(fonts), tuple(problems)


def subset_of(font: AddedFont, characters: frozenset[str]) -> bytes:
    """The file of an added font with those of `characters` alone that are asked of it."""
    from noticeboard.reading.truetype import subset

    return subset(font.file.read_bytes(), asked_of(font, characters))


def asked_of(font: AddedFont, characters: frozenset[str]) -> str:
    """Those of `characters` that the font draws and the package's does not."""
    return "".join(sorted(characters.intersection("".join(each for _, each in font.advances))))


def _font(root: Path, name: str) -> AddedFont:
    from noticeboard.reading.truetype import advances_of

    file = _file(root, name)
    try:
        if file.stat().st_size > LARGEST:
            raise _too_large()
        data = file.read_bytes()
    except OSError:
        raise _absent(name) from None
    known = package_characters()
    lacking = (
        (advance, "".join(c for c in characters if c not in known))
        for advance, characters in advances_of(data)
    )
    advances = tuple((advance, characters) for advance, characters in lacking if characters)
    return AddedFont(f"board-added-{digest(data)[:8]}.ttf", advances, file)


def _file(root: Path, name: str) -> Path:
    """Where the file lies; only below `fonts/`, so that every change of it is noticed."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    inside = parts[:1] == (FONT_FOLDER,) and len(parts) > 1 and ".." not in parts
    if not inside or not (root / name).is_file() or (root / name).is_symlink():
        raise _absent(name)
    return root / name


def _absent(name: str) -> Problem:
    base = PurePosixPath(name.replace("\\", "/")).name
    return Problem(
        E_FONT_FILE,
        Words("没有这个文件", "there is no such file"),
        Words(
            f"把字体放到 content/ 旁边的 {FONT_FOLDER}/，写成 {FONT_FOLDER}/{base}",
            f"put the font into {FONT_FOLDER}/ beside content/ and write {FONT_FOLDER}/{base}",
        ),
    )


def _too_large() -> Problem:
    megabytes = LARGEST >> 20
    return Problem(
        E_FONT_FILE,
        Words(f"文件超过 {megabytes} MB", f"the file is over {megabytes} MB"),
        Words("换一个小一些的字体", "take a smaller font"),
    )


def _named(problem: Problem, name: str, origin: Origin) -> Diagnostic:
    message = Words(f"字体 {name}：{problem.message.zh}", f"font {name}: {problem.message.en}")
    return Diagnostic(problem.code, message, problem.remedy, origin)
