"""Opinion stations as pages show them: parts, promise, items with what became of them; in an area how many there are.

The plate, the label and the sheet of what is due say the same in the same words, so they take their texts from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Facts,
    FigureLine,
    Figures,
    Heading,
    Lines,
    Marked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.kinds.station.record import PARTS, Item, Station, came, missing_parts
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Quantity

FOLDER, ORDER = "stations", 65
TITLE = Words("民情速递站", "Opinion station")
COMPLETE, MISSING = Words("四项齐全", "all four parts"), Words("{n}项，缺{what}", "{n} of four, no {what}")
NONE = Words("尚未设置", "not there yet")
PROMISE = Words(
    "当场能办的当场办；其余{days}个工作日内反馈",
    "Settled at once where that can be; else feedback within {days} working days",
)
EMPTIED, NEXT = Words("最近开箱", "Last emptied"), Words("下次开箱", "To be emptied next")
STATIONS, UNIT, ITEMS = Words("设站的楼院", "Compounds with a station"), Words("个", ""), Words("件", "")
ON_TIME = Words("按时反馈", "Feedback on time")
ITEM, RECEIVED, STATE = (
    Words("服务事项", "Item"),
    Words("收件、时限", "Received, due"),
    Words("反馈", "Feedback"),
)
DONE, LATE, OPEN, OVERDUE = (
    Words("已反馈", "answered"),
    Words("超期反馈", "answered late"),
    Words("待反馈", "open"),
    Words("超期{n}天", "{n} days overdue"),
)
DUE_TODAY = Words("今天到期", "due today")
RECEIVED_DUE = Words("{received}收，{due}前反馈", "{received}, due {due}")
LIST = Words("、", ", ")


def state_of(locality: Locality, item: Item) -> Marked:
    """Where an item stands today."""
    words, today = locality.words, locality.today
    if item.answered and item.answered <= today:
        is_late = item.due is not None and item.answered > item.due
        day = _day(item.answered, locality)
        note = locality.words(LIST).join(part for part in (day, item.result, item.reason) if part)
        return Marked("tick", words(LATE if is_late else DONE), note)
    if item.due and item.due < today:
        return Marked("clock", words(OVERDUE).format(n=(today - item.due).days), item.reason)
    if item.due == today:
        return Marked("half", words(DUE_TODAY))
    return Marked("ring", words(OPEN))


def _day(day: date, locality: Locality) -> str:
    return PartialDate(day.year, day.month, day.day).text(locality.language)


def due_items(locality: Locality) -> tuple[Item, ...]:
    """What must be answered today or is overdue, the oldest promise first."""
    today = locality.today
    items = (item for station in locality.records.of(Station) for item in came(station, today))
    waiting = [i for i in items if not (i.answered and i.answered <= today) and i.due and i.due <= today]
    return tuple(sorted(waiting, key=lambda item: (item.due or today, item.number)))


def when_text(locality: Locality, item: Item) -> str:
    """When an item came in, and by when it is to be answered."""
    received = _day(item.received, locality)
    return (
        locality.words(RECEIVED_DUE).format(received=received, due=_day(item.due, locality))
        if item.due
        else received
    )


def panels(locality: Locality) -> Iterator[Panel]:
    """The stations of the place, what they promise and how it is kept."""
    stations = locality.records.of(Station)
    blocks = [
        *_figures(locality),
        *(block for each in stations for block in _blocks(locality, each, len(stations))),
    ]
    blocks.extend(_places(locality))
    if not blocks:
        return
    cited = (line for each in stations for line in locality.cited(each, locality.records.url))
    sources = tuple(dict.fromkeys((line.title, line.href) for line in cited))
    yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks), sources=sources))


def _figures(locality: Locality) -> Iterator[Block]:
    summary, words, language = locality.summary, locality.words, locality.language
    lines = []
    if any(station.count for station in locality.records.of(Station)) or locality.summary.children:
        lines.append(FigureLine(words(STATIONS), f"{summary.count('stations'):,}", words(UNIT)))
    answered = summary.count("stations.answered")
    on_time = Quantity(Decimal(summary.count("stations.on_time")))
    line = rate_line(words(ON_TIME), on_time, Quantity(Decimal(answered)), language, unit=words(ITEMS))
    lines += [line] if line else []
    if lines and summary.count("stations"):
        yield Figures(tuple(lines))


def parts_text(locality: Locality, station: Station) -> str:
    """四项齐全, or which of the four is missing."""
    missing = missing_parts(station)
    if not missing:
        return locality.words(COMPLETE)
    what = locality.words(LIST).join(each.to(locality.language) for each in missing)
    return locality.words(MISSING).format(n=len(PARTS) - len(missing), what=what)


def parts_of(locality: Locality, station: Station) -> tuple[tuple[str, str], ...]:
    """Each of the four parts and what it is; one that is missing says so."""
    return tuple(
        (locality.words(words), getattr(station, key) or locality.words(NONE)) for key, words in PARTS
    )


def promise_text(locality: Locality, station: Station) -> str:
    """What the station promises."""
    return locality.words(PROMISE).format(days=station.promise)


def _blocks(locality: Locality, station: Station, stations: int) -> Iterator[Block]:
    words, today = locality.words, locality.today
    if stations > 1 and (station.title or station.where):
        yield Heading(station.title or station.where)
    yield Lines((promise_text(locality, station),))
    facts = (
        list(parts_of(locality, station))
        if station.count is None or any(getattr(station, k) for k, _ in PARTS)
        else []
    )
    last = max((day for day in station.emptied if day <= today), default=None)
    coming = min((day for day in station.emptied if day > today), default=None)
    facts += [(words(EMPTIED), _day(last, locality))] if last else []
    facts += [(words(NEXT), _day(coming, locality))] if coming else []
    if facts:
        yield Facts(tuple(facts))
    items = came(station, today)
    if items:
        columns = ((words(ITEM), "text"), (words(RECEIVED), "date"), (words(STATE), "text"))
        rows = tuple(
            (f"{item.number}. {item.what}", when_text(locality, item), state_of(locality, item))
            for item in items
        )
        yield Table(words(ITEM), columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    if station.note:
        yield Notes((station.note,))


def _places(locality: Locality) -> Iterator[Block]:
    rows = rows_by_child(locality, locality.records.url, ("stations", "stations.items"))
    if rows:
        words = locality.words
        columns = ((words(Words("地点", "Place")), "text"), (words(TITLE), "number"), (words(ITEM), "number"))
        shown = tuple(
            (row.name, f"{row.counts[0]:,}", f"{row.counts[1]:,}" if row.counts[1] else "") for row in rows
        )
        yield Table(words(TITLE), columns, shown)  # type: ignore[arg-type]  # each kind is one of the three
