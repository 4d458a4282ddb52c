"""Mediation (调解): disputes taken on and settled over a period, by kind; never who was in dispute.

A source may tell of some of them apart (8 settled in four compounds) without saying whether they are among the
whole: then they stand beside it, marked 未注明是否包括在内, and are added to nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.document import PANEL_TEMPLATE, Block, FigureLine, Figures, Heading, Notes, Section, Table
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds.breakdown import Column, Subject, breakdown, by_size, rate, statistic
from noticeboard.kinds.breakdown import exact as exact_of
from noticeboard.kinds.by_building import ByBuilding, building_blocks, check_buildings
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.periods import by_period, span_key
from noticeboard.kinds.reconcile import Reconciled, parts_against_whole, rate_line
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
    WhenField,
    choice,
    listed,
)
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge

E_MEDIATION = code("E-MEDIATION", "办结的纠纷多于受理的", "more disputes settled than taken on")

FOLDER, ORDER = "mediations", 67
TITLE = Words("纠纷调解", "Mediation")
TAKEN, SETTLED, RATE = Words("受理", "Taken on"), Words("办结", "Settled"), Words("办结率", "Settlement rate")
DISPUTES = Words("纠纷", "Disputes")
KIND_OF, COUNT = Words("纠纷类型", "Kind of dispute"), Words("件数", "Disputes")
UNIT = Words("件", "")
OF_KIND, IN_PERIOD = "disputes.kind.", "disputes.in."
BY_KIND, IN_TIME = Words("按类型", "By kind"), Words("按时间", "By period")
SUBJECT = Subject(
    "mediation",
    FOLDER,
    60,
    TITLE,
    UNIT,
    Words(
        "计入各期受理的纠纷，只计准确的数；来源另说、没有注明是否在内的不计；办结率只算同时写了受理和办结的。",
        "Disputes taken on in all periods, exact numbers alone; what a source tells of apart is not counted; the "
        "settlement rate is of records that state both.",
    ),
)
PERIOD_SAID = Words("按记录的期间计。", "By the period of each record.")
HEDGED = Words(
    "另有{n}条记录只有约数，没有加进来。", "{n} more records have approximate numbers and are not added."
)
INCLUDED = Words("{what}：{n}件，包括在上面的数里", "{what}: {n}, part of the above")
SEPARATE = Words("{what}：{n}件，另计", "{what}: {n}, besides the above")
UNKNOWN = Words(
    "{what}：{n}件，是否包括在上面的数里，来源没有注明",
    "{what}: {n}; the source does not say whether they are part of the above",
)


class Relation(Choice):
    """How disputes that are told of apart stand to the whole."""

    INCLUDED = "included", "包括在内", "included"
    SEPARATE = "separate", "另计", "separate"
    UNSTATED = "unstated", "未注明", "not stated"


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many disputes of one kind were taken on."""

    what: Annotated[Text, Field("类型")]
    count: Annotated[QuantityField, Field("件数")]


@dataclass(frozen=True, kw_only=True)
class Apart:
    """Disputes that a source tells of apart: where or what, how many were settled, what they are to the whole."""

    what: Annotated[Text, Field("内容")]
    count: Annotated[QuantityField, Field("件数")]
    relation: Annotated[Relation, choice(Relation), Field("与总数的关系")] = Relation.UNSTATED


@dataclass(frozen=True, kw_only=True)
class Mediation(Record):
    """The disputes of one period."""

    title: Annotated[Text, Field("标题")] = ""
    period: Annotated[PeriodField | None, Field("期间")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None
    disputes: Annotated[QuantityField | None, Field("纠纷")] = None
    """Where a source says no more than how many there were."""
    taken_on: Annotated[QuantityField | None, Field("受理")] = None
    settled: Annotated[QuantityField | None, Field("办结")] = None
    by_kind: Annotated[tuple[Count, ...], listed, Field("各类型")] = ()
    by_building: Annotated[tuple[ByBuilding, ...], listed, Field("按楼栋")] = ()
    apart: Annotated[tuple[Apart, ...], listed, Field("另说的")] = ()
    mediators: Annotated[Texts, Field("调解组织")] = ()
    """Committees, rooms, teams; no persons."""


def disagreement(record: Mediation) -> Reconciled | None:
    """What to say where the kinds do not make the whole that was taken on."""
    if record.taken_on is None:
        return None
    return parts_against_whole([each.count for each in record.by_kind], record.taken_on, "件")


def check(record: Mediation) -> Iterator[Diagnostic]:
    """What is wrong with one record: more settled than taken on, kinds that do not make the whole, a name."""
    taken, settled = record.taken_on, record.settled
    if taken and settled and taken.hedge is settled.hedge is Hedge.EXACT and settled.value > taken.value:
        yield Diagnostic(
            E_MEDIATION,
            Words(
                f"办结{settled.text('zh')}件，多于受理{taken.text('zh')}件",
                f"{settled.text('en')} settled of {taken.text('en')} taken on",
            ),
            Words("核对两个数；上期转来的写进备注", "check both; say in the note what came from before"),
            record.origin.at("settled"),
        )
    found = disagreement(record)
    if found:
        yield found.diagnostic(record.origin.at("taken_on"))
    texts: list[tuple[KeyPath, str]] = [
        (("note",), record.note),
        (("body",), record.body),
        (("title",), record.title),
    ]
    texts += [(("by_kind", n, "what"), each.what) for n, each in enumerate(record.by_kind)]
    texts += [(("apart", n, "what"), each.what) for n, each in enumerate(record.apart)]
    texts += [(("mediators", n), each) for n, each in enumerate(record.mediators)]
    yield from nameless(texts, record.origin)


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Counts of buildings that the place does not have."""
    for record in records.of(Mediation):
        total = record.taken_on or record.disputes
        yield from check_buildings(record.by_building, records.place, record.origin, total)


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """All that can be counted, by kind and period; taken on and settled where a record states both.

    Exact counts alone, so that a total above is one.
    """
    counts: Counter[str] = Counter()
    for record in records.of(Mediation):
        by_kind = [(each.what, exact_of(each.count)) for each in record.by_kind]
        every = max(exact_of(record.disputes), exact_of(record.taken_on), sum(n for _, n in by_kind))
        counts["disputes"] += every
        counts["disputes.hedged"] += any(
            number and number.hedge is not Hedge.EXACT for number in (record.disputes, record.taken_on)
        )
        for what, number in by_kind:
            counts[OF_KIND + what] += number
        counts[IN_PERIOD + span_key(record.period)] += every if span_key(record.period) else 0
        if record.taken_on and record.settled and exact_of(record.taken_on):
            counts["disputes.rated"] += exact_of(record.taken_on)
            counts["disputes.rated.settled"] += exact_of(record.settled)
    yield from ((key, count) for key, count in counts.items() if count)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """Disputes by kind and period, and the settlement rate of those of which it is known."""
    total, hedged = (locality.summary.count(key) for key in ("disputes", "disputes.hedged"))
    if total:
        kinds, periods = Column(COUNT, OF_KIND, total), Column(COUNT, IN_PERIOD, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_KIND, KIND_OF, (kinds,), by_size(locality, (kinds,))),
            by_period(locality, IN_TIME, (periods,), PERIOD_SAID),
            figures=(rate(locality, SUBJECT, RATE, "disputes.rated.settled", "disputes.rated"),),
            notes=(locality.words(HEDGED).format(n=hedged),) if hedged else (),
        )


def panels(locality: Locality) -> Iterator[Panel]:
    """Every period, the latest first."""
    records = sorted(locality.records.of(Mediation), key=_rank, reverse=True)
    if records:
        blocks = tuple(
            block for record in records for block in _blocks(locality, record, alone=len(records) == 1)
        )
        cited = dict.fromkeys(line for each in records for line in locality.cited(each, locality.records.url))
        sources = tuple((line.title, line.href) for line in cited)
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks, sources=sources))


def _rank(record: Mediation) -> int:
    day = day_of(record)
    return day.last.toordinal() if day else 0


def day_of(record: Mediation) -> PartialDate | None:
    """The last day that the counts speak of."""
    return record.as_of or (record.period.end if record.period else None)


def figures(locality: Locality, record: Mediation) -> Iterator[FigureLine]:
    """Taken on, settled, and the rate with its base."""
    language, words = locality.language, locality.words
    day = day_of(record)
    as_of = day.text(language) if day else ""
    taken, settled = record.taken_on, record.settled
    if record.disputes is not None:
        yield FigureLine(words(DISPUTES), record.disputes.text(language), words(UNIT), as_of=as_of)
    if taken is not None:
        yield FigureLine(words(TAKEN), taken.text(language), words(UNIT), as_of="" if settled else as_of)
    if settled is not None:
        yield FigureLine(words(SETTLED), settled.text(language), words(UNIT), as_of=as_of)
    if taken is not None and settled is not None:
        line = rate_line(words(RATE), settled, taken, language, unit=words(UNIT), as_of=as_of)
        yield from (line,) if line else ()


def apart_text(locality: Locality, each: Apart) -> str:
    """What is told of apart, and what it is to the whole."""
    words = {Relation.INCLUDED: INCLUDED, Relation.SEPARATE: SEPARATE, Relation.UNSTATED: UNKNOWN}[
        each.relation
    ]
    return locality.words(words).format(what=each.what, n=each.count.text(locality.language))


def _blocks(locality: Locality, record: Mediation, *, alone: bool) -> Iterator[Block]:
    words, language = locality.words, locality.language
    period = record.period.text(language) if record.period else ""
    heading = record.title or period
    if heading and not alone:
        yield Heading(heading)
    lines = tuple(figures(locality, record))
    if lines:
        yield Figures((lines[0]._replace(base=period), *lines[1:]))
    if record.by_kind:
        rows = tuple((each.what, each.count.text(language)) for each in record.by_kind)
        yield Table(words(KIND_OF), ((words(KIND_OF), "text"), (words(COUNT), "number")), rows)
    yield from building_blocks(locality, record.by_building, COUNT, record.taken_on or record.disputes)
    found = disagreement(record)
    said = [apart_text(locality, each) for each in record.apart]
    said += [found.note.to(language)] if found else []
    said += [record.note] if record.note else []
    if said:
        yield Notes(tuple(said))


def _dates(record: Mediation) -> tuple[PartialDate, ...]:
    day = day_of(record)
    return (day,) if day else ()


def _on_day(record: Mediation, day: date) -> Mediation | None:
    last = day_of(record)
    return None if last and last.first > day else record


def _title(record: Mediation) -> str:
    return record.title or TITLE.zh


KIND = Kind(
    name="mediation",
    folder=FOLDER,
    words=Words("调解", "mediation"),
    record=Mediation,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    tally=_tally,
    dates=_dates,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 期间: 2026-01-01 至 2026-06-30
  受理: 12
  办结: 11
  各类型:
    - {类型: 漏水, 件数: 7}
    - {类型: 停车, 件数: 5}
  # 不写当事人姓名和门牌
""",
        """\
- period: 2026-01-01 to 2026-06-30
  taken_on: 12
  settled: 11
  by_kind:
    - {what: leaks, count: 7}
    - {what: parking, count: 5}
  # no names and no flats
""",
    ),
)
