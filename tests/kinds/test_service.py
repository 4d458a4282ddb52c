"""Services: thresholds, phone, fee and payer, in force or not, the sheet with the large phone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.document_blocks import Call, Grid
from noticeboard.boards.service import service_boards
from noticeboard.document import Facts, Heading, Phone, Section
from noticeboard.kinds.service import KIND

WASTE = """\
- id: bulky-waste
  title: 大件垃圾上门收运
  sort: hotline
  thresholds:
    - {what: 重量, limit: over, number: 5, unit: 千克}
    - {what: 体积, limit: 超过, number: 0.2, unit: 立方米}
    - {what: 长度, number: 1, unit: 米}
  phone: 68989517
  payer: 政府
  basis: 《郑州市大件垃圾回收利用管理办法》
"""
SEASON = "- {title: 供暖报修, sort: 电话预约, phone: 12345, fee: 免费, period: 2026-12-01 至 2027-03-15}"


def section(text: str, today: str = "2026-11-20") -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text), today=today))
    view: Section = panel.view
    return view


def test_any_threshold_is_enough_and_the_payer_is_named() -> None:
    made = section(WASTE)
    (facts,) = blocks(made, Facts)
    assert facts.pairs == (
        ("什么算", "重量超过5千克，或体积超过0.2立方米，或长度超过1米"),
        ("费用", "由政府付费"),
        ("依据", "《郑州市大件垃圾回收利用管理办法》"),
    )
    (phone,) = blocks(made, Phone)
    assert phone.number == "68989517"


@pytest.mark.parametrize(
    ("today", "state", "calls"),
    (
        ("2026-11-20", "尚未开始", 0),
        ("2026-12-01", None, 1),
        ("2027-03-15", None, 1),
        ("2027-03-16", "已停止", 0),
    ),
)
def test_a_service_is_in_force_from_day_to_day(today: str, state: str | None, calls: int) -> None:
    made = section(SEASON, today)
    (heading,) = blocks(made, Heading)
    assert (heading.state.word if heading.state else None) == state
    assert len(list(blocks(made, Phone))) == calls
    boards = list(service_boards(locality(*records_of(KIND, SEASON), today=today)))
    assert len(boards) == calls


def test_the_days_on_which_it_changes() -> None:
    (service,) = records_of(KIND, SEASON)
    assert list(KIND.changes(service, date(2026, 11, 20))) == [date(2026, 12, 1), date(2027, 3, 16)]


def test_the_sheet_has_the_phone_large_and_every_fact() -> None:
    (subject,) = service_boards(locality(*records_of(KIND, WASTE)))
    call, grid = subject.content.blocks
    assert isinstance(call, Call)
    assert isinstance(grid, Grid)
    assert call.number == "68989517"
    assert [row.cells[0].text for row in grid.rows] == ["什么算", "费用", "依据"]
    assert subject.key == "service-bulky-waste"


@pytest.mark.parametrize(
    ("row", "found"),
    (
        (
            "{title: 甲, sort: door, fee: 免费}",
            [("W-SERVICE-REACH", (), "“甲”没有写电话，也没有写地点")],
        ),
        (
            "{title: 甲, sort: counter, where: 大厅}",
            [("W-SERVICE-FEE", (), "“甲”没有写费用，也没有写谁付费")],
        ),
    ),
)
def test_what_is_missing(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
