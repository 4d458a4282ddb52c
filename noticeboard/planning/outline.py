"""What the rest of the site knows of a place: everything that crosses places, and nothing else.

    Records of one place ─ outline_of ▶ Outline (public) ─▶ kept between builds, gathered by `planning.site`

An outline is small: names, addresses, counts, references, the few records that concern other places. It is made
once a place and stays true until a file of the place changes, the settings change, or its window of days ends
(`day` up to the day before `changes_on`). So the records of a place need to be in memory only while the place
itself is read or planned. Must never hold a private value.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from noticeboard.checking.redaction import WEB, WEB_AND_WALL, PublicRecords, Redaction, on_web_and_wall
from noticeboard.checking.references import index_of, mentions_of
from noticeboard.checking.rules import own_rules
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Mention, by_record, kinds_in
from noticeboard.kinds.figure import Figure
from noticeboard.kinds.place import Level
from noticeboard.kinds.source import Source
from noticeboard.locality import Context, Locality, Records, Target
from noticeboard.page import Copy
from noticeboard.planning.doorway_counts import doorway_counts
from noticeboard.planning.summary import as_counts, changes_of, counts_of, dates_by_kind, latest_by_kind
from noticeboard.records import Record
from noticeboard.summary import Counts, Summary
from noticeboard.values.partial_date import PartialDate

CATALOGUE = "catalogue"
"""The kind of which the settings make records too: a compound may have some without a file of them."""


@dataclass(frozen=True)
class Outline:
    """One place as other places, the whole site and the next build know it."""

    path: str
    place: Any
    """The place itself (`kinds.place.Place`)."""
    unread: bool
    day: date
    """The day for which it was made."""
    targets: tuple[Target, ...]
    """Every record with an id."""
    mentions: tuple[tuple[Mention, Origin], ...]
    """Every reference in the records, with the origin of the record."""
    cited: tuple[tuple[str, Origin], ...]
    """Every source that the place and its records name, and where."""
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    shared: tuple[tuple[Record, Record], ...]
    """The records that name places below, as pages show them and as boards do."""
    kinds: tuple[str, ...]
    """The names of the kinds that it has records of."""
    counts: Counts
    as_of_by: tuple[tuple[str, PartialDate], ...]
    changes_on: date | None
    """The next day on which what is shown of the place's own records changes."""
    copies: tuple[Copy, ...]
    old_addresses: tuple[tuple[str, str, Origin], ...]
    """Old site path, the one that it leads to, and the record that says so."""
    withheld: tuple[tuple[str, str, int], ...]

    def holds_on(self, today: date) -> bool:
        """Whether what is said here is true on that day."""
        return self.day <= today and (self.changes_on is None or today < self.changes_on)

    @property
    def records(self) -> Records:
        """The place with those of its records that others compute with."""
        return Records(self.path, self.place, ((Figure, self.figures), (Source, self.sources)), self.unread)


@dataclass(frozen=True)
class Outlined:
    """A place that was read: its public records for pages and for boards, its outline, what is wrong in it."""

    web: PublicRecords
    wall: PublicRecords
    outline: Outline
    duplicates: tuple[Diagnostic, ...]
    """Ids that are written twice."""
    rules: tuple[Diagnostic, ...]
    """What the rules of its kinds say of it."""


def outline_of(private: Records, settings: Settings, today: date, kinds: tuple[Kind[Any], ...]) -> Outlined:
    """Redact the records of one place and say what other places must know of them."""
    private = joined(private, settings, kinds)
    on_web = Redaction(WEB, settings.privacy, today, settings.words_in)
    on_wall = Redaction(WEB_AND_WALL, settings.privacy, today, settings.words_in)
    web, wall = on_web_and_wall(private, on_web, on_wall, kinds)
    dated = dates_by_kind(web, kinds)
    index, duplicates = index_of((web,), kinds, today)
    by_id = index.records[web.path].values()
    shared = zip(web.all(), wall.all(), strict=True)
    outline = Outline(
        path=web.path,
        place=web.place,
        unread=web.unread,
        day=today,
        targets=tuple(target for targets in by_id for target in targets),
        mentions=(
            *((mention, record.origin) for mention, record in mentions_of(private, kinds)),
            *(() if web.path else _mentioned_by(settings)),
        ),
        cited=(*_cited(web), *(() if web.path else _cited_by(settings))),
        sources=web.of(Source),
        figures=web.of(Figure),
        shared=tuple((page, board) for page, board in shared if page.places),
        kinds=tuple(kind.name for kind in kinds_in(private, kinds)),
        counts=as_counts(dict((*counts_of(private, kinds, today), *doorway_counts(wall, settings, today)))),
        as_of_by=latest_by_kind(dated, web.place, today),
        changes_on=min(changes_of(web, private, dated, kinds, today), default=None),
        copies=tuple(copies_of(web, settings, today, kinds)),
        old_addresses=tuple(_old_addresses(web, kinds)),
        withheld=tuple((kind, name, number) for (kind, name), number in sorted(on_web.withheld.items())),
    )
    return Outlined(web, wall, outline, tuple(duplicates), tuple(own_rules(private, kinds, today)))


def joined(private: Records, settings: Settings, kinds: tuple[Kind[Any], ...]) -> Records:
    """The records of one place, each with what follows from the others."""
    has_duties = private.place.kind is Level.COMPOUND and settings.duties_at(private.path)
    asked = (kind for kind in kinds if has_duties and kind.name == CATALOGUE)
    joins = {kind.record: kind.join for kind in (*kinds_in(private, kinds), *asked) if kind.join is not None}
    if not joins:
        return private
    groups = dict(private.by_type)
    for record_type, join in joins.items():
        groups[record_type] = join(groups.get(record_type, ()), private, settings)
    return replace(private, by_type=tuple(groups.items()))


def _mentioned_by(settings: Settings) -> Iterator[tuple[Mention, Origin]]:
    """The places below which items of the catalogue hold; told with the root, whose file they stand in."""
    for number, item in enumerate(settings.catalogue):
        for index, place in enumerate(item.places):
            path = (CATALOGUE, number, "places", index)
            yield Mention(f"/{place.strip('/')}", path, ("place",)), settings.origin


def _cited_by(settings: Settings) -> Iterator[tuple[str, Origin]]:
    """The sources of items of the catalogue; told with the root as well."""
    for number, item in enumerate(settings.catalogue):
        for index, key in enumerate(item.source):
            yield key, settings.origin.at(CATALOGUE, number, "source", index)


def _cited(records: Records) -> Iterator[tuple[str, Origin]]:
    for record in (records.place, *records.all()):
        for number, key in enumerate(record.source):
            yield key, record.origin.at("source", number)


_BODY_PHOTO = re.compile(r"!\[[^\]]*\]\((photos/[^)\s]+)")


def copies_of(
    web: PublicRecords, settings: Settings, today: date, kinds: tuple[Kind[Any], ...]
) -> Iterator[Copy]:
    """The photos and attachments that the pages of a place show, those inside its texts included."""
    summary = Summary(web.path, web.place.name, web.place.kind.value, web.place.sample)
    locality = Locality(web, (), summary, Context(settings, today))
    for kind in kinds_in(web, kinds):
        yield from kind.copies(locality)
    folder = posixpath.dirname(web.place.origin.file)
    for record in (web.place, *web.all()):
        for path in _BODY_PHOTO.findall(record.body) if "](photos/" in record.body else ():
            target = f"{web.path}/{path}".lstrip("/")
            yield Copy(target, f"{folder}/{path}", origin=record.origin.at("body"))


def _old_addresses(records: Records, kinds: tuple[Kind[Any], ...]) -> Iterator[tuple[str, str, Origin]]:
    place = records.place
    for old in place.was:
        path = old if old.startswith("/") else f"{records.path.rpartition('/')[0]}/{old}"
        yield path.rstrip("/") + "/", records.url, place.origin
    by_type = by_record(kinds)
    for record_type, group in records.by_type:
        kind = by_type[record_type]
        for record in group if kind.has_page else ():
            for old in record.was:
                yield (
                    kind.url(records.path, replace(record, id=old)),
                    kind.url(records.path, record),
                    record.origin,
                )


def withheld_of(outlines: Iterator[Outline]) -> tuple[tuple[str, str, int], ...]:
    """How many values were withheld on the whole site, by kind and field."""
    total: Counter[tuple[str, str]] = Counter()
    for outline in outlines:
        for kind, name, number in outline.withheld:
            total[kind, name] += number
    return tuple((kind, name, number) for (kind, name), number in sorted(total.items()))
