"""What the kinds count of a place, for the page of statistics and for its poster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from noticeboard.kind import Kind
from noticeboard.languages import Language
from noticeboard.locality import Locality
from noticeboard.statistic import Breakdown, Part, Statistic
from noticeboard.values.money import Money

LEAST_DRAWN = 3
"""Parts that are worth a picture."""


def counted_by(locality: Locality, kinds: Iterable[Kind[Any]], least: int) -> tuple[Statistic, ...]:
    """What the kinds count of a place, in order; nothing if fewer than `least` records are counted in all."""
    found = [each for kind in kinds for each in kind.statistics(locality)]
    if sum(each.counted for each in found) < least:
        return ()
    return tuple(sorted(found, key=lambda each: each.order))


def amount_text(breakdown: Breakdown, count: int, language: Language) -> str:
    """A count, or an amount of money, as it is set."""
    return Money(count).text(language) if breakdown.money else f"{count:,}"


def is_worth_drawing(parts: Sequence[Part]) -> bool:
    """Whether a picture says more than the table: there are parts enough, and they differ."""
    counts = [part.counts for part in parts if any(part.counts)]
    return len(counts) >= LEAST_DRAWN and len(set(counts)) > 1
