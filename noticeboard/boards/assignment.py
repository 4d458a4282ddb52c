"""分包责任公示: the nine posts of the seven slots, held or vacant, with their duties and office phones."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Grid, GridRow, Text
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.assignment import Assignment
from noticeboard.kinds.assignment.record import Post, posts_of
from noticeboard.kinds.assignment.view import (
    DUTY,
    FORCE,
    PHONE,
    ROLE,
    VACANT,
    held_line,
    vacancy_note,
)
from noticeboard.kinds.place import Level
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "assignment",
    Words("分包责任公示", "assigned team"),
    TEMPLATE,
    ("a3-landscape", "a4-portrait"),
    Words(
        "六支力量和执法力量：责任岗位、职责、办公电话，空缺写明",
        "the six forces and enforcement: who, for what, office phone; vacancies said plainly",
    ),
)
ONE_MORE = Words("执法力量", "enforcement")
HELD = Words("{label}{n}{unit}（{base}）", "{label}: {n}{unit} ({base})")


def assignment_boards(locality: Locality) -> Iterator[BoardSubject]:
    """The team of the compound."""
    teams = locality.records.of(Assignment)
    if not teams or locality.place.kind is not Level.COMPOUND:
        return
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=locality.words(KIND.words),
        band="party",
        date=teams[0].as_of or locality.summary.as_of,
        issuer="",
        content=DocumentBoard(tuple(_blocks(locality, teams[0])), wide=True),
        lay_out=lay_out,
        origin=teams[0].origin,
    )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(locality: Locality, team: Assignment) -> Iterator[Block]:
    words, line = locality.words, held_line(locality, team)
    yield Text(words(HELD).format(label=line.label, n=line.value, unit=line.unit, base=line.base))
    columns = (
        BoardColumn(words(FORCE), 20),
        BoardColumn(words(ROLE), 25),
        BoardColumn(words(DUTY), 30),
        BoardColumn(words(PHONE), 25, right=True, whole=True),
    )
    rows = (GridRow(_cells(locality, post), team.origin) for post in posts_of(team, locality.today))
    yield Grid(columns, tuple(rows))
    for text in (team.hours, team.note):
        if text:
            yield Text(text, origin=team.origin)


def _cells(locality: Locality, post: Post) -> tuple[BoardCell, ...]:
    said, note = post.said, "" if post.holder else vacancy_note(locality, post)
    below = (locality.words(ONE_MORE),) if post.force.is_enforcement else ()
    held = (
        BoardCell(post.holder.role)
        if post.holder
        else BoardCell(locality.words(VACANT), (note,) if note else (), "open")
    )
    return (
        BoardCell(locality.words(post.force.words), below, bold=True),
        held,
        BoardCell(said.answers_for if said else "", small=True),
        BoardCell(said.office_phone if said else "", bold=True),
    )
