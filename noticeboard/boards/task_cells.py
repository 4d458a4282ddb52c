"""The cells of a row on the board of tasks: in columns of their own on wide sheets, together on narrow ones.

TaskRow + Style ─ cells_of ▶ cells of set text      height_of_cells ▶ their height, to try sizes on
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from typing import Literal, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.frame import Room
from noticeboard.boards.lines import UNLIMITED, line_count
from noticeboard.boards.measure import Weight
from noticeboard.boards.typesetting import (
    LEADING,
    SetText,
    heading_height,
    height_of,
    set_heading,
    set_text,
)
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass

MORE = 1.45
"""Line height of what stands below a title or an amount."""
_COLON = re.compile("[：:]")
_BEFORE_WORD = re.compile(r"(?<=[年月日旬季度])(?=[^\W\d]{2}$)")
"""Between a date and what happened on it: 2026年10月31日｜到期."""
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
    """The word beside the mark; with days when overdue, with the reason after a colon when declined."""
    asked_by: str = ""
    done_by: str = ""
    funds: tuple[Fund, ...] = ()
    when: str = ""
    result: str = ""
    """What came of it in figures: 通气120户（共120户）."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)

    @property
    def word(self) -> str:
        """The word of the state alone, which stands beside its mark."""
        return _COLON.split(self.state_text, maxsplit=1)[0]

    @property
    def reason(self) -> str:
        """Why it was declined: that stands under the title, where there is room for a sentence."""
        return self.state_text[len(self.word) + 1 :].strip()


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
    scale: float = 1.0
    """By how much rules and white are larger than at 1 m."""
    parted: bool = False
    """Whether the word of every date (到期, 完成) stands on a line of its own."""


def cells_of(task: TaskRow, style: Style, room: Room) -> tuple[CellView, ...]:
    """The cells of a task's row after its number."""
    return _wide_cells(task, style, room) if style.wide else _narrow_cells(task, style, room)


def height_of_cells(task: TaskRow, style: Style, room: Room) -> float:
    """The height in mm of the highest of `cells_of`, without drawing them."""
    widths, money = style.widths, style.widths[money_column(style)]
    title = heading_height(task.title, style.size, widths[1], leading=LEADING)
    for text in _below_title(task, style, room):
        title += _height(text, style.text, widths[1], MORE)
    funds = 0.0
    for fund in task.funds:
        funds += _height(fund.amount, style.size, money, LEADING, 700)
        funds += _height(fund.payer, style.text, money, MORE)
    state = _height(task.word or " ", style.size, widths[2] - MARK_EM * style.size, LEADING)
    when = _height(_when(task, style), style.size, widths[-1], LEADING)
    if not style.wide:
        return max(title, state, funds + when)
    asked = _height(task.asked_by, style.text, widths[3], LEADING)
    done = _height(task.done_by, style.text, widths[4], LEADING)
    return max(title, state, asked, done, funds, when)


def _height(text: str, size: float, width: float, leading: float, weight: Weight = 400) -> float:
    return height_of(line_count(text, width / size, weight), size, leading)


class Longest(NamedTuple):
    """The widths in em of the longest word of a state, amount, date, and day without its word."""

    word: float
    amount: float
    when: float
    day: float


def longest_of(tasks: tuple[TaskRow, ...]) -> Longest:
    """What must have room on one line."""

    def width(texts: Iterable[str], weight: Weight = 400) -> float:
        return max((set_text(text, 1.0, UNLIMITED, weight=weight).width for text in {*texts}), default=0.0)

    return Longest(
        width(task.word for task in tasks),
        width((fund.amount for task in tasks for fund in task.funds), 700),
        width(task.when for task in tasks),
        width(_BEFORE_WORD.split(task.when)[0] for task in tasks),
    )


def is_torn(longest: Longest, style: Style) -> bool:
    """Whether a state, an amount or a date has no room on one line."""
    size, widths = style.size, style.widths
    return (
        longest.word * size + MARK_EM * size > widths[2]
        or longest.amount * size > widths[money_column(style)]
        or (longest.day if style.parted else longest.when) * size > widths[-1]
    )


def money_column(style: Style) -> int:
    """The number of the column that holds the funds."""
    return 5 if style.wide else 3


def _title(task: TaskRow, style: Style, room: Room) -> CellView:
    title = set_heading(task.title, style.size, style.widths[1], leading=LEADING)
    texts = _below_title(task, style, room)
    return CellView((title, *(set_text(t, style.text, style.widths[1], leading=MORE) for t in texts)))


def _below_title(task: TaskRow, style: Style, room: Room) -> tuple[str, ...]:
    """What came of it, why it was declined, and on narrow sheets who asked and who did it."""
    colon = words.COLON.to(room.language)
    labelled = [(words.TASK_REASON, task.reason)]
    if not style.wide:
        labelled += [(words.TASK_ASKED, task.asked_by), (words.TASK_DONE_BY, task.done_by)]
    facts = (f"{label.to(room.language)}{colon}{text}" for label, text in labelled if text)
    return (*((task.result,) if task.result else ()), *facts)


def _when(task: TaskRow, style: Style) -> str:
    return _BEFORE_WORD.sub("\n", task.when) if style.parted else task.when


def _state(task: TaskRow, style: Style) -> CellView:
    room = style.widths[2] - MARK_EM * style.size
    return CellView((set_text(task.word, style.size, room),), task.state)


def _funds(task: TaskRow, style: Style, width: float) -> tuple[SetText, ...]:
    texts: list[SetText] = []
    for fund in task.funds:
        if fund.amount:
            texts.append(set_text(fund.amount, style.size, width, weight=700))
        if fund.payer:
            texts.append(set_text(fund.payer, style.text, width, leading=MORE))
    return tuple(texts)


def _wide_cells(task: TaskRow, style: Style, room: Room) -> tuple[CellView, ...]:
    widths = style.widths

    def plain(text: str, column: int, size: float) -> CellView:
        return CellView((set_text(text, size, widths[column]),) if text else ())

    return (
        _title(task, style, room),
        _state(task, style),
        plain(task.asked_by, 3, style.text),
        plain(task.done_by, 4, style.text),
        CellView(_funds(task, style, widths[5]), right=True),
        plain(_when(task, style), 6, style.size),
    )


def _narrow_cells(task: TaskRow, style: Style, room: Room) -> tuple[CellView, ...]:
    when = (set_text(_when(task, style), style.size, style.widths[3]),) if task.when else ()
    money = CellView((*_funds(task, style, style.widths[3]), *when), right=True)
    return (_title(task, style, room), _state(task, style), money)
