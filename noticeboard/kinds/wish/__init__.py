"""Micro-wishes (微心愿): what is wished for, where it came up, what is planned, who helps, when it came true.

record (fields, rules) ─ view (panel, page) ─ statistics (counts, breakdowns) ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind
from noticeboard.kinds.wish.record import Wish, check, check_place, dates
from noticeboard.kinds.wish.statistics import statistics, tally
from noticeboard.kinds.wish.view import FOLDER, TITLE, pages, panels
from noticeboard.languages import Words

__all__ = ["KIND", "Wish"]


def _changes(wish: Wish, today: date) -> Iterator[date]:
    if wish.realized and wish.realized.first > today:
        yield wish.realized.first


def _on_day(wish: Wish, day: date) -> Wish | None:
    return None if wish.made and wish.made.first > day else wish


def _title(wish: Wish) -> str:
    return wish.what


KIND = Kind(
    name="wish",
    folder=FOLDER,
    words=TITLE._replace(en="micro-wish"),
    record=Wish,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    tally=tally,
    dates=dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    starter=Words(
        "- 序号: 1\n  心愿: 想要一台收音机\n  征集: 2026-03-05\n  # 认领: 志愿服务队\n  # 实现: 2026-03-20\n",
        "- number: 1\n  what: a radio\n  made: 2026-03-05\n  # helper: volunteer team\n  # realized: 2026-03-20\n",
    ),
)
