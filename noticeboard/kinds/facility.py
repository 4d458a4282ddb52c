"""Facilities (便民设施): terminal, dining room, day-care centre, loudspeaker station, mediation room, council office.

Where it is, when it is open, for whom, what can be done there and how: what somebody asks who stands before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Facts,
    Heading,
    Lines,
    Marked,
    Notes,
    Phone,
    Prose,
    Section,
)
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds.breakdown import Column, Subject, breakdown, by_choice, statistic
from noticeboard.kinds.cited import sources_of
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.records import Choice, Field, Record, Text, Texts, WhenField, Whole, choice
from noticeboard.records import Phone as PhoneField
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate

W_FACILITY = code("W-FACILITY", "便民设施没有写在哪里", "a facility that does not say where it is")
E_FACILITY_CLOSED = code(
    "E-FACILITY-CLOSED", "便民设施的停用早于启用", "a facility closed before it was opened"
)

FOLDER, ORDER = "facilities", 71
TITLE = Words("便民设施", "Facilities")
WHERE, HOURS, WHOM = Words("地点", "Place"), Words("开放时间", "Hours"), Words("服务对象", "For whom")
SERVICES, NUMBER, SINCE, CALL = (
    Words("能办的事", "What can be done"),
    Words("数量", "How many"),
    Words("启用", "Since"),
    Words("电话", "Phone"),
)
CLOSED, COMING, OPEN = Words("已停用", "closed"), Words("尚未启用", "not yet open"), Words("开放", "open")
LIST = Words("、", ", ")
OF_SORT, SORT, BY_SORT = "facilities.sort.", Words("种类", "Sort"), Words("按种类", "By sort")
SUBJECT = Subject(
    "facility",
    FOLDER,
    85,
    TITLE,
    Words("处", ""),
    Words(
        "只计现在开放的设施；停用的、还没启用的不计。", "Facilities that are open today; others are left out."
    ),
)


class Sort(Choice):
    """What sort of facility it is."""

    TERMINAL = "terminal", "自助终端", "self-service terminal"
    DINING = "dining", "助餐点", "dining room"
    DAY_CARE = "day_care", "日间照料中心", "day-care centre"
    LOUDSPEAKER = "loudspeaker", "小喇叭广播站", "loudspeaker station"
    MEDIATION = "mediation", "调解室", "mediation room"
    COUNCIL = "council", "议事会办公室", "council office"
    OTHER = "other", "其他设施", "facility"


@dataclass(frozen=True, kw_only=True)
class Facility(Record):
    """One facility, or several of one sort in one place."""

    title: Annotated[Text, Field("名称")]
    sort: Annotated[Sort, choice(Sort), Field("种类")]
    number: Annotated[Whole | None, Field("数量")] = None
    where: Annotated[Text, Field("地点")] = ""
    hours: Annotated[Text, Field("开放时间")] = ""
    for_whom: Annotated[Text, Field("服务对象")] = ""
    services: Annotated[Texts, Field("能办的事")] = ()
    how: Annotated[Texts, Field("怎样使用")] = ()
    """Steps, one each."""
    phone: Annotated[PhoneField, Field("电话")] = ""
    provider: Annotated[Text, Field("管理单位")] = ""
    opened: Annotated[WhenField | None, Field("启用")] = None
    closed: Annotated[WhenField | None, Field("停用")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None


def check(facility: Facility) -> Iterator[Diagnostic]:
    """What somebody who looks for it would miss."""
    if not facility.where:
        yield Diagnostic(
            W_FACILITY,
            Words(f"“{facility.title}”没有写在哪里", f"“{facility.title}” does not say where it is"),
            Words("加一行 地点: …", "add a line where: …"),
            facility.origin,
        )
    if facility.opened and facility.closed and facility.closed.last < facility.opened.first:
        yield Diagnostic(
            E_FACILITY_CLOSED,
            Words(
                f"停用（{facility.closed.text('zh')}）早于启用（{facility.opened.text('zh')}）",
                f"closed ({facility.closed.text('en')}) before it opened ({facility.opened.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            facility.origin.at("closed"),
        )


def state_of(facility: Facility, today: date) -> Words:
    """Whether it can be used today."""
    if facility.closed and facility.closed.last < today:
        return CLOSED
    return COMING if facility.opened and facility.opened.first > today else OPEN


def facts(facility: Facility, locality: Locality) -> Iterator[tuple[str, str]]:
    """Label and value of all that is known but the phone and the steps."""
    words, language = locality.words, locality.language
    said = (
        (WHERE, facility.where),
        (HOURS, facility.hours),
        (WHOM, facility.for_whom),
        (SERVICES, words(LIST).join(facility.services)),
        (NUMBER, f"{facility.number}" if facility.number else ""),
        (SINCE, facility.opened.text(language) if facility.opened else ""),
    )
    yield from ((words(label), text) for label, text in said if text)


def panels(locality: Locality) -> Iterator[Panel]:
    """Every facility, those that are open first."""
    own = sorted(locality.records.of(Facility), key=lambda each: state_of(each, locality.today) is not OPEN)
    if own:
        blocks = tuple(block for each in own for block in _blocks(each, locality))
        sources = sources_of(locality, own, locality.records.url)
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks, sources=sources))


def _blocks(facility: Facility, locality: Locality) -> Iterator[Block]:
    state = state_of(facility, locality.today)
    mark = None if state is OPEN else Marked("ring" if state is COMING else "dash", locality.words(state))
    yield Heading(facility.title, f"facility-{facility.id}" if facility.id else "", mark)
    pairs = tuple(facts(facility, locality))
    if pairs:
        yield Facts(pairs)
    if facility.how:
        yield Lines(facility.how)
    if facility.phone and state is OPEN:
        yield Phone(locality.words(CALL), facility.phone)
    if facility.body:
        yield Prose(facility.body)
    if facility.note:
        yield Notes((facility.note,))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for each in records.of(Facility):
        if state_of(each, today) is OPEN:
            counts["facilities"] += each.number or 1
            counts[OF_SORT + each.sort.value] += each.number or 1
    yield from counts.items()


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many there are of each sort."""
    total = locality.summary.count("facilities")
    if total:
        column = Column(NUMBER, OF_SORT, total)
        parts = by_choice(locality, column, Sort)
        yield statistic(locality, SUBJECT, total, breakdown(locality, BY_SORT, SORT, (column,), parts))


def _changes(facility: Facility, today: date) -> Iterator[date]:
    if facility.opened and facility.opened.first > today:
        yield facility.opened.first
    if facility.closed and facility.closed.last >= today:
        yield facility.closed.last + timedelta(days=1)


def _dates(facility: Facility) -> tuple[PartialDate, ...]:
    return tuple(day for day in (facility.as_of, facility.opened) if day)


def _on_day(facility: Facility, day: date) -> Facility | None:
    return None if facility.opened and facility.opened.first > day else facility


def _title(facility: Facility) -> str:
    return facility.title


KIND = Kind(
    name="facility",
    folder=FOLDER,
    words=Words("便民设施", "facility"),
    record=Facility,
    title=_title,
    anchor_prefix="facility-",
    on_day=_on_day,
    check=check,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 名称: 老年助餐点
  种类: 助餐点    # 自助终端、助餐点、日间照料中心、小喇叭广播站、调解室、议事会办公室、其他设施
  地点: 1号楼一层
  开放时间: 每天11时至13时
  服务对象: 60岁以上老人
  怎样使用: [前一天打电话订餐, 凭卡取餐]
  电话: 0371-12345678
""",
        """\
- title: Dining room for the elderly
  sort: dining    # terminal, dining, day_care, loudspeaker, mediation, council, other
  where: ground floor of building 1
  hours: every day, 11 to 13
  for_whom: residents over 60
  how: [order by phone the day before, show your card]
  phone: 0371-12345678
""",
    ),
)
