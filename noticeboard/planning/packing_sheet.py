"""The packing list as a sheet to print: its texts, and the board that comes of them.

PackingList + Locality ─ packing_sheet ▶ BoardToPrint, or what is wrong
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from noticeboard.boards.fills.heading import capital
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.view import BoardPage
from noticeboard.diagnostics import Diagnostic
from noticeboard.forms.packing_list import KIND, PackedDoorway, PackedRow, PackingBoard, lay_out
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning.packing import LIST_FILE, PackingLeft, PackingList, PackingRow
from noticeboard.planning.printing import PAGE, BoardToPrint, panel_names
from noticeboard.values.partial_date import PartialDate

CUT_UP = Words("沿虚线剪开", "cut apart")
CARDS = Words("编号{first:04}至{last:04}", "numbers {first:04} to {last:04}")
VERSION = Words("版本 {}", "version {}")
PANEL = Words("第{}块", "panel {}")
NEW = Words("新挂", "new")
SAME = Words("同版，可不换", "hangs already")
SINCE = Words("{}挂出", "hung on {}")
HAND_OUT = Words("发给住户", "to hand out")
TOTAL = Words("合计", "Total")
TAKE_DOWN = Words("取下，不再挂", "take down")
NOT_IN, STAYS = Words("不在这一套里", "not in this set"), Words("这里取下过", "was taken down here")
FILE = Words("{file}：{paper}，{count}张", "{file}: {paper}, {count} sheet{s}")
PAPER = Words("{paper} {count}张", "{count} × {paper}")
PAGES = Words("{file} 第{first}至{last}页", "{file} pages {first} to {last}")
ONE_PAGE = Words("{file} 第{first}页", "{file} page {first}")


def packing_sheet(
    locality: Locality, packing: PackingList
) -> tuple[BoardToPrint | None, tuple[Diagnostic, ...]]:
    """The list as it is printed."""
    sheet, context = SHEETS[KIND.sheets[0]], locality.context
    frame = BoardFrame(
        sheet=sheet,
        title=capital(locality.words(KIND.words)),
        compound=locality.place.name,
        band="plain",
        issuer=context.issuer,
        date_text="",
        sample=context.sample,
        in_force_on=_day(locality),
        language=locality.language,
        origin=locality.place.origin,
        place=locality.place.origin,
    )
    view, found = lay_out(_board(locality, packing), frame)
    if view is None:
        return None, tuple(found)
    title = f"{frame.title} - {locality.place.name}"
    made = BoardToPrint(
        path=f"{packing.folder}/{LIST_FILE}",
        page=Page(PAGE, view.template, BoardPage(view, is_form=True), listed=False),
        sheet=sheet,
        title=title,
        issuer=context.issuer,
        day=locality.today,
        language=view.lang,
        panels=panel_names(view, title),
    )
    return made, tuple(found)


def _day(locality: Locality) -> str:
    """The day for which the list holds."""
    day = locality.today
    return PartialDate(day.year, day.month, day.day).text(locality.language)


def _board(locality: Locality, packing: PackingList) -> PackingBoard:
    total = sum(file.pages for file in packing.files)
    files = tuple(
        locality.words(FILE).format(file=file.name, paper=file.paper, count=file.pages, s=ending(file.pages))
        for file in packing.files
    )
    return PackingBoard(
        piles=tuple(_pile(locality, packing, doorway) for doorway in packing.doorways),
        total=PackedRow(((locality.words(TOTAL),), (_sheets(locality, total),), files), is_total=True),
        doorways=tuple(_doorway(locality, packing, doorway) for doorway in packing.doorways),
    )


def _pile(locality: Locality, packing: PackingList, doorway: str) -> PackedRow:
    rows = packing.rows_at(doorway)
    sheets = Counter[str]()
    for row in rows:
        sheets[row.file] += row.pages
    spans = (_span(locality, [row for row in rows if row.file == file.name]) for file in packing.files)
    count = sum(sheets.values())
    return PackedRow(
        (
            (doorway,),
            (_sheets(locality, count),),
            tuple(span for span in spans if span) or ("",),
        )
    )


def _sheets(locality: Locality, count: int) -> str:
    return Words(f"{count}张", f"{count} sheet{ending(count)}").to(locality.language)


def _span(locality: Locality, rows: list[PackingRow]) -> str:
    """The pages of one file, which follow each other."""
    if not rows:
        return ""
    first, last = rows[0].first_page, rows[-1].last_page
    text = ONE_PAGE if first == last else PAGES
    return locality.words(text).format(file=rows[0].file, first=first, last=last)


def _doorway(locality: Locality, packing: PackingList, doorway: str) -> PackedDoorway:
    return PackedDoorway(
        doorway,
        (
            *(_row(locality, row) for row in packing.rows_at(doorway)),
            *(_left(locality, each) for each in packing.left_at(doorway)),
        ),
    )


def _row(locality: Locality, row: PackingRow) -> PackedRow:
    return PackedRow(
        (
            (row.title, *_more(locality, row)),
            (locality.words(PAPER).format(paper=row.paper, count=row.pages), _span(locality, [row])),
            tuple(_before(locality, row)),
        )
    )


def _more(locality: Locality, row: PackingRow) -> Iterator[str]:
    """The line below the title of a board."""
    parts = []
    if row.one_panel:
        parts.append(locality.words(PANEL).format(row.panels[0]))
    if row.cards:
        parts.append(locality.words(CARDS).format(first=row.cards[0], last=row.cards[1]))
    else:
        parts.append(locality.words(VERSION).format(row.code))
    if row.is_cut:
        parts.append(locality.words(CUT_UP))
    yield locality.words(Words("，", ", ")).join(parts)


def _before(locality: Locality, row: PackingRow) -> Iterator[str]:
    """What hangs there now in its place."""
    if row.does == "cards":
        yield locality.words(HAND_OUT)
    elif row.hung is None:
        yield locality.words(NEW)
    else:
        yield locality.words(SAME if row.does == "same" else VERSION).format(row.replaces)
        day = PartialDate(row.hung.year, row.hung.month, row.hung.day).text(locality.language)
        yield locality.words(SINCE).format(day)


def _left(locality: Locality, left: PackingLeft) -> PackedRow:
    """A board to be taken down, or one that stays down."""
    day = PartialDate(left.day.year, left.day.month, left.day.day).text(locality.language)
    board = (left.title, locality.words(VERSION).format(left.code))
    if not left.hangs:
        return PackedRow((board, (locality.words(NOT_IN),), (locality.words(STAYS),)), box=False)
    return PackedRow((board, ("",), (locality.words(TAKE_DOWN), locality.words(SINCE).format(day))))
