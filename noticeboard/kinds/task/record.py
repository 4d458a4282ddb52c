"""The fields of a practical task (民生实事): who asked, who did it, who paid how much, when, what residents say."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Field,
    MoneyField,
    QuantityField,
    Record,
    Text,
    Texts,
    WhenField,
    choice,
    listed,
)


class TaskState(Choice):
    """The state of a task."""

    OPEN = "open", "待办", "open"
    WAITING = "waiting", "进行中", "under way"
    DONE = "done", "已完成", "done"
    DECLINED = "declined", "不采纳", "declined"
    RELAPSED = "relapsed", "反弹", "relapsed"
    UNSTATED = "unstated", "未注明", "not stated"
    """The source does not say how far it has come: neither 进行中 nor 已完成 may be said in its place."""


class Stage(Choice):
    """When a photo was taken."""

    BEFORE = "before", "改造前", "before"
    DURING = "during", "施工中", "during"
    AFTER = "after", "改造后", "after"


@dataclass(frozen=True, kw_only=True)
class Fund:
    """One payment: who pays, from which source of money, how much is pledged and how much paid."""

    payer: Annotated[Text, Field("出资方")] = ""
    """Empty where the source does not name it: shown as 未注明."""
    source: Annotated[Text, Field("资金来源")] = ""
    amount: Annotated[MoneyField, Field("金额")]
    paid: Annotated[MoneyField | None, Field("已付")] = None


@dataclass(frozen=True, kw_only=True)
class Amount:
    """How much of what was done: 20 charging posts, 100 metres of pipe."""

    what: Annotated[Text, Field("内容")]
    number: Annotated[QuantityField, Field("数量")]
    unit: Annotated[Text, Field("单位")] = ""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Done of planned: 120 of 120 households."""

    done: Annotated[QuantityField, Field("完成")]
    planned: Annotated[QuantityField, Field("计划")]
    unit: Annotated[Text, Field("单位")] = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the course of a task."""

    when: Annotated[WhenField | None, Field("时间")] = None
    what: Annotated[Text, Field("内容")]


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo in `photos/`, taken before, during or after the works."""

    file: Annotated[Text, Field("文件")]
    caption: Annotated[Text, Field("说明")] = ""
    stage: Annotated[Stage | None, choice(Stage), Field("阶段")] = None


@dataclass(frozen=True, kw_only=True)
class Grade:
    """One grade of a rating and how many gave it."""

    grade: Annotated[Text, Field("等级")]
    count: Annotated[QuantityField, Field("票数")]


@dataclass(frozen=True, kw_only=True)
class Rating:
    """What residents say: comment cards issued, returned, by grade."""

    issued: Annotated[QuantityField | None, Field("发出")] = None
    returned: Annotated[QuantityField | None, Field("收回")] = None
    by_grade: Annotated[tuple[Grade, ...], listed, Field("各等级")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A re-visit (回头看): when, and whether the result still holds."""

    when: Annotated[WhenField, Field("时间")]
    result: Annotated[Text, Field("结果")]


@dataclass(frozen=True, kw_only=True)
class Task(Record):
    """One practical task."""

    title: Annotated[Text, Field("标题")]
    state: Annotated[TaskState, choice(TaskState), Field("状态")]
    reason: Annotated[Text, Field("理由")] = ""
    field: Annotated[Text, Field("类别")] = ""
    asked_by: Annotated[Text, Field("提出人", personal=True)] = ""
    channel: Annotated[Text, Field("渠道")] = ""
    lead: Annotated[Texts, Field("承办")] = ()
    requested: Annotated[WhenField | None, Field("提出时间")] = None
    started: Annotated[WhenField | None, Field("开工")] = None
    due: Annotated[WhenField | None, Field("承诺时限")] = None
    finished: Annotated[WhenField | None, Field("完成时间")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None
    funds: Annotated[tuple[Fund, ...], listed, Field("资金")] = ()
    quantities: Annotated[tuple[Amount, ...], listed, Field("工程量")] = ()
    beneficiaries: Annotated[tuple[Amount, ...], listed, Field("受益")] = ()
    done_of: Annotated[Progress | None, Field("进度")] = None
    steps: Annotated[tuple[Step, ...], listed, Field("经过")] = ()
    photos: Annotated[tuple[Photo, ...], listed, Field("照片")] = ()
    rating: Annotated[Rating | None, Field("评价")] = None
    visits: Annotated[tuple[Visit, ...], listed, Field("回访")] = ()
