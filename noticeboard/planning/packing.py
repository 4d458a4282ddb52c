"""The packing list: what was printed for each doorway, in which file and on which of its pages, and what it replaces.

    DoorwaySet ─ packing_list ▶ PackingList (values that a command can tell, as text or JSON)

There is one file for each size of paper, since a printer holds one; boards that lie and boards that stand share it.
Its pages follow the rows of the list: doorway after doorway, in the order in which the boards hang.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import blake2b
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.print_shop import page_size
from noticeboard.boards.tiles import PAPERS
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.doorways import DoorwayItem, DoorwayLeft, DoorwaySet
from noticeboard.planning.printing import BoardToPrint, DoorwayOrder

FOLDER = "doorways"
LIST_FILE = "packing-list.pdf"
LONGEST_NAME = 60
"""Characters of a folder that is named after doorways."""
_DIRECTION = re.compile(r"-(portrait|landscape|large|grey)\b")
_NO_FILE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
Does = Literal["new", "replaces", "same", "cards"]


@dataclass(frozen=True)
class PackingRow:
    """One board or the cards of one doorway."""

    doorway: str
    board: str
    """Its key."""
    title: str
    size: str
    paper: str
    """As a reader names it: A3 横向."""
    panels: tuple[int, ...]
    one_panel: bool
    file: str
    first_page: int
    pages: int
    code: str
    does: Does
    replaces: str = ""
    """The version code of what hangs there now."""
    hung: date | None = None
    """Since when that hangs."""
    cards: tuple[int, int] | None = None
    """The first and the last number of cards."""
    is_cut: bool = False
    """Whether it is cut apart along dashed lines."""

    @property
    def last_page(self) -> int:
        """The last of its pages in the file."""
        return self.first_page + self.pages - 1


@dataclass(frozen=True)
class PackingLeft:
    """A board that is to be taken down (`hangs`), or that was taken down and stays so."""

    doorway: str
    board: str
    title: str
    code: str
    day: date
    """On which it was hung."""
    hangs: bool


class PackingFile(NamedTuple):
    """One merged PDF."""

    name: str
    paper: str
    pages: int


@dataclass(frozen=True)
class PackingList:
    """All of one place."""

    place: str
    """Folder path below content/."""
    name: str
    folder: str
    """Below the output folder."""
    doorways: tuple[str, ...]
    rows: tuple[PackingRow, ...]
    left: tuple[PackingLeft, ...]
    files: tuple[PackingFile, ...]

    def rows_at(self, doorway: str) -> tuple[PackingRow, ...]:
        """The rows of one doorway."""
        return tuple(row for row in self.rows if row.doorway == doorway)

    def left_at(self, doorway: str) -> tuple[PackingLeft, ...]:
        """What is not in the set of one doorway."""
        return tuple(each for each in self.left if each.doorway == doorway)


def packing_list(locality: Locality, found: DoorwaySet, order: DoorwayOrder) -> PackingList:
    """The list of what is printed for a place."""
    names: dict[tuple[float, float], str] = {}
    pages: dict[str, int] = {}
    papers: dict[str, str] = {}
    rows = []
    for item in found.items:
        paper = _paper(item.board)
        file = names.setdefault(paper, f"{_paper_name(item.board)}.pdf")
        rows.append(_row(locality, item, file, pages.get(file, 0) + 1))
        pages[file] = rows[-1].last_page
        papers.setdefault(file, item.board.tile.upper() or locality.words(item.board.sheet.paper))
    return PackingList(
        place=locality.records.path.removeprefix("/"),
        name=locality.place.name,
        folder=f"{locality.records.path}/{set_folder(order.names)}".removeprefix("/"),
        doorways=found.doorways,
        rows=tuple(rows),
        left=tuple(_left(each) for each in found.left),
        files=tuple(PackingFile(file, papers[file], count) for file, count in pages.items()),
    )


def set_folder(names: tuple[str, ...]) -> str:
    """Where the files of a set lie in the folder of the place: that of some doorways beside that of all."""
    if not names:
        return FOLDER
    plain = _NO_FILE.sub("-", "+".join(names)).strip(" .") or "-"
    if len(plain) > LONGEST_NAME:
        plain = f"{plain[:LONGEST_NAME]}-{blake2b(plain.encode(), digest_size=4).hexdigest()}"
    return f"{FOLDER}/{plain}"


def pages_of(item: DoorwayItem) -> tuple[int, ...]:
    """The pages of the board's own PDF that go to the doorway, from 0."""
    each = item.board.pages // len(item.board.panels)
    return tuple(page for panel in item.panels for page in range((panel - 1) * each, panel * each))


def _row(locality: Locality, item: DoorwayItem, file: str, first: int) -> PackingRow:
    board, before = item.board, item.before
    does: Does = "same" if item.is_same else "replaces" if before else "cards" if item.cards else "new"
    return PackingRow(
        doorway=item.doorway,
        board=board.key,
        title=board.name,
        size=board.sheet.key,
        paper=_paper_text(locality, board),
        panels=item.panels,
        one_panel=item.one_panel,
        file=file,
        first_page=first,
        pages=len(pages_of(item)),
        code=board.view.code,
        does=does,
        replaces=before.code if before else "",
        hung=before.hung if before else None,
        cards=item.cards,
        is_cut=any(panel.edge == "cut" for panel in board.view.panels),
    )


def _left(each: DoorwayLeft) -> PackingLeft:
    hung = each.hung
    return PackingLeft(each.doorway, hung.board, each.title, hung.code, hung.hung, each.hangs)


def _paper(board: BoardToPrint) -> tuple[float, float]:
    """The size of the paper in mm, the short side first."""
    sheet = PAPERS[board.tile][0] if board.tile else board.sheet
    width, height = page_size(sheet)
    return min(width, height), max(width, height)


def _paper_name(board: BoardToPrint) -> str:
    return board.tile or _DIRECTION.sub("", board.sheet.key)


def _paper_text(locality: Locality, board: BoardToPrint) -> str:
    direction = words.LANDSCAPE if board.sheet.landscape else words.PORTRAIT
    on = locality.words(ON_PAPER).format(board.tile.upper()) if board.tile else ""
    return f"{locality.words(board.sheet.paper)} {locality.words(direction)}{on}"


ON_PAPER = Words("，拼印在{}上", ", on {}")
