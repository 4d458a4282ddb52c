"""Activities (活动): clinics, courses, matches, lectures, contests: when, for whom, how many came, what came of it.

A weekly theme belongs to a series; a series whose sessions are not known one by one states how many there were.

record (fields, rules) ─ view (panel, page) ─ statistics (counts, breakdown) ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind
from noticeboard.kinds.activity.record import Activity, check, is_coming
from noticeboard.kinds.activity.statistics import statistics, tally
from noticeboard.kinds.activity.view import FOLDER, pages, panels
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Activity", "Session", "Sort"]


def _changes(activity: Activity, today: date) -> Iterator[date]:
    days = [session.when.first for session in activity.sessions]
    days += [activity.when.first] if activity.when else []
    days += [activity.period.start.first] if activity.period and activity.period.start else []
    yield from (day for day in days if day > today)


def _dates(activity: Activity) -> Iterator[PartialDate]:
    yield from (session.when for session in activity.sessions)
    yield from (day for day in (activity.when, activity.as_of) if day)


def _on_day(activity: Activity, day: date) -> Activity | None:
    return None if is_coming(activity, day) else activity


def _is_done(activity: Activity, today: date) -> bool:
    return not is_coming(activity, today)


def _title(activity: Activity) -> str:
    return activity.title


KIND = Kind(
    name="activity",
    folder=FOLDER,
    words=Words("活动", "activity"),
    record=Activity,
    title=_title,
    is_done=_is_done,
    on_day=_on_day,
    check=check,
    tally=tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 名称: 社区义诊
  种类: 义诊    # 义诊、培训、文体活动、讲座、比赛、志愿清洁、其他活动
  主办: [社区卫生服务站]
  地点: 中心花园
  时间: 2026-05-16
  人次: 60余
""",
        """\
- title: Free clinic
  sort: clinic    # clinic, course, match, lecture, contest, cleanup, other
  by: [community health station]
  where: central garden
  when: 2026-05-16
  attendance: 60余
""",
    ),
)
