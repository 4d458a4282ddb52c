"""What a board of shared shapes can say: blocks of texts, before anything is measured or set.

Texts arrive in the language of the interface, figures with their hedge. Every block names the record that it comes
from where one can be too large for a panel, so that the message can name it.
"""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from noticeboard.boards.task_cells import TaskState
from noticeboard.boards.tasks import Total
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass

__all__ = [
    "Block",
    "BoardCell",
    "BoardColumn",
    "Call",
    "Card",
    "Cards",
    "Face",
    "Faces",
    "Grid",
    "GridRow",
    "Ribbon",
    "RibbonStep",
]
__all__ += ["BarRow", "Bars", "Text", "Title", "Total", "Totals"]


@dataclass(frozen=True)
class Totals:
    """Large figures side by side, and a line under them: base, as-of date, what the parts do not add up to."""

    totals: tuple[Total, ...]
    note: str = ""


@dataclass(frozen=True)
class Title:
    """A heading inside the board, over a rule."""

    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph; `lead` sets it as large as names and bold, for the one sentence that must be read."""

    text: str
    lead: bool = False
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Call:
    """A phone number as large as the column allows, with whom it reaches."""

    label: str
    number: str
    note: str = ""


class BoardColumn(NamedTuple):
    """A column of a table: its heading, its share of the width in percent (a multiple of five)."""

    label: str
    share: int
    right: bool = False
    """Figures stand at the right."""
    whole: bool = False
    """Dates and figures stay on one line where type can be chosen so."""


class BoardCell(NamedTuple):
    """A cell: a text as large as names (`small`: as ordinary text), what stands below it, the mark of a state."""

    text: str
    more: tuple[str, ...] = ()
    state: TaskState | None = None
    bold: bool = False
    small: bool = False


@dataclass(frozen=True)
class GridRow:
    """One row of a table."""

    cells: tuple[BoardCell, ...]
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Grid:
    """A table; its head is repeated in every column that it goes on in."""

    columns: tuple[BoardColumn, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class Card:
    """One cell of a wall of cards: a short head (a number), a text, small lines below, the mark of a state."""

    head: str
    text: str
    more: tuple[str, ...] = ()
    state: TaskState | None = None
    state_text: str = ""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Cards:
    """A wall of cards: equal cells in rows."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Face:
    """A person: name as may be shown, `post` in bold, small lines below, the photo by path below the root."""

    name: str
    post: str = ""
    more: tuple[str, ...] = ()
    surname: str = ""
    """What stands in the ring; empty: told from the name."""
    portrait: str = ""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Faces:
    """People in rows, each beside the place of a portrait."""

    faces: tuple[Face, ...]


class RibbonStep(NamedTuple):
    """A step of a procedure: its name, its day, how far it is."""

    text: str
    date: str
    state: TaskState


@dataclass(frozen=True)
class Ribbon:
    """The steps of a procedure from left to right, in as many rows as they need."""

    steps: tuple[RibbonStep, ...]


class BarRow(NamedTuple):
    """One part of a whole, or two figures of it: shares of the longest bar, and the figures as they are said."""

    label: str
    shares: tuple[float, ...]
    """From 0 to 1."""
    texts: tuple[str, ...]
    strong: bool = False
    """Drawn in colour."""
    apart: bool = False
    """What is not stated: an outline."""


@dataclass(frozen=True)
class Bars:
    """Parts of a whole as bars with their figures; its head is repeated in every column that it goes on in."""

    heading: str
    figures: str
    drawn: str
    """What stands above the bars."""
    rows: tuple[BarRow, ...]


Block = Totals | Title | Text | Call | Grid | Bars | Cards | Faces | Ribbon
