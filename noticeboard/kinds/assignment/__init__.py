"""Assigned teams (分包下沉 6+1): the declaration that joins fields, rules and panel.

record (fields, the nine posts on a day) ─ rules ─ view (panel) ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind
from noticeboard.kinds.assignment.record import Assignment, vacancies
from noticeboard.kinds.assignment.rules import check, check_place
from noticeboard.kinds.assignment.view import FOLDER, TITLE, panels
from noticeboard.kinds.place import Level
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Assignment"]


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many compounds have a team, and how many posts are vacant."""
    teams = records.of(Assignment)
    if teams and records.place.kind is Level.COMPOUND:
        yield "assignments", 1
        yield "assignments.vacant", vacancies(teams[0], today)


def _dates(team: Assignment) -> tuple[PartialDate, ...]:
    starts = [slot.period.start for slot in team.slots if slot.period and slot.period.start]
    return (*((team.as_of,) if team.as_of else ()), *starts)


def _changes(team: Assignment, today: date) -> Iterator[date]:
    days = (slot.period.next_change(today) for slot in team.slots if slot.period)
    yield from (day for day in days if day)


def _title(team: Assignment) -> str:
    return TITLE.zh


KIND = Kind(
    name="assignment",
    folder=FOLDER,
    words=Words("分包下沉", "assigned team"),
    record=Assignment,
    title=_title,
    check=check,
    check_place=check_place,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    starter=Words(
        """\
- 截至: 2026-11-20
  分包岗位:    # 不写姓名；空缺的只写力量
    - {力量: 机关, 责任岗位: 街道包院干部, 职责: 牵头协调, 办公电话: 0371-12345678}
    - {力量: 社区, 责任岗位: 社区网格员, 职责: 收集意见, 办公电话: 0371-12345678}
    - {力量: 协管, 责任岗位: 协管员, 办公电话: 0371-12345678}
    - {力量: 巡防, 责任岗位: 巡防队员, 办公电话: 0371-12345678}
    - {力量: 物业, 空缺起: 2026-10}
    - {力量: 环卫, 责任岗位: 片区保洁班长, 办公电话: 0371-12345678}
    - {力量: 市场监管所, 责任岗位: 片区监管员, 办公电话: 0371-12345678}
    - {力量: 执法大队, 责任岗位: 片区执法队员, 办公电话: 0371-12345678}
    - {力量: 派出所, 责任岗位: 社区民警, 办公电话: 0371-12345678}
""",
        """\
- as_of: 2026-11-20
  slots:    # no names; of a vacant post write the force alone
    - {force: office, role: subdistrict cadre, answers_for: coordination, office_phone: 0371-12345678}
    - {force: community, role: grid worker, answers_for: hears opinions, office_phone: 0371-12345678}
    - {force: coordination, role: coordinator, office_phone: 0371-12345678}
    - {force: patrol, role: patrol member, office_phone: 0371-12345678}
    - {force: property, vacant_since: 2026-10}
    - {force: sanitation, role: head of cleaners, office_phone: 0371-12345678}
    - {force: market, role: supervisor, office_phone: 0371-12345678}
    - {force: brigade, role: enforcement officer, office_phone: 0371-12345678}
    - {force: police, role: community policeman, office_phone: 0371-12345678}
""",
    ),
)
