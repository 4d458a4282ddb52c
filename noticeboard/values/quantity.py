"""Figures with the hedge that their source gave them: 1500余, 近2000, 约128, ≥92%.

A hedge is part of the figure: it is kept in text and it fixes the interval in which the true number lies.
Sums, products and averages carry that interval on, so that a check can tell a contradiction from a
rounding. Nothing here may drop a hedge, nor invent a digit that a source does not have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.values.interval import Interval, point
from noticeboard.values.number import (
    DIGITS,
    SCALE,
    SCALES,
    TOO_LONG,
    grouped,
    half_width,
    is_too_long,
    quoted,
    scaled,
)

E_QUANTITY = code("E-QUANTITY", "数量写法不对", "a quantity that cannot be read or computed")


class Hedge(StrEnum):
    """How a source qualifies a figure."""

    EXACT = "exact"
    MORE = "more"
    NEARLY = "nearly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


_PREFIXES = {
    Hedge.NEARLY: ("近", "将近", "接近", "nearly "),
    Hedge.ABOUT: ("约", "大约", "约为", "about "),
    Hedge.AT_LEAST: ("≥", ">=", "不少于", "不低于", "至少", "at least "),
    Hedge.AT_MOST: ("≤", "<=", "不多于", "不超过", "不高于", "至多", "最多", "at most "),
    Hedge.MORE: ("over ",),
}
_SUFFIXES = {Hedge.MORE: ("余", "多", "+"), Hedge.ABOUT: ("左右", "上下"), Hedge.AT_LEAST: ("以上",)}
_TEXT: dict[Language, dict[Hedge, str]] = {
    "zh": {
        Hedge.EXACT: "{}",
        Hedge.MORE: "{}余",
        Hedge.NEARLY: "近{}",
        Hedge.ABOUT: "约{}",
        Hedge.AT_LEAST: "≥{}",
        Hedge.AT_MOST: "≤{}",
    },
    "en": {
        Hedge.EXACT: "{}",
        Hedge.MORE: "over {}",
        Hedge.NEARLY: "nearly {}",
        Hedge.ABOUT: "about {}",
        Hedge.AT_LEAST: "at least {}",
        Hedge.AT_MOST: "at most {}",
    },
}
_GROUPED_FROM: dict[Language, int] = {"zh": 10_000, "en": 1_000}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a source states it, or as it was computed from such numbers.

    `percent` figures are in percentage points (91.6 for 91.6%). `bounds` is the interval of a computed
    figure where it is not the one that number and hedge alone would give; it is None otherwise.
    `decimals` is how many decimals were written, so that 60.0 and 60 stay two figures. A negative or
    infinite value is a `ValueError`.
    """

    value: Decimal
    hedge: Hedge = Hedge.EXACT
    percent: bool = False
    bounds: Interval | None = None
    decimals: int = field(init=False)

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value < 0:
            raise ValueError("a quantity is a finite number, never negative")
        plain, exponent = self.value, int(self.value.as_tuple().exponent)
        if exponent > 0:
            plain, exponent = Decimal(format(plain, "f")), 0
            object.__setattr__(self, "value", plain)
        object.__setattr__(self, "decimals", -exponent)
        if self.bounds is not None and self.bounds == stated_interval(plain, self.hedge):
            object.__setattr__(self, "bounds", None)

    def __hash__(self) -> int:
        return hash(self.value)

    def __reduce__(self) -> tuple[type[Quantity], tuple[object, ...]]:
        """Pickled as what it is made from, at a third of the cost of all that it holds."""
        stated = (self.value, self.hedge, self.percent, self.bounds)
        return Quantity, stated if stated[1:] != _PLAIN else stated[:1]

    def interval(self) -> Interval:
        """Where the true number lies; percentage points if `percent`."""
        return self.bounds or stated_interval(self.value, self.hedge)

    def text(self, language: Language = "zh") -> str:
        """The figure with its hedge: `1500余`, `10,000余`, `≥92%`; `over 1,500`, `at least 92%`."""
        number = grouped(self.value, _GROUPED_FROM[language])
        if self.hedge is Hedge.EXACT and not self.percent:  # nearly every one
            return number
        return _TEXT[language][self.hedge].format(number + "%" if self.percent else number)

    def data(self) -> str:
        """The bare number for machines; hedge and percent sign are told apart from it."""
        return format(self.value, "f")


_PLAIN = (Hedge.EXACT, False, None)


def stated_interval(value: Decimal, hedge: Hedge) -> Interval:
    """The interval that `hedge` gives `value`, u being the last non-zero place of it (1500: 100).

    n余 is [n, n+u), 近n is (n−u, n], 约n is [n−u/2, n+u/2], ≥n is [n, ∞) and ≤n is [0, n] (DESIGN.md,
    section 3). Zero has no such place: a hedge leaves it as it is, but for ≥0.
    """
    number, place = Fraction(value), _last_place(value)
    match hedge:
        case Hedge.MORE if place:
            return Interval(number, number + place, upper_open=True)
        case Hedge.NEARLY if place:
            return Interval(number - place, number, lower_open=True)
        case Hedge.ABOUT:
            return Interval(number - place / 2, number + place / 2)
        case Hedge.AT_LEAST:
            return Interval(number, None)
        case Hedge.AT_MOST:
            return Interval(Fraction(0), number)
    return point(number)


def _last_place(value: Decimal) -> Fraction:
    """The unit of the last digit that is not zero: 100 for 1500, 1/10 for 91.6, 0 for zero."""
    written = value.as_tuple()
    digits = "".join(map(str, written.digits))
    significant = digits.rstrip("0")
    if not significant:
        return Fraction(0)
    return Fraction(10) ** (int(written.exponent) + len(digits) - len(significant))


def _alternatives(table: dict[Hedge, tuple[str, ...]]) -> str:
    return "|".join(
        re.escape(mark) for marks in table.values() for mark in sorted(marks, key=len, reverse=True)
    )


def _hedges(table: dict[Hedge, tuple[str, ...]]) -> dict[str, Hedge]:
    return {mark: hedge for hedge, marks in table.items() for mark in marks}


_HEDGE_OF = _hedges(_PREFIXES) | _hedges(_SUFFIXES)
_QUANTITY = re.compile(
    rf"(?P<before>{_alternatives(_PREFIXES)})?\s*(?P<digits>{DIGITS})\s*(?P<inner>余|多)?\s*"
    rf"(?P<scale>{SCALE})?\s*(?P<percent>%)?\s*(?P<after>{_alternatives(_SUFFIXES)})?",
)


def parse_quantity(text: str) -> Quantity:
    """The figure in `text`: `1500余`, `近2000`, `约 128`, `≥92%`, `1万余`, `173,500`; its unit stands apart.

    Raises `Problem` E-QUANTITY for a negative number, two hedges at once, a hedged zero, or no number.
    """
    plain = half_width(text)
    match = _QUANTITY.fullmatch(plain)
    if match is None:
        raise _not_a_quantity(plain, text)
    marks = [mark for mark in (match["before"], match["inner"], match["after"]) if mark]
    if len(marks) > 1:
        raise Problem(
            E_QUANTITY,
            Words(f"{quoted(text).zh}有两个约数词", f"{quoted(text).en} is hedged twice"),
            Words("只留一个，例如 1500余", "keep one of them, such as 1500余"),
        )
    hedge = _HEDGE_OF[marks[0]] if marks else Hedge.EXACT
    value = scaled(match["digits"], SCALES.get(match["scale"], 0))
    if value == 0 and hedge in (Hedge.MORE, Hedge.NEARLY, Hedge.ABOUT):
        raise Problem(
            E_QUANTITY,
            Words(f"0 不能带约数词：{quoted(text).zh}", f"zero cannot be hedged: {quoted(text).en}"),
            Words("写 0，或写出数字", "write 0, or the number"),
        )
    return Quantity(value, hedge, percent=match["percent"] is not None)


def _not_a_quantity(plain: str, text: str) -> Problem:
    """Why `text`, `plain` in half-width characters, is no quantity: negative, too long, or no number at all."""
    shown = quoted(text)
    if re.fullmatch(rf"[-负]\s*{DIGITS}\s*%?", plain):
        return Problem(
            E_QUANTITY,
            Words(f"数量不能是负数：{shown.zh}", f"a quantity cannot be negative: {shown.en}"),
            Words("写正数，用名称说明是减少", "write it positive and let the name say that it is a decrease"),
        )
    if is_too_long(text):
        return Problem(
            E_QUANTITY, Words(f"数字太长：{shown.zh}", f"the number is too long: {shown.en}"), TOO_LONG
        )
    return Problem(
        E_QUANTITY,
        Words(f"{shown.zh}不是数量", f"{shown.en} is not a quantity"),
        Words(
            "写成 1478、1500余、近2000、约128、≥92% 这样的数字，单位另写",
            "write a number such as 1478, 1500余, 近2000, 约128 or ≥92%, its unit apart",
        ),
    )


def sum_quantities(quantities: Sequence[Quantity]) -> Quantity:
    """The sum with the common hedge, or 约 where hedges differ: 1500余 + 22 is 1522余.

    Exact figures are neutral. Its interval is the sum of the intervals. Raises `Problem` E-QUANTITY if
    percentages and other numbers meet.
    """
    if len({quantity.percent for quantity in quantities}) > 1:
        raise Problem(
            E_QUANTITY,
            Words("百分数不能和数量相加", "a percentage cannot be added to a number"),
            Words("分开相加", "add them apart"),
        )
    hedges = {quantity.hedge for quantity in quantities} - {Hedge.EXACT}
    hedge = Hedge.EXACT if not hedges else hedges.pop() if len(hedges) == 1 else Hedge.ABOUT
    value = sum((Fraction(quantity.value) for quantity in quantities), Fraction(0))
    places = max((quantity.decimals for quantity in quantities), default=0)
    bounds = sum((quantity.interval() for quantity in quantities), point(Fraction(0)))
    percent = bool(quantities) and quantities[0].percent
    return Quantity(Decimal(f"{int(value * 10**places)}E-{places}"), hedge, percent, bounds)


def may_equal(one: Quantity, two: Quantity) -> bool:
    """Whether both figures can be the same number: their intervals meet."""
    return one.percent == two.percent and one.interval().overlaps(two.interval())


def states_more(whole: Quantity, parts: Quantity) -> bool:
    """Whether `whole` says n余 while its counted `parts` make n only: not wrong, but worth a note."""
    return (
        whole.hedge is Hedge.MORE
        and parts.hedge is Hedge.EXACT
        and whole.percent == parts.percent
        and whole.value == parts.value
    )
