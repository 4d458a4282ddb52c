"""The fields of a joint project (联建项目) and its rules; how many projects a record stands for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.partner import Ways
from noticeboard.languages import Words
from noticeboard.records import (
    Field,
    Flag,
    PeriodField,
    QuantityField,
    Record,
    References,
    Text,
    Texts,
    WhenField,
)
from noticeboard.values.quantity import Quantity

E_JOINT_NAMED = code("E-JOINT-NAMED", "列名的联建项目多于总数", "more joint projects named than there are")
W_JOINT_RESULT = code("W-JOINT-RESULT", "写了结果，没有写时间", "a joint project with a result and no dates")
ONE, COUNT = Quantity(Decimal(1)), "joint_projects"


@dataclass(frozen=True, kw_only=True)
class JointProject(Record):
    """One project, or as many as a source tells of at once."""

    title: Annotated[Text, Field("标题")]
    number: Annotated[QuantityField | None, Field("个数")] = None
    named: Annotated[Texts, Field("列名")] = ()
    ways: Annotated[Ways, Field("共享方式")] = ()
    partners: Annotated[References, Field("联建单位")] = ()
    by: Annotated[Texts, Field("参与单位")] = ()
    """Units that are no records here."""
    compounds: Annotated[QuantityField | None, Field("涉及楼院")] = None
    period: Annotated[PeriodField | None, Field("期间")] = None
    result: Annotated[Text, Field("结果")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None
    key: Annotated[Flag, Field("要点")] = False


def check(project: JointProject) -> Iterator[Diagnostic]:
    """More named than there are, a result without dates, names of residents."""
    most = project.number.interval().upper if project.number else None
    if most is not None and len(project.named) > most:
        yield Diagnostic(
            E_JOINT_NAMED,
            Words(
                f"列名{len(project.named)}个，总数只有{number_of(project).text('zh')}个",
                f"{len(project.named)} named of {number_of(project).text('en')}",
            ),
            Words("核对个数和列名", "check the number and the names"),
            project.origin.at("named"),
        )
    if project.result and not (project.period or project.as_of):
        yield Diagnostic(
            W_JOINT_RESULT,
            Words(f"“{project.title}”写了结果，没有写时间", f"“{project.title}” has a result and no dates"),
            Words("加上期间或截至", "add period or as_of"),
            project.origin.at("result"),
        )
    texts = (("title", project.title), ("result", project.result), ("note", project.note))
    yield from nameless([((key,), text) for key, text in texts], project.origin)


def number_of(project: JointProject) -> Quantity:
    """How many projects a record stands for."""
    return project.number or ONE
