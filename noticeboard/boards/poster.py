"""A poster: equal panels, side by side or one below the other, each with a band in the pattern of its colour.

    Poster + room ─ lay_poster ▶ PosterView with the largest type that fits, or what has no room

Columns and rows are tried as long as no panel stays empty, and the names are set as large as their panels allow, so
that three single characters fill a sheet as well as five panels with tasks. Lengths are those of the classes in
board.css at 1 m, times the scale of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import Literal, NamedTuple

from noticeboard.boards.fit import Attempt, TooLarge, fall, sizes
from noticeboard.boards.frame import Room
from noticeboard.boards.measure import width_em
from noticeboard.boards.sheet import Sheet, step_down, step_up
from noticeboard.boards.task_cells import MARK_EM, TaskState
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass
from noticeboard.kinds.tone import Tone, hatch

BAND, BESIDE = 8.0, 5.0
"""Millimetres of the band of a panel and of the white beside it; `.poster-text` in board.css."""
BADGE_EM, BADGE_WHITE_EM = 1.7, 0.45
"""Side of the badge with the character, and the white beside or below it, in sizes of that; `.poster-badge`."""
READING = 1.45
OVER_EM = 0.45
"""White between a name and what stands below it, in sizes of the name; `.poster-over` in board.css."""
LARGEST_BODY, LEAST_NAME = 1.75, 1.4
"""The largest words as a multiple of the least; the least name as a multiple of the words."""
INTRO = 1.2
"""The sentences above, as a multiple of the least size of names."""
HEAD_SHARE = 0.38
"""Where a panel takes the whole width, its name has this part of it, and what it says stands beside it."""
LARGEST_NAME, LEAST_NAME_ALONE = 7.0, 1.25
"""The largest and the least name, as multiples of the least legible."""
SIGN_SHARE, LARGEST_SIGN = 0.4, 2.0
"""Where nothing stands below the names, a sign is this part of the width of the longest, at most so many names."""
STACKED_FROM = 3
"""From so many panels side by side the badge stands above the name, else before it."""
UNBROKEN_EM = 8.0
"""A name, or a word of it, up to so many characters stays on one line."""
Form = Literal["stacked", "head", "beside"]
"""Badge above the name; badge before the name and texts below; texts beside both."""


class Item(NamedTuple):
    """A task of a part: its title, the mark and the word of its state, both in one line."""

    text: str
    state: TaskState
    word: str
    line: str


@dataclass(frozen=True)
class PosterPart:
    """One panel before it is set; `sign` is the character of its colour, or its number."""

    name: str
    tone: Tone | None
    sign: str
    words: str
    count: str
    items: tuple[Item, ...]
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Poster:
    """Some sentences above, and the panels."""

    intro: tuple[str, ...]
    parts: tuple[PosterPart, ...]


@dataclass(frozen=True)
class ItemView:
    """A task with the mark of its state."""

    text: SetText
    state: TaskState


@dataclass(frozen=True)
class PanelView:
    """One panel: path and thickness of its pattern, badge, name, texts; `down` is the white above them in mm."""

    tone: str
    hatch: str
    stroke: float
    badge: SetText
    name: SetText
    texts: tuple[SetText, ...]
    items: tuple[ItemView, ...]
    down: float


@dataclass(frozen=True)
class RowView:
    """Panels side by side, `height` mm high, `gap` mm below the row above."""

    columns: tuple[PanelView, ...]
    height: float
    gap: float


@dataclass(frozen=True)
class PosterView:
    """The body of the sheet: sentences, then rows of panels of the class `width`, their bands `band` mm wide."""

    intro: tuple[SetText, ...]
    rows: tuple[RowView, ...]
    width: str
    band: float
    form: Form


class _Grid(NamedTuple):
    """So many panels across, each of this size in mm with its band; how a panel is arranged."""

    across: int
    width: float
    height: float
    form: Form
    scale: float
    sign: float
    """The size of the character in a badge, in sizes of the name."""

    @property
    def texts(self) -> float:
        """The width in mm that texts have."""
        whole = self.width - (BAND + 2 * BESIDE) * self.scale
        return whole * (1 - HEAD_SHARE) if self.form == "beside" else whole

    def name(self, size: float) -> float:
        """The width in mm that the name has, set at `size` mm."""
        whole = self.width - (BAND + 2 * BESIDE) * self.scale
        badge = 0.0 if self.form == "stacked" else (BADGE_EM + BADGE_WHITE_EM) * self.sign * size
        return (whole * HEAD_SHARE - BESIDE * self.scale if self.form == "beside" else whole) - badge


class _Type(NamedTuple):
    """Sizes of type in mm; the larger words come first, then the larger names."""

    body: float
    name: float


def lay_poster(poster: Poster, room: Room) -> Attempt[PosterView]:
    """The sheet, or the panel that has no room on it."""
    sheet = room.sheet
    size = step_up(sheet.name_size * INTRO)
    intro = tuple(set_text(text, size, room.width, leading=READING) for text in poster.intro)
    above = sum(text.height for text in intro) + (sheet.gap if intro else 0.0)
    grids = tuple(_grids(poster, room.height - above, sheet))
    tried = [(found, grid) for grid in grids if (found := _largest(poster, grid, sheet)) is not None]
    if not tried:
        return TooLarge(poster.parts[0].name, room.height + above, room.height, poster.parts[0].origin)
    best, grid = max(tried, key=lambda each: each[0])
    return (_view(poster, grid, best, intro, sheet),)


def _grids(poster: Poster, height: float, sheet: Sheet) -> Iterator[_Grid]:
    """Every number of columns with which no panel stays empty: several on a lying sheet, few on an upright one."""
    gap, count, has_texts = fall(sheet.gutter), len(poster.parts), _has_texts(poster)
    longest = max(width_em(part.name, 700) for part in poster.parts)
    least = 2 if sheet.landscape and count > 1 else 1
    most = count if sheet.landscape or not has_texts else STACKED_FROM - 1
    for across in (n for n in range(least, most + 1) if count % n == 0):
        rows = count // across
        form: Form = "stacked" if across >= STACKED_FROM else "head"
        if across == 1 and has_texts:
            form = "beside"
        alone = form == "stacked" and not has_texts
        sign = min(LARGEST_SIGN, max(1.0, longest * SIGN_SHARE)) if alone else 1.0
        yield _Grid(across, sheet.column(across), (height - (rows - 1) * gap) / rows, form, sheet.scale, sign)


def _has_texts(poster: Poster) -> bool:
    return any(part.words or part.items for part in poster.parts)


def _largest(poster: Poster, grid: _Grid, sheet: Sheet) -> _Type | None:
    """The largest type with which every panel has room; None where not even the least has."""
    bodies = sizes(sheet, LARGEST_BODY) if _has_texts(poster) else (sheet.name_size,)
    names = [each for each in sizes(sheet, LARGEST_NAME) if each >= sheet.name_size * LEAST_NAME_ALONE]
    for body in reversed(bodies):
        for name in (each for each in reversed(names) if each >= body * LEAST_NAME or body == bodies[0]):
            found = _Type(body, name)
            if all(_fits(part, grid, found, sheet) for part in poster.parts):
                return found
    return None


def _fits(part: PosterPart, grid: _Grid, of: _Type, sheet: Sheet) -> bool:
    words = part.name.split() if " " in part.name else [part.name]
    unbroken = [em for word in words if (em := width_em(word, 700)) <= UNBROKEN_EM]
    badge = BADGE_EM * _sign_size(grid, of) if grid.form == "stacked" else 0.0
    if badge > grid.texts or any(em * of.name > grid.name(of.name) for em in unbroken):
        return False
    return _height(_panel(part, grid, of, sheet), grid, of) <= grid.height - 2 * sheet.scale


def _sign_size(grid: _Grid, of: _Type) -> float:
    return step_down(grid.sign * of.name)


def _panel(part: PosterPart, grid: _Grid, of: _Type, sheet: Sheet) -> PanelView:
    width, small, sign = grid.texts, sheet.text_for(of.body), _sign_size(grid, of)
    drawn = hatch(part.tone, BAND * sheet.scale, round(grid.height, 2))
    texts = [set_text(part.words, of.body, width, leading=READING)] if part.words else []
    texts += [set_text(part.count, small, width, weight=700, leading=READING)] if part.count else []
    return PanelView(
        f"tone-{part.tone.value}" if part.tone else "",
        drawn.path,
        round(drawn.stroke, 2),
        set_text(part.sign, sign, 2 * sign, weight=700, leading=1.2),
        set_heading(part.name, of.name, grid.name(of.name)),
        tuple(texts),
        tuple(
            ItemView(set_text(item.line, small, width - MARK_EM * small, leading=READING), item.state)
            for item in part.items
        ),
        0.0,
    )


def _height(panel: PanelView, grid: _Grid, of: _Type) -> float:
    """The height in mm of what stands in a panel."""
    sign = _sign_size(grid, of)
    badge = BADGE_EM * sign
    texts = sum(text.height for text in (*panel.texts, *(item.text for item in panel.items)))
    if grid.form == "beside":
        return max(badge, panel.name.height, texts)
    head = max(badge, panel.name.height)
    if grid.form == "stacked":
        head = badge + BADGE_WHITE_EM * sign + panel.name.height
    return head + (OVER_EM * of.name + texts if texts else 0.0)


def _view(poster: Poster, grid: _Grid, of: _Type, intro: tuple[SetText, ...], sheet: Sheet) -> PosterView:
    panels = [_panel(part, grid, of, sheet) for part in poster.parts]
    rows = tuple(
        RowView(
            tuple(_lowered(panels[i : i + grid.across], grid, of)),
            round(grid.height, 2),
            fall(sheet.gutter) if i else 0.0,
        )
        for i in range(0, len(panels), grid.across)
    )
    return PosterView(intro, rows, f"w{grid.across}", BAND * sheet.scale, grid.form)


def _lowered(panels: list[PanelView], grid: _Grid, of: _Type) -> Iterator[PanelView]:
    """The panels of a row, their names on one line, in the middle or, of columns, a little above it."""
    share = 0.5 if grid.across == 1 else 0.42
    tallest = max(_height(panel, grid, of) for panel in panels)
    down = fall(max(0.0, (grid.height - tallest) * share))
    return (replace(panel, down=down) for panel in panels)
