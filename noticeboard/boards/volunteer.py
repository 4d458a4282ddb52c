"""志愿者服务公示栏: the people of each team, with what they can do and the hours they gave.

Equal cells in rows, read from left to right: three people get large cells in the middle of the sheet, thirty
fill it, three hundred go on to further panels under the repeated name of their team. The place of a portrait is
a ring with the surname. Names, skills and hours arrive as each person's consent allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.fit import Attempt, TooLarge, largest, least_height, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.people import set_name
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.languages import Words
from noticeboard.values.names import is_han, surname

KIND = BoardKind(
    "volunteer",
    Words("志愿者服务公示栏", "volunteer board"),
    "boards/volunteer.html",
    ("a3-landscape",),
)
RING = 2.8
"""Side of the ring with the surname in em of the name; `.portrait` in board.css."""
BESIDE = 3.4
"""Ring and the white beside it, in em of the name; `.portrait` in board.css."""
HEAD_WHITE, RULE = 2.0, 1.0
"""Millimetres under the facts of a team, and its rule; `.group-head` in board.css."""
LEAST_EM, MOST_EM = 9.4, 16.0
"""A cell is at least and, where it can be, at most this many characters wide."""
MOST_CELLS = 8


@dataclass(frozen=True)
class Volunteer:
    """One person, as may be shown; empty texts are left out."""

    name: str
    post: str = ""
    skills: str = ""
    hours: str = ""
    surname: str = ""
    """What stands in the ring; empty: told from the name, and where it cannot be told the ring shows 志."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Team:
    """A team and its people; `facts` are short texts such as 24人 and 2020年累计服务312小时."""

    name: str
    facts: tuple[str, ...]
    people: tuple[Volunteer, ...]
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class VolunteerBoard:
    """What the board shows, in this order."""

    teams: tuple[Team, ...]


@dataclass(frozen=True)
class PersonView:
    """One cell."""

    ring: SetText
    name: SetText
    post: SetText | None
    more: tuple[SetText, ...]
    height: float


@dataclass(frozen=True)
class TeamHeadView:
    """The head of a team."""

    name: SetText
    facts: SetText
    mark_size: float
    height: float


@dataclass(frozen=True)
class StripView:
    """One strip of a panel: the head of a team, or a row of people."""

    head: TeamHeadView | None
    people: tuple[PersonView, ...]
    pad: float
    height: float
    centred: bool = False
    """Whether the cells stand in the middle: the only row of its team, and not a full one."""


@dataclass(frozen=True)
class CellsView:
    """The body of one panel; `width` names the class of the cells' width."""

    width: str
    strips: tuple[StripView, ...]
    down: int


class _Style(NamedTuple):
    size: float
    text: float
    across: int
    width: float


class _Candidate(NamedTuple):
    """A layout that fits: fewer panels, cells not too wide, larger type, rows that come out even."""

    panels: int
    too_wide: bool
    smallness: float
    ragged: int
    bodies: Sequence[CellsView]


def lay_out(board: VolunteerBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


def _lay(board: VolunteerBoard, room: Room) -> Attempt[CellsView]:
    fitting: list[_Candidate] = []
    problem: TooLarge | None = None
    for count in range(1, MOST_CELLS + 1):
        width = room.sheet.column(count)
        if count > 1 and width < LEAST_EM * room.sheet.name_size:
            break

        def attempt(size: float, count: int = count, width: float = width) -> Any:
            if size > room.sheet.name_size and width < LEAST_EM * size:
                return TooLarge("", LEAST_EM * size, width, across=True)
            return _panels(board, room, _Style(size, room.sheet.text_for(size), count, width))

        size, bodies = largest(sizes(room.sheet), attempt)
        if isinstance(bodies, TooLarge):
            problem = problem or bodies
            continue
        ragged = sum(-len(team.people) % count for team in board.teams)
        fitting.append(_Candidate(len(bodies), width > MOST_EM * size, -size, ragged, bodies))
    if not fitting:
        return problem or ()
    return min(fitting, key=lambda found: found[:4]).bodies


def _panels(board: VolunteerBoard, room: Room, style: _Style) -> Attempt[CellsView]:
    teams: list[tuple[TeamHeadView, TeamHeadView, tuple[StripView, ...]]] = []
    for team in board.teams:
        people = tuple(_person(person, style) for person in team.people)
        again = team.name + words.CONTINUED.to(room.language)
        head, repeated = _head(team, team.name, style, room), _head(team, again, style, room)
        for person, view in zip(team.people, people, strict=True):
            needs = repeated.height + _strip((view,), style).height
            if needs > room.height:
                return TooLarge(f"{team.name} {person.post}".strip(), needs, room.height, person.origin)
        rows = [people[i : i + style.across] for i in range(0, len(people), style.across)]
        teams.append((head, repeated, tuple(_strip(row, style, len(people) < style.across) for row in rows)))
    full = _pour(teams, room.height)
    needs = max((t[1].height + max((s.height for s in t[2]), default=0.0) for t in teams), default=0.0)
    least = least_height(room.height, needs, lambda h: len(_pour(teams, h)) <= len(full))
    return _bodies(_pour(teams, least), room, style)


def _pour(
    teams: list[tuple[TeamHeadView, TeamHeadView, tuple[StripView, ...]]], height: float
) -> list[list[StripView]]:
    """Strips on panels; the head of a team is never the last strip of a panel and is repeated on the next."""
    panels: list[list[StripView]] = []
    left = 0.0
    for head, repeated, rows in teams:
        first = rows[0].height if rows else 0.0
        strip = StripView(head, (), 0.0, head.height)
        if not panels or head.height + first > left:
            panels.append([])
            left = height
        panels[-1].append(strip)
        left -= head.height
        for row in rows:
            if row.height > left + 1e-6:
                panels.append([StripView(repeated, (), 0.0, repeated.height)])
                left = height - repeated.height
            panels[-1].append(row)
            left -= row.height
    return panels


def _bodies(panels: list[list[StripView]], room: Room, style: _Style) -> tuple[CellsView, ...]:
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


def _strip(people: tuple[PersonView, ...], style: _Style, alone: bool = False) -> StripView:
    pad = step_up(style.size * 0.3)
    return StripView(None, people, pad, max(person.height for person in people) + 2 * pad, alone)


def _head(team: Team, name: str, style: _Style, room: Room) -> TeamHeadView:
    size = step_up(style.size * 1.2)
    title = set_heading(name, size, room.width - 3 * size)
    separator = "；" if room.language == "zh" else "; "
    kind = words.TYPES["volunteer"].to(room.language)
    facts = set_text(separator.join((kind, *team.facts)), style.text, room.width, leading=1.45)
    height = max(title.height, 1.7 * size) + facts.height + HEAD_WHITE + RULE
    return TeamHeadView(title, facts, size, height)


def _person(person: Volunteer, style: _Style) -> PersonView:
    size = style.size
    space = style.width - BESIDE * size
    name = set_name(person.name, size, space)
    post = set_text(person.post, style.text, space, weight=700) if person.post else None
    skills = (set_text(person.skills, style.text, space),) if person.skills else ()
    hours = (set_text(person.hours, size, space),) if person.hours else ()
    more = skills + hours
    height = name.height + (post.height if post else 0.0) + sum(text.height for text in more)
    shown = person.surname or surname(person.name) or _first(person.name)
    ring = set_text(shown, size if len(shown) > 1 else step_up(size * 1.4), 1e6, weight=700)
    return PersonView(ring, name, post, more, max(height, RING * size))


def _first(name: str) -> str:
    # 示例甲同志 and the like: the ring shows what the roster's name begins with, never less than a character
    return name[0] if name and is_han(name[0]) else "志"
