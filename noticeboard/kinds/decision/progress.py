"""How far a decision is on a day: each step of its procedure, what comes next and from when, the state of the whole.

Decision + day ─ stages_of ▶ Stages in order ─ state_of ▶ State      ─ next_of ▶ the next step and its earliest day
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from noticeboard.kinds.decision.record import Decision, Step
from noticeboard.locality import Records
from noticeboard.procedure import ProcedureStep
from noticeboard.values.partial_date import PartialDate


class State(StrEnum):
    """Where a decision stands."""

    RUNNING = "running"
    UPCOMING = "upcoming"
    FINISHED = "finished"
    UNSTATED = "unstated"
    STOPPED = "stopped"


class Progress(StrEnum):
    """Where one step stands; SKIPPED is one that the procedure leaves open and that was not taken."""

    DONE = "done"
    DOING = "doing"
    TO_DO = "to_do"
    UNSTATED = "unstated"
    SKIPPED = "skipped"
    DROPPED = "dropped"


class Stage(NamedTuple):
    """A step of the procedure, of the record, or of both, and how far it is."""

    rule: ProcedureStep | None
    step: Step | None
    progress: Progress


class Next(NamedTuple):
    """The next step, the earliest lawful day for it if that can be computed, and the day that is set for it."""

    rule: ProcedureStep
    earliest: date | None
    set_for: date | None


def stages_of(decision: Decision, today: date) -> tuple[Stage, ...]:
    """Every step in order; those of the procedure that the record does not name stand between the others."""
    template = decision.template
    if template is None:
        return tuple(Stage(None, step, progress_of(step, today)) for step in decision.steps)
    stages: list[Stage] = []
    reached = 0
    for step in decision.steps:
        position = template.position(step.step)
        if position is None:
            stages.append(Stage(None, step, progress_of(step, today)))
            continue
        stages += [Stage(rule, None, _passed(decision, rule)) for rule in template.steps[reached:position]]
        stages.append(Stage(template.steps[position], step, progress_of(step, today)))
        reached = max(reached, position + 1)
    stages += [Stage(rule, None, _to_come(decision, today)) for rule in template.steps[reached:]]
    return tuple(stages)


def progress_of(step: Step, today: date) -> Progress:
    """How far a step that the record names is; without a day it has been taken."""
    first = step.first_day
    if first and first > today:
        return Progress.TO_DO
    if any(each.last is not None and each.last >= today for each in step.rounds):
        return Progress.DOING
    return Progress.DONE


def _passed(decision: Decision, rule: ProcedureStep) -> Progress:
    if decision.reported:
        return Progress.UNSTATED
    return Progress.SKIPPED if rule.optional else Progress.TO_DO


def _to_come(decision: Decision, today: date) -> Progress:
    if decision.stopped and decision.stopped.first <= today:
        return Progress.DROPPED
    return Progress.UNSTATED if decision.reported else Progress.TO_DO


def state_of(decision: Decision, today: date) -> State:
    """Where the decision stands on `today`."""
    if decision.stopped and decision.stopped.first <= today:
        return State.STOPPED
    stages = stages_of(decision, today)
    needed = [
        each.progress for each in stages if not (each.step is None and each.rule and each.rule.optional)
    ]
    if decision.reported or decision.template is None:
        if decision.result:
            return State.FINISHED
        if decision.reported:
            return State.UNSTATED
    elif all(progress is Progress.DONE for progress in needed):
        return State.FINISHED
    begun = any(each in (Progress.DONE, Progress.DOING) for each in needed)
    return State.RUNNING if begun else State.UPCOMING


def next_of(decision: Decision, today: date) -> Next | None:
    """The next step that must be taken; None where nothing is to come or none can be known."""
    if decision.reported or state_of(decision, today) in (State.FINISHED, State.STOPPED):
        return None
    earliest: date | None = None
    for stage in stages_of(decision, today):
        if stage.rule and stage.progress is Progress.TO_DO and not (stage.rule.optional and not stage.step):
            return Next(stage.rule, earliest, stage.step.first_day if stage.step else None)
        if stage.step is not None:
            earliest = stage.step.free_from
    return None


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many decisions the place has, and how many are under way."""
    states = [state_of(each, today) for each in records.of(Decision)]
    if states:
        yield "decisions", len(states)
        yield "decisions.finished", states.count(State.FINISHED)
        yield "decisions.running", states.count(State.RUNNING)
        others = (State.UPCOMING, State.STOPPED)
        yield from ((f"decisions.{state.value}", n) for state in others if (n := states.count(state)))


def dates(decision: Decision) -> tuple[PartialDate, ...]:
    """The days of its steps, its end, its as-of date."""
    steps = [step.when for step in decision.steps]
    firsts = [step.first_day for step in decision.steps if step.when is None]
    given = [PartialDate(day.year, day.month, day.day) for day in firsts if day]
    return tuple(day for day in (*steps, *given, decision.stopped, decision.as_of) if day)


def changes(decision: Decision, today: date) -> Iterator[date]:
    """The days on which steps and rounds begin or end, and on which the next step becomes lawful."""
    days: list[date | None] = [decision.stopped.first if decision.stopped else None]
    for step in decision.steps:
        days += [step.first_day, step.free_from]
        for each in step.rounds:
            days += [each.from_, each.last + timedelta(days=1) if each.last else None]
    yield from (day for day in days if day and day > today)


def on_day(decision: Decision, day: date) -> Decision | None:
    """The decision if its first step had begun by `day`; how far it was follows from its dates."""
    first = min((begun for step in decision.steps if (begun := step.first_day)), default=None)
    return None if first and first > day else decision
