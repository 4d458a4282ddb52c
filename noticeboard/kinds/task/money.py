"""The money of the tasks of a place: in all, by payer, by task.

Sums by payer come from the summary and so include the places below; what has been paid by each payer is
known only where all the money is in the place's own tasks. A payer whom no source names is 未注明 and
stands last. Nothing here divides or rounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import Panel
from noticeboard.kinds.task.count import BY_PAYER
from noticeboard.kinds.task.record import Fund, Task
from noticeboard.kinds.task.row import FOLDER, Amount, amount_of, task_url, total_of
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.money import Money, sum_money

PANEL_PAYERS = 8


class PayerRow(NamedTuple):
    """What one payer gives; `payer` is empty where no source names it."""

    payer: str
    amount: Amount
    paid: Amount | None
    href: str


class FundRow(NamedTuple):
    """One payment for one task."""

    title: str
    href: str
    payer: str
    amount: Amount
    paid: Amount | None


@dataclass(frozen=True)
class MoneyView:
    """Money in all, by payer and (on the list page) payment by payment."""

    title: str
    all: tuple[int, str] | None
    total: Amount
    paid: Amount | None
    shows_paid: bool
    payers: tuple[PayerRow, ...]
    lines: tuple[FundRow, ...]
    note: str


def money_view(locality: Locality, page_url: str, *, lines: bool = True) -> MoneyView | None:
    """The money of the place for the page at `page_url`, with or without `lines`; None if there is none."""
    summary, language = locality.summary, locality.language
    if not summary.count("funds"):
        return None
    own = [fund for task in locality.records.of(Task) for fund in task.funds]
    is_complete = total_of(own).fen == summary.count("funds")
    paid = summary.count("funds.paid")
    knows_paid = any(fund.paid is not None for fund in own)
    return MoneyView(
        title=locality.words(Words("资金", "Money")),
        all=None,
        total=amount_of(Money(summary.count("funds")), language),
        paid=amount_of(Money(paid), language) if paid or knows_paid else None,
        shows_paid=is_complete and knows_paid,
        payers=_payers(locality, page_url, own if is_complete else []),
        lines=tuple(_lines(locality, page_url)) if lines else (),
        note=_note(locality, own, is_complete=is_complete),
    )


def _lines(locality: Locality, page_url: str) -> Iterator[FundRow]:
    language = locality.language
    for task in locality.records.of(Task):
        href = relative(page_url, task_url(locality.records.path, task)) if task.funds else ""
        for fund in task.funds:
            paid = amount_of(fund.paid, language) if fund.paid is not None else None
            yield FundRow(task.title, href, fund.payer, amount_of(fund.amount, language), paid)


def money_panel(locality: Locality) -> Iterator[Panel]:
    """The panel of money: the total and at most eight payers."""
    url = locality.records.url
    view = money_view(locality, url, lines=False)
    if view is None:
        return
    count = len(view.payers)
    more = (count, relative(url, locality.url(FOLDER) + "#money")) if count > PANEL_PAYERS else None
    shown = view.payers[:PANEL_PAYERS]
    yield Panel(
        60,
        "panels/money.html",
        MoneyView(view.title, more, view.total, view.paid, view.shows_paid, shown, (), view.note),
    )


def _payers(locality: Locality, page_url: str, own: list[Fund]) -> tuple[PayerRow, ...]:
    """The payers, the largest first and the unnamed last; `own` is empty where paid amounts are not known."""
    href = relative(
        page_url, locality.url(FOLDER) + "#money-lines" if own else locality.url(FOLDER) + "#places"
    )
    counted = sorted(locality.summary.counted(BY_PAYER), key=lambda row: (row[0] == "", -row[1], row[0]))
    paid: dict[str, list[Money]] = {}
    for fund in own:
        if fund.paid is not None:
            paid.setdefault(fund.payer, []).append(fund.paid)
    language = locality.language
    return tuple(
        PayerRow(
            payer,
            amount_of(Money(fen), language),
            amount_of(sum_money(paid[payer]), language) if payer in paid else None,
            href,
        )
        for payer, fen in counted
    )


def _note(locality: Locality, own: list[Fund], *, is_complete: bool) -> str:
    """What must be known to read the paid amounts: money without a word about payment is not in them."""
    if not locality.summary.count("funds.paid"):
        return ""
    if is_complete and all(fund.paid is not None for fund in own):
        return ""
    return locality.words(
        Words("“已付”只计有付款记录的款项", "“Paid” counts only what has a record of payment")
    )
