"""The fields of a record of mediation (调解) and its rules; what does not add up in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.frozen import dataclass
from noticeboard.kinds.by_building import ByBuilding, check_buildings
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.reconcile import Reconciled, parts_against_whole
from noticeboard.languages import Words
from noticeboard.locality import Records
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
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge

E_MEDIATION = code("E-MEDIATION", "办结的纠纷多于受理的", "more disputes settled than taken on")


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


def day_of(record: Mediation) -> PartialDate | None:
    """The last day that the counts speak of."""
    return record.as_of or (record.period.end if record.period else None)
