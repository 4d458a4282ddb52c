"""Activities: attendance with its hedge, sessions held and to come, series with a weekly theme."""

from __future__ import annotations

from datetime import date

from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Figures, Marked, Section, Table
from noticeboard.kinds.activity import KIND
from noticeboard.locality import Locality

ACTIVITIES = """\
- title: 义诊
  sort: clinic
  by: [卫生服务站]
  sessions: [{when: 2026-04-18, attendance: 62}, {when: 2026-10-17, attendance: 70余}]
- title: 文化角
  sort: match
  rhythm: 每周一个主题
  sessions: [{when: 2026-11-14, theme: 书法, attendance: 18}, {when: 2026-12-05, theme: 象棋, attendance: 99}]
- {title: 比赛, sort: contest, number: 6, attendance: 近2000, as_of: 2020-11-04}
- {title: 烹饪班, sort: course, days: 7, as_of: 2020-H1}
- {title: 消防讲座, sort: lecture, when: 2026-12-12}
"""


def place() -> Locality:
    records = records_of(KIND, ACTIVITIES)
    return locality(*records, counts=KIND.tally(locality(*records).records, date(2026, 11, 20)))


def section() -> Section:
    (panel,) = KIND.panels(place())
    view: Section = panel.view
    return view


def test_sessions_held_are_counted_and_attendance_is_added_up_with_its_hedge() -> None:
    (figures,) = blocks(section(), Figures)
    assert [(line.label, line.value) for line in figures.lines] == [
        ("活动场次", "10"),
        ("参加人次", "约2150"),
    ]


def test_what_is_to_come_stands_first() -> None:
    (table,) = blocks(section(), Table)
    assert [row[0] for row in table.rows] == [
        "消防讲座",
        "文化角（每周一个主题）",
        "义诊（卫生服务站）",
        "比赛",
        "烹饪班",
    ]
    assert [row[3] for row in table.rows[:2]] == [Marked("ring", "将举办"), Marked("tick", "已举办")]
    assert table.rows[1][1:3] == ("2场，2026年11月14日，主题：书法", "18人次")
    assert table.rows[2][1:3] == ("2场，2026年10月17日", "132余人次")
    assert [row[1] for row in table.rows[3:]] == ["6场，2020年11月4日", "7天，2020年上半年"]


def test_more_sessions_than_are_stated_are_told() -> None:
    row = "{title: 甲, sort: other, number: 1, sessions: [{when: 2026-01-01}, {when: 2026-01-02}]}"
    assert found_in(KIND, f"- {row}") == [("E-ACTIVITY", ("number",), "场次写1，逐场写了2场")]


def test_the_days_on_which_it_changes() -> None:
    days = {day for each in records_of(KIND, ACTIVITIES) for day in KIND.changes(each, date(2026, 11, 20))}
    assert days == {date(2026, 12, 5), date(2026, 12, 12)}
