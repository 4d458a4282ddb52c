"""Fund statements as pages show them: the latest on the page of the place, all on a page of their own.

Fund ─ sums_of ▶ figures, lines by source and payer, notes ─▶ Section ─▶ panel, page
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    FigureLine,
    Figures,
    Lines,
    Linked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.fund.record import Expense, Fund, Income
from noticeboard.kinds.fund.sums import balance_text, differences, received_of, sums_of, unit_cost
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.money import Money
from noticeboard.values.partial_date import PartialDate

FOLDER, ORDER = "funds", 62
TITLE = Words("收支公示", "Fund statements")
INCOME, EXPENSE = Words("收入", "Income"), Words("支出", "Expense")
OPENING = Words("上期结余", "Brought forward")
NOT_STATED = Words("未注明", "not stated")
PLEDGED = Words("另有{}已认缴未到账", "{} more is pledged and not yet paid in")
AUDITED = Words("{}审核", "looked at by {}")
BASIS = Words("时间、依据", "Date, basis")
EACH = Words("每{unit}{cost}", "{cost} a {unit}")
ABOUT = Words("约", "about ")


def panels(locality: Locality) -> Iterator[Panel]:
    """The latest statement, and the way to the others."""
    funds = in_order(locality.records.of(Fund))
    if funds:
        url = locality.records.url
        more = (len(funds), relative(url, locality.url(FOLDER))) if len(funds) > 1 else None
        yield Panel(ORDER, PANEL_TEMPLATE, section(locality, funds[0], url, "funds", more))


def pages(locality: Locality) -> Iterator[Page]:
    """All statements of the place, the latest first."""
    funds = in_order(locality.records.of(Fund))
    if not funds:
        return
    url = locality.url(FOLDER)
    sections = tuple(
        section(locality, fund, url, fund.id or f"fund-{number}") for number, fund in enumerate(funds, 1)
    )
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, locality.words(TITLE)), sections))


def in_order(funds: tuple[Fund, ...]) -> tuple[Fund, ...]:
    """The statements, the latest first; those without a day last, as they stand in the file."""
    days = [day_of(fund) for fund in funds]
    ranked = sorted(range(len(funds)), key=lambda n: -day.last.toordinal() if (day := days[n]) else 0)
    return tuple(funds[n] for n in ranked)


def day_of(fund: Fund) -> PartialDate | None:
    """The last day that a statement speaks of."""
    return fund.as_of or (fund.period.end if fund.period else None)


def section(
    locality: Locality, fund: Fund, page_url: str, anchor: str, more: tuple[int, str] | None = None
) -> Section:
    """One statement: sums, lines by source and payer, what does not add up."""
    words = locality.words
    blocks: list[Block] = [Figures(tuple(figures(locality, fund)))]
    if fund.income:
        blocks.append(
            _table(words(INCOME), income_columns(locality), [_income(locality, each) for each in fund.income])
        )
    if fund.expense:
        rows = [_expense(locality, each, page_url) for each in fund.expense]
        blocks.append(_table(words(EXPENSE), expense_columns(locality), rows))
    said = tuple(notes(locality, fund))
    if said:
        blocks.append(Notes(said))
    if fund.audited:
        blocks.append(Lines((words(AUDITED).format(fund.audited),)))
    return Section(
        fund.title,
        anchor,
        tuple(blocks),
        more,
        sources=sources_of(locality, (fund,), page_url),
    )


def figures(locality: Locality, fund: Fund) -> Iterator[FigureLine]:
    """What came in, what was spent, what is left."""
    sums, language, words = sums_of(fund), locality.language, locality.words
    when = day_of(fund)
    as_of = when.text(language) if when else ""
    period = fund.period.text(language) if fund.period else ""
    if fund.opening is not None:
        yield FigureLine(words(OPENING), fund.opening.text(language))
    yield FigureLine(words(INCOME), sums.received.text(language), base=period)
    yield FigureLine(words(EXPENSE), sums.spent.text(language), base=period)
    name, amount = balance_text(sums.balance)
    yield FigureLine(words(name), amount.text(language), as_of=as_of)


def notes(locality: Locality, fund: Fund) -> Iterator[str]:
    """What must be known to read the sums."""
    sums, language, words = sums_of(fund), locality.language, locality.words
    if sums.pledged.fen > sums.received.fen:
        yield words(PLEDGED).format(Money(sums.pledged.fen - sums.received.fen).text(language))
    yield from (found.to(language) for _, found in differences(fund))
    if fund.note:
        yield fund.note


def income_columns(locality: Locality) -> tuple[Column, ...]:
    """Headings of the lines of income."""
    words = locality.words
    return (
        (words(Words("来源", "Source")), "text"),
        (words(Words("出资方", "Payer")), "text"),
        (words(BASIS), "text"),
        (words(Words("到账", "Paid in")), "number"),
    )


def expense_columns(locality: Locality) -> tuple[Column, ...]:
    """Headings of the lines of expense."""
    words = locality.words
    return (
        (words(Words("用途", "Spent on")), "text"),
        (words(Words("收款方", "Payee")), "text"),
        (words(BASIS), "text"),
        (words(Words("单价", "Unit cost")), "number"),
        (words(Words("金额", "Amount")), "number"),
    )


def _table(title: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]]) -> Table:
    return Table(title, columns, tuple(rows))


def _income(locality: Locality, line: Income) -> tuple[Cell, ...]:
    payer = line.payer or locality.words(NOT_STATED)
    return (line.what, payer, _basis(locality, line), received_of(line).text(locality.language))


def _expense(locality: Locality, line: Expense, page_url: str) -> tuple[Cell, ...]:
    target = locality.target(line.task, "task") if line.task else None
    what: Cell = Linked(line.what, relative(page_url, target.url)) if target else line.what
    amount = line.amount.text(locality.language)
    return (what, line.payee, _basis(locality, line), cost_text(locality, line), amount)


def _basis(locality: Locality, line: Income | Expense) -> str:
    """Day and document of a line."""
    when = line.when.text(locality.language) if line.when else ""
    return locality.words(Words("，", ", ")).join(part for part in (when, line.basis) if part)


def cost_text(locality: Locality, line: Expense) -> str:
    """The cost of one unit: 每个1,000元; empty where it is not known."""
    cost = unit_cost(line)
    if cost is None:
        return ""
    amount, is_rounded = cost
    about = locality.words(ABOUT) if is_rounded else ""
    return locality.words(EACH).format(unit=line.unit, cost=about + amount.text(locality.language))
