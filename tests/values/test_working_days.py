from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.working_days import WorkingCalendar

MAINLAND = WorkingCalendar()
IN_2091 = WorkingCalendar(
    holidays=frozenset({date(2091, 10, 1), date(2091, 10, 2)}),
    working_days=frozenset({date(2091, 9, 29)}),
    years=frozenset({2091}),
)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    (
        ("2018-09-28", 2, "2018-09-30"),  # a Friday; Saturday and Sunday are worked for National Day
        ("2020-09-25", 2, "2020-09-28"),  # a Friday; only the Sunday is worked
        ("2020-09-30", 1, "2020-10-09"),  # the holiday lasts to 8 October
        ("2020-11-04", 2, "2020-11-06"),
        ("2020-11-06", 1, "2020-11-09"),
        ("2020-11-07", 0, "2020-11-07"),
    ),
)
def test_working_days_are_counted_after_the_first_day(start: str, days: int, end: str) -> None:
    assert MAINLAND.add_working_days(date.fromisoformat(start), days) == date.fromisoformat(end)


def test_a_year_that_nobody_knows_names_the_setting() -> None:
    with pytest.raises(Problem) as caught:
        MAINLAND.is_working_day(date(2091, 3, 1))
    problem = caught.value
    assert (problem.code, problem.message.zh) == ("E-CALENDAR", "还没有2091年的放假安排，算不出工作日")
    assert problem.remedy.zh == (
        "按国务院通知在 site.yml 里写明放假和调休上班的日期，"
        "例如 calendar: {2091: {holidays: [2091-01-01], working_days: []}}"
    )
    assert "calendar: {2091:" in problem.remedy.en


def test_a_reply_that_falls_into_an_unknown_year_is_a_problem_too() -> None:
    with pytest.raises(Problem, match="2092"):
        IN_2091.add_working_days(date(2091, 12, 31), 1)


@pytest.mark.parametrize(
    ("day", "working"),
    (
        ("2091-09-28", True),  # a Friday
        ("2091-09-29", True),  # a Saturday, worked
        ("2091-09-30", False),  # a Sunday
        ("2091-10-01", False),  # a Monday, holiday
        ("2091-10-03", True),
    ),
)
def test_a_site_states_a_year_of_its_own(day: str, working: bool) -> None:
    assert IN_2091.is_working_day(date.fromisoformat(day)) is working


def test_what_a_site_states_wins_over_the_library() -> None:
    closed = WorkingCalendar(
        holidays=frozenset({date(2020, 11, 4)}), working_days=frozenset({date(2020, 11, 7)})
    )
    assert closed.add_working_days(date(2020, 11, 3), 2) == date(2020, 11, 6)
    assert closed.add_working_days(date(2020, 11, 6), 1) == date(2020, 11, 7)


def test_a_day_cannot_be_both() -> None:
    both = frozenset({date(2091, 10, 1)})
    with pytest.raises(Problem) as caught:
        WorkingCalendar(holidays=both, working_days=both)
    assert (caught.value.code, caught.value.message.zh) == ("E-CALENDAR", "2091-10-01 既写成放假又写成上班")


def test_working_days_are_not_counted_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        MAINLAND.add_working_days(date(2020, 11, 4), -1)


@given(st.dates(date(2005, 1, 1), date(2024, 12, 31)), st.integers(min_value=1, max_value=15))
def test_the_last_day_is_a_working_day_and_so_many_lie_between(start: date, days: int) -> None:
    end = MAINLAND.add_working_days(start, days)
    after = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert MAINLAND.is_working_day(end)
    assert sum(map(MAINLAND.is_working_day, after)) == days
