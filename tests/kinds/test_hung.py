"""What can be wrong in the record of what hangs, each mistake with its place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import check_site, lines

PLACE = "kind: 楼院\nname: 示例小区\nbuildings: [{name: 1号楼, units: 2}, {name: 2号楼, doorways: [东门, 西门]}]\n"


def told(root: Path, hung: str, place: str = PLACE) -> list[str]:
    return lines(check_site(root, {"c/place.yml": place, "c/hung.yml": hung}))


@pytest.mark.parametrize("doorway", ("1号楼2单元", "2号楼东门"))
def test_a_right_entry_is_not_spoken_of(tmp_path: Path, doorway: str) -> None:
    row = "- {楼门: %s, 公示栏: organization, 版本码: abcde, 挂出: 2026-01-01, 内容: [{事项: 书记, 姓名: 示例甲}]}\n"
    assert told(tmp_path, row % doorway) == []


@pytest.mark.parametrize(
    ("hung", "said"),
    (
        (
            "- doorway: 1号楼3单元\n  board: tasks\n  code: abcde\n  hung: 2026-01-01\n",
            "c/hung.yml:1:12 E-HUNG-DOORWAY 这个地点没有楼门“1号楼3单元” → 是不是“1号楼2单元”？",
        ),
        (
            "- board: organisation\n  code: abcde\n  hung: 2026-01-01\n",
            "c/hung.yml:1:10 E-HUNG-BOARD 没有“organisation”这种公示栏 → 是不是 organization？",
        ),
        (
            "- board: tasks\n  code: abcd1\n  hung: 2026-01-01\n",
            "c/hung.yml:2:9 E-HUNG-CODE “abcd1”不是公示栏的版本码 → 照抄公示栏下方“版本”后面的5个字符："
            "小写字母和数字，没有 0、1、i、l、o",
        ),
        (
            "- board: tasks\n  code: abcde\n  hung: 2026-01-02\n  replaced: 2026-01-01\n",
            "c/hung.yml:4:13 E-HUNG-REPLACED 换下（2026-01-01）早于挂出（2026-01-02） → 核对两个日期",
        ),
        (
            "- board: tasks\n  code: abcde\n  hung: 2026-01-02\n"
            "- board: tasks\n  code: abcdf\n  hung: 2026-02-02\n",
            "c/hung.yml:5:9 E-HUNG-TWICE 全院共用的位置挂着两块“tasks”：abcde 和 abcdf → 新的换下了旧的，就加一行 "
            "replaces: abcde；旧的取下了，就给旧的写 replaced",
        ),
        (
            "- board: tasks\n  code: abcde\n  hung: 2026-01-02\n  replaces: zzzzz\n",
            "c/hung.yml:4:13 E-HUNG-CODE “zzzzz”此前没有在这里挂过 → 写被它换下的那一块的版本码；"
            "这里原来没有就删去这一行",
        ),
    ),
)
def test_mistakes(tmp_path: Path, hung: str, said: str) -> None:
    assert told(tmp_path, hung) == [said]


def test_a_place_without_doorways_says_how_to_state_them(tmp_path: Path) -> None:
    row = "- {doorway: 1号楼1单元, board: tasks, code: abcde, hung: 2026-01-01}\n"
    (said,) = told(tmp_path, row, "kind: 楼院\nname: 示例小区\n")
    assert "E-HUNG-DOORWAY" in said
    assert "place.yml" in said


@pytest.mark.parametrize("after", ("code: abcdf\n  replaces: abcde", "code: abcdf\n  panel: 2"))
def test_a_board_that_replaces_another_or_is_another_panel_is_no_second_one(
    tmp_path: Path, after: str
) -> None:
    first = "- board: tasks\n  panel: 1\n  code: abcde\n  hung: 2026-01-02\n"
    assert told(tmp_path, f"{first}- board: tasks\n  hung: 2026-02-02\n  {after}\n") == []
