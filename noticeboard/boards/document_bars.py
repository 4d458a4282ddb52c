"""The bars of a board: one under another in a cell between label and figure, each on the line of its figure.

A bar is as long as its share of the longest; where a row has two, the second is drawn in colour. Lengths are in mm.
"""

from __future__ import annotations

from noticeboard.boards.document_blocks import BarRow
from noticeboard.boards.typesetting import SetText
from noticeboard.frozen import dataclass

THICK, LEAST = 0.62, 0.3
"""Thickness of a bar as a share of its line, and the length in mm of one that stands for nothing."""


@dataclass(frozen=True)
class BarsCell:
    """A cell of a table that is drawn: paths with their class, in a picture of so many mm."""

    paths: tuple[tuple[str, str], ...]
    width: float
    height: float
    texts: tuple[SetText, ...] = ()
    state: str = ""
    right: bool = False


def bars_cell(row: BarRow, figures: tuple[SetText, ...], width: float) -> BarsCell:
    """The bars of a row beside its set figures, the longest possible `width` mm long."""
    paths: list[tuple[str, str]] = []
    top = 0.0
    for number, (share, text) in enumerate(zip(row.shares, figures, strict=True)):
        line = text.height / max(len(text.lines), 1)
        thick, length = line * THICK, max(width * share, LEAST)
        edge = top + (line - thick) / 2
        css = "bar-pale" if row.apart else "bar-strong" if row.strong or number else "bar-plain"
        paths.append((css, f"M0 {edge:.2f}h{length:.2f}v{thick:.2f}h-{length:.2f}z"))
        top += text.height
    return BarsCell(tuple(paths), round(width, 2), round(top, 2))
