"""Blocks as strips of set text with their heights: what is poured into the columns of a board.

Lengths are those of the classes in board.css at 1 m, times the scale of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import singledispatch
from typing import NamedTuple

from noticeboard.boards.document_bars import BarsCell, bars_cell
from noticeboard.boards.document_blocks import (
    BarRow,
    Bars,
    Block,
    BoardCell,
    BoardColumn,
    Call,
    Card,
    Cards,
    Faces,
    Grid,
    GridRow,
    Ribbon,
    RibbonStep,
    Text,
    Title,
    Totals,
)
from noticeboard.boards.document_people import LEAST_EM as FACE_EM
from noticeboard.boards.document_people import PeopleView, people_rows
from noticeboard.boards.fit import TooLarge
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.task_cells import MARK_EM, CellView
from noticeboard.boards.tasks import (
    CELL,
    HAIR,
    HEAD_RULE,
    TOTAL_GAP,
    TOTALS_WHITE,
    TotalRow,
    rows_height,
    total_view,
)
from noticeboard.boards.typesetting import LEADING, SetText, set_heading, set_text
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass

TITLE_RULE = 0.5
"""Thickness in mm of the rule under a heading; `.doc-title` in board.css."""
READING = 1.45
"""Line height of running text."""
CARD_EM, STEP_EM = 11.0, 7.5
"""The least widths of a card and of a step in characters of their size."""
MOST_ACROSS = 8
"""Cards and steps side by side at most; `.of1` to `.of8` in board.css."""
CARD_PAD, CARD_RULE = 2.0, 0.5
"""Millimetres of white inside a card, and the rule above it; `.card` in board.css."""


NAMED = 12
"""Characters of a paragraph by which a message names it."""


class Measures(NamedTuple):
    """The measures that one attempt tries, in mm: size of names, of text, width of a column; scale of the sheet."""

    size: float
    text: float
    width: float
    scale: float
    may_part: bool
    """Whether a date, a figure or the row of totals may take two lines: only at the least size."""


@dataclass(frozen=True)
class TextView:
    """Texts one below the other; `css` is one of doc-title, doc-text, doc-call."""

    texts: tuple[SetText, ...]
    css: str
    pad: float
    shape: str = "text"


@dataclass(frozen=True)
class TotalsView:
    """Rows of large figures and the line under them."""

    totals: tuple[TotalRow, ...]
    note: SetText | None
    pad: float
    shape: str = "totals"


@dataclass(frozen=True)
class TableRow:
    """One row of a table, or its head."""

    cells: tuple[CellView | BarsCell, ...]
    shares: tuple[int, ...]
    pad: float
    is_head: bool = False


@dataclass(frozen=True)
class CardView:
    """One card."""

    head: SetText
    text: SetText
    state: str
    state_text: SetText | None
    more: tuple[SetText, ...]

    @property
    def height(self) -> float:
        """The height of its texts in mm."""
        state = self.state_text.height if self.state_text else 0.0
        return self.head.height + self.text.height + state + sum(text.height for text in self.more)


@dataclass(frozen=True)
class CardsView:
    """One row of cards, `across` of which have room side by side; `low` is their height class in mm."""

    cards: tuple[CardView, ...]
    across: int
    pad: float
    shape: str = "cards"


@dataclass(frozen=True)
class StepView:
    """One step: mark, name, day."""

    number: SetText
    text: SetText
    date: SetText | None
    state: str

    @property
    def height(self) -> float:
        """The height of its texts in mm."""
        return self.number.height + self.text.height + (self.date.height if self.date else 0.0)


@dataclass(frozen=True)
class RibbonView:
    """One row of steps."""

    steps: tuple[StepView, ...]
    across: int
    pad: float
    shape: str = "ribbon"


StripView = TextView | TotalsView | TableRow | CardsView | RibbonView | PeopleView


@dataclass(frozen=True)
class Strip:
    """What is poured in one piece: its height in mm with its white, and what is drawn."""

    height: float
    view: StripView
    keeps: bool = False
    """Whether it stays with the strip after it."""
    record: str = ""
    """What a message calls it when it has no room."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)
    head: TableHead | None = None
    """Of a row: the head of its table."""


@dataclass(frozen=True)
class TableHead:
    """The head of a table: its row and its height in mm."""

    view: TableRow
    height: float


@singledispatch
def strips_of(block: Block, measures: Measures) -> Iterator[Strip | TooLarge]:
    """The strips of a block."""
    raise TypeError(f"no block: {block!r}")


@strips_of.register
def _(block: Title, measures: Measures) -> Iterator[Strip | TooLarge]:
    size = step_up(measures.size * 1.2)
    text, pad = set_heading(block.text, size, measures.width), step_up(size * 0.4)
    height = text.height + TITLE_RULE * measures.scale + 2 * pad
    yield Strip(height, TextView((text,), "doc-title", pad), keeps=True, record=block.text)


@strips_of.register
def _(block: Text, measures: Measures) -> Iterator[Strip | TooLarge]:
    if block.lead:
        text = set_heading(block.text, measures.size, measures.width, leading=LEADING)
    else:
        text = set_text(block.text, measures.text, measures.width, leading=READING)
    pad = step_up(text.size * 0.2)
    view = TextView((text,), "doc-text", pad)
    yield Strip(text.height + 2 * pad, view, record=block.text[:NAMED], origin=block.origin)


@strips_of.register
def _(block: Call, measures: Measures) -> Iterator[Strip | TooLarge]:
    em = set_text(block.number, 1.0, 1e6, weight=700).width
    size = min(step_down(measures.width / em), step_up(measures.size * 2.5))
    if size < measures.size:
        yield TooLarge(block.number, em * measures.size, measures.width, across=True)
        return
    texts = [set_text(block.label, measures.size, measures.width)] if block.label else []
    texts.append(set_text(block.number, size, measures.width, weight=700, leading=1.2))
    if block.note:
        texts.append(set_text(block.note, measures.text, measures.width, leading=READING))
    pad = step_up(measures.size * 0.3)
    height = sum(text.height for text in texts) + 2 * pad
    yield Strip(height, TextView(tuple(texts), "doc-call", pad), record=block.number)


@strips_of.register
def _(block: Totals, measures: Measures) -> Iterator[Strip | TooLarge]:
    rows: list[TotalRow] = []
    left = 0.0
    for total in (total_view(each, measures.size, measures.text) for each in block.totals):
        if total.width > measures.width:
            yield TooLarge(total.figure.plain, total.width, measures.width, across=True)
            return
        if not rows or total.width > left:
            rows.append(())
            left = measures.width
        rows[-1] = (*rows[-1], total)
        left -= total.width + TOTAL_GAP * measures.scale
    if len(rows) > 1 and not measures.may_part:
        yield TooLarge(rows[1][0].label.plain, 2 * measures.width, measures.width, across=True)
        return
    note = set_text(block.note, measures.text, measures.width, leading=READING) if block.note else None
    pad = step_up(measures.size * 0.2)
    height = rows_height(rows, measures.scale) + (note.height if note else 0.0)
    yield Strip(
        height + TOTALS_WHITE * measures.scale + 2 * pad,
        TotalsView(tuple(rows), note, pad),
        record=block.totals[0].label if block.totals else "",
    )


@strips_of.register
def _(block: Grid, measures: Measures) -> Iterator[Strip | TooLarge]:
    head = _grid_head(block.columns, measures)
    yield Strip(head.height, head.view, keeps=True)
    for row in block.rows:
        view = _grid_row(row, block.columns, measures)
        if not measures.may_part and _is_torn(view, block.columns):
            yield TooLarge(row.cells[0].text, 2 * measures.width, measures.width, row.origin, across=True)
            return
        height = max(cell.height for cell in view.cells) + 2 * view.pad + HAIR * measures.scale
        yield Strip(height, view, record=row.cells[0].text, origin=row.origin, head=head)


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


BAR_COLUMNS = (30, 20, 50)
"""Percent of the width for label, figure and bar."""


@strips_of.register
def _(block: Bars, measures: Measures) -> Iterator[Strip | TooLarge]:
    names, figures, bars = BAR_COLUMNS
    columns = (
        BoardColumn(block.heading, names),
        BoardColumn(block.figures, figures, right=True, whole=True),
        BoardColumn(block.drawn, bars),
    )
    head = _grid_head(columns, measures, step_up(measures.size * 0.35))
    yield Strip(head.height, head.view, keeps=True)
    for row in block.rows:
        view = _bar_row(row, columns, measures)
        if not measures.may_part and _is_torn(view, columns):
            yield TooLarge(row.label, 2 * measures.width, measures.width, across=True)
            return
        height = max(cell.height for cell in view.cells) + 2 * view.pad + HAIR * measures.scale
        yield Strip(height, view, record=row.label, head=head)


def _bar_row(row: BarRow, columns: tuple[BoardColumn, ...], measures: Measures) -> TableRow:
    label, figure, bar = (_inner(column, measures) for column in columns)
    figures = tuple(set_text(text, measures.size, figure, weight=700) for text in row.texts)
    cells = (
        CellView((set_text(row.label, measures.size, label),)),
        CellView(figures, right=True),
        bars_cell(row, figures, bar),
    )
    return TableRow(cells, BAR_COLUMNS, step_up(measures.size * 0.2))


def _across(width: float, least: float, count: int) -> int:
    """How many cells of at least `least` mm stand side by side: no more than there are, in rows as even as can be."""
    most = max(1, min(MOST_ACROSS, int(width / least)))
    rows = -(-count // most)
    return -(-count // rows) if count else 1


@strips_of.register
def _(block: Cards, measures: Measures) -> Iterator[Strip | TooLarge]:
    across = _across(measures.width, CARD_EM * measures.size, len(block.cards))
    width = measures.width / across - (2 * CARD_PAD + CELL) * measures.scale
    pad = step_up(measures.size * 0.25)
    for start in range(0, len(block.cards), across):
        cards = block.cards[start : start + across]
        views = tuple(_card(card, width, measures) for card in cards)
        height = max(view.height for view in views) + 2 * pad + (2 * CARD_PAD + CARD_RULE) * measures.scale
        yield Strip(height, CardsView(views, across, pad), record=cards[0].text, origin=cards[0].origin)


def _card(card: Card, width: float, measures: Measures) -> CardView:
    room = width - MARK_EM * measures.text
    return CardView(
        set_text(card.head, step_up(measures.size * 1.3), width, weight=700, leading=1.2),
        set_text(card.text, measures.size, width),
        card.state or "",
        set_text(card.state_text, measures.text, room) if card.state_text else None,
        tuple(set_text(text, measures.text, width, leading=READING) for text in card.more if text),
    )


@strips_of.register
def _(block: Faces, measures: Measures) -> Iterator[Strip | TooLarge]:
    across = _across(measures.width, FACE_EM * measures.size, len(block.faces))
    width = measures.width / across - CELL * measures.scale
    pad = step_up(measures.size * 0.3)
    rows = people_rows(block.faces, across, measures.size, measures.text, width)
    for number, row in enumerate(rows):
        first = block.faces[number * across]
        height = max(face.height for face in row) + 2 * pad
        yield Strip(height, PeopleView(row, across, pad), record=first.name, origin=first.origin)


@strips_of.register
def _(block: Ribbon, measures: Measures) -> Iterator[Strip | TooLarge]:
    across = _across(measures.width, STEP_EM * measures.size, len(block.steps))
    width = measures.width / across - CELL * measures.scale
    pad = step_up(measures.size * 0.4)
    for start in range(0, len(block.steps), across):
        steps = block.steps[start : start + across]
        views = tuple(_step(start + i, step, width, measures) for i, step in enumerate(steps, 1))
        height = max(view.height for view in views) + 2 * pad + HEAD_RULE * measures.scale
        is_last = start + across >= len(block.steps)
        yield Strip(height, RibbonView(views, across, pad), keeps=not is_last, record=steps[0].text)


def _step(number: int, step: RibbonStep, width: float, measures: Measures) -> StepView:
    return StepView(
        set_text(str(number), measures.size, width - MARK_EM * measures.size, weight=700),
        set_text(step.text, measures.size, width),
        set_text(step.date, measures.text, width) if step.date else None,
        step.state,
    )
