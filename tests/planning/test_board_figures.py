"""The board of tasks has the figures of the page, and says which tasks its rows are where they are not all."""

from __future__ import annotations

import re
from pathlib import Path

from written_site import place, rebuild, write_content

TASKS = """\
- {id: gas, title: 接通天然气, state: done, finished: 2026-05, funds: {payer: 物业公司, amount: 3000}}
- {id: road, title: 修补路面, state: open}
"""
SHARED = (
    "- {id: wall, title: 粉刷围墙, state: done, finished: 2026-06, funds: {amount: 10000}, places: [a]}\n"
)


def board_of(root: Path, path: str) -> str:
    """The text of the board of tasks on A3."""
    page = root / "site" / path / "boards/tasks-a3-landscape/index.html"
    return re.sub(r"<[^>]+>|\s", "", page.read_text(encoding="utf-8"))


def test_shared_tasks_are_rows_of_the_board_but_not_in_its_totals(tmp_path: Path) -> None:
    files = {
        "s/place.yml": place("社区", "示例社区"),
        "s/tasks.yml": SHARED,
        "s/a/place.yml": place("楼院", "示例一院"),
        "s/a/tasks.yml": TASKS,
    }
    root = write_content(tmp_path, files)
    assert rebuild(root).ok
    compound, community = board_of(root, "s/a"), board_of(root, "s")
    assert "粉刷围墙" in compound
    assert "另列与其他楼院共有的1项，不计入合计" in compound
    assert "民生实事2项已完成1项投入3,000元" in compound
    assert "下面列出本级的1项，其余2项见各楼院的公示栏" in community
    assert "民生实事3项已完成2项投入13,000元" in community


def test_a_place_that_only_shares_tasks_has_no_totals(tmp_path: Path) -> None:
    files = {
        "s/place.yml": place("社区", "示例社区"),
        "s/tasks.yml": SHARED,
        "s/a/place.yml": place("楼院", "示例一院"),
    }
    root = write_content(tmp_path, files)
    assert rebuild(root).ok
    board = board_of(root, "s/a")
    assert "下面1项与其他楼院共有" in board
    assert "不计入合计" not in board
