"""The sheets of a duty rota to sign: a line for everybody in every shift, days and hours where they begin.

Names are those that the wall may show; a place that nobody fills is an empty line, so that whoever comes can sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.rota import of_month
from noticeboard.boards.slips import serial
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.boards.view import BoardKind
from noticeboard.forms.form import FormOptions, Made, no_record
from noticeboard.forms.parts import (
    HEAD_WHITE,
    LINE,
    Field,
    Head,
    columns_of,
    field_of,
    head_of,
    height_of_field,
)
from noticeboard.frozen import dataclass
from noticeboard.kinds.rota import Rota
from noticeboard.kinds.rota.blocks import DAY, TIME, listed
from noticeboard.kinds.rota.record import state_of
from noticeboard.kinds.rota.shifts import Shift
from noticeboard.kinds.rota.text import Names, day_text, lacking_text, month_text, window_text
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality
from noticeboard.values.period import PeriodState

SAY = Words(
    "到岗签到，离岗签退，由本人签名。", "Sign in when you come and sign out when you leave, yourself."
)
ROTA, MONTH, WHERE = Words("值班表", "Rota"), Words("月份", "Month"), Words("岗位", "Post")
HEAD = (
    DAY,
    TIME,
    Words("值班人", "On duty"),
    Words("签到", "Signed in"),
    Words("签退", "Signed out"),
    Words("备注", "Remarks"),
)
WIDTHS = (0.17, 0.19, 0.22)
"""Shares of the width of what is printed; `.rota-sign-in` in board.css."""
SIDE = 1.0
"""Millimetres of white beside a text in its column."""
LEAST_LINES = 5


Cells = tuple[SetText, ...]
"""What is printed of a line: day, hours, who serves."""


class Row(NamedTuple):
    """One line: day and hours, drawn where the shift begins and at the top of a sheet, and who serves."""

    day: str
    hours: str
    who: str
    begins: bool


@dataclass(frozen=True)
class Sheets:
    """What the sheets of one rota say."""

    title: str
    month: str
    where: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RotaSheetView:
    """One sheet: heading, which rota, lines with three printed cells and three empty ones."""

    head: Head
    number: SetText
    title: Field
    when: Field
    where: Field
    columns: tuple[SetText, ...]
    rows: tuple[Cells, ...]


def rotas_to_sign(locality: Locality) -> tuple[Rota, ...]:
    """The rotas with shifts that hold or are to come, those of places above that are kept for the place included."""
    return tuple(
        rota
        for rota in _all(locality)
        if state_of(rota, locality.today) is not PeriodState.OVER and listed(locality, rota).roster.shifts
    )


def _all(locality: Locality) -> tuple[Rota, ...]:
    return (*locality.records.of(Rota), *(rota for rota, _ in locality.shared_of(Rota)))


def lay_out(kind: BoardKind, locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The sheets of one rota or of all, numbered through; `kind` is the form that they are printed as."""
    named = [rota for rota in _all(locality) if rota.id == options.record]
    words = Words("值班表", "duty rota")
    if options.record and not named:
        return None, [no_record(options.record, _all(locality), words)]
    rotas = named[:1] or rotas_to_sign(locality)
    sheets = tuple(_sheets(locality, rota) for rota in rotas)
    if not any(each.rows for each in sheets):
        return None, [no_record("", (), Words("有班次的值班表", "duty rota with shifts"))]
    return frame_bare(kind, sheets, frame, lambda room: _lay(kind, sheets, options, room), CUT)


def _sheets(locality: Locality, rota: Rota) -> Sheets:
    language, shown = locality.language, listed(locality, rota)
    shifts = of_month(shown.roster.shifts, locality.today) or shown.roster.shifts
    posts = dict.fromkeys(shift.post for shift in shifts if shift.post)
    rows = (row for shift in shifts for row in _rows(shift, shown.names, language, rota.post))
    month = month_text(shifts[0].day, language) if shifts else ""
    where = Words("、", ", ").to(language).join(posts)
    return Sheets(rota.title, month, where, tuple(rows))


def _rows(shift: Shift, names: Names, language: Language, usual: str) -> Iterator[Row]:
    """A line for everybody; the post stands beside the hours where it is not the usual one."""
    hours = window_text(shift.window, language)
    if shift.post != usual:
        hours = f"{hours} {shift.post}".strip()
    people = [names[duty.person.number] for duty in shift.duties]
    people += [shift.unit] * (shift.of_unit or bool(shift.is_uncounted))
    lacking = lacking_text(shift, language)
    people += [lacking] + [""] * (shift.missing - 1) if lacking else []
    for number, who in enumerate(people):
        yield Row(day_text(shift.day, language), hours, who, begins=number == 0)


def _lay(
    kind: BoardKind, sheets: tuple[Sheets, ...], options: FormOptions, room: Room
) -> Attempt[RotaSheetView]:
    found: list[RotaSheetView] = []
    for _ in range(options.count or 1):
        for each in sheets:
            laid = _of_rota(kind, each, options.start + len(found), room)
            if isinstance(laid, TooLarge):
                return laid
            found += laid
    return tuple(found)


def _of_rota(kind: BoardKind, sheets: Sheets, start: int, room: Room) -> tuple[RotaSheetView, ...] | TooLarge:
    sheet, size = room.sheet, room.sheet.name_size
    head = head_of(room.to(kind.words), "", room.to(SAY), room.width, sheet, room.language)
    half = (room.width - size) / 2
    title = field_of(room.to(ROTA), sheets.title, room.width, sheet)
    when = field_of(room.to(MONTH), sheets.month, half, sheet)
    where = field_of(room.to(WHERE), sheets.where, half, sheet)
    columns = columns_of(HEAD, size, room.language)
    used = head.height + height_of_field(title) + max(map(height_of_field, (when, where))) + size
    left = room.height - used - max(text.height for text in columns) - HEAD_WHITE
    if left < LEAST_LINES * LINE:
        return TooLarge(sheets.title, used + LEAST_LINES * LINE, room.height)
    return tuple(
        RotaSheetView(head, serial(start + n, size), title, when, where, columns, rows)
        for n, rows in enumerate(_pages(sheets.rows, left, room))
    )


def _pages(rows: Sequence[Row], height: float, room: Room) -> Iterator[tuple[Cells, ...]]:
    """The lines a sheet has room for, sheet after sheet; a line takes 9 mm, or more where its text does."""
    page: list[Cells] = []
    left = height
    for row in rows:
        cells = _cells(row, room, whole=row.begins)
        if page and _height(cells) > left + 1e-6:
            yield tuple(page)
            page, left = [], height
        if not page:
            cells = _cells(row, room, whole=True)
        page.append(cells)
        left -= _height(cells)
    if page:
        yield tuple(page)


def _cells(row: Row, room: Room, *, whole: bool) -> Cells:
    texts = (row.day, row.hours, row.who) if whole else ("", "", row.who)
    size = room.sheet.text_size
    return tuple(
        set_text(text, size, room.width * share - 2 * SIDE) for text, share in zip(texts, WIDTHS, strict=True)
    )


def _height(cells: Cells) -> float:
    return max(LINE, *(text.height + 2 * SIDE for text in cells))
