"""The fields of a rating batch (评价批次) or survey: cards, grades, reported rates; what the grades are shares of."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.kinds.by_building import ByBuilding
from noticeboard.records import (
    Choice,
    Field,
    QuantityField,
    Record,
    Reference,
    Text,
    WhenField,
    choice,
    listed,
)
from noticeboard.values.quantity import Quantity


class Sort(Choice):
    """How people were asked."""

    CARDS = "cards", "点评卡", "comment cards"
    SURVEY = "survey", "问卷调查", "survey"
    VOTE = "vote", "现场测评", "vote at a meeting"


@dataclass(frozen=True, kw_only=True)
class Graded:
    """How many gave one grade."""

    grade: Annotated[Text, Field("等级")]
    count: Annotated[QuantityField, Field("票数")]


@dataclass(frozen=True, kw_only=True)
class Reported:
    """A rate as the source reports it, without numbers."""

    what: Annotated[Text, Field("名称")]
    rate: Annotated[QuantityField, Field("比率")]


@dataclass(frozen=True, kw_only=True)
class Batch(Record):
    """One batch of cards or one survey."""

    title: Annotated[Text, Field("标题")]
    sort: Annotated[Sort, choice(Sort), Field("方式")] = Sort.CARDS
    task: Annotated[Reference, Field("事项")] = ""
    asked: Annotated[QuantityField | None, Field("调查对象", "asked")] = None
    """How many are concerned: the base of a survey."""
    issued: Annotated[QuantityField | None, Field("发出")] = None
    returned: Annotated[QuantityField | None, Field("收回")] = None
    valid: Annotated[QuantityField | None, Field("有效")] = None
    by_grade: Annotated[tuple[Graded, ...], listed, Field("各等级")] = ()
    by_building: Annotated[tuple[ByBuilding, ...], listed, Field("按楼栋")] = ()
    """How many came back from each building; never what they say."""
    reported: Annotated[tuple[Reported, ...], listed, Field("报告的比率")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None


def base_of(batch: Batch) -> Quantity | None:
    """What the grades are shares of: the valid cards, or else those that came back."""
    return batch.valid or batch.returned
