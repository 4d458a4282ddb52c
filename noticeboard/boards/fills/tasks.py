"""民生实事公示: what the board shows of the tasks of a place, with the figures of its page."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards import tasks as tasks_board
from noticeboard.boards.fills.heading import capital, date_of
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.words import OVERDUE
from noticeboard.kinds.task import KIND as TASK
from noticeboard.kinds.task import Task
from noticeboard.kinds.task.count import overdue_days
from noticeboard.kinds.task.row import date_text, in_order
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.values.money import Money

TASKS = Words("民生实事", "Practical tasks")
BELOW = Words(
    "下面列出本级的{own}项，其余{below}项见各楼院的公示栏",
    "{own} of this place are listed, the other {below} stand on the boards of the places below",
)
SHARED = Words(
    "另列与其他楼院共有的{shared}项，不计入合计",
    "{shared} shared with other compounds are listed too and not counted in the totals",
)
ONLY_SHARED = Words("下面{shared}项与其他楼院共有", "{shared} shared with other compounds")
UNKNOWN_PAYER = Words("未注明", "not stated")
UNSTATED = Words("进展未注明", "Progress not stated")


def tasks_boards(locality: Locality) -> Iterator[BoardSubject]:
    """民生实事公示: the totals of the place as its page has them, then its own tasks and those it shares."""
    own = locality.records.of(Task)
    tasks = (*own, *(task for task, _ in locality.shared_of(Task)))
    if not tasks:
        return
    kind = tasks_board.KIND
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=capital(locality.words(kind.words)),
        band="plain",
        date=date_of(locality, TASK, tasks),
        issuer="",
        content=tasks_board.TasksBoard(
            totals=tuple(totals_of(locality)),
            note=note_of(locality, len(own), len(tasks) - len(own)),
            tasks=tuple(_task_row(locality, task) for task in in_order(tasks, locality.today)),
        ),
        lay_out=tasks_board.lay_out,
    )


def totals_of(locality: Locality) -> Iterator[tasks_board.Total]:
    """The totals of the place, the places below included: the figures that its page has."""
    summary, items = locality.summary, locality.words(Words("项", ""))
    if not summary.count("tasks"):
        return
    yield tasks_board.Total(locality.words(TASKS), str(summary.count("tasks")), items)
    done, unstated = summary.count("tasks.done"), summary.count("tasks.unstated")
    if done or not unstated:
        yield tasks_board.Total(locality.words(Words("已完成", "Done")), str(done), items)
    if unstated:
        yield tasks_board.Total(locality.words(UNSTATED), str(unstated), items)
    money = Money(summary.count("funds"))
    if money.fen:
        text = money.text(locality.language)
        figure = text.rstrip("元万亿") if locality.language == "zh" else text
        yield tasks_board.Total(locality.words(Words("投入", "Spent")), figure, text[len(figure) :])


def note_of(locality: Locality, own: int, shared: int) -> str:
    """Which tasks the rows are, where they are not exactly those of the totals."""
    below = locality.summary.count("tasks") - own
    notes = []
    if below:
        notes.append(locality.words(BELOW).format(own=own, below=below))
    if shared:
        words = SHARED if own or below else ONLY_SHARED
        notes.append(locality.words(words).format(shared=shared))
    return locality.words(Words("；", "; ")).join(notes)


def _task_row(locality: Locality, task: Task) -> tasks_board.TaskRow:
    language = locality.language
    unknown = locality.words(UNKNOWN_PAYER)
    return tasks_board.TaskRow(
        title=task.title,
        state=state_of(locality, task),
        state_text=_state_text(locality, task),
        asked_by=task.asked_by,
        done_by=locality.words(Words("、", ", ")).join(task.lead),
        funds=tuple(
            tasks_board.Fund(fund.payer or unknown, fund.amount.text(language)) for fund in task.funds
        ),
        when=date_text(task, language),
        result=result_text(locality, task),
        origin=task.origin,
    )


def state_of(locality: Locality, task: Task) -> tasks_board.TaskState:
    """The mark of a task: its state, or that it is overdue."""
    if overdue_days(task, locality.today):
        return "overdue"
    return task.state.value  # type: ignore[return-value]  # the values of the enumeration are those names


def state_word(locality: Locality, task: Task) -> str:
    """The word beside the mark; with days when overdue."""
    days = overdue_days(task, locality.today)
    if days:
        return locality.words(OVERDUE).format(n=days, s=ending(days))
    return capital(locality.words(task.state.words))


def _state_text(locality: Locality, task: Task) -> str:
    """The word with the reason, when declined."""
    word = state_word(locality, task)
    given = task.reason and not overdue_days(task, locality.today)
    return f"{word}{locality.words(Words('：', ': '))}{task.reason}" if given else word


def result_text(locality: Locality, task: Task) -> str:
    """What came of a task in figures."""
    language = locality.language
    parts = [f"{each.what}{each.number.text(language)}{each.unit}" for each in task.quantities]
    if task.done_of is not None:
        progress = task.done_of
        parts.append(f"{progress.done.text(language)}／{progress.planned.text(language)}{progress.unit}")
    return locality.words(Words("，", ", ")).join(parts)
