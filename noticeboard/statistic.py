"""What a kind of record counts, broken down: the parts of a whole, with a sentence that says what is counted.

    counts of a summary ─ a kind's `statistics` ▶ Statistic ─▶ section of the page of statistics, part of the poster

Counts come from the summary of a place, so they include all places below it, and a record that concerns several
places is counted once. The parts of a breakdown make its base: what no record states is a part of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.document import FigureLine
from noticeboard.frozen import dataclass

FOLDER = "statistics"
"""The page of statistics, below its place."""


class Part(NamedTuple):
    """One part: how many (of money: fen), in each column of its breakdown."""

    label: str
    counts: tuple[int, ...]
    url: str = ""
    """The site path of the rows that it is made of."""
    strong: bool = False
    """What a reader looks for first: what is done."""
    apart: bool = False
    """What is not stated."""


@dataclass(frozen=True)
class Breakdown:
    """The parts of a whole."""

    title: str
    heading: str
    """Of the column of labels."""
    columns: tuple[str, ...]
    """What is counted: one heading or two."""
    parts: tuple[Part, ...]
    said: str = ""
    """One sentence where it needs one of its own: what is counted, what is not."""
    money: bool = False
    periods: bool = False
    """Whether the parts are periods one after another, so that a line may join them."""
    of_time: bool = False
    """Whether it is one of several by year, half-year and so on, the longest first."""
    drawn: bool = True
    """Whether it is worth a picture: not where another breakdown shows the same more closely."""

    @property
    def bases(self) -> tuple[int, ...]:
        """What the parts make in each column."""
        return tuple(sum(part.counts[n] for part in self.parts) for n in range(len(self.columns)))


@dataclass(frozen=True)
class Statistic:
    """What is counted of the records of one kind."""

    folder: str
    """The anchor on the page; also the folder of all records, or the anchor of the panel that shows them."""
    order: int
    title: str
    counted: int
    """Records, by which it is judged whether there is anything to break down."""
    said: str
    """One plain sentence: what is counted, what is not."""
    as_of: str
    figures: tuple[FigureLine, ...] = ()
    """Counts and rates with their base; without links."""
    breakdowns: tuple[Breakdown, ...] = ()
    notes: tuple[str, ...] = ()
    """What must be known to read the figures: what is shown here and counted elsewhere."""
    key: str = ""
    """Its anchor, there and on the page of all records, where that is not the folder."""
