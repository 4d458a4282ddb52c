"""A board of the shapes that most kinds of boards share: totals, headings, text, tables, cards, steps, a phone.

    blocks ─ document_setting ▶ strips with heights ─ pour ▶ columns of panels ─▶ DocumentBody, a panel each

A kind says what stands on its board as `DocumentBoard`; size of type, columns and panels follow from the sheet. A
strip is never parted: a heading stays with what follows, and the head of a table is repeated where its rows go on.
Boards whose cells are worth a layout of their own (people, practical tasks) have one; this one is for the rest.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from noticeboard.boards.document_blocks import Block, Text
from noticeboard.boards.document_people import PeopleView
from noticeboard.boards.document_setting import strips_of
from noticeboard.boards.document_strips import (
    CardsView,
    Measures,
    RibbonView,
    Strip,
    TableRow,
    TextView,
    TotalsView,
)
from noticeboard.boards.fit import Attempt, TooLarge, largest, least_height, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.measure import width_em
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass

TEMPLATE = "boards/document.html"
COLUMN_EM, MOST_COLUMNS = 34.0, 3
"""The least width of a column in characters, and how many there may be: a measure of 32 to 40 reads best."""
BAND_EM, BAND_OF_WORDS_EM = 20.0, 11.0
"""Characters that have room in the band of every usual sheet, in two lines; of words, which stay whole, in one."""
LARGEST = 2.0
"""The largest type as a multiple of the least legible."""


@dataclass(frozen=True)
class DocumentBoard:
    """What stands on a board, from top to bottom; `wide` keeps one column on every sheet."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True)
class TableView:
    """Rows of one table as they stand together in a column; `shares` are the widths in percent."""

    shares: tuple[int, ...]
    head: TableRow
    rows: tuple[TableRow, ...]
    shape: str = "table"


Part = TextView | TotalsView | CardsView | PeopleView | RibbonView | TableView


@dataclass(frozen=True)
class ColumnView:
    """What stands in one column."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class DocumentBody:
    """The body of one panel: columns of the width class `width`, lowered by `down` mm."""

    width: str
    columns: tuple[ColumnView, ...]
    down: int


class _Column(NamedTuple):
    """The strips of a column; the first may be a row, and then the head of its table stands above it again."""

    strips: tuple[Strip, ...]

    @property
    def height(self) -> float:
        """The height in mm that it takes."""
        return _head_height(self.strips[0]) + sum(strip.height for strip in self.strips)


def headed(title: str, kind: str) -> tuple[str, tuple[Block, ...]]:
    """What stands in the band and what goes before all else: a title too long for the band stands below its kind."""
    if width_em(title, 700) <= (BAND_OF_WORDS_EM if " " in title else BAND_EM):
        return title[:1].upper() + title[1:], ()
    return kind[:1].upper() + kind[1:], (Text(title, lead=True),)


def lay_out_document(
    kind: BoardKind, board: DocumentBoard, frame: BoardFrame
) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(kind, board, frame, lambda room: _lay(board, room))


def _lay(board: DocumentBoard, room: Room) -> Attempt[DocumentBody]:
    most = 1 if board.wide else MOST_COLUMNS
    counts = [n for n in range(1, most + 1) if n == 1 or _column_em(room, n) >= COLUMN_EM]
    found = [_largest(board, room, count) for count in counts]
    fitting = [each for each in found if isinstance(each, _Candidate)]
    if fitting:
        return max(fitting, key=lambda each: (-len(each.bodies), each.size)).bodies
    assert isinstance(found[0], TooLarge)
    return found[0]


class _Candidate(NamedTuple):
    """The panels for one number of columns: of fewest panels those of the largest type are taken."""

    size: float
    bodies: tuple[DocumentBody, ...]


def _largest(board: DocumentBoard, room: Room, count: int) -> _Candidate | TooLarge:
    made = cache(lambda size: _at(board, room, count, size))

    def panels(size: float) -> int | TooLarge:
        attempt = made(size)
        return attempt if isinstance(attempt, TooLarge) else len(attempt)

    found = largest(sizes(room.sheet, LARGEST), panels)
    assert found is not None
    if isinstance(found, TooLarge):
        return found
    bodies = made(found[0])
    assert not isinstance(bodies, TooLarge)
    return _Candidate(found[0], tuple(bodies))


def _column_em(room: Room, count: int) -> float:
    return room.sheet.column(count) / room.sheet.name_size


def _at(board: DocumentBoard, room: Room, count: int, size: float) -> Attempt[DocumentBody]:
    sheet = room.sheet
    measures = Measures(size, sheet.text_for(size), sheet.column(count), sheet.scale, size <= sheet.name_size)
    strips = [strip for block in board.blocks for strip in strips_of(block, measures)]
    for strip in strips:
        if isinstance(strip, TooLarge):
            return strip
    sound = tuple(strip for strip in strips if isinstance(strip, Strip))
    for first in range(len(sound)):
        kept = _kept(sound, first)
        needs = sum(sound[i].height for i in kept) + _head_height(sound[first])
        if needs > room.height:
            return TooLarge(sound[kept[-1]].record, needs, room.height, sound[kept[-1]].origin)
    return _panels(sound, room, count)


def _head_height(strip: Strip) -> float:
    """What a row needs above it at the top of a column: the head of its table."""
    return strip.head.height if strip.head else 0.0


def _panels(strips: tuple[Strip, ...], room: Room, count: int) -> tuple[DocumentBody, ...]:
    columns = _even(strips, room.height, count)
    panels = [columns[i : i + count] for i in range(0, len(columns), count)]
    tallest = max((column.height for column in columns), default=0.0)
    down = lowered(room.height - tallest) if len(panels) == 1 else 0
    return tuple(
        DocumentBody(f"w{count}", tuple(ColumnView(_parts(column)) for column in panel), down)
        for panel in panels
    )


def _even(strips: tuple[Strip, ...], height: float, count: int) -> list[_Column]:
    """Columns no higher than they need be for the same number of panels."""
    allowed = -(-len(_pour(strips, height)) // count) * count
    needs = max(
        (
            _head_height(strips[i]) + sum(strips[k].height for k in _kept(strips, i))
            for i in range(len(strips))
        ),
        default=0.0,
    )
    least = least_height(height, needs, lambda h: len(_pour(strips, h)) <= allowed)
    return _pour(strips, least)


def _pour(strips: tuple[Strip, ...], height: float) -> list[_Column]:
    columns: list[list[Strip]] = []
    left, number = 0.0, 0
    while number < len(strips):
        kept = _kept(strips, number)
        needs = sum(strips[i].height for i in kept)
        if not columns or needs > left + 1e-6:
            columns.append([])
            left = height - _head_height(strips[number])
        columns[-1].extend(strips[i] for i in kept)
        left -= needs
        number = kept[-1] + 1
    return [_Column(tuple(column)) for column in columns]


def _kept(strips: tuple[Strip, ...], first: int) -> range:
    """The strips from `first` that stay together: those that keep, and the one after them."""
    last = first
    while strips[last].keeps and last + 1 < len(strips):
        last += 1
    return range(first, last + 1)


def _parts(column: _Column) -> tuple[Part, ...]:
    """What stands in a column, rows of one table together under its head."""
    parts: list[Part] = []
    first = column.strips[0].head
    if first is not None:
        parts.append(TableView(first.view.shares, first.view, ()))
    for strip in column.strips:
        view = strip.view
        if not isinstance(view, TableRow):
            parts.append(view)
        elif view.is_head:
            parts.append(TableView(view.shares, view, ()))
        else:
            table = parts[-1]
            assert isinstance(table, TableView)
            parts[-1] = TableView(table.shares, table.head, (*table.rows, view))
    return tuple(parts)
