"""Figures computed from figures: a share with its base, an average, a product.

All are computed exactly and rounded once, half up, for their text. What was computed from a hedged
figure is marked 约; a rate of counted things is not. Nothing may be divided by zero: that is a `Problem`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from noticeboard.diagnostics import Problem
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.values.interval import Interval, point
from noticeboard.values.number import division_by_zero, rounded
from noticeboard.values.quantity import E_QUANTITY, Hedge, Quantity

_SMALL_BASE = 10


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much of `whole` its `part` is; `whole` is the base that stands beside the rate."""

    part: Quantity
    whole: Quantity

    @property
    def percent(self) -> Fraction:
        """The exact rate in percent."""
        return 100 * Fraction(self.part.value) / Fraction(self.whole.value)

    @property
    def approximate(self) -> bool:
        """Whether part or base is hedged, so that the rate is marked 约."""
        return not self.part.hedge is self.whole.hedge is Hedge.EXACT

    def data(self) -> str:
        """The rate for machines, as it is shown, without the percent sign: `98.5`.

        One decimal, rounded half up; none for 0 and 100 if exact, and none for an exact multiple of ten
        with a base of at most ten, where a decimal would claim what so few cannot show (8 of 10 is 80).
        """
        return _rate(self.part.value, self.whole.value)

    def text(self, language: Language = "zh") -> str:
        """The rate as set on a page: `98.5%`, `60.0%`, `100%`, `约98.5%`."""
        mark = {"zh": "约", "en": "about "}[language] if self.approximate else ""
        return f"{mark}{self.data()}%"


@lru_cache(maxsize=1024)
def _rate(part: Decimal, whole: Decimal) -> str:
    percent = 100 * Fraction(part) / Fraction(whole)
    whole_tens = percent % 10 == 0 and whole <= _SMALL_BASE
    plain = whole_tens or percent in (0, 100)
    return format(rounded(percent, 0 if plain else 1), "f")


def ratio(part: Quantity, whole: Quantity) -> Ratio:
    """The share of `part` in `whole`.

    Raises `Problem` E-NUMBER if `whole` is zero and E-QUANTITY if either is itself a percentage.
    """
    _require_numbers(part, whole)
    if whole.value == 0:
        raise division_by_zero()
    return Ratio(part, whole)


def per(amount: Quantity, count: Quantity) -> Quantity:
    """The average of `amount` over `count`, to one decimal unless it is exactly whole: 186 over 35 is 5.3.

    Exact figures give an unhedged average, others one marked 约. Raises `Problem` as `ratio` does.
    """
    _require_numbers(amount, count)
    if count.value == 0:
        raise division_by_zero()
    quotient = Fraction(amount.value) / Fraction(count.value)
    exact = amount.hedge is count.hedge is Hedge.EXACT
    places = 0 if quotient.denominator == 1 else 1
    bounds = amount.interval() / count.interval()
    return _derived(quotient, places, bounds, hedge=Hedge.EXACT if exact else Hedge.ABOUT)


def product(factors: Sequence[Quantity]) -> Quantity:
    """The product of `factors`, a percentage counting as its hundredth: 160余 × 80% is 约128.

    Exact numbers give an exact product. With a hedge or a percentage in it the product is marked 约 and
    rounded to a whole. Percentages alone make a percentage.
    """
    percent = bool(factors) and all(factor.percent for factor in factors)
    hundredths = sum(factor.percent for factor in factors) - percent
    scale = Fraction(1, 100**hundredths)
    value = math.prod((Fraction(factor.value) for factor in factors), start=scale)
    bounds = math.prod((factor.interval() for factor in factors), start=point(scale))
    if all(factor.hedge is Hedge.EXACT and not factor.percent for factor in factors):
        places = sum(factor.decimals for factor in factors)
        return _derived(value, places, bounds, hedge=Hedge.EXACT)
    return _derived(value, 0, bounds, hedge=Hedge.ABOUT, percent=percent)


def _derived(
    number: Fraction, places: int, bounds: Interval, *, hedge: Hedge, percent: bool = False
) -> Quantity:
    """The quantity that shows `number`; what rounding changed is added to its interval."""
    shown = rounded(number, places)
    if shown != number:
        bounds = bounds.hull(_rounding(shown, places))
    return Quantity(shown, hedge, percent, bounds)


def _rounding(shown: Decimal, places: int) -> Interval:
    """The numbers that are shown as `shown` when rounded half up to `places` decimals."""
    half = Fraction(1, 2 * 10**places)
    return Interval(max(Fraction(shown) - half, Fraction(0)), Fraction(shown) + half, upper_open=True)


def counts_fitting(whole: int, rate: Quantity) -> range:
    """The whole numbers of `whole` that a reported `rate` can stand for: 4789 to 4794 of 5231 make 91.6%.

    An unhedged rate is read as rounded half up to the decimals that it has. The range is empty if no
    number fits. Raises `Problem` E-QUANTITY if `rate` is no percentage.
    """
    if not rate.percent:
        raise Problem(
            E_QUANTITY,
            Words(f"{rate.text('zh')}不是百分数", f"{rate.text('en')} is not a percentage"),
            Words("写成百分数，例如 91.6%", "write a percentage, such as 91.6%"),
        )
    stated = _rounding(rate.value, rate.decimals) if rate.hedge is Hedge.EXACT else rate.interval()
    counts = stated * point(Fraction(whole, 100))
    first = math.floor(counts.lower) + 1 if counts.lower_open else math.ceil(counts.lower)
    if counts.upper is None:
        return range(first, whole + 1)
    after = math.ceil(counts.upper) if counts.upper_open else math.floor(counts.upper) + 1
    return range(first, min(after, whole + 1))


def _require_numbers(*quantities: Quantity) -> None:
    for quantity in quantities:
        if quantity.percent:
            raise Problem(
                E_QUANTITY,
                Words(
                    f"{quantity.text('zh')}是百分数，不能再算比率",
                    f"{quantity.text('en')} is a percentage already",
                ),
                Words("用数量来算，例如 1478 和 1500", "compute rates from numbers, such as 1478 and 1500"),
            )
