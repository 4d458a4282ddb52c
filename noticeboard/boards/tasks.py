"""民生实事公示: what was asked for, who did it, who paid how much, and what came of it.

A table whose head is repeated on every panel. On wide sheets each fact has its column; on narrow ones title and
facts share one, so that type stays large. The totals stand large above the first rows. A state is a drawn mark
and a word; a payer that is not known has been given its words by whoever fills the board (未注明).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.fit import Attempt, TooLarge, largest, least_height, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.languages import Words

KIND = BoardKind(
    "tasks",
    Words("民生实事公示", "board of practical tasks"),
    "boards/tasks.html",
    ("a3-landscape", "a4-portrait"),
)
TaskState = Literal["open", "waiting", "done", "declined", "relapsed", "unstated", "overdue"]
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
MARK_EM = 1.5
"""Width in em of the mark of a state with the white beside it; `.state-mark` in board.css."""
TOTALS_WHITE = 4.0
"""Millimetres under the totals; `.totals` in board.css."""


@dataclass(frozen=True)
class Fund:
    """Who paid, and how much, as text: 物业公司, 20,000元."""

    payer: str
    amount: str


@dataclass(frozen=True)
class TaskRow:
    """One task; empty texts are left out."""

    title: str
    state: TaskState
    state_text: str
    """The word beside the mark; with days when overdue, with the reason when declined."""
    asked_by: str = ""
    done_by: str = ""
    funds: tuple[Fund, ...] = ()
    when: str = ""
    result: str = ""
    """What came of it in figures: 通气120户（共120户）."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


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
class CellView:
    """One cell: texts one below the other, a mark before the first where there is a state."""

    texts: tuple[SetText, ...]
    state: str = ""
    right: bool = False

    @property
    def height(self) -> float:
        """The height of all its texts in mm."""
        return sum(text.height for text in self.texts)


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


class _Style(NamedTuple):
    size: float
    text: float
    widths: tuple[float, ...]
    wide: bool


def lay_out(board: TasksBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


def _lay(board: TasksBoard, room: Room) -> Attempt[TableView]:
    wide = room.width >= WIDE_EM * room.sheet.name_size
    shares = WIDE if wide else NARROW
    widths = tuple(room.width * share - CELL for share in shares)

    def attempt(size: float) -> Attempt[TableView]:
        return _panels(board, room, _Style(size, room.sheet.text_for(size), widths, wide))

    return largest(sizes(room.sheet, 1.8), attempt)[1]


def _panels(board: TasksBoard, room: Room, style: _Style) -> Attempt[TableView]:
    totals = tuple(_total(total, style) for total in board.totals)
    note = set_text(board.note, style.text, room.width, leading=1.45) if board.note else None
    above = _totals_height(totals, note)
    head = _head(style, room)
    if style.size > room.sheet.name_size and (torn := _torn(board, style)):
        return torn
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


def _torn(board: TasksBoard, style: _Style) -> TooLarge | None:
    """The first state, amount or date that has no room on one line, beyond the least legible size."""
    money, when = style.widths[_money_column(style)], style.widths[-1]
    for task in board.tasks:
        word = re.split("[：:]", task.state_text)[0]
        wanted = (
            (set_text(word, style.size, 1e6).width + MARK_EM * style.size, style.widths[2]),
            *((set_text(fund.amount, style.size, 1e6, weight=700).width, money) for fund in task.funds),
            (set_text(task.when, style.size, 1e6).width, when),
        )
        for needs, room in wanted:
            if needs > room:
                return TooLarge(task.title, needs, room, task.origin, across=True)
    return None


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


def _total(total: Total, style: _Style) -> TotalView:
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


def _head(style: _Style, room: Room) -> RowView:
    labels = words.TASK_HEAD_WIDE if style.wide else words.TASK_HEAD_NARROW
    right = _money_column(style)
    cells = tuple(
        CellView((set_text(label.to(room.language), style.text, width, weight=700),), right=i == right)
        for i, (label, width) in enumerate(zip(labels, style.widths, strict=True))
    )
    return RowView(cells, 1.0, max(cell.height for cell in cells) + 2.0 + HEAD_RULE)


def _money_column(style: _Style) -> int:
    return 5 if style.wide else 3


def _row(number: int, task: TaskRow, style: _Style, room: Room) -> RowView:
    cells = _wide_cells(task, style) if style.wide else _narrow_cells(task, style, room)
    first = CellView((set_text(str(number), style.size, style.widths[0]),))
    pad = step_up(style.size * 0.2)
    height = max(cell.height for cell in (first, *cells)) + 2 * pad + HAIR
    return RowView((first, *cells), pad, height)


def _title(task: TaskRow, style: _Style, facts: tuple[str, ...] = ()) -> CellView:
    title = set_heading(task.title, style.size, style.widths[1], leading=1.4)
    more = (task.result, *facts)
    texts = (set_text(t, style.text, style.widths[1], leading=1.45) for t in more if t)
    return CellView((title, *texts))


def _state(task: TaskRow, style: _Style) -> CellView:
    room = style.widths[2] - MARK_EM * style.size
    return CellView((set_text(task.state_text, style.size, room),), task.state)


def _funds(task: TaskRow, style: _Style, width: float) -> tuple[SetText, ...]:
    texts: list[SetText] = []
    for fund in task.funds:
        if fund.amount:
            texts.append(set_text(fund.amount, style.size, width, weight=700))
        if fund.payer:
            texts.append(set_text(fund.payer, style.text, width, leading=1.45))
    return tuple(texts)


def _wide_cells(task: TaskRow, style: _Style) -> tuple[CellView, ...]:
    widths = style.widths

    def plain(text: str, column: int, size: float) -> CellView:
        return CellView((set_text(text, size, widths[column]),) if text else ())

    return (
        _title(task, style),
        _state(task, style),
        plain(task.asked_by, 3, style.text),
        plain(task.done_by, 4, style.text),
        CellView(_funds(task, style, widths[5]), right=True),
        plain(task.when, 6, style.size),
    )


def _narrow_cells(task: TaskRow, style: _Style, room: Room) -> tuple[CellView, ...]:
    labelled = ((words.TASK_ASKED, task.asked_by), (words.TASK_DONE_BY, task.done_by))
    colon = words.COLON.to(room.language)
    facts = tuple(f"{label.to(room.language)}{colon}{text}" for label, text in labelled if text)
    when = (set_text(task.when, style.size, style.widths[3]),) if task.when else ()
    money = CellView((*_funds(task, style, style.widths[3]), *when), right=True)
    return (_title(task, style, facts), _state(task, style), money)
