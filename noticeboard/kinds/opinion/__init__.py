"""Opinions (意见建议): the declaration that joins fields, counts, rules, page and panel.

record (fields) ─ count (rates, parts and wholes, rules) ─ view (panel, page, key figures) ▶ KIND
                        ─ tally, statistics ─────────────────────────────────────────┘
"""

from __future__ import annotations

from datetime import date

from noticeboard.kind import Kind
from noticeboard.kinds.opinion.count import check, check_place, is_single
from noticeboard.kinds.opinion.record import Opinion, Outcome, Way
from noticeboard.kinds.opinion.statistics import statistics
from noticeboard.kinds.opinion.tally import tally
from noticeboard.kinds.opinion.view import FOLDER, TITLE, day_of, key_figures, pages, panels
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Opinion", "Outcome", "Way"]


def _title(opinion: Opinion) -> str:
    return opinion.text or opinion.title or TITLE.zh


def _dates(opinion: Opinion) -> tuple[PartialDate, ...]:
    if is_single(opinion):
        return tuple(day for day in (opinion.when, opinion.answered) if day)
    day = day_of(opinion)
    return (day,) if day else ()


def _changes(opinion: Opinion, today: date) -> tuple[date, ...]:
    days = (day.first for day in (opinion.when, opinion.answered) if day)
    return tuple(day for day in days if day > today)


def _on_day(opinion: Opinion, day: date) -> Opinion | None:
    last = opinion.when if is_single(opinion) else day_of(opinion)
    return None if last and last.first > day else opinion


KIND = Kind(
    name="opinion",
    folder=FOLDER,
    words=Words("意见建议", "opinion"),
    record=Opinion,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    tally=tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    key_figures=key_figures,
    starter=Words(
        """\
- 期间: 2026-01-01 至 2026-06-30
  收到: 30
  已答复: 30
  按时答复: 28
  已办结: 22
  正在办理: 6
  不采纳: 2
  按渠道:
    - {渠道: 入户走访, 条数: 18}
    - {渠道: 意见箱, 条数: 12}
# 单条意见单独写一条，不写是谁提的：意见、渠道、收到时间、答复时间、结果、答复
""",
        """\
- period: 2026-01-01 to 2026-06-30
  received: 30
  replied: 30
  on_time: 28
  settled: 22
  under_way: 6
  declined: 2
  by_way:
    - {way: visit, count: 18}
    - {way: box, count: 12}
# one opinion is a record of its own, without whose it is: text, way, when, answered, outcome, reply
""",
    ),
)
