"""How one task stands in a list: one row, and the order of importance of rows.

What residents must act on comes first: relapsed and overdue, then what is under way, to do, of unstated
progress, done, declined; within each the newest first. Links are relative to the page that shows the row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

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
FINISHED, DUE = Words("{}完成", "done {}"), Words("{}到期", "due {}")
STARTED, ASKED = Words("{}开工", "started {}"), Words("{}提出", "asked {}")


class Amount(NamedTuple):
    """An amount of money: as it is set, and exact to the fen for the title attribute."""

    text: str
    exact: str


class TaskRow(NamedTuple):
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
    return _amount(money.fen, language)


@lru_cache(maxsize=1024)
def _amount(fen: int, language: Language) -> Amount:
    money = Money(fen)
    return Amount(money.text(language), money.exact(language))


def total_of(funds: Iterable[Fund]) -> Money:
    """What is pledged in all."""
    return sum_money(fund.amount for fund in funds)


def in_order(tasks: Iterable[Task], today: date) -> tuple[Task, ...]:
    """Tasks by importance, the newest first, undated ones last."""

    def rank(task: Task) -> tuple[int, int]:
        importance = 0 if overdue_days(task, today) else IMPORTANCE.index(task.state)
        newest = max([when.last.toordinal() for when in _dates(task)], default=0)
        return importance, -newest

    return tuple(sorted(tasks, key=rank))


def own_rows(locality: Locality, page_url: str) -> list[TaskRow]:
    """The rows of the place's own tasks in the order of `in_order`, on the page at `page_url`."""
    return [each._replace(href=relative(page_url, each.href)) for each in locality.once(_own_rows)]


def _own_rows(locality: Locality) -> list[TaskRow]:
    """The same without a page: each leads to a site path."""
    path = locality.records.path
    ordered = in_order(locality.records.of(Task), locality.today)
    return [_row(locality, task, task_url(path, task)) for task in ordered]


def row(locality: Locality, page_url: str, task: Task, path: str) -> TaskRow:
    """The row of `task`, a record of the place at `path`, on the page at `page_url`."""
    return _row(locality, task, relative(page_url, task_url(path, task)))


def _row(locality: Locality, task: Task, href: str) -> TaskRow:
    language = locality.language
    return TaskRow(
        title=task.title,
        href=href,
        state=task.state.value,
        overdue=overdue_days(task, locality.today),
        reason=task.reason,
        lead=SEPARATOR.to(language).join(task.lead),
        date=date_text(task, language),
        funds=amount_of(total_of(task.funds), language).text if task.funds else "",
    )


def task_url(path: str, task: Task) -> str:
    """The site path of the page of a task of the place at `path`."""
    return f"{path}/{FOLDER}/{task.id}/"


def _dates(task: Task) -> tuple[PartialDate, ...]:
    return tuple(when for when in (task.finished, task.started, task.requested, task.as_of) if when)


def date_text(task: Task, language: Language) -> str:
    """The date that matters in the task's state: when done, till when promised, since when."""
    if task.finished and task.state in (TaskState.DONE, TaskState.RELAPSED):
        return FINISHED.to(language).format(task.finished.text(language))
    if task.due and task.state in (*OPEN_STATES, TaskState.UNSTATED):
        return DUE.to(language).format(task.due.text(language))
    if task.started:
        return STARTED.to(language).format(task.started.text(language))
    if task.requested:
        return ASKED.to(language).format(task.requested.text(language))
    return ""
