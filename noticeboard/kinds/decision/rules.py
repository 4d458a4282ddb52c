"""What is wrong with a decision: steps out of order, missing or too early, evidence that is not there, names.

Each rule looks at the record alone. Of a decision that a printed source tells (`reported`), what the source does not
say is no mistake; what it does say must still be in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.kinds.decision.procedures import nearest
from noticeboard.kinds.decision.record import Decision, Round, Step
from noticeboard.kinds.decision.vote_rules import check_vote
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.notice.record import E_PERIOD_TWICE
from noticeboard.languages import Words
from noticeboard.procedure import Procedure, ProcedureStep
from noticeboard.values.period import E_PERIOD

E_STEP = code("E-STEP", "决策程序里没有这一步", "no step of the procedure")
E_STEP_ORDER = code("E-STEP-ORDER", "步骤的先后不对", "steps in the wrong order")
E_STEP_MISSING = code("E-STEP-MISSING", "决策程序缺了一步", "a step of the procedure is missing")
E_STEP_EARLY = code(
    "E-STEP-EARLY", "这一步早于法定或规定的日子", "a step before the day on which it is lawful"
)
E_EVIDENCE = code("E-EVIDENCE", "步骤没有写明留下的材料", "a step without its evidence")
E_ROUND_SHORT = code("E-ROUND-SHORT", "公示的天数不够", "a notice round that is too short")
E_ROUND = code("E-ROUND", "公示轮次没有写起始日", "a notice round without its first day")
E_DECISION = code("E-DECISION", "决策记录自相矛盾", "a decision that contradicts itself")
W_ROUND_OPINION = code(
    "W-ROUND-OPINION",
    "公示中的意见没有写采纳与否",
    "an opinion of a round that neither changed the plan nor has a reason",
)


def check(decision: Decision) -> Iterator[Diagnostic]:
    """What is wrong with one decision."""
    yield from nameless(_texts(decision), decision.origin)
    if decision.procedure and decision.template is None:
        return  # told by `settle`
    if decision.template is not None:
        yield from _named_steps(decision, decision.template)
        yield from _missing(decision, decision.template)
    yield from _days(decision)
    for index, step in enumerate(decision.steps):
        yield from _rounds(decision, step, index)
    yield from _whole(decision)
    yield from check_vote(decision)


def _texts(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in ("title", "result", "stopped_reason", "note", "body"):
        yield (key,), getattr(decision, key)
    for index, step in enumerate(decision.steps):
        yield ("steps", index, "note"), step.note
        for number, each in enumerate(step.rounds):
            yield ("steps", index, "rounds", number, "note"), each.note
            for n, opinion in enumerate(each.opinions):
                path = "steps", index, "rounds", number, "opinions", n
                for key in ("what", "changed", "reason"):
                    yield (*path, key), getattr(opinion, key)
    for index, candidate in enumerate(decision.candidates):
        for key in ("offer", "inspected"):
            yield ("candidates", index, key), getattr(candidate, key)


def _named_steps(decision: Decision, template: Procedure) -> Iterator[Diagnostic]:
    reached = -1
    for index, step in enumerate(decision.steps):
        origin = decision.origin.at("steps", index, "step")
        position = template.position(step.step)
        if position is None:
            names = [each.name for each in template.steps]
            message = Words(
                f"“{template.name}”里没有“{step.step}”这一步", f"“{template.key}” has no step “{step.step}”"
            )
            yield Diagnostic(E_STEP, message, nearest(step.step, names), origin)
            continue
        if position < reached:
            before, after = template.steps[position].name, template.steps[reached].name
            message = Words(f"“{before}”应当在“{after}”之前", f"“{before}” comes before “{after}”")
            remedy = Words("按程序的先后排列各步", "put the steps in the order of the procedure")
            yield Diagnostic(E_STEP_ORDER, message, remedy, origin)
        reached = max(reached, position)
        yield from _evidence(decision, step, template.steps[position], index)


def _evidence(decision: Decision, step: Step, rule: ProcedureStep, index: int) -> Iterator[Diagnostic]:
    if decision.reported:
        return
    missing = [name for name in rule.evidence if not any(name in given for given in step.evidence)]
    if missing:
        shown = "、".join(missing)
        yield Diagnostic(
            E_EVIDENCE,
            Words(f"“{rule.name}”缺少材料：{shown}", f"“{rule.name}” lacks its evidence: {shown}"),
            Words(
                f"在这一步的材料里写明，例如 材料: [{shown}]；只见于印刷品来源的，写 据来源转述: 是",
                f"name it, such as evidence: [{shown}]; where a printed source is all there is, write reported: yes",
            ),
            decision.origin.at("steps", index, "evidence" if step.evidence else "step"),
        )


def _missing(decision: Decision, template: Procedure) -> Iterator[Diagnostic]:
    if decision.reported or any(template.position(step.step) is None for step in decision.steps):
        return  # a step with a wrong name may be the one that is missing
    named = {position for step in decision.steps if (position := template.position(step.step)) is not None}
    for position in range(max(named, default=0)):
        rule = template.steps[position]
        if position not in named and not rule.optional:
            after = min(each for each in named if each > position)
            index = next(n for n, step in enumerate(decision.steps) if template.position(step.step) == after)
            later = template.steps[after].name
            yield Diagnostic(
                E_STEP_MISSING,
                Words(f"“{later}”之前缺“{rule.name}”这一步", f"“{rule.name}” is missing before “{later}”"),
                Words(
                    f"补一步 步骤: {rule.name}；只见于印刷品来源的，写 据来源转述: 是",
                    f"add step: {rule.name}; where a printed source is all there is, write reported: yes",
                ),
                decision.origin.at("steps", index, "step"),
            )


def _days(decision: Decision) -> Iterator[Diagnostic]:
    before: Step | None = None
    for index, step in enumerate(decision.steps):
        origin = decision.origin.at("steps", index, "when" if step.when else "step")
        first = step.first_day
        if before is not None and first is not None and before.first_day is not None:
            last = step.when.last if step.when else first
            if last < before.first_day:
                yield Diagnostic(
                    E_STEP_ORDER,
                    Words(
                        f"“{step.step}”的日期早于“{before.step}”",
                        f"“{step.step}” has an earlier day than “{before.step}”",
                    ),
                    Words("核对两步的日期", "check both dates"),
                    origin,
                )
            elif before.free_from and last < before.free_from and before.step != step.step:
                day = before.free_from
                yield Diagnostic(
                    E_STEP_EARLY,
                    Words(
                        f"“{step.step}”最早可在{day}进行，写的是{last}",
                        f"“{step.step}” is lawful from {day} on, and is dated {last}",
                    ),
                    Words(
                        f"核对日期；“{before.step}”的天数不能缩短",
                        f"check the date; “{before.step}” cannot be cut short",
                    ),
                    origin,
                )
        before = step if first is not None else before


def _rounds(decision: Decision, step: Step, index: int) -> Iterator[Diagnostic]:
    is_last = index + 1 == len(decision.steps)
    for number, each in enumerate(step.rounds):
        origin = decision.origin.at("steps", index, "rounds", number)
        yield from _period(decision, each, origin)
        if each.least and each.last and each.last < each.least:
            yield Diagnostic(
                E_ROUND_SHORT,
                Words(
                    f"第{number + 1}轮公示到{each.last}，最早应当到{each.least}",
                    f"round {number + 1} hangs until {each.last}, and must hang until {each.least}",
                ),
                Words(
                    f"延长到{each.least}，或从新的起始日重新公示；张贴当天不算",
                    f"let it hang until {each.least}, or post it anew; the day of posting does not count",
                ),
                origin.at("to" if each.to else "days" if each.days is not None else "working_days"),
            )
        if is_last and number + 1 == len(step.rounds):
            continue  # still being considered
        for n, opinion in enumerate(each.opinions):
            if not (opinion.changed or opinion.reason):
                yield Diagnostic(
                    W_ROUND_OPINION,
                    Words(
                        f"第{number + 1}轮的意见“{opinion.what}”没有写采纳与否",
                        f"“{opinion.what}” changed nothing and has no reason",
                    ),
                    Words("写 因您的意见而改: …，或 未采纳原因: …", "write changed: … or reason: …"),
                    origin.at("opinions", n),
                )


def _period(decision: Decision, each: Round, origin: Origin) -> Iterator[Diagnostic]:
    lengths = [key for key in ("to", "days", "working_days") if getattr(each, key) is not None]
    if len(lengths) > 1:
        yield Diagnostic(
            E_PERIOD_TWICE,
            Words("公示止、天数、工作日数只能写一个", "to, days and working_days: only one can be written"),
            Words("只留一个", "keep one of them"),
            origin.at(lengths[1]),
        )
    if each.from_ is None and not decision.reported:
        yield Diagnostic(
            E_ROUND,
            Words("没有写从哪天起公示", "it does not say from which day it hangs"),
            Words("加一行 公示起: 2026-10-12", "add a line from: 2026-10-12"),
            origin,
        )
    if each.from_ and each.to and each.to < each.from_:
        yield Diagnostic(
            E_PERIOD,
            Words(
                f"公示止（{each.to}）早于公示起（{each.from_}）",
                f"to ({each.to}) comes before from ({each.from_})",
            ),
            Words("核对两个日期", "check both dates"),
            origin.at("to"),
        )


def _whole(decision: Decision) -> Iterator[Diagnostic]:
    chosen = [n for n, each in enumerate(decision.candidates) if each.chosen]
    if len(chosen) > 1:
        yield Diagnostic(
            E_DECISION,
            Words("选定了不止一个候选", "more than one candidate is chosen"),
            Words("只给一个写 选定: 是", "write chosen: yes for one of them"),
            decision.origin.at("candidates", chosen[1], "chosen"),
        )
    if decision.stopped and not decision.stopped_reason:
        yield Diagnostic(
            E_DECISION,
            Words("写了终止，没有写原因", "it is stopped, and no reason is given"),
            Words("加一行 终止原因: …", "add a line stopped_reason: …"),
            decision.origin.at("stopped"),
        )
    if decision.stopped and decision.result:
        yield Diagnostic(
            E_DECISION,
            Words("既写了终止，又写了结果", "it is stopped, and has a result too"),
            Words("只留一项", "keep one of them"),
            decision.origin.at("result"),
        )
    for index, work in enumerate(decision.menu):
        if work.taken is False and not work.reason:
            yield Diagnostic(
                E_DECISION,
                Words(
                    f"“{work.what}”没有纳入，也没有写原因",
                    f"“{work.what}” is not taken, and no reason is given",
                ),
                Words("加一行 未纳入原因: …", "add a line reason: …"),
                decision.origin.at("menu", index, "taken"),
            )
