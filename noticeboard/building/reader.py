"""The first stage of a run: everything that is read from `content/`.

content/ ─ scan, survey ▶ folders of places ─ load_place, one by one ▶ Records of every place
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.kind import Kind
from noticeboard.locality import Records
from noticeboard.reading.files import E_CONTENT, Snapshot, scan
from noticeboard.reading.load import load_place, load_settings
from noticeboard.reading.survey import survey


@dataclass(frozen=True)
class Reading:
    """What was read: the settings (None when they are wrong), every place that could be read, all problems."""

    snapshot: Snapshot
    settings: Settings | None
    places: tuple[Records, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_site(root: Path, kinds: tuple[Kind[Any], ...], *, drafts: bool) -> Reading:
    """Read the site at `root`; without `drafts`, records marked as drafts are left out."""
    snapshot, report = scan(root)
    diagnostics = list(report)
    if any(each.code == E_CONTENT for each in diagnostics):
        return Reading(snapshot, None, (), tuple(diagnostics))
    settings, found = load_settings(snapshot)
    diagnostics.extend(found)
    where, found = survey(snapshot, kinds)
    diagnostics.extend(found)
    places = []
    for folder in where.places:
        records, found = load_place(snapshot, where, folder, kinds, settings)
        diagnostics.extend(found)
        places.append(records)
    kept = places if drafts else _without_drafts(places)
    return Reading(snapshot, settings, tuple(kept), tuple(diagnostics))


def _without_drafts(places: Iterable[Records]) -> Iterator[Records]:
    """The places without draft records; a draft place is left out with all places below it."""
    hidden: list[str] = []
    for records in places:
        if records.place.draft:
            hidden.append(f"{records.path}/")
        if not f"{records.path}/".startswith(tuple(hidden)):
            yield _published(records)


def _published(records: Records) -> Records:
    kept = tuple(
        (record_type, tuple(record for record in group if not record.draft))
        for record_type, group in records.by_type
    )
    return replace(records, by_type=kept)
