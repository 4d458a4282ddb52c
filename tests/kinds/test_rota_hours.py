"""Person-hours of any rota: what the persons and units serve together is what the windows ask of them together."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from noticeboard.config import Settings
from noticeboard.kinds.rota.count import shares_of, total_of
from noticeboard.kinds.rota.record import WEEK, Holds, Line, Mode, Person, Rota, Single, Swap, settle
from noticeboard.kinds.rota.shifts import roster_of
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import Period
from noticeboard.values.time_window import DAY, TimeWindow

FIRST = date(2026, 9, 28)  # the National Day holiday with its make-up day lies in the five weeks after it
DAYS = [FIRST + timedelta(days=n) for n in range(35)]
NAMES = [f"示{name}" for name in "甲乙丙丁戊"]
windows = st.builds(
    lambda start, minutes: TimeWindow(start, start + minutes), st.integers(0, DAY - 1), st.integers(1, DAY)
)
people = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(
    lambda names: tuple(Person(name=name) for name in names)
)
needs = st.none() | st.integers(0, 5)
units = st.sampled_from(("", "", "巡防队"))
lines = st.builds(
    Line,
    weekday=st.lists(st.sampled_from(WEEK), max_size=3, unique=True).map(tuple),
    time=windows,
    days=st.sampled_from(Holds),
    people=people,
    unit=units,
    needed=needs,
)
singles = st.builds(
    Single,
    date=st.sampled_from(DAYS),
    mode=st.sampled_from((Mode.ADD, Mode.REPLACE)),
    time=windows,
    people=people,
    unit=units,
    needed=needs,
)
swaps = st.builds(
    Swap,
    date=st.sampled_from(DAYS),
    from_=st.sampled_from(NAMES).map(lambda name: Person(name=name)),
    to=st.none() | st.sampled_from((*NAMES, "示己")).map(lambda name: Person(name=name)),
)


def partial_date(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


rotas = st.builds(
    Rota,
    title=st.just("值班"),
    period=st.just(Period(partial_date(DAYS[0]), partial_date(DAYS[-1]))),
    pattern=st.lists(lines, max_size=4).map(tuple),
    dates=st.lists(singles, max_size=4).map(tuple),
    swaps=st.lists(swaps, max_size=6).map(tuple),
).map(lambda rota: settle(rota, Settings(title=""))[0])


@given(rotas)
def test_the_shares_of_all_make_the_windows_times_the_people_in_them(rota: Rota) -> None:
    roster = roster_of(rota)
    asked = sum(shift.window.minutes * shift.served for shift in roster.shifts)
    shares = shares_of(rota, roster)
    assert sum(share.minutes for share in shares) == asked == total_of(rota, roster).minutes
    per_person = sum(share.minutes for share in shares if share.person)
    assert per_person == sum(shift.window.minutes * len(shift.duties) for shift in roster.shifts)


@given(rotas)
def test_whoever_is_needed_serves_or_is_missing(rota: Rota) -> None:
    for shift in roster_of(rota).shifts:
        if shift.needed is not None:
            assert shift.served + shift.missing == max(shift.needed, len(shift.duties))


@given(rotas)
def test_a_swap_moves_hours_and_neither_makes_nor_loses_any_unless_nobody_comes(rota: Rota) -> None:
    without = Rota(title=rota.title, period=rota.period, pattern=rota.pattern, dates=rota.dates)
    before = settle(without, Settings(title=""))[0]
    lost = sum(shift.window.minutes * len(shift.absent) for shift in roster_of(rota).shifts if not shift.unit)
    with_units = sum(shift.minutes for shift in roster_of(rota).shifts if shift.unit)
    units_before = sum(shift.minutes for shift in roster_of(before).shifts if shift.unit)
    served = total_of(rota, roster_of(rota)).minutes - with_units
    assert served + lost == total_of(before, roster_of(before)).minutes - units_before


@given(rotas)
def test_every_shift_begins_on_a_day_of_the_period_and_they_are_in_order(rota: Rota) -> None:
    shifts = roster_of(rota).shifts
    assert all(shift.day in rota.days and 0 < shift.ends - shift.begins <= DAY for shift in shifts)
    assert [shift.begins for shift in shifts] == sorted(shift.begins for shift in shifts)
