"""民情速递卡: what somebody wants to say, on a card with a number, room to write, and what is promised."""

from __future__ import annotations

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormKind, FormOptions, Made
from noticeboard.forms.parts import (
    LINE,
    PAD,
    Field,
    Head,
    field_of,
    fitting,
    head_of,
    height_of_field,
    inner,
    slips_of,
)
from noticeboard.frozen import dataclass
from noticeboard.kinds.station.record import Station
from noticeboard.kinds.station.view import promise_text
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "opinion-card",
    Words("民情速递卡", "opinion card"),
    "forms/opinion-card.html",
    ("a4-portrait",),
    Words(
        "有编号，写意见、楼号、日期；印着反馈时限", "numbered: what to say, building, date; with the promise"
    ),
)
SAY = Words(
    "请写要反映的事，投入民情速递箱；不必写姓名。",
    "Write what you want to say and put the card into the box; no name is needed.",
)
WHAT, BUILDING, WHEN = Words("要反映的事", "What"), Words("楼号", "Building"), Words("日期", "Date")
WIDTH, HEIGHT = 90.0, 125.0
"""Least size of a card in mm: four to a sheet of A4."""
LINES = 3


@dataclass(frozen=True)
class OpinionCardView:
    """One card."""

    head: Head
    what: SetText
    lines: int
    building: Field
    when: Field
    promise: SetText


@dataclass(frozen=True)
class OpinionCards:
    """What the cards say."""

    promise: str
    options: FormOptions


def _draw(cards: OpinionCards, frame: BoardFrame, room: Room, grid: Grid) -> tuple[OpinionCardView, float]:
    sheet, width, size = room.sheet, inner(grid), room.sheet.name_size
    head = head_of(room.to(KIND.words), frame.compound, room.to(SAY), width, sheet, room.language)
    what = set_text(room.to(WHAT), size, width)
    building, when = (field_of(room.to(text), "", width, sheet) for text in (BUILDING, WHEN))
    promise = set_text(cards.promise, sheet.text_size, width)
    used = head.height + what.height + height_of_field(building) + height_of_field(when) + promise.height
    lines = max(LINES, int((grid.height - 2 * PAD - used) / LINE + 1e-6))
    return OpinionCardView(head, what, lines, building, when, promise), used + lines * LINE


def _lay(cards: OpinionCards, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    title = room.to(KIND.words)
    found = fitting(room.sheet, WIDTH, HEIGHT, title, lambda grid: _draw(cards, frame, room, grid))
    if isinstance(found, TooLarge):
        return found
    grid, slip = found
    return slips_of(slip, cards.options.start, cards.options.count, grid, room.sheet)


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The cards, those of one sheet where no count is given."""
    station = next(iter(locality.records.of(Station)), Station())
    cards = OpinionCards(promise_text(locality, station), options)
    return frame_bare(KIND, cards, frame, lambda room: _lay(cards, frame, room), CUT, CUT_HINT)


def _has_station(locality: Locality) -> bool:
    return any(station.count is None for station in locality.records.of(Station))


FORM = FormKind(KIND, _has_station, lay_out)
