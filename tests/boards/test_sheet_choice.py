"""Which sheets are meant by a size and an orientation."""

from __future__ import annotations

import pytest

from noticeboard.boards.sheet_choice import Orientation, chosen_sheets, known_sizes, sheets_of_size


@pytest.mark.parametrize(
    ("usual", "size", "orientation", "keys"),
    (
        (["a3-landscape"], "", None, ["a3-landscape"]),
        (["a3-landscape", "a4-portrait"], "", None, ["a3-landscape", "a4-portrait"]),
        (["a3-landscape", "a4-portrait"], "", "portrait", ["a3-portrait", "a4-portrait"]),
        (["a3-landscape", "a3-portrait"], "", "portrait", ["a3-portrait"]),
        (["a3-landscape", "a4-portrait"], "A4", None, ["a4-portrait"]),
        (["a3-landscape"], "a4", None, ["a4-landscape"]),
        (["a4-portrait"], " A3 ", None, ["a3-portrait"]),
        (["a4-portrait"], "a3", "landscape", ["a3-landscape"]),
        (["a4-portrait"], "A3-Landscape", None, ["a3-landscape"]),
        (["a4-portrait"], "a3-landscape", "portrait", ["a3-portrait"]),
    ),
)
def test_sheets(usual: list[str], size: str, orientation: Orientation | None, keys: list[str]) -> None:
    assert [sheet.key for sheet in chosen_sheets(usual, size, orientation)] == keys


def test_every_known_size_is_found_and_no_other() -> None:
    assert {"a3", "a4", "a3-landscape"} <= set(known_sizes())
    assert all(sheets_of_size(size) for size in known_sizes())
    assert sheets_of_size("a33") == ()
