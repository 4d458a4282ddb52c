"""PDFs for the print shop and the office printer: boxes and crop marks, panels tiled over A4 and A3."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from board_samples import PANELS, frame, laid_out, organizations, practical_tasks
from drawn_boards import drawn, fonts_in, in_mm, opened, rasterised, texts_in
from PIL import Image

from noticeboard.boards.print_shop import page_size
from noticeboard.boards.sheet import A3_LANDSCAPE, Sheet
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.tiles import MARGIN, Tile, tiles_of

BLED = ("tasks", practical_tasks(6), sheet_named("a4-grey-bleed"))
PANEL = ("tasks", practical_tasks(30), sheet_named("1200x900"))


@pytest.mark.parametrize(("kind", "board", "sheet"), PANELS)
def test_a_panel_of_any_size_is_a_page_with_its_boxes(kind: str, board: Any, sheet: Sheet) -> None:
    data = drawn(kind, board, sheet)
    width, height = page_size(sheet)
    trimmed, bled = sheet.edge, sheet.edge - sheet.bleed
    with opened(data) as pdf:
        assert len(pdf.pages) == len(laid_out(kind, board, frame(sheet)).panels)
        for page in pdf.pages:
            assert in_mm(page.MediaBox) == pytest.approx([0, 0, width, height], abs=0.05)
            assert in_mm(page.TrimBox) == [trimmed, trimmed, width - trimmed, height - trimmed]
            assert in_mm(page.BleedBox) == [bled, bled, width - bled, height - bled]
    assert {name[8:] for name, _ in fonts_in(data)} == {"NotoSansSC-Regular", "NotoSansSC-Bold"}
    assert all("示例" in text and "\ufffd" not in text for text in texts_in(data))


def test_marks_stand_in_line_with_the_cut_and_nothing_in_the_bleed(tmp_path: Path) -> None:
    picture = rasterised(tmp_path, drawn(*BLED), 50.8)
    width, height = page_size(BLED[2])
    places = ((i % picture.width / 2, i // picture.width / 2) for i in _dark(picture))
    marks = [(x, y) for x, y in places if not (6 < x < width - 7 and 6 < y < height - 7)]
    columns = {(y < 7, round(x)) for x, y in marks if 7 <= x <= width - 7}
    rows = {(x < 7, round(y)) for x, y in marks if 7 <= y <= height - 7}
    assert {x for _, x in columns} <= {9, 10, 219, 220}
    assert {y for _, y in rows} <= {9, 10, 306, 307}
    assert {(above, x < 100) for above, x in columns} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }
    assert {(left, y < 100) for left, y in rows} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }


def _dark(picture: Image.Image) -> list[int]:
    return [i for i, value in enumerate(picture.tobytes()) if value < 240]


@pytest.mark.parametrize("paper", ("a4", "a3"))
def test_the_tiles_of_a_panel_show_each_its_part(paper: str, tmp_path: Path) -> None:
    sheet = PANEL[2]
    whole, tiled = drawn(*PANEL), drawn(*PANEL, paper)
    tiles = tiles_of(sheet.width, sheet.height, paper)
    with opened(whole) as panel, opened(tiled) as pdf:
        panels = len(panel.pages)
        assert len(pdf.pages) == len(tiles) * panels
        with pdf.open_outline() as outline:
            starts = [
                pdf.pages.index(item.destination[0])
                for item in outline.root  # type: ignore[index]  # an explicit destination is an array
            ]
        assert starts == [len(tiles) * number for number in range(panels)]
        assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"])) == ("zh-CN", str(panel.docinfo["/Title"]))
    assert len(tiled) < 2 * len(whole) + 1500 * len(tiles) * panels
    picture = rasterised(tmp_path, whole, 50.8, panels)
    for number in (0, len(tiles) // 2, len(tiles) - 1):
        tile = tiles[number]
        page = rasterised(tmp_path, tiled, 50.8, len(tiles) * (panels - 1) + number + 1)
        shown = page.crop(_pixels(tile, MARGIN, MARGIN)).resize((30, 30), Image.Resampling.BOX)
        meant = picture.crop(_pixels(tile, tile.left, tile.top)).resize((30, 30), Image.Resampling.BOX)
        pairs = zip(shown.tobytes(), meant.tobytes(), strict=True)
        assert max(abs(one - other) for one, other in pairs) < 40


def _pixels(tile: Tile, left: float, top: float) -> tuple[int, int, int, int]:
    """A window whose upper left corner stands there, at two pixels a millimetre."""
    return (
        round(left * 2),
        round(top * 2),
        round(left * 2) + round(tile.width * 2),
        round(top * 2) + round(tile.height * 2),
    )


def test_a_tiled_panel_is_the_same_file_whenever_it_is_made() -> None:
    drawn.cache_clear()
    first = drawn(*PANEL, "a4")
    drawn.cache_clear()
    assert drawn(*PANEL, "a4") == first


@pytest.mark.parametrize("size", ("80x120", "plaque-20x30-landscape", "a3-landscape-large"))
def test_the_qr_code_is_read_from_a_panel(size: str, tmp_path: Path) -> None:
    sheet = sheet_named(size)
    kind, board = next((kind, board) for kind, board, other in PANELS if other == sheet)
    (found,) = zxingcpp.read_barcodes(rasterised(tmp_path, drawn(kind, board, sheet), 60))
    assert found.text == frame(sheet).address


def test_a_sheet_that_is_not_cut_has_its_boxes_at_the_edge_too() -> None:
    with opened(drawn("organization", organizations(9), A3_LANDSCAPE)) as pdf:
        page = pdf.pages[0]
        assert in_mm(page.TrimBox) == in_mm(page.BleedBox) == in_mm(page.MediaBox) == [0, 0, 420, 297]
