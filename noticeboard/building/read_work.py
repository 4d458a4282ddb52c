"""The work on places, as pure functions of values, so that any Executor can run it in any process.

    ReadTask: files of some places ─ read_places ▶ PlaceRead (outline, problems), records on the shelf
    MakeTask: what each place is given ─ make_places ▶ PlaceMade (files staged, what was made from what)

The records of a place are read in one task and needed again in another, when the whole site is known. Between
the two they lie on a shelf: a file a task, made in this run, in a folder that only this run can write. So what
passes through the executor is small, and no process ever holds the records of all places.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

from noticeboard.building.copies import CopyRead, read_copies
from noticeboard.building.place_files import PlaceFiles
from noticeboard.checking.redaction import PublicRecords
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kinds import KINDS
from noticeboard.locality import Records
from noticeboard.planning.outline import Outline, outline_of
from noticeboard.planning.past import as_it_stood, on_day
from noticeboard.reading.files import read_text
from noticeboard.reading.load import load_place
from noticeboard.reading.positions import complete
from noticeboard.reading.shapes import spellings

Pair = tuple[PublicRecords, PublicRecords]
"""The public records of a place for pages and for boards."""


@dataclass(frozen=True)
class Ground:
    """What reading a place needs beside its files."""

    root: Path
    settings: Settings | None
    """None when `site.yml` is wrong; places are then read to tell what is wrong in them."""
    today: date
    drafts: bool
    is_past: bool = False
    """Whether records are those of an earlier day, `today`."""


@dataclass(frozen=True)
class PlaceRead:
    """A place that was read: what others must know of it and what is wrong in it, positions included."""

    outline: Outline
    problems: tuple[Diagnostic, ...]
    duplicates: tuple[Diagnostic, ...]
    rules: tuple[Diagnostic, ...]
    copies: tuple[CopyRead, ...]


@dataclass(frozen=True, eq=False)
class Shelf:
    """Where the public records of some places lie from reading to making: in a file, or in memory."""

    file: Path | None = None
    records: Mapping[str, Pair] = field(default_factory=dict)
    """By the path of their place, if there is no file."""


@dataclass(frozen=True)
class ReadTask:
    """Some places to be read, and the shelf with the file that their records go to."""

    ground: Ground
    places: tuple[PlaceFiles, ...]
    shelf: Shelf


def read_places(task: ReadTask) -> tuple[PlaceRead, ...]:
    """Read some places; their public records are put on the shelf."""
    gc.disable()  # records make no cycles, and there are many of them
    read = []
    shelved: dict[str, Pair] = {}
    for files in task.places:
        place, pair = read_place(files, task.ground)
        read.append(place)
        shelved[place.outline.path] = pair
    if task.shelf.file is not None:
        task.shelf.file.write_bytes(pickle.dumps(shelved, protocol=5))
    return tuple(read)


def read_place(files: PlaceFiles, ground: Ground) -> tuple[PlaceRead, Pair]:
    """Read one place: its outline with all problems, and its public records for pages and for boards."""
    snapshot = files.snapshot(ground.root)
    settings = ground.settings or Settings(title="")
    private, problems = load_place(snapshot, files.survey(), files.folder, KINDS, ground.settings)
    if not ground.drafts:
        private = without_drafts(private)
    outlined = outline_of(private, settings, ground.today, KINDS)
    if ground.is_past:
        outlined = as_it_stood(
            outlined, outline_of(on_day(private, ground.today, KINDS), settings, ground.today, KINDS)
        )

    def completed(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        def read(file: str) -> str | None:
            return read_text(snapshot, file)[0] if file in snapshot.paths else None

        return tuple(complete(diagnostics, read, aliases=spellings)) if diagnostics else ()

    place = PlaceRead(
        outline=outlined.outline,
        problems=completed(problems),
        duplicates=completed(outlined.duplicates),
        rules=completed(outlined.rules),
        copies=tuple(read_copies(outlined.outline.copies, snapshot)),
    )
    return place, (outlined.web, outlined.wall)


def without_drafts(records: Records) -> Records:
    """The place without draft records; a draft place itself is left out with all below it, by whoever knows all."""
    kept = tuple(
        (record_type, tuple(record for record in group if not record.draft))
        for record_type, group in records.by_type
    )
    return Records(records.path, records.place, kept, records.unread)


def shelved(shelf: Shelf | None) -> dict[str, Pair]:
    """The records on a shelf, by path of their place."""
    if shelf is None or shelf.file is None:
        return dict(shelf.records) if shelf is not None else {}
    found: dict[str, Pair] = pickle.loads(shelf.file.read_bytes())  # of this run, in a folder of its own
    return found


class Placed(Protocol):
    """A place as far as it matters here: its records or its outline."""

    @property
    def place(self) -> Any:
        """The place itself."""


P = TypeVar("P", bound=Placed)


def visible(places: Mapping[str, P], *, drafts: bool) -> dict[str, P]:
    """The places by path, parents first, without draft places and all below them, unless `drafts`."""
    hidden: list[str] = []
    kept = {}
    for path, found in places.items():
        if found.place.draft and not drafts:
            hidden.append(f"{path}/")
        if not f"{path}/".startswith(tuple(hidden)):
            kept[path] = found
    return kept
