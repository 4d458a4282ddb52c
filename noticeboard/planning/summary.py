"""What the places above know of a place: counts that add up, dates, names two levels down.

    public Records + counts of the private ones + Summary of each child ─ summarize ▶ Summary

Counts of a place include all places below it; a record that concerns several places is counted once, in the
place whose folder holds it. A sample place is listed by the places above it but never counted there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from noticeboard.checking.redaction import consent_changes
from noticeboard.kind import Kind
from noticeboard.locality import Records, Summary
from noticeboard.records import Record
from noticeboard.values.partial_date import PartialDate, latest


def summarize(
    records: Records,
    private: Records,
    children: tuple[Summary, ...],
    kinds: tuple[Kind[Any], ...],
    today: date,
    *,
    sample: bool,
) -> Summary:
    """The summary of one place from its public records.

    The counts alone are those of the `private` records, since redaction may change no count: two persons
    whose names are withheld can look like one. `private` also tells on which day a consent ends.
    """
    counts: Counter[str] = Counter()
    for kind in kinds:
        for key, number in kind.tally(private, today):
            counts[key] += number
    counts[f"places.{records.place.kind.value}"] += 1
    counted = tuple(child for child in children if sample or not child.sample)
    for child in counted:
        counts.update(dict(child.counts))
    by_kind = tuple(_latest_by_kind(records, counted, kinds, today))
    changes = [child.changes_on for child in children if child.changes_on is not None]
    return Summary(
        path=records.path,
        name=records.place.name,
        level=records.place.kind.value,
        sample=sample,
        counts=tuple(sorted((key, number) for key, number in counts.items() if number)),
        as_of=latest([*(when for _, when in by_kind), *(each.as_of for each in counted if each.as_of)]),
        as_of_by=by_kind,
        changes_on=min([*changes, *_changes(records, private, kinds, today)], default=None),
        children=tuple(child.without_grandchildren() for child in children),
    )


def _latest_by_kind(
    records: Records, children: tuple[Summary, ...], kinds: tuple[Kind[Any], ...], today: date
) -> Iterator[tuple[str, PartialDate]]:
    for kind in kinds:
        below = (child.latest(kind.name) for child in children)
        own = dates_of(kind, records.of(kind.record), records.place)
        found = latest([*own, *(when for when in below if when)], by=today)
        if found is not None:
            yield kind.name, found


def dates_of(kind: Kind[Any], group: Iterable[Record], place: Any) -> Iterator[PartialDate]:
    """Every date that some records of one kind speak of; that of their place (`Place.as_of`) holds for all."""
    if place.as_of is not None:
        yield place.as_of
    for record in group:
        yield from kind.dates(record)


def _changes(records: Records, private: Records, kinds: tuple[Kind[Any], ...], today: date) -> Iterator[date]:
    by_type = {kind.record: kind for kind in kinds}
    for record_type, group in records.by_type:
        kind = by_type[record_type]
        for record in group:
            yield from (day for day in kind.changes(record, today) if day > today)
            yield from (when.first for when in kind.dates(record) if when.first > today)
    for record in private.all():
        yield from (day for day in consent_changes(record, today) if day > today)
