"""微心愿墙: every wish a card with its number, what came of it, and who helps; those to take up come first."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import Card, Cards, Text, Total, Totals
from noticeboard.boards.fills.heading import date_of
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.task_cells import TaskState
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.wish import KIND as WISH
from noticeboard.kinds.wish.record import Wish, is_realized
from noticeboard.kinds.wish.view import figures, in_order, median_text, state_of
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "wish",
    Words("微心愿墙", "wall of wishes"),
    TEMPLATE,
    ("a3-landscape",),
    Words(
        "每个微心愿：编号、内容、谁认领、何时实现",
        "every wish: number, what it is, who takes it up, when it came true",
    ),
    at_doorways=False,
)
HELPER = Words("认领：{}", "taken up by {}")


def wish_boards(locality: Locality) -> Iterator[BoardSubject]:
    """All wishes of the place."""
    wishes = in_order(locality.records.of(Wish), locality.today)
    if not wishes:
        return
    totals = tuple(Total(line.label, line.value) for line in figures(locality))
    base = "".join(line.base for line in figures(locality))
    median = median_text(locality, wishes)
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=locality.words(KIND.words),
        band="volunteer",
        date=date_of(locality, WISH, wishes),
        issuer="",
        content=DocumentBoard(
            (
                Totals(totals, base),
                *((Text(median),) if median else ()),
                Cards(tuple(_card(locality, wish) for wish in wishes)),
            ),
            wide=True,
        ),
        lay_out=lay_out,
    )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _card(locality: Locality, wish: Wish) -> Card:
    marked = state_of(locality, wish)
    state: TaskState = "done" if is_realized(wish, locality.today) else "waiting" if wish.helper else "open"
    helper = locality.words(HELPER).format(wish.helper) if wish.helper else ""
    more = tuple(text for text in (helper, marked.note) if text)
    return Card(f"{wish.number:02}", wish.what, more, state, marked.word, wish.origin)
