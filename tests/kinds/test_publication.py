"""Publications: where and when a thing was posted, on its own page and on that of the place."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Event, Linked, Section, Steps, Table
from noticeboard.kinds.publication import KIND
from noticeboard.locality import Locality

POSTED = """\
- {of: gas, where: [公示栏, 微信群], place: 1号楼门口, posted: 2026-06-20, until: 2026-07-20}
- {of: gas, where: meeting, posted: 2026-07-04, note: 当场答疑}
- {what: 供暖检修安排, where: 小喇叭, posted: 2026-10-28}
- {of: gas, where: web, posted: 2026-12-24}
"""


def place() -> Locality:
    return locality(*records_of(KIND, POSTED), targets=[("task", "gas", "接通天然气")])


def test_a_finished_item_shows_that_it_was_told() -> None:
    added: dict[str, Section] = dict(KIND.adds(place()))
    (steps,) = blocks(added["/a/tasks/gas/"], Steps)
    assert steps.events == (
        Event("2026年6月20日至2026年7月20日", "公示栏、微信群（1号楼门口）"),
        Event("2026年7月4日", "会议", "当场答疑"),
    )


def test_the_place_lists_the_latest_first_and_nothing_to_come() -> None:
    (panel,) = KIND.panels(place())
    (table,) = blocks(panel.view, Table)
    assert [(row[0], row[1]) for row in table.rows] == [
        ("供暖检修安排", "小喇叭"),
        (Linked("接通天然气", "tasks/gas/index.html"), "会议"),
        (Linked("接通天然气", "tasks/gas/index.html"), "公示栏、微信群（1号楼门口）"),
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    (
        ("{where: web, posted: 2026-05-01}", [("E-PUBLICATION", (), "没有写公开了什么")]),
        (
            "{what: 灯, where: web, posted: 2026-05-01, until: 2026-04-01}",
            [("E-PUBLICATION-ORDER", ("until",), "撤下（2026年4月1日）早于张贴（2026年5月1日）")],
        ),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
