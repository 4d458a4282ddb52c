"""Small counts of buildings: which are covered, and that nothing that stands there lets them be worked out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages import Language
from noticeboard.values.quantity import Hedge, Quantity
from noticeboard.values.suppressed import Cover, covers, told

TELL, SMALL, WITH = Cover.NONE, Cover.SMALL, Cover.WITH_SMALL


@pytest.mark.parametrize(
    ("counts", "smallest", "expected"),
    (
        ((), 3, ()),
        ((31, 14, 9), 3, (TELL, TELL, TELL)),
        ((3,), 3, (TELL,)),
        ((31, 14, 2), 3, (TELL, WITH, SMALL)),
        ((31, 14, 0), 3, (TELL, WITH, SMALL)),
        ((31, 2, 1), 3, (TELL, SMALL, SMALL)),
        ((31, 2, 2), 3, (WITH, SMALL, SMALL)),  # four in two of at most two each
        ((31, 14, 4), 5, (TELL, WITH, SMALL)),
        ((2,), 3, None),
        ((0, 0), 3, None),
        ((2, 2), 3, None),
        ((9, 0), 3, (WITH, SMALL)),
        ((3, 0), 3, None),  # three of which the other row has at least three
    ),
)
def test_which_counts_are_covered(
    counts: tuple[int, ...], smallest: int, expected: tuple[Cover, ...] | None
) -> None:
    assert covers(counts, smallest) == expected


def solutions(counts: Sequence[int], found: Sequence[Cover], smallest: int) -> list[tuple[int, ...]]:
    """Every way to fill in the covered counts that fits the total, the covers and the counts that are told."""
    visible = [count for count, cover in zip(counts, found, strict=True) if cover is TELL]
    most = min(visible, default=sum(counts))
    choices = {SMALL: range(smallest), WITH: range(smallest, most + 1)}
    ways = (choices.get(cover, (count,)) for count, cover in zip(counts, found, strict=True))
    return [way for way in product(*ways) if sum(way) == sum(counts)]


@given(st.lists(st.integers(0, 9), max_size=5), st.integers(3, 5))
def test_no_covered_count_follows_from_the_total_and_the_other_rows(counts: list[int], smallest: int) -> None:
    found = covers(counts, smallest)
    if found is None:
        assert any(count < smallest for count in counts)
        return
    possible = solutions(counts, found, smallest)
    assert tuple(counts) in possible
    for number, (count, cover) in enumerate(zip(counts, found, strict=True)):
        if cover is not TELL:
            assert len({way[number] for way in possible}) > 1
        else:
            assert count >= smallest


def quantities(*counts: int) -> list[Quantity]:
    return [Quantity(Decimal(count)) for count in counts]


@pytest.mark.parametrize(
    ("language", "texts", "note"),
    (
        (
            "zh",
            ("31", "不单列", "少于3"),
            "少于3的不写出数；写“不单列”的，是为了不让人用合计推算出来",
        ),
        (
            "en",
            ("31", "not listed", "fewer than 3"),
            "counts under 3 are not told; those not listed would let them be worked out from the total",
        ),
    ),
)
def test_how_covered_counts_are_put(language: Language, texts: tuple[str, ...], note: str) -> None:
    assert told(quantities(31, 14, 2), 3, language) == (texts, note)


@pytest.mark.parametrize(
    ("total", "texts"),
    (
        (47, ("不单列", "31")),  # the building that is left out has two
        (45, ("14", "31")),
        (60, ("14", "31")),
        (40, ("14", "31")),
    ),
)
def test_a_building_that_is_left_out_does_not_follow_from_the_total(
    total: int, texts: tuple[str, ...]
) -> None:
    assert told(quantities(14, 31), 3, "zh", Quantity(Decimal(total))).texts == texts


def test_counts_that_are_told_keep_their_hedge_and_need_no_note() -> None:
    assert told([Quantity(Decimal(30), Hedge.MORE), *quantities(4)], 3, "zh") == (("30余", "4"), "")


def test_a_breakdown_that_cannot_be_guarded_is_withheld() -> None:
    assert told(quantities(2, 2), 3, "zh") == ((), "按楼栋、网格分的数太小，不公开")
