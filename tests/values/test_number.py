from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.number import half_width, parse_count, parse_number, quoted


@pytest.mark.parametrize(
    ("text", "number"),
    (
        ("173,500", Decimal(173_500)),
        ("１７３，５００", Decimal(173_500)),
        ("0.2", Decimal("0.2")),
        ("1.5万", Decimal(15_000)),
        ("0", Decimal(0)),
    ),
)
def test_a_number_is_read(text: str, number: Decimal) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(("text", "count"), (("120", 120), ("1,540", 1540), ("1.5万", 15_000), (" 33 ", 33)))
def test_a_count_is_read(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "message"),
    (
        ("12户", "「12户」不是数字"),
        ("0371", "「0371」不是数字"),
        ("-3", "「-3」不是数字"),
        ("1500余", "「1500余」不是数字"),
        ("１²", "「１²」不是数字"),
        ("٣", "「٣」不是数字"),
        ("2.5", "「2.5」不是整数"),
    ),
)
def test_what_is_no_count_is_refused(text: str, message: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_count(text)
    assert (caught.value.code, caught.value.message.zh) == ("E-NUMBER", message)


def test_full_width_marks_and_spaces_become_plain() -> None:
    assert half_width("　９１．６％　　￥～ ") == "91.6% ¥~"


def test_a_message_quotes_forty_characters_at_most() -> None:
    assert quoted("楼" * 41).zh == "「" + "楼" * 39 + "…」"
    assert quoted("楼" * 40).zh == "「" + "楼" * 40 + "」"


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_count_reads_back_with_and_without_separators(count: int) -> None:
    assert parse_count(str(count)) == parse_count(f"{count:,}") == count
