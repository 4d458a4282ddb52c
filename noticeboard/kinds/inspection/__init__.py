"""Inspections (检查): what was looked at in a grid, what was found and settled, what runs out, patrols, what is next.

record (fields) ─ state (on a day) ─ rules ─ view (panel), page ▶ KIND
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.kind import Due, Kind
from noticeboard.kinds.inspection.page import pages
from noticeboard.kinds.inspection.record import Equipment, Finding, Inspection, Item, Measure
from noticeboard.kinds.inspection.rules import check, check_place
from noticeboard.kinds.inspection.state import (
    FindingState,
    changes,
    found_by,
    is_held,
    lasting,
    next_dates,
    on_day,
)
from noticeboard.kinds.inspection.statistics import OF_MEASURE, OF_STATE, statistics
from noticeboard.kinds.inspection.view import FOLDER, PATROL_COUNT, panels
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.hedged_counts import hedged_counts
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Equipment", "Finding", "Inspection", "Item", "Measure"]


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many inspections, findings by state and by grade, equipment, patrols."""
    inspections = records.of(Inspection)
    if not inspections:
        return
    found = list(found_by(records, today))
    states = [each.state for each in found]
    every = list(lasting(records, today))
    patrols = [each.number for record in inspections for each in record.patrols if each.number]
    yield "inspections", sum(is_held(each, today) for each in inspections)
    yield "inspections.findings", len(found)
    yield "inspections.settled", sum(each.is_settled for each in found)
    yield from ((OF_STATE + state.value, states.count(state)) for state in FindingState)
    measures = (each.finding.measure for each in found)
    yield from Counter(OF_MEASURE + each.value for each in measures if each).items()
    yield "inspections.equipment", sum(each.equipment.number for each in every)
    yield "inspections.expired", sum(each.equipment.number for each in every if each.is_over)
    yield from hedged_counts(PATROL_COUNT, patrols)


def _due(records: Records, today: date) -> Iterator[Due]:
    """When equipment runs out, and when the next inspections are due."""
    for each in lasting(records, today):
        what, where = each.equipment.what, each.equipment.where
        name = Words(f"{what}（{where}）", f"{what} ({where})") if where else Words(what, what)
        origin = each.inspection.origin.at("equipment", each.row, "expires")
        yield Due(name, each.equipment.expires, origin)
    for coming in next_dates(records, today):
        title = coming.inspection.title
        key = "when" if coming.inspection.when == coming.when else "next"
        name = Words(f"{title}的下次检查", f"next inspection: {title}")
        yield Due(name, coming.when, coming.inspection.origin.at(key), timedelta(), counts_days=True)


def _dates(inspection: Inspection) -> Iterator[PartialDate]:
    yield from (day for day in (inspection.when, inspection.as_of) if day)
    for finding in inspection.findings:
        yield from (day for day in (finding.found, finding.settled) if day)
    yield from (each.period.start for each in inspection.patrols if each.period.start)


def _title(inspection: Inspection) -> str:
    return inspection.title


KIND = Kind(
    name="inspection",
    folder=FOLDER,
    words=Words("检查", "inspection"),
    record=Inspection,
    title=_title,
    anchor=FOLDER,
    anchor_prefix="inspection-",
    on_day=on_day,
    check=check,
    check_place=check_place,
    tally=_tally,
    due=_due,
    dates=_dates,
    changes=changes,
    statistics=statistics,
    pages=pages,
    panels=panels,
    starter=Words(
        """\
- 名称: 消防安全检查
  网格: 第一网格
  检查时间: 2026-03-18
  检查人员: [社区居民委员会]
  检查项目:
    - {检查内容: 楼道通畅, 结果: 有问题}    # 正常、有问题；还没有查的不写
    - {检查内容: 应急灯, 结果: 正常}
  发现问题:
    - {问题: 堆放纸箱, 地点: 1号楼二层平台, 当场整改: 是}
    # - {问题: 应急灯不亮, 地点: 2号楼, 整改期限: 2026-03-25, 处置: 提醒}    # 提醒、警示、报告执法
  设施有效期:
    - {名称: 灭火器, 位置: 1号楼门厅, 数量: 2, 有效期至: 2029-05}
  # 巡查:
  #   - {时间: 2026-03, 次数: 12, 巡查人员: [志愿服务队]}
  下次检查: 2029-03-18
""",
        """\
- title: Fire safety
  grid: first grid
  when: 2026-03-18
  by: [residents' committee]
  items:
    - {what: stairs are clear, result: finding}    # ok, finding; nothing where it has not been looked at
    - {what: emergency lamps, result: ok}
  findings:
    - {what: boxes on the stairs, where: building 1, on_the_spot: yes}
    # - {what: lamp is dead, where: building 2, due: 2026-03-25, measure: remind}    # remind, warn, report
  equipment:
    - {what: fire extinguisher, where: hall of building 1, number: 2, expires: 2029-05}
  # patrols:
  #   - {period: 2026-03, number: 12, by: [volunteers]}
  next: 2029-03-18
""",
    ),
)
