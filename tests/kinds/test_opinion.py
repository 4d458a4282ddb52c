"""Opinions: rates with their base, parts and wholes, reported rates, single opinions without names, what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Figures, Lines, Marked, Notes, Section, Table
from noticeboard.kinds.opinion import KIND


def section(text: str, today: str = "2026-11-20") -> Section:
    (panel,) = KIND.panels(locality(*records_of(KIND, text), today=today))
    view: Section = panel.view
    return view


def figures(text: str) -> list[tuple[str, str, str]]:
    return [
        (line.label, line.value, line.base) for each in blocks(section(text), Figures) for line in each.lines
    ]


def test_the_rate_is_of_those_whose_fate_is_told_and_the_note_says_that_the_whole_is_more() -> None:
    text = "- {received: 1500余, fields: 11, settled: 1478, under_way: 22, as_of: 2020-11-04}"
    assert figures(text) == [
        ("收到的意见建议", "1500余", ""),
        ("办结率", "98.5%", "1478／1500条"),
        ("正在办理", "22", ""),
        ("涉及类别", "11", ""),
    ]
    assert [notes.texts for notes in blocks(section(text), Notes)] == [("分项合计1500条，总数写作1500余条",)]


def test_a_reported_rate_is_marked_and_makes_no_count() -> None:
    text = "- {received: 5231, stated: [{what: 办结率, rate: 91.6%}], as_of: 2020-11-04}"
    (lines,) = (each.lines for each in blocks(section(text), Figures))
    assert [(line.label, line.value, line.base, line.note) for line in lines] == [
        ("收到的意见建议", "5231", "", ""),
        ("办结率", "91.6%", "5231条意见建议", "据来源报告"),
    ]
    assert not any("4791" in repr(block) for block in section(text).blocks)
    assert found_in(KIND, text) == []


def test_rates_of_a_period_and_tables_by_channel() -> None:
    text = """\
- {received: 10, replied: 10, on_time: 9, settled: 7, under_way: 2, declined: 1, in_favour: 6, against: 4,
   by_way: [{way: box, count: 4}, {way: 微信群, count: 6}],
   reasons: [{what: 拆围墙, reason: 不属于小区}]}
"""
    assert figures(text)[1:4] == [
        ("答复率", "100%", "10／10条"),
        ("按时答复率", "90%", "9／10条"),
        ("办结率", "70%", "7／10条"),
    ]
    by_way, declined = blocks(section(text), Table)
    assert by_way.rows == (("意见箱", "4"), ("微信群", "6"))
    assert declined.rows == (("拆围墙", "不属于小区"),)


SINGLES = """\
- {text: 东门太暗, way: box, when: 2026-10-08, due: 2026-10-10, answered: 2026-10-09, outcome: settled, reply: 换了灯}
- {text: 加遮雨棚, when: 2026-11-05, due: 2026-11-09, answered: 2026-11-10, outcome: 不采纳, reply: 挡光}
- {text: 水压低, way: phone, when: 2026-11-19}
- {text: 明天的, when: 2026-11-21}
"""


def test_single_opinions_are_counted_and_stand_latest_first() -> None:
    made = section(SINGLES)
    (table,) = blocks(made, Table)
    assert table.rows == (
        ("水压低", "2026年11月19日，电话", Marked("ring", "待答复")),
        ("加遮雨棚", "2026年11月5日", Marked("dash", "不采纳", "挡光")),
        ("东门太暗", "2026年10月8日，意见箱", Marked("tick", "已办结", "换了灯")),
    )
    assert figures(SINGLES)[:4] == [
        ("收到的意见建议", "3", ""),
        ("答复率", "66.7%", "2／3条"),
        ("按时答复率", "50%", "1／2条"),
        ("办结率", "33.3%", "1／3条"),
    ]


def test_what_places_above_add_up() -> None:
    where = locality(*records_of(KIND, "- {received: 30, settled: 20}\n- {received: 100余}\n" + SINGLES))
    counts = dict(KIND.tally(where.records, date(2026, 11, 20)))
    assert (counts["opinions.received"], counts["opinions.settled"]) == (33, 21)


def test_channels_without_counts_are_said() -> None:
    (lines,) = blocks(section("- {ways: [微信群, 电话, 会议]}"), Lines)
    assert lines.texts == ("可以通过微信群、电话、会议提意见",)


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{received: 10, settled: 12}", [("E-OPINION", ("settled",), "已办结12条，多于收到10条")]),
        (
            "{received: 10, replied: 8, on_time: 9}",
            [("E-OPINION", ("on_time",), "按时答复9条，多于已答复8条")],
        ),
        (
            "{received: 10, by_way: [{way: box, count: 4}]}",
            [("W-PARTS", ("received",), "分项合计4条，总数写作10条")],
        ),
        ("{title: 甲}", [("E-OPINION-EMPTY", (), "没有条数，也没有意见")]),
        (
            "{text: 太暗, received: 3}",
            [("E-OPINION-BOTH", ("text",), "又写了单条意见，又写了条数")],
        ),
        ("{text: 太暗, outcome: declined}", [("E-OPINION-REASON", ("outcome",), "不采纳，没有写理由")]),
        (
            "{text: 太暗, when: 2026-05-02, answered: 2026-05-01}",
            [("E-OPINION-ORDER", ("answered",), "答复（2026年5月1日）早于收到（2026年5月2日）")],
        ),
        ("{text: 李阿姨说太暗}", [("E-NAMED", ("text",), "这里写了居民的姓名（李…）")]),
        (
            "{stated: [{what: 办结率, rate: 91.6%}]}",
            [("N-NO-BASE", ("stated", 0, "rate"), "办结率91.6%据来源报告，来源没有给出件数")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
