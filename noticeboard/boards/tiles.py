"""A panel larger than the printer: which part of it goes on which sheet of paper.

    size of the panel, paper ─ tiles_of ▶ Tiles: part of the panel, row and column

Office printers leave the edge of the paper white, so each sheet shows a window inside a margin; marks and label
stand in that margin. Neighbouring windows overlap: whoever glues them cuts one at the mark and lays it on the
other. The paper lies the way that needs fewer sheets, and all windows are of one size, so that none is a strip.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from noticeboard.boards.sheet import A3_LANDSCAPE, A3_PORTRAIT, A4_LANDSCAPE, A4_PORTRAIT, Sheet
from noticeboard.frozen import dataclass

OVERLAP = 10.0
"""Millimetres that neighbouring windows share."""
MARGIN = 7.0
"""Millimetres of paper around a window: printers leave 4 white, marks and label need the rest."""
PAPERS = {"a4": (A4_PORTRAIT, A4_LANDSCAPE), "a3": (A3_PORTRAIT, A3_LANDSCAPE)}
"""The papers of an office printer, upright and lying."""


@dataclass(frozen=True)
class Tile:
    """One sheet of paper: row and column counted from 1, and its part of the panel in mm from the upper left."""

    row: int
    column: int
    left: float
    top: float
    width: float
    height: float
    paper: Sheet
    last_row: bool
    last_column: bool

    @property
    def label(self) -> str:
        """Row and column as they are printed: 2-3."""
        return f"{self.row}-{self.column}"


class Grid(NamedTuple):
    """Rows and columns of tiles, and the steps between them in mm."""

    rows: int
    columns: int
    down: float
    across: float


def tiles_of(width: float, height: float, paper: str = "a3", overlap: float = OVERLAP) -> tuple[Tile, ...]:
    """The sheets of `paper` (a3 or a4) that a panel of `width` by `height` mm is printed on, row by row."""
    sheet = min(PAPERS[paper], key=lambda each: _count(width, height, each, overlap))
    rows, columns, down, across = grid_of(width, height, sheet, overlap)
    return tuple(
        Tile(
            row=row + 1,
            column=column + 1,
            left=column * across,
            top=row * down,
            width=min(across + overlap, width),
            height=min(down + overlap, height),
            paper=sheet,
            last_row=row == rows - 1,
            last_column=column == columns - 1,
        )
        for row in range(rows)
        for column in range(columns)
    )


def window_of(paper: Sheet) -> tuple[float, float]:
    """Width and height in mm of the window on a sheet of paper."""
    return paper.width - 2 * MARGIN, paper.height - 2 * MARGIN


def grid_of(width: float, height: float, paper: Sheet, overlap: float = OVERLAP) -> Grid:
    """How many windows a panel needs, and how far apart they stand."""
    most_across, most_down = (side - overlap for side in window_of(paper))
    columns = max(1, math.ceil((width - overlap) / most_across - 1e-6))
    rows = max(1, math.ceil((height - overlap) / most_down - 1e-6))
    return Grid(rows, columns, (height - overlap) / rows, (width - overlap) / columns)


def _count(width: float, height: float, paper: Sheet, overlap: float) -> int:
    grid = grid_of(width, height, paper, overlap)
    return grid.rows * grid.columns
