"""The head and the rows of one organization, and their heights without any of them drawn.

Organization + Style ─ stack_of ▶ heights to try sizes on      group_of ▶ what is drawn
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.columns import Stack
from noticeboard.boards.frame import Room
from noticeboard.boards.lines import line_count
from noticeboard.boards.people import NAME_WHITE, names_of, set_name
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import SetText, height_of, set_heading, set_text
from noticeboard.diagnostics import Origin

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


def head_height(name: SetText, facts: SetText) -> float:
    return max(name.height, name.size * RING) + facts.height + RULE + HEAD_WHITE


class _HeadTexts(NamedTuple):
    """The head of an organization; `longest` is its name where it goes on."""

    name: SetText
    longest: SetText
    facts: SetText


def _head(organization: Organization, style: Style, room: Room) -> _HeadTexts:
    # room for （续） is kept from the start, so that a head does not grow where its group goes on
    size = step_up(style.size * 1.2)
    head_room = style.width - size * (RING + 0.6)
    continued = organization.name + words.CONTINUED.to(room.language)
    separator = "；" if room.language == "zh" else "; "
    kind = words.TYPES[organization.type].to(room.language)
    return _HeadTexts(
        set_heading(organization.name, size, head_room),
        set_heading(continued, size, head_room),
        set_text(separator.join((kind, *organization.facts)), style.text, style.width, leading=1.45),
    )


def stack_of(organization: Organization, style: Style, room: Room) -> Stack:
    """The heights of what `group_of` draws."""
    _, longest, facts = _head(organization, style, room)
    vacant = words.VACANT.to(room.language)
    names = names_of(tuple(post.name or vacant for post in organization.posts)).lines(
        style.who * style.size / style.size
    )
    heights: dict[tuple[object, ...], float] = {}
    rows = []
    for post, lines in zip(organization.posts, names, strict=True):
        key = (post.post, post.office_phone, post.answers_for, post.also, lines)
        if key not in heights:
            heights[key] = _row_height(_lines(post, lines, style), style)
        rows.append(heights[key])
    return Stack(head_height(longest, facts), tuple(rows))


def _lines(post: Post, name: int, style: Style) -> _Lines:
    """In how many lines `_row` sets the texts of a post, its name in `name`."""
    space = _beside_name(style)
    large, small = space / style.size, space / style.text
    phone = line_count(post.office_phone, large)
    if phone and _row_texts(post, style).beside:
        phone = 0
    more = line_count(post.answers_for, small), line_count(post.also, small)
    return _Lines(name, line_count(post.post or "-", large), phone, more)


def group_of(organization: Organization, style: Style, room: Room) -> GroupView:
    name, longest, facts = _head(organization, style, room)
    rows = tuple(_row(post, style, room) for post in organization.posts)
    mark, size = MARKS[organization.type], step_up(style.size * 1.2)
    head = head_height(longest, facts)
    return GroupView(organization.type, mark, size, name, facts, rows, head, again=longest)


class _RowTexts(NamedTuple):
    """What stands beside a name; `beside` as in `PostView`."""

    post: SetText
    phone: SetText | None
    beside: bool
    more: tuple[SetText, ...]


def _beside_name(style: Style) -> float:
    return style.width - (style.who + NAME_WHITE) * style.size


def _row_texts(post: Post, style: Style) -> _RowTexts:
    size, space = style.size, _beside_name(style)
    phone = set_text(post.office_phone, size, space) if post.office_phone else None
    title = set_text(post.post, size, space)
    beside = phone is not None and title.width + phone.width + size <= space
    parts = (part for part in (post.answers_for, post.also) if part)
    return _RowTexts(
        title, phone, beside, tuple(set_text(part, style.text, space, leading=MORE) for part in parts)
    )


class _Lines(NamedTuple):
    """In how many lines the texts of a post are set; a phone that stands beside the post takes none."""

    name: int
    post: int
    phone: int
    more: tuple[int, ...]


def _row_height(lines: _Lines, style: Style) -> float:
    height = height_of(lines.post, style.size)
    height += sum(height_of(each, style.text, MORE) for each in lines.more)
    height += height_of(lines.phone, style.size)
    return max(height, height_of(lines.name, style.size)) + 2 * _row_pad(style) + HAIR


def _row_pad(style: Style) -> float:
    return step_up(style.size * 0.15)


def _row(post: Post, style: Style, room: Room) -> PostView:
    size = style.size
    vacant = set_text(words.VACANT.to(room.language), size, style.who * size, weight=700)
    name = set_name(post.name, size, style.who * size) if post.name else vacant
    texts = _row_texts(post, style)
    phone = len(texts.phone.lines) if texts.phone and not texts.beside else 0
    more = tuple(len(part.lines) for part in texts.more)
    height = _row_height(_Lines(len(name.lines), len(texts.post.lines), phone, more), style)
    who = f"who-{style.who:.0f}"
    return PostView(
        name, who, not post.name, texts.post, texts.phone, texts.beside, texts.more, _row_pad(style), height
    )
