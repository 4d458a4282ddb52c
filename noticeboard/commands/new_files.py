"""Which file `new` writes, and writing it: only files that are not there yet, all of them or none."""

from __future__ import annotations

import itertools
import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from noticeboard.building.reader import read_site
from noticeboard.commands.starters import as_single, is_markdown, starter_of, with_id, with_number, with_title
from noticeboard.diagnostics import Problem
from noticeboard.kind import Kind
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Level
from noticeboard.languages import Language, Words
from noticeboard.reading.files import CONTENT
from noticeboard.reading.names import check_name
from noticeboard.reading.survey import PLACE_FILES, RESERVED, SITE_FILE
from noticeboard.records import parse_identifier

Parts = tuple[str, ...]
"""The folders that lead to a place from `content/`; none for the site itself."""


class Refusal(click.ClickException):
    """Why nothing was written; ends the command with exit code 1."""

    exit_code = 1

    def __init__(self, message: Words, language: Language) -> None:
        super().__init__(message.to(language))


def place_parts(path: str, language: Language) -> Parts:
    """The folders in PATH, which may begin with `content/`; every name must do on every system."""
    parts = [part for part in path.replace("\\", "/").split("/") if part not in ("", ".")]
    if parts and parts[0] == CONTENT:
        del parts[0]
    for part in parts:
        try:
            check_name(part)
        except Problem as problem:
            raise Refusal(_joined(problem), language) from None
    return tuple(unicodedata.normalize("NFC", part) for part in parts)


def place_file(root: Path, parts: Parts, language: Language) -> str:
    """The path of the `place.yml` of a new place."""
    taken = RESERVED | {name for kind in KINDS for name in (kind.folder, kind.words.zh)}
    if not parts:
        message = Words("要写出地点的文件夹", "name the folder of the place")
        raise Refusal(message, language)
    if parts[-1] in taken or parts[-1].startswith("."):
        message = Words(
            f"“{parts[-1]}”是保留名，不能作地点的文件夹名",
            f"“{parts[-1]}” is reserved and cannot name a place",
        )
        raise Refusal(message, language)
    _require_place(root, parts[:-1], language)
    return "/".join((CONTENT, *parts, PLACE_FILES[0]))


def level_below(root: Path, parts: Parts, language: Language) -> Level:
    """The level of a new place in the place at `parts`: a subdistrict in the site, else one level down."""
    reading = read_site(root, KINDS, drafts=True)
    path = "".join(f"/{part}" for part in parts)
    above = next((place.place.kind for place in reading.places if place.path == path), Level.SITE)
    if above is Level.SITE:
        return Level.SUBDISTRICT
    if above is Level.COMPOUND:
        message = Words("楼院里面不能再有地点", "a compound holds no other places")
        raise Refusal(message, language)
    return list(Level)[above.depth + 1]


def record_file(root: Path, kind: Kind[Any], path: str, title: str, language: Language) -> dict[str, str]:
    """The one file for a new record, and its text: a list file if there is none yet, else a file of its own."""
    place, identifier = _place_and_id(root, kind, place_parts(path, language), language)
    folder = root.joinpath(CONTENT, *place)
    text = with_number(with_title(starter_of(kind, language), title), _texts_of(kind, folder))
    below = kind.words.zh if (folder / kind.words.zh).is_dir() else kind.folder
    lists = [f"{name}.yml" for name in (kind.folder, kind.words.zh)]
    if not is_markdown(text) and not any((folder / name).exists() for name in lists):
        file = lists[0]
        text = with_id(text, identifier) if identifier else text
    else:
        suffix = ".md" if is_markdown(text) else ".yml"
        identifier = identifier or _free_id(folder / below, kind.name)
        file = f"{below}/{identifier}{suffix}"
        text = text if is_markdown(text) else as_single(text)
    return {"/".join((CONTENT, *place, file)): text}


def _texts_of(kind: Kind[Any], folder: Path) -> Iterator[str]:
    """The texts of the records of a kind that a place has already."""
    for name in (kind.folder, kind.words.zh):
        files = [folder / f"{name}.yml", *sorted((folder / name).glob("*.*"))]
        yield from (file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file())


def write_new(folder: Path, files: Mapping[str, str], language: Language) -> None:
    """Write files below `folder`, or none of them if one is there already."""
    existing = [path for path in files if os.path.lexists(folder / path)]
    if existing:
        named = "\n".join(f"  {path}" for path in existing)
        message = Words(
            f"已经有了，没有改动：\n{named}", f"nothing was changed, for there is already:\n{named}"
        )
        raise Refusal(message, language)
    try:
        for path, text in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = Words(f"{error.filename} 写不了：{reason}", f"cannot write {error.filename}: {reason}")
        raise Refusal(message, language) from None


def _place_and_id(root: Path, kind: Kind[Any], parts: Parts, language: Language) -> tuple[Parts, str]:
    """The place that PATH names and the id behind it, if any; `PLACE/tasks/ID` is understood too."""
    if _is_place(root, parts):
        return parts, ""
    place, identifier = parts[:-1], _checked_id(parts[-1], language)
    if place and place[-1] in (kind.folder, kind.words.zh) and not _is_place(root, place):
        place = place[:-1]
    _require_place(root, place, language)
    return place, identifier


def _checked_id(text: str, language: Language) -> str:
    try:
        return parse_identifier(text)
    except Problem as problem:
        raise Refusal(_joined(problem), language) from None


def _is_place(root: Path, parts: Parts) -> bool:
    names = PLACE_FILES if parts else (SITE_FILE,)
    return any(root.joinpath(CONTENT, *parts, name).is_file() for name in names)


def _require_place(root: Path, parts: Parts, language: Language) -> None:
    if _is_place(root, parts):
        return
    if not parts:
        message = Words(
            f"这里没有站点：{root / CONTENT / SITE_FILE} 不存在；用 -C 指出站点，或先运行 noticeboard new site",
            f"there is no site here: {root / CONTENT / SITE_FILE} is missing;"
            " name the site with -C, or run noticeboard new site first",
        )
        raise Refusal(message, language)
    path = "/".join(parts)
    message = Words(
        f"{CONTENT}/{path} 不是地点；先运行 noticeboard new place {path}",
        f"{CONTENT}/{path} is not a place; first run noticeboard new place {path}",
    )
    raise Refusal(message, language)


def _free_id(folder: Path, kind: str) -> str:
    """`task-1`, or the first such id for which there is no file."""
    names = {path.stem.casefold() for path in folder.glob("*")} if folder.is_dir() else set()
    return next(f"{kind}-{n}" for n in itertools.count(1) if f"{kind}-{n}" not in names)


def _joined(problem: Problem) -> Words:
    message, remedy = problem.message, problem.remedy
    return Words(f"{message.zh}；{remedy.zh}", f"{message.en}; {remedy.en}")
