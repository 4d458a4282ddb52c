"""The fields of a duty rota (值班表): a weekly pattern, single days, swaps; who serves, by name or by unit.

`settle` adds what the calendar says: the days of the period, and which of them are days of rest. A rota without a
period, or without both of its ends, tells of hours or of a way to take turns, and has no shifts to be counted.
Each person gets a number in the rota, because two persons whose names may not be shown look alike afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Problem
from noticeboard.frozen import dataclass
from noticeboard.kinds.notice.calendar import calendar_of
from noticeboard.records import (
    GIVEN,
    Choice,
    Consent,
    Day,
    Field,
    Flag,
    Hours,
    PeriodField,
    Phone,
    Prepare,
    Privacy,
    Record,
    Reference,
    References,
    Text,
    TimeWindowField,
    WhenField,
    Whole,
    choice,
    listed,
)
from noticeboard.values.period import PeriodState

MOST_DAYS = 366
"""The longest period of one rota."""
SATURDAY = 5


class Weekday(Choice):
    """A day of the week."""

    MONDAY = "monday", "周一", "Monday", ("星期一", "礼拜一", "mon", "1")
    TUESDAY = "tuesday", "周二", "Tuesday", ("星期二", "礼拜二", "tue", "2")
    WEDNESDAY = "wednesday", "周三", "Wednesday", ("星期三", "礼拜三", "wed", "3")
    THURSDAY = "thursday", "周四", "Thursday", ("星期四", "礼拜四", "thu", "4")
    FRIDAY = "friday", "周五", "Friday", ("星期五", "礼拜五", "fri", "5")
    SATURDAY = "saturday", "周六", "Saturday", ("星期六", "礼拜六", "sat", "6")
    SUNDAY = "sunday", "周日", "Sunday", ("星期日", "星期天", "周天", "礼拜天", "sun", "7")


WEEK = tuple(Weekday)
"""Monday first, as `date.weekday` counts."""


class Holds(Choice):
    """On which days a line of the pattern holds."""

    EVERY = "every", "每天", "every day"
    WORKING = "working", "工作日", "working days"
    REST = "rest", "休息日", "days of rest", ("节假日", "holidays")


class Mode(Choice):
    """What a single day does to the pattern."""

    ADD = "add", "增加", "add"
    REPLACE = "replace", "替换", "replace"
    OFF = "off", "停班", "off"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who serves, by the name that stands in the roster of volunteers or among the members of an organization."""

    name: Annotated[
        Text, Field("姓名", privacy=Privacy.CONSENT, like=("volunteer.name", "organization.members.name"))
    ]
    surname: Annotated[Text, Field("姓氏", privacy=Privacy.NEVER)] = ""
    consent: Annotated[Consent | None, Field("同意公开")] = None
    number: Annotated[int, GIVEN] = 0
    """Which person of the rota it is; two with the same number are one. Given by `settle`."""


def _named(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


People = Annotated[tuple[Annotated[Person, Prepare(_named)], ...], listed]
"""Persons; one is written as a name alone, or as a group with a consent of its own."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the weekly pattern; without a weekday it holds on all seven."""

    weekday: Annotated[tuple[Annotated[Weekday, choice(Weekday)], ...], listed, Field("星期")] = ()
    time: Annotated[TimeWindowField, Field("时段")]
    days: Annotated[Holds, choice(Holds), Field("适用")] = Holds.EVERY
    post: Annotated[Text, Field("岗位")] = ""
    people: Annotated[People, Field("人员")] = ()
    unit: Annotated[Text, Field("单位")] = ""
    needed: Annotated[Whole | None, Field("人数")] = None
    reinforced: Annotated[Flag, Field("加强")] = False
    vacancy: Annotated[Text, Field("空缺说明")] = ""


@dataclass(frozen=True, kw_only=True)
class Single:
    """One day that differs: a shift more, shifts in place of those of the pattern, or no duty at all."""

    date: Annotated[Day, Field("日期")]
    mode: Annotated[Mode, choice(Mode), Field("方式")] = Mode.ADD
    time: Annotated[TimeWindowField | None, Field("时段")] = None
    post: Annotated[Text, Field("岗位")] = ""
    people: Annotated[People, Field("人员")] = ()
    unit: Annotated[Text, Field("单位")] = ""
    needed: Annotated[Whole | None, Field("人数")] = None
    reinforced: Annotated[Flag, Field("加强")] = False
    vacancy: Annotated[Text, Field("空缺说明")] = ""
    why: Annotated[Text, Field("原因")] = ""


@dataclass(frozen=True, kw_only=True)
class Swap:
    """Somebody serves in another's place on a day, or nobody does."""

    date: Annotated[Day, Field("日期")]
    time: Annotated[TimeWindowField | None, Field("时段")] = None
    from_: Annotated[Person, Prepare(_named), Field("原值班", "from")]
    to: Annotated[Annotated[Person, Prepare(_named)] | None, Field("改由")] = None
    why: Annotated[Text, Field("原因")] = ""


@dataclass(frozen=True, kw_only=True)
class Rota(Record):
    """One list of duty."""

    title: Annotated[Text, Field("名称")]
    team: Annotated[Reference, Field("队伍")] = ""
    by: Annotated[Text, Field("负责")] = ""
    """Who serves or keeps the rota, where that is no organization with a record."""
    period: Annotated[PeriodField | None, Field("期间")] = None
    post: Annotated[Text, Field("岗位")] = ""
    how: Annotated[Text, Field("做法")] = ""
    phone: Annotated[Phone, Field("值班电话")] = ""
    weekly_hours: Annotated[Hours | None, Field("每周时长")] = None
    """The target of one person."""
    total_hours: Annotated[Hours | None, Field("全队时长")] = None
    """The target of all together in the period."""
    pattern: Annotated[tuple[Line, ...], listed, Field("每周安排")] = ()
    dates: Annotated[tuple[Single, ...], listed, Field("单日安排")] = ()
    swaps: Annotated[tuple[Swap, ...], listed, Field("换班")] = ()
    tasks: Annotated[References, Field("事项")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None
    days: Annotated[tuple[date, ...], GIVEN] = field(default=(), repr=False)
    """The days of the period; empty where shifts cannot be counted. Given by `settle`."""
    rest: Annotated[tuple[date, ...], GIVEN] = field(default=(), repr=False)
    """Those of them on which people do not work. Given by `settle`."""
    rest_known: Annotated[bool, GIVEN] = field(default=True, repr=False)
    """Whether public holidays are known; else `rest` are Saturdays and Sundays. Given by `settle`."""


class Bounds(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1


def bounds_of(rota: Rota) -> Bounds | None:
    """The days between which a rota holds; None if one of them is not stated."""
    period = rota.period
    if period is None or period.start is None or period.end is None:
        return None
    return Bounds(period.start.first, period.end.last)


def state_of(rota: Rota, today: date) -> PeriodState:
    """Whether a rota is to come, holds or is over; one without a period holds."""
    return rota.period.state(today) if rota.period else PeriodState.RUNNING


def settle(rota: Rota, settings: Settings) -> tuple[Rota, tuple[Diagnostic, ...]]:
    """The rota with its days, days of rest, numbers of persons; E-CALENDAR where a line needs an unknown year."""
    numbered = _numbered(rota)
    bounds, calendar = bounds_of(rota), calendar_of(settings)
    if bounds is None or calendar is None or bounds.length > MOST_DAYS:
        return numbered, ()
    days = tuple(bounds.first + timedelta(days=n) for n in range(bounds.length))
    try:
        rest = tuple(day for day in days if not calendar.is_working_day(day))
    except Problem as problem:
        weekends = tuple(day for day in days if day.weekday() >= SATURDAY)
        unsettled = (
            problem.at(rota.origin.at("pattern", n, "days"))
            for n, line in enumerate(rota.pattern)
            if line.days is not Holds.EVERY
        )
        return replace(numbered, days=days, rest=weekends, rest_known=False), tuple(unsettled)
    return replace(numbered, days=days, rest=rest), ()


def _numbered(rota: Rota) -> Rota:
    """The rota with a number for each name; what is said of a person once holds wherever the name stands."""
    known: dict[str, Person] = {}
    for person in persons_in(rota):
        first = known.setdefault(person.name, replace(person, number=len(known) + 1))
        surname, consent = first.surname or person.surname, first.consent or person.consent
        known[person.name] = replace(first, surname=surname, consent=consent)
    return with_persons(rota, lambda person: known[person.name])


def with_persons(rota: Rota, change: Callable[[Person], Person]) -> Rota:
    """The rota with each person changed, in the order in which they stand."""
    return replace(
        rota,
        pattern=tuple(replace(line, people=tuple(map(change, line.people))) for line in rota.pattern),
        dates=tuple(replace(day, people=tuple(map(change, day.people))) for day in rota.dates),
        swaps=tuple(
            replace(swap, from_=change(swap.from_), to=change(swap.to) if swap.to else None)
            for swap in rota.swaps
        ),
    )


def persons_in(rota: Rota) -> Iterator[Person]:
    """Every mention of a person, in the order in which they stand."""
    for line in rota.pattern:
        yield from line.people
    for single in rota.dates:
        yield from single.people
    for swap in rota.swaps:
        yield swap.from_
        if swap.to:
            yield swap.to
