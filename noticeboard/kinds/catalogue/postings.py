"""The items of a place, each with what happened and what was posted.

    items of the site that hold here + rows of the place ─ join ▶ Entries with events and postings

A publication says where and when, of which record, and may name items. A notice hangs on the board and stands on
the site, so it is a posting of itself. That a record stands on the site is no posting: nobody says since when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, NamedTuple

from noticeboard.config import Settings
from noticeboard.diagnostics import Origin, Problem
from noticeboard.duty import CatalogueItem, Duty, Medium, kind_named
from noticeboard.kinds.catalogue.record import Entry, Event, Key, Posting
from noticeboard.kinds.decision.record import Decision
from noticeboard.kinds.fund.record import Fund
from noticeboard.kinds.meeting.record import Meeting
from noticeboard.kinds.notice.calendar import calendar_of
from noticeboard.kinds.notice.record import Notice
from noticeboard.kinds.place import Level
from noticeboard.kinds.publication import Publication
from noticeboard.kinds.task.record import Task
from noticeboard.locality import Records
from noticeboard.records import Record
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.working_days import WorkingCalendar

TYPES: dict[str, type[Record]] = {
    "task": Task,
    "notice": Notice,
    "fund": Fund,
    "decision": Decision,
    "meeting": Meeting,
}
"""The records whose posting can fulfil an item (`duty.POSTED`), by kind."""
HANGS = frozenset((Medium.BOARD, Medium.WEB))


class _Posted(NamedTuple):
    """A posting with the items that it names."""

    posting: Posting
    items: tuple[str, ...]


def join(entries: tuple[Entry, ...], records: Records, settings: Settings) -> tuple[Entry, ...]:
    """What must be published at a place, the items of the site first, each with its events and postings.

    Where the calendar of the site is faulty, which is told there, nothing has happened.
    """
    posted, calendar = list(_posted(records)), calendar_of(settings)
    items = [*_of_site(entries, records, settings), *_own(entries, records, settings)]
    return tuple(_known(item, records, posted, calendar) for item in items)


def _of_site(entries: tuple[Entry, ...], records: Records, settings: Settings) -> Iterator[Entry]:
    """The items of the site, with what the place says of each: they hold for compounds alone."""
    if records.place.kind is not Level.COMPOUND:
        return
    said = {entry.id: entry for entry in entries if not entry.is_item}
    for number, item in enumerate(settings.catalogue):
        if item.holds_at(records.path):
            origin = settings.origin.at("catalogue", number)
            yield _merged(item, said.get(item.id), origin)


def _merged(item: CatalogueItem, said: Entry | None, origin: Origin) -> Entry:
    duty = {each.name: getattr(item, each.name) for each in fields(Duty)}
    entry = said or Entry(id=item.id, origin=origin)
    return replace(entry, **duty, of_site=True, note=entry.note or item.note, site_source=item.source)


def _own(entries: tuple[Entry, ...], records: Records, settings: Settings) -> Iterator[Entry]:
    """The rows that are items themselves, and those that add to an item which is not there (told by `check`)."""
    is_compound = records.place.kind is Level.COMPOUND
    known = {item.id for item in settings.duties_at(records.path)} if is_compound else set()
    return (entry for entry in entries if entry.is_item or entry.id not in known)


def _known(entry: Entry, records: Records, posted: list[_Posted], calendar: WorkingCalendar | None) -> Entry:
    events = () if entry.comes_round or calendar is None else tuple(_events(entry, records, calendar))
    keys = {event.of for event in events if event.of}
    kinds = {kind_named(name) for name in entry.kinds}
    found = (
        each.posting
        for each in posted
        if entry.id in each.items
        or (each.posting.of and (each.posting.of in keys or each.posting.of[0] in kinds))
    )
    return replace(entry, happened=events, postings=tuple(found))


def _posted(records: Records) -> Iterator[_Posted]:
    """All that the place posts."""
    for each in records.of(Publication):
        of = _key_of(each.of, records)
        posting = Posting(each.posted.last, frozenset(each.where), of, each.posted.first)
        yield _Posted(posting, tuple(map(_bare, each.items)))
    for notice in records.of(Notice):
        day = notice.from_ or (notice.issued.last if notice.issued else None)
        if day is not None:
            posting = Posting(day, HANGS, ("notice", notice.id), day)
            yield _Posted(posting, tuple(map(_bare, notice.items)))


def _bare(reference: str) -> str:
    return reference.rpartition("#")[2].rpartition("/")[2]


def _key_of(reference: str, records: Records) -> Key | None:
    """Kind and id of what a publication is of, as far as they can be told within the place."""
    name = reference.rpartition("#")[2]
    kind, mark, bare = name.partition("/")
    if mark:
        return kind, bare
    types = TYPES.items() if name else ()
    return next(
        ((kind, name) for kind, of_type in types if any(each.id == name for each in records.of(of_type))),
        None,
    )


def _held(meeting: Any) -> PartialDate | None:
    held: PartialDate | None = None if meeting.cancelled else meeting.when
    return held


DAYS: dict[str, Callable[[Any], PartialDate | None]] = {
    "task": lambda task: task.finished,
    "fund": lambda fund: fund.as_of,
    "meeting": _held,
}
"""When a record is an event, for the kinds in `duty.STARTS`."""


def _events(entry: Entry, records: Records, calendar: WorkingCalendar) -> list[Event]:
    """What the place says that happened, and records of the kind that the item names."""
    found = [
        Event(each.when, each.what, origin=entry.origin.at("events", number, "when"))
        for number, each in enumerate(entry.events)
    ]
    kind = kind_named(entry.after)
    day_of = DAYS.get(kind)
    for record in records.of(TYPES[kind]) if day_of else ():
        day = day_of(record) if day_of else None
        if day is not None:
            of = (kind, record.id) if record.id else None
            found.append(Event(day.last, getattr(record, "title", ""), of, origin=record.origin))
    since = entry.since or date.min
    dated = (event._replace(due=_due(entry, event, calendar)) for event in found if event.day >= since)
    return sorted(dated, key=lambda event: event.day)


def _due(entry: Entry, event: Event, calendar: WorkingCalendar) -> date | None:
    if entry.working_days is None:
        return None
    try:
        return calendar.add_working_days(event.day, entry.working_days)
    except Problem:
        return None  # told by `check`
