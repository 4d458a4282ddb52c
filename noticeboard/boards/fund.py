"""收支公示: the latest fund statement of a place, with the sums of its page, every line and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, headed, lay_out_document
from noticeboard.boards.document_blocks import (
    Block,
    BoardCell,
    BoardColumn,
    Grid,
    GridRow,
    Text,
    Title,
    Total,
    Totals,
)
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.kinds.fund import Expense, Fund, Income
from noticeboard.kinds.fund.sums import received_of
from noticeboard.kinds.fund.view import (
    AUDITED,
    EXPENSE,
    INCOME,
    NOT_STATED,
    cost_text,
    day_of,
    figures,
    in_order,
    notes,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality

KIND = BoardKind(
    "fund",
    Words("收支公示", "fund statement"),
    TEMPLATE,
    ("a3-portrait", "a4-portrait"),
    Words(
        "收入、支出、结余，逐笔的出资方、用途、依据",
        "income, expense and balance, line by line, with payer and basis",
    ),
)
WHAT, WHEN = Words("事项", "Item"), Words("时间、依据", "Date, basis")
WHO, AMOUNT = Words("出资方、收款方", "Payer, payee"), Words("金额", "Amount")


def fund_boards(locality: Locality) -> Iterator[BoardSubject]:
    """The latest statement."""
    funds = in_order(locality.records.of(Fund))
    if not funds:
        return
    fund = funds[0]
    title, above = headed(fund.title, locality.words(KIND.words))
    yield BoardSubject(
        key=KIND.key,
        kind=KIND,
        title=title,
        band="plain",
        date=day_of(fund),
        issuer="",
        content=DocumentBoard((*above, *_blocks(locality, fund))),
        lay_out=lay_out,
        origin=fund.origin,
    )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(locality: Locality, fund: Fund) -> Iterator[Block]:
    lines = tuple(figures(locality, fund))
    base = next((line.base for line in lines if line.base), "")
    yield Totals(tuple(Total(line.label, line.value) for line in lines), base)
    columns = (
        BoardColumn(locality.words(WHAT), 35),
        BoardColumn(locality.words(WHO), 20),
        BoardColumn(locality.words(WHEN), 25),
        BoardColumn(locality.words(AMOUNT), 20, right=True, whole=True),
    )
    for title, rows in (
        (
            INCOME,
            [_income(locality, line, fund.origin.at("income", n)) for n, line in enumerate(fund.income)],
        ),
        (
            EXPENSE,
            [_expense(locality, line, fund.origin.at("expense", n)) for n, line in enumerate(fund.expense)],
        ),
    ):
        if rows:
            yield Title(locality.words(title))
            yield Grid(columns, tuple(rows))
    for text in notes(locality, fund):
        yield Text(text)
    if fund.audited:
        yield Text(locality.words(AUDITED).format(fund.audited))


def _income(locality: Locality, line: Income, origin: Origin) -> GridRow:
    payer = line.payer or locality.words(NOT_STATED)
    return _row(locality, line.what, "", payer, line, received_of(line).text(locality.language), origin)


def _expense(locality: Locality, line: Expense, origin: Origin) -> GridRow:
    cost = cost_text(locality, line)
    return _row(locality, line.what, cost, line.payee, line, line.amount.text(locality.language), origin)


def _row(
    locality: Locality, what: str, more: str, who: str, line: Income | Expense, amount: str, origin: Origin
) -> GridRow:
    when = line.when.text(locality.language) if line.when else ""
    below = (line.basis,) if when and line.basis else ()
    return GridRow(
        (
            BoardCell(what, (more,) if more else ()),
            BoardCell(who, small=True),
            BoardCell(when or line.basis, below, small=True),
            BoardCell(amount, bold=True),
        ),
        origin,
    )
