"""The fields of a decision (决策): steps with evidence and notice rounds, candidates, menu of works, vote, result.

What `settle` gives (the procedure, the last day of each round, from which day the next step is lawful) needs the
settings of the site and its calendar; it is given once, and no file can write it.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.procedure import Matter, Procedure
from noticeboard.records import (
    GIVEN,
    Day,
    Field,
    Flag,
    QuantityField,
    Record,
    Reference,
    Text,
    Texts,
    WhenField,
    Whole,
    choice,
    listed,
)


@dataclass(frozen=True, kw_only=True)
class RoundOpinion:
    """What was said of the plan while it hung, and what it changed, or why it changed nothing."""

    what: Annotated[Text, Field("意见")]
    number: Annotated[QuantityField | None, Field("条数")] = None
    changed: Annotated[Text, Field("因您的意见而改", "changed because of you")] = ""
    reason: Annotated[Text, Field("未采纳原因", "not adopted because")] = ""


@dataclass(frozen=True, kw_only=True)
class Round:
    """One notice round: `from_` to `to`, or a number of days or working days from the day after posting."""

    from_: Annotated[Day | None, Field("公示起", "from")] = None
    to: Annotated[Day | None, Field("公示止")] = None
    days: Annotated[Whole | None, Field("天数")] = None
    working_days: Annotated[Whole | None, Field("工作日数")] = None
    where: Annotated[Texts, Field("张贴处", "posted at")] = ()
    received: Annotated[QuantityField | None, Field("收到意见", "opinions received")] = None
    opinions: Annotated[tuple[RoundOpinion, ...], listed, Field("意见明细")] = ()
    note: Annotated[Text, Field("说明")] = ""
    last: Annotated[date | None, GIVEN] = field(default=None, repr=False)
    """The last day, as written, as counted, or the earliest lawful one; given by `settle`."""
    least: Annotated[date | None, GIVEN] = field(default=None, repr=False)
    """The earliest lawful last day; given by `settle`."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step that was taken, or whose day is set."""

    step: Annotated[Text, Field("步骤")]
    when: Annotated[WhenField | None, Field("时间")] = None
    evidence: Annotated[Texts, Field("材料")] = ()
    number: Annotated[QuantityField | None, Field("数量")] = None
    unit: Annotated[Text, Field("单位")] = ""
    note: Annotated[Text, Field("说明")] = ""
    rounds: Annotated[tuple[Round, ...], listed, Field("公示轮次", "notice rounds")] = ()
    free_from: Annotated[date | None, GIVEN] = field(default=None, repr=False)
    """The first day on which the next step may lawfully be taken; given by `settle`."""

    @property
    def first_day(self) -> date | None:
        """The day on which it begins: its own, or that of its first round."""
        if self.when:
            return self.when.first
        return min((each.from_ for each in self.rounds if each.from_), default=None)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One of those that are compared."""

    name: Annotated[Text, Field("名称")]
    fee: Annotated[Text, Field("报价")] = ""
    offer: Annotated[Text, Field("服务内容", "what it offers")] = ""
    inspected: Annotated[Text, Field("考察情况", "inspection")] = ""
    votes: Annotated[QuantityField | None, Field("得票人数", "votes by persons")] = None
    area: Annotated[QuantityField | None, Field("得票面积", "votes by area")] = None
    chosen: Annotated[Flag, Field("选定")] = False


@dataclass(frozen=True, kw_only=True)
class Work:
    """A work on the menu, how many ordered it, whether it is taken into the plan."""

    what: Annotated[Text, Field("项目")]
    ordered: Annotated[QuantityField | None, Field("点单")] = None
    unit: Annotated[Text, Field("单位")] = "户"
    taken: Annotated[Flag | None, Field("纳入")] = None
    reason: Annotated[Text, Field("未纳入原因")] = ""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Votes counted in one way: by persons, or by area in square metres."""

    total: Annotated[QuantityField, Field("总数")]
    took_part: Annotated[QuantityField, Field("参与")]
    for_: Annotated[QuantityField, Field("同意", "for")]
    against: Annotated[QuantityField | None, Field("反对")] = None
    abstained: Annotated[QuantityField | None, Field("弃权")] = None


@dataclass(frozen=True, kw_only=True)
class Vote:
    """A vote: by persons, and by area where owners vote."""

    persons: Annotated[Tally, Field("人数")]
    area: Annotated[Tally | None, Field("面积")] = None


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """One decision, from the first step to its result."""

    title: Annotated[Text, Field("标题")]
    procedure: Annotated[Text, Field("程序")] = ""
    """Key or name; without one the steps are free."""
    matter: Annotated[Matter | None, choice(Matter), Field("事项类别")] = None
    lead: Annotated[Text, Field("主办")] = ""
    task: Annotated[Reference, Field("事项")] = ""
    steps: Annotated[tuple[Step, ...], listed, Field("步骤")] = ()
    candidates: Annotated[tuple[Candidate, ...], listed, Field("候选")] = ()
    menu: Annotated[tuple[Work, ...], listed, Field("菜单", "menu of works")] = ()
    vote: Annotated[Vote | None, Field("表决")] = None
    result: Annotated[Text, Field("结果")] = ""
    stopped: Annotated[WhenField | None, Field("终止")] = None
    stopped_reason: Annotated[Text, Field("终止原因")] = ""
    reported: Annotated[Flag, Field("据来源转述", "as a source tells it")] = False
    """What a printed source does not say is shown as 来源未注明, and is no mistake."""
    as_of: Annotated[WhenField | None, Field("截至")] = None
    template: Annotated[Procedure | None, GIVEN] = field(default=None, repr=False)
    """The procedure that is named; given by `settle`."""
