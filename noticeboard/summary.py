"""What the places above know of one place: its name, and counts that include all places below it.

    Summary of each child + own records ─ planning.summary ▶ Summary ─▶ the place above

This is all that goes upwards, so memory does not grow with the records of the places below. A value: nothing here
counts a record.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from noticeboard.frozen import dataclass
from noticeboard.values.partial_date import PartialDate

Counts = tuple[tuple[str, int], ...]
"""Whole numbers that add up from place to place, sorted by key: `tasks.done`, `funds` (in fen), …"""


@dataclass(frozen=True)
class Summary:
    """What the places above know of one place: names, and counts that include all places below it."""

    path: str
    name: str
    level: str
    sample: bool
    counts: Counts = ()
    as_of: PartialDate | None = None
    """The last day that any record here or below speaks of."""
    as_of_by: tuple[tuple[str, PartialDate], ...] = ()
    """The same of the records of one kind, by the kind's name: a notice of today makes no task newer."""
    changes_on: date | None = None
    """The next day on which this summary changes without any file changing."""
    children: tuple[Summary, ...] = ()
    """Of the places directly below; theirs are left out, so that a page lists two levels."""
    kinds: tuple[str, ...] = ()
    """The names of the kinds that it, or a place below it, has records of."""

    def count(self, key: str) -> int:
        """One of the counts; 0 where nothing was counted."""
        return self._by_key.get(key, 0)

    def latest(self, kind: str) -> PartialDate | None:
        """The last day that the records of one kind, `task`, speak of."""
        return dict(self.as_of_by).get(kind)

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return dict(self.counts)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_by_key"}

    def counted(self, prefix: str) -> tuple[tuple[str, int], ...]:
        """The counts whose key begins with `prefix`, which is cut off."""
        return tuple((key[len(prefix) :], value) for key, value in self.counts if key.startswith(prefix))

    def without_grandchildren(self) -> Summary:
        """The summary as the place above keeps it; the very same value where nothing is left out.

        So that what a build remembers of a place and of the place above it is written and read once.
        """
        if not any(child.children for child in self.children):
            return self
        return replace(self, children=tuple(replace(child, children=()) for child in self.children))
