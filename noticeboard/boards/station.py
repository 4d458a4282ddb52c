"""民情速递站: the plate at the gate, the label of the box, and for the office the sheet of what is due today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from noticeboard.boards.document import TEMPLATE, DocumentBoard, headed, lay_out_document
from noticeboard.boards.document_blocks import Block, BoardCell, BoardColumn, Call, Grid, GridRow, Text, Title
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind
from noticeboard.kinds.station.record import Station
from noticeboard.kinds.station.view import (
    ITEM,
    RECEIVED,
    STATE,
    TITLE,
    due_items,
    parts_of,
    promise_text,
    state_of,
    when_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality

PLATE = BoardKind(
    "station",
    Words("民情速递站牌", "plate of the opinion station"),
    TEMPLATE,
    ("a3-portrait",),
    Words(
        "箱、卡、员、平台，承诺时限，电话，二维码", "box, card, courier, platform, promise, phone, QR code"
    ),
    at_doorways=False,
)
LABEL = BoardKind(
    "station-box",
    Words("民情速递箱标签", "label of the opinion box"),
    TEMPLATE,
    ("a4-landscape",),
    Words(
        "贴在箱上：投什么、几天反馈、打哪个电话",
        "for the box: what to put in, when it is answered, whom to call",
    ),
    at_doorways=False,
)
DUE = BoardKind(
    "station-due",
    Words("今天到期的服务事项", "items due today"),
    TEMPLATE,
    ("a4-portrait",),
    Words("办公室用：今天到期和已超期的服务事项", "for the office: items due today and overdue"),
    office=True,
    at_doorways=False,
)
CALL, BOX = Words("民情电话", "Call"), Words("民情速递箱", "Opinion box")
NUMBERED = Words("民情速递站（{n}）", "Opinion station ({n})")
SAY = Words(
    "有意见、有难事，写在卡上投进来。不写姓名也可以。",
    "Write what troubles you on a card and put it in. No name is needed.",
)
HOW = Words("怎样反映", "How to tell us")
PART, WHERE = Words("渠道", "By"), Words("在哪里", "Where")


def plates(locality: Locality) -> Iterator[BoardSubject]:
    """A plate for each station that is named here."""
    for number, station in enumerate(_stations(locality), 1):
        content = DocumentBoard(tuple(_plate(locality, station)))
        yield _subject(locality, PLATE, station, content, number)


def labels(locality: Locality) -> Iterator[BoardSubject]:
    """A label for each station that has a box."""
    for number, station in enumerate(_stations(locality), 1):
        if station.box:
            blocks: list[Block] = [
                Text(locality.words(SAY), lead=True),
                Text(promise_text(locality, station), lead=True),
            ]
            if station.phone:
                blocks.append(Call(locality.words(CALL), station.phone))
            yield _subject(locality, LABEL, station, DocumentBoard(tuple(blocks)), number)


def due_sheets(locality: Locality) -> Iterator[BoardSubject]:
    """What must be answered today, or should have been; nothing where there is nothing."""
    items = due_items(locality)
    if not items:
        return
    words = locality.words
    columns = (
        BoardColumn(words(ITEM), 40),
        BoardColumn(words(RECEIVED), 35),
        BoardColumn(words(STATE), 25),
    )
    rows = tuple(
        GridRow(
            (
                BoardCell(f"{item.number}. {item.what}"),
                BoardCell(when_text(locality, item), small=True),
                BoardCell(
                    state.word,
                    (state.note,) if state.note else (),
                    "overdue" if state.mark == "clock" else "waiting",
                ),
            )
        )
        for item in items
        for state in (state_of(locality, item),)
    )
    yield BoardSubject(
        key=DUE.key,
        kind=DUE,
        title=words(DUE.words),
        band="plain",
        date=locality.summary.as_of,
        issuer="",
        content=DocumentBoard((Grid(columns, rows),), wide=True),
        lay_out=partial(lay_out_document, DUE),
    )


def _stations(locality: Locality) -> tuple[Station, ...]:
    return tuple(station for station in locality.records.of(Station) if station.count is None)


def _subject(
    locality: Locality, kind: BoardKind, station: Station, content: DocumentBoard, number: int
) -> BoardSubject:
    words = locality.words
    own = station.title or (station.where if number > 1 else "")
    title, above = headed(station.title or words(TITLE), words(TITLE))
    if kind is LABEL:
        title = words(BOX)
        above = (Text(own),) if own else ()
    elif number > 1 and not station.title:
        title = words(NUMBERED).format(n=number)
    return BoardSubject(
        key=kind.key if number == 1 else f"{kind.key}-{number}",
        kind=kind,
        title=title,
        band="plain",
        date=locality.summary.as_of,
        issuer="",
        content=replace(content, blocks=(*above, *content.blocks)),
        lay_out=partial(lay_out_document, kind),
        name=words(Words("{}（{}）", "{} ({})")).format(words(kind.words), own) if own else words(kind.words),
        origin=station.origin,
    )


def _plate(locality: Locality, station: Station) -> Iterator[Block]:
    words = locality.words
    yield Text(promise_text(locality, station), lead=True)
    if station.phone:
        yield Call(words(CALL), station.phone)
    yield Title(words(HOW))
    columns = (BoardColumn(words(PART), 30), BoardColumn(words(WHERE), 70))
    parts = parts_of(locality, station)
    yield Grid(
        columns,
        tuple(GridRow((BoardCell(name, bold=True), BoardCell(text)), station.origin) for name, text in parts),
    )
