"""Honours (荣誉): banners, star ratings, flags that move on, role models, titles; the declaration.

record (fields, who holds what on a day) ─ rules ─ view (panel, page of all, on pages of tasks) ▶ KIND
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.honour.record import Honour, Sort, Standing, standings
from noticeboard.kinds.honour.rules import check, check_place
from noticeboard.kinds.honour.view import FOLDER, adds, pages, panels
from noticeboard.kinds.portraits import portrait_copies
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.page import Copy
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Honour", "Sort", "Standing"]


def _mentions(honour: Honour) -> Iterator[Mention]:
    if honour.task:
        yield Mention(honour.task, ("task",), ("task",))
    if honour.story:
        yield Mention(honour.story, ("story",), ("story",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many are held, in all and by sort."""
    honours = records.of(Honour)
    if honours:
        found = standings(((each, "") for each in honours), today)
        held = Counter(it.honour.sort.value for it in found if it.standing is Standing.HELD)
        yield "honours", held.total()
        yield from ((f"honours.{sort}", count) for sort, count in held.items())


def _dates(honour: Honour) -> tuple[PartialDate, ...]:
    return tuple(day for day in (honour.when or honour.period, honour.ended, honour.as_of) if day)


def _changes(honour: Honour, today: date) -> Iterator[date]:
    start = honour.when or honour.period
    if start and start.first > today:
        yield start.first
    if honour.ended and honour.ended.last >= today:
        yield honour.ended.last + timedelta(days=1)


def _on_day(honour: Honour, day: date) -> Honour | None:
    start = honour.when or honour.period
    return None if start and start.first > day else honour


def _title(honour: Honour) -> str:
    return honour.title or honour.sort.words.zh


def _copies(locality: Locality) -> Iterator[Copy]:
    return portrait_copies(locality, locality.records.of(Honour))


KIND = Kind(
    name="honour",
    shows_in_places=True,
    folder=FOLDER,
    words=Words("荣誉", "honour"),
    record=Honour,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    adds=adds,
    copies=_copies,
    starter=Words(
        """\
- 种类: 锦旗    # 锦旗、星级、流动红旗、先进个人、荣誉称号
  名称: 为民解忧
  授予方: 居民    # 写身份，不写姓名
  授予对象: 社区党支部
  授予时间: 2026-09
  # 流动红旗、星级再写 评比期: 2026-Q3；星级写 星数: 4；先进个人写 姓名 和 同意公开
""",
        """\
- sort: banner    # banner, star, flag, model, title
  title: Help in time of need
  given_by: residents    # a role, no name
  to: party branch of the community
  when: 2026-09
  # a flag or a rating has period: 2026-Q3, a rating stars: 4; a role model name and consent
""",
    ),
)
