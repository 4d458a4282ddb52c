"""Assigned teams: nine posts in seven slots, vacancies, change of holders, what a place above says, the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.assignment import assignment_boards
from noticeboard.boards.document_blocks import Grid, Text
from noticeboard.document import Facts, Figures, Linked, Marked, Section, Table
from noticeboard.kinds.assignment import KIND
from noticeboard.kinds.place import Level, Place
from noticeboard.locality import Locality, Records
from noticeboard.summary import Summary

TEAM = """\
- as_of: 2026-11-20
  slots:
    - {force: office, role: 街道干部, answers_for: 牵头, office_phone: 0371-0000-0030}
    - {force: 社区, role: 网格员, office_phone: 0371-0000-0031}
    - {force: coordination, role: 协管员, office_phone: 0371-0000-0032}
    - {force: patrol, role: 原队员, office_phone: 0371-0000-0033, period: 2026-01-01 至 2026-10-31}
    - {force: patrol, role: 新队员, office_phone: 0371-0000-0033, period: 2026-12-01 至今}
    - {force: property, answers_for: 维修, vacant_since: 2026-09}
    - {force: sanitation, role: 保洁班长, office_phone: 0371-0000-0034}
    - {force: market, role: 监管员, office_phone: 0371-0000-0035}
    - {force: brigade, role: 执法队员, office_phone: 0371-0000-0036}
    - {force: 派出所, role: 民警, office_phone: 0371-0000-0037}
"""
WHOLE = [line for line in TEAM.splitlines() if "新队员" not in line and "2026-10-31" not in line]
WHOLE += ["    - {force: patrol, role: 队员, office_phone: 0371-0000-0033}"]


def section(place: Locality) -> Section:
    (panel,) = KIND.panels(place)
    view: Section = panel.view
    return view


@pytest.mark.parametrize(
    ("today", "patrol", "held"),
    (
        ("2026-10-31", "原队员", "8"),
        ("2026-11-20", Marked("ring", "空缺", "新队员2026年12月1日到岗"), "7"),
        ("2026-12-01", "新队员", "8"),
    ),
)
def test_who_holds_a_post_changes_with_the_day(today: str, patrol: Any, held: str) -> None:
    made = section(locality(*records_of(KIND, TEAM), today=today))
    (table,), (figures,) = blocks(made, Table), blocks(made, Figures)
    assert table.rows[3] == ("巡防", patrol, "", Linked("0371-0000-0033", "tel:0371-0000-0033"))
    assert table.rows[4] == ("物业", Marked("ring", "空缺", "2026年9月起"), "维修", "")
    assert [row[0] for row in table.rows[6:]] == [
        "市场监管所（执法力量）",
        "执法大队（执法力量）",
        "派出所（执法力量）",
    ]
    assert (figures.lines[0].value, figures.lines[0].base) == (held, "7个位置共9个岗位")


def test_the_days_on_which_it_changes_and_what_is_counted() -> None:
    (team,) = records_of(KIND, TEAM)
    assert set(KIND.changes(team, date(2026, 10, 1))) == {date(2026, 11, 1), date(2026, 12, 1)}
    own = Records("/a", Place(kind=Level.COMPOUND, name="甲"), ((KIND.record, (team,)),))
    assert dict(KIND.tally(own, date(2026, 11, 20))) == {"assignments": 1, "assignments.vacant": 2}
    above = replace(own, place=Place(kind=Level.SUBDISTRICT, name="乙"))
    assert dict(KIND.tally(above, date(2026, 11, 20))) == {}


def test_a_place_above_names_the_forces_and_lists_the_vacancies_of_its_places() -> None:
    forces = "- slots: [{force: 环卫}, {force: 机关}, {force: 派出所}]"
    made = locality(*records_of(KIND, forces))
    child = Summary(
        "/a/b", "乙院", "compound", sample=False, counts=(("assignments", 1), ("assignments.vacant", 2))
    )
    made = replace(
        made,
        records=replace(made.records, place=Place(kind=Level.SUBDISTRICT, name="甲街道")),
        summary=replace(made.summary, children=(child,)),
    )
    shown = section(made)
    (facts,), (table,) = blocks(shown, Facts), blocks(shown, Table)
    assert facts.pairs == (("六支力量", "机关、环卫"), ("加一：执法力量", "派出所"))
    assert table.rows == ((Linked("乙院", "b/index.html#assignments"), "1", "2"),)
    assert list(assignment_boards(made)) == []


def test_the_board_has_every_post_and_says_which_are_vacant() -> None:
    (subject,) = assignment_boards(locality(*records_of(KIND, TEAM)))
    text, grid = subject.content.blocks
    assert isinstance(text, Text)
    assert isinstance(grid, Grid)
    assert text.text == "在岗7个岗位（7个位置共9个岗位）"
    assert [row.cells[1].text for row in grid.rows][3:6] == ["空缺", "空缺", "保洁班长"]
    assert grid.rows[4].cells[1].more == ("2026年9月起",)


@pytest.mark.parametrize(
    ("more", "found"),
    (
        (
            "    - {force: police, role: 甲, office_phone: 12345}",
            [("E-ASSIGNMENT-TWICE", ("slots", 9, "force"), "“派出所”同时写了两次")],
        ),
        ("- {slots: []}", [("E-ASSIGNMENT-TWICE", (), "一个楼院写了两份分包下沉")]),
        (
            "  note: 张阿姨代管",
            [("E-NAMED", ("note",), "这里写了居民的姓名（张…）")],
        ),
    ),
)
def test_what_is_wrong_with_a_team(more: str, found: list[Any]) -> None:
    text = "\n".join((*WHOLE, more))
    assert [each for each in found_in(KIND, text) if each[0][0] == "E"] == found


def test_what_a_team_lacks() -> None:
    short = "\n".join(line for line in WHOLE if "物业" not in line and "property" not in line)
    short = short.replace(", office_phone: 0371-0000-0037", "")
    assert found_in(KIND, short) == [
        ("W-ASSIGNMENT-MISSING", ("slots",), "没有写物业，页面会写空缺"),
        ("W-ASSIGNMENT-PHONE", ("slots", 6), "“民警”没有写办公电话"),
    ]
