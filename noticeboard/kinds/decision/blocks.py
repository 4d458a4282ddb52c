"""The parts of a decision's page: where it stands, steps, rounds, candidates, menu, vote.

Decision ─ sections ▶ Sections of blocks
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import (
    Block,
    Column,
    Event,
    Facts,
    Heading,
    Lines,
    Links,
    Marked,
    Prose,
    Section,
    Steps,
    Table,
)
from noticeboard.kinds.decision.progress import Stage, State, stages_of, state_of
from noticeboard.kinds.decision.record import Candidate, Decision, Work
from noticeboard.kinds.decision.vote import RULES, Outcome, is_passed, matter_of, outcomes_of
from noticeboard.kinds.decision.words import (
    COLON,
    NOT_STATED,
    STEPS,
    became_of,
    evidence_text,
    next_text,
    opinion_text,
    procedure_text,
    round_facts,
    round_title,
    running_text,
    stage_date,
    stage_name,
    step_note,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.ratio import ratio

NOW, STEPS_TITLE = Words("进展", "Where it stands"), Words("步骤", "Steps")
ROUNDS = Words("公示和意见", "Notice rounds and opinions")
CHANGED = Words("因您的意见而改", "Changed because of you")
OPINION = Words("意见", "Opinion")
CANDIDATES, MENU, VOTE = (
    Words("候选比较", "Candidates compared"),
    Words("项目菜单", "Menu of works"),
    Words("表决结果", "Vote"),
)
PASSED, FAILED = Words("通过", "Passed"), Words("未通过", "Not passed")
MET, MISSED = Words("达到", "reached"), Words("未达到", "not reached")
AS_REPORTED = Words(
    "据印刷品来源转述，来源没有写的步骤、日期和材料标作“来源未注明”。",
    "As a printed source tells it; steps, days and evidence that it does not give are marked so.",
)


def sections(locality: Locality, decision: Decision, url: str) -> Iterator[Section]:
    """The parts of the page, what matters most first."""
    words, photos = locality.words, relative(url, f"{locality.records.path}/photos/")
    parts = {
        "now": (NOW, tuple(_now(locality, decision, url))),
        "vote": (VOTE, tuple(_vote(locality, decision))),
        "candidates": (CANDIDATES, tuple(_candidates(locality, decision))),
        "steps": (STEPS_TITLE, tuple(_steps(locality, decision))),
        "rounds": (ROUNDS, tuple(_rounds(locality, decision))),
        "menu": (MENU, tuple(_menu(locality, decision))),
    }
    is_running = state_of(decision, locality.today) is State.RUNNING
    for anchor in ("now", "rounds", "steps", "vote", "candidates", "menu") if is_running else parts:
        title, blocks = parts[anchor]
        if blocks:
            yield Section(words(title), anchor, blocks, photos=photos)


def facts(locality: Locality, decision: Decision) -> Iterator[tuple[str, str]]:
    """Result, what hangs now, what comes next, procedure, who leads."""
    pairs = (
        (Words("结果", "Result"), decision.result),
        (Words("现在", "Now"), running_text(locality, decision)),
        (Words("下一步", "Next"), next_text(locality, decision)),
        (Words("程序", "Procedure"), procedure_text(locality, decision)),
        (Words("主办", "Led by"), decision.lead),
    )
    yield from ((locality.words(label), text) for label, text in pairs if text)


def _now(locality: Locality, decision: Decision, url: str) -> Iterator[Block]:
    pairs = tuple(facts(locality, decision))
    if pairs:
        yield Facts(pairs)
    target = locality.target(decision.task, "task") if decision.task else None
    if target:
        yield Links(((target.title, relative(url, target.url), ""),))
    if decision.body:
        yield Prose(decision.body)


def _steps(locality: Locality, decision: Decision) -> Iterator[Block]:
    stages = stages_of(decision, locality.today)
    if stages:
        yield Steps(tuple(_event(locality, decision, stage) for stage in stages))
    if decision.reported:
        yield Lines((locality.words(AS_REPORTED),), quiet=True)
    if decision.template and decision.template.basis:
        basis = Words(f"程序依据：{decision.template.basis}", f"Procedure by: {decision.template.basis}")
        yield Lines((locality.words(basis),), quiet=True)


def _event(locality: Locality, decision: Decision, stage: Stage) -> Event:
    mark, word = STEPS[stage.progress]
    note = step_note(locality, stage.step) if stage.step else ""
    name = stage_name(locality, stage)
    when = stage_date(locality, stage)
    if not when and decision.reported and stage.step is not None:
        when = locality.words(Words("日期来源未注明", "day not stated"))
    text = locality.words(COLON).join(part for part in (name, note) if part)
    return Event(when, text, evidence_text(locality, decision, stage), Marked(mark, locality.words(word)))


def _rounds(locality: Locality, decision: Decision) -> Iterator[Block]:
    number = 0
    for step in decision.steps:
        for each in step.rounds:
            number += 1
            yield Heading(round_title(locality, number, each), f"round-{number}")
            said = round_facts(locality, each)
            if said:
                yield Lines((said,))
            if each.opinions:
                columns: tuple[Column, ...] = (
                    (locality.words(OPINION), "text"),
                    (locality.words(CHANGED), "text"),
                )
                rows = tuple(
                    (opinion_text(locality, opinion), became_of(locality, opinion))
                    for opinion in each.opinions
                )
                yield Table(round_title(locality, number, each), columns, rows)


def _candidates(locality: Locality, decision: Decision) -> Iterator[Block]:
    if not decision.candidates:
        return
    words = locality.words
    shown = [n for n, column in enumerate(CANDIDATE_COLUMNS) if n == 0 or _fills(decision, column[2])]
    columns: tuple[Column, ...] = tuple(
        (words(CANDIDATE_COLUMNS[n][0]), "number" if CANDIDATE_COLUMNS[n][1].zh else "text") for n in shown
    )
    rows = tuple(
        tuple(
            _with_mark(locality, each) if n == 0 else candidate_text(locality, each, CANDIDATE_COLUMNS[n][2])
            for n in shown
        )
        for each in decision.candidates
    )
    yield Table(words(CANDIDATES), columns, rows)


CANDIDATE_COLUMNS = (
    (Words("候选", "Candidate"), Words("", ""), "name"),
    (Words("报价", "Fee"), Words("", ""), "fee"),
    (Words("服务内容", "What it offers"), Words("", ""), "offer"),
    (Words("考察情况", "Inspection"), Words("", ""), "inspected"),
    (Words("得票人数", "Votes by persons"), Words("人", ""), "votes"),
    (Words("得票面积", "Votes by area"), Words("㎡", " m²"), "area"),
)


def _fills(decision: Decision, key: str) -> bool:
    return any(getattr(each, key) for each in decision.candidates)


def candidate_text(locality: Locality, candidate: Candidate, key: str) -> str:
    """What a column says of a candidate."""
    value = getattr(candidate, key)
    if isinstance(value, str):
        return value
    unit = next(unit for _, unit, name in CANDIDATE_COLUMNS if name == key)
    return f"{value.text(locality.language)}{locality.words(unit)}" if value is not None else ""


def _with_mark(locality: Locality, candidate: Candidate) -> str:
    chosen = locality.words(Words("（选定）", " (chosen)"))
    return candidate.name + (chosen if candidate.chosen else "")


def _menu(locality: Locality, decision: Decision) -> Iterator[Block]:
    if not decision.menu:
        return
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(Words("项目", "Work")), "text"),
        (words(Words("点单", "Ordered by")), "number"),
        (words(Words("是否纳入", "Taken")), "text"),
    )
    rows = tuple(
        (work.what, ordered_text(locality, work), taken_text(locality, work)) for work in decision.menu
    )
    yield Table(words(MENU), columns, rows)


def ordered_text(locality: Locality, work: Work) -> str:
    """How many ordered a work: 41户."""
    return f"{work.ordered.text(locality.language)}{work.unit}" if work.ordered else ""


def taken_text(locality: Locality, work: Work) -> str:
    """Whether a work is taken into the plan, and why not."""
    if work.taken is None:
        return locality.words(Words("未定", "not yet decided"))
    if work.taken:
        return locality.words(Words("纳入", "taken"))
    return locality.words(Words(f"未纳入：{work.reason}", f"not taken: {work.reason}"))


def _vote(locality: Locality, decision: Decision) -> Iterator[Block]:
    matter = matter_of(decision)
    if decision.vote is None or matter is None:
        return
    words, rule = locality.words, RULES[matter]
    columns: tuple[Column, ...] = (
        (words(Words("项目", "Share")), "text"),
        (words(Words("票数", "Votes")), "number"),
        (words(Words("比例", "Rate")), "number"),
        (words(Words("要求", "Required")), "text"),
    )
    rows = tuple(
        (
            outcome_name(locality, each),
            outcome_votes(locality, each),
            outcome_rate(locality, each),
            Marked(
                "tick" if each.is_met else "dash",
                words(each.threshold.words),
                words(MET if each.is_met else MISSED),
            ),
        )
        for each in outcomes_of(decision.vote, rule)
    )
    yield Heading(words(PASSED if is_passed(decision.vote, rule) else FAILED))
    yield Table(words(VOTE), columns, rows)
    yield Lines((vote_basis(locality, decision),), quiet=True)


def outcome_name(locality: Locality, outcome: Outcome) -> str:
    """参与表决（人数）."""
    what, counted = locality.words(outcome.what), locality.words(outcome.counted)
    return locality.words(Words(f"{what}（{counted}）", f"{what} (by {counted})"))


def outcome_votes(locality: Locality, outcome: Outcome) -> str:
    """60／72人; 5,400／6,480㎡."""
    unit = locality.words(Words("人", "")) if outcome.counted.en == "persons" else "㎡"
    slash = locality.words(Words("／", " / "))
    language = locality.language
    return f"{outcome.part.text(language)}{slash}{outcome.whole.text(language)}{unit}"


def outcome_rate(locality: Locality, outcome: Outcome) -> str:
    """83.3%; empty where there is nothing to divide by."""
    if not outcome.whole.value:
        return ""
    return ratio(outcome.part, outcome.whole).text(locality.language)


def vote_basis(locality: Locality, decision: Decision) -> str:
    """By which rule votes were counted, and where it stands."""
    matter = matter_of(decision)
    if matter is None:
        return locality.words(NOT_STATED)
    name, basis = locality.words(matter.words), locality.words(RULES[matter].basis)
    return locality.words(Words(f"按{name}计票，依据{basis}。", f"Counted as an {name}, by {basis}."))
