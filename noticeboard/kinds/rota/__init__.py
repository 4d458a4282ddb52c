"""Duty rotas (值班表): the declaration that joins fields, rules, counts, page and panel.

record (fields, days by the calendar) ─ roll (consents) ─ shifts ─ count, rules ─ text, blocks, view ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.rota.blocks import next_changes
from noticeboard.kinds.rota.count import total_of
from noticeboard.kinds.rota.record import Rota, bounds_of, settle, state_of
from noticeboard.kinds.rota.roll import join
from noticeboard.kinds.rota.rules import check, check_place
from noticeboard.kinds.rota.shifts import roster_of
from noticeboard.kinds.rota.view import FOLDER, TITLE, adds, pages, panels
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import PeriodState

__all__ = ["KIND", "Rota"]


def _mentions(rota: Rota) -> Iterator[Mention]:
    if rota.team:
        yield Mention(rota.team, ("team",), ("organization",))
    for index, task in enumerate(rota.tasks):
        yield Mention(task, ("tasks", index), ("task",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """The rotas that hold or are to come: how many, their shifts, minutes of all people, empty places."""
    current = [rota for rota in records.of(Rota) if state_of(rota, today) is not PeriodState.OVER]
    totals = [total_of(rota, roster_of(rota)) for rota in current]
    counts = {
        "rotas": len(current),
        "rotas.shifts": sum(total.shifts for total in totals),
        "rotas.minutes": sum(total.minutes for total in totals),
        "rotas.vacant": sum(total.missing for total in totals),
    }
    yield from ((key, count) for key, count in counts.items() if count)


def _changes(rota: Rota, today: date) -> Iterator[date]:
    """The next day with other shifts at the head, the next month (of the board), begin and end."""
    if rota.period:
        following = rota.period.next_change(today)
        yield from (following,) if following else ()
    if state_of(rota, today) is not PeriodState.OVER:
        yield from next_changes(roster_of(rota), today)
        yield from (day for day in rota.days if day.day == 1 and day > today)


def _dates(rota: Rota) -> tuple[PartialDate, ...]:
    start = rota.period.start if rota.period else None
    return tuple(day for day in (rota.as_of, start) if day)


def _on_day(rota: Rota, day: date) -> Rota | None:
    bounds = bounds_of(rota)
    return None if bounds and bounds.first > day else rota


def _title(rota: Rota) -> str:
    return rota.title


KIND = Kind(
    name="rota",
    shows_in_places=True,
    folder=FOLDER,
    words=Words(TITLE.zh, "duty rota"),
    record=Rota,
    title=_title,
    has_page=True,
    settle=settle,
    join=join,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    adds=adds,
    starter=Words(
        """\
- id: 2026-11
  名称: 看门护院值班表
  期间: 2026-11
  岗位: 大门
  每周时长: 3小时    # 每人的目标，可以不写
  每周安排:
    - 星期: [周一, 周三, 周五]
      时段: 16:00-21:00
      适用: 工作日    # 每天、工作日、休息日；放假和调休按国务院的安排
      人数: 2
      单位: 志愿服务队    # 写到人的，改成 人员: [示例甲, 示例乙]；没有同意公开的只写姓
    - {星期: [周六, 周日], 时段: 22:00-06:00, 单位: 巡防队, 人数: 2, 加强: 是}
  # 单日安排:
  #   - {日期: 2026-11-11, 方式: 停班, 原因: 大门维修}    # 增加、替换、停班
  # 换班:
  #   - {日期: 2026-11-04, 原值班: 示例甲, 改由: 示例乙}
""",
        """\
- id: 2026-11
  title: Duty at the gate
  period: 2026-11
  post: gate
  weekly_hours: 3    # the target of one person, if there is one
  pattern:
    - weekday: [monday, wednesday, friday]
      time: 16:00-21:00
      days: working    # every, working, rest: by the calendar of public holidays
      needed: 2
      unit: volunteers    # or people: [示例甲, 示例乙], shown as the roster of volunteers allows
    - {weekday: [saturday, sunday], time: 22:00-06:00, unit: patrol, needed: 2, reinforced: yes}
  # dates:
  #   - {date: 2026-11-11, mode: off, why: the gate is mended}    # add, replace, off
  # swaps:
  #   - {date: 2026-11-04, from: 示例甲, to: 示例乙}
""",
    ),
)
