"""志愿者服务公示栏: the people of each team, with what they can do and the hours they gave.

Equal cells in rows, read from left to right: three people get large cells in the middle of the sheet, thirty
fill it, three hundred go on to further panels under the repeated name of their team. The place of a portrait is
a ring with the surname. Names, skills and hours arrive as each person's consent allows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from noticeboard.boards.fit import Attempt, TooLarge, largest, least_height, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.sheet import step_down
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
    people_of,
    row_height,
    strips_of,
)
from noticeboard.diagnostics import Diagnostic
from noticeboard.languages import Words

__all__ = ["KIND", "CellsView", "Team", "Volunteer", "VolunteerBoard", "lay_out"]

KIND = BoardKind(
    "volunteer",
    Words("志愿者服务公示栏", "volunteer board"),
    "boards/volunteer.html",
    ("a3-landscape",),
)
LEAST_EM, MOST_EM = 9.4, 16.0
"""A cell is at least and, where it can be, at most this many characters wide."""
MOST_CELLS = 8


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


class _Candidate(NamedTuple):
    """A layout that fits: fewer panels, cells not too wide, larger type, rows that come out even."""

    panels: int
    too_wide: bool
    smallness: float
    ragged: int
    style: Style


_Panel = list[tuple[int, int]]
"""The strips of a panel: number of the team, and of the row or `HEAD` or `AGAIN`."""


def lay_out(board: VolunteerBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


def _lay(board: VolunteerBoard, room: Room) -> Attempt[CellsView]:
    people = tuple(people_of(team) for team in board.teams)
    best: _Candidate | None = None
    problem: TooLarge | None = None
    for count in range(1, MOST_CELLS + 1):
        width = room.sheet.column(count)
        if count > 1 and width < LEAST_EM * room.sheet.name_size:
            break
        found = _across(board, people, room, count, best)
        if isinstance(found, TooLarge):
            problem = problem or found
        else:
            best = found or best
    return _panels(board, people, room, best.style) if best else problem or ()


def _across(
    board: VolunteerBoard, people: tuple[People, ...], room: Room, count: int, best: _Candidate | None
) -> _Candidate | TooLarge | None:
    """The layout with `count` cells across, if it is better than `best`."""
    sheet, width = room.sheet, room.sheet.column(count)
    ragged = sum(-len(team.people) % count for team in board.teams)

    def candidate(size: float, panels: int) -> _Candidate:
        style = Style(size, sheet.text_for(size), count, width)
        return _Candidate(panels, width > MOST_EM * size, -size, ragged, style)

    def panels(size: float) -> int | TooLarge:
        if size > sheet.name_size and width < LEAST_EM * size:
            return TooLarge("", LEAST_EM * size, width, across=True)
        style = candidate(size, 1).style
        teams = heights_of(board.teams, people, room, style)
        return _too_large(board, people, room, style, teams) or len(_pour(teams, room.height))

    def worse(size: float, panels: int = 1) -> bool:
        return best is not None and candidate(size, panels)[:4] >= best[:4]

    found = largest(sizes(sheet), panels, worse)
    if found is None or isinstance(found, TooLarge):
        return found
    return None if worse(*found) else candidate(*found)


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
    teams = heights_of(board.teams, people, room, style)
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
