"""Printing the boards of places, as a pure function of values, so that any Executor can run it in any process.

    PrintTask (places with what they are given) + Press ─ print_places ▶ PlacePrinted of each, its PDFs staged
    PrintTask ─ measure_places ▶ PlaceMeasured of each: how legible its boards would be

A place is read and planned as for the site. A board whose PDF is in the store is not drawn; the others are drawn,
and all wait in the staging folder until it is known that nothing is wrong anywhere.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from noticeboard.boards.added_fonts import AddedFont
from noticeboard.boards.catalogue import BOARDS
from noticeboard.boards.legibility import Legibility, legibility
from noticeboard.boards.measure import use
from noticeboard.building.board_photos import BoardPhotos, photos_digest
from noticeboard.building.pdf_store import PdfStore, pdf_fingerprint
from noticeboard.building.place_files import PlaceFiles
from noticeboard.building.read_work import Ground, Shelf, read_place, shelved
from noticeboard.building.renderers import renderer_of
from noticeboard.diagnostics import Diagnostic, Origin, Problem
from noticeboard.frozen import dataclass
from noticeboard.languages import Language
from noticeboard.locality import Locality
from noticeboard.planning.form_prints import forms_to_print
from noticeboard.planning.hung_record import HungPrint, to_record
from noticeboard.planning.printing import BoardToPrint, PrintOrder, boards_to_print, subjects_of
from noticeboard.planning.reprint import PlaceReprints, to_reprint
from noticeboard.planning.site import Given
from noticeboard.reading.files import digest
from noticeboard.rendering.html import BrokenTemplate, Renderer
from noticeboard.rendering.pdf import PdfEngine, engine_version, fonts_digest
from noticeboard.rendering.pdf_facts import PdfFacts
from noticeboard.rendering.theme import Theme


@dataclass(frozen=True)
class Press:
    """What is the same for all boards of a run."""

    theme: Theme
    language: Language
    store: PdfStore
    staging: Path
    engine: str
    """Names and versions of what draws; with the digest of the fonts part of every fingerprint."""
    fonts: str
    """The digest of the fonts of the package; those of the site stand in the stylesheets by theirs."""


@dataclass(frozen=True)
class PrintTask:
    """Some places, which of their boards are meant, and the shelf that their records lie on."""

    ground: Ground
    order: PrintOrder
    places: tuple[tuple[PlaceFiles, Given], ...]
    shelf: Shelf | None = None


@dataclass(frozen=True)
class Listed:
    """A board that a place has: what `print --list` says of it."""

    key: str
    title: str


@dataclass(frozen=True)
class PdfStaged:
    """One PDF that waits for its release."""

    path: str
    """Below the output folder."""
    staged: str
    """Name of the file in the staging folder."""
    pages: int
    drawn: bool
    """Whether it was drawn now; else it was in the store."""


@dataclass(frozen=True)
class PlacePrinted:
    """What came of one place."""

    boards: tuple[PdfStaged, ...]
    problems: tuple[Diagnostic, ...]
    rows: tuple[str, ...] = ()
    """What is to be appended to the record of what hangs."""
    unkept: str = ""
    """Why a PDF could not be kept in the store."""


@dataclass(frozen=True)
class Measured:
    """How legible one board would be on one sheet."""

    path: str
    panels: int
    legibility: Legibility


@dataclass(frozen=True)
class PlaceMeasured:
    """The boards of one place, and what is wrong with them."""

    boards: tuple[Measured, ...]
    problems: tuple[Diagnostic, ...]


def list_places(task: PrintTask) -> tuple[tuple[Listed, ...], ...]:
    """The boards that each of some places has."""
    subjects = (subjects_of(locality, BOARDS, task.order) for locality in localities(task))
    return tuple(tuple(Listed(each.key, each.name or each.title) for each in found) for found in subjects)


def print_places(task: PrintTask, press: Press) -> tuple[PlacePrinted, ...]:
    """Print the boards of some places."""
    gc.disable()
    use(press.theme.fonts)
    photos = (BoardPhotos(files, task.ground.root) for files, _ in task.places)
    return tuple(
        _print_place(locality, task.order, press, own)
        for locality, own in zip(localities(task), photos, strict=True)
    )


def _print_place(locality: Locality, order: PrintOrder, press: Press, photos: BoardPhotos) -> PlacePrinted:
    boards, found = _meant(locality, order)
    if order.hung is None:
        return _printed(boards, found, press, photos)
    hung = tuple(
        HungPrint(board.key, board.title, board.sheet.key, board.stated) for board in boards if board.stated
    )
    rows, problems = to_record(locality, order.hung, hung)
    return replace(_printed(boards, (*found, *problems), press, photos), rows=rows)


def _meant(locality: Locality, order: PrintOrder) -> tuple[tuple[BoardToPrint, ...], tuple[Diagnostic, ...]]:
    """The boards or the form that are meant, laid out."""
    return forms_to_print(locality, order) if order.form else boards_to_print(locality, BOARDS, order)


def reprint_places(task: PrintTask) -> tuple[PlaceReprints, ...]:
    """What of each of some places must be printed again."""
    return tuple(to_reprint(locality, BOARDS) for locality in localities(task))


def measure_places(task: PrintTask, fonts: tuple[AddedFont, ...]) -> tuple[PlaceMeasured, ...]:
    """How legible the boards of some places would be; `fonts` are those that the site adds."""
    use(fonts)
    laid_out = (_meant(locality, task.order) for locality in localities(task))
    return tuple(PlaceMeasured(tuple(map(_measured, boards)), found) for boards, found in laid_out)


def _measured(board: BoardToPrint) -> Measured:
    return Measured(board.path, len(board.panels), legibility(board.view, board.sheet))


def localities(task: PrintTask) -> Iterator[Locality]:
    """Each place as its boards may show it."""
    records = shelved(task.shelf)
    for files, given in task.places:
        pair = records.get(given.summary.path) or read_place(files, task.ground)[1]
        yield given.locality(pair[1], on_wall=True)


def _printed(
    boards: tuple[BoardToPrint, ...], found: tuple[Diagnostic, ...], press: Press, photos: BoardPhotos
) -> PlacePrinted:
    problems = list(found)
    staged = []
    unkept = ""
    for board in boards:
        try:
            pdf = pdf_of(board, press, photos.on(board.view))
        except Problem as problem:  # of the theme, whatever the record
            problems.append(problem.at(Origin()))
        except BrokenTemplate as broken:
            problems.append(broken.diagnostic)
        else:
            (press.staging / pdf.fingerprint).write_bytes(pdf.data)
            staged.append(PdfStaged(board.path, pdf.fingerprint, board.pages, pdf.drawn))
            unkept = unkept or pdf.unkept
    return PlacePrinted(tuple(staged), tuple(dict.fromkeys(problems)), unkept=unkept)


class Pdf(NamedTuple):
    """The PDF of a board: what it was made from, whether it was drawn now, why it could not be kept."""

    data: bytes
    fingerprint: str
    drawn: bool
    unkept: str = ""


def pdf_of(board: BoardToPrint, press: Press, photos: Mapping[str, bytes]) -> Pdf:
    """The PDF of a board from the store, else drawn; `Problem` or `BrokenTemplate` if that cannot be done."""
    renderer = renderer_of(press.theme, press.language)
    look = f"{look_of(board, renderer)} {press.language}{photos_digest(photos)}"
    fingerprint = pdf_fingerprint(board, look, press.engine, press.fonts)
    known = press.store.find(fingerprint)
    if known is not None:
        return Pdf(known, fingerprint, drawn=False)
    html = renderer.render(board.page, "").decode()
    facts = PdfFacts(board.title, board.language, board.panels, board.issuer, board.day)
    engine = engine_of(press.theme)
    data = engine.finish(engine.draw(html, board.sheet, photos), facts, board.sheet, board.tile)
    error = press.store.keep(fingerprint, data)
    return Pdf(data, fingerprint, True, (error.strerror or type(error).__name__) if error else "")


def look_of(board: BoardToPrint, renderer: Renderer) -> str:
    """The digest of its template and of all assets but the stylesheets that were made for other sheets."""
    theme = renderer.theme
    elsewhere = {name for name, _ in theme.made}.difference(board.view.stylesheets)
    assets = [(name, path) for name, path in theme.assets.items() if name not in elsewhere]
    return digest(f"{renderer.template_digest(board.page.template)} {assets}".encode())


def engine_of(theme: Theme) -> PdfEngine:
    """The engine of a theme, kept by a process between two boards while the theme stays the same."""
    return _engine(theme, theme.state_digest)


@lru_cache(maxsize=2)
def _engine(theme: Theme, _state: str) -> PdfEngine:
    return PdfEngine(theme)


def press_of(root: Path, theme: Theme, language: Language, staging: Path) -> Press:
    """The press of the site at `root`."""
    return Press(theme, language, PdfStore.of_site(root), staging, engine_version(), fonts_digest())
