"""The fields of a fund statement (收支公示): what came in from whom, what was spent on what, and what is left."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Field,
    MoneyField,
    PeriodField,
    QuantityField,
    Record,
    Reference,
    Text,
    WhenField,
    listed,
)


@dataclass(frozen=True, kw_only=True)
class Income:
    """Money that came in: from which source, from which payer, how much is pledged and how much is paid."""

    what: Annotated[Text, Field("来源")]
    payer: Annotated[Text, Field("出资方")] = ""
    """Empty where the source does not name it: shown as 未注明."""
    amount: Annotated[MoneyField, Field("金额")]
    paid: Annotated[MoneyField | None, Field("到账")] = None
    """All of it where nothing is said."""
    when: Annotated[WhenField | None, Field("时间")] = None
    basis: Annotated[Text, Field("依据")] = ""


@dataclass(frozen=True, kw_only=True)
class Expense:
    """Money that was spent: on what, to whom, for how many units of what."""

    what: Annotated[Text, Field("用途")]
    payee: Annotated[Text, Field("收款方")] = ""
    amount: Annotated[MoneyField, Field("金额")]
    number: Annotated[QuantityField | None, Field("数量")] = None
    unit: Annotated[Text, Field("单位")] = ""
    when: Annotated[WhenField | None, Field("时间")] = None
    basis: Annotated[Text, Field("依据")] = ""
    task: Annotated[Reference, Field("事项")] = ""


@dataclass(frozen=True, kw_only=True)
class Fund(Record):
    """One statement: a fund over a period, its lines, and what the source states as sums, if it does."""

    title: Annotated[Text, Field("标题")]
    period: Annotated[PeriodField | None, Field("期间")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None
    opening: Annotated[MoneyField | None, Field("上期结余")] = None
    income: Annotated[tuple[Income, ...], listed, Field("收入")] = ()
    expense: Annotated[tuple[Expense, ...], listed, Field("支出")] = ()
    income_total: Annotated[MoneyField | None, Field("收入合计")] = None
    expense_total: Annotated[MoneyField | None, Field("支出合计")] = None
    closing: Annotated[MoneyField | None, Field("期末结余")] = None
    audited: Annotated[Text, Field("审核")] = ""
    """By whom it was looked at: 监督小组."""
