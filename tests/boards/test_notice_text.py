"""From the Markdown of a notice to the blocks that its sheet sets."""

from __future__ import annotations

from noticeboard.boards.notice import Block, Cell
from noticeboard.boards.notice_text import blocks_of

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


def test_the_number_of_a_note_is_no_part_of_a_figure_and_nothing_leads_back() -> None:
    blocks = blocks_of("共62,800[^a]元，见[说明](tasks/)。\n\n[^a]: 含税\n", "zh")
    assert [(each.label, each.text) for each in blocks] == [("", "共62,800〔1〕元，见说明。"), ("1.", "含税")]
