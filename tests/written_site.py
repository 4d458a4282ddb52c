"""Small sites written inline: what reading, checking and building say about them, one line a problem.

{path below content/: text} ─ read ▶ Reading, told ─ check_site, build_site ▶ BuildResult
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from whole_site import write_files

from noticeboard.building.check import check
from noticeboard.building.pipeline import BuildRequest, BuildResult, build
from noticeboard.building.reader import Reading, read_site
from noticeboard.diagnostics import Diagnostic
from noticeboard.kind import Kind
from noticeboard.kinds import KINDS
from noticeboard.reading.positions import complete
from noticeboard.reading.shapes import spellings

TODAY = date(2026, 11, 20)
SITE = "title: 示例站\nbase_url: https://example.org/\n"
COMPOUND = "kind: 楼院\nname: 示例小区\n"


def place(kind: str, name: str, more: str = "") -> str:
    """A `place.yml`."""
    return f"kind: {kind}\nname: {name}\n{more}"


def write_content(root: Path, files: Mapping[str, str]) -> Path:
    """Write files below `content/`, with a `site.yml` and `place.yml` of one compound `c` unless given."""
    texts = {"site.yml": SITE, **files}
    if any(path.startswith("c/") for path in files):
        texts.setdefault("c/place.yml", COMPOUND)
    write_files(root, {f"content/{path}": text for path, text in texts.items() if text is not None})
    return root


def read(
    root: Path, files: Mapping[str, str], *, drafts: bool = False, kinds: tuple[Kind[Any], ...] = KINDS
) -> Reading:
    """The site of these files as it was read."""
    return read_site(write_content(root, files), kinds, drafts=drafts)


def told(root: Path, diagnostics: Iterable[Diagnostic]) -> list[str]:
    """`file:line:column CODE message → remedy` of each, in Chinese, the file below `content/`."""

    def text_of(file: str) -> str | None:
        return (root / file).read_text(encoding="utf-8") if (root / file).is_file() else None

    completed = complete(diagnostics, text_of, aliases=spellings)
    return [line(each) for each in completed]


def line(each: Diagnostic) -> str:
    """One diagnostic with its position, as a line."""
    file = each.origin.file.removeprefix("content/")
    where = f"{file}:{each.position.line}:{each.position.column}" if each.position else file
    return f"{where} {each.code} {each.message.zh} → {each.remedy.zh}"


def codes(result: BuildResult | Reading) -> list[str]:
    """The codes of all that was found."""
    found = result.report if isinstance(result, BuildResult) else result.diagnostics
    return [each.code for each in found]


def check_site(root: Path, files: Mapping[str, str], today: date = TODAY) -> BuildResult:
    """Check the site of these files."""
    return check(BuildRequest(root=write_content(root, files), today=today))


def lines(result: BuildResult) -> list[str]:
    """What a run found, one line each."""
    return [line(each) for each in result.report]


def rebuild(root: Path, today: date = TODAY, *, output: Path | None = None, **options: bool) -> BuildResult:
    """Build what stands at `root` now."""
    return build(BuildRequest(root=root, today=today, output=output, **options))
