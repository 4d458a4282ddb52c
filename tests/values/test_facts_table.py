"""Every row of the table of figures that the example content must give, on values alone."""

from __future__ import annotations

from decimal import Decimal

from noticeboard.values.money import parse_money, per_unit, sum_money
from noticeboard.values.quantity import Quantity, may_equal, parse_quantity, states_more, sum_quantities
from noticeboard.values.ratio import counts_fitting, per, product, ratio


def figures(*texts: str) -> list[Quantity]:
    return [parse_quantity(text) for text in texts]


def shares(part: str, whole: str) -> str:
    return ratio(*figures(part, whole)).text()


def test_organizations() -> None:
    assert sum_quantities(figures("61", "2")).text() == "63"
    assert sum_quantities(figures("36", "61", "2", "42")).text() == "141"


def test_opinions_in_jiyuan_road_street() -> None:
    stated, counted = parse_quantity("1500余"), sum_quantities(figures("1478", "22"))
    rate = ratio(parse_quantity("1478"), counted)
    assert (rate.text(), rate.whole.text()) == ("98.5%", "1500")
    assert may_equal(stated, counted)
    assert states_more(stated, counted)


def test_opinions_in_xinan_road_street() -> None:
    reported = parse_quantity("91.6%")
    assert reported.text() == "91.6%"
    fitting = counts_fitting(5231, reported)
    assert (fitting[0], fitting[-1]) == (4789, 4794)


def test_compound_06_as_part_of_the_renovation() -> None:
    assert shares("33", "55") == "60.0%"
    assert shares("1540", "2354") == "65.4%"
    assert per(*figures("173,500", "2354")).text() == "73.7"


def test_funds_in_yuying_street_community() -> None:
    amounts = [parse_money(text) for text in ("20,000", "21,000", "3,800", "16,000", "2,000")]
    assert sum_money(amounts).text() == "62,800元"
    assert per_unit(amounts[0], 20) == (parse_money("1,000"), True)
    assert per_unit(amounts[1], Decimal(30)) == (parse_money("700"), True)


def test_tasks_in_yuying_street_community() -> None:
    assert shares("9", "11") == "81.8%"


def test_disputes_and_gas_with_their_base() -> None:
    for base in ("16", "120"):
        rate = ratio(*figures(base, base))
        assert (rate.text(), rate.whole.text()) == ("100%", base)


def test_funds_and_tasks_in_huochang_road_community() -> None:
    assert sum_money(parse_money(text) for text in ("5,000", "30,000", "5,000")).text() == "40,000元"
    assert shares("8", "10") == "80%"


def test_members_of_a_council() -> None:
    assert per(*figures("186", "35")).text() == "5.3"


def test_compounds_without_a_manager_in_fuhua_street() -> None:
    assert product(figures("160余", "80%")).text() == "约128"
    assert product(figures("160余", "80%")).text("en") == "about 128"
