"""A task as it stood on a day that is past, as far as its dates tell: what came later is taken away.

Money and amounts have no dates, so they stay as they are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from noticeboard.kinds.task.record import Task, TaskState
from noticeboard.values.partial_date import PartialDate

UNDONE = (TaskState.OPEN, TaskState.DECLINED, TaskState.UNSTATED)
"""States that nothing need have been done for."""


def on_day(task: Task, day: date) -> Task | None:
    """The task as it stood on `day`; None if it had not come up."""
    begun = [when for when in (task.requested, task.started, task.finished) if when is not None]
    if begun and all(_is_later(when, day) for when in begun):
        return None
    is_finished_later = _is_later(task.finished, day)
    is_reported_later = is_finished_later or (_is_later(task.as_of, day) and task.finished is None)
    rating = task.rating
    if rating is not None and (is_finished_later or _is_later(rating.as_of, day)):
        rating = None
    visits = tuple(visit for visit in task.visits if not _is_later(visit.when, day))
    return replace(
        task,
        state=_state(task, day),
        started=None if _is_later(task.started, day) else task.started,
        finished=None if is_finished_later else task.finished,
        as_of=None if _is_later(task.as_of, day) else task.as_of,
        done_of=None if is_reported_later else task.done_of,
        steps=tuple(step for step in task.steps if not _is_later(step.when, day)),
        rating=rating,
        visits=visits,
    )


def _state(task: Task, day: date) -> TaskState:
    if task.state in UNDONE:
        return task.state
    if _is_later(task.started, day):
        return TaskState.OPEN
    if _is_later(task.finished, day):
        return TaskState.WAITING if task.started else TaskState.UNSTATED
    if task.state is TaskState.RELAPSED and task.visits:
        return task.state if any(not _is_later(visit.when, day) for visit in task.visits) else TaskState.DONE
    return task.state


def _is_later(when: PartialDate | None, day: date) -> bool:
    return when is not None and when.first > day
