"""民生实事公示: what was asked for, who did it, who paid how much, and what came of it.

A table whose head is repeated on every panel. On wide sheets each fact has its column; on narrow ones title and
facts share one, so that type stays large. The totals stand large above the first rows. A state is a drawn mark
and a word; a payer that is not known has been given its words by whoever fills the board (未注明).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from noticeboard.boards import words
from noticeboard.boards.columns import alone, pour_rows, rows_evenly
from noticeboard.boards.fit import Attempt, TooLarge, largest, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.lines import line_count
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.task_cells import (
    CellView,
    Fund,
    Style,
    TaskRow,
    TaskState,
    cells_of,
    height_of_cells,
    is_torn,
    longest_of,
    money_column,
)
from noticeboard.boards.typesetting import SetText, height_of, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words

__all__ = ["KIND", "Fund", "TaskRow", "TaskState", "TasksBoard", "Total", "lay_out"]

KIND = BoardKind(
    "tasks",
    Words("民生实事公示", "board of practical tasks"),
    "boards/tasks.html",
    ("a3-landscape", "a4-portrait"),
    Words(
        "民生实事：进展、提出、承办、经费、时间",
        "practical tasks: state, who asked, who does it, funds, dates",
    ),
)

WIDE_EM = 70
"""From this many characters of the least size across, every fact has a column of its own."""
WIDE = (0.04, 0.26, 0.13, 0.11, 0.17, 0.13, 0.16)
"""Shares of the width: number, title and result, state, asked by, done by, funds, when; in board.css too."""
NARROW = (0.07, 0.40, 0.23, 0.30)
"""Shares of the width: number, title and facts, state, funds and when; `.tasks-narrow` in board.css."""
CELL = 4.0
"""Millimetres of white beside a cell; `.tasks td` in board.css."""
HAIR, HEAD_RULE = 0.25, 0.5
"""Thickness in mm of the rules under a row and under the head of the table; in board.css."""

TOTALS_WHITE = 4.0
"""Millimetres under the totals; `.totals` in board.css."""
TOTALS_BETWEEN = 3.0
"""Millimetres between two rows of totals; `.totals-row + .totals-row` in board.css."""
TOTAL_GAP = 12.0
"""Millimetres after a total; `.total` in board.css."""
UNIT_GAP = 0.25
"""White before a unit in em of its size; `.total-unit` in board.css."""
HEAD_PAD = 1.0
"""Millimetres above and below the names of the columns, at 1 m as all lengths here."""


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

    @property
    def width(self) -> float:
        """The width in mm that it takes, without the white after it."""
        unit = self.unit.width + UNIT_GAP * self.unit.size if self.unit else 0.0
        return max(self.label.width, self.figure.width + unit)

    @property
    def height(self) -> float:
        """The height in mm of label and figure."""
        return self.label.height + self.figure.height


TotalRow = tuple[TotalView, ...]


@dataclass(frozen=True)
class RowView:
    """One row of the table."""

    cells: tuple[CellView, ...]
    pad: float
    height: float


@dataclass(frozen=True)
class TableView:
    """The body of one panel; `shape` is wide or narrow, the totals stand in rows."""

    shape: str
    totals: tuple[TotalRow, ...]
    note: SetText | None
    head: RowView
    rows: tuple[RowView, ...]
    down: int


def lay_out(board: TasksBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


class _Measured(NamedTuple):
    """What is known of a size before anything but the totals is drawn; heights in mm."""

    totals: tuple[TotalRow, ...]
    note: SetText | None
    above: float
    head: RowView
    rows: tuple[float, ...]


def _lay(board: TasksBoard, room: Room) -> Attempt[TableView]:
    wide = room.width >= WIDE_EM * room.sheet.name_size
    shares = WIDE if wide else NARROW
    widths = tuple(room.width * share - CELL * room.sheet.scale for share in shares)
    longest = longest_of(board.tasks)

    def style(size: float) -> Style:
        parted = longest.when * size > widths[-1]
        return Style(size, room.sheet.text_for(size), widths, wide, room.sheet.scale, parted)

    def panels(size: float) -> int | TooLarge:
        if size > room.sheet.name_size and is_torn(longest, style(size)):
            return TooLarge("", 0, 0, across=True)
        measured = _measure(board, room, style(size))
        return _too_large(board, room, measured) or len(
            pour_rows(measured.rows, measured.above, room.height - measured.head.height)
        )

    found = largest(sizes(room.sheet, 1.8), panels)
    assert found is not None
    return found if isinstance(found, TooLarge) else _panels(board, room, style(found[0]))


def _measure(board: TasksBoard, room: Room, style: Style) -> _Measured:
    totals = total_rows(board.totals, style.size, style.text, room)
    note = set_text(board.note, style.text, room.width, leading=1.45) if board.note else None
    rows = tuple(_row_height(number, task, style, room) for number, task in enumerate(board.tasks, 1))
    above = totals_height(totals, note, style.scale)
    return _Measured(totals, note, above, _head(style, room.language), rows)


def _too_large(board: TasksBoard, room: Room, measured: _Measured) -> TooLarge | None:
    for total in (total for row in measured.totals for total in row):
        if total.width > room.width:
            return TooLarge(total.figure.plain, total.width, room.width, across=True)
    for task, needs in zip(board.tasks, alone(measured.rows, measured.above), strict=True):
        if measured.head.height + needs > room.height:
            return TooLarge(task.title, measured.head.height + needs, room.height, task.origin)
    return None


def _panels(board: TasksBoard, room: Room, style: Style) -> tuple[TableView, ...]:
    """The panels drawn: rows as even as they can be on the number of panels that is needed."""
    measured = _measure(board, room, style)
    numbers = rows_evenly(measured.rows, measured.above, room.height - measured.head.height)
    parts = [tuple(_row(i + 1, board.tasks[i], style, room) for i in panel) for panel in numbers]
    shape = "wide" if style.wide else "narrow"
    return tables(parts, measured.totals, measured.note, measured.head, room, shape, style.size)


def tables(
    parts: list[tuple[RowView, ...]],
    totals: tuple[TotalRow, ...],
    note: SetText | None,
    head: RowView,
    room: Room,
    shape: str,
    size: float,
) -> tuple[TableView, ...]:
    """The panels of a table whose rows are parted already; what is left over goes between the rows."""
    above = totals_height(totals, note, room.sheet.scale)
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


def total_view(total: Total, size: float, text: float) -> TotalView:
    """A large figure beside rows set at `size`, its label at `text`."""
    return TotalView(
        set_text(total.label, text, 1e6),
        set_text(total.figure, step_up(size * 2), 1e6, weight=700, leading=1.2),
        set_text(total.unit, size, 1e6, leading=1.2) if total.unit else None,
    )


def total_rows(totals: tuple[Total, ...], size: float, text: float, room: Room) -> tuple[TotalRow, ...]:
    """The totals side by side, in as many rows as the width asks for."""
    rows: list[tuple[TotalView, ...]] = []
    left = 0.0
    for total in (total_view(each, size, text) for each in totals):
        if not rows or total.width > left:
            rows.append(())
            left = room.width
        rows[-1] = (*rows[-1], total)
        left -= total.width + TOTAL_GAP * room.sheet.scale
    return tuple(rows)


def totals_height(totals: tuple[TotalRow, ...], note: SetText | None, scale: float) -> float:
    """The height of all that stands above the first rows."""
    height = rows_height(totals, scale) + (note.height if note else 0.0)
    return height + TOTALS_WHITE * scale if height else 0.0


def rows_height(totals: Sequence[TotalRow], scale: float) -> float:
    """The height of rows of totals with the white between them."""
    white = TOTALS_BETWEEN * scale * max(0, len(totals) - 1)
    return sum(max(total.height for total in row) for row in totals) + white


@lru_cache(maxsize=256)
def _head(style: Style, language: Language) -> RowView:
    labels = words.TASK_HEAD_WIDE if style.wide else words.TASK_HEAD_NARROW
    right = money_column(style)
    cells = tuple(
        CellView((set_text(label.to(language), style.text, width, weight=700),), right=i == right)
        for i, (label, width) in enumerate(zip(labels, style.widths, strict=True))
    )
    pad = step_up(HEAD_PAD * style.scale)
    height = max(cell.height for cell in cells) + 2 * pad + HEAD_RULE * style.scale
    return RowView(cells, pad, height)


def _row(number: int, task: TaskRow, style: Style, room: Room) -> RowView:
    first = CellView((set_text(str(number), style.size, style.widths[0]),))
    cells = (first, *cells_of(task, style, room))
    return RowView(cells, _row_pad(style), _row_height(number, task, style, room))


def _row_height(number: int, task: TaskRow, style: Style, room: Room) -> float:
    first = height_of(line_count(str(number), style.widths[0] / style.size), style.size)
    return max(first, height_of_cells(task, style, room)) + 2 * _row_pad(style) + HAIR * style.scale


def _row_pad(style: Style) -> float:
    return step_up(style.size * 0.2)
