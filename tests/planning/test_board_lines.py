"""What has changed between a board as printed and the same board now, line by line."""

from __future__ import annotations

import pytest

from noticeboard.kinds.hung import HungLine, person_of
from noticeboard.planning.board_lines import Altered, Changes, changes_between


def line(what: str, name: str = "", text: str = "") -> HungLine:
    return HungLine(what=what, name=name, text=text, person=person_of(name))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    (
        ([line("书记", "示例甲")], [line("书记", "示例甲")], Changes()),
        ([], [line("委员", "示例甲", "卫生")], Changes(added=("委员 · 示例甲 · 卫生",))),
        ([line("委员", "示例甲")], [], Changes(dropped=("委员 · 示例甲",))),
        (
            [line("书记", "示例甲", "全面 · 0371-1"), line("委员", "示例丙")],
            [line("书记", "示例甲", "全面 · 0371-2"), line("委员", "示例丙")],
            Changes(altered=(Altered("书记 · 示例甲", "0371-1", "0371-2"),)),
        ),
        (
            [line("书记", "示例甲", "全面")],
            [line("书记", "示例乙", "全面")],
            Changes(altered=(Altered("书记", "示例甲", "示例乙"),)),
        ),
        (
            [line("委员", "示例甲"), line("委员", "示例乙")],
            [line("委员", "示例乙"), line("委员", "示例丙")],
            Changes(added=("委员 · 示例丙",), dropped=("委员 · 示例甲",)),
        ),
        ([line("", text="一段")], [line("", text="二段")], Changes(added=("二段",), dropped=("一段",))),
    ),
)
def test_changes(old: list[HungLine], new: list[HungLine], changes: Changes) -> None:
    assert changes_between(tuple(old), tuple(new)) == changes
