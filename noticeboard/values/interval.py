"""Ranges of numbers with open or closed ends: what a hedged figure leaves possible.

All ends are `Fraction`, so that sums, products and quotients of intervals are exact. Figures are counts
and rates, so an interval never reaches below zero; multiplication and division rely on that.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from noticeboard.frozen import dataclass


class _End(NamedTuple):
    at: Fraction | None
    open: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `lower` to `upper` (None: without end); an open end is not itself included."""

    lower: Fraction
    upper: Fraction | None
    lower_open: bool = False
    upper_open: bool = False

    def contains(self, number: Fraction) -> bool:
        """Whether `number` lies in the interval."""
        above = number > self.lower or (number == self.lower and not self.lower_open)
        below = self.upper is None or number < self.upper or (number == self.upper and not self.upper_open)
        return above and below

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self._starts_within(other) and other._starts_within(self)

    def _starts_within(self, other: Interval) -> bool:
        if other.upper is None or self.lower < other.upper:
            return True
        return self.lower == other.upper and not (self.lower_open or other.upper_open)

    def __add__(self, other: Interval) -> Interval:
        upper = None if self.upper is None or other.upper is None else self.upper + other.upper
        return Interval(
            self.lower + other.lower,
            upper,
            self.lower_open or other.lower_open,
            self.upper_open or other.upper_open,
        )

    def __mul__(self, other: Interval) -> Interval:
        lower = _product(_End(self.lower, self.lower_open), _End(other.lower, other.lower_open))
        upper = _product(_End(self.upper, self.upper_open), _End(other.upper, other.upper_open))
        return Interval(lower.at or Fraction(0), upper.at, lower.open, upper.open)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients; a divisor that may come near zero leaves no upper end."""
        return self * Interval(
            Fraction(0) if other.upper is None else 1 / other.upper,
            None if other.lower == 0 else 1 / other.lower,
            other.upper is None or other.upper_open,
            other.lower_open,
        )

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that covers both."""
        low = min((self.lower, self.lower_open), (other.lower, other.lower_open))
        if self.upper is None or other.upper is None:
            return Interval(low[0], None, low[1])
        high = max((self.upper, not self.upper_open), (other.upper, not other.upper_open))
        return Interval(low[0], high[0], low[1], not high[1])


def _product(one: _End, two: _End) -> _End:
    """The end of a product; zero is reached as soon as one factor reaches it."""
    reached = [end for end in (one, two) if end.at == 0 and not end.open]
    if reached:
        return reached[0]
    if one.at is None or two.at is None:
        return _End(None, False)
    return _End(one.at * two.at, one.open or two.open)


def point(number: Fraction) -> Interval:
    """The interval that holds `number` alone."""
    return Interval(number, number)
