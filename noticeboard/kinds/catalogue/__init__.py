"""What must be published (公开事项目录): by when, where, on what basis, and whether it was; the declaration.

record (rows) ─ postings (join: items of the site, events, postings) ─ due, status (how each stands) ─ view ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.kind import Due, Kind
from noticeboard.kinds.catalogue.postings import join
from noticeboard.kinds.catalogue.record import Entry
from noticeboard.kinds.catalogue.rules import check
from noticeboard.kinds.catalogue.status import State, changes, coverage, statuses_of
from noticeboard.kinds.catalogue.view import pages, panels
from noticeboard.kinds.catalogue.words import FOLDER
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Entry"]

WEEK = timedelta(days=7)
"""How long before its last day `check` tells of an item; the page of the next thirty days has the others."""


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    statuses = statuses_of(records, today)
    if not statuses:
        return
    published, expected = coverage(statuses)
    overdue = sum(status.state in (State.OVERDUE, State.UNDATED) for status in statuses)
    yield "catalogue.places", 1
    yield "catalogue.published", published
    yield "catalogue.expected", expected
    yield "catalogue.overdue", overdue


def _due(records: Records, today: date) -> Iterator[Due]:
    """What is overdue, and what must be published next."""
    for status in statuses_of(records, today):
        if status.due is None:
            continue
        item, when = status.item, PartialDate(status.due.year, status.due.month, status.due.day)
        origin = item.origin if item.has_row else records.place.origin
        name = f"{item.title}（{status.what}）" if status.what else item.title
        yield Due(Words(f"公开{name}", f"to publish: {name}"), when, origin, WEEK, is_noted=True)


def _title(entry: Entry) -> str:
    return entry.title or entry.id


KIND = Kind(
    name="catalogue",
    folder=FOLDER,
    words=Words("公开事项目录", "catalogue"),
    record=Entry,
    title=_title,
    join=join,
    anchor=FOLDER,
    check=check,
    tally=_tally,
    due=_due,
    changes=changes,
    pages=pages,
    panels=panels,
    starter=Words(
        """\
- 编号: income
  事项: 公共收益收支
  频次: 每半年    # 每月、每季度、每半年、每年、发生时
  截止: [1-31, 7-31]    # 每月的只写几日；发生时的不写截止，写 工作日数: 5
  执行起: 2026-01-01
  公开渠道: [公示栏, 网站]
  记录种类: [收支公示]    # 哪种记录公开了算数；或在公开记录里写 公开事项: income
  责任岗位: 自管会
  # 依据: 写依据的文件
""",
        """\
- id: income
  title: Income of the compound
  rhythm: half_yearly    # monthly, quarterly, half_yearly, yearly, on_event
  by: [1-31, 7-31]    # monthly: the day alone; on_event: no by, but working_days: 5
  since: 2026-01-01
  where: [board, web]
  kinds: [fund]    # whose posting fulfils it; or a publication says items: income
  responsible: self-managed council
  # basis: the document it follows
""",
    ),
)
