"""What inspections found, for the page of statistics: by state and by grade, with the share that is settled."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.kinds.breakdown import Column, Subject, amount, breakdown, by_choice, rate, statistic
from noticeboard.kinds.inspection.record import Measure
from noticeboard.kinds.inspection.state import FindingState
from noticeboard.kinds.inspection.view import FINDINGS, FOLDER, RATE, UNIT
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Statistic

OF_STATE, OF_MEASURE = "inspections.state.", "inspections.measure."
BY_STATE, STATE = Words("按整改情况", "By state"), Words("整改情况", "State")
BY_MEASURE, MEASURE = Words("按处置", "By measure"), Words("处置", "Measure")
EXPIRED, PIECES = Words("已过期的设施", "Equipment that has run out"), Words("件", "")
SUBJECT = Subject(
    "inspection",
    FOLDER,
    64,
    Words("检查发现的问题", "Findings of inspections"),
    UNIT,
    Words(
        "计各次检查发现的问题，一个算一处；还没有到时间的检查不计。",
        "Findings of all inspections that have been held, each counted once.",
    ),
)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """The findings by how they were settled and by grade."""
    found = locality.summary.count("inspections.findings")
    if found:
        states, measures = Column(FINDINGS, OF_STATE, found), Column(FINDINGS, OF_MEASURE, found)
        yield statistic(
            locality,
            SUBJECT,
            found,
            breakdown(locality, BY_STATE, STATE, (states,), by_choice(locality, states, FindingState)),
            breakdown(locality, BY_MEASURE, MEASURE, (measures,), by_choice(locality, measures, Measure)),
            figures=(
                rate(locality, SUBJECT, RATE, "inspections.settled", "inspections.findings"),
                amount(locality, SUBJECT, EXPIRED, "inspections.expired", PIECES),
            ),
        )
