"""By which days something must be published, and which posting fulfils which of them.

    rhythm, `by` ─ deadlines ▶ days      days, postings ─ fulfilments ▶ the postings for each deadline

A posting counts for the next deadline. If the one before is nearer and was missed, or lacks a channel that the
posting uses, it counts for that one, late. It counts once, so that what is late now is not early next time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from noticeboard.diagnostics import Problem
from noticeboard.duty import Duty, Medium, MonthDay, read_by
from noticeboard.kinds.catalogue.record import Posting


def deadlines(duty: Duty, first: date, last: date) -> list[date]:
    """Every day from `first` to `last` by which something must be published in its rhythm."""
    if duty.rhythm is None or not duty.rhythm.months:
        return []
    try:
        written = [read_by(duty.rhythm, text) for text in duty.by]
    except Problem:
        return []  # told where it is written
    return sorted(day for each in written for day in _each(each, first, last) if first <= day <= last)


def _each(written: MonthDay, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for month in range(1, 13) if written.month is None else (written.month,):
            yield written.in_year(year, month)


def fulfilments(
    due: Sequence[date], postings: Sequence[Posting], wanted: Iterable[Medium] = ()
) -> list[tuple[Posting, ...]]:
    """For each of the deadlines, in order, the postings that fulfil it on the channels `wanted`; none if missed.

    `postings` are in the order of their days.
    """
    asked = frozenset(wanted)
    found: list[tuple[Posting, ...]] = [()] * len(due)
    for posting in postings:
        index = bisect_left(due, posting.day)
        if index and _is_nearer(posting.day, due, index) and _is_needed(posting, found[index - 1], asked):
            index -= 1
        if index < len(due):
            found[index] = (*found[index], posting)
    return found


def _is_nearer(day: date, due: Sequence[date], following: int) -> bool:
    """Whether a day is nearer to the deadline before it than to the one that follows."""
    return following == len(due) or day - due[following - 1] < due[following] - day


def _is_needed(posting: Posting, known: Sequence[Posting], asked: frozenset[Medium]) -> bool:
    """Whether a deadline was missed so far, or lacks a channel that a posting uses."""
    if not known:
        return True
    lacking = asked.difference(*(each.where for each in known))
    return bool(lacking & posting.where)
