"""The working days that hold for a site: the years that are known, and those that `site.yml` states.

A faulty `calendar` in `site.yml` is told once, there, however many notices count working days by it; until it
is corrected no notice counts any, because a guess would promise wrong dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from noticeboard.config import CalendarYear, Settings
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.languages import Words
from noticeboard.values.working_days import E_CALENDAR, WorkingCalendar


def calendar_of(settings: Settings) -> WorkingCalendar | None:
    """The working days that hold for a site; None where `check_calendar` finds its calendar faulty."""
    return None if any(check_calendar(settings)) else _calendar(settings.calendar)


@cache
def _calendar(stated: tuple[CalendarYear, ...]) -> WorkingCalendar:
    return WorkingCalendar(
        holidays=frozenset(day for year in stated for day in year.holidays),
        working_days=frozenset(day for year in stated for day in year.working_days),
        years=frozenset(int(year.year) for year in stated),
    )


def check_calendar(settings: Settings) -> Iterator[Diagnostic]:
    """E-CALENDAR for each year that is no year, and for each day that is stated both ways."""
    holidays = frozenset(day for year in settings.calendar for day in year.holidays)
    for year in settings.calendar:
        origin = settings.origin.at("calendar", year.year)
        if not (year.year.isdecimal() and len(year.year) == 4):
            yield _no_year(year.year, origin)
        for index, day in enumerate(year.working_days):
            if day in holidays:
                yield Diagnostic(
                    E_CALENDAR,
                    Words(
                        f"{day} 既写成放假又写成上班",
                        f"{day} is stated both as a holiday and as a working day",
                    ),
                    Words("只留一处", "keep it in one of the two lists"),
                    origin.at("working_days", index),
                )


def _no_year(written: str, origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_CALENDAR,
        Words(f"“{written}”不是年份", f"“{written}” is not a year"),
        Words("写四位年份，例如 2027", "write a year of four digits, such as 2027"),
        origin,
        about_key=True,
    )
