"""Printing the doorway sets of places, as a pure function of values, so that any Executor can run it.

    PrintTask + Press ─ print_sets ▶ SetPrinted of each place: merged PDFs and packing list, staged

Every board is drawn once, or taken from the store, and its pages are taken over into the file of its paper as often
as doorways get it. The merged files themselves are not kept: merging takes less time than looking them up.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace

from noticeboard.boards.catalogue import BOARDS
from noticeboard.boards.measure import use
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.building.board_photos import BoardPhotos
from noticeboard.building.print_work import (
    PdfStaged,
    PlacePrinted,
    Press,
    PrintTask,
    localities,
    pdf_of,
)
from noticeboard.diagnostics import Diagnostic, Origin, Problem
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.doorways import DoorwayItem, DoorwaySet, doorway_set
from noticeboard.planning.hung_record import HungPrint, rows_of
from noticeboard.planning.packing import PackingList, packing_list, pages_of
from noticeboard.planning.packing_sheet import packing_sheet
from noticeboard.planning.printing import BoardToPrint, PrintOrder
from noticeboard.reading.files import digest
from noticeboard.rendering.html import BrokenTemplate
from noticeboard.rendering.pdf import merged
from noticeboard.rendering.pdf_facts import Part, PdfFacts

SET = Words("楼门套件", "Doorway set")


@dataclass(frozen=True)
class SetPrinted:
    """What came of the doorway set of one place."""

    packing: PackingList
    printed: PlacePrinted


def list_sets(task: PrintTask) -> tuple[SetPrinted, ...]:
    """The packing lists of some places; nothing is drawn."""
    made = (_planned(locality, task.order) for locality in localities(task))
    return tuple(SetPrinted(packing, PlacePrinted((), found)) for _, packing, found in made)


def print_sets(task: PrintTask, press: Press) -> tuple[SetPrinted, ...]:
    """Print the doorway sets of some places."""
    gc.disable()
    use(press.theme.fonts)
    photos = (BoardPhotos(files, task.ground.root) for files, _ in task.places)
    return tuple(
        _print_set(locality, task.order, press, own)
        for locality, own in zip(localities(task), photos, strict=True)
    )


def _planned(locality: Locality, order: PrintOrder) -> tuple[DoorwaySet, PackingList, tuple[Diagnostic, ...]]:
    assert order.doorways is not None
    found, problems = doorway_set(locality, BOARDS, order)
    return found, packing_list(locality, found, order.doorways), problems


def _print_set(locality: Locality, order: PrintOrder, press: Press, photos: BoardPhotos) -> SetPrinted:
    found, packing, problems = _planned(locality, order)
    sheet, wrong = packing_sheet(locality, packing)
    rows, unrecorded = _rows(locality, found, order)
    told = (*problems, *wrong, *unrecorded)
    if sheet is None:
        return SetPrinted(packing, PlacePrinted((), told))
    boards = (*(item.board for item in found.items), sheet)
    try:
        drawn = _drawn(boards, press, photos)
    except BrokenTemplate as broken:
        return SetPrinted(packing, PlacePrinted((), (*told, broken.diagnostic)))
    except Problem as problem:  # of the theme, whatever the record
        return SetPrinted(packing, PlacePrinted((), (*told, problem.at(Origin()))))
    staged = (*_merged(locality, found, packing, drawn, press), _staged_sheet(sheet, drawn, press))
    return SetPrinted(packing, PlacePrinted(staged, told, rows, drawn.unkept))


@dataclass(frozen=True)
class _Drawn:
    """The PDFs of the boards of a set, and why one could not be kept."""

    pdfs: tuple[tuple[BoardToPrint, bytes], ...]
    unkept: str

    def of(self, board: BoardToPrint) -> bytes:
        """The PDF of a board."""
        return next(pdf for each, pdf in self.pdfs if each is board)


def _drawn(boards: tuple[BoardToPrint, ...], press: Press, photos: BoardPhotos) -> _Drawn:
    """Each board once, with the stylesheets of its sheets."""
    once = list({id(board): board for board in boards}.values())
    sheets = tuple(dict.fromkeys(board.sheet for board in once))
    made = replace(press.theme, made=stylesheets_of(sheets, press.theme.fonts))
    press = replace(press, theme=made)
    found = [(board, pdf_of(board, press, photos.on(board.view))) for board in once]
    unkept = next((pdf.unkept for _, pdf in found if pdf.unkept), "")
    return _Drawn(tuple((board, pdf.data) for board, pdf in found), unkept)


def _staged_sheet(sheet: BoardToPrint, drawn: _Drawn, press: Press) -> PdfStaged:
    return _staged(sheet.path, drawn.of(sheet), sheet.pages, press)


def _merged(
    locality: Locality, found: DoorwaySet, packing: PackingList, drawn: _Drawn, press: Press
) -> Iterator[PdfStaged]:
    """The merged PDF of each paper, its pages in the order of the packing list."""
    rows = tuple(zip(packing.rows, found.items, strict=True))
    for file in packing.files:
        items = tuple(item for row, item in rows if row.file == file.name)
        pdfs = {str(id(item.board)): drawn.of(item.board) for item in items}
        parts = tuple(
            Part(item.doorway, item.board.name, str(id(item.board)), pages_of(item)) for item in items
        )
        path = f"{packing.folder}/{file.name}"
        yield _staged(path, merged(pdfs, parts, _facts(locality, file.paper, items)), file.pages, press)


def _facts(locality: Locality, paper: str, items: tuple[DoorwayItem, ...]) -> PdfFacts:
    """What a merged PDF says of itself; its day is that of the newest board in it."""
    days = [item.board.day for item in items if item.board.day]
    return PdfFacts(
        title=" - ".join((f"{locality.words(SET)} {paper}", locality.place.name)),
        language=items[0].board.language,
        panels=(),
        author=locality.context.issuer,
        day=max(days, default=None),
    )


def _rows(
    locality: Locality, found: DoorwaySet, order: PrintOrder
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """What is to be appended to the record of what hangs; cards are handed out and not recorded."""
    if order.hung is None:
        return (), ()
    hangings = tuple(
        (
            item.doorway,
            HungPrint(
                item.board.key,
                item.board.name,
                item.board.sheet.key,
                item.board.stated,
                item.panels[0] if item.one_panel else None,
            ),
        )
        for item in found.items
        if item.board.stated
    )
    return rows_of(locality, order.hung.day, hangings)


def _staged(path: str, data: bytes, pages: int, press: Press) -> PdfStaged:
    name = digest(data)
    (press.staging / name).write_bytes(data)
    return PdfStaged(path, name, pages, drawn=True)
