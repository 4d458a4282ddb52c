"""What the stations of a place add to the counts above, and their statistics: items, answers, answers on time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kinds.breakdown import Subject, rate, statistic
from noticeboard.kinds.station.record import Station, came
from noticeboard.kinds.station.view import FOLDER, ITEMS, ON_TIME
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Statistic

ANSWERED = Words("已反馈", "Feedback given")
SUBJECT = Subject(
    "station",
    FOLDER,
    52,
    Words("民情速递站服务事项", "Items of opinion stations"),
    ITEMS,
    Words(
        "计入已经收到的服务事项；按时反馈只算已反馈的，还没到期没反馈的不计。",
        "Items that came in; feedback on time is of those that were answered.",
    ),
)


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many stations there are; items that came in, were answered, were answered on time."""
    stations = records.of(Station)
    if not stations:
        return
    items = [item for station in stations for item in came(station, today)]
    answered = [item for item in items if item.answered and item.answered <= today]
    yield "stations", sum(station.count or 1 for station in stations)
    if items:
        yield "stations.items", len(items)
        yield "stations.answered", len(answered)
        yield (
            "stations.on_time",
            sum(item.due is None or (item.answered or today) <= item.due for item in answered),
        )


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many items came in, how many were answered, and how many of those on time."""
    total = locality.summary.count("stations.items")
    if total:
        yield statistic(
            locality,
            SUBJECT,
            total,
            figures=(
                rate(locality, SUBJECT, ANSWERED, "stations.answered", "stations.items"),
                rate(locality, SUBJECT, ON_TIME, "stations.on_time", "stations.answered"),
            ),
        )
