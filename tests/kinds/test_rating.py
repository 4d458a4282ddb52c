"""Rating batches and surveys: shares with their base, rates as reported, numbers that contradict each other."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Figures, Heading, Lines, Notes, Section, Table
from noticeboard.kinds.rating import KIND


def section(text: str, **given: Any) -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text), **given))
    view: Section = panel.view
    return view


CARDS = """\
- title: 上半年点评卡
  issued: 72
  returned: 61
  valid: 60
  by_grade: [{grade: 满意, count: 51}, {grade: 基本满意, count: 7}, {grade: 不满意, count: 2}]
  as_of: 2026-06-30
"""


def test_the_large_figure_is_the_share_of_the_first_grade_among_the_valid_cards() -> None:
    (figures,) = blocks(section(CARDS), Figures)
    assert [(line.label, line.value, line.base, line.as_of) for line in figures.lines] == [
        ("满意", "85.0%", "51／60张", "2026年6月30日"),
        ("收回", "84.7%", "61／72张", ""),
    ]
    (table,) = blocks(section(CARDS), Table)
    assert table.rows == (("满意", "51", "85.0%"), ("基本满意", "7", "11.7%"), ("不满意", "2", "3.3%"))


def test_a_reported_rate_keeps_its_hedge_and_makes_no_count() -> None:
    text = "- {title: 居民评价, sort: survey, reported: [{what: 满意率, rate: ≥92%}], as_of: 约 2020-06}"
    made = section(text)
    (figures,) = blocks(made, Figures)
    assert [(line.label, line.value, line.base, line.note) for line in figures.lines] == [
        ("满意率", "≥92%", "", "据来源报告")
    ]
    assert [notes.texts for notes in blocks(made, Notes)] == [("来源只给出比率，没有给出件数",)]
    assert found_in(KIND, text) == [
        ("N-NO-BASE", ("reported", 0, "rate"), "满意率≥92%据来源报告，来源没有给出件数")
    ]


def test_a_small_base_says_so() -> None:
    (figures,) = blocks(
        section("- {title: 测评, sort: 现场测评, returned: 8, by_grade: [{grade: 满意, count: 8}]}"), Figures
    )
    assert (figures.lines[0].value, figures.lines[0].base, figures.lines[0].note) == (
        "100%",
        "8／8份",
        "基数小，仅供参考",
    )


def test_a_batch_leads_to_its_task() -> None:
    made = section(
        "- {title: 调查, sort: survey, task: lift, returned: 66, by_grade: [{grade: 同意, count: 66}]}",
        targets=[("task", "lift", "加装电梯")],
    )
    assert [lines.texts for lines in blocks(made, Lines)] == [("问卷调查，对“加装电梯”的评价",)]
    (figures,) = blocks(made, Figures)
    assert figures.lines[0].href == "tasks/lift/index.html"


def test_the_latest_comes_first() -> None:
    text = (
        "- {title: 旧, returned: 1, as_of: 2025-01-01}\n- {title: 新, returned: 1, as_of: 2026-01-01}\n"
        "- {title: 无, returned: 1}\n"
    )
    assert [heading.text for heading in blocks(section(text), Heading)] == ["新", "旧", "无"]


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{title: 甲, issued: 10, returned: 12}", [("E-RATING-ORDER", ("returned",), "收回12，多于发出10")]),
        ("{title: 甲, returned: 10, valid: 12}", [("E-RATING-ORDER", ("valid",), "有效12，多于收回10")]),
        (
            "{title: 甲, asked: 5, issued: 6, returned: 5}",
            [("E-RATING-ORDER", ("issued",), "发出6，多于调查对象5")],
        ),
        (
            "{title: 甲, valid: 10, by_grade: [{grade: 好, count: 9}]}",
            [("W-PARTS", ("valid",), "分项合计9张，总数写作10张")],
        ),
        ("{title: 甲}", [("E-RATING-EMPTY", (), "“甲”没有票数也没有比率")]),
        ("{title: 甲, issued: 约10, returned: 12}", []),
    ),
)
def test_what_is_wrong_with_a_batch(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
