"""Records from a snapshot: a folder is a place, its files are its records.

    Survey of the folders ─ load_place, one by one ▶ Records of one place + Diagnostics

`load_place` reads the files of one folder only, so that places can be loaded one by one, in any order and in
any process. The same record has three spellings: a row of a list file, a `.yml` file, a `.md` file.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from typing import Any, TypeVar

from noticeboard.checking.private_numbers import private_numbers
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.kind import Kind
from noticeboard.kinds.place import Level, Place
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.reading.decode import decode, salvage
from noticeboard.reading.files import CONTENT, Snapshot
from noticeboard.reading.survey import (
    PLACE_FILES,
    RECORD_ENDINGS,
    SITE_FILE,
    Folder,
    Survey,
    stray_files,
    stray_folder,
    unread_files,
)
from noticeboard.reading.written import read_written
from noticeboard.reading.yaml import PlainValue
from noticeboard.records import E_ID, Record

E_ID_MISSING = code("E-ID-MISSING", "这条记录需要编号", "this record needs an id")
E_ID_DIFFERS = code("E-ID-DIFFERS", "编号与文件名不一致", "an id that differs from the file name")
E_ROWS = code("E-ROWS", "这个文件应当是一个列表", "a list file must be a list")
E_TWO_FILES = code("E-TWO-FILES", "同一份内容有两个文件", "two files for the same thing")
E_NO_SITE = code("E-NO-SITE", "没有 site.yml", "site.yml is missing")

T = TypeVar("T")


def place_path(folder: str) -> str:
    """The path of a place from the path of its folder: `content/a/b` is `/a/b`, `content` is `""`."""
    return unicodedata.normalize("NFC", folder[len(CONTENT) :])


def load_settings(snapshot: Snapshot) -> tuple[Settings | None, list[Diagnostic]]:
    """The settings of the site from `content/site.yml`."""
    path = f"{CONTENT}/{SITE_FILE}"
    if path not in snapshot.paths:
        message = Words("没有 content/site.yml", "there is no content/site.yml")
        remedy = (
            Words(
                "新建这个文件，写一行 title: 网站的名称", "make this file with a line title: name of the site"
            )
            if snapshot.files
            else Words("运行 noticeboard new site 新建一个站点", "make a site with: noticeboard new site")
        )
        return None, [Diagnostic(E_NO_SITE, message, remedy, Origin(path))]
    return _only_record(snapshot, path, Settings)


def load_place(
    snapshot: Snapshot, where: Survey, folder: str, kinds: tuple[Kind[Any], ...], settings: Settings | None
) -> tuple[Records, list[Diagnostic]]:
    """All records in the folder of one place; of a place that cannot be read itself, with its name alone.

    Without `settings`, because `site.yml` is wrong, records are not settled by them.
    """
    diagnostics: list[Diagnostic] = []
    files = where.folders[folder]
    place, found = _load_own(snapshot, folder, files, settings or Settings(title=""))
    diagnostics.extend(found)
    by_type = []
    unread = place is None
    names = {*files.files, *files.folders}
    for kind in kinds:
        if names.isdisjoint(kind.files) and names.isdisjoint(kind.folders):
            continue
        records: list[Record] = []
        all_read = True
        for path in _record_files(where, folder, kind, diagnostics):
            loaded, found = _load_file(snapshot, path, kind, is_list=posixpath.dirname(path) == folder)
            diagnostics.extend(found)
            unread = unread or loaded is None
            all_read = all_read and bool(loaded or not found)
            for record in loaded or ():
                if settings is not None and not record.incomplete:
                    record, unsettled = kind.settle(record, settings)
                    diagnostics.extend(unsettled)
                records.append(record)
        if records:
            by_type.append((kind.record, tuple(records)))
        if all_read and not any(record.incomplete for record in records):  # or else one may have named them
            diagnostics.extend(unread_files(where, folder, kind, records))
    diagnostics.extend(stray_files(files, kinds))
    return Records(place_path(folder), place or _nameless(folder), tuple(by_type), unread), diagnostics


def _load_own(
    snapshot: Snapshot, folder: str, files: Folder, settings: Settings
) -> tuple[Place | None, list[Diagnostic]]:
    if folder == CONTENT:
        root = Place(
            kind=Level.SITE,
            name=settings.title,
            issuer=settings.issuer,
            supervision_phone=settings.supervision_phone,
            source=settings.source,
            body=settings.body,
            origin=settings.origin,
        )
        return root, []
    names = [name for name in PLACE_FILES if name in files.files]
    path = f"{folder}/{names[0]}"
    if len(names) > 1:
        return None, [_two_files(path, f"{folder}/{names[1]}")]
    return _only_record(snapshot, path, Place)


def _only_record(snapshot: Snapshot, path: str, record_type: type[T]) -> tuple[T | None, list[Diagnostic]]:
    """What a file says that holds one record and no other, None if it cannot be read."""
    written = read_written(snapshot, path)
    if written.value is None:
        return None, written.diagnostics
    record, found = _decode(written.value, record_type, Origin(path), search=written.may_hold_private)
    return record, [*written.diagnostics, *found]


def _nameless(folder: str) -> Place:
    """A place whose `place.yml` cannot be read: there to be referred to, and its records to be checked."""
    name = posixpath.basename(folder)
    return Place(kind=Level.COMPOUND, name=name, origin=Origin(f"{folder}/{PLACE_FILES[0]}"), incomplete=True)


def _record_files(
    where: Survey, folder: str, kind: Kind[Any], diagnostics: list[Diagnostic]
) -> Iterator[str]:
    """The files that hold records of one kind of one place: the list file first."""
    here = where.folders[folder]
    for name in kind.files:
        if name in here.files:
            yield f"{folder}/{name}"
    for name in kind.folders:
        below = where.folders.get(f"{folder}/{name}")
        if below is None:
            continue
        for sub in below.folders:
            diagnostics.append(stray_folder(f"{below.path}/{sub}", sub, frozenset()))
        for file in below.files:
            if file.endswith(RECORD_ENDINGS) and file not in PLACE_FILES:  # survey refuses a place here
                yield f"{below.path}/{file}"


def _load_file(
    snapshot: Snapshot, path: str, kind: Kind[Any], *, is_list: bool
) -> tuple[list[Record] | None, list[Diagnostic]]:
    """The records of one file, None if it cannot be read at all."""
    written = read_written(snapshot, path)
    value, diagnostics = written.value, written.diagnostics
    if not is_list and value is not None:
        records, found = _single(value, path, kind)
        return records, [*diagnostics, *found]
    if not isinstance(value, list):
        if diagnostics or value:
            return None, diagnostics or [_rows(path, kind)]
        return [], []  # an empty file
    records = []
    for index, row in enumerate(value):
        origin = Origin(path, (index,))
        record, found = _decode(row, kind.record, origin, search=written.may_hold_private)
        diagnostics.extend(found)
        if record is not None and kind.has_page and not record.id:
            if not record.incomplete:
                diagnostics.append(_id_missing(record, kind))
        elif record is not None:
            records.append(record)
    return records, diagnostics


def _single(value: PlainValue, path: str, kind: Kind[Any]) -> tuple[list[Record], list[Diagnostic]]:
    stem = unicodedata.normalize("NFC", posixpath.basename(path).rpartition(".")[0])
    origin = Origin(path)
    found: list[Diagnostic] = []
    written: PlainValue = None
    if isinstance(value, dict):
        key = next((key for key in ("id", "编号") if key in value), "id")
        written = value.get(key)
        if written and written != stem:
            found.append(_id_differs(str(written), stem, origin))
        value = {**value, key: stem}
    record, diagnostics = _decode(value, kind.record, origin, search=True)  # the name of the file as well
    if isinstance(value, dict) and not written:
        diagnostics = [_about_name(each, origin) for each in diagnostics]
    return ([record] if record is not None else []), [*found, *diagnostics]


def _about_name(diagnostic: Diagnostic, origin: Origin) -> Diagnostic:
    """What is wrong with an id that only the name of the file gives, so that the file is to be renamed."""
    if diagnostic.code != E_ID or diagnostic.origin != origin.at("id"):
        return diagnostic
    remedy = Words(f"给文件改名：{diagnostic.remedy.zh}", f"rename the file: {diagnostic.remedy.en}")
    return Diagnostic(diagnostic.code, diagnostic.message, remedy, Origin(origin.file))


def _decode(
    value: PlainValue, record_type: type[T], origin: Origin, *, search: bool
) -> tuple[T | None, list[Diagnostic]]:
    """The record that a value describes; `search` says that it may hold private numbers."""
    record, diagnostics = decode(value, record_type, origin)
    if search:
        diagnostics.extend(private_numbers(value, record_type, origin))
    if diagnostics and issubclass(record_type, Record):
        return salvage(value, record_type, origin), diagnostics
    return (None if diagnostics else record), diagnostics


def _two_files(first: str, second: str) -> Diagnostic:
    return Diagnostic(
        E_TWO_FILES,
        Words(f"{first} 和 {second} 只能有一个", f"{first} and {second} cannot both exist"),
        Words("合并后删去一个", "merge them and delete one"),
        Origin(second),
    )


def _rows(path: str, kind: Kind[Any]) -> Diagnostic:
    return Diagnostic(
        E_ROWS,
        Words(f"这个文件应当是{kind.words.zh}的列表", f"this file must be a list of {kind.words.en} records"),
        Words("每条记录以“- ”开头", "start each record with “- ”"),
        Origin(path),
    )


def _id_missing(record: Record, kind: Kind[Any]) -> Diagnostic:
    return Diagnostic(
        E_ID_MISSING,
        Words(
            f"每条{kind.words.zh}都要有编号，网址由它组成",
            f"every {kind.words.en} needs an id for its address",
        ),
        Words("加一行 id: …（编号: …），例如 id: 2020-gas", "add a line such as id: 2020-gas"),
        record.origin,
    )


def _id_differs(written: str, stem: str, origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_ID_DIFFERS,
        Words(
            f"编号是“{written}”，文件名却是“{stem}”", f"the id is “{written}” but the file name is “{stem}”"
        ),
        Words("删去 id 这一行，或把文件改成同名", "delete the line, or rename the file"),
        origin.at("id"),
    )
