"""Follow-ups: each thing once by its last look, relapse rate beside completion rate, steps on the task's page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Event, Figures, Linked, Marked, Section, Steps, Table
from noticeboard.kinds.follow_up import KIND, looked_at
from noticeboard.kinds.task import KIND as TASK
from noticeboard.locality import Locality

LOOKS = """\
- {of: lamps, when: 2026-05-01, result: relapsed, found: 坏了3盏, next_step: 更换}
- {of: lamps, when: 2026-06-01, result: holds, found: 都亮}
- {what: 坡道, when: 2026-06-02, result: partly, next_look: 2026-12-01}
- {of: drains, when: 2026-12-30, result: relapsed, next_step: 再修}
"""
TASKS = """\
- {id: lamps, title: 换楼道灯, state: done}
- {id: drains, title: 疏通下水, state: relapsed, visits: [{when: 2026-04-01, result: 又堵了}]}
"""


def place() -> Locality:
    records = (*records_of(TASK, TASKS), *records_of(KIND, LOOKS))
    targets = [("task", "lamps", "换楼道灯"), ("task", "drains", "疏通下水")]
    probe = locality(*records)
    counts = [*KIND.tally(probe.records, probe.today), ("tasks", 2), ("tasks.done", 1)]
    return locality(*records, counts=counts, targets=targets)


def test_a_thing_counts_once_by_its_last_look() -> None:
    assert looked_at(place().records, date(2026, 11, 20)) == (3, 2)
    assert looked_at(place().records, date(2026, 5, 2)) == (2, 2)


def test_the_relapse_rate_stands_beside_the_completion_rate() -> None:
    (panel,) = KIND.panels(place())
    (figures,) = blocks(panel.view, Figures)
    assert [(line.label, line.value, line.base) for line in figures.lines] == [
        ("反弹率", "66.7%", "2／3项"),
        ("办结率", "50%", "1／2项"),
    ]


def test_the_panel_lists_the_latest_looks_and_leads_to_the_tasks() -> None:
    (panel,) = KIND.panels(place())
    (table,) = blocks(panel.view, Table)
    assert table.rows == (
        ("坡道", "2026年6月2日", Marked("back", "部分反弹")),
        (Linked("换楼道灯", "tasks/lamps/index.html"), "2026年6月1日", Marked("tick", "保持良好", "都亮")),
        (Linked("换楼道灯", "tasks/lamps/index.html"), "2026年5月1日", Marked("back", "反弹", "坏了3盏")),
    )


def test_the_page_of_the_task_says_when_it_was_looked_at_again() -> None:
    added: dict[str, Section] = dict(KIND.adds(place()))
    assert list(added) == ["/a/tasks/lamps/"]
    (steps,) = blocks(added["/a/tasks/lamps/"], Steps)
    assert steps.events == (
        Event("2026年5月1日", "坏了3盏", "更换", Marked("back", "反弹")),
        Event("2026年6月1日", "都亮", "", Marked("tick", "保持良好")),
    )


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{when: 2026-05-01, result: holds}", [("E-FOLLOW-UP", (), "没有写回头看的是什么")]),
        (
            "{what: 灯, when: 2026-05-01, result: 反弹}",
            [("W-FOLLOW-UP", ("result",), "结果是反弹，没有写下一步")],
        ),
        (
            "{what: 灯, when: 2026-05-01, result: holds, found: 李大爷说好}",
            [("E-NAMED", ("found",), "这里写了居民的姓名（李…）")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
