"""The volunteers of a place and of those below, by hours of service; nobody is named, no skill is told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.kinds.breakdown import NOT_STATED, Column, Subject, amount, breakdown, statistic
from noticeboard.kinds.volunteer.view import FOLDER, HEDGED, HOURS, TITLE
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Part, Statistic

HOURS_IN = "volunteers.hours_from."
BRACKETS = (0, 10, 50, 100)
"""Hours from which the brackets begin; the last is open."""
BY_HOURS, BRACKET = Words("按服务时长", "By hours of service"), Words("小时", "Hours")
UNDER, ABOVE = Words("不满{high}小时", "under {high} hours"), Words("{low}小时以上", "{low} hours or more")
BETWEEN = Words("{low}至不满{high}小时", "{low} to under {high} hours")
UNIT = Words("人", "")
UNIT_OF_HOURS = Words("小时", " hours")
PEOPLE = Words("人数", "People")
SUBJECT = Subject(
    "volunteer",
    FOLDER,
    40,
    TITLE,
    UNIT,
    Words(
        "计入名册上的每一个志愿者，不同意公开姓名的也计；服务时长只计写明准确小时数的。",
        "Everybody on the rosters, those who do not show their names too; hours are those that are stated exactly.",
    ),
)


def bracket_of(hours: Decimal) -> int:
    """The bracket that so many hours fall into, by where it begins."""
    return max(low for low in BRACKETS if low <= hours)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """Volunteers, their hours, and how many served how long."""
    total, hedged = (locality.summary.count(key) for key in ("volunteers", "volunteers.hours_hedged"))
    if total:
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(
                locality, BY_HOURS, BRACKET, (Column(PEOPLE, HOURS_IN, total),), _parts(locality, total)
            ),
            figures=(amount(locality, SUBJECT, HOURS, "volunteers.hours", UNIT_OF_HOURS),),
            notes=(locality.words(HEDGED).format(n=hedged),) if hedged else (),
        )


def _parts(locality: Locality, total: int) -> tuple[Part, ...]:
    words, parts = locality.words, []
    for low, high in zip(BRACKETS, (*BRACKETS[1:], None), strict=True):
        count = locality.summary.count(f"{HOURS_IN}{low}")
        if count:
            label = ABOVE if high is None else BETWEEN if low else UNDER
            parts.append(Part(words(label).format(low=low, high=high), (count,)))
    rest = total - sum(part.counts[0] for part in parts)
    return (*parts, Part(words(NOT_STATED), (rest,), apart=True)) if rest else tuple(parts)
