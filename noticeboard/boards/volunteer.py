"""志愿者服务公示栏: the people of each team, with what they can do and the hours they gave.

Equal cells in rows, read from left to right: three people get large cells in the middle of the sheet, thirty
fill it, three hundred go on to further panels under the repeated name of their team. The place of a portrait is
a ring with the surname where there is none. Names, skills, hours and portraits arrive as each consent allows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from noticeboard.boards.fit import Attempt, TooLarge, largest, least_height, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.people import photos_of
from noticeboard.boards.sheet import Sheet, step_down
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.boards.volunteer_cells import (
    AGAIN,
    HEAD,
    Heights,
    People,
    StripView,
    Style,
    Team,
    Volunteer,
    heights_of,
    least_height_of,
    people_of,
    row_height,
    strips_of,
)
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

__all__ = ["KIND", "CellsView", "Team", "Volunteer", "VolunteerBoard", "lay_out"]

KIND = BoardKind(
    "volunteer",
    Words("志愿者服务公示栏", "volunteer board"),
    "boards/volunteer.html",
    ("a3-landscape",),
    Words("各志愿服务队的名册、特长、时长", "rosters of the teams with skills and hours"),
)
LEAST_EM, MOST_EM = 9.4, 16.0
"""A cell is at least and, where it can be, at most this many characters wide."""
MOST_CELLS = 16
ROUNDING = 0.01
"""Millimetres that sums of heights are allowed to differ by, however many rows they have."""


@dataclass(frozen=True)
class VolunteerBoard:
    """What the board shows, in this order."""

    teams: tuple[Team, ...]


@dataclass(frozen=True)
class CellsView:
    """The body of one panel; `width` names the class of the cells' width."""

    width: str
    strips: tuple[StripView, ...]
    down: int


class _Rank(NamedTuple):
    """What makes a layout good: fewer panels, cells not too wide, larger type, rows that come out even."""

    panels: int
    too_wide: bool
    smallness: float
    ragged: int
    across: int


class _Shape(NamedTuple):
    """So many cells of this width across, whatever the size; `ragged` places of last rows stay empty."""

    across: int
    width: float
    ragged: int


class _Candidate(NamedTuple):
    """A layout that fits, and how good it is."""

    rank: _Rank
    style: Style


_Panel = list[tuple[int, int]]
"""The strips of a panel: number of the team, and of the row or `HEAD` or `AGAIN`."""


def lay_out(board: VolunteerBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    view, found = frame_board(KIND, board, frame, lambda room: _lay(board, room))
    photos = photos_of(person.portrait for team in board.teams for person in team.people)
    return (replace(view, photos=photos) if view and photos else view), found


def _lay(board: VolunteerBoard, room: Room) -> Attempt[CellsView]:
    people = tuple(people_of(team, room.language) for team in board.teams)
    ranked = [(_best_rank(shape, people, room), shape) for shape in _shapes(board, room.sheet)]
    problems: dict[_Shape, TooLarge] = {}
    best: _Candidate | None = None
    # what could be best is tried first, so that most others need not be tried
    for rank, shape in sorted(ranked):
        if best and rank >= best.rank:
            break
        found = _across(board, people, room, shape, rank, best)
        if isinstance(found, TooLarge):
            problems[shape] = found
        else:
            best = found or best
    return _panels(board, people, room, best.style) if best else problems[ranked[0][1]]


def _shapes(board: VolunteerBoard, sheet: Sheet) -> list[_Shape]:
    widths = [(count, sheet.column(count)) for count in range(1, MOST_CELLS + 1)]
    return [
        _Shape(count, width, sum(-len(team.people) % count for team in board.teams))
        for count, width in widths
        if count == 1 or width >= LEAST_EM * sheet.name_size
    ]


def _best_rank(shape: _Shape, people: tuple[People, ...], room: Room) -> _Rank:
    """What no layout of this shape is better than, told from widths and from the fewest lines of all people."""
    tried = sizes(room.sheet)
    wide = [size for size in tried if shape.width >= LEAST_EM * size] or tried[:1]

    def least(size: float) -> float:
        return least_height_of(people, _style(shape, room.sheet, size))

    panels = max(1, ceil((least(tried[0]) - ROUNDING) / room.height))
    fitting = bisect_right(wide, panels * room.height + ROUNDING, key=least)
    return _rank(shape, wide[max(fitting - 1, 0)], panels)


def _rank(shape: _Shape, size: float, panels: int) -> _Rank:
    return _Rank(panels, shape.width > MOST_EM * size, -size, shape.ragged, shape.across)


def _style(shape: _Shape, sheet: Sheet, size: float) -> Style:
    return Style(size, sheet.text_for(size), shape.across, shape.width, sheet.scale)


def _across(
    board: VolunteerBoard,
    people: tuple[People, ...],
    room: Room,
    shape: _Shape,
    most: _Rank,
    best: _Candidate | None,
) -> _Candidate | TooLarge | None:
    """The layout of this shape, which is not better than `most`, if it is better than `best`."""
    sheet, width = room.sheet, shape.width

    def panels(size: float) -> int | TooLarge:
        if size > sheet.name_size and width < LEAST_EM * size:
            return TooLarge("", LEAST_EM * size, width, across=True)
        style = _style(shape, sheet, size)
        teams = heights_of(people, room, style)
        return _too_large(board, people, room, style, teams) or len(_pour(teams, room.height))

    def worse(size: float) -> bool:
        return best is not None and _rank(shape, min(size, -most.smallness), most.panels) >= best.rank

    found = largest(sizes(sheet), panels, worse)
    if found is None or isinstance(found, TooLarge):
        return found
    size, count = found
    candidate = _Candidate(_rank(shape, size, count), _style(shape, sheet, size))
    return None if best is not None and candidate.rank >= best.rank else candidate


def _too_large(
    board: VolunteerBoard,
    people: tuple[People, ...],
    room: Room,
    style: Style,
    teams: tuple[Heights, ...],
) -> TooLarge | None:
    """The first person who does not fit on a panel of their own."""
    for team, each, heights in zip(board.teams, people, teams, strict=True):
        if heights.again + max(heights.rows, default=0.0) <= room.height:
            continue
        for person, height in zip(team.people, each.heights(style), strict=True):
            needs = heights.again + row_height((height,), style)
            if needs > room.height:
                return TooLarge(f"{team.name} {person.post}".strip(), needs, room.height, person.origin)
    return None


def _pour(teams: tuple[Heights, ...], height: float) -> list[_Panel]:
    """Strips on panels; the head of a team is never the last strip of a panel and is repeated on the next."""
    panels: list[_Panel] = []
    left = 0.0
    for number, team in enumerate(teams):
        first = team.rows[0] if team.rows else 0.0
        if not panels or team.head + first > left:
            panels.append([])
            left = height
        panels[-1].append((number, HEAD))
        left -= team.head
        for row, needs in enumerate(team.rows):
            if needs > left + 1e-6:
                panels.append([(number, AGAIN)])
                left = height - team.again
            panels[-1].append((number, row))
            left -= needs
    return panels


def _panels(
    board: VolunteerBoard, people: tuple[People, ...], room: Room, style: Style
) -> tuple[CellsView, ...]:
    """The panels drawn: rows as even as they can be on the number of panels that is needed."""
    teams = heights_of(people, room, style)
    count = len(_pour(teams, room.height))
    needs = max((team.again + max(team.rows, default=0.0) for team in teams), default=0.0)
    least = least_height(room.height, needs, lambda h: len(_pour(teams, h)) <= count)
    strips = tuple(strips_of(team, style, room) for team in board.teams)
    panels = [[strips[team][row] for team, row in panel] for panel in _pour(teams, least)]
    return _bodies(panels, room, style)


def _bodies(panels: list[list[StripView]], room: Room, style: Style) -> tuple[CellsView, ...]:
    extra = style.size
    for panel in panels:
        rows = sum(1 for strip in panel if strip.people)
        left = room.height - sum(strip.height for strip in panel)
        extra = min(extra, left / (2 * rows)) if rows else extra
    extra = max(0.0, step_down(extra))
    bodies = tuple(tuple(_padded(strip, extra) for strip in panel) for panel in panels)
    left = room.height - sum(strip.height for strip in bodies[0]) if len(bodies) == 1 else 0.0
    return tuple(CellsView(f"w{style.across}", body, lowered(left)) for body in bodies)


def _padded(strip: StripView, extra: float) -> StripView:
    if not strip.people:
        return strip
    return replace(strip, pad=strip.pad + extra, height=strip.height + 2 * extra)
