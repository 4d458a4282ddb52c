from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from noticeboard.values.interval import Interval, point


@st.composite
def intervals_with_a_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval of quarters, and a number in it."""
    quarters = st.integers(min_value=0, max_value=40).map(lambda n: Fraction(n, 4))
    lower, width, unbounded = draw(quarters), draw(quarters), draw(st.booleans())
    interval = Interval(lower, None if unbounded else lower + width, draw(st.booleans()), draw(st.booleans()))
    member = lower + draw(st.fractions(min_value=0, max_value=width))
    assume(interval.contains(member))
    return interval, member


members = intervals_with_a_member()


def span(lower: int, upper: int | None, ends: str = "[]") -> Interval:
    return Interval(
        Fraction(lower), None if upper is None else Fraction(upper), ends[0] == "(", ends[1] == ")"
    )


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    (
        (span(1, 2), span(2, 3), True),
        (span(1, 2, "[)"), span(2, 3), False),
        (span(1, 2), span(2, 3, "(]"), False),
        (span(1, 2), span(3, 4), False),
        (span(1, None), span(100, 100), True),
        (span(5, None, "(]"), span(1, 5), False),
        (span(1, 9), span(3, 4), True),
    ),
)
def test_intervals_meet_where_a_number_lies_in_both(one: Interval, two: Interval, meet: bool) -> None:
    assert one.overlaps(two) is meet
    assert two.overlaps(one) is meet


@pytest.mark.parametrize(
    ("computed", "expected"),
    (
        (span(1500, 1600, "[)") + span(22, 22), span(1522, 1622, "[)")),
        (span(1, 2) + span(3, None), span(4, None)),
        (span(160, 170, "[)") * span(2, 2), span(320, 340, "[)")),
        (span(0, 2) * span(1, 3, "()"), span(0, 6, "[)")),
        (span(1, None) * span(0, 0), span(0, 0)),
        (span(6, 12, "[)") / span(2, 3), span(2, 6, "[)")),
        (span(6, 12) / span(0, 3), span(2, None)),
        (span(6, 12) / span(3, None), span(0, 4, "(]")),
        (span(1, 2, "()").hull(span(2, 3, "(]")), span(1, 3, "(]")),
        (span(1, 2, "()").hull(span(1, 2)), span(1, 2)),
        (span(1, 2).hull(span(0, None)), span(0, None)),
    ),
)
def test_ends_stay_open_and_closed_as_they_must(computed: Interval, expected: Interval) -> None:
    assert computed == expected


@given(members, members)
def test_arithmetic_on_members_stays_within_arithmetic_on_intervals(
    one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]
) -> None:
    (left, x), (right, y) = one, two
    assert (left + right).contains(x + y)
    assert (left * right).contains(x * y)
    assert y == 0 or (left / right).contains(x / y)
    assert left.hull(right).contains(x)
    assert left.hull(right).contains(y)


@given(members, members)
def test_a_common_member_means_that_they_overlap(
    one: tuple[Interval, Fraction], two: tuple[Interval, Fraction]
) -> None:
    (left, x), (right, _) = one, two
    assert left.overlaps(point(x))
    assert not right.contains(x) or left.overlaps(right)
