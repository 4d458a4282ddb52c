"""组织建设公示栏: who holds which post in each organization, what the post answers for, whom to call.

Organizations stand side by side in columns; one that is longer than its column goes on in the next one under
its repeated name, and from the last column to the next panel. Rows are shared out evenly, so that no column
holds a lonely last row. A vacancy is said in words. Names arrive as they may be shown; nothing is withheld here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.columns import Column, Slice, Stack, column_height, pour_evenly, tallest_row
from noticeboard.boards.fit import Attempt, TooLarge, largest, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.people import NAME_WHITE, name_column, set_name
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.languages import Words

KIND = BoardKind(
    "organization",
    Words("组织建设公示栏", "organization board"),
    "boards/organization.html",
    ("a3-landscape",),
)
OrganizationType = Literal["party", "self_governing", "volunteer"]
MARKS: dict[str, str] = {"party": "党", "self_governing": "居", "volunteer": "志"}
RULE = 1.0
"""Thickness in mm of the rule under an organization's name; `.group-head` in board.css says the same."""
HAIR = 0.25
"""Thickness in mm of the rule under a row; `.row` in board.css says the same."""
RING = 1.7
"""Side of the ring beside an organization's name, as a multiple of its size; `.mark` in board.css."""
MOST_COLUMNS = 4
LEAST_EM, MOST_EM = 16.0, 30.0
"""A column is at least and, where it can be, at most this many characters wide."""
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
class OrganizationBoard:
    """What the board shows, in this order."""

    organizations: tuple[Organization, ...]


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


@dataclass(frozen=True)
class ColumnsView:
    """The body of one panel: columns of groups; `width` names the class of their width."""

    width: str
    white: float
    """Millimetres between two organizations of a column."""
    columns: tuple[tuple[GroupView, ...], ...]
    down: int
    """Millimetres by which a body that does not fill its sheet stands lower."""
    centred: bool
    """Whether columns that do not fill the width stand in its middle: on a board of one panel."""


class _Style(NamedTuple):
    """The measures that one attempt tries, in mm; `who` is the column of names in em."""

    size: float
    text: float
    across: int
    width: float
    who: float
    apart: bool


class _Candidate(NamedTuple):
    """A layout that fits, ordered by what makes it good: fewer panels, lines not too long, whole groups, size."""

    panels: int
    too_wide: bool
    broken: int
    """How many organizations go on in another column of the same panel."""
    piled: bool
    """Whether one of three organizations, or of fewer, stands below another and not beside it."""
    smallness: float
    across: int
    stacked: bool
    bodies: Sequence[ColumnsView]


def lay_out(board: OrganizationBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


def _lay(board: OrganizationBoard, room: Room) -> Attempt[ColumnsView]:
    who = name_column(tuple(post.name for o in board.organizations for post in o.posts))
    fitting: list[_Candidate] = []
    problem: TooLarge | None = None
    for count in range(1, MOST_COLUMNS + 1):
        width = room.sheet.column(count)
        if count > 1 and width < LEAST_EM * room.sheet.name_size:
            break
        for apart in (True, False):

            def attempt(size: float, apart: bool = apart, count: int = count, width: float = width) -> Any:
                if size > room.sheet.name_size and width < LEAST_EM * size:
                    return TooLarge("", LEAST_EM * size, width)
                return _panels(board, room, _Style(size, room.sheet.text_for(size), count, width, who, apart))

            size, bodies = largest(sizes(room.sheet), attempt)
            if isinstance(bodies, TooLarge):
                problem = problem or bodies
            else:
                wide = width > MOST_EM * size
                broken = sum(_continued(body) for body in bodies)
                piled = len(board.organizations) <= 3 and any(len(c) > 1 for b in bodies for c in b.columns)
                found = _Candidate(len(bodies), wide, broken, piled, -size, count, not apart, bodies)
                fitting.append(found)
    if not fitting:
        return problem or ()
    return min(fitting, key=lambda found: found[:-1]).bodies


def _continued(body: ColumnsView) -> int:
    """How many groups go on from another column of the same panel."""
    return sum(column[0].continued for column in body.columns[1:])


def _panels(board: OrganizationBoard, room: Room, style: _Style) -> Attempt[ColumnsView]:
    groups = tuple(_group(organization, style, room) for organization in board.organizations)
    stacks = tuple(Stack(group.height, tuple(row.height for row in group.rows)) for group in groups)
    for organization, stack in zip(board.organizations, stacks, strict=True):
        for post, row in zip(organization.posts, stack.rows, strict=True):
            if stack.head + row > room.height:
                return TooLarge(
                    f"{organization.name} {post.post}", stack.head + row, room.height, post.origin
                )
        if stack.head > room.height:
            return TooLarge(organization.name, stack.head, room.height, organization.origin)
    white = 2 * style.size
    if style.apart:
        groups = _aligned(groups)
        stacks = tuple(Stack(group.height, stack.rows) for group, stack in zip(groups, stacks, strict=True))
        if tallest_row(stacks) > room.height:
            return TooLarge(board.organizations[0].name, tallest_row(stacks), room.height)
    columns = pour_evenly(stacks, room.height, white, style.across, apart=style.apart)
    extra = _spare(columns, stacks, white, room.height, style.size)
    chosen = tuple(tuple(_part(groups[s.group], s, extra, style) for s in column) for column in columns)
    bodies = [chosen[i : i + style.across] for i in range(0, len(chosen), style.across)]
    left = room.height - max(_column_height(column, white) for column in chosen) if len(bodies) == 1 else 0.0
    width = f"w{style.across}"
    return tuple(ColumnsView(width, white, body, lowered(left), len(bodies) == 1) for body in bodies)


def _aligned(groups: tuple[GroupView, ...]) -> tuple[GroupView, ...]:
    """The groups with heads that end at one height, so that the rules of neighbouring columns meet."""
    most = max(group.height for group in groups)
    return tuple(replace(group, height=most) for group in groups)


def _column_height(column: tuple[GroupView, ...], white: float) -> float:
    return sum(g.height + sum(row.height for row in g.rows) for g in column) + white * (len(column) - 1)


def _spare(
    columns: Sequence[Column], stacks: tuple[Stack, ...], white: float, height: float, size: float
) -> float:
    """The millimetres by which every row may be padded further, above and below, on all columns alike."""
    spare = size * 0.5
    for column in columns:
        rows = sum(s.stop - s.start for s in column)
        if rows:
            spare = min(spare, (height - column_height(column, stacks, white)) / (2 * rows))
    return max(0.0, step_down(spare))


def _part(group: GroupView, part: Slice, extra: float, style: _Style) -> GroupView:
    rows = tuple(
        replace(row, pad=row.pad + extra, height=row.height + 2 * extra)
        for row in group.rows[part.start : part.stop]
    )
    name = group.again if part.start and group.again else group.name
    down = step_down(group.height - _head_height(name, group.facts)) if style.apart else 0.0
    return replace(group, name=name, rows=rows, down=down, continued=part.start > 0, again=None)


def _head_height(name: SetText, facts: SetText) -> float:
    return max(name.height, name.size * RING) + facts.height + RULE + HEAD_WHITE


def _head_room(style: _Style) -> float:
    # room for （续） is kept from the start, so that a head does not grow where its group goes on
    size = step_up(style.size * 1.2)
    return style.width - size * (RING + 0.6)


def _group(organization: Organization, style: _Style, room: Room) -> GroupView:
    size = step_up(style.size * 1.2)
    continued = organization.name + words.CONTINUED.to(room.language)
    longest = set_heading(continued, size, _head_room(style))
    name = set_heading(organization.name, size, _head_room(style))
    separator = "；" if room.language == "zh" else "; "
    kind = words.TYPES[organization.type].to(room.language)
    facts = set_text(separator.join((kind, *organization.facts)), style.text, style.width, leading=1.45)
    head = _head_height(longest, facts)
    rows = tuple(_row(post, style, room) for post in organization.posts)
    mark = MARKS[organization.type]
    return GroupView(organization.type, mark, size, name, facts, rows, head, again=longest)


def _row(post: Post, style: _Style, room: Room) -> PostView:
    size, text = style.size, style.text
    vacant = set_text(words.VACANT.to(room.language), size, style.who * size, weight=700)
    name = set_name(post.name, size, style.who * size) if post.name else vacant
    space = style.width - (style.who + NAME_WHITE) * size
    phone = set_text(post.office_phone, size, space) if post.office_phone else None
    title = set_text(post.post, size, space)
    beside = phone is not None and title.width + phone.width + size <= space
    more = tuple(set_text(part, text, space, leading=1.45) for part in (post.answers_for, post.also) if part)
    height = title.height + sum(part.height for part in more)
    if phone and not beside:
        height += phone.height
    pad = step_up(size * 0.15)
    height = max(height, name.height) + 2 * pad + HAIR
    return PostView(name, f"who-{style.who:.0f}", not post.name, title, phone, beside, more, pad, height)
