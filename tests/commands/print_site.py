"""A small site with two kinds of boards, and what `print` makes of it."""

from __future__ import annotations

from pathlib import Path

from whole_site import every_file

PLACE = "content/示例街道/示例小区"
SITE = {
    "content/site.yml": "title: 示例站\nbase_url: https://example.org/\nissuer: 示例社区居民委员会\n"
    "boards: {kinds: [volunteer, tasks]}\n",
    "content/示例街道/place.yml": "kind: 街道\nname: 示例街道\nsample: 是\n",
    f"{PLACE}/place.yml": "kind: 楼院\nname: 示例小区\n",
    f"{PLACE}/volunteers.yml": "- {name: 示例甲, skills: [理发], joined: 2020-11-04}\n- {name: 示例乙}\n",
    f"{PLACE}/tasks.yml": "- {id: gas, title: 通燃气, state: 已完成, finished: 2020-11-04}\n",
}
VOLUNTEER = "示例街道/示例小区/volunteer-a3-landscape.pdf"
TASKS = ("示例街道/示例小区/tasks-a3-landscape.pdf", "示例街道/示例小区/tasks-a4-portrait.pdf")


def printed(root: Path) -> dict[str, bytes]:
    return every_file(root / "print")


def said(boards: int, pages: int, drawn: int, written: int, where: Path) -> str:
    return f"公示栏{boards}份共{pages}页：新画{drawn}份，写入{written}个文件；在 {where.resolve()}\n"
