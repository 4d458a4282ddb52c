"""What a print shop needs of a sheet with bleed: the boxes of its pages in points, and where the crop marks stand.

    Sheet ─ boxes ▶ MediaBox, TrimBox, BleedBox      Sheet ─ crop_marks ▶ lines in mm, drawn as boxes

A board is white to its edge, so bleed is white too: it keeps the knife away from the type, and print shops
refuse a page without it. The marks stand outside the bleed. Without bleed all three boxes are the page.
"""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.boards.sheet import Sheet

POINT = 72 / 25.4
"""Points in a millimetre."""
MARK_AWAY, MARK_LONG, MARK_THICK = 4.0, 5.0, 0.25
"""Millimetres between the trimmed edge and a crop mark, its length, and its thickness."""


class Box(NamedTuple):
    """A rectangle as PDF writes it, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


class Mark(NamedTuple):
    """A crop mark: a rectangle in mm from the upper left corner of the page."""

    left: float
    top: float
    width: float
    height: float


def page_size(sheet: Sheet) -> tuple[float, float]:
    """Width and height in mm of the page that a sheet is drawn on, with bleed and marks."""
    return sheet.width + 2 * sheet.edge, sheet.height + 2 * sheet.edge


def boxes(sheet: Sheet) -> tuple[Box, Box, Box]:
    """MediaBox, TrimBox and BleedBox of every page of `sheet`, in points."""
    width, height = page_size(sheet)

    def inset(by: float) -> Box:
        sides = (by, by, width - by, height - by)
        return Box(*(round(side * POINT, 3) for side in sides))

    return inset(0.0), inset(sheet.edge), inset(sheet.edge - sheet.bleed)


def crop_marks(sheet: Sheet) -> tuple[Mark, ...]:
    """The eight crop marks, two at each corner, in line with the edges at which the sheet is cut."""
    if not sheet.bleed:
        return ()
    width, height = page_size(sheet)
    near, half = sheet.edge - MARK_AWAY - MARK_LONG, MARK_THICK / 2
    across = ((near, MARK_LONG), (width - near - MARK_LONG, MARK_LONG))
    down = ((near, MARK_LONG), (height - near - MARK_LONG, MARK_LONG))
    lying = (Mark(left, y - half, long, MARK_THICK) for left, long in across for y in _edges(sheet, height))
    standing = (Mark(x - half, top, MARK_THICK, long) for top, long in down for x in _edges(sheet, width))
    return (*lying, *standing)


def _edges(sheet: Sheet, side: float) -> tuple[float, float]:
    return sheet.edge, side - sheet.edge
