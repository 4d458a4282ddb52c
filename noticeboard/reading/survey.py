"""Which folders of the content are places, and which hold records.

    Snapshot ─ survey ▶ the files and folders of each folder, places from above

A folder with `place.yml` is a place; one named like a kind, or `photos`, holds records; any other is an
error, because whoever made it expects to see it on the site.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.kind import Kind
from noticeboard.languages import Words
from noticeboard.reading.files import Snapshot

CONTENT = "content"
PLACE_FILES = ("place.yml", "地点.yml")
SITE_FILE = "site.yml"
PHOTO_FOLDER = "photos"
RESERVED = frozenset(("b", "boards", "assets", "data", "公示栏", "数据", PHOTO_FOLDER, "照片"))

E_STRAY_FOLDER = code(
    "E-STRAY-FOLDER", "文件夹里没有 place.yml", "a folder that is neither a place nor a kind"
)
E_RESERVED = code("E-RESERVED", "这个文件夹名另有用途", "a reserved folder name")


@dataclass
class Folder:
    """The files and folders directly in one folder of the content."""

    path: str
    files: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Survey:
    """The folders of the content, and which of them are places, a parent before its children."""

    folders: dict[str, Folder]
    places: tuple[str, ...]


def survey(snapshot: Snapshot, kinds: tuple[Kind[Any], ...]) -> tuple[Survey, list[Diagnostic]]:
    """Which folders are places; every folder that is neither place nor kind is a diagnostic."""
    folders = {CONTENT: Folder(CONTENT)}
    for entry in snapshot.files:
        _folder(folders, posixpath.dirname(entry.path)).files.append(posixpath.basename(entry.path))
    diagnostics: list[Diagnostic] = []
    places = tuple(_places(folders, CONTENT, _folder_names(kinds), diagnostics))
    return Survey(folders, places), diagnostics


def _folder(folders: dict[str, Folder], path: str) -> Folder:
    if path not in folders:
        parent, name = posixpath.split(path)
        _folder(folders, parent).folders.append(name)
        folders[path] = Folder(path)
    return folders[path]


def _folder_names(kinds: tuple[Kind[Any], ...]) -> frozenset[str]:
    return frozenset(name for kind in kinds for name in (kind.folder, kind.words.zh))


def _places(
    folders: dict[str, Folder], path: str, kind_names: frozenset[str], diagnostics: list[Diagnostic]
) -> Iterator[str]:
    yield path
    for name in sorted(folders[path].folders):
        below = f"{path}/{name}"
        is_place = any(file in folders[below].files for file in PLACE_FILES)
        if name in kind_names or name in RESERVED:
            if is_place or name not in (PHOTO_FOLDER, *kind_names):
                diagnostics.append(_reserved(below, name))
        elif is_place:
            yield from _places(folders, below, kind_names, diagnostics)
        else:
            diagnostics.append(stray_folder(below, name, kind_names))


def stray_folder(path: str, name: str, known: frozenset[str]) -> Diagnostic:
    """A folder that nothing is read from; `known` are names that it may have been meant to have."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
    remedy = (
        Words(f"是不是“{near[0]}”？改名即可", f"did you mean “{near[0]}”? rename it")
        if near
        else Words("如果它是一个地点，在里面建 place.yml；否则移走", "if it is a place, give it a place.yml")
    )
    message = Words(
        f"文件夹“{name}”既不是地点也不是记录", f"the folder “{name}” is neither a place nor a kind"
    )
    return Diagnostic(E_STRAY_FOLDER, message, remedy, Origin(path))


def _reserved(path: str, name: str) -> Diagnostic:
    remedy = (
        Words("把文件夹改名为 photos", "rename the folder to photos")
        if name == "照片"
        else Words("换一个名字，例如用拼音", "choose another name")
    )
    return Diagnostic(
        E_RESERVED,
        Words(f"“{name}”是保留名，不能作地点的文件夹名", f"“{name}” is reserved and cannot name a place"),
        remedy,
        Origin(path),
    )
