"""The print centre: every board of a place with its sheets, and for the whole site the places that have boards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative
from noticeboard.planning.board_pages import BoardPlan

TITLE = Words("打印中心", "Print centre")


@dataclass(frozen=True)
class SheetRow:
    """A board on one sheet, as a link: A3 横向, 2块."""

    paper: str
    orientation: str
    panels: int
    href: str


@dataclass(frozen=True)
class BoardRow:
    """A board in the list: title, version, date, short address, sheets."""

    id: str
    title: str
    code: str
    date: str
    address: str
    sheets: tuple[SheetRow, ...]


@dataclass(frozen=True)
class PlaceBoards:
    """A place that has boards."""

    name: str
    href: str
    count: int
    sample: bool


@dataclass(frozen=True)
class PrintCentreView:
    """The print centre of a place or, with `places`, of the site."""

    frame: Frame
    boards: tuple[BoardRow, ...]
    places: tuple[PlaceBoards, ...]


def print_centre(locality: Locality, boards: BoardPlan) -> Iterator[Page]:
    """The print centre of one place, if it has boards; that of the site is `print_index`."""
    if boards.centre_url is None or not locality.records.path:
        return
    url = boards.centre_url
    frame = locality.frame(url, locality.words(TITLE))
    yield Page(url, "boards.html", PrintCentreView(frame, _rows(locality, url, boards), ()))


def print_index(root: Locality, plans: list[BoardPlan]) -> Iterator[Page]:
    """The print centre of the site: the places that have boards, and boards of the site itself."""
    if not any(plan.entries for plan in plans):
        return
    url = root.url("boards")
    own = next((plan for plan in plans if not plan.path), None)
    places = tuple(
        PlaceBoards(plan.name, relative(url, plan.centre_url), len(plan.entries), plan.sample)
        for plan in plans
        if plan.path and plan.centre_url
    )
    rows = _rows(root, url, own) if own else ()
    yield Page(url, "boards.html", PrintCentreView(root.frame(url, root.words(TITLE)), rows, places))


def _rows(locality: Locality, url: str, boards: BoardPlan) -> tuple[BoardRow, ...]:
    base = locality.context.settings.base_url
    return tuple(
        BoardRow(
            entry.id,
            entry.title,
            entry.code,
            entry.date,
            f"{base}b/{entry.id}/",
            tuple(
                SheetRow(link.paper, link.orientation, link.panels, relative(url, link.url))
                for link in entry.sheets
            ),
        )
        for entry in boards.entries
    )
