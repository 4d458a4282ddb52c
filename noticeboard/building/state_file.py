"""The file that keeps a state between two processes.

    Last + State ─ save_state ▶ .noticeboard/state-… ─ Saved ▶ Last (what was made) ─ State, when asked for

It is a cache: it may be deleted or damaged at any time; then everything is built again. The front part alone tells
whether anything changed. Places are written in groups, and a group of which nothing changed is written as it was
read: of a thousand places pickling takes 0.1 s, writing their bytes 0.01 s.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from noticeboard.building.entries import Files, Written
from noticeboard.building.fingerprint import program_digest
from noticeboard.building.state import Last, State
from noticeboard.building.unpickling import loaded
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words

N_CACHE = code(
    "N-CACHE", "生成的记录损坏或没能保存", "the record of the last build is damaged or cannot be written"
)
KIND = b"noticeboard state "
_LENGTH, _SEAL = 8, 4
"""Bytes before each part: its length, and a checksum that shows damage, not forgery: see `unpickling` for that."""
_MOST = 1 << 32
_PLACES_A_GROUP = 32
"""So few that one edit writes little anew, so many that a group costs little beside its places."""


class Front(NamedTuple):
    """What stands first in the file: a `Last` without its files, and these as columns."""

    last: Last
    files: Sequence[Sequence[Any]]


class Group(NamedTuple):
    """Some places as they stand in the file."""

    places: Mapping[str, Any]
    data: bytes


class Saved:
    """The file that holds a `Last` and behind it a `State`; the second is only read when it is asked for."""

    def __init__(self, where: Path) -> None:
        self.where = where
        self.is_damaged = False
        self.is_outdated = False
        """Whether it was written by another program, so that nothing in it is of use."""
        self.groups: Sequence[Group] = ()
        """The places of `state` as they were read."""
        self.found = None
        """What only a memory knows: `building.reader.Found` of the last build."""
        self.last = Last()
        self._rest = 0
        try:
            with self.where.open("rb") as file:
                self._rest = self._read_last(file)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except (OSError, _Damage):
            self.is_damaged = True

    def _read_last(self, file: BinaryIO) -> int:
        """Read the front part; where the rest begins."""
        head = file.readline(2 * len(_head()))
        if head != _head():
            self.is_outdated = head == _head(head.removeprefix(KIND).partition(b" ")[0])
            if self.is_outdated:
                return 0
            raise _Damage
        front = _opened(_part(file), Front)
        self.last = replace(front.last, files=_files(front.files))
        return file.tell()

    def state(self) -> State:
        """What the last build knew of every place; empty when there is nothing that can be used."""
        if self.last.result is None:
            return State()
        try:
            with self.where.open("rb") as file:
                file.seek(self._rest)
                state = _opened(_part(file), State)
                self.groups = tuple(_groups(file))
        except (OSError, _Damage):
            self.is_damaged, self.last, self.groups = True, Last(), ()
            return State()
        places = {path: place for group in self.groups for path, place in group.places.items()}
        return replace(state, places=places)


def save_state(where: Path, last: Last, state: State, known: Sequence[Group] = ()) -> OSError | None:
    """Write the state whole, beside and then moved; what kept it from being written, for it is only a cache.

    `known` are groups of places as they were read: those whose places are the same are not pickled again.
    """
    beside = where.with_suffix(".new")
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(_head())
            for part in _parts(last, state, known):  # one at a time, for together they are large
                file.writelines((len(part).to_bytes(_LENGTH), _seal(part), part))
        beside.replace(where)
    except OSError as error:
        return error
    return None


def _parts(last: Last, state: State, known: Sequence[Group]) -> Iterator[bytes]:
    front = Front(replace(last, files={}), tuple(zip(*_rows(last.files), strict=True)))
    yield pickle.dumps(front, protocol=5)
    yield pickle.dumps(replace(state, places={}), protocol=5)
    yield from _written_groups(state.places, known)


def _rows(files: Files) -> Iterator[tuple[str, str, int, int]]:
    return ((path, *written) for path, written in files.items())


def _files(columns: Sequence[Sequence[Any]]) -> Files:
    """The files from columns of their paths, digests, sizes and times, which are quicker to read than rows."""
    if not columns:
        return {}
    paths, *rest = columns
    return dict(zip(paths, map(Written, *rest), strict=True))


def _written_groups(places: Mapping[str, Any], known: Sequence[Group]) -> Iterator[bytes]:
    items = list(places.items())
    for number, start in enumerate(range(0, len(items), _PLACES_A_GROUP)):
        group = dict(items[start : start + _PLACES_A_GROUP])
        old = known[number] if number < len(known) else None
        if old is not None and _are_same(group, old.places):
            yield old.data
        else:
            yield pickle.dumps(group, protocol=5)


def _are_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return list(one) == list(other) and all(one[path] is other[path] for path in one)


def _groups(file: BinaryIO) -> Iterator[Group]:
    while data := _part(file):
        yield Group(_opened(data, dict), data)


class _Damage(Exception):
    """These bytes are not what a build wrote."""


def _part(file: BinaryIO) -> bytes:
    """The next part of the file; empty at its end."""
    length = file.read(_LENGTH)
    seal, data = file.read(_SEAL), file.read(min(int.from_bytes(length), _MOST))
    if length and _seal(data) != seal:
        raise _Damage
    return data


T = TypeVar("T")


def _opened(data: bytes, kind: type[T]) -> T:
    found = loaded(data)
    if not isinstance(found, kind):
        raise _Damage
    return found


def _head(program: bytes | None = None) -> bytes:
    """The first line: the program that wrote the file, with a checksum, so that damage is not taken for another."""
    program = program_digest().encode() if program is None else program
    return b"%s%s %08x\n" % (KIND, program, zlib.crc32(program))


def _seal(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_SEAL)


def damaged_state(where: Path) -> Diagnostic:
    """The note that a state was there and could not be read."""
    return Diagnostic(
        N_CACHE,
        Words(
            "上次生成的记录读不出来，这次全部重新生成",
            "the record of the last build is damaged: all is built anew",
        ),
        Words("不用处理", "nothing to do"),
        Origin(f".noticeboard/{where.name}"),
    )


def unsaved_state(where: Path, error: OSError) -> Diagnostic:
    """The note that the state of a site that is built could not be written."""
    reason = error.strerror or type(error).__name__
    return Diagnostic(
        N_CACHE,
        Words(
            f"网站已生成，但没能保存这次的记录（{reason}），下次要全部重新生成",
            f"the site is built, but its record cannot be written ({reason}): next time all is built anew",
        ),
        Words(
            "检查站点文件夹里的 .noticeboard 是不是文件夹、能不能写入；也可以删去它",
            "see whether .noticeboard beside content/ is a folder that can be written; it may be deleted",
        ),
        Origin(f".noticeboard/{where.name}"),
    )
