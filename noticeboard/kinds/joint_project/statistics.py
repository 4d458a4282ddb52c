"""What the joint projects of a place add to the counts above, and their statistics: by how far they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.kinds.breakdown import NOT_STATED, Column, Subject, breakdown, statistic
from noticeboard.kinds.joint_project.record import COUNT, JointProject, number_of
from noticeboard.kinds.joint_project.view import FOLDER, OVER, PLANNED, RUNNING, STATE, TITLE, UNIT
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Part, Statistic
from noticeboard.values.period import PeriodState

AT, BY_STATE = "joint_projects.at.", Words("按进展", "By state")
SUBJECT = Subject(
    "joint-project",
    FOLDER,
    65,
    TITLE,
    UNIT,
    Words(
        "每个联建项目计一次，几个楼院共有的也只计一次；来源给出的约数按所写的数计。",
        "Each project counts once, one shared by several compounds too; hedged numbers count as they are written.",
    ),
)
COUNTED_ABOVE = Words(
    "另有{n}个由上级牵头、与其他楼院共有，计入上级的数字，这里不再计。",
    "{n} more, shared with other compounds, are counted at the place above and not here.",
)


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many projects, at the place whose records they are and nowhere else."""
    projects = records.of(JointProject)
    if projects:
        yield COUNT, sum(int(number_of(project).value) for project in projects)
        states: Counter[str] = Counter()
        for project in projects:
            if project.period:
                states[project.period.state(today).value] += int(number_of(project).value)
        yield from ((AT + state, number) for state, number in states.items())


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many joint projects there are here and below, each once, by how far they are."""
    total, shared = locality.summary.count(COUNT), len(locality.shared_of(JointProject))
    if total or shared:
        words = ((PLANNED, PeriodState.UPCOMING), (RUNNING, PeriodState.RUNNING), (OVER, PeriodState.OVER))
        counts = [(label, locality.summary.count(AT + state.value)) for label, state in words]
        parts = [Part(locality.words(label), (n,), strong=label is OVER) for label, n in counts if n]
        rest = total - sum(n for _, n in counts)
        parts += [Part(locality.words(NOT_STATED), (rest,), apart=True)] if rest else []
        column = Column(TITLE, AT, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_STATE, STATE, (column,), tuple(parts)),
            notes=(locality.words(COUNTED_ABOVE).format(n=shared),) if shared else (),
        )
