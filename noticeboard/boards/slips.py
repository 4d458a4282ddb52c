"""Slips that are cut apart: equal cells that fill a sheet, with one dashed line between two neighbours.

A line is cut once for both of its slips, so nothing stands between them; the outer ones are cut all around, so
that all come out equal. How many go on a sheet follows from the least size of one, and every kind of slip, plaque
or form, is laid out for the size that comes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Any, NamedTuple

from noticeboard.boards.bare import CUT
from noticeboard.boards.runs import Run
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.typesetting import SetText
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

MOST_ACROSS, MOST_DOWN = 8, 12
CUT_HINT = Words("沿虚线剪开", "Cut along the dashed lines")


class Grid(NamedTuple):
    """So many slips across and down, each of this size in mm with its share of the cut lines."""

    across: int
    down: int
    width: float
    height: float


@dataclass(frozen=True)
class SlipsView:
    """The body of one sheet of slips; the rows of a last sheet may be fewer."""

    across: int
    down: int
    rows: tuple[tuple[Any, ...], ...]


def grid_on(sheet: Sheet, across: int, down: int) -> Grid:
    """`across` times `down` equal slips on a sheet."""
    edges = CUT.on(sheet)
    return Grid(across, down, edges.width(sheet) / across, edges.height(sheet) / down)


def grids(sheet: Sheet, width: float, height: float) -> tuple[Grid, ...]:
    """Slips of at least `width` times `height` mm, the most on a sheet first; of as many those of that shape.

    The last is the whole sheet, however small it is.
    """
    edges = CUT.on(sheet)
    across = min(MOST_ACROSS, max(1, int(edges.width(sheet) / width)))
    down = min(MOST_DOWN, max(1, int(edges.height(sheet) / height)))
    found = [grid_on(sheet, i, j) for i in range(1, across + 1) for j in range(1, down + 1)]

    def rank(grid: Grid) -> tuple[int, float]:
        return -grid.across * grid.down, abs(log(grid.width / grid.height * height / width))

    return tuple(sorted(found, key=rank))


def sheets_of(slips: Sequence[Any], grid: Grid) -> tuple[SlipsView, ...]:
    """The slips on as many sheets as they need, row by row."""
    rows = [tuple(slips[i : i + grid.across]) for i in range(0, len(slips), grid.across)]
    parts = (tuple(rows[i : i + grid.down]) for i in range(0, len(rows), grid.down))
    return tuple(SlipsView(grid.across, grid.down, part) for part in parts)


def serial(number: int, size: float) -> SetText:
    """The number of a slip, in four figures so that a pile of them is put in order at a glance."""
    return SetText(((Run(f"{number:04}"),),), size)


def slip_rules(sheet: Sheet) -> list[str]:
    """The rules of CSS for the sizes of slips on `sheet`."""
    edges = CUT.on(sheet)
    return [
        *(f".across-{n}{{width:{edges.width(sheet) / n:.3f}mm}}" for n in range(1, MOST_ACROSS + 1)),
        *(f".down-{n}{{height:{edges.height(sheet) / n:.3f}mm}}" for n in range(1, MOST_DOWN + 1)),
    ]
