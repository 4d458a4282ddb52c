"""The fields of a partner (联建单位): one unit or several at once, what they do together, what can be borrowed.

A source that tells of seven units and names two is one record: `units: 7`, `named` has the two. No unit is made up.
"""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Day,
    Field,
    Flag,
    PeriodField,
    Phone,
    QuantityField,
    Record,
    Text,
    Texts,
    WhenField,
    choice,
    listed,
)


class JointWork(Choice):
    """The eight headings of joint work."""

    PARTY = "party", "党建工作共建", "party building"
    MAJOR = "major", "重大任务联手", "major tasks"
    MEMBERS = "members", "党员管理联抓", "party members"
    EVENTS = "events", "主题活动联搞", "themed events"
    CIVILITY = "civility", "精神文明联创", "civic spirit"
    WELFARE = "welfare", "公益事业联办", "public welfare"
    CULTURE = "culture", "文化联谊", "culture"
    SERVICES = "services", "社区服务联帮", "community services"


class ResourceKind(Choice):
    """The four kinds of resources."""

    PEOPLE = "people", "人员", "people"
    TECHNOLOGY = "technology", "技术", "technology"
    FUNDS = "funds", "资金", "funds"
    PLACES = "places", "场地和设备", "places and equipment", ("场地", "设备", "场地设备")


class Sharing(Choice):
    """The three ways of sharing."""

    PLACES = "places", "场地共享", "places", ("场地",)
    ACTIVITIES = "activities", "活动共办", "activities", ("活动",)
    WORKS = "works", "工程共建", "works", ("工程",)


class Availability(Choice):
    """Whether a resource can be had now."""

    FREE = "free", "可借用", "available"
    LENT = "lent", "已借出", "lent"
    PAUSED = "paused", "暂停借用", "not lent at present"


Ways = Annotated[tuple[Annotated[Sharing, choice(Sharing)], ...], listed]


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One thing to share: of which kind, how many, when, on which number; of some only the kind is known."""

    kind: Annotated[ResourceKind, choice(ResourceKind), Field("种类")]
    what: Annotated[Text, Field("资源")] = ""
    number: Annotated[QuantityField | None, Field("数量")] = None
    unit: Annotated[Text, Field("单位")] = ""
    ways: Annotated[Ways, Field("共享方式")] = ()
    hours: Annotated[Text, Field("可用时间")] = ""
    state: Annotated[Availability, choice(Availability), Field("状态")] = Availability.FREE
    back: Annotated[Day | None, Field("预计归还")] = None
    terms: Annotated[Text, Field("借用办法")] = ""
    office_phone: Annotated[Phone, Field("办公电话")] = ""


@dataclass(frozen=True, kw_only=True)
class Partner(Record):
    """One unit, or as many as a source tells of at once."""

    name: Annotated[Text, Field("单位名称")] = ""
    units: Annotated[QuantityField | None, Field("家数")] = None
    named: Annotated[Texts, Field("写明名称")] = ()
    sort: Annotated[Text, Field("类别")] = ""
    headings: Annotated[
        tuple[Annotated[JointWork, choice(JointWork)], ...],
        listed,
        Field("联建内容", "headings of joint work"),
    ] = ()
    agreement: Annotated[Flag | None, Field("签订协议")] = None
    term: Annotated[PeriodField | None, Field("协议期限")] = None
    matters: Annotated[QuantityField | None, Field("办理事项")] = None
    examples: Annotated[Texts, Field("事项举例")] = ()
    resources: Annotated[tuple[Resource, ...], listed, Field("资源登记")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None
