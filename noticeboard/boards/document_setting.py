"""Blocks set in type: each shape of block becomes its strips, ready to be poured into the columns of a board.

A shape of its own is a function in one of the modules that set strips, and one line here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from noticeboard.boards.document_blocks import (
    Bars,
    Block,
    Call,
    Cards,
    Faces,
    Grid,
    Ribbon,
    Text,
    Title,
    Totals,
)
from noticeboard.boards.document_cells import cards_strips, faces_strips, ribbon_strips
from noticeboard.boards.document_strips import Measures, Strip
from noticeboard.boards.document_tables import bars_strips, grid_strips
from noticeboard.boards.document_texts import call_strips, text_strips, title_strips, totals_strips
from noticeboard.boards.fit import TooLarge


@singledispatch
def strips_of(block: Block, measures: Measures) -> Iterator[Strip | TooLarge]:
    """The strips of a block."""
    raise TypeError(f"no block: {block!r}")


strips_of.register(Title, title_strips)
strips_of.register(Text, text_strips)
strips_of.register(Call, call_strips)
strips_of.register(Totals, totals_strips)
strips_of.register(Grid, grid_strips)
strips_of.register(Bars, bars_strips)
strips_of.register(Cards, cards_strips)
strips_of.register(Faces, faces_strips)
strips_of.register(Ribbon, ribbon_strips)
