"""Working days in mainland China: weekdays without public holidays, and weekend days worked instead.

The days come from `chinesecalendar`, which knows the State Council's yearly notices up to some year and
says so when asked beyond it. For later years a site states them itself. A guess from weekdays alone would
promise wrong dates, so an unknown year is a `Problem`. No other module of this package may import this
one: loading the calendar costs time that most commands need not spend.
"""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

E_CALENDAR = code(
    "E-CALENDAR",
    "工作日历缺少年份，或自相矛盾",
    "a calendar of working days that lacks a year or contradicts itself",
)

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working days by the library, overridden by what a site states.

    `holidays` and `working_days` win over everything. Other days of the `years` stated by the site are
    working days from Monday to Friday. A day in both sets raises `Problem` E-CALENDAR.
    """

    holidays: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for day in sorted(self.holidays & self.working_days):
            raise Problem(
                E_CALENDAR,
                Words(
                    f"{day} 既写成放假又写成上班", f"{day} is stated both as a holiday and as a working day"
                ),
                Words(
                    "在 site.yml 的 calendar 里只留一处",
                    "keep it in one of the two lists of calendar in site.yml",
                ),
            )

    def is_working_day(self, day: date) -> bool:
        """Whether people work on `day`; raises `Problem` E-CALENDAR for a year that nobody has stated."""
        if day in self.holidays:
            return False
        if day in self.working_days:
            return True
        if day.year in self.years:
            return day.weekday() < _SATURDAY
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError as unknown:
            raise _unknown_year(day.year) from unknown

    def add_working_days(self, start: date, days: int) -> date:
        """The last of `days` working days after `start`, which itself does not count; 0 is `start`.

        28 September 2018 and 2 days is 30 September 2018, a Sunday worked for the National Day holiday.
        A negative number of days is a `ValueError`.
        """
        if days < 0:
            raise ValueError("working days are counted forwards only")
        day = start
        while days:
            day += timedelta(days=1)
            days -= self.is_working_day(day)
        return day


def _unknown_year(year: int) -> Problem:
    example = f"calendar: {{{year}: {{holidays: [{year}-01-01], working_days: []}}}}"
    return Problem(
        E_CALENDAR,
        Words(
            f"还没有{year}年的放假安排，算不出工作日",
            f"the public holidays of {year} are not known: no working days",
        ),
        Words(
            f"按国务院通知在 site.yml 里写明放假和调休上班的日期，例如 {example}",
            f"state the holidays and make-up days that were announced in site.yml, such as {example}",
        ),
    )
