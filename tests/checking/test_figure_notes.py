"""What is said where figures do not agree: parts and whole, stated and counted; and two boards of one address."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import check_site, lines

from noticeboard.planning.print_centre import BoardIndex, colliding

PARTS = """\
- {{id: all, title: 收到意见, value: {whole}, unit: 条, parts: [settled, open]}}
- {{id: settled, title: 已办结, value: 1478, unit: 条}}
- {{id: open, title: 正在办理, value: 22, unit: 条}}
"""


@pytest.mark.parametrize(
    ("whole", "expected"),
    (
        ("1500", []),
        ("约1500", []),
        (
            "1500余",
            [
                "c/figures.yml:1:33 N-PARTS 分项合计1500条，总数写作1500余条"
                " → 不用改：页面会注明"
                "。可以这样写：来源写总数1500余条，有分项的1500条"
            ],
        ),
        (
            "1600",
            [
                "c/figures.yml:1:33 W-PARTS 分项合计1500条，总数写作1600条"
                " → 核对来源；确实如此就保留，页面会注明"
                "。可以这样写：来源写总数1600条，有分项的1500条"
            ],
        ),
    ),
)
def test_parts_and_whole(whole: str, expected: list[str], tmp_path: Path) -> None:
    assert lines(check_site(tmp_path, {"c/figures.yml": PARTS.format(whole=whole)})) == expected


def test_a_stated_figure_that_differs_from_what_is_counted(tmp_path: Path) -> None:
    files = {
        "c/figures.yml": "- {title: 党组织, value: 36, unit: 个, measure: organizations.party}\n",
        "c/organizations.yml": "- {id: a, type: party, name: 示例党支部}\n",
    }
    assert lines(check_site(tmp_path, files)) == [
        "c/figures.yml:1:23 N-MEASURE 来源写36个，本站已登记1个"
        " → 补齐记录，或保留：页面会注明"
        "。可以这样写：据来源36个，其中1个有记录"
    ]


def test_two_boards_with_one_short_address_are_refused() -> None:
    boards = [
        BoardIndex(path, "示例小区", False, None, (("abcdef", "民生实事公示"),)) for path in ("/a", "/b")
    ]
    (found,) = colliding(boards)
    assert (found.code, found.message.zh) == (
        "E-BOARD-ID",
        "/a/boards/ 民生实事公示 和 /b/boards/ 民生实事公示 的短地址都是 abcdef",
    )
