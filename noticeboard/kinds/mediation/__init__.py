"""Mediation (调解): disputes taken on and settled over a period, by kind; never who was in dispute.

A source may tell of some of them apart (8 settled in four compounds) without saying whether they are among the
whole: then they stand beside it, marked 未注明是否包括在内, and are added to nothing.
"""

from __future__ import annotations

from datetime import date

from noticeboard.kind import Kind
from noticeboard.kinds.mediation.record import Mediation, check, check_place, day_of
from noticeboard.kinds.mediation.statistics import statistics, tally
from noticeboard.kinds.mediation.view import FOLDER, TITLE, panels
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Mediation"]


def _dates(record: Mediation) -> tuple[PartialDate, ...]:
    day = day_of(record)
    return (day,) if day else ()


def _on_day(record: Mediation, day: date) -> Mediation | None:
    last = day_of(record)
    return None if last and last.first > day else record


def _title(record: Mediation) -> str:
    return record.title or TITLE.zh


KIND = Kind(
    name="mediation",
    folder=FOLDER,
    words=Words("调解", "mediation"),
    record=Mediation,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    tally=tally,
    dates=_dates,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 期间: 2026-01-01 至 2026-06-30
  受理: 12
  办结: 11
  各类型:
    - {类型: 漏水, 件数: 7}
    - {类型: 停车, 件数: 5}
  # 不写当事人姓名和门牌
""",
        """\
- period: 2026-01-01 to 2026-06-30
  taken_on: 12
  settled: 11
  by_kind:
    - {what: leaks, count: 7}
    - {what: parking, count: 5}
  # no names and no flats
""",
    ),
)
