"""Meetings: to come, held, cancelled; several at once with their hedge; forms; what stands on pages of tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import DocumentView, Facts, Figures, Linked, Links, Marked, Section, Steps, Table
from noticeboard.kinds.meeting import KIND

COUNCIL = """\
- id: c
  sort: council
  title: 庭院灯
  when: 2026-11-17
  hour: 19时30分
  invited: 24
  present: 21
  topics: [调暗, 扶手]
  decisions: [garden]
"""
BENCH = "- {sort: bench, when: 2026-12-05, topics: 供暖}"
PATROL = "- {sort: 晨巡午议, when: 2026-08-19, present: 10余, topics: 堆物, outcome: 当天清完, tasks: shed}"
RAIN = "- {sort: bench, when: 2026-07-22, topics: 停车, cancelled: 暴雨}"
TALKS = "- {sort: talks, with: 热力公司, number: 20余, topics: 暖气片, outcome: 免费安装, tasks: shed}"
TARGETS = [("task", "shed", "车棚"), ("decision", "garden", "花园")]


def section(text: str, today: str = "2026-11-20") -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text), today=today, targets=TARGETS))
    view: Section = panel.view
    return view


def test_the_next_meeting_leads_and_every_state_is_said() -> None:
    (table,) = blocks(section("\n".join((RAIN, PATROL, COUNCIL, BENCH))), Table)
    assert [row[1:] for row in table.rows] == [
        ("2026年12月5日", "", Marked("ring", "将召开", "供暖")),
        ("2026年11月17日，19时30分", "21／24人", Marked("half", "结果待公布", "调暗、扶手")),
        ("2026年8月19日", "10余人", Marked("tick", "已有结果", "当天清完")),
        ("2026年7月22日", "", Marked("dash", "已取消", "暴雨")),
    ]
    assert table.rows[1][0] == Linked("庭院灯", "meetings/index.html#c")


def test_several_meetings_keep_their_hedge_and_lead_to_what_came_of_them() -> None:
    (figures,) = blocks(section(TALKS), Figures)
    (line,) = figures.lines
    assert (line.label, line.value, line.unit) == ("与热力公司协商", "20余", "次")
    assert (line.base, line.href) == ("暖气片；免费安装", "tasks/shed/index.html")


def test_a_form_says_how_people_meet() -> None:
    (facts,) = blocks(section("- {sort: patrol, how: 早晨巡查，中午商议}"), Facts)
    assert facts.pairs == (("晨巡午议", "早晨巡查，中午商议"),)


def test_the_page_has_attendance_with_its_base_and_what_it_led_to() -> None:
    (page,) = KIND.pages(locality(*records_of(KIND, COUNCIL), targets=TARGETS))
    assert isinstance(page.view, DocumentView)
    (one,) = page.view.sections
    (facts,), (figures,), (links,) = blocks(one, Facts), blocks(one, Figures), blocks(one, Links)
    assert facts.pairs == (
        ("会议", "议事会"),
        ("时间", "2026年11月17日，19时30分"),
        ("议题", "调暗；扶手"),
        ("结果", "结果待公布"),
    )
    assert (figures.lines[0].value, figures.lines[0].base) == ("87.5%", "21／24人")
    assert links.rows == (("花园", "../decisions/garden/index.html", ""),)


def test_pages_of_tasks_and_decisions_tell_of_their_meetings() -> None:
    place = locality(*records_of(KIND, f"{PATROL}\n{TALKS}\n{COUNCIL}"), targets=TARGETS)
    added = dict(KIND.adds(place))
    assert set(added) == {"/a/tasks/shed/", "/a/decisions/garden/"}
    (steps,) = blocks(added["/a/tasks/shed/"], Steps)
    assert [event.text for event in steps.events] == ["与热力公司协商20余次", "晨巡午议"]


@pytest.mark.parametrize(
    ("text", "today", "count"),
    (
        (BENCH, "2026-12-04", 0),
        (BENCH, "2026-12-05", 1),
        (RAIN, "2026-12-05", 0),
        (TALKS, "2026-12-05", 0),
        ("- {sort: assembly, number: 7}", "2026-12-05", 7),
    ),
)
def test_what_is_counted(text: str, today: str, count: int) -> None:
    place = locality(*records_of(KIND, text))
    assert dict(KIND.tally(place.records, date.fromisoformat(today))).get("meetings", 0) == count


def test_the_day_on_which_it_changes() -> None:
    (bench,) = records_of(KIND, BENCH)
    assert list(KIND.changes(bench, date(2026, 11, 20))) == [date(2026, 12, 5)]
    assert list(KIND.changes(bench, date(2026, 12, 5))) == []


@pytest.mark.parametrize(
    ("row", "found"),
    (
        (
            "{sort: council, topics: 灯, invited: 20, present: 21}",
            [("E-MEETING-COUNT", ("present",), "到会21，多于应到20")],
        ),
        ("{sort: council, topics: 灯, invited: 20, present: 20余}", []),
        (
            "{sort: council, topics: 灯, cancelled: 雨, outcome: 通过}",
            [("E-MEETING-CANCELLED", ("cancelled",), "会议已取消，却写了到会或结果")],
        ),
        (
            "{sort: council, topics: 灯, when: 2026-11, number: 3}",
            [("E-MEETING-DAYS", ("number",), "写了时间，又写了次数")],
        ),
        ("{sort: council, when: 2026-11}", [("W-MEETING-TOPIC", (), "没有写这次会议议什么")]),
        (
            "{sort: council, topics: [灯, 王大爷的意见]}",
            [("E-NAMED", ("topics", 1), "这里写了居民的姓名（王…）")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
