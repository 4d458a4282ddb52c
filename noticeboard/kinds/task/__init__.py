"""Practical tasks (民生实事): the declaration that joins fields, rules, counts, pages and panels.

record (fields) ─ rules (check) ─ count (where it stands on a day, tally)
  ─ row, money, time ─ list (list page, panels, key figures), page, statistics ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Panel
from noticeboard.kinds.task.count import changes, dates, tally
from noticeboard.kinds.task.list import key_figures, list_page, tasks_panel
from noticeboard.kinds.task.money import money_panel
from noticeboard.kinds.task.page import copies, task_pages
from noticeboard.kinds.task.past import on_day
from noticeboard.kinds.task.record import (
    Amount,
    Fund,
    Grade,
    Photo,
    Progress,
    Rating,
    Stage,
    Step,
    Task,
    TaskState,
    Visit,
)
from noticeboard.kinds.task.rules import check
from noticeboard.kinds.task.statistics import statistics
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page

__all__ = [
    "KIND",
    "Amount",
    "Fund",
    "Grade",
    "Photo",
    "Progress",
    "Rating",
    "Stage",
    "Step",
    "Task",
    "TaskState",
    "Visit",
]

STARTER = Words(
    """\
---
标题: 写明做什么，例如 接通天然气
状态: 待办    # 待办、进行中、已完成、不采纳（写理由）、反弹
提出人:
承办:
# 提出时间: 2020-04
# 承诺时限: 2020-07-31
# 完成时间: 2020-07-20
# 资金:
#   - {出资方: 物业公司, 金额: "20,000"}
# 工程量:
#   - {内容: 充电桩, 数量: 20, 单位: 个}
# 进度: {完成: 120, 计划: 120, 单位: 户}
# 来源:
---

在这里写经过和说明。不写居民姓名、电话和房号。
""",
    """\
---
title: What is to be done, such as gas connected
state: open    # open, waiting, done, declined (with reason), relapsed
asked_by:
lead:
# requested: 2020-04
# due: 2020-07-31
# finished: 2020-07-20
# funds:
#   - {payer: property company, amount: "20,000"}
# quantities:
#   - {what: charging posts, number: 20, unit: posts}
# done_of: {done: 120, planned: 120, unit: households}
# source:
---

Write the course of the task here. No names, phones or flats of residents.
""",
)


def _title(task: Task) -> str:
    return task.title


def _pages(locality: Locality) -> Iterator[Page]:
    yield from list_page(locality)
    yield from task_pages(locality)


def _panels(locality: Locality) -> Iterator[Panel]:
    yield from tasks_panel(locality)
    yield from money_panel(locality)


def _is_done(task: Task, today: date) -> bool | None:
    return None if task.state is TaskState.UNSTATED else task.state is TaskState.DONE


KIND = Kind(
    name="task",
    shows_in_places=True,
    folder="tasks",
    words=Words("民生实事", "practical task"),
    record=Task,
    title=_title,
    has_page=True,
    is_done=_is_done,
    on_day=on_day,
    check=check,
    tally=tally,
    dates=dates,
    changes=changes,
    pages=_pages,
    statistics=statistics,
    panels=_panels,
    key_figures=key_figures,
    copies=copies,
    starter=STARTER,
)
