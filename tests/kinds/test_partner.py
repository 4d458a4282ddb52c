"""Partners: units named or only counted, agreements and resources on a day, what can be borrowed, the sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.borrowing import borrowing_boards
from noticeboard.boards.document_blocks import Grid, Title
from noticeboard.document import Facts, Figures, Linked, Marked, Section, Table
from noticeboard.kinds.partner import KIND
from noticeboard.locality import Records

SEVEN = (
    "- {units: 7, named: [区医保局, 区残联], sort: 区直单位, headings: [文化联谊, party, events, welfare]}"
)
SCHOOL = """\
- name: 示例学校
  agreement: yes
  term: 2025-01-01 至 2026-12-31
  resources:
    - {kind: 场地, what: 折叠桌, number: 20, unit: 张, ways: 场地, state: lent, back: 2026-12-05, office_phone: 12345}
    - {kind: people, what: 书法老师, hours: 周日, terms: 书面申请}
"""


def section(text: str, today: str = "2026-11-20") -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text), today=today))
    view: Section = panel.view
    return view


def test_seven_partners_of_which_two_are_named() -> None:
    made = section(SEVEN)
    (figures,), (table,) = blocks(made, Figures), blocks(made, Table)
    assert (figures.lines[0].value, figures.lines[0].base) == ("7", "写明名称的2家")
    assert table.rows == (
        ("区医保局、区残联等区直单位（7家）", "4项：文化联谊、党建工作共建、主题活动联搞、公益事业联办", ""),
    )


def test_units_with_an_agreement_are_counted_and_a_register_may_know_kinds_only() -> None:
    text = f"{SEVEN}\n- {{units: 25, sort: 部门, agreement: yes, matters: 197, resources: [kind: 资金, kind: 技术]}}"
    made = section(text)
    (figures,), (facts,) = blocks(made, Figures), blocks(made, Facts)
    assert [(line.label, line.value) for line in figures.lines] == [
        ("联建单位", "32"),
        ("签有协议", "25"),
        ("办理事项", "197"),
    ]
    assert facts.pairs == (("资源登记", "2类：技术、资金"),)
    place = locality(*records_of(KIND, text)).records
    assert dict(KIND.tally(place, date(2026, 11, 20))) == {"partners": 32, "partners.agreed": 25}
    assert list(borrowing_boards(locality(*records_of(KIND, text)))) == []


@pytest.mark.parametrize(
    ("today", "agreement", "table"),
    (
        ("2024-12-31", ("ring", "尚未生效"), ("half", "已借出", "预计12月5日归还")),
        ("2026-10-31", ("tick", "协议有效"), ("half", "已借出", "预计12月5日归还")),
        ("2026-11-01", ("clock", "即将到期"), ("half", "已借出", "预计12月5日归还")),
        ("2026-12-06", ("clock", "即将到期"), ("clock", "逾期未还", "应于12月5日归还")),
        ("2027-01-01", ("dash", "协议已到期"), ("clock", "逾期未还", "应于12月5日归还")),
    ),
)
def test_agreements_and_loans_change_with_the_day(
    today: str, agreement: tuple[str, str], table: tuple[str, str, str]
) -> None:
    partners, lent = blocks(section(SCHOOL, today), Table)
    state = partners.rows[0][2]
    assert isinstance(state, Marked)
    assert state[:2] == agreement
    assert lent.rows[1] == (
        "折叠桌20张（场地共享）",
        "示例学校",
        Marked(*table),  # type: ignore[arg-type]  # the first is a mark
        Linked("12345", "tel:12345"),
    )
    assert lent.rows[0] == ("书法老师", "示例学校", Marked("tick", "可借用", "周日"), "书面申请")


def test_the_days_on_which_it_changes() -> None:
    (school,) = records_of(KIND, SCHOOL)
    expected = {date(2026, 11, 1), date(2026, 12, 6), date(2027, 1, 1)}
    assert set(KIND.changes(school, date(2026, 10, 1))) == expected
    assert list(KIND.changes(school, date(2027, 1, 1))) == []


def test_the_sheet_lists_by_kind_what_can_be_borrowed() -> None:
    (subject,) = borrowing_boards(locality(*records_of(KIND, SCHOOL)))
    assert not subject.kind.at_doorways
    people, _, places, grid = subject.content.blocks
    assert isinstance(people, Title)
    assert isinstance(places, Title)
    assert isinstance(grid, Grid)
    assert (people.text, places.text) == ("人员", "场地和设备")
    assert [(cell.text, cell.more, cell.state) for cell in grid.rows[0].cells] == [
        ("折叠桌20张", ("示例学校",), None),
        ("已借出", ("预计12月5日归还",), "waiting"),
        ("12345", (), None),
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{sort: 部门}", [("E-PARTNER-UNIT", (), "没有写单位名称，也没有写家数")]),
        ("{units: 1, named: [甲, 乙]}", [("E-PARTNER-NAMED", ("named",), "写明2家的名称，家数只有1")]),
        (
            "{name: 甲, agreement: no, term: 2026}",
            [("E-PARTNER-AGREEMENT", ("term",), "写着没有签协议，又写了期限2026年")],
        ),
        (
            "{name: 甲, resources: {kind: places, what: 桌子, back: 2026-12-05, terms: 登记}}",
            [("E-PARTNER-BACK", ("resources", 0, "back"), "“桌子”没有写已借出，却写了预计归还")],
        ),
        (
            "{name: 甲, resources: {kind: places, what: 桌子}}",
            [("W-PARTNER-REACH", ("resources", 0), "“桌子”没有写怎么借，也没有写电话")],
        ),
        (
            "{name: 甲, resources: {kind: people, what: 张老师, terms: 登记}}",
            [("E-NAMED", ("resources", 0, "what"), "这里写了居民的姓名（张…）")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found


def test_a_unit_stands_once() -> None:
    assert found_in(KIND, f"{SEVEN}\n- name: 区残联") == [("E-PARTNER-TWICE", ("name",), "“区残联”写了两次")]
    assert found_in(KIND, "- {units: 20余, named: [甲, 乙]}") == []


def test_no_partners_no_counts() -> None:
    assert list(KIND.tally(Records("/a", None), date(2026, 11, 20))) == []
