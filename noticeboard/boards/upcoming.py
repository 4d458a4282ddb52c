"""未来30天公开事项: what must be published by which day, what is overdue first; for the office and for the wall.

Days are written as dates and never counted: a sheet hangs longer than a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Grid, GridRow, Text
from noticeboard.boards.fills.heading import capital
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind
from noticeboard.kinds.catalogue.status import State, Status, coverage
from noticeboard.kinds.catalogue.view import NOTHING, all_of, soon
from noticeboard.kinds.catalogue.words import (
    BY,
    ITEM,
    LACKS,
    LIST,
    NO_LIMIT,
    WHERE,
    WHO,
    day_text,
    state_text,
    where_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "catalogue",
    Words("未来30天公开事项", "to publish in the next 30 days"),
    TEMPLATE,
    ("a4-portrait",),
    Words(
        "未来30天要公开什么、哪天以前、在哪里、谁负责，逾期的在前",
        "what must be published in the next 30 days, by when, where and by whom; what is overdue first",
    ),
    at_doorways=False,
)
OVERDUE = Words("已逾期", "overdue")
COVERAGE = Words("到期应公开{n}项，已公开{m}项。", "{m} published of {n} that were due.")


def catalogue_boards(locality: Locality) -> Iterator[BoardSubject]:
    """The sheet of a place that has a catalogue."""
    if not all_of(locality):
        return
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=capital(locality.words(KIND.words)),
        band="plain",
        date=locality.summary.as_of,
        issuer="",
        content=DocumentBoard(tuple(_blocks(locality)), wide=True),
        lay_out=partial(lay_out_document, KIND),
    )


def _blocks(locality: Locality) -> Iterator[Block]:
    words, statuses = locality.words, soon(locality)
    published, expected = coverage(all_of(locality))
    if expected:
        yield Text(words(COVERAGE).format(n=expected, m=published))
    if not statuses:
        yield Text(words(NOTHING), lead=True)
        return
    columns = (
        BoardColumn(words(BY), 30, whole=True),
        BoardColumn(words(ITEM), 35),
        BoardColumn(words(WHERE), 20),
        BoardColumn(words(WHO), 15),
    )
    yield Grid(columns, tuple(_row(locality, status) for status in statuses))


def _lacking(locality: Locality, status: Status) -> str:
    """Why an item without a day is still listed."""
    if status.state is State.UNDATED:
        return locality.words(NO_LIMIT)
    media = locality.words(LIST).join(locality.words(medium.words) for medium in status.missing)
    return locality.words(LACKS).format(media)


def _row(locality: Locality, status: Status) -> GridRow:
    item, words = status.item, locality.words
    day = day_text(status.due, locality) if status.due else ""
    if status.state is State.OVERDUE:
        first = BoardCell(day, (words(OVERDUE),), "overdue", bold=True)
    elif status.state.is_open:
        marked = state_text(locality, status)
        first = BoardCell(marked.word, (_lacking(locality, status),), "overdue", bold=True)
    else:
        first = BoardCell(day, (), "open")
    return GridRow(
        (
            first,
            BoardCell(item.title, (status.what,) if status.what else ()),
            BoardCell(where_text(locality, item), small=True),
            BoardCell(item.responsible, small=True),
        ),
        item.origin,
    )
