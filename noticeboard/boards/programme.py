"""工作法展板: the parts of a programme as panels of equal size on one sheet, each with its colour, words and tasks.

    Programme + what is done for each part ─ Poster ─ lay_out_poster ▶ one sheet of panels
                                                └ what has no room ─ lay_out_document ▶ several sheets in columns

Three parts or eight fill the sheet alike. Where parts have so many tasks that a sheet cannot hold them at a legible
size, the same texts flow over as many sheets as they need.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from noticeboard.boards.document import TEMPLATE as DOCUMENT
from noticeboard.boards.document import DocumentBoard, headed, lay_out_document
from noticeboard.boards.document_blocks import (
    Block,
    BoardCell,
    BoardColumn,
    Grid,
    GridRow,
    Text,
    Title,
)
from noticeboard.boards.frame import BoardFrame, frame_board
from noticeboard.boards.poster import Item, Poster, PosterPart, lay_poster
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.task_cells import TaskState
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.kinds.programme import Part, Programme
from noticeboard.kinds.programme.view import LinkedRecord, about, counted, linked_of, state_of
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "programme",
    Words("工作法展板", "programme poster"),
    "boards/poster.html",
    ("a3-landscape", "a4-portrait"),
    Words(
        "工作法的各个部分，一部分一块：颜色、花纹、内容、办了哪些事",
        "the parts of a programme, a panel each: colour and pattern, words, what was done",
    ),
    at_doorways=False,
)
RECORD, STATE = Words("事项", "What"), Words("进展", "State")
LINE = Words("{state}：{what}", "{state}: {what}")
MARKS: dict[bool | None, TaskState] = {True: "done", False: "open", None: "unstated"}


def programme_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A poster for each programme whose parts are known."""
    for number, programme in enumerate(locality.records.of(Programme), 1):
        if programme.parts:
            title, above = headed(programme.title, locality.words(KIND.words))
            yield BoardSubject(
                key=f"{KIND.key}-{programme.id or number}",
                kind=KIND,
                title=title,
                band="plain",
                date=programme.as_of or locality.summary.as_of,
                issuer=locality.words(Words("、", ", ")).join(programme.by),
                content=_poster(locality, programme, programme.title if above else ""),
                lay_out=lay_out,
                name=programme.title,
                origin=programme.origin,
            )


def lay_out(poster: Poster, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The poster on one sheet, or its texts on several, or why neither can be drawn."""
    view, found = frame_board(KIND, poster, frame, lambda room: lay_poster(poster, room))
    if view is not None:
        return view, found
    flowing = replace(KIND, template=DOCUMENT)
    return lay_out_document(flowing, DocumentBoard(tuple(_blocks(poster, frame))), frame)


def _poster(locality: Locality, programme: Programme, title: str) -> Poster:
    parts = tuple(
        _part(locality, part, number, programme.origin.at("parts", number - 1))
        for number, part in enumerate(programme.parts, 1)
    )
    facts = about(locality, programme) if programme.by or programme.period else ""
    said = (title, programme.about or facts, programme.note)
    return Poster(tuple(text for text in said if text), parts)


def _part(locality: Locality, part: Part, number: int, origin: Origin) -> PosterPart:
    linked = linked_of(locality, part)
    items = tuple(_item(locality, each) for each in linked)
    sign = part.colour.words.zh if part.colour else f"{number}"  # in English two begin with G
    return PosterPart(part.name, part.colour, sign, part.words, counted(locality, linked), items, origin)


def _item(locality: Locality, linked: LinkedRecord) -> Item:
    word = state_of(locality, linked).word
    line = locality.words(LINE).format(what=linked.title, state=word)
    return Item(linked.title, MARKS[linked.done], word, line)


def _blocks(poster: Poster, frame: BoardFrame) -> Iterator[Block]:
    """The same texts as they flow."""
    language = frame.language
    for text in poster.intro:
        yield Text(text, origin=frame.origin)
    columns = (BoardColumn(RECORD.to(language), 70), BoardColumn(STATE.to(language), 30))
    for part in poster.parts:
        yield Title(f"{part.sign} {part.name}")
        for text in (part.words, part.count):
            if text:
                yield Text(text, origin=part.origin)
        if part.items:
            rows = (
                GridRow((BoardCell(each.text), BoardCell(each.word, state=each.state)), part.origin)
                for each in part.items
            )
            yield Grid(columns, tuple(rows))
