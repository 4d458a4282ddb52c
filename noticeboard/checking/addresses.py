"""What may be part of an address: old ids and paths that lead on, folder names, files that would clash.

    Records ─ old_ids, old_paths, folder_name ▶ Diagnostics
    every file of the plan ─ clashes ▶ Diagnostics

An address is decided by what users write, so whatever cannot be one is told here, with file and remedy,
before anything is rendered.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.kind import Kind
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.page import Copy, Page
from noticeboard.reading.names import E_PATH_NAME, check_name, collision_key
from noticeboard.records import Record, parse_identifier

E_WAS = code("E-WAS", "曾用的编号或地址写得不对", "an old id or address is not written as it must be")
E_FILE_TWICE = code("E-FILE-TWICE", "两个文件要用同一个位置", "two files of the site need one place")


def old_ids(record: Record, kind: Kind[Any]) -> Iterator[Diagnostic]:
    """An old id leaves a redirect page, so it is an id, of a kind whose records have pages."""
    for number, old in enumerate(record.was):
        origin = record.origin.at("was", number)
        try:
            parse_identifier(old)
        except Problem as problem:
            yield Diagnostic(E_WAS, problem.message, problem.remedy, origin)
        if not kind.has_page:
            yield Diagnostic(
                E_WAS,
                Words(
                    f"{kind.words.zh}没有单独的页面，曾用编号不起作用",
                    f"a {kind.words.en} has no page of its own, so an old id leads nowhere",
                ),
                Words("删去 was（曾用编号）", "delete was"),
                origin,
            )


def old_paths(place: Any) -> Iterator[Diagnostic]:
    """An old path of a place: a folder name, or with `/` in front the whole path from the root."""
    for number, old in enumerate(place.was):
        segments = old.removeprefix("/").rstrip("/").split("/")
        if all(_is_folder_name(segment) for segment in segments):
            continue
        yield Diagnostic(
            E_WAS,
            Words(f"“{old}”不是地点的路径", f"“{old}” is not the path of a place"),
            Words(
                "写旧的文件夹名，例如 lao-jie；换过上级地点的写全路径，例如 /区/街道/lao-jie",
                "write the old folder name, or the whole path from the root with / in front",
            ),
            place.origin.at("was", number),
        )


def _is_folder_name(name: str) -> bool:
    if not name or "#" in name or name.startswith("."):
        return False
    try:
        check_name(name)
    except Problem:
        return False
    return True


def folder_name(records: Records) -> Iterator[Diagnostic]:
    """`#` divides path and anchor in addresses and in references, so no folder of a place may have one."""
    name = records.path.rpartition("/")[2]
    if "#" in name:
        yield Diagnostic(
            E_PATH_NAME,
            Words(f"地点的文件夹名“{name}”里不能有 #", f"the folder “{name}” of a place must not have a #"),
            Words(f"改名，例如 {name.replace('#', '号')}", f"rename it, such as {name.replace('#', '-')}"),
            Origin(records.place.origin.file),
        )


def clashes(pages: Iterable[Page], copies: Iterable[Copy]) -> Iterator[Diagnostic]:
    """A file of the site where another needs a folder, and an attachment where there is a page already.

    A place whose folder is called `robots.txt` is the one, an attachment `index.html` the other.
    """
    files: dict[str, tuple[str, Origin, str]] = {
        collision_key(page.path): (page.path, page.origin, "") for page in pages
    }
    for copy in copies:
        key = collision_key(copy.path)
        first = files.setdefault(key, (copy.path, copy.origin, copy.source))
        if first[2] != copy.source:
            yield _clash(copy.path, copy.origin, first[0], first[1])
    folders: dict[str, tuple[str, Origin]] = {}
    for key, (path, origin, _) in files.items():
        while (key := posixpath.dirname(key)) and key not in folders:
            folders[key] = path, origin
    for key in files.keys() & folders.keys():
        yield _clash(*folders[key], *files[key][:2])


def _clash(path: str, origin: Origin, other: str, elsewhere: Origin) -> Diagnostic:
    where = f"（{elsewhere.file}）" if elsewhere.file else ""
    return Diagnostic(
        E_FILE_TWICE,
        Words(f"{path} 和 {other}{where}不能同时存在", f"{path} and {other} cannot both exist"),
        Words("换一个文件夹名、文件名或编号", "choose another folder name, file name or id"),
        origin,
    )
