"""What the browser prints of the boards of the built example: the exact paper, a code that leads to the board."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from opened import BASE, OpenBoard, Visit
from PIL import Image
from pypdf import PdfReader

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS

pytestmark = pytest.mark.usefixtures("nothing_goes_wrong")
POINTS_PER_MM = 72 / 25.4
FIRST_SHEETS = [(kind.key, kind.sheets[0]) for kind in BOARD_KINDS]


@pytest.mark.parametrize("board", FIRST_SHEETS, indirect=True, ids="-".join)
def test_a_board_prints_on_its_paper_with_a_code_that_leads_to_it(
    visit: Visit, board: OpenBoard, tmp_path: Path
) -> None:
    panels = board.page.locator(".sheet").count()
    pdf = board.page.pdf(prefer_css_page_size=True, print_background=True)
    printed = PdfReader(io.BytesIO(pdf)).pages
    assert len(printed) == panels
    paper = SHEETS[board.sheet]
    for one in printed:
        width, height = (float(side) / POINTS_PER_MM for side in (one.mediabox.width, one.mediabox.height))
        assert width == pytest.approx(paper.width, abs=0.5)
        assert height == pytest.approx(paper.height, abs=0.5)
    if board.kind == "plaque":
        return  # cut apart, so that no slip could carry the code of the sheet
    for address in scanned(pdf, tmp_path):
        assert re.fullmatch(BASE + r"b/[2-9a-z]{6}/", address)
        assert (visit.site / address.removeprefix(BASE) / "index.html").is_file()


def scanned(pdf: bytes, folder: Path) -> list[str]:
    """What a telephone reads in the QR codes of the printed pages, one a page."""
    if shutil.which("pdftoppm") is None:
        reason = "no pdftoppm on this machine: install poppler-utils to test printed QR codes"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    (folder / "board.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "80", "-gray", "-png", "board.pdf", "page"], cwd=folder, check=True)
    found = []
    for path in sorted(folder.glob("page*.png")):
        with Image.open(path) as image:
            codes = zxingcpp.read_barcodes(image)
        assert len(codes) == 1, path.name
        found.append(codes[0].text)
    assert found
    return found
