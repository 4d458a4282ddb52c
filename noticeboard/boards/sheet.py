"""The sheet of paper or panel that a board is drawn on, and what can be read from its distance.

A sheet is data: size, reading distance, margin, height of the foot. Every other measure of a board follows
from these, so a new size is one more `Sheet`, never a change of layout; its stylesheet is made when it is used.
Sizes of type go in steps of 0.25 mm, each of which has a class in the stylesheet of the sheet.

Where people stand follows from the size unless a site says otherwise (LOOK.md, Boards): A4, A3 and plaques are
read from 1 m, at a desk, a lift or a door; A2 to 60×90 cm and a roll-up that one walks up to from 2 m; larger
panels, read across a path or over other people, from 3 m.
"""

from __future__ import annotations

import math

from noticeboard.frozen import dataclass
from noticeboard.languages import Words

STEP = 0.25
"""Millimetres between two sizes of type."""
MOST_PADDING = 24.0
"""Millimetres of white in steps of type; beyond that in even millimetres."""
NAME_RATIO = 220
"""Distance ÷ this is the least height of names and figures (LOOK.md, Boards)."""
TEXT_RATIO = 280
"""Distance ÷ this is the least height of all other text (LOOK.md, Boards)."""
LARGE_PRINT = 4 / 3
"""Large print against ordinary clear print: 16 points where 12 are usual (UK Association for Accessible Formats)."""
SEAL_FOOT, SMALL_FOOT = 42.0, 34.0
"""Height in mm of the foot at 1 m: a seal of 42 mm finds room on it, but not on a plaque."""
SMALL = 200.0
"""A sheet whose short side is under so many mm is set no seal on."""
NEAR, FAR = 500.0, 1000.0
"""Long sides in mm: below the first a sheet is read from 1 m, below the second from 2 m, else from 3 m."""
EDGE = 10.0
"""Millimetres of paper around a sheet with bleed, for the marks."""


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
    """Names the stylesheet: `board-KEY.css`, or `board-KEY-2m.css` at another distance than the usual one."""
    paper: Words
    """What to choose in the print dialog: A3, A4, 60×90厘米."""
    width: float
    height: float
    distance: float = 1.0
    margin: float = 0.0
    """Outer margin; 1/25 of the long side unless given."""
    foot: float = 0.0
    """Height of the foot unless given; it grows with the type, and a seal must find room in it."""
    qr: float = 0.0
    """Side of the QR code without its quiet zone unless given; never under 25."""
    large: bool = False
    """Large print: least sizes greater by `LARGE_PRINT`."""
    grey: bool = False
    """For printers and copies without colour: bands, rules and marks in ink on white."""
    bleed: float = 0.0
    """Bleed for the print shop; 0 for a sheet that is cut by nobody."""

    def __post_init__(self) -> None:
        long, short = max(self.width, self.height), min(self.width, self.height)
        if not self.margin:
            object.__setattr__(self, "margin", round(long / 25, 2))
        if not self.foot:
            foot = (SEAL_FOOT if short >= SMALL else SMALL_FOOT) * self.scale
            object.__setattr__(self, "foot", round(foot, 2))
        if not self.qr:
            side = min(28.0 * self.scale, self.inner_width * 0.155)
            object.__setattr__(self, "qr", round(max(side, 25.0), 2))

    @property
    def scale(self) -> float:
        """How much larger than at 1 m the white and the rules of a board are; never finer than there."""
        return max(1.0, self._legible)

    @property
    def _legible(self) -> float:
        return self.distance * (LARGE_PRINT if self.large else 1.0)

    @property
    def name_size(self) -> float:
        """The least step at which names and figures are legible."""
        return step_up(self._legible * 1000 / NAME_RATIO)

    @property
    def text_size(self) -> float:
        """The least step at which all other text is legible."""
        return step_up(self._legible * 1000 / TEXT_RATIO)

    @property
    def edge(self) -> float:
        """The paper beyond the sheet on each side, for bleed and marks."""
        return EDGE if self.bleed else 0.0

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


def usual_distance(width: float, height: float) -> float:
    """From how many metres a sheet of this size is read unless a site says otherwise."""
    long = max(width, height)
    return 1.0 if long < NEAR else 2.0 if long < FAR else 3.0


def _both(key: str, paper: Words, short: float, long: float, distance: float = 0.0) -> tuple[Sheet, Sheet]:
    """A preset size, upright and lying."""
    metres = distance or usual_distance(short, long)
    return (
        Sheet(f"{key}-portrait", paper, short, long, metres),
        Sheet(f"{key}-landscape", paper, long, short, metres),
    )


def _panel(short: int, long: int) -> tuple[Sheet, Sheet]:
    return _both(f"{short}x{long}", Words(f"{short}×{long}厘米", f"{short}×{long} cm"), short * 10, long * 10)


def _plaque(short: int, long: int) -> tuple[Sheet, Sheet]:
    words = Words(f"标牌{short}×{long}厘米", f"plaque {short}×{long} cm")
    return _both(f"plaque-{short}x{long}", words, short * 10, long * 10, 1.0)


A4_PORTRAIT, A4_LANDSCAPE = _both("a4", Words("A4", "A4"), 210, 297)
A3_PORTRAIT, A3_LANDSCAPE = _both("a3", Words("A3", "A3"), 297, 420)
OFFICE = (A4_PORTRAIT, A4_LANDSCAPE, A3_PORTRAIT, A3_LANDSCAPE)
"""The sheets of an office printer."""
PRESETS = (
    *OFFICE,
    *_both("a2", Words("A2", "A2"), 420, 594),
    *_both("a1", Words("A1", "A1"), 594, 841),
    *_panel(60, 80),
    *_panel(60, 90),
    *_panel(80, 120),
    *_panel(90, 120),
    *_panel(120, 240),
    *_both("rollup", Words("易拉宝80×200厘米", "roll-up 80×200 cm"), 800, 2000, 2.0),
    *_plaque(20, 30),
    *_plaque(30, 40),
    *_plaque(40, 60),
)
SHEETS = {sheet.key: sheet for sheet in PRESETS}
"""The preset sizes by key."""
