"""A notice on paper, set as official documents are (GB/T 9704): margins of 37, 35, 28 and 26 mm, the title in the
middle, and the issuer block at the right with its date under it and room for a seal of 42 mm.

The text comes as blocks (paragraphs, subheadings, items), not as HTML: lines are broken here as on every board,
so a long notice flows on to further pages without a clipped line. Issuer and date stand under the text (落款),
therefore not below the sheet. A block never leaves one line alone at the foot or the head of a page. Title and
text name their faces by classes (`face-title`, `face-text` in board.css), which are the face of all boards until
a site adds others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import groupby
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.bare import OFFICIAL, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge, largest_layout, sizes
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.frozen import dataclass
from noticeboard.languages import Words

KIND = BoardKind(
    "notice",
    Words("公示公告", "notice"),
    "boards/notice.html",
    ("a4-portrait",),
    Words(
        "还没过期、没有撤回的公示和通知，一份一张，按公文格式排，落款处留出盖章的地方",
        "each notice that is not over or withdrawn, set like an official document, with room for the seal",
    ),
)
LEADING = 1.75
"""Line height of running text (LOOK.md: 1.7 to 1.8)."""
SEAL = 42.0
"""Height in mm of the issuer block at 1 m: a round seal of 42 mm finds room on it; `.issuer-block` in board.css."""
SEAL_DOWN = 8.0
"""Millimetres under issuer and date in their block, at 1 m; `.issuer-lines` in board.css."""
SIGNATURE_EM = 2.0
"""White in em at the right of issuer and date; `.issuer-lines` in board.css."""
LABEL_EM = 2.0
"""Width in em of the mark before an item; `.item-label` in board.css."""
MEASURE_EM = 40
"""A line has at most this many characters (LOOK.md: 32 to 40); `.notice-wide` in board.css."""
CELL_EM = 1.5
"""White in em before the second cell of a row and each further one; `.rows td` in board.css."""
HAIR = 0.25
"""Thickness in mm of the rule under a row of a table; `.rows td` in board.css."""
BlockKind = Literal["paragraph", "plain", "subheading", "item", "row"]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `right` for figures, `head` for the name of a column."""

    text: str
    right: bool = False
    head: bool = False


@dataclass(frozen=True)
class Block:
    """A piece of the text: `paragraph` is indented by two characters, `plain` is not; an `item` has a label.

    A `row` has cells and no text; rows that follow one another are a table.
    """

    text: str
    kind: BlockKind = "paragraph"
    label: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class NoticeBoard:
    """One notice; `period` such as 2020年7月6日至7月12日（5个工作日）."""

    heading: str
    blocks: tuple[Block, ...]
    period: str = ""
    number: str = ""
    """Of the document (文号), above the heading."""
    attachments: tuple[str, ...] = ()
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class CellView:
    """A set cell."""

    text: SetText
    right: bool
    head: bool


@dataclass(frozen=True)
class BlockView:
    """A set block, or the part of one that stands on this page."""

    kind: str
    text: SetText
    label: SetText | None
    pad: float
    """Millimetres of white above and below."""
    cells: tuple[CellView, ...] = ()
    """Of a row, which has no text of its own."""
    hair: float = HAIR
    """Thickness in mm of the rule under a row."""

    @property
    def height(self) -> float:
        """With the white around it, in mm."""
        if self.cells:
            return max(cell.text.height for cell in self.cells) + 2 * self.pad + self.hair
        return self.text.height + 2 * self.pad

    @property
    def least(self) -> float:
        """The height in mm of the least part of it that may stand on a page: two lines, or a whole row."""
        if self.cells:
            return self.height
        return min(len(self.text.lines), 2) * self.text.size * self.text.leading + 2 * self.pad


@dataclass(frozen=True)
class NoticeView:
    """One page of a notice; issuer and date stand on the last."""

    blocks: tuple[BlockView, ...]
    issuer: SetText | None
    date: SetText | None
    size: float
    wide: bool
    """Whether the page is wider than a comfortable line, so that the text stands in its middle."""


class _Style(NamedTuple):
    size: float
    width: float
    scale: float


def lay_out(board: NoticeBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The notice on as many pages as it needs, or why it cannot be drawn."""
    return frame_bare(KIND, board, frame, lambda room: _lay(board, frame, room), OFFICIAL)


def _lay(board: NoticeBoard, frame: BoardFrame, room: Room) -> Attempt[NoticeView]:
    def attempt(size: float) -> Attempt[NoticeView]:
        return _pages(board, frame, room, _Style(size, min(room.width, MEASURE_EM * size), room.sheet.scale))

    return largest_layout(sizes(room.sheet, 1.75), attempt)


def _pages(board: NoticeBoard, frame: BoardFrame, room: Room, style: _Style) -> Attempt[NoticeView]:
    blocks = _blocks(board, style, room)
    for block in blocks:
        if block.least > room.height or (block.kind == "heading" and block.height > room.height / 2):
            return TooLarge(board.heading, block.height, room.height / 2, board.origin)
    right = style.width - SIGNATURE_EM * style.size
    issuer = set_text(frame.issuer, style.size, right, weight=700) if frame.issuer else None
    date = set_text(frame.date_text, style.size, right) if frame.date_text else None
    signed = (
        max(SEAL * style.scale, sum(text.height for text in (issuer, date) if text))
        if issuer or date
        else 0.0
    )
    pages = _flow(blocks, room.height, signed)
    wide = style.width < room.width
    return tuple(
        NoticeView(page, issuer if last else None, date if last else None, style.size, wide)
        for page, last in ((page, i == len(pages) - 1) for i, page in enumerate(pages))
    )


def _blocks(board: NoticeBoard, style: _Style, room: Room) -> tuple[BlockView, ...]:
    size, width = style.size, style.width
    heading = set_heading(board.heading, step_up(size * 1.5), width, leading=1.4)
    above = [BlockView("number", set_text(board.number, size, width), None, 0.0)] if board.number else []
    views = [*above, BlockView("heading", heading, None, step_up(size * 0.6))]
    for is_table, group in groupby(board.blocks, lambda block: block.kind == "row"):
        same = tuple(group)
        views += _rows(same, style) if is_table else (_block(block, style) for block in same)
    colon = words.COLON.to(room.language)
    if board.period:
        text = f"{words.PERIOD.to(room.language)}{colon}{board.period}"
        views.append(BlockView("period", set_text(text, size, width, weight=700), None, step_up(size * 0.5)))
    for number, name in enumerate(board.attachments, 1):
        start = f"{words.ATTACHMENTS.to(room.language)}{colon}" if number == 1 else ""
        views.append(
            BlockView("plain", set_text(f"{start}{number}. {name}", size, width, leading=1.45), None, 0)
        )
    return tuple(views)


def _rows(rows: tuple[Block, ...], style: _Style) -> Iterator[BlockView]:
    """The rows of a table; a column is as wide as its longest cell, and where there is less room the widest give."""
    size = style.size
    count = max(len(row.cells) for row in rows)
    room = style.width - CELL_EM * size * (count - 1)
    widths = [
        max((_cell(row.cells[i], size, 1e6).width for row in rows if i < len(row.cells)), default=0.0)
        for i in range(count)
    ]
    widest = _widest(widths, room)
    pad = step_up(size * 0.2)
    for row in rows:
        cells = tuple(
            CellView(_cell(cell, size, min(width, widest) + 1e-6), cell.right, cell.head)
            for cell, width in zip(row.cells, widths, strict=False)
        )
        yield BlockView("row", SetText((), size), None, pad, cells, HAIR * style.scale)


def _widest(widths: list[float], room: float) -> float:
    """How wide a column may be at most, so that all together have `room` mm."""
    left = room
    for number, width in enumerate(sorted(widths)):
        share = left / (len(widths) - number)
        if width >= share:
            return share
        left -= width
    return max(widths)


def _cell(cell: Cell, size: float, room: float) -> SetText:
    return set_text(cell.text, size, room, weight=700 if cell.head else 400)


def _block(block: Block, style: _Style) -> BlockView:
    size, width = style.size, style.width
    if block.kind == "subheading":
        return BlockView(
            "subheading", set_heading(block.text, size, width, leading=1.45), None, step_up(size * 0.3)
        )
    if block.kind == "item":
        text = set_text(block.text, size, width - LABEL_EM * size, leading=LEADING)
        return BlockView("item", text, set_text(block.label or "·", size, 1e6, leading=LEADING), 0.0)
    text = set_text(block.text, size, width, leading=LEADING, indent=block.kind == "paragraph")
    return BlockView(block.kind, text, None, 0.0)


def _flow(blocks: tuple[BlockView, ...], height: float, signed: float) -> list[tuple[BlockView, ...]]:
    """Blocks on pages; the last page keeps `signed` mm free for the issuer block, and has some text above it."""
    pages: list[list[BlockView]] = [[]]
    left = height
    waiting = list(reversed(blocks))
    while waiting:
        block = waiting.pop()
        last = not waiting
        room = left - signed if last else left
        keeps = _with_next(block, waiting)
        if block.height + keeps <= room + 1e-6:
            pages[-1].append(block)
            left -= block.height
            continue
        head, tail = _parted(block, left)
        if head and tail:
            pages[-1].append(head)
            waiting.append(tail)
        elif pages[-1]:
            waiting.append(block)
        else:
            pages[-1].append(block)
        pages.append([])
        left = height
    return [tuple(page) for page in pages if page] or [()]


def _with_next(block: BlockView, waiting: list[BlockView]) -> float:
    """What must follow on the same page: two lines after a heading, a row after the names of the columns."""
    names = bool(block.cells) and all(cell.head for cell in block.cells)
    heads = names or block.kind in ("number", "heading", "subheading")
    return waiting[-1].least if waiting and heads else 0.0


def _parted(block: BlockView, room: float) -> tuple[BlockView | None, BlockView | None]:
    """The part of `block` that stands in `room` mm and the rest, with at least two lines each; else nothing."""
    text = block.text
    lines = int((room - block.pad) / (text.size * text.leading) + 1e-6)
    lines = min(lines, len(text.lines) - 2)
    if lines < 2 or block.cells or block.kind in ("number", "heading", "subheading", "period"):
        return None, block
    head = replace(block, text=replace(text, lines=text.lines[:lines]))
    kind = "plain" if block.kind == "paragraph" else block.kind
    label = replace(block.label, lines=((),)) if block.label else None
    return head, replace(block, kind=kind, text=replace(text, lines=text.lines[lines:]), label=label)
