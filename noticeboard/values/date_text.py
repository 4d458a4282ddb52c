"""Reading partial dates in the ways people write them, in ISO order and in Chinese.

Each form is one pattern and one line that makes the date; what matches none, and what matches but is in
no calendar, is a `Problem` that says how to write it. A date is never repaired by guessing.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.values.number import half_width, quoted
from noticeboard.values.partial_date import Part, PartialDate

E_DATE = code("E-DATE", "日期写法不对，或没有这一天", "a date that cannot be read or does not exist")

_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_MONTHS_A_YEAR = 12

_THIRDS = {"early": Part.EARLY, "mid": Part.MID, "late": Part.LATE} | {
    "上旬": Part.EARLY,
    "中旬": Part.MID,
    "下旬": Part.LATE,
}
_HALVES = {"h1": Part.FIRST_HALF, "h2": Part.SECOND_HALF, "上": Part.FIRST_HALF, "下": Part.SECOND_HALF}
_QUARTERS = {
    mark: Part(f"Q{number}")
    for number, marks in enumerate(("1一", "2二", "3三", "4四"), start=1)
    for mark in marks
}

_APPROXIMATE = re.compile(r"(?:大约|约为|约|about )\s*", re.IGNORECASE)
_CALENDAR_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:"
    r"(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?"
    r"|\s*年\s*(?:(?P<month_zh>[0-9]{1,2})\s*月\s*(?:(?P<day_zh>[0-9]{1,2})\s*[日号])?)?"
    r")?\s*(?P<third>early|mid|late|[上中下]旬)?",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<iso>H[12])|\s*年?\s*(?P<zh>[上下])半年)", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?P<year>[0-9]{4})(?:-Q(?P<iso>[1-4])|\s*年?\s*第?(?P<zh>[1-4一二三四])季度)", re.IGNORECASE
)
_DECADE = re.compile(r"(?P<year>[0-9]{3}0)(?:s|\s*年代)")
_CENTURY = re.compile(r"(?P<century>[0-9]{2})\s*世纪\s*(?P<decade>[0-9]0)\s*年代")

_FORMS = Words(
    "写成 2020-11-04；不清楚到日的，写 2020-11、2020-07 中旬、2020-Q3、2020-H1、2020 或 1980年代",
    "write 2020-11-04 or, if less is known, 2020-11, 2020-07 mid, 2020-Q3, 2020-H1, 2020 or 1980s",
)


def parse_partial_date(text: str) -> PartialDate:
    """The date in `text`: `2020-04-05`, `2020年7月中旬`, `2020-H1`, `20世纪80年代`, `约 2020-08`, ….

    Years are 1800 to 2199. Raises `Problem` E-DATE for what is no date or stands in no calendar.
    """
    plain = half_width(text)
    mark = _APPROXIMATE.match(plain)
    approximate = mark is not None
    body = plain[mark.end() :] if mark else plain
    if found := _CALENDAR_DATE.fullmatch(body):
        return _calendar_date(found, plain, approximate=approximate)
    if found := _HALF.fullmatch(body):
        part = _HALVES[(found["iso"] or found["zh"]).lower()]
    elif found := _QUARTER.fullmatch(body):
        part = _QUARTERS[found["iso"] or found["zh"]]
    elif (found := _DECADE.fullmatch(body)) or (found := _CENTURY.fullmatch(body)):
        part = Part.DECADE
    else:
        raise _unreadable(text)
    groups = found.groupdict()
    year = (
        int(groups["year"])
        if "year" in groups
        else (int(groups["century"]) - 1) * 100 + int(groups["decade"])
    )
    _require_year(year, plain)
    return PartialDate(year, part=part, approximate=approximate)


def parse_day(text: str) -> date:
    """The day in `text`, for fields that need a full date; raises `Problem` E-DATE for less than a day."""
    parsed = parse_partial_date(text)
    if parsed.day is None or parsed.approximate:
        shown = quoted(text)
        raise Problem(
            E_DATE,
            Words(f"这里要写到日：{shown.zh}", f"a full date is needed here: {shown.en}"),
            Words("写全年、月、日，例如 2020-11-04", "write year, month and day, such as 2020-11-04"),
        )
    return parsed.first


def _calendar_date(found: re.Match[str], shown: str, *, approximate: bool) -> PartialDate:
    year = int(found["year"])
    month = _number(found["month"] or found["month_zh"])
    day = _number(found["day"] or found["day_zh"])
    part = _THIRDS[found["third"].lower()] if found["third"] else None
    if part is not None and (month is None or day is not None):
        raise _unreadable(shown)
    _require_year(year, shown)
    if month is not None:
        _require_month(year, month, shown)
        if day is not None:
            _require_day(year, month, day, shown)
    return PartialDate(year, month, day, part, approximate)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _unreadable(text: str) -> Problem:
    shown = quoted(text)
    return Problem(E_DATE, Words(f"{shown.zh}不是日期", f"{shown.en} is not a date"), _FORMS)


def _require_year(year: int, shown: str) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Problem(
            E_DATE,
            Words(
                f"{shown} 的年份不在{_FIRST_YEAR}年至{_LAST_YEAR}年之间",
                f"{shown} is not between {_FIRST_YEAR} and {_LAST_YEAR}",
            ),
            Words(
                "改正年份；没有期限的，不写这一项", "correct the year; leave the field out if there is no end"
            ),
        )


def _require_month(year: int, month: int, shown: str) -> None:
    if not 1 <= month <= _MONTHS_A_YEAR:
        raise Problem(
            E_DATE,
            Words(f"{shown} 不存在：月份是01到12", f"{shown} does not exist: months are 01 to 12"),
            Words(f"改正月份，或只写年份：{year}", f"correct the month, or write the year alone: {year}"),
        )


def _require_day(year: int, month: int, day: int, shown: str) -> None:
    length = calendar.monthrange(year, month)[1]
    if 1 <= day <= length:
        return
    remedy = Words(
        f"改为真实日期，或只写月份：{year}-{month:02}",
        f"write a real date, or the month alone: {year}-{month:02}",
    )
    name = calendar.month_name[month]
    if day > length:
        message = Words(
            f"{shown} 不存在：{year}年{month}月只有{length}天",
            f"{shown} does not exist: {name} {year} has only {length} days",
        )
        raise Problem(E_DATE, message, remedy)
    message = Words(f"{shown} 不存在：每月从1日开始", f"{shown} does not exist: months begin on day 1")
    raise Problem(E_DATE, message, remedy)
