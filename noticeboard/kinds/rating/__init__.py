"""Rating batches (评价批次) and surveys: cards issued, returned, valid, by grade; rates as a source reports them.

The large figure is the share of the first grade under its own name, with the valid cards as its base: nothing is
called a satisfaction that residents did not call so. A rate that a source gives without numbers stays as reported,
with its hedge (≥92%), and no number of people is made of it.

record (fields) ─ rules (what contradicts, what disagrees) ─ view (figures, panel) ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.rating.record import Batch
from noticeboard.kinds.rating.rules import check, check_place
from noticeboard.kinds.rating.view import FOLDER, panels
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Batch"]


def _mentions(batch: Batch) -> Iterator[Mention]:
    if batch.task:
        yield Mention(batch.task, ("task",), ("task",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    batches = records.of(Batch)
    if batches:
        yield "ratings", len(batches)


def _dates(batch: Batch) -> tuple[PartialDate, ...]:
    return (batch.as_of,) if batch.as_of else ()


def _on_day(batch: Batch, day: date) -> Batch | None:
    return None if batch.as_of and batch.as_of.first > day else batch


def _title(batch: Batch) -> str:
    return batch.title


KIND = Kind(
    name="rating",
    folder=FOLDER,
    words=Words("评价批次", "rating batch"),
    record=Batch,
    title=_title,
    anchor_prefix="rating-",
    on_day=_on_day,
    check=check,
    check_place=check_place,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    panels=panels,
    starter=Words(
        """\
- id: 2026-cards
  标题: 2026年上半年点评卡
  方式: 点评卡    # 点评卡、问卷调查、现场测评
  发出: 72
  收回: 63
  有效: 63
  各等级:
    - {等级: 满意, 票数: 57}
    - {等级: 不满意, 票数: 6}
  截至: 2026-06-30
""",
        """\
- id: 2026-cards
  title: Comment cards, first half of 2026
  sort: cards    # cards, survey, vote
  issued: 72
  returned: 63
  valid: 63
  by_grade:
    - {grade: satisfied, count: 57}
    - {grade: not satisfied, count: 6}
  as_of: 2026-06-30
""",
    ),
)
