"""What a panel or a page says in the shapes that most kinds of records share: facts, tables, figures, steps, notes.

    records ─ a kind's view ▶ Section of blocks ─ panels/document.html, document.html ▶ HTML

Two thirds of the kinds need no template of their own, and what looks alike on their pages stays alike. A kind whose
panel must look otherwise has its own view and template (`kinds/task`). Texts arrive here in the language of the
interface, numbers as text with their hedge; nothing is computed or looked up while a block is drawn.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from noticeboard.chart import ChartRow, Picture, bars, line
from noticeboard.frozen import dataclass
from noticeboard.page import Frame

Mark = Literal["tick", "half", "ring", "dots", "disc", "back", "clock", "dash", "alert"]
"""Drawn before the word of a state: done, under way, to do, not stated, over, relapsed, late, declined,
not in order."""


class Marked(NamedTuple):
    """A state in a cell or beside a step: its mark, its word, and what is said after it."""

    mark: Mark
    word: str
    note: str = ""


class Linked(NamedTuple):
    """A text in a cell that leads somewhere."""

    text: str
    href: str


class Toned(NamedTuple):
    """A text in a cell after its colour: character and pattern say the same on a grey print."""

    text: str
    tone: str
    """One of the classes `tone-…` of the stylesheets."""
    sign: str
    hatch: str
    """Path of the pattern in a rectangle of 28 by 7."""
    stroke: str
    """Thickness of its lines."""
    href: str = ""


Cell = str | Linked | Marked | Toned
Column = tuple[str, Literal["text", "number", "date"]]
"""Heading and kind of a column, as macros/tables.html takes them."""


class FigureLine(NamedTuple):
    """A figure with what it counts, its base and its date; the field names are those of macros/figures.html."""

    label: str
    value: str
    unit: str = ""
    base: str = ""
    as_of: str = ""
    note: str = ""
    href: str = ""


class Event(NamedTuple):
    """One step in time."""

    date: str
    text: str
    note: str = ""
    state: Marked | None = None


class PersonLine(NamedTuple):
    """A person in a grid of people, as may be shown; the field names are those of macros/volunteers.html."""

    name: str
    notes: tuple[str, ...] = ()
    portrait: str = ""
    """The way from the page to the portrait; empty without one to show."""
    href: str = ""


@dataclass(frozen=True)
class Facts:
    """Pairs of label and value; an empty value says 未注明. `across` sets them side by side on wide screens."""

    pairs: tuple[tuple[str, str], ...]
    across: bool = False
    shape: str = "facts"


@dataclass(frozen=True)
class Table:
    """A table whose first column heads its rows; on a phone it may become pairs of label and value."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    shape: str = "table"

    @property
    def css(self) -> str:
        """Pairs on a phone where there are four columns, or three of which one holds dates or colours."""
        is_torn = any(kind == "date" for _, kind in self.columns) or (
            bool(self.rows) and isinstance(self.rows[0][0], Toned)
        )
        is_wide = len(self.columns) > 3 or (len(self.columns) == 3 and is_torn)
        return "stack" if is_wide else ""


MOST_UNFOLDED = 5
"""Rows of a table without picture that a phone shows at once."""


@dataclass(frozen=True)
class Chart:
    """A picture of figures and below it, always, the table of the same figures.

    The first column heads the rows, one or two more name what is drawn: bars, a pair side by side, or with `lines`
    lines over periods. Each row has as many numbers and texts as there are columns after the first. Where so little
    is to be seen that a picture says no more, the table stands alone (`drawn`).
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    total: tuple[str, ...] = ()
    lines: bool = False
    drawn: bool = True
    css: str = ""
    """Of the table: `pairs` gives labels a line of their own on a phone, where two amounts of money need the next."""
    shape: str = "chart"

    @property
    def folds(self) -> bool:
        """Whether a phone shows the table when asked: it repeats a picture, or it is long."""
        return self.drawn or len(self.rows) > MOST_UNFOLDED

    @property
    def picture(self) -> Picture:
        """What is drawn."""
        return (line if self.lines else bars)(self.rows, self.columns[1:])


@dataclass(frozen=True)
class Figures:
    """Some figures, one below the other."""

    lines: tuple[FigureLine, ...]
    shape: str = "figures"


@dataclass(frozen=True)
class Steps:
    """What happened, in the order of time."""

    events: tuple[Event, ...]
    shape: str = "steps"


@dataclass(frozen=True)
class Links:
    """Rows that lead somewhere: text, link, a note behind it."""

    rows: tuple[tuple[str, str, str], ...]
    shape: str = "links"


@dataclass(frozen=True)
class Prose:
    """A text in Markdown."""

    markdown: str
    shape: str = "prose"


@dataclass(frozen=True)
class Lines:
    """Plain sentences, a paragraph each; `quiet` sets them small, as a remark."""

    texts: tuple[str, ...]
    quiet: bool = False
    shape: str = "lines"


@dataclass(frozen=True)
class Notes:
    """What a reader must know to read the figures: parts that do not make the whole."""

    texts: tuple[str, ...]
    shape: str = "notes"


@dataclass(frozen=True)
class Phone:
    """A number to call, large."""

    label: str
    number: str
    shape: str = "phone"


@dataclass(frozen=True)
class Heading:
    """A heading below that of the section, with an id that others link to."""

    text: str
    id: str = ""
    state: Marked | None = None
    shape: str = "heading"


@dataclass(frozen=True)
class People:
    """People with what is said of each; the ring with the surname where others have a portrait and one has none."""

    people: tuple[PersonLine, ...]
    shape: str = "people"


class Slot(NamedTuple):
    """What stands in a day of a month: hours, who, a word of remark, the state if there is one."""

    time: str
    people: tuple[str, ...]
    """Each, with the mark that parts it from the next, stays on one line where it can."""
    note: str = ""
    state: Marked | None = None


class MonthDay(NamedTuple):
    """A day of a month: its number, its full name for a narrow screen, a word of remark, what stands in it."""

    number: str
    name: str
    note: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Month:
    """A month with weeks as rows; None for days of other months. A phone lists the days that have something."""

    caption: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[MonthDay | None, ...], ...]
    shape: str = "month"


Block = (
    Facts | Table | Chart | Figures | Steps | Links | Prose | Lines | Notes | Phone | Heading | People | Month
)


@dataclass(frozen=True)
class Section:
    """A panel of a place's page, or a part of a page: a heading with its anchor, blocks, sources."""

    title: str
    id: str
    """The anchor on its page."""
    blocks: tuple[Block, ...]
    all: tuple[int, str] | None = None
    """How many records there are and the link to the page of all, where not all are shown."""
    photos: str = "photos/"
    """The way from the page to the photos of the place, for texts in Markdown."""
    sources: tuple[tuple[str, str], ...] = ()
    """Title and link."""


@dataclass(frozen=True)
class DocumentView:
    """A page of sections: `lead` stands under its title, `notes` and `sources` below all."""

    frame: Frame
    sections: tuple[Section, ...]
    lead: str = ""
    state: Marked | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    more: tuple[Section, ...] = ()
    """What records of other kinds add."""


PANEL_TEMPLATE = "panels/document.html"
"""Draws a `Section` as a panel of a place's page."""
PAGE_TEMPLATE = "document.html"
"""Draws a `DocumentView`."""
