"""可借用的资源: what partners lend, by kind, whether it can be had now, how to ask and on which number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Grid, GridRow, Title
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.task_cells import TaskState
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.document import Mark
from noticeboard.kinds.partner import Partner
from noticeboard.kinds.partner.record import Resource
from noticeboard.kinds.partner.state import availability_of
from noticeboard.kinds.partner.view import BORROW, HOW, RESOURCE, STATE, name_text, offers, resource_text
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "borrowing",
    Words("可借用的资源", "what can be borrowed"),
    TEMPLATE,
    ("a4-portrait", "a3-portrait"),
    Words(
        "联建单位的人员、技术、资金、场地和设备：现在能不能借，怎么借，找谁",
        "what partners lend: whether it can be had now, how to ask, on which number",
    ),
    at_doorways=False,
)
MARKS: dict[Mark, TaskState] = {"tick": "done", "half": "waiting", "clock": "overdue", "dash": "declined"}


def borrowing_boards(locality: Locality) -> Iterator[BoardSubject]:
    """All that the partners of the place lend."""
    partners = locality.records.of(Partner)
    if not offers(partners):
        return
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=locality.words(BORROW),
        band="plain",
        date=locality.summary.latest("partner") or locality.summary.as_of,
        issuer="",
        content=DocumentBoard(tuple(_blocks(locality, partners)), wide=True),
        lay_out=lay_out,
    )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(locality: Locality, partners: tuple[Partner, ...]) -> Iterator[Block]:
    words = locality.words
    columns = (BoardColumn(words(RESOURCE), 40), BoardColumn(words(STATE), 30), BoardColumn(words(HOW), 30))
    for kind, group in groupby(offers(partners), key=lambda offer: offer[1].kind):
        yield Title(words(kind.words))
        yield Grid(columns, tuple(_row(locality, partner, resource) for partner, resource in group))


def _row(locality: Locality, partner: Partner, resource: Resource) -> GridRow:
    state = availability_of(locality, resource)
    more = (state.note,) if state.note else ()
    phone, terms = resource.office_phone, (resource.terms,) if resource.terms else ()
    how = BoardCell(phone, terms, bold=True) if phone else BoardCell(resource.terms, small=True)
    return GridRow(
        (
            BoardCell(resource_text(locality, resource), (name_text(locality, partner),), bold=True),
            BoardCell(state.word, more, MARKS[state.mark]),
            how,
        ),
        partner.origin,
    )
