"""Which folders of the content are places, and which hold records.

    Snapshot ─ survey ▶ the files and folders of each folder, places from above

A folder with `place.yml` is a place; one named like a kind, or `photos`, holds records; any other is an
error, because whoever made it expects to see it on the site.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind
from noticeboard.languages import Words
from noticeboard.page import PHOTO_FOLDER
from noticeboard.reading.files import CONTENT, Snapshot
from noticeboard.records import Record

PLACE_FILES = ("place.yml", "地点.yml")
SITE_FILE = "site.yml"
RESERVED = frozenset(
    ("b", "boards", "statistics", "assets", "data", "公示栏", "统计", "数据", PHOTO_FOLDER, "照片")
)

RECORD_ENDINGS = (".yml", ".md")
WRITTEN_AS = {".yaml": ".yml", ".markdown": ".md", ".txt": ".md", ".docx": ".md", ".xlsx": ".yml"}
"""Endings of files that somebody may take for records, and the ending of the file that it should be."""
RENAMED = (".yaml", ".markdown", ".txt")
"""Those of them that become such a file by another name alone."""

E_STRAY_FILE = code("E-STRAY-FILE", "文件放错了地方或名字不对", "a file that belongs to no place or kind")
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
    return frozenset(name for kind in kinds for name in kind.folders)


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


def stray_files(files: Folder, kinds: tuple[Kind[Any], ...]) -> Iterator[Diagnostic]:
    """The files of a place that nothing is read from."""
    own = (SITE_FILE,) if files.path == CONTENT else PLACE_FILES
    for name in files.files:
        if name not in own and not any(name in kind.files for kind in kinds):
            known = [*own, *(each for kind in kinds for each in kind.files)]
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
            remedy = (
                Words(f"是不是“{near[0]}”？改名即可", f"did you mean “{near[0]}”? rename it")
                if near
                else Words("移到别处；照片放进 photos/ 文件夹", "move it elsewhere; photos go into photos/")
            )
            message = Words(f"不认识的文件“{name}”，不会被读取", f"“{name}” is not a file that is read here")
            yield Diagnostic(E_STRAY_FILE, message, remedy, Origin(f"{files.path}/{name}"))


def unread_files(
    where: Survey, folder: str, kind: Kind[Any], records: Iterable[Record]
) -> Iterator[Diagnostic]:
    """The files in a kind's folder that look like records, are none, and are carried by none of `records`."""
    carried = {path for record in records for path in (kind.attached(record) if kind.attached else ())}
    for name in kind.folders:
        below = where.folders.get(f"{folder}/{name}")
        for file in below.files if below else ():
            path = f"{folder}/{name}/{file}"
            if posixpath.splitext(file)[1].lower() in WRITTEN_AS and path not in carried:
                yield _unread(path, file, kind)


def _unread(path: str, file: str, kind: Kind[Any]) -> Diagnostic:
    stem, ending = posixpath.splitext(file)
    wanted = stem + WRITTEN_AS[ending.lower()]
    way_out = (
        Words(f"改名为 {wanted}", f"rename it to {wanted}")
        if ending.lower() in RENAMED
        else Words(f"把内容写进 {wanted}", f"write what it says into {wanted}")
    )
    if kind.attached:
        message = Words(
            f"“{file}”既不是{kind.words.zh}，也没有列为附件，不会被读取",
            f"“{file}” is no {kind.words.en} and no attachment of one, so it is not read",
        )
        remedy = Words(
            f"{way_out.zh}；如果是附件，在{kind.words.zh}里加一行 attachments: [{file}]（附件: […]）",
            f"{way_out.en}; if it is an attachment, add a line attachments: [{file}] to its {kind.words.en}",
        )
    else:
        message = Words(f"“{file}”不会被读取", f"“{file}” is not read")
        remedy = Words(f"{way_out.zh}；不用的移到别处", f"{way_out.en}, or move it elsewhere")
    return Diagnostic(E_STRAY_FILE, message, remedy, Origin(path))


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
