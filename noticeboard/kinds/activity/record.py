"""The fields of an activity (活动) and its sessions; how many were held by a day, and how many came.

Attendance keeps its hedge and is added up with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.records import (
    Choice,
    Field,
    PeriodField,
    QuantityField,
    Record,
    Text,
    Texts,
    WhenField,
    choice,
    listed,
)
from noticeboard.values.partial_date import PartialDate, latest
from noticeboard.values.quantity import Hedge, Quantity
from noticeboard.values.total import total

E_ACTIVITY = code(
    "E-ACTIVITY", "活动场次和逐场记录不符", "an activity whose sessions are not as many as stated"
)


class Sort(Choice):
    """What sort of activity it is."""

    CLINIC = "clinic", "义诊", "clinic"
    COURSE = "course", "培训", "course"
    MATCH = "match", "文体活动", "match"
    LECTURE = "lecture", "讲座", "lecture"
    CONTEST = "contest", "比赛", "contest"
    CLEANUP = "cleanup", "志愿清洁", "clean-up"
    OTHER = "other", "其他活动", "activity"


@dataclass(frozen=True, kw_only=True)
class Session:
    """One session of an activity."""

    when: Annotated[WhenField, Field("时间")]
    theme: Annotated[Text, Field("主题")] = ""
    attendance: Annotated[QuantityField | None, Field("人次")] = None


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """One activity, with its sessions or with how many there were."""

    title: Annotated[Text, Field("名称")]
    sort: Annotated[Sort, choice(Sort), Field("种类")]
    by: Annotated[Texts, Field("主办")] = ()
    where: Annotated[Text, Field("地点")] = ""
    when: Annotated[WhenField | None, Field("时间")] = None
    period: Annotated[PeriodField | None, Field("期间")] = None
    rhythm: Annotated[Text, Field("频次")] = ""
    """每周一个主题."""
    days: Annotated[QuantityField | None, Field("天数")] = None
    number: Annotated[QuantityField | None, Field("场次")] = None
    attendance: Annotated[QuantityField | None, Field("人次")] = None
    teams: Annotated[QuantityField | None, Field("队伍")] = None
    sessions: Annotated[tuple[Session, ...], listed, Field("逐场")] = ()
    fee: Annotated[Text, Field("费用")] = ""
    result: Annotated[Text, Field("结果")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None


def check(activity: Activity) -> Iterator[Diagnostic]:
    """Sessions that stand here against how many are stated."""
    stated = activity.number
    if stated and activity.sessions and stated.hedge is Hedge.EXACT and stated.value < len(activity.sessions):
        yield Diagnostic(
            E_ACTIVITY,
            Words(
                f"场次写{stated.text('zh')}，逐场写了{len(activity.sessions)}场",
                f"{stated.text('en')} sessions are stated, {len(activity.sessions)} stand here",
            ),
            Words("核对场次，或去掉多写的", "check the number, or take out what is too much"),
            activity.origin.at("number"),
        )


def held(activity: Activity, today: date) -> int:
    """How many sessions had been held by `today`, where they stand one by one or are stated as a plain number."""
    if activity.sessions:
        return sum(session.when.first <= today for session in activity.sessions)
    if activity.number is not None:
        return int(activity.number.value) if activity.number.hedge is Hedge.EXACT else 0
    return 0 if is_coming(activity, today) else 1


def is_coming(activity: Activity, today: date) -> bool:
    """Whether all of it is still to come."""
    start = activity.when or (activity.period.start if activity.period else None)
    days = [session.when.first for session in activity.sessions] or ([start.first] if start else [])
    return bool(days) and min(days) > today


def attendance_of(activity: Activity, today: date) -> Quantity | None:
    """How many came in all: what is stated, or the sum of the sessions with its hedge."""
    if activity.attendance is not None:
        return activity.attendance
    known = [s.attendance for s in activity.sessions if s.attendance is not None and s.when.first <= today]
    return total(known) if known else None


def day_of(activity: Activity, today: date) -> PartialDate | None:
    """The last day that it speaks of."""
    days = [session.when for session in activity.sessions if session.when.first <= today]
    period = activity.period
    return (
        latest(days, by=today)
        or activity.when
        or (period.end or period.start if period else None)
        or activity.as_of
    )
