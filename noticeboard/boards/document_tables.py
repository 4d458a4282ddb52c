"""Strips of tables: a head that is repeated where the rows go on, and a strip a row; bars are a table as well.

A date or a figure stays on one line unless the type is at its least size: a torn one asks for smaller type.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document_bars import bars_cell
from noticeboard.boards.document_blocks import BarRow, Bars, BoardCell, BoardColumn, Grid, GridRow
from noticeboard.boards.document_strips import READING, Measures, Strip, TableHead, TableRow, TextView
from noticeboard.boards.fit import TooLarge
from noticeboard.boards.sheet import step_up
from noticeboard.boards.task_cells import MARK_EM, CellView
from noticeboard.boards.tasks import CELL, HAIR, HEAD_RULE
from noticeboard.boards.typesetting import set_text

BAR_COLUMNS = (30, 20, 50)
"""Percent of the width for label, figure and bar."""
UNDER_BARS = 0.8
"""White under a table of bars, in sizes of its type: another table or a heading follows."""


def grid_strips(block: Grid, measures: Measures) -> Iterator[Strip | TooLarge]:
    """A table: its head, then its rows."""
    head = _grid_head(block.columns, measures)
    yield Strip(head.height, head.view, keeps=True)
    for row in block.rows:
        view = _grid_row(row, block.columns, measures)
        if not measures.may_part and _is_torn(view, block.columns):
            yield TooLarge(row.cells[0].text, 2 * measures.width, measures.width, row.origin, across=True)
            return
        height = max(cell.height for cell in view.cells) + 2 * view.pad + HAIR * measures.scale
        yield Strip(height, view, record=row.cells[0].text, origin=row.origin, head=head)


def bars_strips(block: Bars, measures: Measures) -> Iterator[Strip | TooLarge]:
    """A table of label, figure and bar, a row each."""
    names, figures, bars = BAR_COLUMNS
    columns = (
        BoardColumn(block.heading, names),
        BoardColumn(block.figures, figures, right=True, whole=True),
        BoardColumn(block.drawn, bars),
    )
    head = _grid_head(columns, measures, step_up(measures.size * 0.35))
    yield Strip(head.height, head.view, keeps=True)
    for number, row in enumerate(block.rows, 1):
        view = _bar_row(row, columns, measures)
        if not measures.may_part and _is_torn(view, columns):
            yield TooLarge(row.label, 2 * measures.width, measures.width, across=True)
            return
        height = max(cell.height for cell in view.cells) + 2 * view.pad + HAIR * measures.scale
        yield Strip(height, view, keeps=number == len(block.rows), record=row.label, head=head)
    white = step_up(measures.size * UNDER_BARS / 2)
    yield Strip(2 * white, TextView((), "doc-white", white), record=block.heading)


def _grid_head(columns: tuple[BoardColumn, ...], measures: Measures, pad: float = 0.0) -> TableHead:
    cells = tuple(
        CellView((set_text(each.label, measures.text, _inner(each, measures), weight=700),), right=each.right)
        for each in columns
    )
    pad = pad or step_up(measures.scale)
    height = max(cell.height for cell in cells) + 2 * pad + HEAD_RULE * measures.scale
    return TableHead(TableRow(cells, tuple(each.share for each in columns), pad, is_head=True), height)


def _is_torn(row: TableRow, columns: tuple[BoardColumn, ...]) -> bool:
    """Whether a date or a figure takes more than one line."""
    return any(
        column.whole and len(cell.texts[0].lines) > 1 for cell, column in zip(row.cells, columns, strict=True)
    )


def _inner(column: BoardColumn, measures: Measures) -> float:
    return measures.width * column.share / 100 - CELL * measures.scale


def _grid_row(row: GridRow, columns: tuple[BoardColumn, ...], measures: Measures) -> TableRow:
    cells = tuple(
        _cell(cell, _inner(column, measures), column.right, measures)
        for cell, column in zip(row.cells, columns, strict=True)
    )
    return TableRow(cells, tuple(each.share for each in columns), step_up(measures.size * 0.2))


def _cell(cell: BoardCell, width: float, right: bool, measures: Measures) -> CellView:
    size = measures.text if cell.small else measures.size
    room = width - (MARK_EM * size if cell.state else 0.0)
    first = set_text(cell.text, size, room, weight=700 if cell.bold else 400)
    more = (set_text(text, measures.text, width, leading=READING) for text in cell.more if text)
    return CellView((first, *more), cell.state or "", right)


def _bar_row(row: BarRow, columns: tuple[BoardColumn, ...], measures: Measures) -> TableRow:
    label, figure, bar = (_inner(column, measures) for column in columns)
    figures = tuple(set_text(text, measures.size, figure, weight=700) for text in row.texts)
    cells = (
        CellView((set_text(row.label, measures.size, label),)),
        CellView(figures, right=True),
        bars_cell(row, figures, bar),
    )
    return TableRow(cells, BAR_COLUMNS, step_up(measures.size * 0.2))
