"""What is wrong in some files alone, without looking at the rest of the site.

    named files ─ their places and those above ─ read ▶ outlines ─ rules, references ▶ problems in these files

Places elsewhere are known by their folders only: a reference to one of their records is believed. Even their folders
are only looked at when something is found wrong, which may then turn out to be right. What needs the whole site
(figures computed from others, links, addresses) is left to a check of the whole site. Must import neither templates
nor boards: an editor runs this at every save.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from noticeboard.building.place_files import PlaceFiles
from noticeboard.building.read_work import Ground, PlaceRead, read_place
from noticeboard.building.reader import Found, find_places
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.checking.references import Index, resolve_mentions
from noticeboard.checking.rules import cited, levels, missing_files
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Report, Severity
from noticeboard.kinds import KINDS
from noticeboard.locality import Target
from noticeboard.planning.index import index_from
from noticeboard.reading.files import Snapshot, read_text, scan, scan_along
from noticeboard.reading.load import place_path
from noticeboard.reading.positions import complete
from noticeboard.reading.shapes import spellings
from noticeboard.reading.survey import PLACE_FILES
from noticeboard.reading.walking import Listed


def check_files(request: BuildRequest, only: Collection[Path]) -> BuildResult:
    """The problems of these files and folders of the content."""
    root = request.root.resolve()
    named = [path.resolve().relative_to(root).as_posix() for path in only]
    result = _check(request, scan_along(request.root, named, _is_place), named)
    return _check(request, scan(request.root), named) if len(result.report) else result


def _is_place(folder: Listed) -> bool:
    return any(entry.path.rpartition("/")[2] in PLACE_FILES for entry in folder.files)


def _check(request: BuildRequest, files: tuple[Snapshot, Report], named: Collection[str]) -> BuildResult:
    wanted = _chosen(files[0], named)
    found = find_places(*files, KINDS)
    settings = found.settings or Settings(title="")
    ground = Ground(request.root, found.settings, request.today, request.drafts)
    reads = {read.outline.path: read for read in _reads(found, ground, wanted)}
    problems = [*found.problems, *_problems(reads, found)]
    told = dict.fromkeys(each for each in problems if each.origin.file in wanted)

    def read(file: str) -> str | None:
        return read_text(found.snapshot, file)[0] if file in found.snapshot.paths else None

    report = Report(complete(told, read, aliases=spellings))
    failed = any(each.origin.file == "content/site.yml" for each in report.of(Severity.ERROR))
    return BuildResult(report, settings.words_in, failed, request.strict or settings.strict)


def _chosen(snapshot: Snapshot, named: Collection[str]) -> frozenset[str]:
    """The files of the content that are or lie in one of those named, and those named that a scan refuses."""
    inside = tuple(f"{name}/" for name in named)
    return frozenset((*named, *(each for each in snapshot.paths if each.startswith(inside))))


def _reads(found: Found, ground: Ground, wanted: frozenset[str]) -> Iterator[PlaceRead]:
    """The places of the wanted files and the places above them, parents first."""
    named = [place for place in found.places if any(entry.path in wanted for entry in place.files)]
    for place in found.places:
        if any(_holds(place, each) for each in named):
            yield read_place(place, ground)[0]


def _holds(above: PlaceFiles, place: PlaceFiles) -> bool:
    return f"{place.folder}/".startswith(f"{above.folder}/")


def _problems(reads: dict[str, PlaceRead], found: Found) -> Iterator[Diagnostic]:
    outlines = {path: read.outline for path, read in reads.items()}
    index = index_from(outlines)
    _add_unread(index, found)
    sources = frozenset(source.id for outline in outlines.values() for source in outline.sources)
    yield from levels(tuple(outlines.values()))
    for path, read in reads.items():
        outline = read.outline
        yield from (*read.problems, *read.duplicates, *read.rules)
        yield from resolve_mentions(path, outline.mentions, index)[1]
        if not outlines[""].unread:
            yield from cited(path, outline.sources, outline.cited, sources)
        yield from missing_files(outline.copies, found.snapshot.paths)
        for copy in read.copies:
            yield from copy.problems


def _add_unread(index: Index, found: Found) -> None:
    """The places that are not read: there, with whatever records somebody may refer to."""
    for files in found.places:
        path = place_path(files.folder)
        if path not in index.places:
            index.places[path] = Target("place", path, path, path.rpartition("/")[2], f"{path}/")
            index.unread.add(path)
