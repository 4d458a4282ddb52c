"""民生台账: every task in one row with all that is recorded of it, as an office keeps it and an auditor reads it.

A table like that of the board of tasks, with a column for each group of facts: who asked and through which
channel, who does it, the dates, what each payer gives, the state, what residents say. The totals stand above the
first rows and are given, never counted here. A table of eight columns has no room on a narrow sheet; then that is
said, and the board of tasks is the one to hang.
"""

from __future__ import annotations

from dataclasses import field
from functools import cache, lru_cache
from typing import NamedTuple

from noticeboard.boards import words
from noticeboard.boards.columns import alone, pour_rows, rows_evenly
from noticeboard.boards.fit import Attempt, TooLarge, largest, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.lines import line_count
from noticeboard.boards.measure import Weight
from noticeboard.boards.sheet import step_up
from noticeboard.boards.task_cells import MARK_EM, CellView, TaskState
from noticeboard.boards.tasks import (
    CELL,
    HAIR,
    HEAD_PAD,
    HEAD_RULE,
    RowView,
    TableView,
    Total,
    TotalRow,
    tables,
    total_rows,
    totals_height,
)
from noticeboard.boards.typesetting import (
    SetText,
    heading_height,
    height_of,
    set_heading,
    set_text,
)
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words

KIND = BoardKind(
    "ledger",
    Words("民生台账", "ledger of practical tasks"),
    "boards/ledger.html",
    ("a3-landscape",),
    Words(
        "民生实事一项一行：提出和渠道、承办、时间、各出资方的经费、进展、评价",
        "every task in a row: who asked and how, who does it, dates, funds by payer, state, rating",
    ),
    office=True,
    at_doorways=False,
)
SHARES = (0.035, 0.205, 0.105, 0.16, 0.14, 0.15, 0.095, 0.11)
"""Shares of the width of the columns of `HEAD`; `.tasks-ledger` in board.css says the same."""
STATE, FUNDS = 6, 5
"""The columns of the state and of the funds."""
CELL_LEADING = 1.25
"""Line height within a row: a cell is a stack of short lines, no running text."""
LEAST_EM = 78
"""A ledger is at least this many characters of the least size wide."""
LARGEST = 1.5
"""The largest type as a multiple of the least legible: a ledger is read close up."""
TRIED = 3
"""Every so many steps of size are tried: between two of them nobody sees a difference in a ledger."""
HEAD = (
    words.TASK_NUMBER,
    words.TASK_TITLE,
    Words("提出、渠道", "Asked by, channel"),
    words.TASK_DONE_BY,
    Words("时间", "Dates"),
    Words("经费、出资", "Funds, payer"),
    words.TASK_STATE,
    Words("评价", "Rating"),
)


class Piece(NamedTuple):
    """One text of a cell: a figure or name is set larger than ordinary text, and a figure is never parted."""

    text: str
    figure: bool = False
    bold: bool = False


@dataclass(frozen=True)
class LedgerRow:
    """One task; the cells are those of `HEAD` between the title and the state, then the rating."""

    title: str
    more: str
    """Below the title: field, quantities, who benefits."""
    asked: tuple[Piece, ...]
    lead: tuple[Piece, ...]
    dates: tuple[Piece, ...]
    funds: tuple[Piece, ...]
    state: TaskState
    state_text: str
    rating: tuple[Piece, ...]
    origin: Origin = field(default=Origin(), compare=False, repr=False)

    def cells(self) -> tuple[tuple[Piece, ...], ...]:
        """The texts of the columns after the title, that of the state left empty."""
        return (self.asked, self.lead, self.dates, self.funds, (), self.rating)


@dataclass(frozen=True)
class LedgerBoard:
    """What the ledger shows: the totals, the lines under them, then the tasks in this order."""

    totals: tuple[Total, ...]
    notes: tuple[str, ...]
    rows: tuple[LedgerRow, ...]


class Style(NamedTuple):
    """The measures that one attempt tries, in mm; `widths` are those of the columns."""

    size: float
    text: float
    widths: tuple[float, ...]
    scale: float = 1.0
    """Of the sheet."""
    is_chinese: bool = True


class _Measured(NamedTuple):
    """What is known of a size before its rows are drawn; heights in mm."""

    style: Style
    totals: tuple[TotalRow, ...]
    note: SetText | None
    above: float
    head: RowView
    rows: tuple[float, ...]


def lay_out(board: LedgerBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The ledger, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, frame, room))


def _lay(board: LedgerBoard, frame: BoardFrame, room: Room) -> Attempt[TableView]:
    least = room.sheet.name_size
    if room.width < LEAST_EM * least:
        return TooLarge(frame.title, LEAST_EM * least, room.width, frame.origin, across=True)
    scale = room.sheet.scale
    widths = tuple(room.width * share - CELL * scale for share in SHARES)
    unbroken = _largest_unbroken(board, widths)

    @cache
    def measure(size: float) -> _Measured:
        return _measure(
            board, room, Style(size, room.sheet.text_for(size), widths, scale, room.language == "zh")
        )

    def panels(size: float) -> int | TooLarge:
        measured = measure(size)
        below = room.height - measured.head.height
        return _too_large(board, room, measured) or len(pour_rows(measured.rows, measured.above, below))

    tried = [size for size in sizes(room.sheet, LARGEST)[::TRIED] if size <= max(unbroken, least)]
    found = largest(tried, panels)
    assert found is not None
    return found if isinstance(found, TooLarge) else _panels(board, room, measure(found[0]))


def _largest_unbroken(board: LedgerBoard, widths: tuple[float, ...]) -> float:
    """The largest size at which every figure stands on one line of its column."""
    figures = {
        (column, piece.text, piece.bold)
        for row in board.rows
        for column, pieces in enumerate(row.cells(), 2)
        for piece in pieces
        if piece.figure
    }
    return min(
        (
            widths[column] / set_text(text, 1.0, 1e6, weight=700 if bold else 400).width
            for column, text, bold in figures
        ),
        default=1e6,
    )


def _measure(board: LedgerBoard, room: Room, style: Style) -> _Measured:
    totals = total_rows(board.totals, style.size, style.text, room)
    note = set_text("\n".join(board.notes), style.text, room.width, leading=1.45) if board.notes else None
    rows = tuple(_row_height(row, style) for row in board.rows)
    above = totals_height(totals, note, style.scale)
    return _Measured(style, totals, note, above, _head(style, room.language), rows)


def _too_large(board: LedgerBoard, room: Room, measured: _Measured) -> TooLarge | None:
    for row, needs in zip(board.rows, alone(measured.rows, measured.above), strict=True):
        if measured.head.height + needs > room.height:
            return TooLarge(row.title, measured.head.height + needs, room.height, row.origin)
    return None


def _panels(board: LedgerBoard, room: Room, measured: _Measured) -> tuple[TableView, ...]:
    style = measured.style
    numbers = rows_evenly(measured.rows, measured.above, room.height - measured.head.height)
    parts = [tuple(_row(i + 1, board.rows[i], measured.rows[i], style) for i in panel) for panel in numbers]
    return tables(parts, measured.totals, measured.note, measured.head, room, "ledger", style.size)


@lru_cache(maxsize=256)
def _head(style: Style, language: Language) -> RowView:
    cells = tuple(
        CellView((set_text(label.to(language), style.text, width, weight=700),), right=i == FUNDS)
        for i, (label, width) in enumerate(zip(HEAD, style.widths, strict=True))
    )
    pad = step_up(HEAD_PAD * style.scale)
    height = max(cell.height for cell in cells) + 2 * pad + HEAD_RULE * style.scale
    return RowView(cells, pad, height)


def _size(piece: Piece, style: Style) -> float:
    return style.size if piece.figure else style.text


def _row_height(row: LedgerRow, style: Style) -> float:
    """The height of what `_row` draws."""
    widths, size = style.widths, style.size
    title = heading_height(row.title, size, widths[1], leading=CELL_LEADING)
    title += _height(Piece(row.more), style, widths[1])
    state = height_of(line_count(row.state_text, widths[STATE] / size - MARK_EM), size, CELL_LEADING)
    others = (
        sum(_height(piece, style, widths[column]) for piece in _lines(pieces, column, style))
        for column, pieces in enumerate(row.cells(), 2)
    )
    return max(title, state, *others) + 2 * _row_pad(style) + HAIR * style.scale


def _height(piece: Piece, style: Style, width: float) -> float:
    size = _size(piece, style)
    return height_of(line_count(piece.text, width / size, 700 if piece.bold else 400), size, CELL_LEADING)


def _lines(pieces: tuple[Piece, ...], column: int, style: Style) -> tuple[Piece, ...]:
    """The texts of a cell, a payer and what is paid on one line where there is room: 物业公司，已付20,000元."""
    if column != FUNDS:
        return pieces
    lines: list[Piece] = []
    for piece in pieces:
        before = lines[-1] if lines else piece
        both = f"{before.text}，{piece.text}" if style.is_chinese else f"{before.text}, {piece.text}"
        if (
            lines
            and not (before.figure or piece.figure)
            and line_count(both, style.widths[FUNDS] / style.text) == 1
        ):
            lines[-1] = Piece(both)
        else:
            lines.append(piece)
    return tuple(lines)


def _row(number: int, row: LedgerRow, height: float, style: Style) -> RowView:
    widths, size = style.widths, style.size

    def drawn(piece: Piece, width: float) -> SetText:
        weight: Weight = 700 if piece.bold else 400
        return set_text(piece.text, _size(piece, style), width, weight=weight, leading=CELL_LEADING)

    title = set_heading(row.title, size, widths[1], leading=CELL_LEADING)
    cells = [
        CellView((set_text(str(number), size, widths[0], leading=CELL_LEADING),)),
        CellView((title, *((drawn(Piece(row.more), widths[1]),) if row.more else ()))),
    ]
    for column, pieces in enumerate(row.cells(), 2):
        texts = tuple(drawn(piece, widths[column]) for piece in _lines(pieces, column, style))
        cells.append(CellView(texts, right=column == FUNDS))
    state = set_text(row.state_text, size, widths[STATE] - MARK_EM * size, leading=CELL_LEADING)
    cells[STATE] = CellView((state,), row.state)
    return RowView(tuple(cells), _row_pad(style), height)


def _row_pad(style: Style) -> float:
    return step_up(style.size * 0.15)
