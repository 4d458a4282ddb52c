"""When the next step is lawful: the last day of each notice round, and the first day after it.

    Decision + Settings ─ settle ▶ the procedure, `last` and `least` of each round, `free_from` of each step

The day of posting does not count (《民法典》第二百零一条), in days as in working days. A notice round that is written
without an end hangs as long as it must. The working days come from the calendar of the site, as for notices.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.kinds.decision.procedures import known_to, nearest, procedure_of
from noticeboard.kinds.decision.record import Decision, Round, Step
from noticeboard.kinds.notice.calendar import calendar_of
from noticeboard.languages import Words
from noticeboard.procedure import Procedure, ProcedureStep
from noticeboard.values.period import E_PERIOD
from noticeboard.values.working_days import WorkingCalendar

MOST_DAYS = 3_650
"""Ten years: a notice round or a wait that is longer is a slip of the pen, and no calendar need hold it."""
E_PROCEDURE = code("E-PROCEDURE", "没有这个决策程序", "there is no such procedure")


def settle(decision: Decision, settings: Settings) -> tuple[Decision, tuple[Diagnostic, ...]]:
    """The decision with its procedure and its lawful days; an unknown procedure or year is told at its field."""
    template = procedure_of(decision.procedure, settings) if decision.procedure else None
    if decision.procedure and template is None:
        names = [each.name for each in known_to(settings)]
        message = Words(
            f"没有叫“{decision.procedure}”的决策程序", f"there is no procedure “{decision.procedure}”"
        )
        remedy = nearest(
            decision.procedure, names + [key for each in known_to(settings) for key in (each.key, each.en)]
        )
        if remedy.zh.startswith("可以写"):
            remedy = nearest("", names)
        return decision, (Diagnostic(E_PROCEDURE, message, remedy, decision.origin.at("procedure")),)
    calendar = calendar_of(settings)
    found: list[Diagnostic] = []
    steps = tuple(
        _settled(step, template, calendar, decision.origin.at("steps", index), found)
        for index, step in enumerate(decision.steps)
    )
    return replace(decision, steps=steps, template=template), tuple(found)


def _settled(
    step: Step,
    template: Procedure | None,
    calendar: WorkingCalendar | None,
    origin: Origin,
    found: list[Diagnostic],
) -> Step:
    position = template.position(step.step) if template else None
    rule = template.steps[position] if template and position is not None else None
    rounds = []
    for number, each in enumerate(step.rounds):
        try:
            rounds.append(_counted(each, rule, calendar))
        except Problem as problem:
            found.append(problem.at(origin.at("rounds", number, "from")))
            rounds.append(each)
    return replace(step, rounds=tuple(rounds), free_from=_free_from(step, tuple(rounds), rule))


def _counted(each: Round, rule: ProcedureStep | None, calendar: WorkingCalendar | None) -> Round:
    least = _end(each.from_, rule.days, rule.working_days, calendar) if rule else None
    last = each.to or _end(each.from_, each.days, each.working_days, calendar) or least
    return replace(each, last=last, least=least)


def _end(
    start: date | None, days: int | None, working_days: int | None, calendar: WorkingCalendar | None
) -> date | None:
    if start is None:
        return None
    if max(days or 0, working_days or 0) > MOST_DAYS:
        raise Problem(
            E_PERIOD,
            Words(f"公示期超过{MOST_DAYS}天", f"a notice round of more than {MOST_DAYS} days"),
            Words("核对天数", "check the number of days"),
        )
    if days is not None:
        return start + timedelta(days=days)
    if working_days is not None and calendar is not None:
        return calendar.add_working_days(start, working_days)
    return None


def _free_from(step: Step, rounds: tuple[Round, ...], rule: ProcedureStep | None) -> date | None:
    ends = [day for each in rounds for day in (each.last, each.least) if day]
    if ends:
        return max(ends) + timedelta(days=1)
    if rounds or (rule and rule.is_notice):
        return None
    if step.when is None or step.when.first != step.when.last:
        return None
    return step.when.first + timedelta(days=min(rule.wait or 0, MOST_DAYS) if rule else 0)
