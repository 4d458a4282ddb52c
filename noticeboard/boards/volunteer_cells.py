"""The cells and heads of the board of volunteers, and their heights without any of them drawn.

Teams ─ people_of ▶ line counts ─ heights_of ▶ heights to try sizes on      strips_of ▶ what is drawn
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple, TypeVar

from noticeboard.boards import words
from noticeboard.boards.frame import Room
from noticeboard.boards.lines import UNLIMITED, Texts, line_count
from noticeboard.boards.people import BESIDE, RING, PortraitView, names_of, portrait_of, set_name
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import SetText, heading_height, height_of, set_heading, set_text
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass
from noticeboard.languages import Language

MARK = 1.7
"""Side of the ring beside the name of a team, as a multiple of its size; `.mark` in board.css."""
FACTS = 1.45
"""Line height of the facts of a team."""
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
    portrait: str = ""
    """The photo, by path below the root of the site."""
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

    portrait: PortraitView
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
    scale: float = 1.0
    """By how much rules and white are larger than at 1 m."""


class _Lines(NamedTuple):
    """In how many lines the texts of one person are set."""

    name: int
    post: int
    skills: int
    hours: int


@dataclass(frozen=True)
class People:
    """The texts of all people of a team, for heights without views."""

    name: str
    again: str
    """The name of the team where it goes on."""
    facts: str
    names: Texts
    posts: Texts
    skills: Texts
    hours: Texts
    least: _Lines
    """The fewest lines that anyone's texts take in any room."""

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


def people_of(team: Team, language: Language) -> People:
    texts = (
        names_of(tuple(person.name for person in team.people)),
        Texts((person.post for person in team.people), 700),
        Texts(person.skills for person in team.people),
        Texts(person.hours for person in team.people),
    )
    least = _Lines(*(min(each.lines(UNLIMITED), default=0) for each in texts))
    return People(team.name, _again(team, language), _facts(team, language), *texts, least)


def heights_of(people: tuple[People, ...], room: Room, style: Style) -> tuple[Heights, ...]:
    found: list[Heights] = []
    pad = 2 * _row_pad(style)
    for each in people:
        facts = height_of(line_count(each.facts, room.width / style.text), style.text, FACTS)
        head, again = (_head_height(name, facts, style, room) for name in (each.name, each.again))
        rows = tuple(max(row) + pad for row in _rows(each.heights(style), style))
        found.append(Heights(head, again, rows))
    return tuple(found)


def least_height_of(people: tuple[People, ...], style: Style) -> float:
    """What the heads and rows of all teams are never lower than, in rooms of any width."""
    size = _name_size(style)
    head = size * MARK + height_of(1, style.text, FACTS) + (HEAD_WHITE + RULE) * style.scale
    pad = 2 * _row_pad(style)
    rows = (
        -(-len(each.names.texts) // style.across) * (_person_height(each.least, style) + pad)
        for each in people
    )
    return len(people) * head + sum(rows)


def _head_height(name: str, facts: float, style: Style, room: Room) -> float:
    size = _name_size(style)
    title = heading_height(name, size, _name_room(style, room))
    return max(title, MARK * size) + facts + (HEAD_WHITE + RULE) * style.scale


def _name_size(style: Style) -> float:
    return step_up(style.size * 1.2)


def _name_room(style: Style, room: Room) -> float:
    return room.width - 3 * _name_size(style)


def strips_of(team: Team, style: Style, room: Room) -> dict[int, StripView]:
    """The rows of a team by number, and its heads as `HEAD` and `AGAIN`."""
    people = tuple(_person(person, style) for person in team.people)
    head, again = _heads(team, style, room)
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


def _again(team: Team, language: Language) -> str:
    return team.name + words.CONTINUED.to(language)


def _facts(team: Team, language: Language) -> str:
    separator = "；" if language == "zh" else "; "
    return separator.join((words.TYPES["volunteer"].to(language), *team.facts))


def _heads(team: Team, style: Style, room: Room) -> Iterator[StripView]:
    """The head of a team, and the head where it goes on."""
    size = _name_size(style)
    facts = set_text(_facts(team, room.language), style.text, room.width, leading=FACTS)
    for name in (team.name, _again(team, room.language)):
        title = set_heading(name, size, _name_room(style, room))
        height = _head_height(name, facts.height, style, room)
        yield StripView(TeamHeadView(title, facts, size, height), (), 0.0, height)


def _person(person: Volunteer, style: Style) -> PersonView:
    size = style.size
    space = style.width - BESIDE * size
    name = set_name(person.name, size, space)
    post = set_text(person.post, style.text, space, weight=700) if person.post else None
    skills = set_text(person.skills, style.text, space) if person.skills else None
    hours = set_text(person.hours, size, space) if person.hours else None
    lines = _Lines(*(len(text.lines) if text else 0 for text in (name, post, skills, hours)))
    portrait = portrait_of(person.name, person.surname, person.portrait, size)
    more = tuple(text for text in (skills, hours) if text)
    return PersonView(portrait, name, post, more, _person_height(lines, style))


def _person_height(lines: _Lines, style: Style) -> float:
    more = height_of(lines.skills, style.text) + height_of(lines.hours, style.size)
    height = height_of(lines.name, style.size) + height_of(lines.post, style.text) + more
    return max(height, RING * style.size)
