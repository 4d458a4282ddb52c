"""选项单: a menu or a ballot with boxes to tick, on numbered slips.

What can be ticked is given, or else it is the tasks of the place that are still to do (点单): the residents say
which is to come first. Names of candidates are given by whoever prints; nothing is taken from lists of persons.
"""

from __future__ import annotations

from noticeboard.boards.bare import CUT, frame_bare
from noticeboard.boards.fit import Attempt, TooLarge
from noticeboard.boards.frame import BoardFrame, Room
from noticeboard.boards.sheet import STEP, Sheet, step_up
from noticeboard.boards.slips import CUT_HINT, Grid, SlipsView
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardKind
from noticeboard.diagnostics import Diagnostic
from noticeboard.forms.form import E_FORM_CHOICES, FormKind, FormOptions, Made
from noticeboard.forms.parts import PAD, Head, box_line, fitting, head_of, inner, slips_of
from noticeboard.frozen import dataclass
from noticeboard.kinds.task import Task, TaskState
from noticeboard.kinds.task.row import in_order
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "ballot",
    Words("选项单", "ballot or menu"),
    "forms/ballot.html",
    ("a4-portrait",),
    Words("勾选的项目；不写时是待办的实事", "choices to tick; by default the open tasks"),
)
ORDER = Words("先办哪一件", "What is to be done first")
ONE = Words("请在一项前的方框里打勾。", "Tick one box.")
SEVERAL = Words("请在方框里打勾，最多选{n}项。", "Tick at most {n} boxes.")
WIDTH, HEIGHT = 90.0, 85.0
"""Least size of a slip in mm: six to a sheet of A4."""
LARGEST = 1.75
"""The largest choices as a multiple of the least legible: what is ticked is what everybody must read."""


@dataclass(frozen=True)
class Ballot:
    """What a slip says."""

    title: str
    most: int
    choices: tuple[str, ...]


@dataclass(frozen=True)
class BallotView:
    """One slip: heading, boxes with what can be ticked."""

    head: Head
    choices: tuple[SetText, ...]


def _draw(
    ballot: Ballot, compound: str, sheet: Sheet, language: Language, grid: Grid
) -> tuple[BallotView, float]:
    width, room = inner(grid), grid.height - 2 * PAD
    say = (ONE if ballot.most == 1 else SEVERAL).to(language).format(n=ballot.most)
    head = head_of(ballot.title, compound, say, width, sheet, language)
    size = step_up(sheet.name_size * LARGEST)
    lines = _choices(ballot, size, width)
    while size > sheet.name_size and (_is_torn(lines) or head.height + _height(lines) > room):
        size -= STEP
        lines = _choices(ballot, size, width)
    return BallotView(head, tuple(text for text, _ in lines)), head.height + _height(lines)


def _choices(ballot: Ballot, size: float, width: float) -> tuple[tuple[SetText, float], ...]:
    return tuple(box_line(choice, size, width) for choice in ballot.choices)


def _is_torn(lines: tuple[tuple[SetText, float], ...]) -> bool:
    """Whether a choice takes more than a line: then smaller type looks better."""
    return any(len(text.lines) > 1 for text, _ in lines)


def _height(lines: tuple[tuple[SetText, float], ...]) -> float:
    return sum(high for _, high in lines)


def _lay(ballot: Ballot, options: FormOptions, frame: BoardFrame, room: Room) -> Attempt[SlipsView]:
    found = fitting(
        room.sheet,
        WIDTH,
        HEIGHT,
        ballot.title,
        lambda grid: _draw(ballot, frame.compound, room.sheet, room.language, grid),
    )
    if isinstance(found, TooLarge):
        return found
    grid, slip = found
    return slips_of(slip, options.start, options.count, grid, room.sheet)


def lay_out(locality: Locality, options: FormOptions, frame: BoardFrame) -> Made:
    """The slips with the choices given, or with the tasks that are still to do."""
    choices = options.choices or tuple(
        task.title
        for task in in_order(locality.records.of(Task), locality.today)
        if task.state is TaskState.OPEN
    )
    if not choices or not 1 <= options.most <= len(choices):
        return None, [_nothing_to_tick(len(choices), options.most)]
    ballot = Ballot(options.title or locality.words(ORDER), options.most, choices)
    return frame_bare(KIND, ballot, frame, lambda room: _lay(ballot, options, frame, room), CUT, CUT_HINT)


def _nothing_to_tick(choices: int, most: int) -> Diagnostic:
    return Diagnostic(
        E_FORM_CHOICES,
        Words(
            f"可以勾选的有{choices}项，要选{most}项"
            if choices
            else "没有可以勾选的项目，这里也没有待办的民生实事",
            f"there are {choices} choices and {most} are to be ticked"
            if choices
            else "there is nothing to tick, and no open practical task here",
        ),
        Words(
            "写出各个选项；最多选几项不能超过选项数", "give the choices; no more may be ticked than there are"
        ),
    )


def _never(locality: Locality) -> bool:
    return False


FORM = FormKind(KIND, _never, lay_out)
"""Not offered without a word: what is voted on is said by whoever calls the vote."""
