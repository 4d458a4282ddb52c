"""Notices (公示、公告): their fields, their publicity period, their rules, and the declaration.

A publicity period is `from` to `to`, or `from` and a number of working days. The day of posting itself does
not count (《民法典》第二百零一条): five working days from a Monday end on the next Monday. Working days need the
calendar of the site, so `settle` counts them once when the record has been read; nothing else may count.
A withdrawn notice keeps its text, marked, because residents have read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Problem, code
from noticeboard.frozen import dataclass
from noticeboard.kinds.notice.calendar import calendar_of
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.records import GIVEN, Day, Field, Phone, Record, References, Text, Texts, WhenField, Whole
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import E_PERIOD

E_PERIOD_TWICE = code("E-PERIOD-TWICE", "公示期写了两种", "a publicity period is stated in two ways")


@dataclass(frozen=True, kw_only=True)
class Notice(Record):
    """One notice; its publicity period is `from_` to `to`, or `from_` and a number of working days."""

    title: Annotated[Text, Field("标题")]
    number: Annotated[Text, Field("文号")] = ""
    issuer: Annotated[Text, Field("落款")] = ""
    issued: Annotated[WhenField | None, Field("发布日期")] = None
    from_: Annotated[Day | None, Field("公示起", "from")] = None
    to: Annotated[Day | None, Field("公示止")] = None
    working_days: Annotated[Whole | None, Field("工作日数")] = None
    phone: Annotated[Phone, Field("联系电话")] = ""
    attachments: Annotated[Texts, Field("附件")] = ()
    withdrawn: Annotated[WhenField | None, Field("撤回")] = None
    withdrawn_reason: Annotated[Text, Field("撤回原因")] = ""
    items: Annotated[References, Field("公开事项")] = ()
    """Ids of items of the catalogue that it fulfils."""
    counted_to: Annotated[date | None, GIVEN] = field(default=None, repr=False)
    """The last of the working days, counted by `settle`; no key of a file."""

    @property
    def last_day(self) -> date | None:
        """The last day of the publicity period, as written or as counted."""
        return self.to or self.counted_to


class NoticeState(StrEnum):
    """Where a notice stands on a day; PLAIN is one without a publicity period."""

    RUNNING = "running"
    UPCOMING = "upcoming"
    PLAIN = "plain"
    OVER = "over"
    WITHDRAWN = "withdrawn"


def state_of(notice: Notice, today: date) -> NoticeState:
    """The state on `today`; first and last day of a publicity period belong to it."""
    if notice.withdrawn and notice.withdrawn.first <= today:
        return NoticeState.WITHDRAWN
    if notice.last_day is None:
        return NoticeState.UPCOMING if notice.from_ and today < notice.from_ else NoticeState.PLAIN
    if notice.from_ and today < notice.from_:
        return NoticeState.UPCOMING
    return NoticeState.RUNNING if today <= notice.last_day else NoticeState.OVER


def settle(notice: Notice, settings: Settings) -> tuple[Notice, tuple[Diagnostic, ...]]:
    """The notice with its working days counted; an unknown year is E-CALENDAR at the field."""
    calendar = calendar_of(settings)
    if notice.from_ is None or notice.working_days is None or calendar is None:
        return notice, ()
    try:
        last = calendar.add_working_days(notice.from_, notice.working_days)
    except Problem as problem:
        return notice, (problem.at(notice.origin.at("working_days")),)
    return replace(notice, counted_to=last), ()


def check(notice: Notice) -> Iterator[Diagnostic]:
    """What is wrong with the publicity period of one notice."""
    if notice.to and notice.working_days is not None:
        yield _found(
            E_PERIOD_TWICE,
            Words("公示止和工作日数只能写一个", "to and working_days cannot both be written"),
            Words(
                "知道截止日就写 to，否则写 working_days",
                "write to if the last day is known, else working_days",
            ),
            notice,
            "working_days",
        )
    if notice.from_ and notice.to and notice.to < notice.from_:
        yield _found(
            E_PERIOD,
            Words(
                f"公示止（{notice.to}）早于公示起（{notice.from_}）",
                f"to ({notice.to}) comes before from ({notice.from_})",
            ),
            Words("核对两个日期", "check both dates"),
            notice,
            "to",
        )
    if notice.working_days is not None and notice.from_ is None:
        yield _found(
            E_PERIOD,
            Words("写了工作日数，没有写从哪天起", "working_days is written but not from which day"),
            Words("加一行 from: 2020-07-06（公示起: …）", "add a line from: 2020-07-06"),
            notice,
            "working_days",
        )
    if notice.working_days == 0:
        yield _found(
            E_PERIOD,
            Words("公示期不能是0个工作日", "a publicity period of 0 working days"),
            Words("写实际的工作日数，例如 5", "write the number of working days, such as 5"),
            notice,
            "working_days",
        )


def on_day(notice: Notice, day: date) -> Notice | None:
    """The notice if it was issued by `day`; its state on that day follows from its dates."""
    return None if notice.issued and notice.issued.first > day else notice


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many notices the place has, and how many are posted now."""
    notices = records.of(Notice)
    running = sum(state_of(notice, today) is NoticeState.RUNNING for notice in notices)
    yield from ((key, n) for key, n in (("notices", len(notices)), ("notices.running", running)) if n)


def dates(notice: Notice) -> tuple[PartialDate, ...]:
    """When the notice was issued (or else posted) or withdrawn; a period to come is not yet a fact."""
    posted = notice.from_ and PartialDate(notice.from_.year, notice.from_.month, notice.from_.day)
    return tuple(when for when in (notice.issued or posted, notice.withdrawn) if when)


def changes(notice: Notice, today: date) -> Iterator[date]:
    """The days on which the state changes, and every day on which the days that are left change."""
    days = [notice.from_, notice.withdrawn.first if notice.withdrawn else None]
    if notice.last_day:
        days.append(notice.last_day + timedelta(days=1))
    yield from (day for day in days if day and day > today)
    if state_of(notice, today) is NoticeState.RUNNING:
        yield today + timedelta(days=1)


def _found(name: str, message: Words, remedy: Words, notice: Notice, key: str) -> Diagnostic:
    return Diagnostic(name, message, remedy, notice.origin.at(key))
