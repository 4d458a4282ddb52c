"""The meetings of a place and of those below that were held: by sort and by period."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.kinds.breakdown import Column, Subject, breakdown, by_choice, statistic
from noticeboard.kinds.meeting.record import Sort
from noticeboard.kinds.meeting.view import FOLDER, TITLE
from noticeboard.kinds.periods import by_period
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Statistic

OF_SORT, IN_PERIOD = "meetings.sort.", "meetings.in."
BY_SORT, SORT, COUNT = Words("按种类", "By sort"), Words("种类", "Sort"), Words("次数", "Meetings")
IN_TIME = Words("按时间", "By period")
SUBJECT = Subject(
    "meeting",
    FOLDER,
    58,
    TITLE,
    Words("次", ""),
    Words(
        "只计已经召开的会议；取消的、还没开的、只有约数（20余次）的不计。",
        "Meetings that were held; those cancelled or to come, and numbers that are approximate, are left out.",
    ),
)
PERIOD_SAID = Words(
    "按会议的日期计；只写了次数的归入未注明。", "By the day of the meeting; of bare numbers it is not stated."
)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many of each sort, and when."""
    total = locality.summary.count("meetings")
    if total:
        sorts, periods = Column(COUNT, OF_SORT, total), Column(COUNT, IN_PERIOD, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_SORT, SORT, (sorts,), by_choice(locality, sorts, Sort)),
            by_period(locality, IN_TIME, (periods,), PERIOD_SAID),
        )
