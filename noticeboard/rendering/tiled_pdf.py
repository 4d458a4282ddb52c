"""The PDF of a panel as the PDF of its tiles: every sheet shows its window of the page, with marks and label.

    PDF of a panel ─ tiled ▶ PDF on A4 or A3

The page is drawn once and used by every tile (a form XObject), so the file hardly grows and nothing of it is set
anew. Of a page with bleed the trimmed part is tiled. Labels are drawn as strokes, not set in a font: each font in
a file must be embedded, and twelve shapes are not worth one. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

from noticeboard.boards.print_shop import POINT
from noticeboard.boards.tiles import MARGIN, OVERLAP, Tile, tiles_of

MARK_AWAY, MARK_LONG = 0.6, 2.2
"""Millimetres between window and mark, and its length."""
DIGIT, STROKE = 2.2, 0.3
LABEL_IN = 5.0
"""Millimetres between the left edge of the window and the label, so that no mark reads as a 1."""
"""Height of a digit of the label and width of its strokes, in mm; a digit is half as wide as high."""
_SEGMENTS = {
    "a": (0, 2, 1, 2),
    "b": (1, 2, 1, 1),
    "c": (1, 1, 1, 0),
    "d": (0, 0, 1, 0),
    "e": (0, 1, 0, 0),
    "f": (0, 2, 0, 1),
    "g": (0, 1, 1, 1),
    "s": (0, 0, 1, 2),
}
"""Strokes from corner to corner of two squares, one above the other."""
_SHAPES = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgedc",
    "7": "abc",
    "8": "abcdefg",
    "9": "gfabcd",
    "P": "abefg",
    "-": "g",
    "/": "s",
    " ": "",
}


def tiled(source: Pdf, paper: str = "a3", overlap: float = OVERLAP) -> Pdf:
    """Every page of `source`, which must stay open, on sheets of `paper` (a3 or a4), row by row."""
    made = Pdf.new()
    for number, page in enumerate(source.pages, 1):
        left, bottom, right, top = (float(side) for side in page.trimbox)
        form = made.copy_foreign(page.as_form_xobject())
        shown = made.make_indirect(form)
        width, height = (right - left) / POINT, (top - bottom) / POINT
        tiles = tiles_of(width, height, paper, overlap)
        panel = f"P{number} " if len(source.pages) > 1 else ""
        for tile in tiles:
            label = f"{panel}{tile.label} / {tiles[-1].label}"
            made.pages.append(_page(made, shown, tile, label, (left, top), overlap))
    return made


def _page(
    made: Pdf,
    shown: pikepdf.Object,
    tile: Tile,
    label: str,
    corner: tuple[float, float],
    overlap: float,
) -> Page:
    """One sheet; `corner` is the upper left corner of the panel in the space of its page, in points."""
    paper = tile.paper
    content = "\n".join([*_window(tile, corner), *_marks(tile, overlap), *_label(tile, label)])
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, _pt(paper.width), _pt(paper.height)]),
        Resources=Dictionary(XObject=Dictionary(Panel=shown)),
        Contents=made.make_stream(content.encode("ascii")),
    )
    return Page(made.make_indirect(page))


def _window(tile: Tile, corner: tuple[float, float]) -> Iterator[str]:
    left, top = _pt(MARGIN), _pt(tile.paper.height - MARGIN)
    width, height = _pt(tile.width), _pt(tile.height)
    yield f"q {left} {_round(top - height)} {width} {height} re W n"
    x, y = left - tile.left * POINT - corner[0], top + tile.top * POINT - corner[1]
    yield f"1 0 0 1 {_round(x)} {_round(y)} cm /Panel Do Q"


def _marks(tile: Tile, overlap: float) -> Iterator[str]:
    """Solid marks at the corners of the window; dashed ones where the next sheet begins."""
    left, top = MARGIN, MARGIN
    right, bottom = left + tile.width, top + tile.height
    yield f"q 0 G {_pt(STROKE / 2)} w"
    for x in (left, right):
        yield from _pair(tile, (x, top - MARK_AWAY, x, top - MARK_AWAY - MARK_LONG))
        yield from _pair(tile, (x, bottom + MARK_AWAY, x, bottom + MARK_AWAY + MARK_LONG))
    for y in (top, bottom):
        yield from _pair(tile, (left - MARK_AWAY, y, left - MARK_AWAY - MARK_LONG, y))
        yield from _pair(tile, (right + MARK_AWAY, y, right + MARK_AWAY + MARK_LONG, y))
    yield f"[{_pt(0.8)} {_pt(0.6)}] 0 d"
    if not tile.last_column:
        for end, way in ((top - MARK_AWAY, -MARK_LONG), (bottom + MARK_AWAY, MARK_LONG)):
            yield from _pair(tile, (right - overlap, end, right - overlap, end + way))
    if not tile.last_row:
        for end, way in ((left - MARK_AWAY, -MARK_LONG), (right + MARK_AWAY, MARK_LONG)):
            yield from _pair(tile, (end, bottom - overlap, end + way, bottom - overlap))
    yield "Q"


def _pair(tile: Tile, line: tuple[float, float, float, float]) -> Iterator[str]:
    """A line given in mm from the upper left corner of the paper."""
    height = tile.paper.height
    x, y, to_x, to_y = line
    yield f"{_pt(x)} {_pt(height - y)} m {_pt(to_x)} {_pt(height - to_y)} l S"


def _label(tile: Tile, label: str) -> Iterator[str]:
    """Row and column, and of how many, under the window: `2-3 / 3-5`, `P2 1-1 / 3-5` on the second panel."""
    half = DIGIT / 2
    base = tile.paper.height - MARGIN - tile.height - MARK_AWAY - MARK_LONG
    x = MARGIN + LABEL_IN
    yield f"q 0 G {_pt(STROKE)} w 1 J 1 j"
    for character in label:
        for name in _SHAPES[character]:
            start_x, start_y, end_x, end_y = (part * half for part in _SEGMENTS[name])
            yield (f"{_pt(x + start_x)} {_pt(base + start_y)} m {_pt(x + end_x)} {_pt(base + end_y)} l S")
        x += half * (1.7 if _SHAPES[character] else 0.7)
    yield "Q"


def _pt(mm: float) -> float:
    return _round(mm * POINT)


def _round(points: float) -> float:
    return round(points, 3)
