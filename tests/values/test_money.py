from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.money import Money, parse_money, per_unit, sum_money

amounts = st.integers(min_value=0, max_value=10**14).map(Money)
round_amounts = st.integers(min_value=0, max_value=10**9).map(lambda thousands: Money(thousands * 1000 * 100))


def yuan(whole: int, fen: int = 0) -> Money:
    return Money(whole * 100 + fen)


@pytest.mark.parametrize(
    ("text", "money"),
    (
        ("62,800", yuan(62_800)),
        ("62800元", yuan(62_800)),
        ("120万", yuan(1_200_000)),
        ("120万元", yuan(1_200_000)),
        ("1.2亿元", yuan(120_000_000)),
        ("3.50", yuan(3, 50)),
        ("3.5", yuan(3, 50)),
        ("¥20,000", yuan(20_000)),
        ("￥２０，０００", yuan(20_000)),
        ("６２，８００元", yuan(62_800)),
        ("３．５０ 元", yuan(3, 50)),
        ("人民币 5,000 元整", yuan(5_000)),
        ("5千元", yuan(5_000)),
        ("0.00001万", yuan(0, 10)),
        ("0", Money.ZERO),
        ("62,800 yuan", yuan(62_800)),
        ("1.2 million yuan", yuan(1_200_000)),
    ),
)
def test_an_amount_is_read(text: str, money: Money) -> None:
    assert parse_money(text) == money


@pytest.mark.parametrize(
    ("text", "message"),
    (
        ("-5", "金额不能是负数：「-5」"),
        ("负5元", "金额不能是负数：「负5元」"),
        ("¥−20,000", "金额不能是负数：「¥−20,000」"),
        ("3.505", "金额精确到分，「3.505」的小数太多"),
        ("1.2345678万", "金额精确到分，「1.2345678万」的小数太多"),
        ("约5000元", "金额要写准确数，不能写约数：「约5000元」"),
        ("1000余元", "金额要写准确数，不能写约数：「1000余元」"),
        ("", "「」不是金额"),
        ("五千元", "「五千元」不是金额"),
        ("010", "「010」不是金额"),
        ("0,500", "「0,500」不是金额"),
        ("1,5000", "「1,5000」不是金额"),
        ("5²", "「5²」不是金额"),
        ("US$5", "「US$5」不是金额"),
        ("1e5", "「1e5」不是金额"),
        ("9" * 50, f"金额太长：「{'9' * 39}…」"),
        ("1,234,567,890,123,456元", "金额太长：「1,234,567,890,123,456元」"),
    ),
)
def test_what_is_no_exact_amount_is_refused(text: str, message: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_money(text)
    assert (caught.value.code, caught.value.message.zh) == ("E-MONEY", message)
    assert caught.value.remedy.zh
    assert caught.value.remedy.en


@pytest.mark.parametrize(
    ("money", "zh", "en", "exact", "data"),
    (
        (yuan(62_800), "62,800元", "62,800 yuan", "62,800.00元", "62800.00"),
        (yuan(3, 50), "3.50元", "3.50 yuan", "3.50元", "3.50"),
        (yuan(1_234, 5), "1,234.05元", "1,234.05 yuan", "1,234.05元", "1234.05"),
        (yuan(577_000), "577,000元", "577,000 yuan", "577,000.00元", "577000.00"),
        (yuan(999_000), "999,000元", "999,000 yuan", "999,000.00元", "999000.00"),
        (yuan(1_000_000), "100万元", "1 million yuan", "1,000,000.00元", "1000000.00"),
        (yuan(1_200_000), "120万元", "1.2 million yuan", "1,200,000.00元", "1200000.00"),
        (yuan(1_200_500), "1,200,500元", "1,200,500 yuan", "1,200,500.00元", "1200500.00"),
        (yuan(1_200_000, 1), "1,200,000.01元", "1,200,000.01 yuan", "1,200,000.01元", "1200000.01"),
        (yuan(1_205_000), "120.5万元", "1.205 million yuan", "1,205,000.00元", "1205000.00"),
        (yuan(21_670_000), "2167万元", "21.67 million yuan", "21,670,000.00元", "21670000.00"),
        (yuan(120_000_000), "1.2亿元", "120 million yuan", "120,000,000.00元", "120000000.00"),
        (yuan(123_456_000), "12,345.6万元", "123.456 million yuan", "123,456,000.00元", "123456000.00"),
        (Money.ZERO, "0元", "0 yuan", "0.00元", "0.00"),
    ),
)
def test_an_amount_is_set_in_both_languages_exactly_and_for_machines(
    money: Money, zh: str, en: str, exact: str, data: str
) -> None:
    assert (money.text(), money.text("en"), money.exact(), money.data()) == (zh, en, exact, data)


def test_the_exact_amount_has_an_english_form() -> None:
    assert yuan(1_200_000).exact("en") == "1,200,000.00 yuan"


@pytest.mark.parametrize(
    ("money", "count", "share"),
    (
        (yuan(20_000), 20, (yuan(1_000), True)),
        (yuan(10), 3, (yuan(3, 33), False)),
        (Money(5), 2, (Money(2), False)),
        (Money(15), 2, (Money(8), False)),
        (yuan(30), Decimal("2.5"), (yuan(12), True)),
    ),
)
def test_a_share_is_rounded_half_even_to_the_fen(
    money: Money, count: int | Decimal, share: tuple[Money, bool]
) -> None:
    assert per_unit(money, count) == share


def test_a_share_of_nothing_is_a_problem() -> None:
    with pytest.raises(Problem) as caught:
        per_unit(yuan(20_000), 0)
    assert (caught.value.code, caught.value.message.zh) == ("E-NUMBER", "除数是 0，算不出来")


def test_no_amount_is_negative() -> None:
    with pytest.raises(ValueError, match="never negative"):
        Money(-1)


@given(amounts | round_amounts)
def test_every_form_of_an_amount_reads_back_as_the_same_amount(money: Money) -> None:
    forms = (money.text(), money.text("en"), money.exact(), money.data())
    assert [parse_money(form) for form in forms] == [money] * 4


@given(st.lists(amounts))
def test_a_sum_is_exact_in_any_order(some: list[Money]) -> None:
    total = Money.ZERO
    for money in reversed(some):
        total = total + money
    assert sum_money(some) == total == Money(sum(money.fen for money in some))


@given(amounts, amounts)
def test_amounts_are_ordered_by_their_size(one: Money, two: Money) -> None:
    assert (one < two) == (one.fen < two.fen)
    assert one <= one + two


@given(amounts, st.integers(min_value=1, max_value=10_000))
def test_a_share_is_never_half_a_fen_off(money: Money, count: int) -> None:
    share, exact = per_unit(money, count)
    assert abs(share.fen * count - money.fen) * 2 <= count
    assert exact == (share.fen * count == money.fen)


@given(st.text())
def test_any_text_is_an_amount_or_a_problem(text: str) -> None:
    try:
        parse_money(text)
    except Problem as problem:
        assert problem.code == "E-MONEY"  # noqa: PT017 - both outcomes are right, a third is not
