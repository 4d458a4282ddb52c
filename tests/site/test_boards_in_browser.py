"""The boards of the built example in a browser: accessible as pages, nothing clipped on any sheet."""

from __future__ import annotations

import pytest
from opened import DESKTOP, OUTSIDE, OVERLAPPING, OpenBoard, assert_accessible_at_both_sizes, show_at

from noticeboard.boards.catalogue import BOARD_KINDS

pytestmark = pytest.mark.usefixtures("nothing_goes_wrong")
SHEETS = [(kind.key, sheet) for kind in BOARD_KINDS for sheet in kind.sheets]
FIRST_SHEETS = [(kind.key, kind.sheets[0]) for kind in BOARD_KINDS]
"""What makes a page accessible is the same on all sheets of a kind."""


@pytest.mark.parametrize("board", FIRST_SHEETS, indirect=True, ids="-".join)
def test_the_page_of_a_board_is_accessible_and_fits_the_window(board: OpenBoard) -> None:
    assert_accessible_at_both_sizes(board.page)


def test_the_sheets_that_communities_print_are_there() -> None:
    sheets = {kind.key: set(kind.sheets) for kind in BOARD_KINDS}
    assert "a3-landscape" in sheets["organization"]
    assert any(sheet.startswith("a3-") for sheet in sheets["volunteer"])
    assert {sheet.partition("-")[0] for sheet in sheets["tasks"]} == {"a3", "a4"}
    assert any(sheet.startswith("a4-") for sheet in sheets["notice"])


@pytest.mark.parametrize("board", SHEETS, indirect=True, ids="-".join)
def test_nothing_on_a_board_is_clipped_or_printed_over(board: OpenBoard) -> None:
    page = board.page
    show_at(page, DESKTOP)
    for medium in ("screen", "print"):
        page.emulate_media(media="print" if medium == "print" else "screen")
        assert page.evaluate(OUTSIDE) == [], medium
        assert page.evaluate(OVERLAPPING) == [], medium
    page.emulate_media(media="screen")
