"""The boards of a place: which ones have records, laid out on each sheet, with their short address page.

    Locality (as the wall may show it) ─ BOARDS ▶ subjects ─ lay_out ▶ BoardPage on each sheet + `b/ID/`

A board is addressed by place and kind, not by sheet: whoever scans the A4 sheet and whoever scans the A3
board reaches the same page. The version code is that of what is drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from noticeboard.boards.address import board_id
from noticeboard.boards.chosen import sheets_for
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.boards.view import BoardKind, BoardPage, BoardView
from noticeboard.config import BoardSettings
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative, root_of
from noticeboard.planning.board_frames import date_text, lay_out
from noticeboard.planning.hung_boards import HungBoard, hung_boards, unknown_boards
from noticeboard.planning.hung_pages import HungVersion, keys_beside, versions_of

BACK = Words("返回打印中心", "Back to the print centre")


class LaidOut(NamedTuple):
    """A board on one sheet."""

    subject: BoardSubject
    sheet: Sheet
    view: BoardView


@dataclass(frozen=True)
class SheetLink:
    """A board on one sheet: 297 × 420 mm, so many panels, where its page is."""

    paper: str
    orientation: str
    panels: int
    url: str
    key: str
    """Names its files: its page and its PDF."""


@dataclass(frozen=True)
class BoardEntry:
    """A board as the print centre lists it."""

    id: str
    title: str
    kind: str
    code: str
    date: str
    sheets: tuple[SheetLink, ...]
    usual: LaidOut
    """On the first of its sheets."""


@dataclass(frozen=True)
class BoardPlan:
    """The boards of one place."""

    path: str
    name: str
    sample: bool
    centre_url: str | None
    entries: tuple[BoardEntry, ...]
    pages: tuple[Page, ...]
    laid_out: tuple[LaidOut, ...] = ()


@dataclass(frozen=True)
class AddressView:
    """The page behind the QR code: which board this is, its current version, where the same facts stand."""

    frame: Frame
    code: str
    date: str
    place: str
    place_href: str
    centre_href: str
    sheets: tuple[tuple[str, str], ...]
    versions: tuple[HungVersion, ...] = ()
    """Those that hang or hung."""


LANDSCAPE = Words("横向", "landscape")
PORTRAIT = Words("纵向", "portrait")


def plan_boards(locality: Locality, boards: tuple[Board, ...]) -> tuple[BoardPlan, list[Diagnostic]]:
    """All boards of a place that have records, on the sheets that the settings ask for."""
    settings = locality.context.settings.boards
    pages: list[Page] = []
    entries: list[BoardEntry] = []
    laid_out: list[LaidOut] = []
    diagnostics: list[Diagnostic] = [*unknown_boards(locality)]
    hung = hung_boards(locality, boards)
    for board in boards:
        sheets = sheets_on_site(board.kind, settings)
        for subject in board.fill(locality) if sheets else ():
            made = []
            for sheet in sheets:
                view, found = lay_out(locality, subject, sheet)
                diagnostics.extend(each for each in found if each not in diagnostics)
                if view is not None:
                    made.append((sheet, view))
            if made:
                entry, own = _board(locality, subject, made, hung)
                entries.append(entry)
                laid_out.extend(LaidOut(subject, sheet, view) for sheet, view in made)
                pages.extend(own)
    addressed = {entry.id for entry in entries}
    pages.extend(_page_of_hung(locality, key, hung) for key in keys_beside(locality, hung, addressed))
    centre = locality.url("boards") if entries else None
    name, sample = locality.place.name, locality.context.sample
    plan = BoardPlan(
        locality.records.path, name, sample, centre, tuple(entries), tuple(pages), tuple(laid_out)
    )
    return plan, diagnostics


def sheets_on_site(kind: BoardKind, settings: BoardSettings) -> tuple[Sheet, ...]:
    """The sheets on which the site shows a kind of board; none if its settings leave it out."""
    if settings.kinds and not {kind.key, kind.words.zh} & set(settings.kinds):
        return ()
    return sheets_for(kind, settings)


def _board(
    locality: Locality,
    subject: BoardSubject,
    made: list[tuple[Sheet, BoardView]],
    hung: tuple[HungBoard, ...],
) -> tuple[BoardEntry, list[Page]]:
    own_id = board_id(locality.records.path, subject.key)
    centre = locality.url("boards")
    pages, links = [], []
    for sheet, view in made:
        key = f"{subject.key}-{sheet.key}"
        url = locality.url("boards", key)
        paper, orientation = sheet_words(locality, sheet)
        title = " - ".join((f"{subject.name or subject.title} {paper} {orientation}", *line_of(locality)))
        page = BoardPage(
            replace(view, title=title), relative(url, centre), locality.words(BACK), root=root_of(url)
        )
        pages.append(Page(url, view.template, page, listed=False, origin=subject.origin))
        links.append(SheetLink(paper, orientation, len(view.panels), url, key))
    usual = made[0][1]
    entry = BoardEntry(
        own_id,
        subject.name or subject.title,
        subject.kind.key,
        usual.code,
        date_text(locality, subject),
        tuple(links),
        LaidOut(subject, *made[0]),
    )
    pages.append(_address_page(locality, entry, versions_of(subject.key, hung, locality.language)))
    return entry, pages


def sheet_words(locality: Locality, sheet: Sheet) -> tuple[str, str]:
    """The paper of a sheet and how it lies, as the print centre says it."""
    return sheet.paper.to(locality.language), locality.words(LANDSCAPE if sheet.landscape else PORTRAIT)


def line_of(locality: Locality) -> tuple[str, ...]:
    """The place and those above it, nearest first, the site last."""
    return (locality.place.name, *(name for name, _ in reversed(locality.context.ancestors)))


def _address_page(locality: Locality, entry: BoardEntry, versions: tuple[HungVersion, ...]) -> Page:
    url = f"/b/{entry.id}/"
    view = AddressView(
        frame=locality.frame(url, entry.title),
        code=entry.code,
        date=entry.date,
        place=locality.place.name,
        place_href=relative(url, locality.records.url),
        centre_href=relative(url, locality.url("boards")),
        sheets=tuple((f"{link.paper} {link.orientation}", relative(url, link.url)) for link in entry.sheets),
        versions=versions,
    )
    return Page(url, "board-address.html", view, listed=False)


def _page_of_hung(locality: Locality, key: str, hung: tuple[HungBoard, ...]) -> Page:
    """The page behind the QR code of a board that hangs, though the site does not show it any more."""
    board = next(each for each in hung if each.key == key)
    url = f"/b/{board_id(locality.records.path, key)}/"
    view = AddressView(
        frame=locality.frame(url, board.title),
        code=board.now.code if board.now else "",
        date="",
        place=locality.place.name,
        place_href=relative(url, locality.records.url),
        centre_href="",
        sheets=(),
        versions=versions_of(key, hung, locality.language),
    )
    return Page(url, "board-address.html", view, listed=False)
