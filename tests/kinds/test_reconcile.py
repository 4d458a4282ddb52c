"""Numbers that do not agree: what `check` reports, what the page says, what can safely be written."""

from __future__ import annotations

import pytest

from noticeboard.diagnostics import Origin
from noticeboard.kinds.reconcile import (
    parts_against_whole,
    rate_line,
    rate_without_base,
    stated_against_counted,
)
from noticeboard.languages import Words
from noticeboard.values.quantity import parse_quantity as q


@pytest.mark.parametrize(
    ("parts", "whole", "code", "note"),
    (
        (("1478", "22"), "1500", None, ""),
        (("1478", "22"), "1500余", "N-PARTS", "分项合计1500条，总数写作1500余条"),
        (("1478", "22"), "1600", "W-PARTS", "分项合计1500条，总数写作1600条"),
        (("约700", "800"), "1500余", None, ""),
        ((), "1500", None, ""),
    ),
)
def test_parts_against_whole(parts: tuple[str, ...], whole: str, code: str | None, note: str) -> None:
    found = parts_against_whole([q(part) for part in parts], q(whole), "条")
    assert (found.code if found else None, found.note.zh if found else "") == (code, note)


def test_what_differs_is_told_with_a_wording_that_claims_no_more_than_is_known() -> None:
    found = stated_against_counted(q("36"), q("1"), "个")
    assert found is not None
    problem = found.diagnostic(Origin("content/c/figures.yml"))
    assert (problem.code, problem.message.zh) == ("N-MEASURE", "来源写36个，本站已登记1个")
    assert problem.remedy.zh.endswith("可以这样写：据来源36个，其中1个有记录")
    assert stated_against_counted(q("1500余"), q("1520"), "条") is None


def test_a_rate_without_base_makes_no_count() -> None:
    found = rate_without_base(Words("办结率", "settlement rate"), q("91.6%"))
    assert (found.code, found.note.zh) == ("N-NO-BASE", "办结率91.6%据来源报告，来源没有给出件数")
    assert found.wording.zh == "据报告，办结率91.6%"


@pytest.mark.parametrize(
    ("part", "whole", "value", "base", "note"),
    (
        ("1478", "1500", "98.5%", "1478／1500条", ""),
        ("8", "9", "88.9%", "8／9条", "基数小，仅供参考"),
        ("16", "16", "100%", "16／16条", ""),
    ),
)
def test_a_rate_has_its_base_and_a_small_one_says_so(
    part: str, whole: str, value: str, base: str, note: str
) -> None:
    line = rate_line("办结率", q(part), q(whole), "zh", unit="条")
    assert line is not None
    assert (line.value, line.base, line.note) == (value, base, note)
    assert rate_line("办结率", q("0"), q("0"), "zh") is None
