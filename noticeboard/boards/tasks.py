"""民生实事公示: what was asked for, who did it, who paid how much, and what came of it.

A table whose head is repeated on every panel. On wide sheets each fact has its column; on narrow ones title and
facts share one, so that type stays large. The totals stand large above the first rows. A state is a drawn mark
and a word; a payer that is not known has been given its words by whoever fills the board (未注明).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from noticeboard.boards import words
from noticeboard.boards.fit import Attempt, TooLarge, largest_layout, least_height, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.task_cells import (
    CellView,
    Fund,
    Style,
    TaskRow,
    TaskState,
    cells_of,
    money_column,
    torn,
)
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.languages import Words

__all__ = ["KIND", "Fund", "TaskRow", "TaskState", "TasksBoard", "Total", "lay_out"]

KIND = BoardKind(
    "tasks",
    Words("民生实事公示", "board of practical tasks"),
    "boards/tasks.html",
    ("a3-landscape", "a4-portrait"),
)

WIDE_EM = 70
"""From this many characters of the least size across, every fact has a column of its own."""
WIDE = (0.04, 0.28, 0.13, 0.11, 0.16, 0.13, 0.15)
"""Shares of the width: number, title and result, state, asked by, done by, funds, when; in board.css too."""
NARROW = (0.07, 0.44, 0.20, 0.29)
"""Shares of the width: number, title and facts, state, funds and when; `.tasks-narrow` in board.css."""
CELL = 4.0
"""Millimetres of white beside a cell; `.tasks td` in board.css."""
HAIR, HEAD_RULE = 0.25, 0.5
"""Thickness in mm of the rules under a row and under the head of the table; in board.css."""

TOTALS_WHITE = 4.0
"""Millimetres under the totals; `.totals` in board.css."""


@dataclass(frozen=True)
class Total:
    """One large figure: 已完成, 9, 项."""

    label: str
    figure: str
    unit: str = ""


@dataclass(frozen=True)
class TasksBoard:
    """What the board shows: totals first, then the tasks in this order."""

    totals: tuple[Total, ...]
    tasks: tuple[TaskRow, ...]
    note: str = ""
    """A line under the totals, such as the as-of date or what the parts do not add up to."""


@dataclass(frozen=True)
class TotalView:
    """A large figure, its unit and its label."""

    label: SetText
    figure: SetText
    unit: SetText | None


@dataclass(frozen=True)
class RowView:
    """One row of the table."""

    cells: tuple[CellView, ...]
    pad: float
    height: float


@dataclass(frozen=True)
class TableView:
    """The body of one panel; `shape` is wide or narrow."""

    shape: str
    totals: tuple[TotalView, ...]
    note: SetText | None
    head: RowView
    rows: tuple[RowView, ...]
    down: int


def lay_out(board: TasksBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


def _lay(board: TasksBoard, room: Room) -> Attempt[TableView]:
    wide = room.width >= WIDE_EM * room.sheet.name_size
    shares = WIDE if wide else NARROW
    widths = tuple(room.width * share - CELL for share in shares)

    def attempt(size: float) -> Attempt[TableView]:
        return _panels(board, room, Style(size, room.sheet.text_for(size), widths, wide))

    return largest_layout(sizes(room.sheet, 1.8), attempt)


def _panels(board: TasksBoard, room: Room, style: Style) -> Attempt[TableView]:
    totals = tuple(_total(total, style) for total in board.totals)
    note = set_text(board.note, style.text, room.width, leading=1.45) if board.note else None
    above = _totals_height(totals, note)
    head = _head(style, room)
    if style.size > room.sheet.name_size and (broken := torn(board.tasks, style)):
        return broken
    rows = tuple(_row(number, task, style, room) for number, task in enumerate(board.tasks, 1))
    for task, row in zip(board.tasks, rows, strict=True):
        needs = above + head.height + row.height
        if needs > room.height:
            return TooLarge(task.title, needs, room.height, task.origin)
    first, later = room.height - above - head.height, room.height - head.height
    count = len(_pour(rows, first, later))
    needs = max((row.height for row in rows), default=0.0)
    spare = least_height(later, needs + above, lambda h: len(_pour(rows, h - above, h)) <= count)
    parts = _pour(rows, spare - above, spare)
    return _tables(parts, totals, note, head, room, "wide" if style.wide else "narrow", style.size)


def _pour(rows: tuple[RowView, ...], first: float, later: float) -> list[tuple[RowView, ...]]:
    panels: list[list[RowView]] = [[]]
    left = first
    for row in rows:
        if row.height > left + 1e-6:
            panels.append([])
            left = later
        panels[-1].append(row)
        left -= row.height
    return [tuple(panel) for panel in panels]


def _tables(
    parts: list[tuple[RowView, ...]],
    totals: tuple[TotalView, ...],
    note: SetText | None,
    head: RowView,
    room: Room,
    shape: str,
    size: float,
) -> tuple[TableView, ...]:
    above = _totals_height(totals, note)
    extra = size * 0.5
    for i, rows in enumerate(parts):
        left = room.height - head.height - (0 if i else above) - sum(row.height for row in rows)
        extra = min(extra, left / (2 * len(rows))) if rows else extra
    extra = max(0.0, step_down(extra))
    left = room.height - above - head.height - sum(row.height + 2 * extra for row in parts[0])
    down = lowered(left) if len(parts) == 1 else 0
    return tuple(
        TableView(
            shape,
            totals if i == 0 else (),
            note if i == 0 else None,
            head,
            tuple(replace(row, pad=row.pad + extra, height=row.height + 2 * extra) for row in rows),
            down,
        )
        for i, rows in enumerate(parts)
    )


def _total(total: Total, style: Style) -> TotalView:
    figure = step_up(style.size * 2)
    return TotalView(
        set_text(total.label, style.text, 1e6),
        set_text(total.figure, figure, 1e6, weight=700, leading=1.2),
        set_text(total.unit, style.size, 1e6, leading=1.2) if total.unit else None,
    )


def _totals_height(totals: tuple[TotalView, ...], note: SetText | None) -> float:
    height = max((total.label.height + total.figure.height for total in totals), default=0.0)
    height += note.height if note else 0.0
    return height + TOTALS_WHITE if height else 0.0


def _head(style: Style, room: Room) -> RowView:
    labels = words.TASK_HEAD_WIDE if style.wide else words.TASK_HEAD_NARROW
    right = money_column(style)
    cells = tuple(
        CellView((set_text(label.to(room.language), style.text, width, weight=700),), right=i == right)
        for i, (label, width) in enumerate(zip(labels, style.widths, strict=True))
    )
    return RowView(cells, 1.0, max(cell.height for cell in cells) + 2.0 + HEAD_RULE)


def _row(number: int, task: TaskRow, style: Style, room: Room) -> RowView:
    cells = cells_of(task, style, room)
    first = CellView((set_text(str(number), style.size, style.widths[0]),))
    pad = step_up(style.size * 0.2)
    height = max(cell.height for cell in (first, *cells)) + 2 * pad + HAIR
    return RowView((first, *cells), pad, height)
