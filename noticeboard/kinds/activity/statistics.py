"""What the activities of a place add to the counts above, and their statistics: by sort, sessions, attendance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.kinds.activity.record import Activity, Sort, attendance_of, held
from noticeboard.kinds.activity.view import FOLDER, PEOPLE, SESSIONS, TIMES, TITLE, UNIT
from noticeboard.kinds.breakdown import Column, Subject, amount, breakdown, by_choice, statistic
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Statistic
from noticeboard.values.quantity import Hedge

OF_SORT, SORT, BY_SORT = "activities.sort.", Words("种类", "Sort"), Words("按种类", "By sort")
SUBJECT = Subject(
    "activity",
    FOLDER,
    80,
    TITLE,
    Words("项", ""),
    Words(
        "每项活动计一次，一个系列也是一项；场次只计已举办的，人次只计准确的数。",
        "Each activity counts once, a series as well; sessions are those held, attendance adds up exact numbers "
        "alone.",
    ),
)
HEDGED = Words(
    "另有{n}项活动的人次是约数，没有加进来。", "The attendance of {n} more is approximate and not added."
)


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many activities there are by sort, sessions held, exact attendance, how many have a hedged one."""
    activities = records.of(Activity)
    if activities:
        yield "activities", len(activities)
        sessions = sum(held(each, today) for each in activities)
        if sessions:
            yield "activities.sessions", sessions
        sorts = Counter(each.sort for each in activities)
        yield from ((OF_SORT + sort.value, count) for sort, count in sorts.items())
        hedged = sum(
            1 for each in activities if (n := attendance_of(each, today)) and n.hedge is not Hedge.EXACT
        )
        if hedged:
            yield "activities.hedged", hedged
        exact = [
            n.value for each in activities if (n := attendance_of(each, today)) and n.hedge is Hedge.EXACT
        ]
        if exact:
            yield "activities.attendance", int(sum(exact))


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many of each sort, their sessions, how many came."""
    total, hedged = (locality.summary.count(key) for key in ("activities", "activities.hedged"))
    if total:
        column = Column(TITLE, OF_SORT, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_SORT, SORT, (column,), by_choice(locality, column, Sort)),
            figures=(
                amount(locality, SUBJECT, SESSIONS, "activities.sessions", UNIT),
                amount(locality, SUBJECT, PEOPLE, "activities.attendance", TIMES),
            ),
            notes=(locality.words(HEDGED).format(n=hedged),) if hedged else (),
        )
