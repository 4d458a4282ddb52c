"""The decisions of a place and of those below, by where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.kinds.breakdown import Column, Subject, breakdown, statistic
from noticeboard.kinds.decision.progress import State
from noticeboard.kinds.decision.words import FOLDER, STATES, TITLE
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Part, Statistic

BY_STATE, STATE, COUNT = Words("按进展", "By state"), Words("进展", "State"), Words("件数", "Decisions")
SUBJECT = Subject(
    "decision",
    FOLDER,
    59,
    TITLE,
    Words("件", ""),
    Words(
        "计入登记的每一项决策；来源没有写明是否完成的单列，不算已完成。",
        "Every decision recorded; those of which no source says whether they are finished stand apart.",
    ),
)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many decisions stand where."""
    total = locality.summary.count("decisions")
    if total:
        states = sorted(State, key=lambda state: state is State.UNSTATED)
        counts = {state: locality.summary.count(f"decisions.{state.value}") for state in states}
        counts[State.UNSTATED] = total - sum(counts.values())
        parts = tuple(
            Part(
                locality.words(STATES[state][1]),
                (count,),
                strong=state is State.FINISHED,
                apart=state is State.UNSTATED,
            )
            for state, count in counts.items()
            if count
        )
        column = Column(COUNT, "", total)
        yield statistic(locality, SUBJECT, total, breakdown(locality, BY_STATE, STATE, (column,), parts))
