"""The first stage of a run: which files there are, the settings, which folders are places.

content/ ─ scan, survey ▶ Found: snapshot, settings, files of every place
Found ─ read_site ▶ all records at once, for commands that look at a small site as a whole
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from noticeboard.building.place_files import PlaceFiles, files_of_places
from noticeboard.building.read_work import visible, without_drafts
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.kind import Kind
from noticeboard.locality import Records
from noticeboard.reading.files import E_CONTENT, Snapshot, scan
from noticeboard.reading.load import load_place, load_settings
from noticeboard.reading.survey import survey


@dataclass(frozen=True)
class Found:
    """What there is to be read: the settings (None when they are wrong), the files of every place, problems."""

    snapshot: Snapshot
    settings: Settings | None
    places: tuple[PlaceFiles, ...]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Reading:
    """All that was read: the settings (None when they are wrong), every place that could be read, all problems."""

    snapshot: Snapshot
    settings: Settings | None
    places: tuple[Records, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_places(snapshot: Snapshot, refused: Iterable[Diagnostic], kinds: tuple[Kind[Any], ...]) -> Found:
    """The settings and the places among the files of a site."""
    refused = tuple(refused)
    if any(each.code == E_CONTENT for each in refused):
        return Found(snapshot, None, (), refused)
    settings, problems = load_settings(snapshot)
    where, strays = survey(snapshot, kinds)
    return Found(snapshot, settings, files_of_places(snapshot, where), (*refused, *problems, *strays))


def read_site(root: Path, kinds: tuple[Kind[Any], ...], *, drafts: bool) -> Reading:
    """Read the site at `root`; without `drafts`, records marked as drafts are left out."""
    found = find_places(*scan(root), kinds)
    problems = list(found.problems)
    places: dict[str, Records] = {}
    for files in found.places:
        records, problem = load_place(
            files.snapshot(root), files.survey(), files.folder, kinds, found.settings
        )
        problems.extend(problem)
        places[records.path] = records if drafts else without_drafts(records)
    shown = visible(places, drafts=drafts)
    return Reading(found.snapshot, found.settings, tuple(shown.values()), tuple(problems))
