"""What the wishes of a place add to the counts above, and their statistics: by state and by period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kinds.breakdown import Column, Subject, breakdown, rate, statistic
from noticeboard.kinds.periods import by_period, period_counts
from noticeboard.kinds.wish.record import Wish, is_realized
from noticeboard.kinds.wish.view import FOLDER, IN_HAND, OPEN, RATE, REALIZED, STATE, TITLE, UNIT
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Part, Statistic

WISHES, MADE = Words("个数", "Wishes"), Words("征集", "Made")
BY_STATE, IN_TIME = Words("按进展", "By state"), Words("按时间", "By period")
MADE_IN, REALIZED_IN = "wishes.made.", "wishes.realized.in."
SUBJECT = Subject(
    "wish",
    FOLDER,
    70,
    TITLE,
    UNIT,
    Words(
        "计入登记的每一个微心愿；实现日期还没到的算未实现。",
        "Every wish recorded; one whose day of coming true is still to come has not come true.",
    ),
)
PERIOD_SAID = Words(
    "“征集”按征集时间计全部心愿，“已实现”按实现时间只计已实现的。",
    "“Made” counts all wishes by the day they were made, “come true” those that did by that day.",
)


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many wishes there are, came true, were taken up, and when they were made and came true."""
    wishes = records.of(Wish)
    if wishes:
        came_true = [wish for wish in wishes if is_realized(wish, today)]
        yield "wishes", len(wishes)
        yield "wishes.realized", len(came_true)
        yield "wishes.taken_up", sum(bool(wish.helper) and not is_realized(wish, today) for wish in wishes)
        yield from period_counts(MADE_IN, (wish.made for wish in wishes))
        yield from period_counts(REALIZED_IN, (wish.realized for wish in came_true))


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many came true, how many were taken up, and when."""
    total, realized = (locality.summary.count(key) for key in ("wishes", "wishes.realized"))
    if total:
        taken = locality.summary.count("wishes.taken_up")
        states = ((REALIZED, realized), (IN_HAND, taken), (OPEN, total - realized - taken))
        parts = tuple(
            Part(locality.words(label), (count,), strong=label is REALIZED)
            for label, count in states
            if count
        )
        column = Column(WISHES, "", total)
        periods = (Column(MADE, MADE_IN, total), Column(REALIZED, REALIZED_IN, realized))
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_STATE, STATE, (column,), parts),
            by_period(locality, IN_TIME, periods, PERIOD_SAID),
            figures=(rate(locality, SUBJECT, RATE, "wishes.realized", "wishes"),),
        )
