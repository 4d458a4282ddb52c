"""Micro-wishes: states, n of n, the median of days, numbers in order, nobody named, the wall of cards."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.document_blocks import Card, Cards
from noticeboard.boards.wish import wish_boards
from noticeboard.document import Figures, Lines, Marked, Section, Table
from noticeboard.kinds.wish import KIND, Wish
from noticeboard.locality import Locality

WISHES = """\
- {number: 1, what: 收音机, made: 2026-03-01, helper: 志愿服务队, realized: 2026-03-11}
- {number: 2, what: 老花镜, made: 2026-03-01, helper: 眼镜店, realized: 2026-03-31}
- {number: 3, what: 扶手, made: 2026-04, helper: 物业公司, realized: 2026-05-01}
- {number: 4, what: 学书法, made: 2026-11-01, helper: 志愿服务队}
- {number: 5, what: 晒太阳的座位, made: 2026-11-02}
- {number: 6, what: 修缝纫机, made: 2026-11-03, helper: 志愿服务队, realized: 2026-11-30}
"""


def place(text: str = WISHES, today: str = "2026-11-20") -> Locality:
    wishes: tuple[Wish, ...] = records_of(KIND, text)
    probe = locality(*wishes, today=today)
    return locality(*wishes, today=today, counts=KIND.tally(probe.records, probe.today))


def section(where: Locality) -> Section:
    (panel,) = KIND.panels(where)
    view: Section = panel.view
    return view


def test_what_can_be_taken_up_comes_first_and_each_state_has_its_mark() -> None:
    (table,) = blocks(section(place()), Table)
    assert [(row[0], row[2]) for row in table.rows] == [
        ("5. 晒太阳的座位", Marked("ring", "待认领")),
        ("4. 学书法", Marked("half", "已认领")),
        ("6. 修缝纫机", Marked("half", "已认领")),
        ("1. 收音机", Marked("tick", "已实现", "2026年3月11日")),
        ("2. 老花镜", Marked("tick", "已实现", "2026年3月31日")),
        ("3. 扶手", Marked("tick", "已实现", "2026年5月1日")),
    ]


@pytest.mark.parametrize(("today", "base"), (("2026-11-20", "3／6个"), ("2026-11-30", "4／6个")))
def test_a_day_to_come_is_no_realization(today: str, base: str) -> None:
    (figures,) = blocks(section(place(today=today)), Figures)
    assert (figures.lines[0].base, figures.lines[0].note) == (base, "基数小，仅供参考")


def test_the_median_counts_those_whose_days_are_known() -> None:
    (lines,) = blocks(section(place()), Lines)
    assert lines.texts == ("从征集到实现，一半的心愿在20天以内（按写明日期的2个计算）",)


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{number: 1, what: 给张阿姨买药}", [("E-NAMED", ("what",), "这里写了居民的姓名（张…）")]),
        ("{number: 1, what: 灯, note: 3号楼2单元501}", [("E-NAMED", ("note",), "这里写了住户的门牌")]),
        (
            "{number: 1, what: 灯, made: 2026-05-01, helper: 队, realized: 2026-04-01}",
            [("E-WISH-ORDER", ("realized",), "实现（2026年4月1日）早于征集（2026年5月1日）")],
        ),
        (
            "{number: 1, what: 灯, realized: 2026-04-01}",
            [("E-WISH-HELPER", ("realized",), "1号心愿写了实现，没有写谁认领")],
        ),
    ),
)
def test_what_is_wrong_with_a_wish(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found


def test_numbers_twice_and_gaps_are_told() -> None:
    text = "- {number: 1, what: 甲}\n- {number: 1, what: 乙}\n- {number: 4, what: 丙}\n"
    assert found_in(KIND, text) == [
        ("E-WISH-NUMBER", ("number",), "序号1用了两次"),
        ("N-WISH-GAP", ("number",), "微心愿的序号缺2、3"),
    ]


def test_there_is_no_field_for_who_wishes() -> None:
    with pytest.raises(AssertionError, match="E-UNKNOWN-KEY"):
        records_of(KIND, "- {number: 1, what: 灯, wisher: 示例甲}")


def test_the_wall_is_a_card_for_each_wish() -> None:
    (subject,) = wish_boards(place())
    cards = next(block for block in subject.content.blocks if isinstance(block, Cards)).cards
    assert len(cards) == 6
    assert cards[3] == Card("01", "收音机", ("认领：志愿服务队", "2026年3月11日"), "done", "已实现")
