"""民生台账: what the ledger shows of the tasks of a place; its totals are those of the page of tasks."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards import ledger
from noticeboard.boards.fills.heading import capital, date_of
from noticeboard.boards.fills.tasks import (
    UNKNOWN_PAYER,
    note_of,
    result_text,
    state_of,
    state_word,
    totals_of,
)
from noticeboard.boards.ledger import Piece
from noticeboard.boards.subject import BoardSubject
from noticeboard.kinds.task import KIND as TASK
from noticeboard.kinds.task import Task
from noticeboard.kinds.task.money import money_view
from noticeboard.kinds.task.result import rating_view
from noticeboard.kinds.task.row import in_order
from noticeboard.languages import Words
from noticeboard.locality import Locality

PAYERS = 8
"""As many payers are named above the rows; each row names its own."""
BY_PAYER = Words("投入按出资方：{}", "Spent, by payer: {}")
OTHERS = Words("其余{n}家见各项", "{n} more in the rows")
PAID = Words("已付 {}", "{} paid")
ALL_PAID = Words("合计已付{}", "paid in all {}")
CHANNEL = Words("渠道：{}", "through {}")
BENEFIT = Words("受益：{}", "benefits {}")
REASON = Words("理由：{}", "reason: {}")
DATES = (
    ("requested", Words("提出 {}", "asked {}")),
    ("started", Words("开工 {}", "started {}")),
    ("due", Words("时限 {}", "due {}")),
    ("finished", Words("完成 {}", "done {}")),
)
AS_OF = Words("截至{date}", "as of {date}")
SEMICOLON = Words("；", "; ")
LIST = Words("、", ", ")


def ledger_boards(locality: Locality) -> Iterator[BoardSubject]:
    """民生台账: the place's own tasks and those it shares, a row each."""
    own = locality.records.of(Task)
    tasks = (*own, *(task for task, _ in locality.shared_of(Task)))
    if not tasks:
        return
    kind, date = ledger.KIND, date_of(locality, TASK, tasks)
    day = date.text(locality.language) if date else ""
    notes = (_by_payer(locality), _base(locality, day, len(own), len(tasks) - len(own)))
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=capital(locality.words(kind.words)),
        band="plain",
        date=date,
        issuer="",
        content=ledger.LedgerBoard(
            totals=tuple(totals_of(locality)),
            notes=tuple(note for note in notes if note),
            rows=tuple(_row(locality, task) for task in in_order(tasks, locality.today)),
        ),
        lay_out=ledger.lay_out,
    )


def _base(locality: Locality, date: str, own: int, shared: int) -> str:
    """As of which day, and which tasks the rows are where they are not exactly those of the totals."""
    as_of = locality.words(AS_OF).format(date=date) if date else ""
    return locality.words(SEMICOLON).join(part for part in (as_of, note_of(locality, own, shared)) if part)


def _by_payer(locality: Locality) -> str:
    """The money by payer as the page of tasks has it."""
    money = money_view(locality, locality.url("tasks"), lines=False)
    if money is None:
        return ""
    unknown = locality.words(UNKNOWN_PAYER)
    payers = [f"{row.payer or unknown} {row.amount.text}" for row in money.payers[:PAYERS]]
    if len(money.payers) > PAYERS:
        payers.append(locality.words(OTHERS).format(n=len(money.payers) - PAYERS))
    separator = locality.words(SEMICOLON)
    said = locality.words(BY_PAYER).format(separator.join(payers))
    parts = [said]
    if money.paid is not None:
        parts.append(locality.words(ALL_PAID).format(money.paid.text))
        if money.note:
            parts.append(money.note)
    return separator.join(parts)


def _row(locality: Locality, task: Task) -> ledger.LedgerRow:
    words = locality.words
    channel = (Piece(words(CHANNEL).format(task.channel)),) if task.channel else ()
    reason = words(REASON).format(task.reason) if task.reason else ""
    lead = words(LIST).join(task.lead)
    return ledger.LedgerRow(
        title=task.title,
        more=words(SEMICOLON).join(
            text
            for text in (task.field, result_text(locality, task), _benefit(locality, task), reason)
            if text
        ),
        asked=((Piece(task.asked_by),) if task.asked_by else ()) + channel,
        lead=(Piece(lead),) if lead else (),
        dates=tuple(_dates(locality, task)),
        funds=tuple(_funds(locality, task)),
        state=state_of(locality, task),
        state_text=state_word(locality, task),
        rating=tuple(_rating(locality, task)),
        origin=task.origin,
    )


def _benefit(locality: Locality, task: Task) -> str:
    language = locality.language
    parts = [f"{each.what}{each.number.text(language)}{each.unit}" for each in task.beneficiaries]
    return locality.words(BENEFIT).format(locality.words(LIST).join(parts)) if parts else ""


def _dates(locality: Locality, task: Task) -> Iterator[Piece]:
    for name, label in DATES:
        when = getattr(task, name)
        if when is not None:
            yield Piece(locality.words(label).format(when.text(locality.language)), figure=True)


def _funds(locality: Locality, task: Task) -> Iterator[Piece]:
    language = locality.language
    for fund in task.funds:
        yield Piece(fund.amount.text(language), figure=True, bold=True)
        yield Piece(fund.payer or locality.words(UNKNOWN_PAYER))
        if fund.paid is not None:
            yield Piece(locality.words(PAID).format(fund.paid.text(language)))


def _rating(locality: Locality, task: Task) -> Iterator[Piece]:
    """The share of the first grade with its base and day, or how many cards came back."""
    if task.rating is None:
        return
    view = rating_view(task.rating, locality.language)
    if view.figure is None:
        if view.returned:
            yield Piece(view.returned)
        return
    yield Piece(f"{view.figure.label} {view.figure.value}", figure=True, bold=True)
    yield Piece(view.figure.base, figure=True)
    if view.figure.as_of:
        yield Piece(locality.words(AS_OF).format(date=view.figure.as_of))
