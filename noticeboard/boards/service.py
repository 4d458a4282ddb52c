"""便民服务告示: one sheet a service, its phone as large as the paper allows, and what to know before one calls."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, headed, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Call, Grid, GridRow, Text
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.service import CALL, Service, facts, in_force
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "service",
    Words("便民服务告示", "service sheet"),
    TEMPLATE,
    ("a4-portrait", "a3-portrait"),
    Words(
        "一项便民服务：大号电话、什么算、费用、时间、依据",
        "one service: large phone, what counts, fee, hours, legal basis",
    ),
)
ABOUT, SAID = Words("事项", "What"), Words("说明", "Details")


def service_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A sheet for each service that is in force."""
    for number, service in enumerate(locality.records.of(Service), 1):
        if not in_force(service, locality.today):
            continue
        title, above = headed(service.title, locality.words(KIND.words))
        yield BoardSubject(
            key=f"{KIND.key}-{service.id or number}",
            kind=KIND,
            title=title,
            band="plain",
            date=locality.summary.as_of,
            issuer=service.provider,
            content=DocumentBoard((*above, *_blocks(service, locality))),
            lay_out=lay_out,
            name=service.title,
            origin=service.origin,
        )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The sheet, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(service: Service, locality: Locality) -> Iterator[Block]:
    words = locality.words
    if service.phone:
        yield Call(words(CALL), service.phone, service.hours)
    pairs = (*facts(service, locality), *((group.who, group.what) for group in service.groups))
    if pairs:
        columns = (BoardColumn(words(ABOUT), 25), BoardColumn(words(SAID), 75))
        rows = (
            GridRow((BoardCell(label, bold=True), BoardCell(text)), service.origin) for label, text in pairs
        )
        yield Grid(columns, tuple(rows))
    for number, step in enumerate(service.how, 1):
        yield Text(f"{number}. {step}", origin=service.origin)
    if service.note:
        yield Text(service.note, origin=service.origin)
