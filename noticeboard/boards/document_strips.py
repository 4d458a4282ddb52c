"""Strips: what is poured in one piece into the columns of a board, with its height; the measures they are set in.

    blocks ─ document_setting ▶ strips (texts, tables, cells side by side) ─ document ▶ columns of panels

Lengths are those of the classes in board.css at 1 m, times the scale of the sheet.
"""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from noticeboard.boards.document_bars import BarsCell
from noticeboard.boards.document_people import PeopleView
from noticeboard.boards.task_cells import CellView
from noticeboard.boards.tasks import TotalRow
from noticeboard.boards.typesetting import SetText
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass

READING = 1.45
"""Line height of running text."""


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
    """Texts one below the other; `css` is one of doc-title, doc-text, doc-call, doc-white."""

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
