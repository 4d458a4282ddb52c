"""Records that are numbered in order, so that a gap shows one that was lost: numbers that stand twice, and gaps.

1, 1, 4 ─ repeated ▶ the second 1      ─ missing ▶ 2、3
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeVar

from noticeboard.languages import Words

MOST_TOLD = 8
"""So many missing numbers are told."""


class Numbered(Protocol):
    """A record with a number."""

    @property
    def number(self) -> int:
        """Its number, as it stands on paper."""


N = TypeVar("N", bound=Numbered)


def repeated(records: Iterable[N]) -> Iterator[N]:
    """The records whose number stands before them already."""
    seen: set[int] = set()
    for record in records:
        if record.number in seen:
            yield record
        seen.add(record.number)


def missing(records: Sequence[Numbered]) -> Words | None:
    """The numbers between the first and the last that no record has; None where there is no gap."""
    numbers = {record.number for record in records}
    lacking = (n for n in range(min(numbers, default=0), max(numbers, default=0)) if n not in numbers)
    found = [str(n) for n in islice(lacking, MOST_TOLD + 1)]  # a slip of the pen may leave out a billion
    if not found:
        return None
    shown, has_more = found[:MOST_TOLD], len(found) > MOST_TOLD
    return Words("、".join(shown) + "等" * has_more, ", ".join(shown) + " and more" * has_more)


def last_numbered(records: Sequence[N]) -> N:
    """The record with the highest number; there must be one."""
    return max(records, key=lambda record: record.number)
