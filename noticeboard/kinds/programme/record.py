"""The fields of a programme (工作法、专项行动): its name, its parts, the records that carry each part out."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.kinds.tone import Tone
from noticeboard.records import (
    Choice,
    Field,
    PeriodField,
    Record,
    References,
    Text,
    Texts,
    WhenField,
    choice,
    listed,
)


class Sort(Choice):
    """What sort of programme it is."""

    METHOD = "method", "工作法", "method", ("方法", "模式")
    CAMPAIGN = "campaign", "专项行动", "campaign"
    BRAND = "brand", "品牌", "brand"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part: its name, what it says, its colour, the tasks, activities and joint projects that belong to it."""

    name: Annotated[Text, Field("名称")]
    words: Annotated[Text, Field("内容")] = ""
    colour: Annotated[Tone | None, choice(Tone), Field("颜色")] = None
    records: Annotated[References, Field("对应记录")] = ()


@dataclass(frozen=True, kw_only=True)
class Programme(Record):
    """One named method; parts that a source does not tell are left out."""

    title: Annotated[Text, Field("名称")]
    sort: Annotated[Sort, choice(Sort), Field("种类")] = Sort.METHOD
    about: Annotated[Text, Field("说明")] = ""
    by: Annotated[Texts, Field("发起单位")] = ()
    period: Annotated[PeriodField | None, Field("期间")] = None
    parts: Annotated[tuple[Part, ...], listed, Field("组成部分")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None
