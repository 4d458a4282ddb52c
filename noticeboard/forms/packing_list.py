"""装箱单: what goes to which doorway, on a sheet for each of them that lies on top of its pile, to be ticked off.

With more than one doorway a first sheet says which pages of which file make which pile. It is a form like the others:
heading, one sentence that says what to do, rules and no boxes, boxes to tick, lines to sign on. Nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge, largest_layout, sizes
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.measure import Weight
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.boards.words import CONTINUED
from noticeboard.diagnostics import Diagnostic
from noticeboard.forms.parts import (
    AFTER,
    FIELD,
    INSTRUCTION,
    LINE,
    Field,
    columns_of,
    field_of,
)
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

KIND = BoardKind(
    "packing-list",
    Words("楼门套件装箱单", "packing list of doorway sets"),
    "forms/packing-list.html",
    ("a4-portrait",),
    Words("每个楼门的公示栏、标牌和卡片", "the boards, plaques and cards of each doorway"),
)
TICK = Words("照下面的顺序挂，挂好一块，就在前面的方框里打勾。", "Hang them in this order and tick each box.")
SHARE = Words(
    "先打印各个文件，再照下表分成堆；每堆最上面放这个楼门自己的一张。",
    "Print the files, then make these piles; on top of each lies the sheet of its doorway.",
)
OF = Words("第{number}处，共{count}处", "Doorway {number} of {count}")
BOARD, PAPER, BEFORE = Words("公示栏", "Board"), Words("纸张和页", "Paper, pages"), Words("换下", "Replaces")
DOORWAY, COUNT = Words("楼门", "Doorway"), Words("纸", "Sheets")
PAGES = Words("文件和页", "File, pages")
LARGEST = 1.5
"""The largest type as a multiple of the least legible."""
HUNG_BY, HUNG_ON = Words("挂的人", "Hung by"), Words("日期", "Date")
SHARES = {"rows": (0.41, 0.27, 0.25), "piles": (0.34, 0.22, 0.44)}
"""Shares of the width; of rows 0.07 are left for the boxes. `.packing-rows` and `.packing-piles` in board.css."""
CELL = 3.0
"""Millimetres of white beside the texts of a cell; `.packing td` in board.css."""
ROW_WHITE = 3.25
"""Millimetres of white above and below the texts of a row, with its rule; `.packing td` in board.css."""
COLUMNS_WHITE = 2.0
"""Millimetres of white under the heads of columns, with their rule; `.packing th` in board.css."""
OF_EM = 11.0
"""Width in em kept for the number of the doorway."""


@dataclass(frozen=True)
class PackedRow:
    """The texts of the cells of one row, from top to bottom; `box` where there is something to tick."""

    cells: tuple[tuple[str, ...], ...]
    box: bool = True
    is_total: bool = False


@dataclass(frozen=True)
class PackedDoorway:
    """What goes to one doorway."""

    name: str
    rows: tuple[PackedRow, ...]


@dataclass(frozen=True)
class PackingBoard:
    """All piles with their sum, and what goes into each of them."""

    piles: tuple[PackedRow, ...]
    total: PackedRow
    doorways: tuple[PackedDoorway, ...]


@dataclass(frozen=True)
class RowView:
    """One row: the texts of its cells."""

    cells: tuple[tuple[SetText, ...], ...]
    box: bool
    is_total: bool

    @property
    def height(self) -> float:
        """In mm, with its white."""
        return max(LINE, *(sum(text.height for text in cell) for cell in self.cells)) + ROW_WHITE

    @property
    def is_torn(self) -> bool:
        """Whether a text takes more than one line: then smaller type looks better."""
        return any(len(text.lines) > 1 for cell in self.cells for text in cell)


@dataclass(frozen=True)
class PackingView:
    """One sheet: `shape` is rows (with boxes to tick) or piles."""

    shape: str
    title: SetText
    number: SetText | None
    say: SetText
    columns: tuple[SetText, ...]
    rows: tuple[RowView, ...] = ()
    fields: tuple[Field, ...] = ()
    """Who has hung it, and when; on the last sheet of a doorway."""

    @property
    def head_height(self) -> float:
        """The height in mm of what stands above the rows."""
        columns = max(text.height for text in self.columns) + COLUMNS_WHITE
        return self.title.height + self.say.height + 2 * AFTER + columns


class _Table(NamedTuple):
    """What stands on one or more sheets under the same heading."""

    shape: str
    title: str
    number: str
    say: Words
    columns: tuple[Words, ...]
    rows: tuple[PackedRow, ...]


def lay_out(board: PackingBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The sheets, or why they cannot be drawn."""
    return frame_bare(KIND, board, frame, lambda room: _lay(board, frame.title, room), CUT)


def _lay(board: PackingBoard, title: str, room: Room) -> Attempt[PackingView]:
    tables = tuple(_tables(board, title, room))
    return largest_layout(sizes(room.sheet, LARGEST), lambda size: _at(tables, room, size))


def _tables(board: PackingBoard, title: str, room: Room) -> Iterator[_Table]:
    count = len(board.doorways)
    if count > 1:
        piles = (*board.piles, board.total)
        yield _Table("piles", title, "", SHARE, (DOORWAY, COUNT, PAGES), piles)
    for number, each in enumerate(board.doorways, 1):
        of = room.to(OF).format(number=number, count=count) if count > 1 else ""
        yield _Table("rows", each.name, of, TICK, (BOARD, PAPER, BEFORE), each.rows)


def _at(tables: tuple[_Table, ...], room: Room, size: float) -> Attempt[PackingView]:
    sheets: list[PackingView] = []
    for table in tables:
        found = _sheets(table, room, size)
        if isinstance(found, TooLarge):
            return found
        sheets += found
    return sheets


def _sheets(table: _Table, room: Room, size: float) -> list[PackingView] | TooLarge:
    """The rows on as many sheets as they need; who has hung them signs on the last."""
    rows = [_row(row, table.shape, room, size) for row in table.rows]
    fields = _fields(room) if table.shape == "rows" else ()
    made: list[PackingView] = []
    while rows or not made or fields:
        view = _sheet(table, room, size, is_first=not made)
        left = room.height - view.head_height
        taken = _taken(rows, left)
        if (rows and not taken) or (size > room.sheet.name_size and any(row.is_torn for row in rows)):
            return TooLarge(table.rows[-len(rows)].cells[0][0], rows[0].height, left)
        is_last = taken == len(rows) and sum(row.height for row in rows) + FIELD <= left
        made.append(replace(view, rows=tuple(rows[:taken]), fields=fields if is_last else ()))
        del rows[:taken]
        if is_last:
            break
    return made


def _sheet(table: _Table, room: Room, size: float, *, is_first: bool) -> PackingView:
    sheet = room.sheet
    title = table.title if is_first else table.title + room.to(CONTINUED)
    width = room.width - OF_EM * sheet.name_size
    return PackingView(
        shape=table.shape,
        title=set_heading(title, step_up(sheet.name_size * 1.8), width),
        number=set_text(table.number, sheet.name_size, OF_EM * sheet.name_size) if table.number else None,
        say=set_text(room.to(table.say), max(INSTRUCTION, sheet.text_size), room.width),
        columns=columns_of(table.columns, sheet.text_for(size), room.language),
    )


def _row(row: PackedRow, shape: str, room: Room, size: float) -> RowView:
    """The cells of a row: the first in bold, of each the first line as large as names; in piles every line."""
    text = size if shape == "piles" else room.sheet.text_for(size)
    cells = []
    for number, (share, texts) in enumerate(zip(SHARES[shape], row.cells, strict=True)):
        width = room.width * share - CELL
        weight: Weight = 700 if number == 0 or row.is_total else 400
        first = [set_text(each, size, width, weight=weight) for each in texts[:1]]
        below: Weight = 700 if row.is_total else 400
        cells.append((*first, *(set_text(each, text, width, weight=below) for each in texts[1:])))
    return RowView(tuple(cells), row.box, row.is_total)


def _taken(rows: Iterable[RowView], room: float) -> int:
    """How many of the rows have room in `room` mm."""
    number, used = 0, 0.0
    for row in rows:
        used += row.height
        if used > room + 1e-6:
            break
        number += 1
    return number


def _fields(room: Room) -> tuple[Field, ...]:
    half = (room.width - room.sheet.name_size) / 2
    return tuple(field_of(room.to(label), "", half, room.sheet) for label in (HUNG_BY, HUNG_ON))
