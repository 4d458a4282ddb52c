"""Where a task stands on a day, and what the tasks of a place add to the counts of the places above.

A record is counted once, in the place whose folder holds it; a task shared by several compounds stands in
each of them but counts above only. Money is counted in fen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.kinds.periods import period_key
from noticeboard.kinds.task.record import Task, TaskState
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

BY_FIELD, BY_CHANNEL = "tasks.field.", "tasks.channel."
ASKED_IN, DONE_IN = "tasks.asked.", "tasks.finished."
"""Followed by the period (`kinds.periods`) in which a task was asked for, and a done one finished."""
BY_PAYER, PAID_BY = "funds.by/", "funds.paid.by/"
OPEN_STATES = (TaskState.OPEN, TaskState.WAITING)
"""Nobody has said of these that they are settled; of an unstated one nobody has said that it is not."""
RECENT_YEARS = 2
"""For how long after its newest task a place is expected to have tasks in every half-year."""


def overdue_days(task: Task, today: date) -> int:
    """For how many days the promise has been broken; 0 for a task that is settled, in time or without due."""
    if task.state not in OPEN_STATES or task.due is None:
        return 0
    return max((today - task.due.last).days, 0)


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """The counts of the place's own tasks: by state, field, channel and period, overdue, shared; money by payer.

    tasks.finished_now are those done in this half-year; tasks.recent is 1 where any task is of the last two years.
    """
    counts: Counter[str] = Counter()
    tasks = records.of(Task)
    counts["tasks.recent"] += any(is_recent(task, today) for task in tasks)
    for task in tasks:
        counts["tasks.finished_now"] += is_finished_now(task, today)
        counts["tasks"] += 1
        counts[f"tasks.{task.state.value}"] += 1
        counts["tasks.overdue"] += overdue_days(task, today) > 0
        counts["tasks.shared"] += bool(task.places)
        for key in _parts(task):
            counts[key] += 1
        for fund in task.funds:
            counts["funds"] += fund.amount.fen
            counts[f"{BY_PAYER}{fund.payer}"] += fund.amount.fen
            if fund.paid:
                counts["funds.paid"] += fund.paid.fen
                counts[f"{PAID_BY}{fund.payer}"] += fund.paid.fen
    yield from ((key, count) for key, count in sorted(counts.items()) if count)


def _parts(task: Task) -> Iterator[str]:
    """The keys of what is stated of a task; what is not stated has none."""
    if task.field:
        yield BY_FIELD + task.field
    if task.channel:
        yield BY_CHANNEL + task.channel
    asked = period_key(task.requested)
    if asked:
        yield ASKED_IN + asked
    done = period_key(task.finished) if task.state is TaskState.DONE else ""
    if done:
        yield DONE_IN + done


def dates(task: Task) -> tuple[PartialDate, ...]:
    """The dates of which the task speaks; what is only promised is none of them."""
    events = (task.requested, task.started, task.finished, *[step.when for step in task.steps])
    stated = (task.as_of, task.rating.as_of if task.rating else None, *[visit.when for visit in task.visits])
    return tuple([when for when in (*events, *stated) if when])


def active_dates(task: Task) -> tuple[PartialDate, ...]:
    """When something was done for the task: requested, started, finished."""
    return tuple(when for when in (task.requested, task.started, task.finished) if when)


def is_in_half_year(task: Task, today: date) -> bool:
    """Whether the task was, or may have been, requested, started or finished in the half-year of `today`."""
    start, end = half_year_start(today), next_half_year(today)
    return any(when.first < end and when.last >= start for when in active_dates(task))


def is_finished_now(task: Task, today: date) -> bool:
    """Whether the task was, or may have been, done in the half-year of `today`."""
    when = task.finished
    if when is None or task.state is not TaskState.DONE:
        return False
    return when.first < next_half_year(today) and when.last >= half_year_start(today)


def is_recent(task: Task, today: date) -> bool:
    """Whether something was done for the task within the last two years."""
    return any(today < _forgotten(when) for when in active_dates(task))


def changes(task: Task, today: date) -> Iterator[date]:
    """The days on which the task becomes or stays overdue, and on which a half-year without tasks is news."""
    if task.state in OPEN_STATES and task.due:
        yield max(task.due.last, today) + timedelta(days=1)
    forgotten = [day for day in map(_forgotten, active_dates(task)) if today < day]
    if forgotten:
        yield next_half_year(today)
        yield from forgotten


def half_year_start(today: date) -> date:
    """The first day of the half-year of `today`: 1 January or 1 July."""
    return date(today.year, 1 if today.month <= 6 else 7, 1)


def next_half_year(today: date) -> date:
    """The first day of the half-year after that of `today`."""
    return date(today.year, 7, 1) if today.month <= 6 else date(today.year + 1, 1, 1)


def _forgotten(when: PartialDate) -> date:
    """The first day on which `when` is two years past."""
    next_day = when.last + timedelta(days=1)
    day = 28 if (next_day.month, next_day.day) == (2, 29) else next_day.day
    return date(next_day.year + RECENT_YEARS, next_day.month, day)
