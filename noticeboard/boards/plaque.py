"""党员公示牌: one plaque for each member of the party organizations of a place, several on a sheet to be cut apart.

    party organizations, as wall and web may show them ─ plaque_boards ▶ Plaques ─ lay_out ▶ sheets of slips

All plaques of a place have one size, since they hang side by side: the largest that needs no more sheets than the
smallest would. The name takes what the other texts leave. A person with posts in two of the organizations has
one plaque, under the first. A post that nobody holds has none: a plaque is of a person. Where one of them shows a
portrait all have a place for it, with the surname where there is none; else the name stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import NamedTuple

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fills.heading import capital, date_of, photo_path
from noticeboard.boards.fills.organization import also_text
from noticeboard.boards.fit import Attempt, TooLarge, fall
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.people import BESIDE, RING, PortraitView, photos_of, portrait_of, set_name
from noticeboard.boards.sheet import Sheet, step_down, step_up
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView, grids, sheets_of
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.typesetting import LEADING, SetText, height_of, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.frozen import dataclass
from noticeboard.kinds.organization import KIND as ORGANIZATION
from noticeboard.kinds.organization import Organization, OrganizationType
from noticeboard.kinds.organization.count import holdings, is_running, rosters
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "plaque",
    Words("党员公示牌", "party member plaques"),
    "boards/plaque.html",
    ("a4-portrait",),
    Words(
        "党组织的成员，一人一块，一张纸排几块，沿虚线剪开",
        "the members of party organizations, a plaque each, several on a sheet to be cut apart",
    ),
    office=True,
)
MEMBER = Words("党员", "Party member")
LEAST_EM, LEAST_HEIGHT_EM = 17.5, 11.5
"""A plaque is at least so many characters of the least size wide and high: 83 by 55 mm at 1 m."""
MOST_EM, MOST_HEIGHT_EM = 30.0, 21.0
"""And at most so wide and high, unless its texts need more: a plaque is no poster."""
RING_ACROSS, RING_DOWN, LARGEST_RING = 0.3, 0.45, 3.0
"""The place of a portrait has so much of the width and height of a plaque, and is at most so large."""
LARGEST_NAME = 3.5
"""The largest name as a multiple of the least legible."""
SAMPLE_EM = 3.0
"""Width in em kept for the mark 示例."""
PAD_EM = 1.0
"""White in em of the least size beside the texts, and above and below the person."""
STRIP_PAD = 2.0
"""Millimetres of white above and below the organization."""
LOW_EM = 0.5
"""White in em of ordinary text under compound and date; `.plaque-low` in board.css."""


@dataclass(frozen=True)
class Plaque:
    """One person: `more` are further posts, what the post answers for and the office phone, a line each."""

    organization: str
    name: str
    post: str
    more: tuple[str, ...] = ()
    portrait: str = ""
    """The photo, by path below the root of the site."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class PlaqueBoard:
    """All plaques of a place, in this order."""

    plaques: tuple[Plaque, ...]


@dataclass(frozen=True)
class PlaqueView:
    """One plaque: a strip with the organization, the person in the middle, compound and date below."""

    organization: SetText
    name: SetText
    post: SetText
    more: tuple[SetText, ...]
    down: float
    """Millimetres of white above the name, so that the person stands in the middle."""
    compound: SetText
    date: SetText
    portrait: PortraitView | None = None
    portrait_css: str = ""
    """The class of the size of its place."""


class _Small(NamedTuple):
    """The texts of a plaque that do not grow with it, and the room in mm that they leave for the name."""

    organization: SetText
    post: SetText
    more: tuple[SetText, ...]
    compound: SetText
    date: SetText
    ring: float
    """The size of the place of a portrait in mm, 0 without."""
    left: float


def plaque_boards(locality: Locality) -> Iterator[BoardSubject]:
    """党员公示牌: the members of the party organizations that run today."""
    running = tuple(
        each
        for each in locality.records.of(Organization)
        if each.type is OrganizationType.PARTY and is_running(each, locality.today)
    )
    plaques = tuple(_plaques(locality, running))
    if not plaques:
        return
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=capital(locality.words(KIND.words)),
        band="party",
        date=date_of(locality, ORGANIZATION, running),
        issuer="",
        content=PlaqueBoard(plaques),
        lay_out=lay_out,
    )


def _plaques(locality: Locality, running: tuple[Organization, ...]) -> Iterator[Plaque]:
    seen: set[int] = set()
    held = holdings(running, locality.records.path, locality.today)
    for organization, seats in zip(running, rosters(running, held), strict=True):
        for seat in seats:
            for holding in seat.holdings:
                if holding.person in seen:
                    continue
                seen.add(holding.person)
                member = holding.member
                duty = member.answers_for or seat.post.answers_for
                phone = member.office_phone or seat.post.office_phone
                more = tuple(text for text in (duty, also_text(locality, holding), phone) if text)
                post = seat.post.name or member.category or locality.words(MEMBER)
                portrait = photo_path(locality, member.portrait)
                yield Plaque(organization.name, member.name, post, more, portrait, holding.origin)


def lay_out(board: PlaqueBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The sheets of plaques, or why they cannot be drawn."""
    view, found = frame_bare(KIND, board, frame, lambda room: _lay(board, frame, room), CUT, CUT_HINT)
    photos = photos_of(plaque.portrait for plaque in board.plaques)
    return (replace(view, photos=photos) if view and photos else view), found


def _lay(board: PlaqueBoard, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    sheet = room.sheet
    wide, high = sheet.name_size * MOST_EM, sheet.name_size * MOST_HEIGHT_EM
    best: tuple[Grid, list[_Small]] | None = None
    needed = 0
    has_portraits = any(plaque.portrait for plaque in board.plaques)
    for grid in grids(sheet, sheet.name_size * LEAST_EM, sheet.name_size * LEAST_HEIGHT_EM):
        count = -(-len(board.plaques) // (grid.across * grid.down))
        if best and (count > needed or grid.width > wide or grid.height > high):
            continue
        ring = _ring(grid, sheet) if has_portraits else 0.0
        small = [_small(plaque, frame, grid, ring) for plaque in board.plaques]
        if all(
            _name_size(p, s, grid, sheet) >= sheet.name_size
            for p, s in zip(board.plaques, small, strict=True)
        ):
            best, needed = (grid, small), count
    if best is None:
        return _too_large(board, small, grid, sheet)
    return _sheets(board, *best, sheet)


def _ring(grid: Grid, sheet: Sheet) -> float:
    """The size of the place of a portrait."""
    room = min(RING_ACROSS * grid.width, RING_DOWN * grid.height) / BESIDE
    return max(step_down(min(room, LARGEST_RING * sheet.name_size)), sheet.text_size)


def _width(grid: Grid, sheet: Sheet, ring: float) -> float:
    """The width in mm for the texts of a person, beside the place of a portrait if there is one."""
    return grid.width - 2 * PAD_EM * sheet.name_size - BESIDE * ring


def _small(plaque: Plaque, frame: BoardFrame, grid: Grid, ring: float) -> _Small:
    sheet = frame.sheet
    name, text = sheet.name_size, sheet.text_size
    width = _width(grid, sheet, ring)
    organization = set_text(plaque.organization, name, _width(grid, sheet, 0.0), weight=700)
    post = set_text(plaque.post, step_up(name * 1.4), width, weight=700)
    more = tuple(set_text(line, name, width) for line in plaque.more)
    half = _width(grid, sheet, 0.0) / 2
    date = set_text(frame.date_text, text, half)
    compound = set_text(frame.compound, text, half - (SAMPLE_EM * name if frame.sample else 0))
    low = max(compound.height, date.height + height_of(1, text))
    used = sum(each.height for each in (organization, post, *more)) + low
    white = 2 * STRIP_PAD + LOW_EM * text + 2 * PAD_EM * name
    return _Small(organization, post, more, compound, date, ring, grid.height - used - white)


def _name_size(plaque: Plaque, small: _Small, grid: Grid, sheet: Sheet) -> float:
    """The largest name, which stands on one line; 0 where there is no room."""
    width = _width(grid, sheet, small.ring)
    across = width / max(set_name(plaque.name, 1.0, 1e6).width, 1.0)
    return step_down(min(across, small.left / LEADING, sheet.name_size * LARGEST_NAME))


def _too_large(board: PlaqueBoard, small: list[_Small], grid: Grid, sheet: Sheet) -> TooLarge:
    """The first plaque that does not fit on a sheet of its own."""
    for plaque, texts in zip(board.plaques, small, strict=True):
        wide = set_name(plaque.name, sheet.name_size, 1e6).width
        room = _width(grid, sheet, texts.ring)
        if wide > room:
            return TooLarge(plaque.name, wide, room, plaque.origin, across=True)
        needs = grid.height - texts.left + LEADING * sheet.name_size
        if needs > grid.height:
            return TooLarge(f"{plaque.organization} {plaque.post}", needs, grid.height, plaque.origin)
    raise AssertionError("every plaque fits on a sheet of its own")


def _sheets(board: PlaqueBoard, grid: Grid, small: list[_Small], sheet: Sheet) -> tuple[SlipsView, ...]:
    """The plaques drawn, all names in one size."""
    size = min(_name_size(p, s, grid, sheet) for p, s in zip(board.plaques, small, strict=True))
    views = [_view(p, texts, size, sheet) for p, texts in zip(board.plaques, small, strict=True)]
    return sheets_of(views, grid)


def _view(plaque: Plaque, texts: _Small, size: float, sheet: Sheet) -> PlaqueView:
    ring = texts.ring
    below = sum(text.height for text in (texts.post, *texts.more))
    free = texts.left + below - max(LEADING * size + below, RING * ring)
    return PlaqueView(
        texts.organization,
        set_name(plaque.name, size, 1e6),
        texts.post,
        texts.more,
        fall(PAD_EM * sheet.name_size + max(free, 0.0) / 2),
        texts.compound,
        texts.date,
        portrait_of(plaque.name, "", plaque.portrait, ring) if ring else None,
        f"t{round(ring * 100)}" if ring else "",
    )
