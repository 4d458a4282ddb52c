"""荣誉榜: role models with the place of a portrait, banners, ratings and flags as cards, earlier ones in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import (
    Block,
    BoardCell,
    BoardColumn,
    Card,
    Cards,
    Face,
    Faces,
    Grid,
    GridRow,
    Text,
    Title,
    Total,
    Totals,
)
from noticeboard.boards.fills.heading import capital, date_of, photo_path
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.people import photos_of
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.honour import KIND as HONOUR
from noticeboard.kinds.honour import Sort
from noticeboard.kinds.honour.record import Honour, Stood
from noticeboard.kinds.honour.view import (
    GIVEN,
    HISTORY,
    MODELS,
    WHEN,
    all_of,
    given_text,
    name_text,
    parted,
    standing_text,
    when_text,
)
from noticeboard.kinds.honour.view import (
    HONOUR as WHAT,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import PHOTO_FOLDER

KIND = BoardKind(
    "honour",
    Words("荣誉榜", "honours"),
    TEMPLATE,
    ("a3-landscape", "a4-portrait"),
    Words(
        "先进个人（照片须本人同意）、锦旗、星级、流动红旗，往期列在后面",
        "role models (portraits with consent), banners, ratings, flags; earlier ones at the end",
    ),
    at_doorways=False,
)
LABELS = {
    Sort.BANNER: Words("锦旗", "Banners"),
    Sort.STAR: Words("星级", "Star ratings"),
    Sort.FLAG: Words("流动红旗", "Flags"),
    Sort.TITLE: Words("荣誉称号", "Titles"),
}
UNITS = {
    Sort.BANNER: Words("面", ""),
    Sort.STAR: Words("项", ""),
    Sort.FLAG: Words("面", ""),
    Sort.TITLE: Words("项", ""),
}
PEOPLE = Words("人", "")
COMMA, LIST = Words("，", ", "), Words("、", ", ")


def honour_boards(locality: Locality) -> Iterator[BoardSubject]:
    """All honours of the place."""
    found = all_of(locality)
    if not found:
        return
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=capital(locality.words(KIND.words)),
        band="plain",
        date=date_of(locality, HONOUR, (stood.honour for stood in found)),
        issuer="",
        content=DocumentBoard(tuple(_blocks(locality, found))),
        lay_out=lay_out,
    )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    view, found = lay_out_document(KIND, board, frame)
    faces = (face for block in board.blocks if isinstance(block, Faces) for face in block.faces)
    photos = photos_of(face.portrait for face in faces)
    return (replace(view, photos=photos) if view and photos else view), found


def _blocks(locality: Locality, found: Sequence[Stood]) -> Iterator[Block]:
    models, held, history = parted(found)
    yield from _totals(locality, models, held)
    if models:
        yield Title(locality.words(MODELS))
        yield Faces(tuple(_face(locality, stood) for stood in models))
    for sorts in ((Sort.BANNER,), (Sort.STAR, Sort.FLAG, Sort.TITLE)):
        shown = [stood for sort in sorts for stood in held if stood.honour.sort is sort]
        if shown:
            names = dict.fromkeys(locality.words(LABELS[stood.honour.sort]) for stood in shown)
            yield Title(locality.words(LIST).join(names))
            yield Cards(tuple(_card(locality, stood) for stood in shown))
    for note in dict.fromkeys(stood.honour.note for stood in (*models, *held) if stood.honour.note):
        yield Text(note)
    if history:
        yield from _history(locality, history)


def _totals(locality: Locality, models: Sequence[Stood], held: Sequence[Stood]) -> Iterator[Block]:
    counts = Counter(stood.honour.sort for stood in held)
    words = locality.words
    totals = [Total(words(MODELS), str(len(models)), words(PEOPLE))] if models else []
    totals += [
        Total(words(label), str(counts[sort]), words(UNITS[sort]))
        for sort, label in LABELS.items()
        if counts[sort]
    ]
    if len(totals) > 1:
        yield Totals(tuple(totals))


def _face(locality: Locality, stood: Stood) -> Face:
    honour = stood.honour
    return Face(
        honour.name,
        honour.title,
        (honour.reason, _given(locality, honour)),
        portrait=_photo(locality, stood),
        origin=honour.origin,
    )


def _photo(locality: Locality, stood: Stood) -> str:
    if stood.path == locality.records.path:
        return photo_path(locality, stood.honour.portrait)
    photo = stood.honour.portrait
    return f"{stood.path}/{PHOTO_FOLDER}/{photo}".lstrip("/") if photo else ""


def _card(locality: Locality, stood: Stood) -> Card:
    honour = stood.honour
    head = _head(locality, honour)
    text = "" if honour.sort is Sort.BANNER else name_text(locality, honour)
    when = (when_text(locality, honour), standing_text(locality, stood))
    more = (
        given_text(locality, honour),
        honour.reason,
        locality.words(COMMA).join(part for part in when if part),
    )
    shown = [part for part in more if part]
    if not text:
        text, shown = (shown[0], shown[1:]) if shown else ("", [])
    return Card(head, text, tuple(shown), origin=honour.origin)


def _head(locality: Locality, honour: Honour) -> str:
    """What stands large on a card: the inscription, the stars, the sort."""
    if honour.sort is Sort.STAR and honour.stars:
        return "★" * honour.stars
    if honour.sort is Sort.BANNER and honour.title:
        return honour.title
    return capital(locality.words(honour.sort.words))


def _given(locality: Locality, honour: Honour) -> str:
    parts = (given_text(locality, honour), when_text(locality, honour))
    return locality.words(COMMA).join(part for part in parts if part)


def _history(locality: Locality, history: Sequence[Stood]) -> Iterator[Block]:
    words = locality.words
    yield Title(words(HISTORY))
    columns = (
        BoardColumn(words(WHAT), 35),
        BoardColumn(words(GIVEN), 30),
        BoardColumn(words(WHEN), 35),
    )
    rows = []
    for stood in history:
        honour = stood.honour
        name = (honour.name, name_text(locality, honour))
        cells = (
            BoardCell(words(COMMA).join(part for part in name if part), small=True),
            BoardCell(given_text(locality, honour), small=True),
            BoardCell(when_text(locality, honour), (standing_text(locality, stood),), small=True),
        )
        rows.append(GridRow(cells, honour.origin))
    yield Grid(columns, tuple(rows))
