"""决策公示: one decision on paper: its steps as a ribbon, result with thresholds, opinions and what they changed.

What was decided elsewhere and is known from a printed source alone is not hung: nobody could object to it any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import (
    Block,
    BoardCell,
    BoardColumn,
    Grid,
    GridRow,
    Ribbon,
    RibbonStep,
    Text,
    Title,
)
from noticeboard.boards.fills.heading import date_of
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.task_cells import TaskState
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.kinds.decision import KIND as DECISION
from noticeboard.kinds.decision import Decision
from noticeboard.kinds.decision.blocks import (
    CANDIDATES,
    CHANGED,
    FAILED,
    MENU,
    MET,
    MISSED,
    OPINION,
    PASSED,
    VOTE,
    candidate_text,
    facts,
    ordered_text,
    outcome_name,
    outcome_rate,
    outcome_votes,
    taken_text,
    vote_basis,
)
from noticeboard.kinds.decision.progress import Progress, State, stages_of, state_of
from noticeboard.kinds.decision.vote import RULES, is_passed, matter_of, outcomes_of
from noticeboard.kinds.decision.words import (
    COMMA,
    became_of,
    opinion_text,
    round_facts,
    round_title,
    stage_date,
    stage_name,
    state_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "decision",
    Words("决策公示", "decision"),
    TEMPLATE,
    ("a3-portrait", "a4-portrait"),
    Words(
        "一件事一张：走到哪一步、下一步最早哪天、每轮公示的意见改了什么、候选比较、表决结果和法定比例",
        "a sheet for each matter: how far it is, the next lawful day, what opinions changed, candidates, the vote",
    ),
    at_doorways=False,
)
MARKS: dict[Progress, TaskState] = {
    Progress.DONE: "done",
    Progress.DOING: "waiting",
    Progress.TO_DO: "open",
    Progress.UNSTATED: "unstated",
    Progress.SKIPPED: "declined",
    Progress.DROPPED: "declined",
}


def decision_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A board for each decision of the place that is its own."""
    for decision in locality.records.of(Decision):
        if decision.reported:
            continue
        yield BoardSubject(
            key=f"{KIND.key}-{decision.id}",
            kind=KIND,
            title=locality.words(KIND.words),
            name=decision.title,
            band="plain",
            date=date_of(locality, DECISION, (decision,)),
            issuer="",
            content=DocumentBoard(tuple(_blocks(locality, decision))),
            lay_out=lay_out,
            origin=decision.origin,
        )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(locality: Locality, decision: Decision) -> Iterator[Block]:
    yield Title(decision.title)
    state = state_text(locality, decision)
    if state_of(decision, locality.today) is State.STOPPED:
        yield Text(_pair(locality, state.word, state.note), lead=True, origin=decision.origin)
    said = list(facts(locality, decision))
    for number, (label, text) in enumerate(said):
        is_lead = number == 0 and len(said) > 2
        yield Text(_pair(locality, label, text), lead=is_lead, origin=decision.origin)
    yield Ribbon(
        tuple(
            RibbonStep(stage_name(locality, stage), stage_date(locality, stage), MARKS[stage.progress])
            for stage in stages_of(decision, locality.today)
        )
    )
    is_running = state_of(decision, locality.today) is State.RUNNING
    parts = (_vote, _candidates, _rounds, _menu)
    for part in (_rounds, _menu, _candidates, _vote) if is_running else parts:
        yield from part(locality, decision)


def _pair(locality: Locality, label: str, text: str) -> str:
    return locality.words(Words("{}：{}", "{}: {}")).format(label, text) if text else label


def _vote(locality: Locality, decision: Decision) -> Iterator[Block]:
    matter, words = matter_of(decision), locality.words
    if decision.vote is None or matter is None:
        return
    rule = RULES[matter]
    outcomes = outcomes_of(decision.vote, rule)
    passed = words(PASSED if is_passed(decision.vote, rule) else FAILED)
    yield Title(_pair(locality, words(VOTE), passed))
    columns = (
        BoardColumn(words(Words("项目", "Share")), 25),
        BoardColumn(words(Words("票数", "Votes")), 30, right=True, whole=True),
        BoardColumn(words(Words("比例", "Rate")), 15, right=True, whole=True),
        BoardColumn(words(Words("要求", "Required")), 30),
    )
    yield Grid(
        columns,
        tuple(
            GridRow(
                (
                    BoardCell(outcome_name(locality, each), small=True),
                    BoardCell(outcome_votes(locality, each), small=True),
                    BoardCell(outcome_rate(locality, each), bold=True),
                    BoardCell(
                        words(each.threshold.words) + words(COMMA) + words(MET if each.is_met else MISSED),
                        (),
                        "done" if each.is_met else "declined",
                        small=True,
                    ),
                ),
                decision.origin.at("vote"),
            )
            for each in outcomes
        ),
    )
    yield Text(vote_basis(locality, decision))


def _candidates(locality: Locality, decision: Decision) -> Iterator[Block]:
    if not decision.candidates:
        return
    words = locality.words
    yield Title(words(CANDIDATES))
    columns = (
        BoardColumn(words(Words("候选", "Candidate")), 30),
        BoardColumn(words(Words("报价、服务、考察", "Fee, offer, inspection")), 50),
        BoardColumn(words(Words("得票", "Votes")), 20, right=True),
    )
    rows = []
    for number, each in enumerate(decision.candidates):
        said = tuple(text for key in ("fee", "offer", "inspected") if (text := getattr(each, key)))
        votes = [
            candidate_text(locality, each, key) for key in ("votes", "area") if getattr(each, key) is not None
        ]
        chosen = (words(Words("选定", "chosen")),) if each.chosen else ()
        rows.append(
            GridRow(
                (
                    BoardCell(each.name, chosen, "done" if each.chosen else None, bold=each.chosen),
                    BoardCell(said[0] if said else "", said[1:], small=True),
                    BoardCell(votes[0] if votes else "", tuple(votes[1:]), small=True),
                ),
                decision.origin.at("candidates", number),
            )
        )
    yield Grid(columns, tuple(rows))


def _rounds(locality: Locality, decision: Decision) -> Iterator[Block]:
    words, number = locality.words, 0
    for index, step in enumerate(decision.steps):
        for at, each in enumerate(step.rounds):
            number += 1
            yield Title(round_title(locality, number, each))
            said = round_facts(locality, each)
            if said:
                yield Text(said)
            if each.opinions:
                origin = decision.origin.at("steps", index, "rounds", at)
                yield Grid(
                    (BoardColumn(words(OPINION), 45), BoardColumn(words(CHANGED), 55)),
                    tuple(
                        GridRow(
                            (
                                BoardCell(opinion_text(locality, opinion), small=True),
                                BoardCell(
                                    became_of(locality, opinion), bold=bool(opinion.changed), small=True
                                ),
                            ),
                            origin.at("opinions", n),
                        )
                        for n, opinion in enumerate(each.opinions)
                    ),
                )


def _menu(locality: Locality, decision: Decision) -> Iterator[Block]:
    if not decision.menu:
        return
    words = locality.words
    yield Title(words(MENU))
    yield Grid(
        (
            BoardColumn(words(Words("项目", "Work")), 40),
            BoardColumn(words(Words("点单", "Ordered by")), 20, right=True, whole=True),
            BoardColumn(words(Words("是否纳入", "Taken")), 40),
        ),
        tuple(
            GridRow(
                (
                    BoardCell(work.what),
                    BoardCell(ordered_text(locality, work), bold=True),
                    BoardCell(taken_text(locality, work), small=True),
                ),
                decision.origin.at("menu", number),
            )
            for number, work in enumerate(decision.menu)
        ),
    )
