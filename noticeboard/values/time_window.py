"""Stretches of hours of a day, `16:00–21:00`, and lengths of time in whole minutes.

A window belongs to the day on which it begins; one over midnight (`22:00–06:00`) ends on the next. An end before the
start means the next morning only if the window begins at noon or later and ends by noon: `21:00–16:00` is more likely
two figures exchanged, so it must say 次日. Minutes are kept exactly; nothing here is rounded.
"""

from __future__ import annotations

import re
from decimal import Decimal

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.values.number import half_width, quoted

E_TIME = code(
    "E-TIME", "时段写法不对，或先后颠倒", "hours that cannot be read, or that end before they begin"
)
E_HOURS = code("E-HOURS", "时长写法不对", "a length of time that cannot be read")

HOUR = 60
DAY = 24 * HOUR
NOON = 12 * HOUR
_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{2})|[时点](?:([0-9]{1,2})分?|(半))?)?")
_SEPARATOR = re.compile(r"\s*(?:\.{2,}|…+|[—–~\-]+|至|到|\bto\b)\s*")
_NEXT_DAY = re.compile(r"次日|第二天|翌日|\(?next day\)?|\(?\+1\)?", re.IGNORECASE)
_UNIT = r"\s*(?:小时|个小时|时|hours?|h)"
_HOURS = re.compile(rf"([0-9]{{1,4}}(?:\.[0-9]{{1,2}})?)(?:{_UNIT})?")
_WITH_MINUTES = re.compile(rf"(?:([0-9]{{1,4}}){_UNIT}\s*)?([0-9]{{1,2}})\s*(?:分钟?|minutes?|min)")
_CLOCK = re.compile(r"([0-9]{1,4}):([0-5][0-9])")
_REMEDY = Words(
    "写成 16:00–21:00；过了半夜的写 22:00–06:00 或 22:00–次日06:00",
    "write it like 16:00-21:00; over midnight 22:00-06:00, or 22:00-06:00 next day",
)


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """From `start` to `end`, in minutes after the midnight before it; 0 ≤ start < end ≤ start + 24 h."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start

    @property
    def is_over_midnight(self) -> bool:
        """Whether it goes on into the next day."""
        return self.end > DAY

    @property
    def is_late(self) -> bool:
        """Whether a part of it lies after 18:00 or before 6:00."""
        return self.end > 18 * HOUR or self.start < 6 * HOUR

    def text(self, language: Language = "zh") -> str:
        """`16:00—21:00`, `22:00—次日6:00`, `22:00—6:00 next day`; the font of the boards has no shorter dash."""
        end = clock(self.end - DAY if self.is_over_midnight else self.end)
        if language == "zh":
            return f"{clock(self.start)}—{'次日' if self.is_over_midnight else ''}{end}"
        return f"{clock(self.start)}—{end}{' next day' if self.is_over_midnight else ''}"

    def data(self) -> str:
        """The spelling of content files, which parses back."""
        if self.is_over_midnight:
            return f"{clock(self.start)}-次日{clock(self.end - DAY)}"
        return f"{clock(self.start)}-{clock(self.end)}"


def clock(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: `9:05`, `24:00`."""
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def parse_time_window(text: str) -> TimeWindow:
    """The window in `text`: `16:00-21:00`, `16时至21时30分`, `22:00–次日6:00`; `Problem` E-TIME for anything else."""
    plain = half_width(text)
    says_next_day = bool(_NEXT_DAY.search(plain))
    sides = _SEPARATOR.split(_NEXT_DAY.sub("", plain).strip())
    if len(sides) != 2:
        raise _not_a_window(text)
    start, end = (_minutes(side, text) for side in sides)
    if start == DAY:
        raise _not_a_window(text)
    if says_next_day:
        end += DAY
        if end > start + DAY:
            raise Problem(
                E_TIME,
                Words(f"{quoted(text).zh}超过了24小时", f"{quoted(text).en} is longer than 24 hours"),
                Words("分成几个时段写", "write it as several stretches"),
            )
    elif end <= start:
        end = _next_morning(start, end, text)
    return TimeWindow(start, end)


def _next_morning(start: int, end: int, text: str) -> int:
    if start >= NOON and end <= NOON:
        return end + DAY
    shown = quoted(text)
    raise Problem(
        E_TIME,
        Words(f"{shown.zh}结束不晚于开始", f"{shown.en} does not end after it begins"),
        Words(
            f"先写开始，后写结束；确实到第二天的写 {clock(start)}–次日{clock(end)}",
            f"write the start first; if it ends on the next day: {clock(start)}-{clock(end)} next day",
        ),
    )


def _minutes(side: str, text: str) -> int:
    found = _TIME.fullmatch(side.replace(" ", ""))
    if found is None:
        raise _not_a_window(text)
    hours, minutes = int(found[1]), 30 if found[4] else int(found[2] or found[3] or 0)
    if hours * HOUR + minutes > DAY or minutes >= HOUR:
        raise Problem(
            E_TIME,
            Words(f"没有{hours}:{minutes:02}这个钟点", f"there is no {hours}:{minutes:02} o'clock"),
            Words("钟点从 0:00 到 24:00", "hours go from 0:00 to 24:00"),
        )
    return hours * HOUR + minutes


def _not_a_window(text: str) -> Problem:
    shown = quoted(text)
    return Problem(E_TIME, Words(f"{shown.zh}不是时段", f"{shown.en} is no stretch of hours"), _REMEDY)


def parse_hours(text: str) -> int:
    """A length of time in minutes: `3`, `2.5`, `2:30`, `2小时30分`, `45分钟`; `Problem` E-HOURS for anything else."""
    plain = half_width(text)
    by_clock = _CLOCK.fullmatch(plain)
    if by_clock:
        return _some(int(by_clock[1]) * HOUR + int(by_clock[2]), text)
    with_minutes = _WITH_MINUTES.fullmatch(plain)
    if with_minutes:
        return _some(int(with_minutes[1] or 0) * HOUR + int(with_minutes[2]), text)
    found = _HOURS.fullmatch(plain)
    minutes = Decimal(found[1]) * HOUR if found else Decimal(0)
    if minutes != int(minutes):
        raise _no_hours(text)
    return _some(int(minutes), text)


def _some(minutes: int, text: str) -> int:
    if not minutes:
        raise _no_hours(text)
    return minutes


def _no_hours(text: str) -> Problem:
    shown = quoted(text)
    return Problem(
        E_HOURS,
        Words(f"{shown.zh}不是时长", f"{shown.en} is no length of time"),
        Words("写成 3小时、2.5 或 2小时30分", "write it like 3, 2.5 or 2:30"),
    )


def hours_text(minutes: int, language: Language = "zh") -> str:
    """`1,312小时30分`, `45分`; `1,312 h 30 min`."""
    hours, rest = divmod(minutes, HOUR)
    unit_hours, unit_minutes = ("小时", "分") if language == "zh" else (" h", " min")
    parts = [f"{hours:,}{unit_hours}"] if hours or not rest else []
    parts += [f"{rest}{unit_minutes}"] if rest else []
    return ("" if language == "zh" else " ").join(parts)
