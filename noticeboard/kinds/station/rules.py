"""What holds of an opinion station: the last day of the promise of every item, parts, order of dates, reasons, names.

The promise is counted once, when the record is read; pages and the sheet of what is due only compare days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, KeyPath, Problem, code
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.notice.calendar import calendar_of
from noticeboard.kinds.station.record import Station, missing_parts
from noticeboard.languages import Words

E_STATION_LATE = code("E-STATION-LATE", "超期反馈没有写原因", "late feedback without its reason")
E_STATION_ORDER = code("E-STATION-ORDER", "反馈早于收件", "feedback before the item came in")
N_STATION_PARTS = code(
    "N-STATION-PARTS", "民情速递站的箱、卡、员、平台不齐", "a station that lacks one of its four parts"
)


def settle(station: Station, settings: Settings) -> tuple[Station, tuple[Diagnostic, ...]]:
    """The station with the last day of the promise of every item; an unknown year is E-CALENDAR at the item."""
    calendar = calendar_of(settings)
    if calendar is None or not station.items:
        return station, ()
    items, problems = [], []
    for index, item in enumerate(station.items):
        try:
            items.append(replace(item, due=calendar.add_working_days(item.received, station.promise)))
        except Problem as problem:
            items.append(item)
            problems.append(problem.at(station.origin.at("items", index, "received")))
    return replace(station, items=tuple(items)), tuple(problems)


def check(station: Station) -> Iterator[Diagnostic]:
    """What is wrong with one station: parts that are missing, late feedback without reason, a name."""
    missing = missing_parts(station)
    if missing and station.count is None:
        shown = Words("、".join(each.zh for each in missing), ", ".join(each.en for each in missing))
        yield Diagnostic(
            N_STATION_PARTS,
            Words(f"四项里缺{shown.zh}", f"of the four parts there is no {shown.en}"),
            Words(
                "有了就补上；没有就保留，页面会写明", "add it when it is there; the page says what is missing"
            ),
            station.origin,
        )
    for index, item in enumerate(station.items):
        if item.answered and item.answered < item.received:
            yield Diagnostic(
                E_STATION_ORDER,
                Words(
                    f"反馈（{item.answered}）早于收件（{item.received}）",
                    f"{item.answered} is before {item.received}",
                ),
                Words("核对两个日期", "check both dates"),
                station.origin.at("items", index, "answered"),
            )
        if item.answered and item.due and item.answered > item.due and not item.reason:
            yield Diagnostic(
                E_STATION_LATE,
                Words(
                    f"{item.number}号应在{item.due}前反馈，{item.answered}才反馈，没有写原因",
                    f"no. {item.number}, due {item.due}, was answered on {item.answered}: no reason is given",
                ),
                Words("加一行 超期原因: …", "add a line reason: …"),
                station.origin.at("items", index, "answered"),
            )
    yield from nameless(_texts(station), station.origin)


def _texts(station: Station) -> Iterator[tuple[KeyPath, str]]:
    yield from (((key,), getattr(station, key)) for key in ("title", "courier", "note", "body"))
    for index, item in enumerate(station.items):
        yield from ((("items", index, key), getattr(item, key)) for key in ("what", "reason", "result"))
