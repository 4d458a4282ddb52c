"""Fund statements: sums to the fen, what is pledged and not paid, unit costs, what does not add up, the board."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.fund import fund_boards
from noticeboard.document import Figures, Notes, Table
from noticeboard.kinds.fund import KIND, Fund
from noticeboard.kinds.fund.sums import sums_of, unit_cost
from noticeboard.kinds.fund.view import in_order, section

LINES = """\
- title: 上半年收支
  as_of: 2026-06-30
  opening: 100.50
  income:
    - {what: 车位租金, payer: 示例物业公司, amount: 1000, paid: 600.25}
    - {what: 捐款, amount: 50}
  expense:
    - {what: 楼道灯, amount: 120, number: 4, unit: 盏}
    - {what: 收据, amount: 0.75}
"""


def funds(text: str) -> tuple[Fund, ...]:
    return records_of(KIND, text)


def test_sums_are_to_the_fen_and_count_what_was_paid_in() -> None:
    (fund,) = funds(LINES)
    sums = sums_of(fund)
    assert (sums.pledged.data(), sums.received.data(), sums.spent.data()) == ("1050.00", "650.25", "120.75")
    assert sums.balance == 10050 + 65025 - 12075


def test_the_section_says_sums_payers_unit_costs_and_what_is_still_to_come() -> None:
    (fund,) = funds(LINES)
    made = section(locality(fund), fund, "/a/funds/", "funds")
    (figures,) = blocks(made, Figures)
    assert [(line.label, line.value) for line in figures.lines] == [
        ("上期结余", "100.50元"),
        ("收入", "650.25元"),
        ("支出", "120.75元"),
        ("结余", "630元"),
    ]
    income, expense = blocks(made, Table)
    assert income.rows[1] == ("捐款", "未注明", "", "50元")
    assert expense.rows[0] == ("楼道灯", "", "", "每盏30元", "120元")
    assert [notes.texts for notes in blocks(made, Notes)] == [("另有399.75元已认缴未到账",)]


@pytest.mark.parametrize(
    ("line", "cost"),
    (
        ("{what: 充电桩, amount: '20,000', number: 20, unit: 个}", "1000.00"),
        ("{what: 摄像头, amount: '21,000', number: 30, unit: 个}", "700.00"),
        ("{what: 灯, amount: 100, number: 约30, unit: 盏}", None),
        ("{what: 灯, amount: 100}", None),
    ),
)
def test_unit_costs(line: str, cost: str | None) -> None:
    (fund,) = funds(f"- {{title: 收支, expense: [{line}]}}")
    found = unit_cost(fund.expense[0])
    assert (found[0].data() if found else None) == cost


@pytest.mark.parametrize(
    ("text", "code", "path", "message"),
    (
        (
            "- {title: 甲, income: [{what: 租金, amount: 100}], income_total: 120}",
            "W-FUND-SUM",
            ("income_total",),
            "收入逐笔合计100.00元，写作120.00元，相差20.00元",
        ),
        (
            "- {title: 甲, expense: [{what: 灯, amount: 100}], closing: 20}",
            "W-FUND-SUM",
            ("closing",),
            "结余逐笔合计负100.00元，写作20.00元，相差120.00元",
        ),
        (
            "- {title: 甲, income: [{what: 租金, amount: 100, paid: 120}]}",
            "E-FUND-PAID",
            ("income", 0, "paid"),
            "到账120.00元，多于金额100.00元",
        ),
        ("- {title: 甲}", "E-FUND-EMPTY", (), "“甲”里没有收入也没有支出"),
    ),
)
def test_what_is_wrong_with_a_statement(text: str, code: str, path: tuple[Any, ...], message: str) -> None:
    assert found_in(KIND, text) == [(code, path, message)]


def test_a_deficit_is_called_so() -> None:
    (fund,) = funds("- {title: 甲, expense: [{what: 灯, amount: 100}]}")
    (figures,) = blocks(section(locality(fund), fund, "/a/funds/", "funds"), Figures)
    assert (figures.lines[-1].label, figures.lines[-1].value) == ("超支", "100元")


def test_the_latest_statement_comes_first_and_stands_on_the_board_with_every_line() -> None:
    old, new = funds(
        "- {title: 去年, as_of: 2025-12-31, income: [{what: 租金, amount: 1}]}\n"
        "- {title: 今年, as_of: 2026-06-30, income: [{what: 广告, amount: 2}]}\n"
    )
    assert in_order((old, new)) == (new, old)
    (subject,) = fund_boards(locality(old, new))
    assert subject.title == "今年"
    assert "广告" in repr(subject.content)
    assert list(fund_boards(locality())) == []
