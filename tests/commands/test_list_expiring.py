"""`list expiring`: what has run out or soon will, by place, on a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from print_site import PLACE, SITE
from whole_site import write_files

INSPECTIONS = """\
- title: 消防检查
  when: 2026-03-01
  next: 2026-09-01
  equipment: [{what: 灭火器, where: 门厅, expires: 2026-10-31}, {what: 水带, expires: 2028-05}]
"""
HERE = "示例街道/示例小区"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_files(tmp_path, {**SITE, f"{PLACE}/inspections.yml": INSPECTIONS})
    return tmp_path


def test_what_is_due_is_listed_by_place(call, site: Path) -> None:
    called = call("-C", site, "list", "expiring", "--date", "2026-10-02")
    assert called.code == 0
    assert called.out.splitlines() == [
        HERE,
        "  消防检查的下次检查：2026年9月1日已到期",
        "  灭火器（门厅）：2026年10月31日到期",
        "2项已到期或即将到期",
    ]
    assert call("-C", site, "list", "expiring", "--date", "2026-08-31").out == "0项已到期或即将到期\n"


def test_one_place_and_json(call, site: Path) -> None:
    found = json.loads(call("-C", site, "list", "expiring", "示例街道", "--json", "--date", "2026-11-20").out)
    assert [(each["code"], each["path"]) for each in found] == [
        ("W-DUE", [0, "next"]),
        ("W-DUE", [0, "equipment", 0, "expires"]),
    ]


@pytest.mark.parametrize(
    ("place", "message"),
    (
        ("没有的社区", "content/ 里没有“没有的社区”这个地点"),
        ("示例街道/示例小曲", "content/ 里没有“示例街道/示例小曲”这个地点；是不是 示例街道/示例小区？"),
        ("..", "content/ 里没有“..”这个地点"),
        (f"{HERE}/tasks", f"content/ 里没有“{HERE}/tasks”这个地点；是不是 {HERE}？"),
    ),
)
def test_what_is_no_place_is_refused_with_the_nearest(call, site: Path, place: str, message: str) -> None:
    write_files(site, {f"{PLACE}/tasks/a.yml": "{title: 灯, state: 已完成}\n"})
    called = call("-C", site, "list", "expiring", place)
    assert (called.code, called.out) == (2, "")
    assert f"错误：{message}\n" in called.err


def test_a_place_may_be_written_with_strokes_around_it(call, site: Path) -> None:
    day = ("--date", "2026-10-02")
    assert call("-C", site, "list", "expiring", f"/{HERE}/", *day).out.splitlines()[0] == HERE
    assert call("-C", site, "list", "expiring", "/", *day).out.splitlines()[0] == HERE


def test_errors_of_the_content_are_told_beside_it(call, site: Path) -> None:
    write_files(site, {f"{PLACE}/tasks.yml": "- {id: a, title: 灯, state: 很好}\n"})
    called = call("-C", site, "list", "expiring", "--date", "2026-11-20")
    assert called.code == 1
    assert "E-CHOICE" in called.err
    assert "灭火器（门厅）：2026年10月31日已到期" in called.out


def test_what_must_be_published_is_listed_at_its_compound(call, site: Path) -> None:
    catalogue = (
        "catalogue:\n"
        "  - {id: work, title: 月度工作, rhythm: monthly, by: 10, since: 2026-09-01, responsible: 自管会}\n"
    )
    text = (site / "content/site.yml").read_text(encoding="utf-8")
    write_files(site, {"content/site.yml": f"{text}{catalogue}"})
    due = "  公开月度工作：2026年9月10日{}到期"
    assert due.format("") in call("-C", site, "list", "expiring", HERE, "--date", "2026-09-03").out
    assert due.format("已") in call("-C", site, "list", "expiring", HERE, "--date", "2026-09-11").out
    assert "月度工作" not in call("-C", site, "list", "expiring", HERE, "--date", "2026-09-02").out
