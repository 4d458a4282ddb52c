"""The four-part slips of a place and of those below, by how far they have come."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.kinds.breakdown import Column, Subject, breakdown, rate, statistic
from noticeboard.kinds.slip.record import STAGES
from noticeboard.kinds.slip.view import COMPLETED, COUNT, FOLDER, STATE, TITLE, UNIT, label
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Part, Statistic

AT_STAGE = "slips.at."
BY_STAGE = Words("按环节", "By stage")
SUBJECT = Subject(
    "slip",
    FOLDER,
    55,
    TITLE,
    UNIT,
    Words(
        "计入已经点单的四联单，按已经走到的最后一联；撤单的不计。",
        "Slips that were ordered, by the last part that was filled in; those withdrawn are left out.",
    ),
)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many slips there are at each stage, and the share that was rated."""
    total = locality.summary.count("slips")
    if total:
        counts = [(stage, locality.summary.count(AT_STAGE + stage)) for stage in STAGES]
        parts = tuple(
            Part(label(locality, stage), (count,), strong=stage == "rated")
            for stage, count in counts
            if count
        )
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_STAGE, STATE, (Column(COUNT, AT_STAGE, total),), parts),
            figures=(rate(locality, SUBJECT, COMPLETED, f"{AT_STAGE}rated", "slips"),),
        )
