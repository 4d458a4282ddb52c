"""How one task stands in a list: one row, and the order of importance of rows.

What residents must act on comes first: relapsed and overdue, then what is under way, to do, of unstated
progress, done, declined; within each the newest first. Links are relative to the page that shows the row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from noticeboard.kinds.task.count import OPEN_STATES, overdue_days
from noticeboard.kinds.task.record import Fund, Task, TaskState
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.money import Money, sum_money
from noticeboard.values.partial_date import PartialDate

FOLDER = "tasks"
LIST_TITLE = Words("民生实事", "Practical tasks")
IMPORTANCE = (
    TaskState.RELAPSED,
    TaskState.WAITING,
    TaskState.OPEN,
    TaskState.UNSTATED,
    TaskState.DONE,
    TaskState.DECLINED,
)
SEPARATOR = Words("、", ", ")


@dataclass(frozen=True)
class Amount:
    """An amount of money: as it is set, and exact to the fen for the title attribute."""

    text: str
    exact: str


@dataclass(frozen=True)
class TaskRow:
    """One task in a list."""

    title: str
    href: str
    state: str
    overdue: int
    reason: str
    lead: str
    date: str
    funds: str
    sample: bool = False


def amount_of(money: Money, language: Language) -> Amount:
    """`money` as a view holds it."""
    return Amount(money.text(language), money.exact(language))


def total_of(funds: Iterable[Fund]) -> Money:
    """What is pledged in all."""
    return sum_money(fund.amount for fund in funds)


def in_order(tasks: Iterable[Task], today: date) -> tuple[Task, ...]:
    """Tasks by importance, the newest first, undated ones last."""

    def rank(task: Task) -> tuple[int, int]:
        importance = 0 if overdue_days(task, today) else IMPORTANCE.index(task.state)
        newest = max((when.last.toordinal() for when in _dates(task)), default=0)
        return importance, -newest

    return tuple(sorted(tasks, key=rank))


def row(locality: Locality, page_url: str, task: Task, path: str) -> TaskRow:
    """The row of `task`, a record of the place at `path`, on the page at `page_url`."""
    language = locality.language
    return TaskRow(
        title=task.title,
        href=relative(page_url, task_url(path, task)),
        state=task.state.value,
        overdue=overdue_days(task, locality.today),
        reason=task.reason,
        lead=locality.words(SEPARATOR).join(task.lead),
        date=date_text(task, language),
        funds=total_of(task.funds).text(language) if task.funds else "",
    )


def task_url(path: str, task: Task) -> str:
    """The site path of the page of a task of the place at `path`."""
    return f"{path}/{FOLDER}/{task.id}/"


def _dates(task: Task) -> tuple[PartialDate, ...]:
    return tuple(when for when in (task.finished, task.started, task.requested, task.as_of) if when)


def date_text(task: Task, language: Language) -> str:
    """The date that matters in the task's state: when done, till when promised, since when."""
    if task.finished and task.state in (TaskState.DONE, TaskState.RELAPSED):
        return Words(f"{task.finished.text('zh')}完成", f"done {task.finished.text('en')}").to(language)
    if task.due and task.state in (*OPEN_STATES, TaskState.UNSTATED):
        return Words(f"{task.due.text('zh')}到期", f"due {task.due.text('en')}").to(language)
    if task.started:
        return Words(f"{task.started.text('zh')}开工", f"started {task.started.text('en')}").to(language)
    if task.requested:
        return Words(f"{task.requested.text('zh')}提出", f"asked {task.requested.text('en')}").to(language)
    return ""
