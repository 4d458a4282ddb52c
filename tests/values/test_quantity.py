from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.interval import Interval
from noticeboard.values.quantity import (
    Hedge,
    Quantity,
    may_equal,
    parse_quantity,
    states_more,
    sum_quantities,
)

numbers = st.decimals(min_value=1, max_value=10**9, places=2) | st.integers(1, 10**12).map(Decimal)
figures = st.builds(Quantity, numbers, st.sampled_from(Hedge), st.booleans())


def interval(lower: str, upper: str | None, ends: str = "[]") -> Interval:
    end = None if upper is None else Fraction(upper)
    return Interval(Fraction(lower), end, ends[0] == "(", ends[1] == ")")


@pytest.mark.parametrize(
    ("text", "value", "hedge", "percent"),
    (
        ("1478", "1478", Hedge.EXACT, False),
        ("173,500", "173500", Hedge.EXACT, False),
        ("１７３，５００", "173500", Hedge.EXACT, False),
        ("1500余", "1500", Hedge.MORE, False),
        ("1500多", "1500", Hedge.MORE, False),
        ("1500+", "1500", Hedge.MORE, False),
        ("10,000余", "10000", Hedge.MORE, False),
        ("1万余", "10000", Hedge.MORE, False),
        ("1000余万", "10000000", Hedge.MORE, False),
        ("30余", "30", Hedge.MORE, False),
        ("近2000", "2000", Hedge.NEARLY, False),
        ("将近2000", "2000", Hedge.NEARLY, False),
        ("近80%", "80", Hedge.NEARLY, True),
        ("约 128", "128", Hedge.ABOUT, False),
        ("大约128", "128", Hedge.ABOUT, False),
        ("128左右", "128", Hedge.ABOUT, False),
        ("≥92%", "92", Hedge.AT_LEAST, True),
        (">= 92％", "92", Hedge.AT_LEAST, True),
        ("不少于92%", "92", Hedge.AT_LEAST, True),
        ("至少 3", "3", Hedge.AT_LEAST, False),
        ("3以上", "3", Hedge.AT_LEAST, False),
        ("≤5", "5", Hedge.AT_MOST, False),
        ("不超过5", "5", Hedge.AT_MOST, False),
        ("91.6%", "91.6", Hedge.EXACT, True),
        ("90%多", "90", Hedge.MORE, True),
        ("0", "0", Hedge.EXACT, False),
        ("over 1,500", "1500", Hedge.MORE, False),
    ),
)
def test_a_figure_is_read_with_its_hedge(text: str, value: str, hedge: Hedge, percent: bool) -> None:
    assert parse_quantity(text) == Quantity(Decimal(value), hedge, percent)


@pytest.mark.parametrize(
    ("text", "message"),
    (
        ("9" * 16, "数字太长：「" + "9" * 16 + "」"),
        ("0.000000001", "数字太长：「0.000000001」"),
        ("", "「」不是数量"),
        ("很多", "「很多」不是数量"),
        ("120户", "「120户」不是数量"),
        ("一百", "「一百」不是数量"),
        ("1,50", "「1,50」不是数量"),
        ("超1500", "「超1500」不是数量"),
        ("约1500余", "「约1500余」有两个约数词"),
        ("1000余万余", "「1000余万余」有两个约数词"),
        ("-3", "数量不能是负数：「-3」"),
        ("0余", "0 不能带约数词：「0余」"),
    ),
)
def test_what_is_no_figure_is_refused(text: str, message: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_quantity(text)
    assert (caught.value.code, caught.value.message.zh) == ("E-QUANTITY", message)
    assert caught.value.remedy.zh


@pytest.mark.parametrize(
    ("text", "expected"),
    (
        ("1500余", interval("1500", "1600", "[)")),
        ("10,000余", interval("10000", "20000", "[)")),
        ("30余", interval("30", "40", "[)")),
        ("52余", interval("52", "53", "[)")),
        ("3000余", interval("3000", "4000", "[)")),
        ("近2000", interval("1000", "2000", "(]")),
        ("近400", interval("300", "400", "(]")),
        ("近80%", interval("70", "80", "(]")),
        ("约128", interval("127.5", "128.5")),
        ("约130", interval("125", "135")),
        ("约91.6%", interval("91.55", "91.65")),
        ("≥92%", interval("92", None)),
        ("≥0", interval("0", None)),
        ("≤5", interval("0", "5")),
        ("1478", interval("1478", "1478")),
    ),
)
def test_a_hedge_says_where_the_true_number_lies(text: str, expected: Interval) -> None:
    assert parse_quantity(text).interval() == expected


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    (
        ("1500余", "1500余", "over 1,500"),
        ("1万余", "10,000余", "over 10,000"),
        ("近2000", "近2000", "nearly 2,000"),
        ("约 128", "约128", "about 128"),
        ("≥92%", "≥92%", "at least 92%"),
        ("≤5", "≤5", "at most 5"),
        ("173500", "173,500", "173,500"),
        ("1478", "1478", "1,478"),
        ("91.6%", "91.6%", "91.6%"),
        ("60.0%", "60.0%", "60.0%"),
        ("0.2", "0.2", "0.2"),
    ),
)
def test_a_figure_is_set_with_its_hedge_in_place(text: str, zh: str, en: str) -> None:
    figure = parse_quantity(text)
    assert (figure.text(), figure.text("en")) == (zh, en)


def test_machines_get_the_bare_number() -> None:
    assert parse_quantity("1万余").data() == "10000"


def test_equal_figures_have_equal_text_and_a_written_zero_is_kept() -> None:
    assert parse_quantity("1万") == parse_quantity("10,000")
    assert hash(parse_quantity("1万")) == hash(parse_quantity("10,000"))
    assert parse_quantity("60.0%") != parse_quantity("60%")


@pytest.mark.parametrize("value", ("-1", "NaN", "Infinity"))
def test_a_figure_is_a_finite_number_and_not_negative(value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        Quantity(Decimal(value))


@pytest.mark.parametrize(
    ("addends", "text", "bounds"),
    (
        (["61", "2"], "63", interval("63", "63")),
        (["1500余", "22"], "1522余", interval("1522", "1622", "[)")),
        (["600余", "3000余"], "3600余", interval("3600", "4700", "[)")),
        (["近2000", "近400"], "近2400", interval("1300", "2400", "(]")),
        (["1500余", "近400"], "约1900", interval("1800", "2000", "()")),
        (["≥3", "2"], "≥5", interval("5", None)),
        (["1.5", "2.25"], "3.75", interval("3.75", "3.75")),
        (["30%", "70%"], "100%", interval("100", "100")),
        ([], "0", interval("0", "0")),
    ),
)
def test_a_sum_keeps_the_common_hedge_and_the_true_interval(
    addends: list[str], text: str, bounds: Interval
) -> None:
    total = sum_quantities([parse_quantity(addend) for addend in addends])
    assert (total.text(), total.interval()) == (text, bounds)


def test_a_computed_figure_differs_from_a_stated_one_only_by_its_interval() -> None:
    assert sum_quantities([parse_quantity("1500余")]) == parse_quantity("1500余")
    assert sum_quantities([parse_quantity("1500余"), parse_quantity("22")]) != parse_quantity("1522余")


def test_a_percentage_is_not_added_to_a_number() -> None:
    with pytest.raises(Problem) as caught:
        sum_quantities([parse_quantity("91.6%"), parse_quantity("22")])
    assert (caught.value.code, caught.value.message.zh) == ("E-QUANTITY", "百分数不能和数量相加")


@pytest.mark.parametrize(
    ("one", "two", "possible"),
    (
        ("1500余", "1500", True),
        ("1500余", "1599", True),
        ("1500余", "1600", False),
        ("1500余", "1499", False),
        ("近2000", "2000", True),
        ("近2000", "1000", False),
        ("约130", "127", True),
        ("≥92%", "100%", True),
        ("≥92%", "100", False),
        ("36", "35", False),
    ),
)
def test_two_figures_agree_if_they_can_be_the_same_number(one: str, two: str, possible: bool) -> None:
    assert may_equal(parse_quantity(one), parse_quantity(two)) is possible
    assert may_equal(parse_quantity(two), parse_quantity(one)) is possible


@pytest.mark.parametrize(
    ("whole", "parts", "more"),
    (
        ("1500余", ["1478", "22"], True),
        ("1500余", ["1478", "23"], False),
        ("1500余", ["1478", "22余"], False),
        ("1500", ["1478", "22"], False),
        ("近1500", ["1478", "22"], False),
    ),
)
def test_a_total_says_more_when_its_parts_make_its_lower_edge_only(
    whole: str, parts: list[str], more: bool
) -> None:
    total = sum_quantities([parse_quantity(part) for part in parts])
    assert states_more(parse_quantity(whole), total) is more


@given(figures)
def test_a_figure_reads_back_from_both_languages(figure: Quantity) -> None:
    assert parse_quantity(figure.text("zh")) == figure
    assert parse_quantity(figure.text("en")) == figure


@given(figures)
def test_the_printed_number_is_where_the_true_number_may_lie(figure: Quantity) -> None:
    assert figure.interval().contains(Fraction(figure.value))
    assert may_equal(figure, figure)


@given(st.lists(figures.filter(lambda figure: not figure.percent), max_size=5))
def test_a_sum_is_exact_in_any_order_and_step_by_step(some: list[Quantity]) -> None:
    total = sum_quantities(some)
    assert total == sum_quantities(some[::-1])
    assert Fraction(total.value) == sum(Fraction(figure.value) for figure in some)
    assume(some)
    stepwise = sum_quantities([sum_quantities(some[:-1]), some[-1]])
    assert stepwise.interval() == total.interval()


@given(st.text())
def test_any_text_is_a_figure_or_a_problem(text: str) -> None:
    try:
        parse_quantity(text)
    except Problem as problem:
        assert problem.code == "E-QUANTITY"  # noqa: PT017 - both outcomes are right, a third is not
