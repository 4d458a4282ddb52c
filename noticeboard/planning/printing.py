"""The boards of a place that somebody wants printed: any board that has records, on any sheet.

    Locality (as the wall may show it) + PrintOrder ─ boards_to_print ▶ BoardToPrint, and what does not fit

The page is that of the site: the same view, the same template. Only its address differs, for a PDF has no way back.
The file is named like the board's page; a distance that was asked for, and the paper that it is tiled over, stand in
its name too, so that no print takes the place of another.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from noticeboard.boards.chosen import sheets_of_name
from noticeboard.boards.print_shop import page_size
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.sheets_to_print import SheetWish, sheets_to_print
from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.boards.tiles import PAPERS, tiles_of
from noticeboard.boards.view import BoardKind, BoardPage, BoardView
from noticeboard.config import BoardSettings
from noticeboard.diagnostics import Diagnostic
from noticeboard.forms.form import FormOptions
from noticeboard.frozen import dataclass
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning.board_frames import issuer_of, lay_out
from noticeboard.planning.board_lines import BoardStated, stated
from noticeboard.planning.board_pages import sheets_on_site
from noticeboard.planning.hung_record import HungOrder
from noticeboard.values.partial_date import PartialDate

PAGE = "/board.html"
"""Where the page of a board stands while it is drawn: at the root of the site."""


@dataclass(frozen=True)
class FormOrder:
    """A kind of form by its key or name, and what is asked of it."""

    kind: str
    options: FormOptions = FormOptions()


@dataclass(frozen=True)
class DoorwayOrder:
    """A doorway set: all that belongs to some doorways of a place, or to each of them where none is named."""

    names: tuple[str, ...] = ()
    cards: FormOptions = FormOptions()
    """The first number of the comment cards, and how many of them a doorway gets."""


@dataclass(frozen=True)
class PrintOrder:
    """What to print; nothing stated means what the site shows."""

    board: str = ""
    """A kind of board by its key or name, or one board by its key."""
    sheets: SheetWish = SheetWish()
    tile: str = ""
    """The paper of an office printer (a3 or a4) that larger panels are tiled over."""
    in_force_on: date | None = None
    """The day for which to print, if that is not the day of printing."""
    hung: HungOrder | None = None
    """Where and when the boards are hung, if that is to be recorded."""
    form: FormOrder | None = None
    """The form that is meant instead of boards."""
    doorways: DoorwayOrder | None = None
    """The doorways whose sets are meant instead of single boards."""


AS_ON_SITE = PrintOrder()


@dataclass(frozen=True)
class BoardToPrint:
    """One board on one sheet."""

    path: str = field(repr=False)
    """Of the file below the output folder, named like the board's page."""
    page: Page
    sheet: Sheet
    title: str
    issuer: str
    day: date | None
    language: str
    panels: tuple[str, ...]
    """A name for each of them."""
    tile: str = ""
    """The paper that each panel is tiled over."""
    stated: BoardStated | None = field(default=None, repr=False)
    """What it says, if that is to be recorded."""
    key: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    """What it is called in lists."""

    @property
    def view(self) -> BoardView:
        """The board as it is laid out."""
        shown: BoardPage = self.page.view
        return shown.board

    @property
    def pages(self) -> int:
        """How many pages its PDF has."""
        tiles = len(tiles_of(self.sheet.width, self.sheet.height, self.tile)) if self.tile else 1
        return tiles * len(self.panels)


def subjects_of(locality: Locality, kinds: tuple[Board, ...], order: PrintOrder) -> tuple[BoardSubject, ...]:
    """The boards of a place that are meant, whatever the sheet."""
    subjects = tuple(subject for kind in kinds for subject in kind.fill(locality))
    if not order.board:
        return tuple(
            each for each in subjects if _is_meant(each.kind, locality.context.settings.boards, order)
        )
    return tuple(each for each in subjects if order.board.lower() in _names(each))


def boards_to_print(
    locality: Locality, kinds: tuple[Board, ...], order: PrintOrder
) -> tuple[tuple[BoardToPrint, ...], tuple[Diagnostic, ...]]:
    """The boards that are meant, laid out, each on the sheets that are meant."""
    boards: list[BoardToPrint] = []
    in_force = in_force_text(locality, order)
    diagnostics: list[Diagnostic] = []
    for subject in subjects_of(locality, kinds, order):
        for sheet in sheets_to_print(subject.kind, locality.context.settings.boards, order.sheets):
            view, found = lay_out(locality, subject, sheet, in_force)
            diagnostics.extend(found)
            if view is not None:
                boards.append(to_print(locality, subject, sheet, view, order))
    return tuple(boards), tuple(dict.fromkeys(diagnostics))


def in_force_text(locality: Locality, order: PrintOrder) -> str:
    """The day for which it is printed, if that is not the day of printing."""
    day = order.in_force_on
    return PartialDate(day.year, day.month, day.day).text(locality.language) if day else ""


def _is_meant(kind: BoardKind, settings: BoardSettings, order: PrintOrder) -> bool:
    """Whether a kind is meant that is not named: the site shows it, and it is made on such sheets without asking."""
    size = order.sheets.size
    return bool(sheets_on_site(kind, settings) and (not (kind.office and size) or sheets_of_name(size, kind)))


def _names(subject: BoardSubject) -> tuple[str, ...]:
    words = subject.kind.words
    return subject.key.lower(), subject.kind.key, words.zh, words.en.lower()


def to_print(
    locality: Locality,
    subject: BoardSubject,
    sheet: Sheet,
    view: BoardView,
    order: PrintOrder = AS_ON_SITE,
) -> BoardToPrint:
    """A board that is laid out, as it is printed."""
    title = f"{subject.name or subject.title} - {locality.place.name}"
    tile = tile_of(sheet, order.tile)
    return BoardToPrint(
        path=named_for_print(locality, subject.key, sheet, order, tile),
        page=Page(PAGE, view.template, BoardPage(view), listed=False, origin=subject.origin),
        sheet=sheet,
        title=title,
        issuer=issuer_of(locality, subject),
        day=subject.date.first if subject.date else None,
        language=view.lang,
        panels=panel_names(view, title),
        tile=tile,
        stated=stated(locality, subject) if order.hung else None,
        key=subject.key,
        name=subject.name or subject.title,
    )


def named_for_print(
    locality: Locality, name: str, sheet: Sheet, order: PrintOrder, tile: str, more: str = ""
) -> str:
    """The file of what is called `name`, below the output folder."""
    distance = f"-{order.sheets.distance:g}m" if order.sheets.distance else ""
    file = f"{name}-{sheet.key}{distance}{f'-on-{tile}' if tile else ''}{more}.pdf"
    return f"{locality.records.path}/{file}".lstrip("/")


def panel_names(view: BoardView, title: str) -> tuple[str, ...]:
    """A name for each panel, in the outline."""
    return tuple(panel.head.panel.plain if panel.head.panel else title for panel in view.panels)


def tile_of(sheet: Sheet, paper: str) -> str:
    """The paper that a sheet is tiled over; nothing if it fits on it, or none is asked for."""
    return paper if paper and not _fits_on(sheet, paper) else ""


def _fits_on(sheet: Sheet, paper: str) -> bool:
    """Whether a sheet of paper is large enough, so that the board is printed on it as it is."""
    width, height = page_size(sheet)
    return any(width <= each.width and height <= each.height for each in PAPERS[paper])
