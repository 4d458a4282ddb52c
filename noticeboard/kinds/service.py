"""Services (便民服务): what can be asked for, from which size on, on which number, what it costs and who pays.

A service is in force from a day to a day, or without an end; on the day after, its panel says that it is over. The
thresholds of one service are alternatives: bulky waste is over 5 kg, or over 0.2 m³, or longer than 1 m.
"""

from __future__ import annotations

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
from noticeboard.kinds.cited import sources_of
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.records import (
    Choice,
    Field,
    PeriodField,
    QuantityField,
    Record,
    Text,
    Texts,
    choice,
    listed,
)
from noticeboard.records import Phone as PhoneField
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import PeriodState

W_SERVICE_REACH = code("W-SERVICE-REACH", "便民服务没有写怎么联系", "a service without a way to ask for it")
W_SERVICE_FEE = code("W-SERVICE-FEE", "便民服务没有写要不要钱", "a service that does not say what it costs")

FOLDER, ORDER = "services", 72
TITLE = Words("便民服务", "Services")
WHAT, WHOM, HOW = Words("什么算", "What counts"), Words("服务对象", "For whom"), Words("怎么办", "How")
HOURS, FEE, PAYER = Words("时间", "Hours"), Words("费用", "Fee"), Words("谁付钱", "Who pays")
BASIS, VALID, PROVIDER = (
    Words("依据", "Legal basis"),
    Words("有效期", "In force"),
    Words("办理单位", "Provided by"),
)
CALL = Words("预约电话", "Call")
OVER, COMING = Words("已停止", "over"), Words("尚未开始", "not yet begun")
OR = Words("，或", ", or ")
LIST = Words("、", ", ")


class Sort(Choice):
    """How a service is rendered."""

    HOTLINE = "hotline", "电话预约", "by phone"
    DOOR = "door", "上门服务", "at the door"
    COUNTER = "counter", "窗口办理", "at a counter"


class Limit(Choice):
    """On which side of its threshold a thing must be."""

    OVER = "over", "超过", "over"
    FROM = "from", "满", "from"
    UNDER = "under", "不足", "under"
    UP_TO = "up_to", "不超过", "up to"


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """One condition, any of which is enough: 重量超过5千克."""

    what: Annotated[Text, Field("项目")]
    limit: Annotated[Limit, choice(Limit), Field("界限")] = Limit.OVER
    number: Annotated[QuantityField, Field("数值")]
    unit: Annotated[Text, Field("单位")] = ""


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group of applicants and what holds for it."""

    who: Annotated[Text, Field("对象")]
    what: Annotated[Text, Field("内容")]


@dataclass(frozen=True, kw_only=True)
class Service(Record):
    """One service."""

    title: Annotated[Text, Field("标题")]
    sort: Annotated[Sort, choice(Sort), Field("方式")]
    provider: Annotated[Text, Field("办理单位")] = ""
    thresholds: Annotated[tuple[Threshold, ...], listed, Field("界限条件")] = ()
    groups: Annotated[tuple[Group, ...], listed, Field("服务对象")] = ()
    phone: Annotated[PhoneField, Field("电话")] = ""
    hours: Annotated[Text, Field("时间")] = ""
    where: Annotated[Text, Field("地点")] = ""
    how: Annotated[Texts, Field("办法")] = ()
    """Steps, one each."""
    fee: Annotated[Text, Field("费用")] = ""
    payer: Annotated[Text, Field("付费方")] = ""
    basis: Annotated[Texts, Field("依据")] = ()
    period: Annotated[PeriodField | None, Field("有效期")] = None


def check(service: Service) -> Iterator[Diagnostic]:
    """What a reader of the sheet would miss: whom to ask, and what it costs."""
    if not (service.phone or service.where):
        yield Diagnostic(
            W_SERVICE_REACH,
            Words(
                f"“{service.title}”没有写电话，也没有写地点", f"“{service.title}” has neither phone nor place"
            ),
            Words("加一行 电话: … 或 地点: …", "add a line phone: … or where: …"),
            service.origin,
        )
    if not (service.fee or service.payer):
        yield Diagnostic(
            W_SERVICE_FEE,
            Words(
                f"“{service.title}”没有写费用，也没有写谁付费",
                f"“{service.title}” does not say what it costs",
            ),
            Words(
                "加一行 费用: 免费（或金额），或 付费方: …",
                "add a line fee: free (or an amount), or payer: …",
            ),
            service.origin,
        )


def threshold_text(service: Service, locality: Locality) -> str:
    """重量超过5千克，或体积超过0.2立方米."""
    words, language = locality.words, locality.language
    parts = (
        words(Words("{what}{limit}{number}{unit}", "{what} {limit} {number} {unit}")).format(
            what=each.what, limit=words(each.limit.words), number=each.number.text(language), unit=each.unit
        )
        for each in service.thresholds
    )
    return words(OR).join(parts)


def fee_text(service: Service, locality: Locality) -> str:
    """What it costs and who pays."""
    paid = locality.words(Words("由{}付费", "paid by {}")).format(service.payer) if service.payer else ""
    return locality.words(Words("，", ", ")).join(part for part in (service.fee, paid) if part)


def facts(service: Service, locality: Locality) -> Iterator[tuple[str, str]]:
    """Label and value of all that is known of a service but its phone and its steps."""
    words = locality.words
    said = (
        (WHAT, threshold_text(service, locality)),
        (PROVIDER, service.provider),
        (HOURS, service.hours),
        (Words("地点", "Place"), service.where),
        (FEE, fee_text(service, locality)),
        (BASIS, words(LIST).join(service.basis)),
        (VALID, service.period.text(locality.language) if service.period else ""),
    )
    yield from ((words(label), text) for label, text in said if text)


def state_of(service: Service, today: date) -> Words | None:
    """What to say of a service that is not in force today."""
    if service.period is None:
        return None
    return {PeriodState.OVER: OVER, PeriodState.UPCOMING: COMING}.get(service.period.state(today))


def in_force(service: Service, today: date) -> bool:
    """Whether it can be asked for today."""
    return state_of(service, today) is None


def panels(locality: Locality) -> Iterator[Panel]:
    """Every service, those in force first."""
    own = locality.records.of(Service)
    services = sorted(own, key=lambda service: not in_force(service, locality.today))
    if services:
        blocks = tuple(block for service in services for block in _blocks(service, locality))
        sources = sources_of(locality, services, locality.records.url)
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks, sources=sources))


def _blocks(service: Service, locality: Locality) -> Iterator[Block]:
    state = state_of(service, locality.today)
    mark = Marked("ring" if state is COMING else "dash", locality.words(state)) if state else None
    yield Heading(service.title, f"service-{service.id}" if service.id else "", mark)
    if service.phone and not state:
        yield Phone(locality.words(CALL), service.phone)
    pairs = tuple(facts(service, locality))
    groups = tuple((group.who, group.what) for group in service.groups)
    if pairs or groups:
        yield Facts((*pairs, *groups))
    if service.how:
        yield Lines(service.how)
    if service.body:
        yield Prose(service.body)
    if service.note:
        yield Notes((service.note,))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    count = sum(in_force(service, today) for service in records.of(Service))
    if count:
        yield "services", count


def _changes(service: Service, today: date) -> Iterator[date]:
    if service.period is None:
        return
    start, end = service.period.start, service.period.end
    days = (start.first if start else None, end.last + timedelta(days=1) if end else None)
    yield from (day for day in days if day and day > today)


def _dates(service: Service) -> tuple[PartialDate, ...]:
    return ()


def _on_day(service: Service, day: date) -> Service | None:
    start = service.period.start if service.period else None
    return None if start and start.first > day else service


def _title(service: Service) -> str:
    return service.title


KIND = Kind(
    name="service",
    folder=FOLDER,
    words=Words("便民服务", "service"),
    record=Service,
    title=_title,
    anchor_prefix="service-",
    on_day=_on_day,
    check=check,
    tally=_tally,
    changes=_changes,
    dates=_dates,
    panels=panels,
    starter=Words(
        """\
- id: bulky-waste
  标题: 大件垃圾上门收运
  方式: 电话预约    # 电话预约、上门服务、窗口办理
  界限条件:
    - {项目: 重量, 界限: 超过, 数值: 5, 单位: 千克}
  电话: 0371-12345678
  时间: 每天8时至18时
  费用: 免费
  # 付费方: 政府
  # 依据: [《……办法》]
  # 有效期: 2026-01-01 至 2026-12-31
""",
        """\
- id: bulky-waste
  title: Bulky waste collected at the door
  sort: hotline    # hotline, door, counter
  thresholds:
    - {what: weight, limit: over, number: 5, unit: kg}
  phone: 0371-12345678
  hours: every day, 8 to 18
  fee: free
  # payer: government
  # basis: [Regulation on …]
  # period: 2026-01-01 to 2026-12-31
""",
    ),
)
