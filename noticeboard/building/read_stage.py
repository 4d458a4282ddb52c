"""The stages from files to the whole site as values: what changed is read, then everything is put together.

files of places ─ read ▶ outlines, records on shelves ─ put_together ▶ Site; what is wrong in the Report
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from noticeboard.building.executor import LAST_PLACES, LAST_TASKS, PLACES_A_TASK, InThisProcess
from noticeboard.building.fingerprint import program_digest
from noticeboard.building.knowledge import Run
from noticeboard.building.place_files import PlaceFiles
from noticeboard.building.read_work import PlaceRead, ReadTask, Shelf, read_place, read_places, visible
from noticeboard.building.settled import settled
from noticeboard.checking.kept_settings import settings_without_effect
from noticeboard.checking.rules import missing_files
from noticeboard.checking.site_rules import site_rules
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds import KINDS
from noticeboard.planning.site import gather
from noticeboard.reading.files import digest

T = TypeVar("T")


def read(run: Run) -> None:
    """Read every place that is not as the last build knew it; the records go on shelves."""
    base = digest(f"{program_digest()} {run.found.settings!r} {run.request.drafts} {run.engine}".encode())
    stale: list[PlaceFiles] = []
    for files in run.found.places:
        path = files.path
        run.signatures[path] = "" if files.is_young(run.now_ns) else files.signed(base)
        known = run.before.get(path)
        if known is not None and _is_as_known(run, path):
            run.reads[path] = known.read
        else:
            stale.append(files)
    for shelf, places in _read(run, stale):
        for place in places:
            run.reads[place.outline.path] = place
            run.shelves[place.outline.path] = shelf
    run.reads = {files.path: run.reads[files.path] for files in run.found.places}


def _read(run: Run, stale: list[PlaceFiles]) -> Iterator[tuple[Shelf, tuple[PlaceRead, ...]]]:
    """The places as they were read, with the shelf of their records: files where several processes read."""
    executor = run.workers.executor_for(len(stale))
    if isinstance(executor, InThisProcess):
        done = [read_place(files, run.ground) for files in stale]
        records = {place.outline.path: pair for place, pair in done}
        yield Shelf(records=records), tuple(place for place, _ in done)
        return
    tasks = [
        ReadTask(run.ground, places, Shelf(run.workers.folder / str(number)))
        for number, places in enumerate(in_tasks(stale))
    ]
    for task, places in zip(tasks, executor.map(read_places, tasks), strict=True):
        yield task.shelf, places


def in_tasks(items: Sequence[T], size: int = PLACES_A_TASK) -> list[tuple[T, ...]]:
    """The items in groups worth being handed to a worker, the last ones small so that none waits long for another."""
    groups = []
    start = 0
    while start < len(items):
        count = min(size, max(LAST_PLACES, (len(items) - start) // LAST_TASKS))
        groups.append(tuple(items[start : start + count]))
        start += count
    return groups


def _is_as_known(run: Run, path: str) -> bool:
    known = run.before[path]
    return known.signature == run.signatures[path] != "" and known.read.outline.holds_on(run.request.today)


def put_together(run: Run) -> None:
    """Tell what is wrong in each place and between them; with errors, what is wrong with their photos too."""
    all_outlines = {path: read.outline for path, read in run.reads.items()}
    outlines = visible(all_outlines, drafts=run.request.drafts)
    reads = {path: run.reads[path] for path in outlines}
    report = run.report
    report.extend(run.found.problems)
    for place in run.reads.values():
        report.extend(place.problems)
    for place in reads.values():
        report.extend(place.duplicates)
    rules = {path: place.rules for path, place in reads.items()}
    run.settled = {} if run.forced else settled(outlines, run.before, frozenset(run.shelves))
    run.site, problems = gather(outlines, rules, run.settings, run.request.today, KINDS, run.settled)
    report.extend(problems)
    if run.found.settings is not None:
        report.extend(site_rules(run.settings, KINDS))
        report.extend(settings_without_effect(run.settings))
        report.extend(run.fonts[1])


def missing_copies(run: Run) -> list[Diagnostic]:
    """The photos and attachments that records name and that are not there."""
    assert run.site is not None
    copies = (copy for outline in run.site.outlines.values() for copy in outline.copies)
    return list(missing_files(copies, run.found.snapshot.paths))


def damaged_copies(run: Run) -> list[Diagnostic]:
    """What is wrong with the photos and attachments that are there."""
    assert run.site is not None
    reads = (run.reads[path] for path in run.site.outlines)
    return [problem for place in reads for copy in place.copies for problem in copy.problems]
