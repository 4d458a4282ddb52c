"""What is said of a decision: its state, its steps, what each left behind, what comes next and from when."""

from __future__ import annotations

from datetime import date

from noticeboard.document import Mark, Marked
from noticeboard.kinds.decision.progress import (
    Progress,
    Stage,
    State,
    next_of,
    state_of,
)
from noticeboard.kinds.decision.record import Decision, Round, RoundOpinion, Step
from noticeboard.kinds.notice.words import day_text
from noticeboard.languages import Language, Words, ending
from noticeboard.locality import Locality

FOLDER, ORDER, SHOWN = "decisions", 35, 5
TITLE = Words("决策公示", "Decisions")
NOT_STATED = Words("来源未注明", "not stated in the source")
COLON, COMMA, LIST = Words("：", ": "), Words("，", ", "), Words("、", ", ")
STATES: dict[State, tuple[Mark, Words]] = {
    State.RUNNING: ("half", Words("进行中", "Under way")),
    State.UPCOMING: ("ring", Words("未开始", "Not begun")),
    State.FINISHED: ("tick", Words("已完成", "Finished")),
    State.UNSTATED: ("dots", Words("来源未注明是否完成", "The source does not say whether it is finished")),
    State.STOPPED: ("dash", Words("已终止", "Stopped")),
}
STEPS: dict[Progress, tuple[Mark, Words]] = {
    Progress.DONE: ("tick", Words("已完成", "Done")),
    Progress.DOING: ("half", Words("进行中", "Under way")),
    Progress.TO_DO: ("ring", Words("未进行", "To do")),
    Progress.UNSTATED: ("dots", NOT_STATED),
    Progress.SKIPPED: ("dash", Words("未采用", "Not taken")),
    Progress.DROPPED: ("dash", Words("不再进行", "Dropped")),
}


def state_text(locality: Locality, decision: Decision) -> Marked:
    """Mark and word of the state, with the day and the reason where it was stopped."""
    state = state_of(decision, locality.today)
    mark, word = STATES[state]
    note = ""
    if state is State.STOPPED and decision.stopped:
        parts = (decision.stopped.text(locality.language), decision.stopped_reason)
        note = locality.words(COMMA).join(part for part in parts if part)
    return Marked(mark, locality.words(word), note)


def procedure_text(locality: Locality, decision: Decision) -> str:
    """The name of the procedure; empty for steps without one."""
    return decision.template.label(locality.language) if decision.template else ""


def stage_name(locality: Locality, stage: Stage) -> str:
    """The name of a step as the procedure has it, or as it is written."""
    if stage.rule is not None:
        return stage.rule.label(locality.language)
    return stage.step.step if stage.step else ""


def stage_date(locality: Locality, stage: Stage) -> str:
    """The day of a step, or the days of its rounds; empty where none is known."""
    step, language = stage.step, locality.language
    if step is None:
        return ""
    if step.when:
        return step.when.text(language)
    first = step.first_day
    lasts = [each.last for each in step.rounds if each.last]
    if first is None:
        return ""
    return span_text(first, max(lasts) if lasts else None, language)


def span_text(first: date, last: date | None, language: Language) -> str:
    """2026年10月12日至2026年10月19日."""
    start = day_text(first, language)
    if last is None:
        return Words(f"{start}起", f"from {start}").to(language)
    end = day_text(last, language)
    return start if first == last else Words(f"{start}至{end}", f"{start} to {end}").to(language)


def evidence_text(locality: Locality, decision: Decision, stage: Stage) -> str:
    """材料：征求意见表62份; what a printed source does not name is said to be so."""
    words, step = locality.words, stage.step
    if step is None:
        return ""
    given = words(LIST).join(step.evidence)
    if not given and decision.reported and stage.rule and stage.rule.evidence:
        given = words(NOT_STATED)
    return words(Words("材料：{}", "evidence: {}")).format(given) if given else ""


def step_note(locality: Locality, step: Step) -> str:
    """近400户，全部同意."""
    number = f"{step.number.text(locality.language)}{step.unit}" if step.number else ""
    return locality.words(COMMA).join(part for part in (number, step.note) if part)


def next_text(locality: Locality, decision: Decision) -> str:
    """The next step, and from which day on it is lawful."""
    found = next_of(decision, locality.today)
    if found is None:
        return ""
    name, language = found.rule.label(locality.language), locality.language
    if found.set_for is not None:
        day = day_text(found.set_for, language)
        return Words(f"{name}，定于{day}", f"{name}, set for {day}").to(language)
    if found.earliest is None:
        return name
    day = day_text(found.earliest, language)
    if found.earliest <= locality.today:
        return Words(f"{name}，{day}起可以进行", f"{name}, lawful since {day}").to(language)
    return Words(f"{name}，最早{day}", f"{name}, on {day} at the earliest").to(language)


def running_text(locality: Locality, decision: Decision) -> str:
    """正在公示，到2026年12月3日止; empty where nothing hangs."""
    today = locality.today
    lasts = [
        each.last
        for step in decision.steps
        for each in step.rounds
        if each.from_ and each.last and each.from_ <= today <= each.last
    ]
    if not lasts or state_of(decision, today) is State.STOPPED:
        return ""
    day = day_text(max(lasts), locality.language)
    return locality.words(Words(f"正在公示，到{day}止", f"posted now, until {day}"))


def round_title(locality: Locality, number: int, each: Round) -> str:
    """第1轮公示，2026年10月12日至2026年10月19日; which round it was is not said of one without a day."""
    words, language = locality.words, locality.language
    if each.from_ is None:
        return words(Words("公示（日期来源未注明）", "Posted (day not stated)"))
    head = words(Words(f"第{number}轮公示", f"Notice round {number}"))
    return words(COMMA).join((head, span_text(each.from_, each.last, language)))


def round_facts(locality: Locality, each: Round) -> str:
    """Where it hung and how many opinions came."""
    words, language = locality.words, locality.language
    where = words(LIST).join(each.where)
    parts = [words(Words("张贴在{}", "posted at {}")).format(where) if where else ""]
    if each.received is not None:
        number = each.received.text(language)
        plural = ending(number)
        parts.append(words(Words(f"收到意见{number}条", f"{number} opinion{plural} received")))
    return words(COMMA).join(part for part in (*parts, each.note) if part)


def became_of(locality: Locality, opinion: RoundOpinion) -> str:
    """What an opinion changed in the plan, or why it did not."""
    words = locality.words
    if opinion.changed:
        return opinion.changed
    if opinion.reason:
        return words(Words("未采纳：{}", "not adopted: {}")).format(opinion.reason)
    return words(Words("研究中", "being considered"))


def opinion_text(locality: Locality, opinion: RoundOpinion) -> str:
    """停车位太少（4条）."""
    if opinion.number is None:
        return opinion.what
    number = opinion.number.text(locality.language)
    return locality.words(Words("{}（{}条）", "{} ({})")).format(opinion.what, number)
