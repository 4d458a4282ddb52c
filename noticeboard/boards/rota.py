"""值班表: a month of a rota on paper: who is on duty when, names large, the duty phone above all.

With three windows at the most, such as a morning, an afternoon and a night, every day is a row and every window a
column; with more of them every shift is a row. A month is the most that one board holds: what is over goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from noticeboard.boards.document import TEMPLATE, DocumentBoard, headed, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Call, Grid, GridRow, Text
from noticeboard.boards.fills.heading import date_of
from noticeboard.boards.frame import Band, BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.organization import Organization
from noticeboard.kinds.rota import KIND as ROTA
from noticeboard.kinds.rota import Rota
from noticeboard.kinds.rota.blocks import DAY, POST, TIME, WHO, Listed, listed
from noticeboard.kinds.rota.month import day_note
from noticeboard.kinds.rota.record import state_of
from noticeboard.kinds.rota.shifts import Shift
from noticeboard.kinds.rota.sums import GAPS
from noticeboard.kinds.rota.text import (
    COMMA,
    LIST,
    day_text,
    lacking_text,
    month_text,
    people_texts,
    swap_text,
    window_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.values.period import PeriodState
from noticeboard.values.time_window import TimeWindow

KIND = BoardKind(
    "rota",
    Words("值班表", "duty rota"),
    TEMPLATE,
    ("a3-portrait", "a4-portrait"),
    Words(
        "一个月里每天谁值班、什么时段，值班电话，换班和空缺",
        "who is on duty on every day of a month and when, the duty phone, swaps and empty places",
    ),
    at_doorways=False,
)
PHONE = Words("值班电话", "Duty phone")
WHY = Words("{}：{}", "{}: {}")
Column = tuple[TimeWindow, str]
"""A window and its post."""
SHARES = {1: (25, 75), 2: (20, 40, 40), 3: (25, 25, 25, 25)}
"""The widths in percent of the day and of each window, for as many windows as have room side by side."""


def rota_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A board of this month, or of the first, for each rota with shifts that is not over."""
    for rota in locality.records.of(Rota):
        if state_of(rota, locality.today) is PeriodState.OVER:
            continue
        shown = listed(locality, rota)
        shifts = of_month(shown.roster.shifts, locality.today)
        if not shifts:
            continue
        title, above = headed(rota.title, locality.words(KIND.words))
        yield BoardSubject(
            key=f"{KIND.key}-{rota.id}",
            kind=KIND,
            title=title,
            name=rota.title,
            band=_band(locality, rota),
            date=date_of(locality, ROTA, (rota,)),
            issuer="",
            content=DocumentBoard((*above, *_blocks(locality, shown, shifts)), wide=True),
            lay_out=lay_out,
            origin=rota.origin,
        )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def of_month(shifts: Sequence[Shift], today: date) -> tuple[Shift, ...]:
    """The shifts of the month of `today`, or else of the first month after it that has any."""
    months = {shift.day.replace(day=1) for shift in shifts}
    month = min((each for each in months if each >= today.replace(day=1)), default=None)
    return tuple(shift for shift in shifts if shift.day.replace(day=1) == month)


def _band(locality: Locality, rota: Rota) -> Band:
    """The colour of the team that keeps it, if it is one of the place."""
    team = rota.team.rpartition("/")[2]
    known = (each for each in locality.records.of(Organization) if team and each.id == team)
    found = next(known, None)
    return found.type.value if found else "plain"  # type: ignore[return-value]  # bands are named after the types


def _blocks(locality: Locality, shown: Listed, shifts: tuple[Shift, ...]) -> Iterator[Block]:
    words, language, rota = locality.words, locality.language, shown.rota
    if rota.phone:
        yield Call(words(PHONE), rota.phone)
    team = locality.target(rota.team) if rota.team else None
    said = (month_text(shifts[0].day, language), team.title if team else "", rota.by, rota.post)
    yield Text(words(COMMA).join(part for part in said if part), lead=True)
    columns = columns_of(shifts)
    yield _by_day(locality, shown, shifts, columns) if columns else _by_shift(locality, shown, shifts)
    reasons = dict.fromkeys(shift.vacancy for shift in shifts if shift.missing and shift.vacancy)
    if reasons:
        yield Text(words(WHY).format(words(GAPS), words(LIST).join(reasons)))
    if rota.note:
        yield Text(rota.note, origin=rota.origin)


def columns_of(shifts: Sequence[Shift]) -> tuple[Column, ...]:
    """The windows that become columns; none where they are too many, or where one holds two shifts of a day."""
    columns = sorted({(shift.window, shift.post) for shift in shifts}, key=lambda each: each[0].start)
    one_each = len({(shift.day, shift.window, shift.post) for shift in shifts}) == len(shifts)
    return tuple(columns) if one_each and len(columns) in SHARES else ()


def _by_day(
    locality: Locality, shown: Listed, shifts: tuple[Shift, ...], columns: tuple[Column, ...]
) -> Grid:
    """A row a day, a column a window."""
    language, shares = locality.language, SHARES[len(columns)]
    reinforced = {(shift.window, shift.post) for shift in shifts if shift.reinforced}
    has_posts = len({post for _, post in columns}) > 1
    heads = [BoardColumn(locality.words(DAY), shares[0], whole=True)]
    for share, column in zip(shares[1:], columns, strict=True):
        hours = window_text(column[0], language, reinforced=column in reinforced)
        heads.append(BoardColumn(f"{hours} {column[1]}" if has_posts else hours, share))
    by_day: dict[date, dict[Column, Shift]] = {}
    for shift in shifts:
        by_day.setdefault(shift.day, {})[shift.window, shift.post] = shift
    rows = []
    for day, found in by_day.items():
        cells = (
            _who(locality, shown, found[column]) if column in found else BoardCell("") for column in columns
        )
        rows.append(GridRow((_day(locality, shown, day), *cells), shown.rota.origin))
    return Grid(tuple(heads), tuple(rows))


def _by_shift(locality: Locality, shown: Listed, shifts: tuple[Shift, ...]) -> Grid:
    words, language = locality.words, locality.language
    has_posts = len({shift.post for shift in shifts}) > 1
    shares = (20, 25, 35, 20) if has_posts else (25, 30, 45)
    labels = (DAY, TIME, WHO, POST)
    columns = tuple(
        BoardColumn(words(label), share, whole=label is DAY)
        for label, share in zip(labels, shares, strict=False)
    )
    rows = []
    for shift in shifts:
        hours = window_text(shift.window, language, reinforced=shift.reinforced)
        cells = (_day(locality, shown, shift.day), BoardCell(hours, small=True), _who(locality, shown, shift))
        post = (BoardCell(shift.post, small=True),) if has_posts else ()
        rows.append(GridRow((*cells, *post), shown.rota.origin.at(*shift.path)))
    return Grid(columns, tuple(rows))


def _day(locality: Locality, shown: Listed, day: date) -> BoardCell:
    note = day_note(locality, shown.rota, day)
    return BoardCell(day_text(day, locality.language), (note,) if note else (), small=True)


def _who(locality: Locality, shown: Listed, shift: Shift) -> BoardCell:
    language = locality.language
    people = locality.words(LIST).join(people_texts(shift, shown.names, language))
    lacking = lacking_text(shift, language)
    if not people:
        return BoardCell(lacking, state="open")
    swaps = tuple(swap_text(duty, shown.names, language) for duty in shift.duties if duty.instead_of)
    return BoardCell(people, (*swaps, lacking), bold=True)
