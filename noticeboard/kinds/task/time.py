"""The course of a task in time: asked for, begun, each step, the promise, done, re-visited.

Dates are as exact as their source, so events are ordered by where their intervals begin or end; a step
without a date stays behind the step before it, and the page says that its date is not stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from noticeboard.kinds.task.count import overdue_days
from noticeboard.kinds.task.record import Task, TaskState
from noticeboard.languages import Language, Words, ending

Key = tuple[date, int]

ASKED, ASKED_BY = Words("提出", "Asked for"), Words("{}提出", "Asked for by {}")
BEGAN, DONE = Words("开工", "Works began"), Words("完成", "Done")


class Event(NamedTuple):
    """One point of the timeline; `mark` is a state of the task or empty."""

    date: str
    text: str
    note: str = ""
    mark: str = ""


def events(task: Task, today: date, language: Language) -> tuple[Event, ...]:
    """The events of a task, the first first; a step says more than the bare fact of the same date."""
    steps = _steps(task, language) if task.steps else ()
    keyed = [*_beginnings(task, language), *steps, *_endings(task, today, language)]
    keyed.sort(key=itemgetter(0))
    return tuple([event for _, event in keyed])


def has_undated(task: Task) -> bool:
    """Whether the timeline has steps of which nobody says when."""
    return any(step.when is None for step in task.steps)


def _beginnings(task: Task, language: Language) -> Iterator[tuple[Key, Event]]:
    told = {step.when for step in task.steps}
    if task.requested and task.requested not in told:
        text = (ASKED_BY if task.asked_by else ASKED).to(language).format(task.asked_by)
        yield (task.requested.first, 0), Event(task.requested.text(language), text)
    if task.started and task.started not in told:
        yield (task.started.first, 1), Event(task.started.text(language), BEGAN.to(language))


def _steps(task: Task, language: Language) -> Iterator[tuple[Key, Event]]:
    last = task.requested.first if task.requested else date.min
    finish = max((i for i, step in enumerate(task.steps) if step.when == task.finished), default=None)
    for index, step in enumerate(task.steps):
        last = step.when.first if step.when else last
        when = step.when.text(language) if step.when else ""
        note = _in_time(task, language) if index == finish and step.when else ""
        yield (last, 2), Event(when, step.what, note)


def _endings(task: Task, today: date, language: Language) -> Iterator[tuple[Key, Event]]:
    if task.finished and all(step.when != task.finished for step in task.steps):
        note = _in_time(task, language)
        yield (task.finished.last, 3), Event(task.finished.text(language), DONE.to(language), note)
    if task.due and not task.finished:
        text = Words("承诺完成的时限", "Promised by").to(language)
        days = overdue_days(task, today)
        note = Words(f"已超期{days}天", f"{days} day{ending(days)} overdue").to(language) if days else ""
        yield (task.due.last, 4), Event(task.due.text(language), text, note)
    for index, visit in enumerate(task.visits):
        relapsed = task.state is TaskState.RELAPSED and index == len(task.visits) - 1
        text = Words(f"回头看：{visit.result}", f"Re-visit: {visit.result}").to(language)
        after = task.finished.last if task.finished and visit.when.last >= task.finished.first else date.min
        mark = "relapsed" if relapsed else ""
        yield (max(visit.when.last, after), 5), Event(visit.when.text(language), text, mark=mark)


def _in_time(task: Task, language: Language) -> str:
    """Whether a finished task kept its promise, where the dates are exact enough to tell."""
    if not (task.finished and task.due):
        return ""
    due = task.due.text(language)
    if task.finished.last <= task.due.last:
        return Words(f"按时完成（承诺{due}）", f"in time (promised by {due})").to(language)
    if task.finished.first > task.due.last:
        return Words(f"晚于承诺（{due}）", f"later than promised ({due})").to(language)
    return Words(f"承诺{due}", f"promised by {due}").to(language)
