"""便民设施使用说明: a sheet for each facility, as large as can be: what it is for, when it is open, how to use it."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, headed, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Call, Grid, GridRow, Text, Title
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.facility import CALL, OPEN, Facility, facts, state_of
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "facility",
    Words("便民设施使用说明", "how-to sheet of a facility"),
    TEMPLATE,
    ("a3-portrait", "a4-portrait"),
    Words(
        "大字：能办什么、什么时候开、怎样使用、电话",
        "large print: what it is for, hours, how to use it, phone",
    ),
    at_doorways=False,
)
HOW, WHAT, SAID = Words("怎样使用", "How to use it"), Words("事项", "What"), Words("说明", "Details")


def facility_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A sheet for each facility that is open and of which there is something to say."""
    for number, facility in enumerate(locality.records.of(Facility), 1):
        blocks = tuple(_blocks(facility, locality))
        if blocks and state_of(facility, locality.today) is OPEN:
            title, above = headed(facility.title, locality.words(KIND.words))
            yield BoardSubject(
                key=f"{KIND.key}-{facility.id or number}",
                kind=KIND,
                title=title,
                band="plain",
                date=facility.as_of or locality.summary.as_of,
                issuer=facility.provider,
                content=DocumentBoard((*above, *blocks)),
                lay_out=lay_out,
                name=facility.title,
                origin=facility.origin,
            )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The sheet, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(facility: Facility, locality: Locality) -> Iterator[Block]:
    words = locality.words
    pairs = tuple(facts(facility, locality))
    if pairs:
        columns = (BoardColumn(words(WHAT), 30), BoardColumn(words(SAID), 70))
        rows = (
            GridRow((BoardCell(label, bold=True), BoardCell(text)), facility.origin) for label, text in pairs
        )
        yield Grid(columns, tuple(rows))
    if facility.how:
        yield Title(words(HOW))
        yield from (
            Text(f"{n}. {step}", lead=True, origin=facility.origin) for n, step in enumerate(facility.how, 1)
        )
    if facility.phone:
        yield Call(words(CALL), facility.phone)
