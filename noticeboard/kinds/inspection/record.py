"""The fields of an inspection (检查): what was looked at and found, what runs out, who patrols, what is next.

Offices and teams carry names here, persons never do; a finding has a place, but no flat.
"""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Field,
    Flag,
    PeriodField,
    QuantityField,
    Record,
    Text,
    Texts,
    WhenField,
    Whole,
    choice,
    listed,
)


class Outcome(Choice):
    """What came of looking at one thing."""

    OK = "ok", "正常", "in order"
    FINDING = "finding", "有问题", "finding"


class Measure(Choice):
    """The grades of what follows from a finding, from the mildest on (分级处置)."""

    REMIND = "remind", "提醒", "reminder"
    WARN = "warn", "警示", "warning"
    REPORT = "report", "报告执法", "reported to the authorities"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing on the checklist; without a result it has not been looked at yet."""

    what: Annotated[Text, Field("检查内容")]
    result: Annotated[Outcome | None, choice(Outcome), Field("结果")] = None
    note: Annotated[Text, Field("备注")] = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One finding: what and where, settled on the spot or later, at which grade it is."""

    number: Annotated[Whole | None, Field("编号")] = None
    """By which a re-visit names it; its place in the list where it is not given."""
    what: Annotated[Text, Field("问题")]
    where: Annotated[Text, Field("地点")] = ""
    item: Annotated[Text, Field("检查项目")] = ""
    found: Annotated[WhenField | None, Field("发现时间")] = None
    """The day of the inspection where it is not given."""
    on_the_spot: Annotated[Flag, Field("当场整改")] = False
    due: Annotated[WhenField | None, Field("整改期限")] = None
    settled: Annotated[WhenField | None, Field("整改时间")] = None
    by: Annotated[Text, Field("整改单位")] = ""
    measure: Annotated[Measure | None, choice(Measure), Field("处置")] = None


@dataclass(frozen=True, kw_only=True)
class Equipment:
    """Something that runs out: fire extinguishers in one place."""

    what: Annotated[Text, Field("名称")]
    where: Annotated[Text, Field("位置")] = ""
    number: Annotated[Whole, Field("数量")] = 1
    made: Annotated[WhenField | None, Field("生产时间")] = None
    expires: Annotated[WhenField, Field("有效期至")]


@dataclass(frozen=True, kw_only=True)
class Patrol:
    """Patrols of a period: how many, by whom, what for."""

    period: Annotated[PeriodField, Field("时间")]
    number: Annotated[QuantityField | None, Field("次数")] = None
    by: Annotated[Texts, Field("巡查人员")] = ()
    what: Annotated[Text, Field("内容")] = ""


@dataclass(frozen=True, kw_only=True)
class Inspection(Record):
    """One inspection of one grid, or the patrols there."""

    title: Annotated[Text, Field("名称")]
    grid: Annotated[Text, Field("网格")] = ""
    when: Annotated[WhenField | None, Field("检查时间")] = None
    by: Annotated[Texts, Field("检查人员")] = ()
    items: Annotated[tuple[Item, ...], listed, Field("检查项目")] = ()
    findings: Annotated[tuple[Finding, ...], listed, Field("发现问题")] = ()
    equipment: Annotated[tuple[Equipment, ...], listed, Field("设施有效期")] = ()
    patrols: Annotated[tuple[Patrol, ...], listed, Field("巡查")] = ()
    next: Annotated[WhenField | None, Field("下次检查")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None
