"""Facilities: what somebody asks who stands before it; open, closed or to come; the sheet in large print."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.document_blocks import Call, Grid, Text
from noticeboard.boards.facility import facility_boards
from noticeboard.document import Facts, Heading, Section
from noticeboard.kinds.facility import KIND

DINING = """\
- {id: dining, title: 助餐点, sort: 助餐点, where: 1号楼一层, hours: 每天11时至13时, for_whom: 60岁以上老人,
   services: [堂食, 送餐], how: [打电话订餐, 凭卡取餐], phone: 0371-0000-0001, opened: 2026-03-01}
- {title: 阅览角, sort: other, where: 3号楼, closed: 2026-08-31}
- {title: 照料中心, sort: day_care, where: 2号楼, opened: 2027-01-04}
"""


def section(today: str = "2026-11-20") -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, DINING), today=today))
    view: Section = panel.view
    return view


def test_what_it_is_for_and_when_it_is_open() -> None:
    assert next(blocks(section(), Facts)).pairs == (
        ("地点", "1号楼一层"),
        ("开放时间", "每天11时至13时"),
        ("服务对象", "60岁以上老人"),
        ("能办的事", "堂食、送餐"),
        ("启用", "2026年3月1日"),
    )


@pytest.mark.parametrize(
    ("today", "states"),
    (
        ("2026-11-20", {"助餐点": None, "阅览角": "已停用", "照料中心": "尚未启用"}),
        ("2026-08-31", {"助餐点": None, "阅览角": None, "照料中心": "尚未启用"}),
        ("2027-01-04", {"助餐点": None, "阅览角": "已停用", "照料中心": None}),
    ),
)
def test_open_closed_or_to_come(today: str, states: dict[str, str | None]) -> None:
    headings = blocks(section(today), Heading)
    assert {each.text: each.state.word if each.state else None for each in headings} == states


def test_the_sheet_says_how_step_by_step() -> None:
    (subject,) = facility_boards(locality(*records_of(KIND, DINING)))
    grid, _, *steps, call = subject.content.blocks
    assert isinstance(grid, Grid)
    assert [step.text for step in steps if isinstance(step, Text)] == ["1. 打电话订餐", "2. 凭卡取餐"]
    assert isinstance(call, Call)


def test_a_facility_of_which_nothing_is_known_but_its_name_has_no_sheet() -> None:
    assert list(facility_boards(locality(*records_of(KIND, "- {title: 口袋花园, sort: other}")))) == []


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{title: 甲, sort: other}", [("W-FACILITY", (), "“甲”没有写在哪里")]),
        (
            "{title: 甲, sort: other, where: 东门, opened: 2026-05, closed: 2026-04}",
            [("E-FACILITY-CLOSED", ("closed",), "停用（2026年4月）早于启用（2026年5月）")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
