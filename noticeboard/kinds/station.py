"""Opinion stations (民情速递站): box, card, courier, platform; when the box is emptied; the promise in working days.

    Station ─ settle ▶ the last day of the promise of every item ─ state on a day ▶ panel, plate, sheet of what is due

What can be settled is settled at once; the rest becomes an item with feedback within the promise, two working days
unless the station says otherwise. The day of receipt does not count, and holidays and make-up days are those of the
State Council's calendar or, for years that it does not know, of `calendar` in site.yml. Feedback that came late
needs its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, KeyPath, Problem, code
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
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds.breakdown import Subject, rate, statistic
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.notice.calendar import calendar_of
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.records import GIVEN, Day, Field, Phone, Record, Text, Whole, listed
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Quantity

E_STATION_LATE = code("E-STATION-LATE", "超期反馈没有写原因", "late feedback without its reason")
E_STATION_ORDER = code("E-STATION-ORDER", "反馈早于收件", "feedback before the item came in")
N_STATION_PARTS = code(
    "N-STATION-PARTS", "民情速递站的箱、卡、员、平台不齐", "a station that lacks one of its four parts"
)

FOLDER, ORDER = "stations", 65
TITLE = Words("民情速递站", "Opinion station")
PARTS = (
    ("box", Words("民情速递箱", "box")),
    ("card", Words("民情速递卡", "card")),
    ("courier", Words("民情速递员", "courier")),
    ("platform", Words("民情速递平台", "platform")),
)
COMPLETE, MISSING = Words("四项齐全", "all four parts"), Words("{n}项，缺{what}", "{n} of four, no {what}")
NONE = Words("尚未设置", "not there yet")
PROMISE = Words(
    "当场能办的当场办；其余{days}个工作日内反馈",
    "Settled at once where that can be; else feedback within {days} working days",
)
EMPTIED, NEXT = Words("最近开箱", "Last emptied"), Words("下次开箱", "To be emptied next")
STATIONS, UNIT, ITEMS = Words("设站的楼院", "Compounds with a station"), Words("个", ""), Words("件", "")
ON_TIME, ANSWERED = Words("按时反馈", "Feedback on time"), Words("已反馈", "Feedback given")
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


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that could not be settled at once; `due` is counted by `settle`."""

    number: Annotated[Whole, Field("编号")]
    what: Annotated[Text, Field("事项")]
    received: Annotated[Day, Field("收件")]
    answered: Annotated[Day | None, Field("反馈")] = None
    reason: Annotated[Text, Field("超期原因")] = ""
    result: Annotated[Text, Field("结果")] = ""
    due: Annotated[date | None, GIVEN] = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class Station(Record):
    """One station, or for a larger area how many there are."""

    title: Annotated[Text, Field("标题")] = ""
    count: Annotated[Whole | None, Field("站数")] = None
    """How many compounds have one, where they are not named."""
    where: Annotated[Text, Field("位置")] = ""
    box: Annotated[Text, Field("箱")] = ""
    card: Annotated[Text, Field("卡")] = ""
    courier: Annotated[Text, Field("员")] = ""
    """An office or a team; no name."""
    platform: Annotated[Text, Field("平台")] = ""
    phone: Annotated[Phone, Field("电话")] = ""
    promise: Annotated[Whole, Field("承诺工作日")] = 2
    emptied: Annotated[tuple[Day, ...], listed, Field("开箱日期")] = ()
    items: Annotated[tuple[Item, ...], listed, Field("服务事项")] = ()


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


def missing_parts(station: Station) -> tuple[Words, ...]:
    """Those of box, card, courier and platform that a station does not have."""
    return tuple(words for key, words in PARTS if not getattr(station, key))


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


def came(station: Station, today: date) -> tuple[Item, ...]:
    """The items that had come in by `today`, open ones first, then the latest."""
    known = [item for item in station.items if item.received <= today]
    return tuple(
        sorted(
            known,
            key=lambda item: (bool(item.answered and item.answered <= today), -item.received.toordinal()),
        )
    )


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


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
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


def _changes(station: Station, today: date) -> Iterator[date]:
    for item in station.items:
        waits = not item.answered or item.answered > today
        if waits and item.due and item.due <= today:
            yield today + timedelta(days=1)  # the days that it is overdue
        yield from (day for day in (item.received, item.due, item.answered) if day and day > today)
    yield from (day for day in station.emptied if day > today)


def _dates(station: Station) -> Iterator[PartialDate]:
    days = [
        *station.emptied,
        *(day for item in station.items for day in (item.received, item.answered) if day),
    ]
    yield from (PartialDate(day.year, day.month, day.day) for day in days)


def _on_day(station: Station, day: date) -> Station | None:
    items = (item for item in station.items if item.received <= day)
    return replace(station, items=tuple(items))


def _title(station: Station) -> str:
    return station.title or TITLE.zh


KIND = Kind(
    name="station",
    folder=FOLDER,
    words=Words("民情速递站", "opinion station"),
    record=Station,
    title=_title,
    settle=settle,
    on_day=_on_day,
    check=check,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 位置: 东门岗亭旁
  箱: 东门岗亭旁，每周一开箱
  卡: 物业前台领取
  员: 社区网格员
  平台: 居民微信群
  电话: 0371-12345678
  # 承诺工作日: 2
  # 开箱日期: [2026-03-02]
  # 服务事项:
  #   - {编号: 1, 事项: 换楼道灯, 收件: 2026-03-02, 反馈: 2026-03-03}
""",
        """\
- where: beside the east gate
  box: east gate, emptied on Mondays
  card: at the desk of the property company
  courier: grid worker of the community
  platform: WeChat group of the residents
  phone: 0371-12345678
  # promise: 2
  # emptied: [2026-03-02]
  # items:
  #   - {number: 1, what: corridor lamp, received: 2026-03-02, answered: 2026-03-03}
""",
    ),
)
