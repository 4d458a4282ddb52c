"""The cells of a row on the board of tasks: in columns of their own on wide sheets, together on narrow ones.

TaskRow + Style ─ cells_of ▶ cells of set text      torn ▶ the first state, amount or date that would break
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.fit import TooLarge
from noticeboard.boards.frame import Room
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.diagnostics import Origin

TaskState = Literal["open", "waiting", "done", "declined", "relapsed", "unstated", "overdue"]
MARK_EM = 1.5
"""Width in em of the mark of a state with the white beside it; `.state-mark` in board.css."""


@dataclass(frozen=True)
class Fund:
    """Who paid, and how much, as text: 物业公司, 20,000元."""

    payer: str
    amount: str


@dataclass(frozen=True)
class TaskRow:
    """One task; empty texts are left out."""

    title: str
    state: TaskState
    state_text: str
    """The word beside the mark; with days when overdue, with the reason when declined."""
    asked_by: str = ""
    done_by: str = ""
    funds: tuple[Fund, ...] = ()
    when: str = ""
    result: str = ""
    """What came of it in figures: 通气120户（共120户）."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class CellView:
    """One cell: texts one below the other, a mark before the first where there is a state."""

    texts: tuple[SetText, ...]
    state: str = ""
    right: bool = False

    @property
    def height(self) -> float:
        """The height of all its texts in mm."""
        return sum(text.height for text in self.texts)


class Style(NamedTuple):
    """The measures that one attempt tries, in mm; `widths` are those of the columns."""

    size: float
    text: float
    widths: tuple[float, ...]
    wide: bool


def cells_of(task: TaskRow, style: Style, room: Room) -> tuple[CellView, ...]:
    """The cells of a task's row after its number."""
    return _wide_cells(task, style) if style.wide else _narrow_cells(task, style, room)


def torn(tasks: tuple[TaskRow, ...], style: Style) -> TooLarge | None:
    """The first state, amount or date that has no room on one line, beyond the least legible size."""
    money, when = style.widths[money_column(style)], style.widths[-1]
    for task in tasks:
        word = re.split("[：:]", task.state_text)[0]
        wanted = (
            (set_text(word, style.size, 1e6).width + MARK_EM * style.size, style.widths[2]),
            *((set_text(fund.amount, style.size, 1e6, weight=700).width, money) for fund in task.funds),
            (set_text(task.when, style.size, 1e6).width, when),
        )
        for needs, room in wanted:
            if needs > room:
                return TooLarge(task.title, needs, room, task.origin, across=True)
    return None


def money_column(style: Style) -> int:
    """The number of the column that holds the funds."""
    return 5 if style.wide else 3


def _title(task: TaskRow, style: Style, facts: tuple[str, ...] = ()) -> CellView:
    title = set_heading(task.title, style.size, style.widths[1], leading=1.4)
    more = (task.result, *facts)
    texts = (set_text(t, style.text, style.widths[1], leading=1.45) for t in more if t)
    return CellView((title, *texts))


def _state(task: TaskRow, style: Style) -> CellView:
    room = style.widths[2] - MARK_EM * style.size
    return CellView((set_text(task.state_text, style.size, room),), task.state)


def _funds(task: TaskRow, style: Style, width: float) -> tuple[SetText, ...]:
    texts: list[SetText] = []
    for fund in task.funds:
        if fund.amount:
            texts.append(set_text(fund.amount, style.size, width, weight=700))
        if fund.payer:
            texts.append(set_text(fund.payer, style.text, width, leading=1.45))
    return tuple(texts)


def _wide_cells(task: TaskRow, style: Style) -> tuple[CellView, ...]:
    widths = style.widths

    def plain(text: str, column: int, size: float) -> CellView:
        return CellView((set_text(text, size, widths[column]),) if text else ())

    return (
        _title(task, style),
        _state(task, style),
        plain(task.asked_by, 3, style.text),
        plain(task.done_by, 4, style.text),
        CellView(_funds(task, style, widths[5]), right=True),
        plain(task.when, 6, style.size),
    )


def _narrow_cells(task: TaskRow, style: Style, room: Room) -> tuple[CellView, ...]:
    labelled = ((words.TASK_ASKED, task.asked_by), (words.TASK_DONE_BY, task.done_by))
    colon = words.COLON.to(room.language)
    facts = tuple(f"{label.to(room.language)}{colon}{text}" for label, text in labelled if text)
    when = (set_text(task.when, style.size, style.widths[3]),) if task.when else ()
    money = CellView((*_funds(task, style, style.widths[3]), *when), right=True)
    return (_title(task, style, facts), _state(task, style), money)
