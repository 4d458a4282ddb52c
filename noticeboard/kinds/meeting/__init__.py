"""Meetings (议事会议): the declaration that joins fields, rules, page and panel.

record (fields, rules) ─ view (panel, page, what stands on pages of tasks and decisions) ▶ KIND
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.breakdown import exact as exact_of
from noticeboard.kinds.meeting.record import Meeting, check
from noticeboard.kinds.meeting.statistics import IN_PERIOD, OF_SORT, statistics
from noticeboard.kinds.meeting.view import FOLDER, TITLE, adds, is_held, pages, panels
from noticeboard.kinds.periods import period_counts
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge

__all__ = ["KIND", "Meeting"]


def _mentions(meeting: Meeting) -> Iterator[Mention]:
    for index, task in enumerate(meeting.tasks):
        yield Mention(task, ("tasks", index), ("task",))
    for index, decision in enumerate(meeting.decisions):
        yield Mention(decision, ("decisions", index), ("decision",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many meetings were held; hedged numbers (20余) are no part of a sum that stands without a hedge."""
    held = [each for each in records.of(Meeting) if is_held(each, today)]
    exact = [each.number for each in held if each.number and each.number.hedge is Hedge.EXACT]
    count = sum(int(number.value) for number in exact) + sum(each.number is None for each in held)
    if count:
        yield "meetings", count
    sorts: Counter[str] = Counter()
    for each in held:
        sorts[each.sort.value] += 1 if each.number is None else exact_of(each.number)
    yield from ((OF_SORT + sort, number) for sort, number in sorts.items() if number)
    yield from period_counts(IN_PERIOD, (each.when for each in held if each.number is None))


def _changes(meeting: Meeting, today: date) -> Iterator[date]:
    if meeting.when and meeting.when.first > today:
        yield meeting.when.first


def _dates(meeting: Meeting) -> tuple[PartialDate, ...]:
    return tuple(day for day in (meeting.when, meeting.as_of) if day)


def _title(meeting: Meeting) -> str:
    return meeting.title or meeting.sort.words.zh


KIND = Kind(
    name="meeting",
    folder=FOLDER,
    words=Words(TITLE.zh, "meeting"),
    record=Meeting,
    title=_title,
    anchor=FOLDER,
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    adds=adds,
    starter=Words(
        """\
- id: 2026-lift
  种类: 议事会    # 居民大会、议事会、小板凳恳谈会、协商、晨巡午议
  标题: 商议加装电梯
  时间: 2026-09-12
  钟点: 19时30分
  地点: 议事室
  应到: 24
  到会: 21
  议题: [费用分摊, 施工时间]
  # 结果: 写议定了什么
  # 事项: [民生实事的编号]
  # 决策: [决策的编号]
""",
        """\
- id: 2026-lift
  sort: council    # assembly, council, bench, talks, patrol
  title: A lift for the building
  when: 2026-09-12
  hour: "19:30"
  where: the council's room
  invited: 24
  present: 21
  topics: [who pays, when to build]
  # outcome: what was agreed
  # tasks: [ids of tasks]
  # decisions: [ids of decisions]
""",
    ),
)
