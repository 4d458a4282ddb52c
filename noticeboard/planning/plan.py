"""The plan of a site: every page, board and copied file, as values.

    PublicRecords of every place ─ summarize, from below ▶ Summaries
    one place: its records + Summary of each child + Context from above ─ plan_place ▶ PlacePlan
    all PlacePlans + pages of the whole site ▶ Plan

What crosses places is only Summary, Context and the index of ids: `plan_place` is a pure function of its
arguments. Must never see a private record, read a file, or ask the clock.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from noticeboard.checking.addresses import clashes
from noticeboard.checking.figures import figure_key
from noticeboard.checking.redaction import PublicRecords
from noticeboard.checking.rules import Checked
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.kind import Kind
from noticeboard.kinds.figure import Figure, measures
from noticeboard.kinds.source import Source
from noticeboard.locality import Context, Locality, Records, Summary
from noticeboard.page import Copy, Page
from noticeboard.planning.board_pages import BoardPlan, colliding, plan_boards
from noticeboard.planning.fills import FILLS
from noticeboard.planning.place_page import place_page
from noticeboard.planning.print_centre import print_centre, print_index
from noticeboard.planning.site_pages import not_found_page, redirect_pages, robot_files, sources_page
from noticeboard.planning.summary import summarize
from noticeboard.records import Record

Shared = tuple[tuple[Record, str], ...]
"""Records of places above that concern a place, each with the path of its own place."""
Localities = dict[str, Locality]


@dataclass(frozen=True)
class PlacePlan:
    """What one place brings to the site."""

    pages: tuple[Page, ...]
    copies: tuple[Copy, ...]
    boards: BoardPlan


@dataclass(frozen=True)
class Plan:
    """What the whole site consists of."""

    pages: tuple[Page, ...]
    copies: tuple[Copy, ...]
    summary: Summary
    """Of the root: all counts of the site."""

    @property
    def changes_on(self) -> date | None:
        """The next day on which a page changes although no file does."""
        return self.summary.changes_on


@dataclass(frozen=True)
class Sources:
    """All that planning starts from: the records as pages may show them and as boards on the site may."""

    settings: Settings
    today: date
    private: tuple[Records, ...]
    web: tuple[PublicRecords, ...]
    wall: tuple[PublicRecords, ...]
    """What may stand on the wall and, because the site shows its boards, on the web as well."""
    checked: Checked
    kinds: tuple[Kind[Any], ...]


def parent_of(path: str, paths: Mapping[str, Any]) -> str | None:
    """The path of the nearest place above; None for the root."""
    while path:
        path = path.rpartition("/")[0]
        if path in paths:
            return path
    return None


def summaries_of(sources: Sources) -> dict[str, Summary]:
    """The summary of every place, children before parents."""
    web = {records.path: records for records in sources.web}
    private = {records.path: records for records in sources.private}
    below: dict[str, list[Records]] = {}
    for records in sources.web:
        parent = parent_of(records.path, web)
        if parent is not None:
            below.setdefault(parent, []).append(records)
    done: dict[str, Summary] = {}
    for path in sorted(web, key=lambda path: -path.count("/") if path else 1):
        children = sorted(below.get(path, ()), key=_listing_order)
        done[path] = summarize(
            web[path],
            private[path],
            tuple(done[child.path] for child in children),
            sources.kinds,
            sources.today,
            sample=is_sample(path, web),
        )
    return done


def _listing_order(records: Records) -> tuple[bool, int, str]:
    place = records.place
    return place.sample, place.order if place.order is not None else 9999, records.path


def is_sample(path: str, places: Mapping[str, Records]) -> bool:
    """Whether the place or one above it is marked as a sample."""
    here: str | None = path
    while here is not None:
        if places[here].place.sample:
            return True
        here = parent_of(here, places)
    return False


def context_of(path: str, sources: Sources, places: Mapping[str, Records], shared: Shared) -> Context:
    """What a place is told from above; `shared` are the records of places above that concern it."""
    line = [path]
    while (parent := parent_of(line[-1], places)) is not None:
        line.append(parent)
    chain = [places[each].place for each in line]
    cited = {source.id: source for source in places[""].of(Source)} if "" in places else {}
    own = {key for record in (places[path].place, *places[path].all()) for key in record.source}
    inherited = next((place.source for place in chain if place.source), ())
    wanted = own | {key for place in chain for key in place.source}
    wanted |= {key for record, _ in shared for key in record.source}
    return Context(
        settings=sources.settings,
        today=sources.today,
        issuer=next((place.issuer for place in chain if place.issuer), ""),
        phone=next((place.supervision_phone for place in chain if place.supervision_phone), ""),
        sample=any(place.sample for place in chain),
        ancestors=tuple((places[each].place.name, places[each].url) for each in reversed(line[1:])),
        inherited_source=inherited,
        sources=tuple((key, cited[key]) for key in sorted(wanted) if key in cited),
        targets=sources.checked.targets.get(path, ()),
        figures=tuple(
            (name, sources.checked.figures[path, name])
            for name in map(figure_key, places[path].of(Figure))
            if (path, name) in sources.checked.figures
        ),
    )


def shared_records(sources: Sources, places: Mapping[str, Records]) -> dict[str, Shared]:
    """For each place the records of places above that name it in `places`, the nearest place first."""
    found: dict[str, list[tuple[Record, str]]] = {}
    for path, records in places.items():
        targets = dict(sources.checked.targets.get(path, ()))
        for record in records.all():
            named = dict.fromkeys(targets["place", each].place for each in record.places)
            for below in named.keys() - {path}:
                found.setdefault(below, []).append((record, path))
    return {path: tuple(sorted(group, key=lambda each: -len(each[1]))) for path, group in found.items()}


def localities(
    sources: Sources, public: Iterable[PublicRecords], summaries: Mapping[str, Summary]
) -> Localities:
    """Every place with all that its pages are planned from, by its path."""
    places = {records.path: records for records in public}
    shared = shared_records(sources, places)
    return {
        path: Locality(
            records=records,
            shared=shared.get(path, ()),
            summary=summaries[path],
            context=context_of(path, sources, places, shared.get(path, ())),
        )
        for path, records in places.items()
    }


def plan_place(
    locality: Locality, wall: Locality, kinds: tuple[Kind[Any], ...]
) -> tuple[PlacePlan, list[Diagnostic]]:
    """The pages and boards of one place; `wall` is the same place as boards may show it."""
    boards, diagnostics = plan_boards(wall, FILLS)
    pages = [] if not locality.records.path else [place_page(locality, boards.centre_url, kinds)]
    for kind in kinds:
        pages.extend(kind.pages(locality))
    pages.extend(print_centre(locality, boards))
    copies = (*(copy for kind in kinds for copy in kind.copies(locality)), *body_photos(locality))
    diagnostics = [*measures(locality.records, locality.summary), *diagnostics]
    return PlacePlan((*pages, *boards.pages), copies, boards), diagnostics


_BODY_PHOTO = re.compile(r"!\[[^\]]*\]\((photos/[^)\s]+)")


def body_photos(locality: Locality) -> Iterator[Copy]:
    """The photos that the texts of a place show: `![说明](photos/名字.jpg)`."""
    folder = posixpath.dirname(locality.place.origin.file)
    for record in (locality.place, *locality.records.all()):
        for path in _BODY_PHOTO.findall(record.body):
            target = f"{locality.records.path}/{path}".lstrip("/")
            yield Copy(target, f"{folder}/{path}", origin=record.origin.at("body"))


def named_files(
    public: Iterable[PublicRecords], settings: Settings, today: date, kinds: tuple[Kind[Any], ...]
) -> Iterator[Copy]:
    """The photos and attachments that records name, for a site that cannot be planned because of its errors."""
    for records in public:
        summary = Summary(records.path, records.place.name, records.place.kind.value, records.place.sample)
        locality = Locality(records, (), summary, Context(settings, today))
        for kind in kinds:
            yield from kind.copies(locality)
        yield from body_photos(locality)


def plan(sources: Sources) -> tuple[Plan, list[Diagnostic]]:
    """The plan of the whole site, and what boards have to say (a record that does not fit, a missing glyph)."""
    summaries = summaries_of(sources)
    web = localities(sources, sources.web, summaries)
    wall = localities(sources, sources.wall, summaries)
    pages: list[Page] = []
    copies: list[Copy] = []
    diagnostics: list[Diagnostic] = []
    all_boards: list[BoardPlan] = []
    for path, locality in web.items():
        own, found = plan_place(locality, wall[path], sources.kinds)
        pages.extend(own.pages)
        copies.extend(own.copies)
        all_boards.append(own.boards)
        diagnostics.extend(found)
    diagnostics.extend(colliding(all_boards))
    pages.extend(_whole_site(web[""], sources, all_boards))
    pages.extend(robot_files(sources.settings.base_url, tuple(pages)))
    diagnostics.extend(clashes(pages, copies))
    return Plan(tuple(pages), tuple(copies), summaries[""]), diagnostics


def _whole_site(root: Locality, sources: Sources, boards: list[BoardPlan]) -> Iterator[Page]:
    yield from sources_page(root)
    index = tuple(print_index(root, boards))
    yield place_page(root, index[0].url if index else None, sources.kinds)
    yield from index
    yield not_found_page(root)
    yield from redirect_pages(root, sources.web, sources.kinds)
