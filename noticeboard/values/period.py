"""Stretches of time between two partial dates, either of which may be missing.

A term of office, a publicity period and a project are periods. Whether one is running depends on a day
that the caller passes in; nothing here asks the clock.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.values.date_text import parse_partial_date
from noticeboard.values.number import half_width, quoted
from noticeboard.values.partial_date import PartialDate

E_PERIOD = code(
    "E-PERIOD", "起止时间写法不对，或先后颠倒", "a period that cannot be read or ends before it begins"
)

_SEPARATOR = re.compile(r"\s*(?:\.{2,}|…+|—+|–|--|~|至|到|\s-\s|\sto\s|(?<=^[0-9]{4})-(?=[0-9]{4}$))\s*")
_NO_END = frozenset({"", "今", "现在", "目前"})
_SAME_YEAR = re.compile(r"[0-9]{1,2}\s*月.*")
_SAME_MONTH = re.compile(r"[0-9]{1,2}\s*[日号]")


class PeriodState(StrEnum):
    """Where a day stands to a period."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day of `start` to the last day of `end`; None leaves that side open.

    A period whose end lies wholly before its start raises `Problem` E-PERIOD.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end.last < self.start.first:
            raise Problem(
                E_PERIOD,
                Words(
                    f"结束（{self.end.text('zh')}）早于开始（{self.start.text('zh')}）",
                    f"the end ({self.end.text('en')}) comes before the start ({self.start.text('en')})",
                ),
                Words("核对两个日期，先写开始，后写结束", "check both dates: the start comes first"),
            )

    def state(self, day: date) -> PeriodState:
        """Whether the period is upcoming, running or over on `day`; its first and last day belong to it."""
        if self.start and day < self.start.first:
            return PeriodState.UPCOMING
        if self.end and day > self.end.last:
            return PeriodState.OVER
        return PeriodState.RUNNING

    def next_change(self, today: date) -> date | None:
        """The next day after `today` on which the state changes; None if it never will again."""
        if self.start and today < self.start.first:
            return self.start.first
        if self.end and today <= self.end.last:
            return self.end.last + timedelta(days=1)
        return None

    def text(self, language: Language = "zh") -> str:
        """The period as set on a page: `2020年6月至2021年6月`, `2020年6月起`, `至2021年6月`."""
        start = self.start.text(language) if self.start else ""
        end = self.end.text(language) if self.end else ""
        if start == end:
            return start or Words("时间未注明", "dates not stated").to(language)
        if start and end:
            return Words(f"{start}至{end}", f"{start} to {end}").to(language)
        if start:
            return Words(f"{start}起", f"from {start}").to(language)
        return Words(f"至{end}", f"until {end}").to(language)

    def data(self) -> str:
        """The spelling of content files, which parses back: `2020-06..2021-06`, `2020-06..`, `2020-H1`."""
        if self.start == self.end:
            return self.start.data() if self.start else ""
        return f"{self.start.data() if self.start else ''}..{self.end.data() if self.end else ''}"


def parse_period(text: str) -> Period:
    """The period in `text`: `2020-06..2021-06`, `2020-06 至今`, `2020年6月起`, `2020-H1`.

    至, 到, to, — and ~ separate as `..` does. The end may leave out the year or month of the start:
    `2020年6月5日至7日`. Raises `Problem` E-PERIOD for what is no period or runs backwards, E-DATE for a
    part that is no date.
    """
    plain = half_width(text)
    sides = _SEPARATOR.split(plain)
    if len(sides) == 1:
        if plain.endswith("起"):
            return Period(parse_partial_date(plain.removesuffix("起").removeprefix("自")))
        only = parse_partial_date(plain)
        return Period(only, only)
    if len(sides) != 2 or not any(sides):
        shown = quoted(text)
        raise Problem(
            E_PERIOD,
            Words(f"{shown.zh}不是起止时间", f"{shown.en} is not a period"),
            Words(
                "写成 2020-06 至 2021-06；还没有结束的写 2020-06 至今",
                "write 2020-06..2021-06, or 2020-06.. if it has not ended",
            ),
        )
    start = parse_partial_date(sides[0].removeprefix("自").removeprefix("从")) if sides[0] else None
    end = None if sides[1] in _NO_END else parse_partial_date(_completed(sides[1], start))
    return Period(start, end)


def _completed(end: str, start: PartialDate | None) -> str:
    """`end` with the year, or year and month, that Chinese leaves out after a start of the same."""
    if start is None:
        return end
    if _SAME_YEAR.fullmatch(end):
        return f"{start.year}年{end}"
    if start.month and _SAME_MONTH.fullmatch(end):
        return f"{start.year}年{start.month}月{end}"
    return end
