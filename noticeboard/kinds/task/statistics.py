"""The tasks of a place and of those below, broken down: by state, field, channel and period; their money by payer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.document import FigureLine
from noticeboard.kinds.breakdown import Column, breakdown, by_choice, by_size
from noticeboard.kinds.periods import by_period
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.task.count import ASKED_IN, BY_CHANNEL, BY_FIELD, BY_PAYER, DONE_IN, PAID_BY
from noticeboard.kinds.task.list import split_unit
from noticeboard.kinds.task.record import Task, TaskState
from noticeboard.kinds.task.row import FOLDER, IMPORTANCE, LIST_TITLE
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.records import Choice
from noticeboard.statistic import Breakdown, Statistic
from noticeboard.values.money import Money
from noticeboard.values.quantity import Quantity

COUNT, UNIT = Words("件数", "Tasks"), Words("项", "")
BY_STATE, STATE = Words("按状态", "By state"), Words("状态", "State")
OF_FIELD, FIELD = Words("按类别", "By field"), Words("类别", "Field")
OF_CHANNEL, CHANNEL = Words("按渠道", "By channel"), Words("渠道", "Channel")
IN_TIME = Words("按时间", "By period")
ASKED, DONE = Words("提出", "Asked for"), Words("完成", "Done")
DONE_RATE = Words("已完成所占比例", "Share that is done")
SAID = Words(
    "计入本站登记的民生实事，包括下级各处；几个楼院共有的一项只计一次；进展未注明的不算进完成比例。",
    "Practical tasks recorded on this site, those of the places below too; one shared by several compounds counts "
    "once; the share that is done leaves out tasks whose progress is not stated.",
)
PERIOD_SAID = Words(
    "“提出”按提出时间计全部事项，“完成”按完成时间只计已完成的；时间写得不够细的，单列一行。",
    "“Asked for” counts all tasks by the day they were asked for, “done” those that are done by the day they were "
    "finished; dates that are not so exact have a row of their own.",
)
SHARED = Words(
    "另有{n}项由上级牵头、与其他楼院共有，计入上级的数字，这里不再计。",
    "{n} more, shared with other compounds, are counted at the place above and not here.",
)
MONEY_TITLE = Words("民生实事资金", "Money for practical tasks")
PLEDGED, PAID = Words("应付", "Pledged"), Words("已付", "Paid")
OF_PAYER, PAYER = Words("按出资方", "By payer"), Words("出资方", "Payer")
MONEY_SAID = Words(
    "计入写明金额的资金；没有写金额的事项不计，来源没有写出资方的列为“未注明”。",
    "Money whose amount is stated; tasks without an amount are left out, a payer whom no source names is "
    "“not stated”.",
)
PAID_SAID = Words("“已付”只计有付款记录的款项。", "“Paid” counts only what has a record of payment.")


def statistics(locality: Locality) -> Iterator[Statistic]:
    """The tasks, and their money."""
    total, shared = locality.summary.count("tasks"), len(locality.shared_of(Task))
    if total or shared:
        yield _tasks(locality, total, shared)
    if locality.summary.count("funds"):
        yield _money(locality)


def _tasks(locality: Locality, total: int, shared: int) -> Statistic:
    words = locality.words
    return Statistic(
        folder=FOLDER,
        order=10,
        title=words(LIST_TITLE),
        counted=total,
        said=words(SAID),
        as_of=locality.as_of("task"),
        figures=tuple(_figures(locality, total)),
        breakdowns=(*_by_key(locality, total), *_by_period(locality, total)),
        notes=(words(SHARED).format(n=shared),) if shared else (),
    )


def _figures(locality: Locality, total: int) -> Iterator[FigureLine]:
    words, as_of = locality.words, locality.as_of("task")
    yield FigureLine(words(LIST_TITLE), f"{total:,}", words(UNIT), "", as_of)
    stated = total - locality.summary.count("tasks.unstated")
    if stated:
        part, whole = (Quantity(Decimal(n)) for n in (locality.summary.count("tasks.done"), stated))
        line = rate_line(words(DONE_RATE), part, whole, locality.language, unit=words(UNIT), as_of=as_of)
        yield from (line,) if line else ()


def _by_key(locality: Locality, total: int) -> Iterator[Breakdown]:
    state = Column(COUNT, "tasks.", total)
    own = [task.state for task in locality.records.of(Task)]

    def rows_of(each: Choice, count: int) -> str:
        return f"{locality.url(FOLDER)}#{each.value if own.count(each) == count else 'places'}"  # type: ignore[arg-type]  # the choices are states

    parts = by_choice(locality, state, IMPORTANCE, strong=TaskState.DONE, url=rows_of)
    yield from breakdown(locality, BY_STATE, STATE, (state,), parts)
    for title, heading, prefix in ((OF_FIELD, FIELD, BY_FIELD), (OF_CHANNEL, CHANNEL, BY_CHANNEL)):
        column = Column(COUNT, prefix, total)
        yield from breakdown(locality, title, heading, (column,), by_size(locality, (column,)))


def _by_period(locality: Locality, total: int) -> Iterator[Breakdown]:
    columns = (Column(ASKED, ASKED_IN, total), Column(DONE, DONE_IN, locality.summary.count("tasks.done")))
    yield from by_period(locality, IN_TIME, columns, PERIOD_SAID)


def _money(locality: Locality) -> Statistic:
    words, summary = locality.words, locality.summary
    pledged, paid = summary.count("funds"), summary.count("funds.paid")
    columns = [Column(PLEDGED, BY_PAYER, pledged), *([Column(PAID, PAID_BY, paid)] if paid else [])]
    parts = by_size(locality, columns)
    as_of = locality.as_of("task")
    lines = ((PLEDGED, pledged), *(((PAID, paid),) if paid else ()))
    return Statistic(
        folder=FOLDER,
        key="money",
        order=20,
        title=words(MONEY_TITLE),
        counted=0,
        said=words(MONEY_SAID) + (words(PAID_SAID) if paid else ""),
        as_of=as_of,
        figures=tuple(
            FigureLine(words(label), *split_unit(Money(fen).text(locality.language)), "", as_of)
            for label, fen in lines
        ),
        breakdowns=breakdown(locality, OF_PAYER, PAYER, columns, parts, money=True),
    )
