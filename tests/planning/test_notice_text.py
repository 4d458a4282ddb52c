"""From the Markdown of a notice to the blocks that its sheet sets."""

from __future__ import annotations

from noticeboard.boards.notice import Block, Cell
from noticeboard.planning.notice_text import blocks_of

NOTICE = """\
**怎样预约。** 拨打电话。

| 用途 | 金额 |
|---|---:|
| 更换**楼道灯** | 2,400元 |

1. 甲
2. 乙
"""


def test_paragraphs_rows_and_items_of_a_notice() -> None:
    assert blocks_of(NOTICE, "zh") == (
        Block("怎样预约。拨打电话。"),
        Block("", "row", cells=(Cell("用途", head=True), Cell("金额", right=True, head=True))),
        Block("", "row", cells=(Cell("更换楼道灯"), Cell("2,400元", right=True))),
        Block("甲", "item", "1."),
        Block("乙", "item", "2."),
    )
