"""The head and the rows of one organization, and their heights without any of them drawn.

Organization ─ texts_of ─ stack_of ▶ heights to try sizes on      group_of ▶ what is drawn
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.columns import Stack
from noticeboard.boards.frame import Room
from noticeboard.boards.lines import Texts, line_count
from noticeboard.boards.measure import remembered
from noticeboard.boards.people import NAME_WHITE, names_of, set_name
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import (
    SetText,
    heading_height,
    height_of,
    longest_line,
    set_heading,
    set_text,
)
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass
from noticeboard.languages import Language

OrganizationType = Literal["party", "self_governing", "volunteer"]
MARKS: dict[str, str] = {"party": "党", "self_governing": "居", "volunteer": "志"}
RULE = 1.0
"""Thickness in mm of the rule under an organization's name; `.group-head` in board.css says the same."""
HAIR = 0.25
"""Thickness in mm of the rule under a row; `.row` in board.css says the same."""
RING = 1.7
"""Side of the ring beside an organization's name, as a multiple of its size; `.mark` in board.css."""
MORE = 1.45
"""Line height of duties and other posts."""
FACTS = 1.45
"""Line height of the facts of an organization."""
HEAD_WHITE = 2.0
"""Millimetres of white between the facts of an organization and its rule; `.group-head` in board.css."""


@dataclass(frozen=True)
class Post:
    """One post: `name` as it may be shown, empty when vacant."""

    post: str
    name: str
    also: str = ""
    answers_for: str = ""
    office_phone: str = ""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Organization:
    """One organization; `facts` are short texts such as 2020年6月成立 and 任期至2023年6月."""

    type: OrganizationType
    name: str
    facts: tuple[str, ...]
    posts: tuple[Post, ...]
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class PostView:
    """One row: the name left; post, phone, duty and other posts at its right."""

    who: SetText
    who_css: str
    vacant: bool
    post: SetText
    phone: SetText | None
    beside: bool
    """Whether the phone stands on the line of the post."""
    more: tuple[SetText, ...]
    pad: float
    height: float

    def padded(self, extra: float) -> PostView:
        """The same row with `extra` mm more white above and below; `replace` takes three times as long."""
        return PostView(
            self.who,
            self.who_css,
            self.vacant,
            self.post,
            self.phone,
            self.beside,
            self.more,
            self.pad + extra,
            self.height + 2 * extra,
        )


@dataclass(frozen=True)
class GroupView:
    """An organization, or the part of it that stands in one column."""

    type: str
    mark: str
    mark_size: float
    name: SetText
    facts: SetText
    rows: tuple[PostView, ...]
    height: float
    """Of the head alone, with room for （续）."""
    down: float = 0.0
    """Millimetres by which the head stands lower than its column."""
    continued: bool = False
    """Whether it goes on from the column before."""
    again: SetText | None = None
    """Its name where it goes on."""


class Style(NamedTuple):
    """The measures that one attempt tries, in mm; `who` is the column of names in em."""

    size: float
    text: float
    across: int
    width: float
    who: float
    apart: bool
    scale: float = 1.0
    """By how much rules and white are larger than at 1 m."""


def head_height(name: SetText, facts: SetText, scale: float) -> float:
    return max(name.height, name.size * RING) + facts.height + (RULE + HEAD_WHITE) * scale


def _head_height(name: float, facts: float, style: Style) -> float:
    return max(name, _name_size(style) * RING) + facts + (RULE + HEAD_WHITE) * style.scale


@dataclass(frozen=True)
class GroupTexts:
    """The texts of one organization, for heights without views; posts that read alike are measured once."""

    name: str
    """Its name where it goes on: room for （续） is kept from the start, so that no head grows."""
    facts: str
    names: Texts
    posts: tuple[str, ...]
    """The posts that differ, each with its phone, duty and other posts in the texts below."""
    phones: tuple[str, ...]
    titles: Texts
    duties: Texts
    also: Texts
    kinds: tuple[int, ...]
    """Of each row the number of its post."""


def texts_of(organization: Organization, language: Language) -> GroupTexts:
    vacant = words.VACANT.to(language)
    rows = [(post.post, post.office_phone, post.answers_for, post.also) for post in organization.posts]
    kinds = {row: number for number, row in enumerate(dict.fromkeys(rows))}
    posts, phones, duties, also = zip(*kinds, strict=True) if kinds else ((), (), (), ())
    return GroupTexts(
        name=organization.name + words.CONTINUED.to(language),
        facts=_facts(organization, language),
        names=names_of(tuple(post.name or vacant for post in organization.posts)),
        posts=posts,
        phones=phones,
        titles=Texts(post or "-" for post in posts),
        duties=Texts(duties),
        also=Texts(also),
        kinds=tuple(kinds[row] for row in rows),
    )


def _facts(organization: Organization, language: Language) -> str:
    separator = "；" if language == "zh" else "; "
    return separator.join((words.TYPES[organization.type].to(language), *organization.facts))


def _name_size(style: Style) -> float:
    return step_up(style.size * 1.2)


def _name_room(style: Style) -> float:
    return style.width - _name_size(style) * (RING + 0.6)


def stack_of(texts: GroupTexts, style: Style) -> Stack:
    """The heights of what `group_of` draws."""
    name = heading_height(texts.name, _name_size(style), _name_room(style))
    facts = height_of(line_count(texts.facts, style.width / style.text), style.text, FACTS)
    beside = _heights_beside_names(texts, style)
    names = texts.names.lines(style.who * style.size / style.size)
    rows = list(zip(texts.kinds, names, strict=True))
    heights = {(kind, lines): _row_height(beside[kind], lines, style) for kind, lines in set(rows)}
    return Stack(_head_height(name, facts, style), tuple(heights[row] for row in rows))


def _heights_beside_names(texts: GroupTexts, style: Style) -> list[float]:
    space = _beside_name(style)
    large, small = space / style.size, space / style.text
    parts = zip(
        texts.posts,
        texts.phones,
        texts.titles.lines(large),
        texts.duties.lines(small),
        texts.also.lines(small),
        strict=True,
    )
    return [
        _height_beside(_Lines(title, _phone_lines(post, phone, style), (duty, also)), style)
        for post, phone, title, duty, also in parts
    ]


def _phone_lines(post: str, phone: str, style: Style) -> int:
    if not phone or _is_beside(post, phone, style):
        return 0
    return line_count(phone, _beside_name(style) / style.size)


def _is_beside(post: str, phone: str, style: Style) -> bool:
    """Whether a phone has room on the line of its post."""
    size, space = style.size, _beside_name(style)
    return longest_line(post, size, space) + longest_line(phone, size, space) + size <= space


def group_of(organization: Organization, style: Style, room: Room) -> GroupView:
    size, head_room = _name_size(style), _name_room(style)
    name = set_heading(organization.name, size, head_room)
    again = set_heading(organization.name + words.CONTINUED.to(room.language), size, head_room)
    facts = set_text(_facts(organization, room.language), style.text, style.width, leading=FACTS)
    rows = tuple(_row(post, style, room) for post in organization.posts)
    head = _head_height(again.height, facts.height, style)
    return GroupView(organization.type, MARKS[organization.type], size, name, facts, rows, head, again=again)


class _RowTexts(NamedTuple):
    """What stands beside a name; `beside` as in `PostView`."""

    post: SetText
    phone: SetText | None
    beside: bool
    more: tuple[SetText, ...]
    height: float


def _beside_name(style: Style) -> float:
    return style.width - (style.who + NAME_WHITE) * style.size


@remembered
def _row_texts(post: str, phone: str, parts: tuple[str, ...], style: Style) -> _RowTexts:
    """Remembered, for the posts of one compound are much like those of another."""
    size, space = style.size, _beside_name(style)
    number = set_text(phone, size, space) if phone else None
    title = set_text(post, size, space)
    beside = number is not None and _is_beside(post, phone, style)
    more = tuple(set_text(part, style.text, space, leading=MORE) for part in parts if part)
    below = len(number.lines) if number and not beside else 0
    lines = _Lines(len(title.lines), below, tuple(len(part.lines) for part in more))
    return _RowTexts(title, number, beside, more, _height_beside(lines, style))


class _Lines(NamedTuple):
    """In how many lines the texts beside a name are set; a phone that stands beside the post takes none."""

    post: int
    phone: int
    more: tuple[int, ...]


def _height_beside(lines: _Lines, style: Style) -> float:
    height = height_of(lines.post, style.size)
    height += sum(height_of(each, style.text, MORE) for each in lines.more)
    return height + height_of(lines.phone, style.size)


def _row_height(beside: float, name: int, style: Style) -> float:
    """The height of a row with its name in so many lines."""
    return max(beside, height_of(name, style.size)) + 2 * _row_pad(style) + HAIR * style.scale


def _row_pad(style: Style) -> float:
    return step_up(style.size * 0.15)


def _row(post: Post, style: Style, room: Room) -> PostView:
    size = style.size
    vacant = set_text(words.VACANT.to(room.language), size, style.who * size, weight=700)
    name = set_name(post.name, size, style.who * size) if post.name else vacant
    texts = _row_texts(post.post, post.office_phone, (post.answers_for, post.also), style)
    height = _row_height(texts.height, len(name.lines), style)
    who = f"who-{style.who:.0f}"
    return PostView(
        name, who, not post.name, texts.post, texts.phone, texts.beside, texts.more, _row_pad(style), height
    )
