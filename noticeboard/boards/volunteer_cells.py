"""The cells and heads of the board of volunteers, and their heights without any of them drawn.

Teams ─ people_of ▶ line counts ─ heights_of ▶ heights to try sizes on      strips_of ▶ what is drawn
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeVar

from noticeboard.boards import words
from noticeboard.boards.frame import Room
from noticeboard.boards.lines import Texts
from noticeboard.boards.people import names_of, set_name
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import SetText, height_of, set_heading, set_text
from noticeboard.diagnostics import Origin
from noticeboard.values.names import is_han, surname

RING = 2.8
"""Side of the ring with the surname in em of the name; `.portrait` in board.css."""
BESIDE = 3.4
"""Ring and the white beside it, in em of the name; `.portrait` in board.css."""
HEAD_WHITE, RULE = 2.0, 1.0
"""Millimetres under the facts of a team, and its rule; `.group-head` in board.css."""


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


class Style(NamedTuple):
    size: float
    text: float
    across: int
    width: float


class _Lines(NamedTuple):
    """In how many lines the texts of one person are set."""

    name: int
    post: int
    skills: int
    hours: int


@dataclass(frozen=True)
class People:
    """The texts of all people of a team, for heights without views."""

    names: Texts
    posts: Texts
    skills: Texts
    hours: Texts

    def heights(self, style: Style) -> list[float]:
        """The height of each person."""
        space = style.width - BESIDE * style.size
        large, small = space / style.size, space / style.text
        lines = list(
            zip(
                self.names.lines(large),
                self.posts.lines(small),
                self.skills.lines(small),
                self.hours.lines(large),
                strict=True,
            )
        )
        heights = {each: _person_height(_Lines(*each), style) for each in set(lines)}
        return [heights[each] for each in lines]


class Heights(NamedTuple):
    """The heights in mm of a team: its head, the head where it goes on, each row of people."""

    head: float
    again: float
    rows: tuple[float, ...]


Cell = TypeVar("Cell")
HEAD, AGAIN = -1, -2


def people_of(team: Team) -> People:
    return People(
        names_of(tuple(person.name for person in team.people)),
        Texts((person.post for person in team.people), 700),
        Texts(person.skills for person in team.people),
        Texts(person.hours for person in team.people),
    )


def heights_of(
    teams: tuple[Team, ...], people: tuple[People, ...], room: Room, style: Style
) -> tuple[Heights, ...]:
    found: list[Heights] = []
    for team, each in zip(teams, people, strict=True):
        head, again = _heads(team, style, room)
        rows = tuple(row_height(row, style) for row in _rows(each.heights(style), style))
        found.append(Heights(head.height, again.height, rows))
    return tuple(found)


def strips_of(team: Team, style: Style, room: Room) -> dict[int, StripView]:
    """The rows of a team by number, and its heads as `HEAD` and `AGAIN`."""
    people = tuple(_person(person, style) for person in team.people)
    head, again = (StripView(head, (), 0.0, head.height) for head in _heads(team, style, room))
    rows = (_strip(row, style, len(people) < style.across) for row in _rows(people, style))
    return {HEAD: head, AGAIN: again, **dict(enumerate(rows))}


def _strip(people: Sequence[PersonView], style: Style, alone: bool = False) -> StripView:
    height = row_height([person.height for person in people], style)
    return StripView(None, tuple(people), _row_pad(style), height, alone)


def _rows(cells: Sequence[Cell], style: Style) -> Iterator[Sequence[Cell]]:
    return (cells[i : i + style.across] for i in range(0, len(cells), style.across))


def _row_pad(style: Style) -> float:
    return step_up(style.size * 0.3)


def row_height(heights: Sequence[float], style: Style) -> float:
    return max(heights) + 2 * _row_pad(style)


def _heads(team: Team, style: Style, room: Room) -> tuple[TeamHeadView, TeamHeadView]:
    """The head of a team, and the head where it goes on."""
    separator = "；" if room.language == "zh" else "; "
    facts = separator.join((words.TYPES["volunteer"].to(room.language), *team.facts))
    again = team.name + words.CONTINUED.to(room.language)
    size, width = style.size, room.width
    return _head(team.name, facts, size, style.text, width), _head(again, facts, size, style.text, width)


@lru_cache(maxsize=1_000)
def _head(name: str, facts: str, person_size: float, text_size: float, width: float) -> TeamHeadView:
    # the same for every number of cells across
    size = step_up(person_size * 1.2)
    title = set_heading(name, size, width - 3 * size)
    below = set_text(facts, text_size, width, leading=1.45)
    height = max(title.height, 1.7 * size) + below.height + HEAD_WHITE + RULE
    return TeamHeadView(title, below, size, height)


def _person(person: Volunteer, style: Style) -> PersonView:
    size = style.size
    space = style.width - BESIDE * size
    name = set_name(person.name, size, space)
    post = set_text(person.post, style.text, space, weight=700) if person.post else None
    skills = set_text(person.skills, style.text, space) if person.skills else None
    hours = set_text(person.hours, size, space) if person.hours else None
    lines = _Lines(*(len(text.lines) if text else 0 for text in (name, post, skills, hours)))
    shown = person.surname or surname(person.name) or _first(person.name)
    ring = set_text(shown, size if len(shown) > 1 else step_up(size * 1.4), 1e6, weight=700)
    more = tuple(text for text in (skills, hours) if text)
    return PersonView(ring, name, post, more, _person_height(lines, style))


def _person_height(lines: _Lines, style: Style) -> float:
    more = height_of(lines.skills, style.text) + height_of(lines.hours, style.size)
    height = height_of(lines.name, style.size) + height_of(lines.post, style.text) + more
    return max(height, RING * style.size)


def _first(name: str) -> str:
    # 示例甲同志 and the like: the ring shows what the roster's name begins with, never less than a character
    return name[0] if name and is_han(name[0]) else "志"
