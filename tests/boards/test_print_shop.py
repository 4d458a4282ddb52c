"""Bleed, boxes and crop marks for the print shop; panels on the sheets of an office printer."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from board_samples import frame, laid_out, organizations
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from noticeboard.boards.print_shop import Box, boxes, crop_marks, page_size
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS
from noticeboard.boards.size_text import with_bleed
from noticeboard.boards.stylesheets import sheet_stylesheet
from noticeboard.boards.tiles import MARGIN, OVERLAP, tiles_of, window_of
from noticeboard.rendering.tiled_pdf import tiled

MM = 72 / 25.4


def in_mm(box: Box) -> tuple[float, ...]:
    return tuple(round(side / MM, 2) for side in box)


def test_boxes_of_a_sheet_with_bleed() -> None:
    assert [in_mm(box) for box in boxes(with_bleed(A3_LANDSCAPE))] == [
        (0, 0, 440, 317),
        (10, 10, 430, 307),
        (7, 7, 433, 310),
    ]
    assert [in_mm(box) for box in boxes(A4_PORTRAIT)] == [(0, 0, 210, 297)] * 3


def test_a_sheet_with_bleed_is_laid_out_like_the_sheet() -> None:
    for sheet in SHEETS.values():
        cut = with_bleed(sheet)
        assert with_bleed(cut) == cut
        assert replace(cut, key=sheet.key, paper=sheet.paper, bleed=0.0) == sheet
    plain = laid_out("organization", organizations(9), frame(A3_LANDSCAPE))
    cut_board = laid_out("organization", organizations(9), frame(with_bleed(A3_LANDSCAPE)))
    assert cut_board.panels == plain.panels
    assert (plain.marks, cut_board.marks) == (False, True)


def test_crop_marks_stand_outside_the_bleed_in_line_with_the_cut() -> None:
    sheet = with_bleed(A4_PORTRAIT)
    width, height = page_size(sheet)
    marks = crop_marks(sheet)
    assert len(set(marks)) == 8
    for mark in marks:
        right, bottom = mark.left + mark.width, mark.top + mark.height
        assert min(mark.left, mark.top) >= 0
        assert (right, bottom) <= (width, height)
        inside = right > 7 and mark.left < width - 7 and bottom > 7 and mark.top < height - 7
        assert not inside
    lying = {round(mark.top + mark.height / 2, 3) for mark in marks if mark.width > mark.height}
    standing = {round(mark.left + mark.width / 2, 3) for mark in marks if mark.height > mark.width}
    assert (lying, standing) == ({10, height - 10}, {10, width - 10})
    assert crop_marks(A4_PORTRAIT) == ()
    assert ".crop-8{" in sheet_stylesheet(sheet)


@given(st.floats(100, 3000), st.floats(100, 3000), st.sampled_from(("a3", "a4")))
def test_tiles_show_all_of_a_panel_and_share_the_overlap(width: float, height: float, paper: str) -> None:
    tiles = tiles_of(width, height, paper)
    window = window_of(tiles[0].paper)
    for tile in tiles:
        assert (tile.width, tile.height) <= window
        assert tile.width > 0
        assert tile.height > 0
    first_row = [tile for tile in tiles if tile.row == 1]
    first_column = [tile for tile in tiles if tile.column == 1]
    assert len(tiles) == len(first_row) * len(first_column)
    for one, next_one in pairwise(first_row):
        assert one.left + one.width - next_one.left == pytest.approx(OVERLAP)
    for one, next_one in pairwise(first_column):
        assert one.top + one.height - next_one.top == pytest.approx(OVERLAP)
    assert tiles[-1].left + tiles[-1].width == pytest.approx(width)
    assert tiles[-1].top + tiles[-1].height == pytest.approx(height)
    assert (tiles[-1].last_row, tiles[-1].last_column) == (True, True)


def test_the_paper_lies_the_way_that_needs_fewer_sheets() -> None:
    tiles = tiles_of(800, 1200, "a3")
    assert tiles[0].paper.key == "a3-landscape"
    assert [tile.label for tile in tiles[:4]] == ["1-1", "1-2", "2-1", "2-2"]
    assert len(tiles) == 10
    assert len(tiles_of(380, 250, "a3")) == 1


def a_panel(width: float, height: float, *, edge: float = 0.0) -> bytes:
    """A PDF of one page with a black square of 20 mm at the lower right corner of its trimmed part."""
    page_width, page_height = (width + 2 * edge) * MM, (height + 2 * edge) * MM
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(page_width, page_height))
        square = 20 * MM
        right, bottom = page_width - edge * MM, edge * MM
        page.obj.Contents = pdf.make_stream(
            f"0 g {right - square:.3f} {bottom:.3f} {square:.3f} {square:.3f} re f".encode()
        )
        if edge:
            page.trimbox = pikepdf.Array([edge * MM, bottom, right, page_height - edge * MM])
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def tiles_on_a3(panel: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(panel)) as source, tiled(source, "a3") as made:
        made.save(out, deterministic_id=True)
    return out.getvalue()


def ink_in(pdf: bytes, folder: Path, page: int) -> Image.Image:
    """One page at a pixel a millimetre."""
    (folder / "tiles.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "25.4", "-gray", "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    subprocess.run([*command, folder / "tiles.pdf", folder / "page"], check=True)
    with Image.open(folder / "page.png") as picture:
        return picture.convert("L")


@pytest.mark.parametrize("edge", (0.0, 10.0))
def test_tiles_of_a_pdf_hold_the_panel_once_and_every_part_at_its_place(edge: float, tmp_path: Path) -> None:
    panel = a_panel(500, 600, edge=edge)
    made = tiles_on_a3(panel)
    tiles = tiles_of(500, 600, "a3")
    with pikepdf.Pdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == len(tiles) == 4
        forms = {page.Resources.XObject.Panel.objgen for page in pdf.pages}
        assert len(forms) == 1
        assert all("/Font" not in page.Resources for page in pdf.pages)
        sizes = {tuple(round(float(side) / MM) for side in page.mediabox) for page in pdf.pages}
    assert sizes == {(0, 0, round(tiles[0].paper.width), round(tiles[0].paper.height))}
    last = tiles[-1]
    picture = ink_in(made, tmp_path, len(tiles))
    left, top = round(MARGIN + last.width) - 20, round(MARGIN + last.height) - 20
    assert picture.getpixel((left + 10, top + 10)) == 0
    assert picture.getpixel((left - 5, top + 10)) == 255
    assert ink_in(made, tmp_path, 1).crop((8, 8, 200, 200)).getextrema() == (255, 255)
    assert tiles_on_a3(panel) == made


def test_labels_and_marks_stand_in_the_margin(tmp_path: Path) -> None:
    picture = ink_in(tiles_on_a3(a_panel(500, 600)), tmp_path, 1)
    width, _ = picture.size
    tile = tiles_of(500, 600, "a3")[0]
    right, bottom = round(MARGIN + tile.width), round(MARGIN + tile.height)
    dark = [i for i, value in enumerate(picture.tobytes()) if value < 200]
    places = [(i % width, i // width) for i in dark]
    assert places
    assert all(x < 8 or x > right - 2 or y < 8 or y > bottom - 2 for x, y in places)
    assert all(x < right + 5 and y < bottom + 5 for x, y in places)
    under = [x for x, y in places if y > bottom and 9 < x < 60]
    assert max(under) - min(under) > 8
