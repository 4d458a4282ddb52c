"""The sheet of paper or panel that a board is drawn on, and what can be read from its distance.

A sheet is data: size, reading distance, margin, height of the foot. Every other measure of a board follows
from these, so a new size is one more `Sheet` and its stylesheet, never a change of layout.
Sizes of type go in steps of 0.25 mm, each of which has a class in `board-steps.css`.
"""

from __future__ import annotations

import math

from noticeboard.frozen import dataclass
from noticeboard.languages import Words

STEP = 0.25
"""Millimetres between two sizes of type."""
MOST_PADDING = 24.0
"""Millimetres of white in steps of type; beyond that in even millimetres (`board-steps.css`)."""
NAME_RATIO = 220
"""Distance ÷ this is the least height of names and figures (LOOK.md, Boards)."""
TEXT_RATIO = 280
"""Distance ÷ this is the least height of all other text (LOOK.md, Boards)."""


def step_up(mm: float) -> float:
    """The least step that is not under `mm`."""
    return math.ceil(mm / STEP - 1e-6) * STEP


def step_down(mm: float) -> float:
    """The greatest step that is not over `mm`."""
    return math.floor(mm / STEP + 1e-6) * STEP


@dataclass(frozen=True)
class Sheet:
    """One size of board; all lengths in millimetres, the reading distance in metres."""

    key: str
    """Names the stylesheet: `board-KEY.css`."""
    paper: Words
    """What to choose in the print dialog: A3, A4."""
    width: float
    height: float
    distance: float = 1.0
    margin: float = 0.0
    """Outer margin; 1/25 of the long side unless given (30 on panels, for the screws)."""
    foot: float = 42.0
    """Height of the foot; a seal of 42 mm must find room in it."""
    qr: float = 28.0
    """Side of the QR code without its quiet zone; never under 25."""

    def __post_init__(self) -> None:
        if not self.margin:
            object.__setattr__(self, "margin", round(max(self.width, self.height) / 25, 2))

    @property
    def name_size(self) -> float:
        """The least step at which names and figures are legible."""
        return step_up(self.distance * 1000 / NAME_RATIO)

    @property
    def text_size(self) -> float:
        """The least step at which all other text is legible."""
        return step_up(self.distance * 1000 / TEXT_RATIO)

    @property
    def inner_width(self) -> float:
        """The width between the outer margins."""
        return self.width - 2 * self.margin

    @property
    def inner_height(self) -> float:
        """The height between the outer margins."""
        return self.height - 2 * self.margin

    @property
    def gap(self) -> float:
        """The white between band and body, and between body and foot."""
        return round(self.margin * 0.35, 2)

    @property
    def gutter(self) -> float:
        """The white between two columns."""
        return round(self.margin * 0.5, 2)

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height

    @property
    def title_size(self) -> float:
        """The size of the title: 1/14 of the short side (LOOK.md allows up to 1/10)."""
        return step_up(min(self.width, self.height) / 14)

    def text_for(self, name_size: float) -> float:
        """The size of ordinary text beside names of `name_size`: the same legibility, never under the least."""
        return max(step_up(name_size * NAME_RATIO / TEXT_RATIO), self.text_size)

    def column(self, count: int) -> float:
        """The width of one of `count` equal columns."""
        return (self.inner_width - (count - 1) * self.gutter) / count


_A4 = Words("A4", "A4")
_A3 = Words("A3", "A3")
A4_PORTRAIT = Sheet("a4-portrait", _A4, 210, 297)
A4_LANDSCAPE = Sheet("a4-landscape", _A4, 297, 210)
A3_PORTRAIT = Sheet("a3-portrait", _A3, 297, 420)
A3_LANDSCAPE = Sheet("a3-landscape", _A3, 420, 297)
SHEETS = {sheet.key: sheet for sheet in (A4_PORTRAIT, A4_LANDSCAPE, A3_PORTRAIT, A3_LANDSCAPE)}
"""The preset sizes by key."""
