"""Numbers in order: which stand twice, which are missing, told in both languages."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from noticeboard.kinds.numbered import last_numbered, missing, repeated
from noticeboard.languages import Words


class Sheet(NamedTuple):
    number: int
    name: str = ""


def sheets(*numbers: int) -> list[Sheet]:
    return [Sheet(number, str(place)) for place, number in enumerate(numbers)]


def test_of_one_number_all_but_the_first_are_repeated() -> None:
    assert list(repeated(sheets(1, 2, 1, 3, 1))) == [Sheet(1, "2"), Sheet(1, "4")]


@pytest.mark.parametrize(
    ("numbers", "shown"),
    (
        ((), None),
        ((7,), None),
        ((3, 1, 2), None),
        ((4, 1, 1), Words("2、3", "2, 3")),
        ((1, 10), Words("2、3、4、5、6、7、8、9", "2, 3, 4, 5, 6, 7, 8, 9")),
        ((1, 11), Words("2、3、4、5、6、7、8、9等", "2, 3, 4, 5, 6, 7, 8, 9 and more")),
        ((1, 20_260_000_001), Words("2、3、4、5、6、7、8、9等", "2, 3, 4, 5, 6, 7, 8, 9 and more")),
    ),
)
def test_gaps_between_the_first_and_the_last_are_told(numbers: tuple[int, ...], shown: Words | None) -> None:
    assert missing(sheets(*numbers)) == shown


def test_the_highest_number_is_the_last_wherever_it_stands() -> None:
    assert last_numbered(sheets(2, 9, 9, 1)) == Sheet(9, "1")
