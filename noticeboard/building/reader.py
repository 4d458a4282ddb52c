"""The first stage of a run: which files there are, the settings, which folders are places.

content/ ─ scan, survey ▶ Found: snapshot, settings, files of every place

What is known from the last build is taken where it still holds: settings whose file has the same bytes; places, when
no file came or went, but for those with a file that changed.
Found ─ read_site ▶ all records at once, for commands that look at a small site as a whole
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from noticeboard.building.place_files import PlaceFiles, files_of_places
from noticeboard.building.read_work import visible, without_drafts
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind
from noticeboard.locality import Records
from noticeboard.reading.files import CONTENT, E_CONTENT, Snapshot, digest, read_bytes, scan
from noticeboard.reading.load import load_place, load_settings
from noticeboard.reading.survey import SITE_FILE, survey


@dataclass(frozen=True)
class SettingsRead:
    """What the settings were read from, and what they are; None when they are wrong."""

    digest: str = ""
    settings: Settings | None = None
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Found:
    """What there is to be read: the settings, the files of every place, problems."""

    snapshot: Snapshot
    settings_read: SettingsRead
    places: tuple[PlaceFiles, ...]
    strays: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()

    @property
    def settings(self) -> Settings | None:
        """The settings, None when they are wrong."""
        return self.settings_read.settings

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong with files and settings before any place is read."""
        return (*self.refused, *self.settings_read.problems, *self.strays)


@dataclass(frozen=True)
class Reading:
    """All that was read: the settings (None when they are wrong), every place that could be read, all problems."""

    snapshot: Snapshot
    settings: Settings | None
    places: tuple[Records, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_places(
    snapshot: Snapshot,
    refused: Iterable[Diagnostic],
    kinds: tuple[Kind[Any], ...],
    settings_before: SettingsRead | None = None,
    before: Found | None = None,
) -> Found:
    """The settings and the places among the files of a site."""
    refused = tuple(refused)
    if any(each.code == E_CONTENT for each in refused):
        return Found(snapshot, SettingsRead(), (), refused=refused)
    settings = _read_settings(snapshot, settings_before or SettingsRead())
    if before is not None and before.snapshot.has_same_paths(snapshot):
        return Found(snapshot, settings, _refreshed(before, snapshot), before.strays, refused)
    where, strays = survey(snapshot, kinds)
    return Found(snapshot, settings, files_of_places(snapshot, where), tuple(strays), refused)


def _read_settings(snapshot: Snapshot, before: SettingsRead) -> SettingsRead:
    path = f"{CONTENT}/{SITE_FILE}"
    data = read_bytes(snapshot, path)[0] if path in snapshot.paths else None
    found = digest(data) if data is not None else ""
    if found and found == before.digest and not before.problems:
        return before
    settings, problems = load_settings(snapshot)
    return SettingsRead(found, settings, tuple(problems))


def _refreshed(before: Found, snapshot: Snapshot) -> tuple[PlaceFiles, ...]:
    """The places of a snapshot that has the paths of the one before."""
    pairs = zip(before.snapshot.files, snapshot.files, strict=True)
    changed = {new.path: new for old, new in pairs if old != new}
    folders = {path.rpartition("/")[0] for path in changed}
    return tuple(
        place if folders.isdisjoint(place.paths) else place.with_entries(changed) for place in before.places
    )


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
