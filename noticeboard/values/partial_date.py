"""Dates as exactly as a source gives them, from a day or a third of a month up to a decade.

A partial date is an interval of days with a name. It must never become more exact than it was written:
text and data give back the same precision, and two dates compare by where their intervals begin and end.

A site has few dates, and asks each of them hundreds of times: its days are found out when it is made, its texts
once.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import lru_cache, total_ordering

from noticeboard.frozen import dataclass
from noticeboard.languages import Language

_MONTHS = tuple(calendar.month_name)


class Part(StrEnum):
    """A named part of a month (with a month) or of years (without one)."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "H1"
    SECOND_HALF = "H2"
    FIRST_QUARTER = "Q1"
    SECOND_QUARTER = "Q2"
    THIRD_QUARTER = "Q3"
    FOURTH_QUARTER = "Q4"
    DECADE = "decade"


_DAYS = {Part.EARLY: (1, 10), Part.MID: (11, 20), Part.LATE: (21, 31)}
_MONTHS_OF = {
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
    Part.FIRST_QUARTER: (1, 3),
    Part.SECOND_QUARTER: (4, 6),
    Part.THIRD_QUARTER: (7, 9),
    Part.FOURTH_QUARTER: (10, 12),
}
_ZH = {
    Part.EARLY: "上旬",
    Part.MID: "中旬",
    Part.LATE: "下旬",
    Part.FIRST_HALF: "上半年",
    Part.SECOND_HALF: "下半年",
    Part.FIRST_QUARTER: "第一季度",
    Part.SECOND_QUARTER: "第二季度",
    Part.THIRD_QUARTER: "第三季度",
    Part.FOURTH_QUARTER: "第四季度",
}
_EN = {
    Part.EARLY: "early ",
    Part.MID: "mid-",
    Part.LATE: "late ",
    Part.FIRST_HALF: "the first half of",
    Part.SECOND_HALF: "the second half of",
    Part.FIRST_QUARTER: "the first quarter of",
    Part.SECOND_QUARTER: "the second quarter of",
    Part.THIRD_QUARTER: "the third quarter of",
    Part.FOURTH_QUARTER: "the fourth quarter of",
}


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of any precision; `approximate` means that the source itself says 约.

    `day` needs `month`; `part` is one of a month if there is a month, else a half, a quarter or a decade
    (of which `year` is the first). What is no date is a `ValueError`.
    """

    year: int
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    approximate: bool = False
    first: date = field(init=False, repr=False, compare=False)
    """The first day that it can mean."""
    last: date = field(init=False, repr=False, compare=False)
    """The last day that it can mean."""

    def __post_init__(self) -> None:
        if self.day and self.month and self.part is None:  # nearly every one
            first = last = date(self.year, self.month, self.day)
        else:
            self._require_fitting()
            first, last = self._first(), self._last()
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)

    def _require_fitting(self) -> None:
        fits_month = self.part in _DAYS if self.month else self.part in _MONTHS_OF or self.part is Part.DECADE
        if self.part is not None and (self.day is not None or not fits_month):
            raise ValueError(f"{self.part} does not fit the precision of this date")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if self.part is Part.DECADE and self.year % 10:
            raise ValueError("a decade begins with a year that ends in 0")

    def __hash__(self) -> int:
        return hash(self.first)

    def __reduce__(self) -> tuple[type[PartialDate], tuple[object, ...]]:
        """Pickled as what it is made from, at a third of the cost of all that it holds."""
        exact = self.part is None and not self.approximate
        stated = (self.year, self.month, self.day)
        return PartialDate, stated if exact else (*stated, self.part, self.approximate)

    def _first(self) -> date:
        if self.month is None:
            return date(self.year, _MONTHS_OF[self.part][0] if self.part in _MONTHS_OF else 1, 1)
        return date(self.year, self.month, self.day or (_DAYS[self.part][0] if self.part in _DAYS else 1))

    def _last(self) -> date:
        if self.day is not None:
            return self._first()
        year = self.year + 9 if self.part is Part.DECADE else self.year
        month = self.month or (_MONTHS_OF[self.part][1] if self.part in _MONTHS_OF else 12)
        length = calendar.monthrange(year, month)[1]
        return date(year, month, min(_DAYS[self.part][1], length) if self.part in _DAYS else length)

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first, self.last, self.approximate) < (other.first, other.last, other.approximate)

    def data(self) -> str:
        """The spelling of content files, which parses back to the same value: `2020-07 mid`, `约 2020-08`."""
        prefix = "约 " if self.approximate else ""
        if self.part is Part.DECADE:
            return f"{prefix}{self.year}s"
        numbers = f"{self.year:04}" + "".join(f"-{n:02}" for n in (self.month, self.day) if n is not None)
        separator = " " if self.month else "-"
        return prefix + numbers + (f"{separator}{self.part}" if self.part else "")

    def text(self, language: Language = "zh") -> str:
        """The date as set on a page: `2020年7月中旬`, `20世纪80年代`; `mid-July 2020`, `the 1980s`."""
        return _text(self, language)


@lru_cache(maxsize=4096)
def _text(when: PartialDate, language: Language) -> str:
    if language == "zh":
        return ("约" if when.approximate else "") + _chinese(when)
    return ("about " if when.approximate else "") + _english(when)


def _chinese(when: PartialDate) -> str:
    if when.part is Part.DECADE:
        century, decade = divmod(when.year, 100)
        # 世纪 with 00 or 10 is not said: those decades are 2000年代, 2010年代
        return f"{century + 1}世纪{decade}年代" if decade >= 20 else f"{when.year}年代"
    month = f"{when.month}月" if when.month else ""
    day = f"{when.day}日" if when.day else ""
    return f"{when.year}年{month}{day}{_ZH[when.part] if when.part else ''}"


def _english(when: PartialDate) -> str:
    if when.part is Part.DECADE:
        return f"the {when.year}s"
    if when.month is None:
        return f"{_EN[when.part]} {when.year}" if when.part else str(when.year)
    month = f"{_MONTHS[when.month]} {when.year}"
    if when.day is not None:
        return f"{when.day} {month}"
    return (_EN[when.part] if when.part else "") + month


def latest(dates: Iterable[PartialDate], *, by: date | None = None) -> PartialDate | None:
    """The date that ends last, of those the one that begins last; None of none.

    With `by`, those that begin after that day do not count.
    """
    found: PartialDate | None = None
    for each in dates:
        if (by is None or each.first <= by) and (
            found is None or (each.last, each.first) > (found.last, found.first)
        ):
            found = each
    return found
