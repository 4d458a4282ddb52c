"""Home visits: rounds by grid and year, households reached; nobody named and no flat."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Figures, Section, Table
from noticeboard.kinds.visit import KIND

VISITS = """\
- {grid: 第一网格, period: 2026-03-02 至 2026-03-15, round: 1, purpose: [听取意见, 登记微心愿], households: 66,
   of: 72}
- {grid: 第一网格, period: 2026-09-07 至 2026-09-20, round: 2, purpose: 征求意见, households: 72, of: 72}
"""


def section(text: str) -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text)))
    view: Section = panel.view
    return view


def test_rounds_stand_latest_first_with_what_was_reached() -> None:
    made = section(VISITS)
    (table,) = blocks(made, Table)
    assert table.rows == (
        ("第一网格", "2026年9月7日至2026年9月20日，第2次", "征求意见", "72／72"),
        ("第一网格", "2026年3月2日至2026年3月15日，第1次", "听取意见、登记微心愿", "66／72"),
    )
    (figures,) = blocks(made, Figures)
    assert [(line.value, line.base) for line in figures.lines] == [("95.8%", "138／144户")]


def test_without_a_base_the_households_are_counted() -> None:
    (figures,) = blocks(
        section("- {grid: 甲, period: 2026-03, purpose: 听取意见, households: 60余}"), Figures
    )
    assert [(line.value, line.unit) for line in figures.lines] == [("60余", "户")]


ROUND = "- {{grid: {}, period: 2026-03, purpose: 看望, households: {}, of: 72}}\n"


@pytest.mark.parametrize(
    ("households", "shown", "total"),
    (
        ((40, 30), ["40／72", "30／72"], ["48.6%"]),
        ((40, 30, 2), ["40／72", "不单列", "少于3"], ["72"]),
        ((40, 0), ["不单列", "少于3"], ["40"]),
        ((2, 2), ["", ""], []),
        ((2,), [""], []),
    ),
)
def test_a_few_households_of_a_grid_are_not_told(
    households: tuple[int, ...], shown: list[str], total: list[str]
) -> None:
    """Nor is a total from which they would follow; where nothing is covered the rate stands with its base."""
    made = section("".join(ROUND.format(f"第{n}网格", each) for n, each in enumerate(households)))
    (table,) = blocks(made, Table)
    assert [row[-1] for row in table.rows] == shown
    assert [line.value for figures in blocks(made, Figures) for line in figures.lines] == total


@pytest.mark.parametrize(
    ("row", "found"),
    (
        (
            "{grid: 甲, period: 2026-03, purpose: 看望, households: 80, of: 72}",
            [("E-VISIT-COUNT", ("households",), "走访80户，多于应访72户")],
        ),
        (
            "{grid: 甲, period: 2026-03, purpose: [看望, 探望王奶奶]}",
            [("E-NAMED", ("purpose", 1), "这里写了居民的姓名（王…）")],
        ),
        (
            "{grid: 甲, period: 2026-03, purpose: 看望, note: 到过2号楼1单元301}",
            [("E-NAMED", ("note",), "这里写了住户的门牌")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found


def test_one_round_of_a_year_stands_once() -> None:
    text = VISITS.replace("round: 2", "round: 1")
    assert found_in(KIND, text) == [("E-VISIT-TWICE", ("round",), "第一网格2026年第1次走访写了两次")]
