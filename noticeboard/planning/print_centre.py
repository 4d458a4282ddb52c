"""The print centre: every board of a place with its sheets, and for the whole site the places that have boards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard.boards.miniature import Miniature, miniature
from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative
from noticeboard.planning.board_pages import BoardPlan, SheetLink
from noticeboard.planning.form_pages import FormPlan

TITLE = Words("打印中心", "Print centre")
E_BOARD_ID = code("E-BOARD-ID", "两块公示栏算出了同一个短地址", "two boards have one short address")
MOST_BARS, MOST_BARS_A_PAGE = 90, 1500
"""Lines of text that a picture shows: a page of many boards must not weigh more than one may."""


@dataclass(frozen=True)
class PdfLink:
    """A file to download: a relative link and its size in words."""

    href: str
    size: str
    files: int = 1
    """How many files are in it."""


@dataclass(frozen=True)
class SheetRow:
    """A board on one sheet, as a link: A3 横向, 2块."""

    paper: str
    orientation: str
    panels: int
    href: str
    key: str
    pdf: PdfLink | None = None


@dataclass(frozen=True)
class BoardRow:
    """A board in the list: title, version, date, short address, sheets."""

    id: str
    title: str
    code: str
    date: str
    address: str
    sheets: tuple[SheetRow, ...]
    picture: Miniature


@dataclass(frozen=True)
class FormRow:
    """A form in the list, with its one sheet."""

    title: str
    sheet: SheetRow


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
    forms: tuple[FormRow, ...]
    places: tuple[PlaceBoards, ...]
    archive: PdfLink | None = None
    """All PDFs of the place in one file."""


@dataclass(frozen=True)
class BoardIndex:
    """The boards of one place as the site's print centre and its short addresses know them."""

    path: str
    name: str
    sample: bool
    centre_url: str | None
    titles: tuple[tuple[str, str], ...] = ()
    """Id (the end of the short address) and title of each board."""
    rows: tuple[BoardRow, ...] = ()
    """Of the root: its own boards as the print centre of the site lists them."""
    archive: PdfLink | None = None
    """Of the root: all their PDFs in one file."""


def index_of_boards(locality: Locality, boards: BoardPlan) -> BoardIndex:
    """What the site must know of the boards of one place."""
    titles = tuple((entry.id, entry.title) for entry in boards.entries)
    rows = () if locality.records.path else _rows(locality, locality.url("boards"), boards)
    return BoardIndex(boards.path, boards.name, boards.sample, boards.centre_url, titles, rows)


def print_centre(locality: Locality, boards: BoardPlan, forms: FormPlan) -> Iterator[Page]:
    """The print centre of one place, if it has boards; that of the site is `print_index`."""
    if boards.centre_url is None or not locality.records.path:
        return
    url = boards.centre_url
    frame = locality.frame(url, locality.words(TITLE))
    yield Page(
        url, "boards.html", PrintCentreView(frame, _rows(locality, url, boards), _form_rows(url, forms), ())
    )


def _form_rows(url: str, forms: FormPlan) -> tuple[FormRow, ...]:
    return tuple(FormRow(entry.title, _sheet_row(url, entry.sheet)) for entry in forms.entries)


def print_index(root: Locality, boards: tuple[BoardIndex, ...]) -> Iterator[Page]:
    """The print centre of the site: the places that have boards, and boards of the site itself."""
    if not any(each.titles for each in boards):
        return
    url = root.url("boards")
    places = tuple(
        PlaceBoards(each.name, relative(url, each.centre_url), len(each.titles), each.sample)
        for each in boards
        if each.path and each.centre_url
    )
    own = next((each for each in boards if not each.path), None)
    rows, archive = (own.rows, own.archive) if own else ((), None)
    frame = root.frame(url, root.words(TITLE))
    yield Page(url, "boards.html", PrintCentreView(frame, rows, (), places, archive))


def _rows(locality: Locality, url: str, boards: BoardPlan) -> tuple[BoardRow, ...]:
    base = locality.context.settings.base_url.partition("//")[2]  # as the boards have it below their code
    most = min(MOST_BARS, MOST_BARS_A_PAGE // max(1, len(boards.entries)))
    return tuple(
        BoardRow(
            entry.id,
            entry.title,
            entry.code,
            entry.date,
            f"{base}b/{entry.id}/",
            tuple(_sheet_row(url, link) for link in entry.sheets),
            miniature(entry.usual.view, entry.usual.sheet, most),
        )
        for entry in boards.entries
    )


def _sheet_row(url: str, link: SheetLink) -> SheetRow:
    return SheetRow(link.paper, link.orientation, link.panels, relative(url, link.url), link.key)


def colliding(boards: Iterable[BoardIndex]) -> Iterator[Diagnostic]:
    """Two boards whose short addresses are the same: six letters can collide, though hardly ever do."""
    seen: dict[str, str] = {}
    for each in boards:
        for board, title in each.titles:
            where = f"{each.path}/boards/ {title}"
            if board in seen:
                yield Diagnostic(
                    E_BOARD_ID,
                    Words(
                        f"{seen[board]} 和 {where} 的短地址都是 {board}",
                        f"{seen[board]} and {where} have the same short address {board}",
                    ),
                    Words("把其中一个地点的文件夹改名", "rename the folder of one of the two places"),
                )
            seen[board] = where
