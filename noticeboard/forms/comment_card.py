"""点评卡: what residents say of one task, on a card with its title, number, grades to tick and the way to its page.

Without a task there is a sheet for each one that is done, not yet rated, and young enough that people remember it:
those are the cards that somebody has to hand out now. The grades are those of the task's rating where it has one,
so that old and new cards can be counted together.
"""

from __future__ import annotations

from dataclasses import field

from noticeboard.boards import words
from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.qr import QrCode, qr_code
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.boards.view import BoardKind
from noticeboard.diagnostics import Origin
from noticeboard.forms.form import FormKind, FormOptions, Made, no_record
from noticeboard.forms.parts import (
    LINE,
    PAD,
    Head,
    box_line,
    fitting,
    head_of,
    inner,
    slips_of,
)
from noticeboard.frozen import dataclass
from noticeboard.kinds.task import Task, TaskState
from noticeboard.kinds.task.count import is_recent
from noticeboard.kinds.task.row import date_text, task_url
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "comment-card",
    Words("点评卡", "comment card"),
    "forms/comment-card.html",
    ("a4-portrait",),
    Words(
        "已完成、还没有评价的实事，一事一张：等级、意见、二维码",
        "for each task that is done and not rated: grades, opinion, QR code",
    ),
)
SAY = Words("请勾选一项，投入意见箱。", "Tick one and put the card into the box.")
GRADES = (Words("满意", "Satisfied"), Words("基本满意", "Fairly satisfied"), Words("不满意", "Not satisfied"))
OPINION = Words("意见和建议", "What could be better")
TASK = Words("事项编号 {}", "Task {}")
SCAN = Words("扫码看这件事的经过", "Scan to see how it went")
WIDTH, HEIGHT = 90.0, 125.0
"""Least size of a card in mm: four to a sheet of A4."""
QR, QR_WIDTH = 25.0, 36.0
"""Side of the QR code and width of its place beside the grades in mm; `.form-qr`, `.form-scan` in board.css."""
LINES = 2
"""Lines to write on, at least; a card with more room has more."""
WHITE = 3.0
"""Millimetres above the grades and the opinion, and under the QR code; `.form-part`, `.form-qr` in board.css."""


@dataclass(frozen=True)
class Card:
    """What a card says of its task."""

    title: str
    facts: str
    grades: tuple[str, ...]
    address: str
    """Of the task's page; empty without an address of the site, and then there is no QR code."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)


@dataclass(frozen=True)
class Cards:
    """The cards of several tasks, each on sheets of its own."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class CardView:
    """One card."""

    head: Head
    title: SetText
    facts: SetText
    grades: tuple[SetText, ...]
    opinion: SetText
    lines: int
    qr: QrCode | None
    qr_label: str
    scan: SetText | None


def _draw(card: Card, compound: str, sheet: Sheet, language: Language, grid: Grid) -> tuple[CardView, float]:
    width, size, text = inner(grid), sheet.name_size, sheet.text_size
    head = head_of(KIND.words.to(language), compound, SAY.to(language), width, sheet, language)
    title = set_heading(card.title, size, width)
    facts = set_text(card.facts, text, width)
    qr = qr_code(card.address) if card.address else None
    scan = set_text(SCAN.to(language), text, QR_WIDTH) if qr else None
    grades = tuple(box_line(grade, size, width - (QR_WIDTH if qr else 0)) for grade in card.grades)
    opinion = set_text(OPINION.to(language), size, width)
    vote = max(sum(high for _, high in grades), QR + WHITE + scan.height if scan else 0.0)
    used = head.height + title.height + facts.height + vote + opinion.height + 2 * WHITE
    lines = max(LINES, int((grid.height - 2 * PAD - used) / LINE + 1e-6))
    boxes = tuple(found for found, _ in grades)
    label = words.QR.to(language)
    return CardView(head, title, facts, boxes, opinion, lines, qr, label, scan), used + lines * LINE


def _lay(cards: Cards, options: FormOptions, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    sheets: list[SlipsView] = []
    for card in cards.cards:
        found = fitting(
            room.sheet,
            WIDTH,
            HEIGHT,
            card.title,
            lambda grid, card=card: _draw(card, frame.compound, room.sheet, room.language, grid),
        )
        if isinstance(found, TooLarge):
            return TooLarge(card.title, found.needs, found.room, card.origin)
        grid, slip = found
        sheets += slips_of(slip, options.start, options.count, grid, room.sheet)
    return tuple(sheets)


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The cards of the task that `record` names, or of those that wait for cards."""
    tasks = (*locality.records.of(Task), *(task for task, _ in locality.shared_of(Task)))
    named = tuple(task for task in tasks if task.id == options.record)
    if options.record and not named:
        return None, [no_record(options.record, tasks, Words("民生实事", "practical task"))]
    cards = tuple(_card(locality, task) for task in named[:1] or _waiting(locality))
    if not cards:
        return None, [no_record("", (), Words("已完成的民生实事", "practical task that is done"))]
    return frame_bare(
        KIND, Cards(cards), frame, lambda room: _lay(Cards(cards), options, frame, room), CUT, CUT_HINT
    )


def _waiting(locality: Locality) -> tuple[Task, ...]:
    """The place's own tasks that are done, recent and not rated yet."""
    return tuple(
        task
        for task in locality.records.of(Task)
        if task.state is TaskState.DONE and task.rating is None and is_recent(task, locality.today)
    )


def _card(locality: Locality, task: Task) -> Card:
    language, base = locality.language, locality.context.settings.base_url
    path = next((path for shared, path in locality.shared_of(Task) if shared is task), locality.records.path)
    rated = tuple(each.grade for each in task.rating.by_grade) if task.rating else ()
    facts = (TASK.to(language).format(task.id), date_text(task, language))
    return Card(
        task.title,
        Words("；", "; ").to(language).join(part for part in facts if part),
        rated or tuple(grade.to(language) for grade in GRADES),
        f"{base}{task_url(path, task).lstrip('/')}" if base else "",
        task.origin,
    )


def _is_wanted(locality: Locality) -> bool:
    return bool(_waiting(locality))


FORM = FormKind(KIND, _is_wanted, lay_out)
