"""The tasks of a place in sum: the page of all of them, the panels and the large figures of the place.

    own tasks + shared tasks of places above ─▶ rows
    counts of the summary ─▶ figures and rows by child place

Totals come from the summary, so they include every place below; rows are of the place itself. A number is
never drawn without a link to the rows that make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.organization.record import Organization
from noticeboard.kinds.place import Level
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.kinds.task.count import dates, is_in_half_year, is_recent
from noticeboard.kinds.task.money import MoneyView, money_view
from noticeboard.kinds.task.record import Task
from noticeboard.kinds.task.row import (
    FOLDER,
    IMPORTANCE,
    LIST_TITLE,
    Amount,
    TaskRow,
    amount_of,
    in_order,
    own_rows,
    row,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative
from noticeboard.values.money import Money
from noticeboard.values.partial_date import latest

PANEL_ROWS = 8
NO_TASK = Words(
    "本半年没有提出、开工或完成的民生实事",
    "No practical task was asked for, started or finished this half-year",
)


@dataclass(frozen=True)
class StateCount:
    """How many tasks are in one state, and the link to their rows."""

    state: str
    count: int
    href: str


class TaskGroup(NamedTuple):
    """The tasks of one state on the list page; the overdue ones are the first of them."""

    state: str
    rows: tuple[TaskRow, ...]


class PlaceRow(NamedTuple):
    """A child place: how many of its tasks are done, its money."""

    name: str
    href: str
    sample: bool
    done_of_all: str
    funds: Amount | None


@dataclass(frozen=True)
class TasksPanel:
    """The panel of tasks on the page of a place."""

    title: str
    all: tuple[int, str] | None
    states: tuple[StateCount, ...]
    overdue: int
    rows: tuple[TaskRow, ...]
    shared: tuple[TaskRow, ...]
    places: tuple[PlaceRow, ...]
    news: str


@dataclass(frozen=True)
class TasksView:
    """The page of all tasks of a place."""

    frame: Frame
    total: int
    states: tuple[StateCount, ...]
    overdue: int
    groups: tuple[TaskGroup, ...]
    shared: tuple[TaskRow, ...]
    places: tuple[PlaceRow, ...]
    money: MoneyView | None


def list_page(locality: Locality) -> Iterator[Page]:
    """The page of all tasks, if there is any task here, below or shared."""
    shared = locality.shared_of(Task)
    total = locality.summary.count("tasks")
    if not total and not shared:
        return
    url = locality.url(FOLDER)
    yield Page(
        url,
        "tasks.html",
        TasksView(
            frame=locality.frame(url, locality.words(LIST_TITLE)),
            total=total,
            states=_states(locality, url),
            overdue=locality.summary.count("tasks.overdue"),
            groups=_groups(locality, url),
            shared=_shared(locality, url),
            places=_places(locality, url),
            money=money_view(locality, url),
        ),
    )


def tasks_panel(locality: Locality) -> Iterator[Panel]:
    """The panel of tasks: at most eight rows, own ones first; or one line where there is none."""
    url = locality.records.url
    rows = tuple(own_rows(locality, url)[:PANEL_ROWS])
    shared = _shared(locality, url)
    places = _places(locality, url)
    shown_shared = shared[: PANEL_ROWS - len(rows)]
    news = locality.words(NO_TASK) if _lacks_tasks(locality) else ""
    if not (rows or shared or places or news):
        return
    total = locality.summary.count("tasks") + len(shared)
    complete = len(rows) + len(shown_shared) == total
    view = TasksPanel(
        title=locality.words(LIST_TITLE),
        all=None if complete else (total, relative(url, locality.url(FOLDER))),
        states=_states(locality, url) if locality.summary.count("tasks") > 1 else (),
        overdue=locality.summary.count("tasks.overdue"),
        rows=rows,
        shared=shown_shared,
        places=places[:PANEL_ROWS],
        news=news,
    )
    yield Panel(30, "panels/tasks.html", view)


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """民生实事 n项, and 投入 n元."""
    page = relative(locality.records.url, locality.url(FOLDER))
    shared = len(locality.shared_of(Task))
    total = locality.summary.count("tasks") or shared
    dated = locality.as_of("task") if locality.summary.count("tasks") else _shared_as_of(locality)
    if total:
        yield KeyFigure(
            order=10,
            label=locality.words(LIST_TITLE),
            value=f"{total:,}",
            unit=locality.words(Words("项", "")),
            base=_base(locality, shared),
            as_of=dated,
            href=page,
        )
    fen = locality.summary.count("funds")
    if fen:
        money = Money(fen)
        value, unit = split_unit(money.text(locality.language))
        yield KeyFigure(
            order=40,
            label=locality.words(Words("投入", "Spent")),
            value=value,
            unit=unit,
            base=locality.words(Words("有记录的资金合计", "all recorded money")),
            as_of=dated,
            href=page + "#money",
            exact=money.exact(locality.language),
        )


def _shared_as_of(locality: Locality) -> str:
    """The last day spoken of by the tasks of places above which concern this place."""
    found = latest((when for task, _ in locality.shared_of(Task) for when in dates(task)), by=locality.today)
    return found.text(locality.language) if found else ""


def split_unit(text: str) -> tuple[str, str]:
    """`62,800元` as `62,800` and `元`: the figure is large, its unit small beside it."""
    found = re.match(r"[\d,.]+", text)
    number = found.group() if found else ""
    return number, text[len(number) :].strip()


def _base(locality: Locality, shared: int) -> str:
    count = locality.summary.count
    if not count("tasks"):
        return locality.words(Words("与其他楼院共有", "shared with other compounds"))
    done, unstated = count("tasks.done"), count("tasks.unstated")
    parts = [Words(f"已完成{done:,}项", f"{done:,} done")] if done or not unstated else []
    if unstated:
        parts.append(Words(f"进展未注明{unstated:,}项", f"progress of {unstated:,} not stated"))
    if count("tasks.overdue"):
        parts.append(Words(f"超期{count('tasks.overdue'):,}项", f"{count('tasks.overdue'):,} overdue"))
    if shared:
        parts.append(Words(f"另有{shared}项与其他楼院共有", f"{shared} more shared"))
    return locality.words(Words("，", ", ")).join(locality.words(part) for part in parts)


def _states(locality: Locality, page_url: str) -> tuple[StateCount, ...]:
    """The counts by state; each leads to its rows where all of them stand on the list page."""
    own = [task.state for task in locality.records.of(Task)]
    page = locality.url(FOLDER)
    found = []
    for state in IMPORTANCE:
        count = locality.summary.count(f"tasks.{state.value}")
        if count:
            anchor = f"#{state.value}" if own.count(state) == count else "#places"
            found.append(StateCount(state.value, count, relative(page_url, page + anchor)))
    return tuple(found)


def _groups(locality: Locality, page_url: str) -> tuple[TaskGroup, ...]:
    by_state: dict[str, list[TaskRow]] = {}
    for each in own_rows(locality, page_url):
        by_state.setdefault(each.state, []).append(each)
    states = (state.value for state in IMPORTANCE)
    return tuple(TaskGroup(state, tuple(by_state[state])) for state in states if state in by_state)


def _shared(locality: Locality, page_url: str) -> tuple[TaskRow, ...]:
    shared = locality.shared_of(Task)
    if not shared:
        return ()
    paths = {id(task): path for task, path in shared}
    tasks = in_order((task for task, _ in shared), locality.today)
    return tuple(row(locality, page_url, task, paths[id(task)]) for task in tasks)


def _places(locality: Locality, page_url: str) -> tuple[PlaceRow, ...]:
    rows = rows_by_child(locality, page_url, ("tasks", "tasks.done", "tasks.unstated", "funds"), FOLDER)
    return tuple(
        PlaceRow(
            child.name,
            child.href,
            child.sample,
            locality.words(_done_of_all(*child.counts[:3])),
            amount_of(Money(child.counts[3]), locality.language) if child.counts[3] else None,
        )
        for child in rows
    )


def _done_of_all(total: int, done: int, unstated: int) -> Words:
    """`3／7`; of tasks whose progress no source states it is not said that they are not done."""
    if not unstated:
        return Words(f"{done:,}／{total:,}", f"{done:,}／{total:,}")
    return Words(
        f"{done:,}／{total:,}，{unstated:,}项未注明", f"{done:,}／{total:,}, {unstated:,} not stated"
    )


def _lacks_tasks(locality: Locality) -> bool:
    """Whether it is news that a compound has no task in this half-year.

    Old printed data is left alone: only a place with a task of the last two years, or the sample, is asked.
    """
    if locality.place.kind is not Level.COMPOUND:
        return False
    tasks = (*locality.records.of(Task), *(task for task, _ in locality.shared_of(Task)))
    if not tasks and not locality.records.of(Organization):
        return False
    expected = locality.context.sample or any(is_recent(task, locality.today) for task in tasks)
    running = any(is_in_half_year(task, locality.today) for task in tasks)
    return expected and not running
