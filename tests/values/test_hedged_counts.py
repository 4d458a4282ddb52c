"""Hedged figures that add up from place to place as whole numbers: beside the sum that must come out."""

from __future__ import annotations

from collections import Counter

import pytest

from noticeboard.values.hedged_counts import hedged_counts, hedged_sum
from noticeboard.values.quantity import parse_quantity


@pytest.mark.parametrize(
    ("places", "shown"),
    (
        (("120",), "120"),
        (("600余",), "600余"),
        (("120", "600余"), "720余"),
        (("600余", "近400"), "约1000"),
        (("≥50", "≥20"), "≥70"),
        (("80%",), ""),
        ((), ""),
    ),
)
def test_the_sum_over_places_has_their_common_hedge(places: tuple[str, ...], shown: str) -> None:
    counts: Counter[str] = Counter()
    for text in places:
        counts.update(dict(hedged_counts("households", [parse_quantity(text)])))
    found = hedged_sum("households", lambda key: counts[key])
    assert (found.text("zh") if found else "") == shown
