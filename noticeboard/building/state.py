"""What the last build knew and made, so that the next one does only what is new.

    State ─ save_state ▶ .noticeboard/state-… ─ load_last ▶ Last (what was made) ─ its places, when asked for

It is a cache: it may be deleted or damaged at any time; then everything is built again. It is written with
pickle, and read by a reader that makes nothing but the values of this package and a few plain ones, so that a
forged file can give wrong pages but never run a program. The front part alone tells whether anything changed.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from noticeboard.building.entries import Entries, Files
from noticeboard.building.fingerprint import program_digest
from noticeboard.building.request import BuildResult
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words
from noticeboard.publishing.output import Listing
from noticeboard.reading.files import digest

N_CACHE = code(
    "N-CACHE", "生成的记录损坏或没能保存", "the record of the last build is damaged or cannot be written"
)
KIND = b"noticeboard state "
_LENGTH, _SEAL = 8, 4
"""Bytes before each part: its length, and a checksum that shows damage, not forgery: see `_Reader` for that."""
_MOST = 1 << 32
_DAMAGED = "damaged"


@dataclass(frozen=True)
class Last:
    """What came of the last build, as far as a run needs it that finds nothing changed."""

    inputs: str = ""
    """The digest of everything that it was made from."""
    day: date = date.min
    changes_on: date | None = None
    """The next day on which a page changes although no file does."""
    files: Files = field(default_factory=dict)
    """Every file of the output."""
    result: BuildResult | None = None
    """What a build says that finds nothing changed."""

    def holds_on(self, today: date) -> bool:
        """Whether a build on that day would give the same site."""
        return self.day <= today and (self.changes_on is None or today < self.changes_on)


@dataclass(frozen=True)
class State:
    """What the last build knew, place by place."""

    places: Mapping[str, Any] = field(default_factory=dict)
    """`building.knowledge.PlaceState` by the path of the place."""
    whole: Entries = field(default_factory=dict)
    """Of the files that belong to no place."""
    theme: str = ""
    """The digest of the theme."""
    template_digests: Mapping[str, str] = field(default_factory=dict)
    """Of each template with all that it includes."""


class Saved:
    """The file that holds a `Last` and behind it a `State`; the second is only read when it is asked for."""

    def __init__(self, where: Path) -> None:
        self.where = where
        self.is_damaged = False
        self.is_outdated = False
        """Whether it was written by another program, so that nothing in it is of use."""
        self.last = Last()
        found = self._part(0)
        if isinstance(found, Last):
            self.last = found
        elif found is not None:
            self.is_damaged = True

    def state(self) -> State:
        """What the last build knew of every place; empty when there is nothing that can be used."""
        found = self._part(1) if self.last.result is not None else None
        if isinstance(found, State):
            return found
        if found is not None:
            self.is_damaged, self.last = True, Last()
        return State()

    def _part(self, number: int) -> Any:
        """One of the parts; None when there is no file of this version, `_DAMAGED` when it cannot be read."""
        try:
            with self.where.open("rb") as file:
                head = file.readline(2 * len(_head()))
                if head != _head():
                    self.is_outdated = head == _head(head.removeprefix(KIND).partition(b" ")[0])
                    return None if self.is_outdated else _DAMAGED
                for _ in range(number):
                    file.seek(int.from_bytes(file.read(_LENGTH)) + _SEAL, os.SEEK_CUR)
                length = int.from_bytes(file.read(_LENGTH))
                seal, data = file.read(_SEAL), file.read(min(length, _MOST))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return _DAMAGED
        return _loaded(data) or _DAMAGED if _seal(data) == seal else _DAMAGED


class Memory:
    """What the last build of this process knew, so that the next one need not read it; for a preview.

    `keep` is called after every build that was released, `save` once in the end.
    """

    def __init__(self, where: Path) -> None:
        self.where = where
        self.last = Last()
        self.is_damaged = False
        self.is_outdated = False
        self._state = State()
        self.listing: Listing | None = None

    def state(self) -> State:
        """What the last build knew of every place."""
        return self._state

    def keep(self, last: Last, state: State, listing: Listing | None) -> None:
        """Know this from now on."""
        self.last, self._state, self.listing = last, state, listing

    def save(self) -> None:
        """Write it for the next process; nothing is lost if that cannot be done."""
        if self.last.result is not None:
            save_state(self.where, self.last, self._state)


def state_path(root: Path, output: Path) -> Path:
    """Where the state of `output` lies: in `.noticeboard/` beside `content/`, one for each output folder."""
    return root / ".noticeboard" / f"state-{digest(str(output.resolve()).encode())[:12]}"


def save_state(where: Path, last: Last, state: State) -> OSError | None:
    """Write the state whole, beside and then moved; what kept it from being written, for it is only a cache."""
    parts = (pickle.dumps(last, protocol=5), pickle.dumps(state, protocol=5))
    data = b"".join(len(part).to_bytes(_LENGTH) + _seal(part) + part for part in parts)
    beside = where.with_suffix(".new")
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head() + data)
        beside.replace(where)
    except OSError as error:
        return error
    return None


def packed(value: object) -> bytes:
    """A value of the state as few bytes, so that it costs little until it is opened."""
    return zlib.compress(pickle.dumps(value, protocol=5), 1)


def unpacked(data: bytes) -> Any:
    """The value that was packed; None if these bytes are not ours."""
    try:
        return _loaded(zlib.decompress(data)) if data else None
    except zlib.error:
        return None


def _loaded(data: bytes) -> Any:
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception:  # damaged bytes can raise anything; the answer is to build anew
        return None


def _head(program: bytes | None = None) -> bytes:
    """The first line: the program that wrote the file, with a checksum, so that damage is not taken for another."""
    program = program_digest().encode() if program is None else program
    return b"%s%s %08x\n" % (KIND, program, zlib.crc32(program))


def _seal(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_SEAL)


_PLAIN = {
    "builtins": {"frozenset", "set", "complex"},
    "datetime": {"date"},
    "decimal": {"Decimal"},
    "fractions": {"Fraction"},
    "pathlib": {"Path", "PosixPath", "WindowsPath", "PurePosixPath"},
}


class _Reader(pickle.Unpickler):
    """Makes frozen values of this package and a few plain ones, and refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:
        if name in _PLAIN.get(module, ()):
            return super().find_class(module, name)
        if module.startswith("noticeboard."):
            found = getattr(sys.modules.get(module), name, None)  # nothing is imported for a file's sake
            if isinstance(found, type) and (
                hasattr(found, "__dataclass_fields__") or issubclass(found, Enum | tuple)
            ):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a state")


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
