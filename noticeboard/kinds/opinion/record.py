"""The fields of opinions (意见建议): counts of a period, or one opinion by itself; never whose it is."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.kinds.by_building import ByBuilding
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
    choice,
    listed,
)


class Way(Choice):
    """The channel through which opinions come in."""

    VISIT = "visit", "入户走访", "door visits"
    BOX = "box", "意见箱", "box"
    CARD = "card", "意见卡", "card"
    PHONE = "phone", "电话", "phone"
    WECHAT = "wechat", "微信群", "WeChat group"
    MEETING = "meeting", "会议", "meeting"
    OTHER = "other", "其他", "other"


class Outcome(Choice):
    """What became of one opinion."""

    SETTLED = "settled", "已办结", "settled"
    ADOPTED = "adopted", "纳入计划", "adopted into the plan"
    UNDER_WAY = "under_way", "正在办理", "under way"
    DECLINED = "declined", "不采纳", "not adopted"
    WAITING = "waiting", "待答复", "waiting for a reply"


@dataclass(frozen=True, kw_only=True)
class ByWay:
    """How many came in through one channel."""

    way: Annotated[Way, choice(Way), Field("渠道")]
    count: Annotated[QuantityField, Field("条数")]


@dataclass(frozen=True, kw_only=True)
class ByField:
    """How many are of one field."""

    field: Annotated[Text, Field("类别")]
    count: Annotated[QuantityField, Field("条数")]


@dataclass(frozen=True, kw_only=True)
class Declined:
    """What was not adopted, and why."""

    what: Annotated[Text, Field("内容")]
    reason: Annotated[Text, Field("理由")]
    count: Annotated[QuantityField | None, Field("条数")] = None


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A rate as the source reports it, without the count that it was made of."""

    what: Annotated[Text, Field("名称")]
    rate: Annotated[QuantityField, Field("比率")]


@dataclass(frozen=True, kw_only=True)
class Opinion(Record):
    """The opinions of one period in counts, or with `text` one opinion."""

    title: Annotated[Text, Field("标题")] = ""
    period: Annotated[PeriodField | None, Field("期间")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None
    ways: Annotated[tuple[Annotated[Way, choice(Way)], ...], listed, Field("可用渠道")] = ()
    """The channels that there are, where nobody counts by channel."""
    received: Annotated[QuantityField | None, Field("收到")] = None
    fields: Annotated[QuantityField | None, Field("类别数")] = None
    by_way: Annotated[tuple[ByWay, ...], listed, Field("按渠道")] = ()
    by_field: Annotated[tuple[ByField, ...], listed, Field("按类别")] = ()
    by_building: Annotated[tuple[ByBuilding, ...], listed, Field("按楼栋")] = ()
    replied: Annotated[QuantityField | None, Field("已答复")] = None
    on_time: Annotated[QuantityField | None, Field("按时答复")] = None
    settled: Annotated[QuantityField | None, Field("已办结")] = None
    under_way: Annotated[QuantityField | None, Field("正在办理")] = None
    adopted: Annotated[QuantityField | None, Field("纳入计划")] = None
    declined: Annotated[QuantityField | None, Field("不采纳")] = None
    reasons: Annotated[tuple[Declined, ...], listed, Field("不采纳的理由")] = ()
    stated: Annotated[tuple[Stated, ...], listed, Field("报告的比率")] = ()
    in_favour: Annotated[QuantityField | None, Field("赞成")] = None
    against: Annotated[QuantityField | None, Field("反对")] = None
    key: Annotated[Flag, Field("要点")] = False
    """Whether its figures stand at the head of the place."""

    text: Annotated[Text, Field("意见")] = ""
    way: Annotated[Way | None, choice(Way), Field("渠道")] = None
    field: Annotated[Text, Field("类别")] = ""
    when: Annotated[WhenField | None, Field("收到时间")] = None
    answered: Annotated[WhenField | None, Field("答复时间")] = None
    due: Annotated[WhenField | None, Field("答复时限")] = None
    outcome: Annotated[Outcome | None, choice(Outcome), Field("结果")] = None
    reply: Annotated[Texts, Field("答复")] = ()
    """What was answered; of one that is not adopted the reason."""
