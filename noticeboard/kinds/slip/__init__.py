"""Four-part slips (四联单): the declaration that joins fields, rules, page and panel.

record (parts in their order, the stage on a day) ─ rules ─ view (panel, page) ▶ KIND
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.slip.record import STAGES, Slip, Step, is_open, stage_of, steps_of
from noticeboard.kinds.slip.rules import check, check_place
from noticeboard.kinds.slip.statistics import AT_STAGE, statistics
from noticeboard.kinds.slip.view import FOLDER, pages, panels
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "STAGES", "Slip", "Step"]


def _title(slip: Slip) -> str:
    return slip.what


def _mentions(slip: Slip) -> Iterator[Mention]:
    if slip.task:
        yield Mention(slip.task, ("task",), ("task",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """Slips that count: ordered and not withdrawn; those that are open, and those that were rated."""
    stages = [stage_of(slip, today) for slip in records.of(Slip) if not slip.withdrawn]
    ordered = [stage for stage in stages if stage]
    if ordered:
        yield "slips", len(ordered)
        yield "slips.rated", ordered.count("rated")
        yield "slips.open", sum(is_open(slip, today) for slip in records.of(Slip))
        yield from ((AT_STAGE + stage, count) for stage, count in Counter(ordered).items())


def _dates(slip: Slip) -> Iterator[PartialDate]:
    yield from (step.when for _, step in steps_of(slip, date.max))


def _changes(slip: Slip, today: date) -> Iterator[date]:
    yield from (step.when.first for _, step in steps_of(slip, date.max) if step.when.first > today)


def _on_day(slip: Slip, day: date) -> Slip | None:
    return slip if slip.ordered is None or slip.ordered.when.first <= day else None


KIND = Kind(
    name="slip",
    folder=FOLDER,
    words=Words("四联单", "slip"),
    record=Slip,
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
    statistics=statistics,
    starter=Words(
        """\
- 单号: 1
  事项: 3号楼楼道灯不亮
  点单: {经手: 3号楼住户, 时间: 2026-03-02}
  # 下单: {经手: 社区党支部, 时间: 2026-03-02}
  # 接单: {经手: 临时党支部, 时间: 2026-03-03, 说明: 当天换了灯}
  # 评单: {经手: 3号楼住户, 时间: 2026-03-05, 说明: 满意}
""",
        """\
- number: 1
  what: no light on the stairs of building 3
  ordered: {by: residents of building 3, when: 2026-03-02}
  # dispatched: {by: community branch, when: 2026-03-02}
  # accepted: {by: temporary branch, when: 2026-03-03, what: lamp replaced}
  # rated: {by: residents of building 3, when: 2026-03-05, what: satisfied}
""",
    ),
)
