"""Boards as PDFs, drawn once for all tests of a process, and what can be read back from them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from board_samples import CHECKOUT, PANELS, SMALL_AND_LARGE, frame, laid_out
from PIL import Image
from pypdf import PdfReader

from noticeboard.boards.sheet import Sheet
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.boards.view import BoardPage
from noticeboard.page import Page
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.pdf import PdfEngine
from noticeboard.rendering.pdf_facts import PdfFacts
from noticeboard.rendering.theme import Theme

SHEETS_DRAWN = dict.fromkeys(sheet for _, _, sheet in (*SMALL_AND_LARGE, *PANELS))
THEME = Theme((CHECKOUT / "templates",), stylesheets_of(SHEETS_DRAWN))
DAY = date(2020, 11, 4)


@cache
def engine() -> PdfEngine:
    return PdfEngine(THEME)


def html_of(kind: str, board: Any, sheet: Sheet, url: str = "/board.html") -> str:
    view = laid_out(kind, board, frame(sheet))
    return Renderer(THEME, "zh").render(Page(url, view.template, BoardPage(view)), "").decode()


@cache
def drawn(kind: str, board: Any, sheet: Sheet, paper: str = "") -> bytes:
    """The finished PDF of a board, tiled over `paper` if there is one."""
    view = laid_out(kind, board, frame(sheet))
    names = tuple(panel.head.panel.plain if panel.head.panel else view.title for panel in view.panels)
    facts = PdfFacts(view.title, "zh-CN", names, "示例社区 & <居民委员会>", DAY)
    return engine().finish(engine().draw(html_of(kind, board, sheet), sheet), facts, sheet, paper)


def fonts_in(data: bytes) -> Iterator[tuple[str, int]]:
    """Name of every font that the pages use, and the length of its embedded file."""
    with opened(data) as pdf:
        for page in pdf.pages:
            for _, font in page.resources.get("/Font", {}).items():
                inner = font.get("/DescendantFonts", [font])[0]
                yield str(font.BaseFont), len(inner.FontDescriptor.FontFile2.read_bytes())


def texts_in(data: bytes) -> list[str]:
    """The text layer of each page; a glyph that stands for no character is U+FFFD there."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def in_mm(box: Any) -> list[float]:
    """The sides of a box of a page."""
    return [round(float(side) * 25.4 / 72, 2) for side in box]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def rasterised(folder: Path, pdf: bytes, dpi: float, page: int = 1) -> Image.Image:
    """One page as a picture in grey."""
    (folder / "board.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-f", str(page), "-png", "-singlefile", "-gray", "board.pdf", "board"],
        cwd=folder,
        check=True,
    )
    with Image.open(folder / "board.png") as picture:
        return picture.convert("L")
