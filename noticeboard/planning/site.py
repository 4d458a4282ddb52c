"""The site as a whole, gathered from the outlines of its places: what each place is told from above and below.

    Outline of every place ─ gather ▶ Site (index, targets, figures, summaries) + Diagnostics between places
    Site ─ given_to ▶ Given: all that one place needs beside its own records

What crosses places is only this: Summary of each child, Context from above, records of places above that
concern the place. `Given` is a value, so a place whose records and whose Given are unchanged is not planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from noticeboard.checking.figures import Key, compute_figures, figure_key
from noticeboard.checking.references import Index, resolve_mentions
from noticeboard.checking.rules import cited, levels
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind
from noticeboard.kinds.figure import Computed
from noticeboard.kinds.place import Level
from noticeboard.locality import Context, Locality, Records, Targets
from noticeboard.planning.coverage_counts import compound_counts
from noticeboard.planning.index import Outlines, index_from
from noticeboard.planning.outline import Outline
from noticeboard.planning.summary import as_counts, summarize
from noticeboard.records import Record
from noticeboard.summary import Counts, Summary

Shared = tuple[tuple[Record, str], ...]
"""Records of places above that concern a place, each with the path of its own place."""


@dataclass(frozen=True)
class Given:
    """All that the pages of a place are made from, beside its own records."""

    summary: Summary
    context: Context
    shared_web: Shared
    shared_wall: Shared

    def locality(self, records: Records, *, on_wall: bool) -> Locality:
        """The place as its pages, or as its boards, are planned from it."""
        shared = self.shared_wall if on_wall else self.shared_web
        return Locality(records=records, shared=shared, summary=self.summary, context=self.context)


class Site:
    """Every place as the others know it, and what follows from all of them together.

    Of `settled` places everything that they are told is as it was when their summaries were `known`, so what
    follows for them is only worked out when it is asked for.
    """

    def __init__(
        self,
        outlines: Outlines,
        settings: Settings,
        today: date,
        kinds: tuple[Kind[Any], ...],
        known: Mapping[str, Summary],
    ) -> None:
        self.outlines = outlines
        self.settings = settings
        self.today = today
        self.kinds = kinds
        self.figures: Mapping[Key, Computed] = {}
        self._known = known
        self._targets: dict[str, Targets] = {}

    @cached_property
    def index(self) -> Index:
        """Every place and every record with an id."""
        return index_from(self.outlines)

    @cached_property
    def summaries(self) -> dict[str, Summary]:
        """The summary of every place."""
        above = {path: tuple(page for page, _, _ in group) for path, group in self._shared.items()}
        return summaries_of(self.outlines, self.kinds, self._known, above, self.today)

    def resolve(self, path: str) -> list[Diagnostic]:
        """Find what the references of a place lead to; what is wrong with them."""
        mentions = self.outlines[path].mentions
        if not mentions:
            self._targets[path] = ()
            return []
        self._targets[path], found = resolve_mentions(path, mentions, self.index)
        return found

    def targets(self, path: str) -> Targets:
        """What the references of a place lead to."""
        if path not in self._targets:
            self.resolve(path)
        return self._targets[path]

    @cached_property
    def _shared(self) -> dict[str, list[tuple[Record, Record, str]]]:
        return shared_records(self)

    def given_to(self, path: str) -> Given:
        """What the place at `path` is told."""
        shared = self._shared.get(path, ())
        web: Shared = tuple((page, above) for page, _, above in shared)
        wall: Shared = tuple((board, above) for _, board, above in shared)
        return Given(self.summaries[path], self._context(path, web), web, wall)

    def _context(self, path: str, shared: Shared) -> Context:
        outline = self.outlines[path]
        line = (path, *ancestors(path, self.outlines))
        chain = [self.outlines[each].place for each in line]
        keys = {key for key, _ in outline.cited}
        keys.update(key for place in chain for key in place.source)
        keys.update(key for record, _ in shared for key in record.source)
        if outline.place.kind is Level.COMPOUND:
            keys.update(key for item in self.settings.duties_at(path) for key in item.source)
        known = self._sources
        return Context(
            settings=self.settings,
            today=self.today,
            issuer=next((place.issuer for place in chain if place.issuer), ""),
            phone=next((place.supervision_phone for place in chain if place.supervision_phone), ""),
            sample=any(place.sample for place in chain),
            ancestors=tuple((self.outlines[each].place.name, f"{each}/") for each in reversed(line[1:])),
            inherited_source=next((place.source for place in chain if place.source), ()),
            sources=tuple((key, known[key]) for key in sorted(keys) if key in known),
            targets=self.targets(path),
            figures=tuple(
                (name, self.figures[path, name])
                for name in map(figure_key, outline.figures)
                if (path, name) in self.figures
            ),
        )

    @cached_property
    def _sources(self) -> dict[str, Any]:
        root = self.outlines.get("")
        return {source.id: source for source in root.sources} if root is not None else {}


def gather(
    outlines: Outlines,
    rules: Mapping[str, Iterable[Diagnostic]],
    settings: Settings,
    today: date,
    kinds: tuple[Kind[Any], ...],
    known: Mapping[str, Summary] = MappingProxyType({}),
) -> tuple[Site, list[Diagnostic]]:
    """The whole site, and everything that is wrong between its places.

    `rules` is what the rules of each place said of it; it is told in the turn of the place. `known` are the
    summaries of settled places, between which nothing is wrong.
    """
    site = Site(outlines, settings, today, kinds, known)
    diagnostics = [] if known else list(levels(tuple(outlines.values())))
    sources = frozenset(source.id for outline in outlines.values() for source in outline.sources)
    root = outlines.get("")
    all_sources_known = root is None or not root.unread
    for path, outline in outlines.items():
        if path not in known:
            diagnostics.extend(site.resolve(path))
            if all_sources_known:
                diagnostics.extend(cited(path, outline.sources, outline.cited, sources))
        diagnostics.extend(rules.get(path, ()))
    if any(outline.figures for outline in outlines.values()):
        records = (outline.records for outline in outlines.values())
        site.figures, found = compute_figures(records, site.index)
        diagnostics.extend(found)
    return site, diagnostics


def parent_of(path: str, places: Mapping[str, Any]) -> str | None:
    """The path of the nearest place above; None for the root."""
    while path:
        path = path.rpartition("/")[0]
        if path in places:
            return path
    return None


def ancestors(path: str, places: Mapping[str, Any]) -> Iterator[str]:
    """The paths of the places above, the nearest first."""
    above = parent_of(path, places)
    while above is not None:
        yield above
        above = parent_of(above, places)


def summaries_of(
    outlines: Outlines,
    kinds: tuple[Kind[Any], ...],
    known: Mapping[str, Summary],
    above: Mapping[str, tuple[Record, ...]],
    today: date,
) -> dict[str, Summary]:
    """The summary of every place, children before parents; those that are known are taken as they are.

    `above` are the records of places above that concern a place.
    """
    below: dict[str, list[Outline]] = {}
    sample: dict[str, bool] = {}
    for path in sorted(outlines, key=lambda path: path.count("/")):
        parent = parent_of(path, outlines)
        sample[path] = bool(outlines[path].place.sample) or (parent is not None and sample[parent])
        if parent is not None:
            below.setdefault(parent, []).append(outlines[path])
    done = dict(known)
    unknown = outlines.keys() - known.keys()
    for path in sorted(unknown, key=lambda path: -path.count("/") if path else 1):
        outline = outlines[path]
        children = sorted(below.get(path, ()), key=_listing_order)
        done[path] = summarize(
            outline.place,
            path,
            (_counts_of(outline, above.get(path, ()), today), outline.as_of_by, outline.changes_on),
            tuple(done[child.path] for child in children),
            kinds,
            sample=sample[path],
            recorded=outline.kinds,
        )
    return done


def _counts_of(outline: Outline, above: tuple[Record, ...], today: date) -> Counts:
    if outline.place.kind is not Level.COMPOUND:
        return outline.counts
    return as_counts(dict((*outline.counts, *compound_counts(outline.counts, above, today))))


def _listing_order(outline: Outline) -> tuple[bool, int, str]:
    place = outline.place
    return place.sample, place.order if place.order is not None else 9999, outline.path


def shared_records(site: Site) -> dict[str, list[tuple[Record, Record, str]]]:
    """For each place the records of places above that name it in `places`, the nearest place first."""
    found: dict[str, list[tuple[Record, Record, str]]] = {}
    for path, outline in site.outlines.items():
        led_to = dict(site.targets(path)) if outline.shared else {}
        for page, board in outline.shared:
            targets = (led_to.get(("place", each)) for each in page.places)
            named = dict.fromkeys(target.place for target in targets if target is not None)
            for below in named.keys() - {path}:
                found.setdefault(below, []).append((page, board, path))
    return {path: sorted(group, key=lambda each: -len(each[2])) for path, group in found.items()}
