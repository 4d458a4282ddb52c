"""Fund statements (收支公示): the declaration that joins fields, sums, rules, page and panel.

record (fields) ─ sums (to the fen, what does not add up) ─ view (panel, page) ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.document import FigureLine
from noticeboard.kind import Kind, Mention
from noticeboard.kinds.breakdown import Subject, statistic
from noticeboard.kinds.fund.record import Expense, Fund, Income
from noticeboard.kinds.fund.sums import check, sums_of
from noticeboard.kinds.fund.view import EXPENSE, FOLDER, INCOME, TITLE, day_of, pages, panels
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Statistic
from noticeboard.values.money import Money
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Expense", "Fund", "Income"]


def _title(fund: Fund) -> str:
    return fund.title


SUBJECT = Subject(
    "fund",
    FOLDER,
    25,
    TITLE,
    Words("份", ""),
    Words(
        "计入公布的每一份收支公示；收入只计已到账的，不含上期结余。",
        "Every statement that was published; income is what was paid in, without what was brought forward.",
    ),
)


def _mentions(fund: Fund) -> Iterator[Mention]:
    for index, line in enumerate(fund.expense):
        if line.task:
            yield Mention(line.task, ("expense", index, "task"), ("task",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many statements, and what came in and was spent in all of them, in fen."""
    funds = records.of(Fund)
    if funds:
        sums = [sums_of(fund) for fund in funds]
        yield "statements", len(funds)
        yield "statements.received", sum(each.received.fen for each in sums)
        yield "statements.spent", sum(each.spent.fen for each in sums)


def _statistics(locality: Locality) -> Iterator[Statistic]:
    """How many statements there are, and what came in and was spent in all of them."""
    total, language = locality.summary.count("statements"), locality.language
    if total:
        sums = ((INCOME, "statements.received"), (EXPENSE, "statements.spent"))
        amounts = [(label, Money(locality.summary.count(key)).text(language)) for label, key in sums]
        lines = [FigureLine(locality.words(label), text) for label, text in amounts]
        yield statistic(locality, SUBJECT, total, figures=lines)


def _dates(fund: Fund) -> tuple[PartialDate, ...]:
    day = day_of(fund)
    return (day,) if day else ()


def _on_day(fund: Fund, day: date) -> Fund | None:
    """A statement is what it is: on an earlier day there was none yet."""
    last = day_of(fund)
    return None if last and last.first > day else fund


KIND = Kind(
    name="fund",
    folder=FOLDER,
    words=Words("收支公示", "fund statement"),
    record=Fund,
    title=_title,
    anchor=FOLDER,
    on_day=_on_day,
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    pages=pages,
    panels=panels,
    statistics=_statistics,
    starter=Words(
        """\
- id: 2026-h1
  标题: 2026年上半年公共收益收支
  期间: 2026-01-01 至 2026-06-30
  # 上期结余: 3,200.50
  收入:
    - {来源: 车位租金, 出资方: 物业公司, 金额: "12,000", 依据: 合同}
  支出:
    - {用途: 更换楼道灯, 金额: "2,400", 数量: 40, 单位: 盏, 依据: 发票}
  # 审核: 监督小组
""",
        """\
- id: 2026-h1
  title: Common income and expense, first half of 2026
  period: 2026-01-01 to 2026-06-30
  # opening: 3,200.50
  income:
    - {what: parking, payer: property company, amount: "12,000", basis: contract}
  expense:
    - {what: corridor lamps, amount: "2,400", number: 40, unit: lamps, basis: invoice}
  # audited: supervision group
""",
    ),
)
