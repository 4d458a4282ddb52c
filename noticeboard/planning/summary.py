"""What the places above know of a place: counts that add up, dates, names two levels down.

    records of one place ─ counts_of, latest_by_kind, changes_of ▶ its own part
    its own part + Summary of each child ─ summarize ▶ Summary

Counts of a place include all places below it; a record that concerns several places is counted once, in the
place whose folder holds it. A sample place is listed by the places above it but never counted there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from sys import intern
from typing import Any

from noticeboard.checking.redaction import consent_changes
from noticeboard.kind import Due, Kind, kinds_in
from noticeboard.kinds.place import Level
from noticeboard.locality import Records
from noticeboard.summary import Counts, Summary
from noticeboard.values.hedged_counts import hedged_counts
from noticeboard.values.partial_date import PartialDate, latest


def counts_of(private: Records, kinds: tuple[Kind[Any], ...], today: date) -> Counts:
    """The counts of the place's own records.

    They are those of the `private` records, since redaction may change no count: two persons whose names are
    withheld can look like one.
    """
    counts: Counter[str] = Counter()
    for kind in kinds_in(private, kinds):
        for key, number in kind.tally(private, today):
            counts[key] += number
    place = private.place
    counts[f"places.{place.kind.value}"] += 1
    if place.kind is Level.COMPOUND and place.households is not None:
        counts.update(dict(hedged_counts("households", [place.households])))
    return as_counts(counts)


def as_counts(counts: Mapping[str, int]) -> Counts:
    """Counts as they are kept: sorted, without zeros; a key that many places have is kept once."""
    return tuple(sorted((intern(key), number) for key, number in counts.items() if number))


DatesByKind = dict[str, list[PartialDate]]
"""Every date that the records of a place speak of, by the name of their kind."""


def dates_by_kind(records: Records, kinds: tuple[Kind[Any], ...]) -> DatesByKind:
    """The dates of the place's own records."""
    own = {kind.name: kind for kind in kinds_in(records, kinds)}
    return {
        kind.name: [when for record in records.of(kind.record) for when in kind.dates(record)]
        if kind.name in own
        else []
        for kind in kinds
    }


def latest_by_kind(dated: DatesByKind, place: Any, today: date) -> tuple[tuple[str, PartialDate], ...]:
    """The last day that the place's own records of each kind speak of, by the kind's name.

    The day of the place (`Place.as_of`) holds for all of them.
    """
    own = () if place.as_of is None else (place.as_of,)
    found = ((name, latest((*own, *dates), by=today)) for name, dates in dated.items())
    return tuple((name, when) for name, when in found if when is not None)


def summarize(
    place: Any,
    path: str,
    own: tuple[Counts, tuple[tuple[str, PartialDate], ...], date | None],
    children: tuple[Summary, ...],
    kinds: tuple[Kind[Any], ...],
    *,
    sample: bool,
    recorded: tuple[str, ...] = (),
) -> Summary:
    """The summary of one place from its own counts, dates and next day of change, and those of its children.

    `recorded` are the names of the kinds that the place has records of.
    """
    counts, dates, changes_on = own
    counted = tuple(child for child in children if sample or not child.sample)
    if counted:
        counts = _with_those_below(counts, counted)
    by_kind = tuple(_with_children(dict(dates), counted, kinds)) if counted else dates
    changes = [changes_on, *(child.changes_on for child in children)]
    return Summary(
        path=path,
        name=place.name,
        level=place.kind.value,
        sample=sample,
        kinds=tuple(sorted({*recorded, *(name for child in children for name in child.kinds)})),
        counts=counts,
        as_of=latest([*(when for _, when in by_kind), *(each.as_of for each in counted if each.as_of)]),
        as_of_by=by_kind,
        changes_on=min((day for day in changes if day is not None), default=None),
        children=tuple(child.without_grandchildren() for child in children),
    )


def _with_those_below(own: Counts, children: tuple[Summary, ...]) -> Counts:
    total = dict(own)
    for child in children:
        for key, number in child.counts:
            total[key] = total.get(key, 0) + number
    return as_counts(total)


def _with_children(
    own: dict[str, PartialDate], children: tuple[Summary, ...], kinds: tuple[Kind[Any], ...]
) -> Iterator[tuple[str, PartialDate]]:
    for kind in kinds:
        known = (own.get(kind.name), *(child.latest(kind.name) for child in children))
        found = latest(when for when in known if when is not None)
        if found is not None:
            yield kind.name, found


def _changes_of_due(due: Due, today: date) -> Iterator[date]:
    """The days on which something is told to run out soon, and to have run out; then every day that is counted."""
    last = due.when.last
    yield from (day for day in (last - due.ahead, last + timedelta(days=1)) if day > today)
    if due.counts_days and last < today:
        yield today + timedelta(days=1)


def changes_of(
    records: Records, private: Records, dated: DatesByKind, kinds: tuple[Kind[Any], ...], today: date
) -> Iterator[date]:
    """Days after today on which what is shown of the place's own records changes by itself.

    `private` tells on which day a consent ends.
    """
    for kind in kinds_in(records, kinds):
        for record in records.of(kind.record):
            for day in kind.changes(record, today):
                if day > today:
                    yield day
        for due in kind.due(records, today):
            yield from _changes_of_due(due, today)
    own = () if records.place.as_of is None else (records.place.as_of,)
    for dates in (own, *dated.values()):
        for when in dates:
            if when.first > today:
                yield when.first
    for _, group in private.by_type:
        yield from (day for day in consent_changes(group, today) if day > today)
