"""组织建设公示栏: who holds which post in each organization, what the post answers for, whom to call.

Organizations stand side by side in columns; one that is longer than its column goes on in the next one under
its repeated name, and from the last column to the next panel. Rows are shared out evenly, so that no column
holds a lonely last row. A vacancy is said in words. Names arrive as they may be shown; nothing is withheld here.

Columns are tried in the order of what they could reach at best, told from widths and numbers alone: the first is
nearly always taken, and then no other needs to be measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from noticeboard.boards.columns import Column, Slice, Stack, column_height, pour, pour_evenly, tallest_row
from noticeboard.boards.fit import Attempt, TooLarge, largest, lowered, sizes
from noticeboard.boards.frame import BoardFrame, Room, frame_board
from noticeboard.boards.organization_groups import (
    GroupView,
    Organization,
    Post,
    Style,
    group_of,
    head_height,
    stack_of,
    texts_of,
)
from noticeboard.boards.people import name_column
from noticeboard.boards.sheet import Sheet, step_down
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

__all__ = ["KIND", "Organization", "OrganizationBoard", "Post", "lay_out"]

KIND = BoardKind(
    "organization",
    Words("组织建设公示栏", "organization board"),
    "boards/organization.html",
    ("a3-landscape",),
    Words(
        "三类组织：职务、姓名、职责、办公电话、空缺",
        "the organizations: posts, names, duties, phones, vacancies",
    ),
)
MOST_COLUMNS = 8
LEAST_EM, MOST_EM = 15.9, 30.0
"""A column is at least and, where it can be, at most this many characters wide: three stand on 80×120 upright."""
ALONE_EM = 32.0
"""The same of the only column of a narrow sheet, such as a roll-up."""


@dataclass(frozen=True)
class OrganizationBoard:
    """What the board shows, in this order."""

    organizations: tuple[Organization, ...]


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


class _Shape(NamedTuple):
    """Columns as `Style` has them, whatever the size."""

    across: int
    width: float
    who: float
    apart: bool


class _Rank(NamedTuple):
    """What makes a layout good: fewer panels, lines not too long, whole groups, size."""

    panels: int
    too_wide: bool
    broken: int
    """How many organizations go on in another column of the same panel."""
    piled: bool
    """Whether on a lying sheet one of three organizations, or of fewer, stands below another and not beside it."""
    smallness: float
    across: int
    stacked: bool


class _Candidate(NamedTuple):
    """A layout that fits, and how good it is."""

    rank: _Rank
    style: Style
    stacks: tuple[Stack, ...]
    columns: tuple[Column, ...]


_Measure = Callable[[Style], tuple[Stack, ...]]
"""The heights of all organizations, not yet aligned; remembered, since the same style is asked for again."""


def lay_out(board: OrganizationBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return frame_board(KIND, board, frame, lambda room: _lay(board, room))


def _lay(board: OrganizationBoard, room: Room) -> Attempt[ColumnsView]:
    texts = tuple(texts_of(organization, room.language) for organization in board.organizations)

    @cache
    def measure(style: Style) -> tuple[Stack, ...]:
        return tuple(stack_of(each, style) for each in texts)

    count = len(board.organizations)
    who = name_column(tuple(post.name for o in board.organizations for post in o.posts))
    ranked = [(_best_rank(shape, count, room.sheet), shape) for shape in _shapes(room.sheet, who)]
    problems: dict[_Shape, TooLarge] = {}
    best: _Candidate | None = None
    # what could be best is tried first, so that most others need not be tried
    for rank, shape in sorted(ranked):
        if best and rank >= best.rank:
            break
        found = _across(board, room, measure, shape, best)
        if isinstance(found, TooLarge):
            problems[shape] = found
        else:
            best = found or best
    return _panels(board, room, best) if best else problems[ranked[0][1]]


@lru_cache(maxsize=64)
def _shapes(sheet: Sheet, who: float) -> tuple[_Shape, ...]:
    widths = [(count, sheet.column(count)) for count in range(1, MOST_COLUMNS + 1)]
    return tuple(
        _Shape(count, width, who, apart)
        for count, width in widths
        if count == 1 or width >= LEAST_EM * sheet.name_size
        for apart in (True, False)
    )


@lru_cache(maxsize=256)
def _sizes(width: float, sheet: Sheet) -> tuple[float, ...]:
    """The sizes at which a column of this width is wide enough, and the least size in any case."""
    least, *others = sizes(sheet)
    return least, *(size for size in others if width >= LEAST_EM * size)


def _best_rank(shape: _Shape, organizations: int, sheet: Sheet, most: float = inf) -> _Rank:
    """What no layout of this shape is better than, in type of at most `most` mm."""
    size = min(most, _sizes(shape.width, sheet)[-1])
    panels = -(-organizations // shape.across) if shape.apart else 1
    piled = sheet.landscape and organizations <= 3 and organizations > panels * shape.across
    return _rank(shape, size, panels, 0, piled)


def _rank(shape: _Shape, size: float, panels: int, broken: int, piled: bool) -> _Rank:
    too_wide = shape.width > (MOST_EM if shape.across > 1 else ALONE_EM) * size
    return _Rank(panels, too_wide, broken, piled, -size, shape.across, not shape.apart)


def _across(
    board: OrganizationBoard, room: Room, measure: _Measure, shape: _Shape, best: _Candidate | None
) -> _Candidate | TooLarge | None:
    """The layout in columns of this shape, if it is better than `best`."""
    sheet, organizations = room.sheet, len(board.organizations)

    def style(size: float) -> Style:
        return Style(size, sheet.text_for(size), *shape, scale=sheet.scale)

    def panels(size: float) -> int | TooLarge:
        stacks = _stacks(board, room, measure, style(size))
        if isinstance(stacks, TooLarge):
            return stacks
        return -(-len(pour(stacks, room.height, 2 * size, apart=shape.apart)) // shape.across)

    def hopeless(most: float) -> bool:
        return best is not None and _best_rank(shape, organizations, sheet, most) >= best.rank

    found = largest(_sizes(shape.width, sheet), panels, hopeless)
    if found is None or isinstance(found, TooLarge):
        return found
    size, count = found
    if best is not None and _rank(shape, size, count, 0, False) >= best.rank:
        return None
    candidate = _candidate(board, room, measure, style(size), count)
    return None if best is not None and candidate.rank >= best.rank else candidate


def _candidate(
    board: OrganizationBoard, room: Room, measure: _Measure, style: Style, panels: int
) -> _Candidate:
    stacks = _stacks(board, room, measure, style)
    assert not isinstance(stacks, TooLarge)
    columns = pour_evenly(stacks, room.height, 2 * style.size, style.across, apart=style.apart)
    broken = sum(column[0].start > 0 for i, column in enumerate(columns) if i % style.across)
    few = room.sheet.landscape and len(board.organizations) <= 3
    piled = few and any(len(column) > 1 for column in columns)
    shape = _Shape(style.across, style.width, style.who, style.apart)
    return _Candidate(_rank(shape, style.size, panels, broken, piled), style, stacks, columns)


def _stacks(
    board: OrganizationBoard, room: Room, measure: _Measure, style: Style
) -> tuple[Stack, ...] | TooLarge:
    """The heights of all organizations, or the first post that has no room in a column."""
    stacks = measure(style._replace(apart=False))
    if tallest_row(stacks) > room.height:
        return next(_too_large(board, room, stacks))
    if style.apart:
        # heads end at one height, so that the rules of neighbouring columns meet
        most = max(stack.head for stack in stacks)
        stacks = tuple(Stack(most, stack.rows) for stack in stacks)
        if tallest_row(stacks) > room.height:
            return TooLarge(board.organizations[0].name, tallest_row(stacks), room.height)
    return stacks


def _too_large(board: OrganizationBoard, room: Room, stacks: tuple[Stack, ...]) -> Iterator[TooLarge]:
    """The posts, and heads without posts, that are higher than a column."""
    for organization, stack in zip(board.organizations, stacks, strict=True):
        for post, row in zip(organization.posts, stack.rows, strict=True):
            if stack.head + row > room.height:
                name = f"{organization.name} {post.post}"
                yield TooLarge(name, stack.head + row, room.height, post.origin)
        if stack.head > room.height:
            yield TooLarge(organization.name, stack.head, room.height, organization.origin)


def _panels(board: OrganizationBoard, room: Room, best: _Candidate) -> tuple[ColumnsView, ...]:
    _, style, stacks, columns = best
    white = 2 * style.size
    extra = _spare(columns, stacks, white, room.height, style.size)
    groups = tuple(
        replace(group_of(organization, style, room), height=stack.head)
        for organization, stack in zip(board.organizations, stacks, strict=True)
    )
    chosen = tuple(tuple(_part(groups[s.group], s, extra, style) for s in column) for column in columns)
    bodies = [chosen[i : i + style.across] for i in range(0, len(chosen), style.across)]
    left = room.height - max(_column_height(column, white) for column in chosen) if len(bodies) == 1 else 0.0
    width = f"w{style.across}"
    return tuple(ColumnsView(width, white, body, lowered(left), len(bodies) == 1) for body in bodies)


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


def _part(group: GroupView, part: Slice, extra: float, style: Style) -> GroupView:
    rows = tuple(row.padded(extra) for row in group.rows[part.start : part.stop])
    name = group.again if part.start and group.again else group.name
    down = step_down(group.height - head_height(name, group.facts, style.scale)) if style.apart else 0.0
    return replace(group, name=name, rows=rows, down=down, continued=part.start > 0, again=None)
