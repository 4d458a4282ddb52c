from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.interval import Interval
from noticeboard.values.quantity import Quantity, parse_quantity
from noticeboard.values.ratio import counts_fitting, per, product, ratio

counts = st.integers(min_value=1, max_value=10**6)


def of(text: str) -> Quantity:
    return parse_quantity(text)


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    (
        ("1478", "1500", "98.5%"),
        ("33", "55", "60.0%"),
        ("1540", "2354", "65.4%"),
        ("9", "11", "81.8%"),
        ("8", "10", "80%"),
        ("4", "5", "80%"),
        ("3", "8", "37.5%"),
        ("16", "16", "100%"),
        ("120", "120", "100%"),
        ("0", "120", "0%"),
        ("1", "16", "6.3%"),
        ("5", "4", "125.0%"),
        ("1478", "1500余", "约98.5%"),
        ("约8", "10", "约80%"),
    ),
)
def test_a_rate_is_set_with_one_decimal_unless_that_claims_too_much(part: str, whole: str, text: str) -> None:
    assert ratio(of(part), of(whole)).text() == text


def test_a_rate_keeps_its_base_and_its_exact_value() -> None:
    settled = ratio(of("1478"), of("1500"))
    assert (settled.whole, settled.percent, settled.data()) == (of("1500"), Fraction(1478, 15), "98.5")
    assert ratio(of("1478"), of("1500余")).text("en") == "about 98.5%"


@pytest.mark.parametrize(
    ("amount", "count", "text"),
    (
        ("186", "35", "5.3"),
        ("173,500", "2354", "73.7"),
        ("120", "60", "2"),
        ("1200余", "60", "约20"),
        ("1", "8", "0.1"),
    ),
)
def test_an_average_has_one_decimal_unless_it_is_whole(amount: str, count: str, text: str) -> None:
    assert per(of(amount), of(count)).text() == text


def test_an_average_of_a_hedged_figure_keeps_its_interval() -> None:
    assert per(of("1200余"), of("60")).interval() == Interval(
        Fraction(20), Fraction(1300, 60), upper_open=True
    )


@pytest.mark.parametrize(
    ("factors", "text"),
    (
        (["160余", "80%"], "约128"),
        (["160", "49%"], "约78"),
        (["600余", "5"], "约3000"),
        (["2.5", "3"], "7.5"),
        (["20", "1000"], "20,000"),
        (["80%", "50%"], "约40%"),
        ([], "1"),
    ),
)
def test_a_product_is_about_unless_all_factors_are_exact(factors: list[str], text: str) -> None:
    assert product([of(factor) for factor in factors]).text() == text


def test_a_product_keeps_the_interval_of_its_factors_and_what_rounding_adds() -> None:
    assert product([of("160余"), of("80%")]).interval() == Interval(
        Fraction(128), Fraction(136), upper_open=True
    )
    assert product([of("7"), of("33%")]).interval() == Interval(
        Fraction(3, 2), Fraction(5, 2), upper_open=True
    )


@pytest.mark.parametrize("compute", (ratio, per))
def test_nothing_is_divided_by_zero(compute: object) -> None:
    assert callable(compute)
    with pytest.raises(Problem) as caught:
        compute(of("3"), of("0"))
    assert (caught.value.code, caught.value.message.zh) == ("E-NUMBER", "除数是 0，算不出来")
    assert caught.value.remedy.zh == "改正基数，或删去这个数字"


@pytest.mark.parametrize("compute", (ratio, per))
def test_no_rate_is_made_of_rates(compute: object) -> None:
    assert callable(compute)
    with pytest.raises(Problem) as caught:
        compute(of("91.6%"), of("5231"))
    assert (caught.value.code, caught.value.message.zh) == ("E-QUANTITY", "91.6%是百分数，不能再算比率")


@pytest.mark.parametrize(
    ("whole", "rate", "fitting"),
    (
        (5231, "91.6%", range(4789, 4795)),
        (120, "100%", range(120, 121)),
        (10, "80%", range(8, 9)),
        (3, "50%", range(0)),
        (100, "≥92%", range(92, 101)),
        (10, "近80%", range(8, 9)),
        (100, "近80%", range(71, 81)),
    ),
)
def test_the_counts_that_a_reported_rate_can_stand_for(whole: int, rate: str, fitting: range) -> None:
    assert counts_fitting(whole, of(rate)) == fitting


def test_only_a_percentage_stands_for_counts() -> None:
    with pytest.raises(Problem) as caught:
        counts_fitting(5231, of("91.6"))
    assert (caught.value.code, caught.value.message.zh) == ("E-QUANTITY", "91.6不是百分数")


@given(counts, counts)
def test_a_printed_rate_is_never_more_than_half_a_place_off(part: int, whole: int) -> None:
    rate = ratio(Quantity(Decimal(part)), Quantity(Decimal(whole)))
    assert abs(Fraction(rate.data()) - Fraction(100 * part, whole)) <= Fraction(1, 20)


@given(st.data(), counts)
def test_the_count_behind_a_rate_is_among_those_that_fit(data: st.DataObject, whole: int) -> None:
    part = data.draw(st.integers(min_value=0, max_value=whole))
    shown = ratio(Quantity(Decimal(part)), Quantity(Decimal(whole))).data()
    assert part in counts_fitting(whole, of(shown + "%"))


@given(counts, counts)
def test_a_derived_number_lies_in_its_own_interval(one: int, two: int) -> None:
    left, right = Quantity(Decimal(one)), Quantity(Decimal(two), percent=True)
    average, share = per(left, Quantity(Decimal(two))), product([left, right])
    assert average.interval().contains(Fraction(average.value))
    assert average.interval().contains(Fraction(one, two))
    assert share.interval().contains(Fraction(share.value))
    assert share.interval().contains(Fraction(one * two, 100))
