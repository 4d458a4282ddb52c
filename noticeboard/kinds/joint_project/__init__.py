"""Joint projects (联建项目): what partners and compounds do together; one over several compounds is counted once.

    project of a place with `places` ─ tally ▶ counted at that place      ─ shared_of ▶ listed at each compound

A source that gives a number and a few examples is one record: `number: 152`, `named` has the examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.joint_project.record import JointProject, check
from noticeboard.kinds.joint_project.statistics import statistics, tally
from noticeboard.kinds.joint_project.view import FOLDER, key_figures, panels
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import PeriodState

__all__ = ["KIND", "JointProject"]


def _mentions(project: JointProject) -> Iterator[Mention]:
    for index, partner in enumerate(project.partners):
        yield Mention(partner, ("partners", index), ("partner",))


def _changes(project: JointProject, today: date) -> Iterator[date]:
    change = project.period.next_change(today) if project.period else None
    yield from (change,) if change else ()


def _dates(project: JointProject) -> tuple[PartialDate, ...]:
    start = project.period.start if project.period else None
    return tuple(day for day in (project.as_of, start) if day)


def _is_done(project: JointProject, today: date) -> bool | None:
    return project.period.state(today) is PeriodState.OVER if project.period else None


def _title(project: JointProject) -> str:
    return project.title


KIND = Kind(
    name="joint-project",
    shows_in_places=True,
    folder=FOLDER,
    words=Words("联建项目", "joint project"),
    record=JointProject,
    title=_title,
    is_done=_is_done,
    anchor_prefix="joint-project-",
    check=check,
    mentions=_mentions,
    tally=tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=statistics,
    key_figures=key_figures,
    starter=Words(
        """\
- 标题: 楼院路面硬化
  共享方式: 工程共建    # 场地共享、活动共办、工程共建
  参与单位: [某某公司]
  期间: 2026-05-01 至 2026-06-30
  # 涉及地点: [楼院的文件夹]    # 几个楼院共有的写在上一级，只计一次
""",
        """\
- title: yards paved
  ways: works    # places, activities, works
  by: [the company]
  period: 2026-05-01 to 2026-06-30
  # places: [folders of compounds]    # one shared by several stands at the place above and is counted once
""",
    ),
)
