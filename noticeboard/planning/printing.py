"""The boards of a place that somebody wants printed: any board that has records, on any sheet.

    Locality (as the wall may show it) + PrintOrder ─ boards_to_print ▶ BoardToPrint, and what does not fit

The page is that of the site: the same view, the same template. Only its address differs, for a PDF has no way back.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from noticeboard.boards.sheet import Sheet
from noticeboard.boards.sheet_choice import Orientation, chosen_sheets
from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.boards.view import BoardPage, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning.board_pages import issuer_of, lay_out, sheets_on_site

PAGE = "/board.html"
"""Where the page of a board stands while it is drawn: at the root of the site."""


@dataclass(frozen=True)
class PrintOrder:
    """What to print; nothing stated means what the site shows."""

    board: str = ""
    """A kind of board by its key or name, or one board by its key."""
    size: str = ""
    orientation: Orientation | None = None


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
    """A name for each of its pages."""


def subjects_of(locality: Locality, kinds: tuple[Board, ...], order: PrintOrder) -> tuple[BoardSubject, ...]:
    """The boards of a place that are meant, whatever the sheet."""
    subjects = tuple(subject for kind in kinds for subject in kind.fill(locality))
    if not order.board:
        return tuple(each for each in subjects if sheets_on_site(each.kind, locality.context.settings.boards))
    return tuple(each for each in subjects if order.board.lower() in _names(each))


def boards_to_print(
    locality: Locality, kinds: tuple[Board, ...], order: PrintOrder
) -> tuple[tuple[BoardToPrint, ...], tuple[Diagnostic, ...]]:
    """The boards that are meant, laid out, each on the sheets that are meant."""
    boards: list[BoardToPrint] = []
    diagnostics: list[Diagnostic] = []
    for subject in subjects_of(locality, kinds, order):
        for sheet in _sheets(locality, subject, order):
            view, found = lay_out(locality, subject, sheet)
            diagnostics.extend(found)
            if view is not None:
                boards.append(_to_print(locality, subject, sheet, view))
    return tuple(boards), tuple(dict.fromkeys(diagnostics))


def _names(subject: BoardSubject) -> tuple[str, ...]:
    words = subject.kind.words
    return subject.key.lower(), subject.kind.key, words.zh, words.en.lower()


def _sheets(locality: Locality, subject: BoardSubject, order: PrintOrder) -> tuple[Sheet, ...]:
    kind = subject.kind
    if order.size:
        return chosen_sheets(kind.sheets, order.size, order.orientation)
    on_site = sheets_on_site(kind, locality.context.settings.boards)
    return chosen_sheets([sheet.key for sheet in on_site] or kind.sheets, "", order.orientation)


def _to_print(locality: Locality, subject: BoardSubject, sheet: Sheet, view: BoardView) -> BoardToPrint:
    title = f"{subject.name or subject.title} - {locality.place.name}"
    return BoardToPrint(
        path=f"{locality.records.path}/{subject.key}-{sheet.key}.pdf".lstrip("/"),
        page=Page(PAGE, view.template, BoardPage(view), listed=False, origin=subject.origin),
        sheet=sheet,
        title=title,
        issuer=issuer_of(locality, subject),
        day=subject.date.first if subject.date else None,
        language=view.lang,
        panels=tuple(panel.head.panel.plain if panel.head.panel else title for panel in view.panels),
    )
