"""The sums of a statement, to the fen, and where what is stated differs from them.

Income counts as it was paid in; what is pledged and not yet paid is said beside it and never part of the balance.
A statement that spends more than it has is a deficit (超支), not a negative amount.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.kinds.fund.record import Expense, Fund, Income
from noticeboard.languages import Words
from noticeboard.values.money import Money, per_unit, sum_money
from noticeboard.values.quantity import Hedge

W_FUND_SUM = code("W-FUND-SUM", "收支写明的合计与逐笔相加不符", "a stated sum that its lines do not make")
E_FUND_PAID = code("E-FUND-PAID", "到账多于应收", "more paid in than was pledged")
E_FUND_EMPTY = code("E-FUND-EMPTY", "收支公示里一笔也没有", "a fund statement without a line")


INCOME, EXPENSE, LEFT = Words("收入", "income"), Words("支出", "expense"), Words("结余", "balance")


class Sums(NamedTuple):
    """All sums of a statement; `balance` is what is left, in fen, and negative where more was spent."""

    pledged: Money
    received: Money
    spent: Money
    balance: int


def received_of(line: Income) -> Money:
    """What has come in of one line: all of it where nothing else is said."""
    return line.amount if line.paid is None else line.paid


def sums_of(fund: Fund) -> Sums:
    """The sums of the lines, and the balance with what was there before."""
    pledged = sum_money(line.amount for line in fund.income)
    received = sum_money(received_of(line) for line in fund.income)
    spent = sum_money(line.amount for line in fund.expense)
    before = fund.opening.fen if fund.opening else 0
    return Sums(pledged, received, spent, before + received.fen - spent.fen)


def unit_cost(line: Expense) -> tuple[Money, bool] | None:
    """The cost of one unit and whether it is rounded; None where no exact number of units is known."""
    if line.number is None or line.number.hedge is not Hedge.EXACT or not line.number.value:
        return None
    cost, is_exact = per_unit(line.amount, line.number.value)
    return cost, not is_exact


def differences(fund: Fund) -> Iterator[tuple[str, Words]]:
    """The field of every stated sum that its lines do not make, and what the page says of it."""
    sums = sums_of(fund)
    made = (
        ("income_total", fund.income_total, sums.received.fen, INCOME),
        ("expense_total", fund.expense_total, sums.spent.fen, EXPENSE),
        ("closing", fund.closing, sums.balance, LEFT),
    )
    for key, stated, fen, name in made:
        if stated is not None and stated.fen != fen:
            yield key, _difference(name, fen, stated)


def _difference(name: Words, fen: int, stated: Money) -> Words:
    minus = Words("负", "minus ") if fen < 0 else Words("", "")
    made, apart = Money(abs(fen)), Money(abs(stated.fen - fen))
    return Words(
        f"{name.zh}逐笔合计{minus.zh}{made.exact('zh')}，写作{stated.exact('zh')}，相差{apart.exact('zh')}",
        f"the lines of {name.en} make {minus.en}{made.exact('en')}, it is stated as {stated.exact('en')}",
    )


def check(fund: Fund) -> Iterator[Diagnostic]:
    """What is wrong with one statement: sums that do not add up, more paid than pledged, no line at all."""
    for key, words in differences(fund):
        yield Diagnostic(
            W_FUND_SUM,
            words,
            Words(
                "核对每一笔；来源就是这样写的就保留，页面会注明",
                "check every line; if the source says so keep it, and the page says so too",
            ),
            fund.origin.at(key),
        )
    for index, line in enumerate(fund.income):
        if line.paid is not None and line.paid.fen > line.amount.fen:
            yield Diagnostic(
                E_FUND_PAID,
                Words(
                    f"到账{line.paid.exact('zh')}，多于金额{line.amount.exact('zh')}",
                    f"{line.paid.exact('en')} paid in of {line.amount.exact('en')}",
                ),
                Words(
                    "核对两个数；多到的另写一笔",
                    "check both; write what came in besides as a line of its own",
                ),
                fund.origin.at("income", index, "paid"),
            )
    if not fund.income and not fund.expense:
        yield Diagnostic(
            E_FUND_EMPTY,
            Words(f"“{fund.title}”里没有收入也没有支出", f"“{fund.title}” has neither income nor expense"),
            Words(
                "至少写一笔 income（收入）或 expense（支出）", "write at least one line of income or expense"
            ),
            fund.origin,
        )


def balance_text(fen: int) -> tuple[Words, Money]:
    """How a balance is called and its amount: 结余 or 超支."""
    return (Words("结余", "Left"), Money(fen)) if fen >= 0 else (Words("超支", "Overspent"), Money(-fen))
