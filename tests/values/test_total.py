"""Sums of quantities of which most are exact: the short way says what the long way says."""

from __future__ import annotations

import pytest

from noticeboard.diagnostics import Problem
from noticeboard.values.quantity import parse_quantity, sum_quantities
from noticeboard.values.total import total


@pytest.mark.parametrize(
    ("terms", "text"),
    (
        ("36", "36"),
        ("0 0", "0"),
        ("36 1.5", "37.5"),
        ("1.50 2", "3.50"),
        ("999999999999999 0.00000001", "999,999,999,999,999.00000001"),
        ("1500余 22", "1522余"),
        ("1500余 近20", "约1520"),
        ("91.6% 8%", "99.6%"),
    ),
)
def test_a_total_is_the_sum_with_its_hedge(terms: str, text: str) -> None:
    quantities = [parse_quantity(term) for term in terms.split()]
    assert total(quantities) == sum_quantities(quantities)
    assert total(quantities).text() == text


def test_a_percentage_is_not_added_to_a_number() -> None:
    with pytest.raises(Problem):
        total([parse_quantity("8%"), parse_quantity("22")])
