"""Mediation: taken on and settled with the rate, kinds against the whole, what stands apart; nobody named."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Figures, Heading, Notes, Section, Table
from noticeboard.kinds.mediation import KIND


def section(text: str) -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text)))
    view: Section = panel.view
    return view


def test_sixteen_of_sixteen_and_eight_of_which_nobody_says_whether_they_are_among_them() -> None:
    made = section("- {period: 2020-H1, taken_on: 16, settled: 16, apart: [{what: 四处办结的, count: 8}]}")
    (figures,) = blocks(made, Figures)
    assert [(line.label, line.value, line.base) for line in figures.lines] == [
        ("受理", "16", "2020年上半年"),
        ("办结", "16", ""),
        ("办结率", "100%", "16／16件"),
    ]
    assert [notes.texts for notes in blocks(made, Notes)] == [
        ("四处办结的：8件，是否包括在上面的数里，来源没有注明",)
    ]


def test_a_number_of_disputes_alone_claims_nothing_more() -> None:
    (figures,) = blocks(section("- {disputes: 541, as_of: 2020-11-04}"), Figures)
    assert [(line.label, line.value) for line in figures.lines] == [("纠纷", "541")]


@pytest.mark.parametrize(
    ("relation", "said"),
    (("included", "楼栋长劝和：4件，包括在上面的数里"), ("另计", "楼栋长劝和：4件，另计")),
)
def test_what_stands_apart_says_what_it_is_to_the_whole(relation: str, said: str) -> None:
    made = section(f"- {{taken_on: 9, apart: [{{what: 楼栋长劝和, count: 4, relation: {relation}}}]}}")
    assert [notes.texts for notes in blocks(made, Notes)] == [(said,)]


def test_several_periods_have_headings_and_kinds_a_table() -> None:
    made = section(
        "- {period: 2025-07-01 至 2025-12-31, taken_on: 3}\n"
        "- {period: 2026-01-01 至 2026-06-30, taken_on: 9, by_kind: [{what: 漏水, count: 6}, "
        "{what: 停车, count: 3}]}\n"
    )
    assert [heading.text for heading in blocks(made, Heading)] == [
        "2026年1月1日至2026年6月30日",
        "2025年7月1日至2025年12月31日",
    ]
    assert [table.rows for table in blocks(made, Table)] == [(("漏水", "6"), ("停车", "3"))]


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{taken_on: 9, settled: 10}", [("E-MEDIATION", ("settled",), "办结10件，多于受理9件")]),
        (
            "{taken_on: 9, by_kind: [{what: 漏水, count: 7}]}",
            [("W-PARTS", ("taken_on",), "分项合计7件，总数写作9件")],
        ),
        (
            "{taken_on: 1, by_kind: [{what: 李大爷家漏水, count: 1}]}",
            [("E-NAMED", ("by_kind", 0, "what"), "这里写了居民的姓名（李…）")],
        ),
        ("{taken_on: 10余, settled: 12}", []),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found


def test_hedged_numbers_are_not_added_up() -> None:
    records = records_of(KIND, "- {taken_on: 10余, settled: 3}\n- {taken_on: 9, settled: 8}\n")
    where = locality(*records)
    assert dict(KIND.tally(where.records, where.today)) == {
        "disputes": 9,
        "disputes.hedged": 1,
        "disputes.rated": 9,
        "disputes.rated.settled": 8,
    }
