"""Programmes (工作法、专项行动、品牌): named methods with parts, and how much was done for each part.

record (fields), tone (colours that read in grey) ─ rules ─ view (panel, page) ▶ KIND

A source that gives a name and nothing else is a record without parts: what the letters of 1+16+N+X stand for is
never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.programme.record import Part, Programme, Sort
from noticeboard.kinds.programme.rules import check
from noticeboard.kinds.programme.view import COUNT, FOLDER, TARGETS, adds, pages, panels
from noticeboard.kinds.tone import Tone
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Part", "Programme", "Sort", "Tone"]


def _mentions(programme: Programme) -> Iterator[Mention]:
    for index, part in enumerate(programme.parts):
        for number, reference in enumerate(part.records):
            yield Mention(reference, ("parts", index, "records", number), TARGETS)


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    programmes = records.of(Programme)
    if programmes:
        yield COUNT, len(programmes)


def _dates(programme: Programme) -> tuple[PartialDate, ...]:
    start = programme.period.start if programme.period else None
    return tuple(day for day in (programme.as_of, start) if day)


def _on_day(programme: Programme, day: date) -> Programme | None:
    start = programme.period.start if programme.period else None
    return None if start and start.first > day else programme


def _title(programme: Programme) -> str:
    return programme.title


KIND = Kind(
    name="programme",
    folder=FOLDER,
    words=Words("工作法", "programme"),
    record=Programme,
    title=_title,
    anchor_prefix="programme-",
    on_day=_on_day,
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    pages=pages,
    panels=panels,
    adds=adds,
    starter=Words(
        """\
- 名称: 五彩工作法
  种类: 工作法    # 工作法、专项行动、品牌
  说明: 五种颜色，五件常做的事
  组成部分:
    - {名称: 红色组织, 颜色: 红, 内容: 党员带头}    # 红、橙、金、绿、青、蓝、紫、墨
    - {名称: 绿色生态, 颜色: 绿}
    # 对应记录: [民生实事、活动、联建项目的编号]    # 页面按部分数出办成几项
""",
        """\
- title: Five colours
  sort: method    # method, campaign, brand
  about: five colours for five things that we do
  parts:
    - {name: Red organization, colour: red, words: members lead}  # red, orange, gold, green, cyan, blue, purple, ink
    - {name: Green ecology, colour: green}
    # records: [ids of tasks, activities, joint projects]    # the page counts what is done by part
""",
    ),
)
