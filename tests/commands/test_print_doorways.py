"""`print --doorway`: what is said, what is recorded, what is refused; the files are those of test_doorway_sets."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from print_site import PLACE, SITE, printed
from whole_site import write_files

HERE = "示例街道/示例小区"
HUNG = f"{PLACE}/hung.yml"
FILES = {
    **SITE,
    f"{PLACE}/place.yml": "kind: 楼院\nname: 示例小区\nbuildings: [{name: 1号楼, units: 2}]\n",
    "content/示例街道/空院/place.yml": "kind: 楼院\nname: 空院\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_files(tmp_path, FILES)
    return tmp_path


def test_a_place_above_prints_the_sets_of_the_places_below(call, site: Path) -> None:
    called = call("-C", site, "print", "示例街道", "--doorway", "1号楼2单元")
    assert (called.code, called.err) == (0, "")
    assert called.out.splitlines() == [
        HERE,
        "  1号楼2单元",
        "    志愿者服务公示栏  a3-landscape  1张  新挂",
        "    民生实事公示  a3-landscape  1张  新挂",
        f"楼门1个，公示栏2份，纸张 A3 2张；写入2个文件；在 {(site / 'print').resolve()}",
        "挂好以后，加上 --record 再运行一次，记进挂出记录",
    ]
    assert list(printed(site)) == [
        f"{HERE}/doorways/1号楼2单元/{name}.pdf" for name in ("a3", "packing-list")
    ]


def test_a_list_draws_nothing_and_json_is_the_same_in_both_languages(call, site: Path) -> None:
    said = call("-C", site, "print", "--doorway", "--list").out.splitlines()
    assert said[:3] == [HERE, "  1号楼1单元", "    志愿者服务公示栏  a3-landscape  1张  新挂"]
    assert len(said) == 1 + 2 * 3
    zh, en = (
        call("-C", site, "--lang", each, "print", "--doorway", "all", "--list", "--json").out
        for each in ("zh", "en")
    )
    assert [(row["doorway"], row["board"]) for row in json.loads(zh)[0]["boards"]] == [
        (f"1号楼{number}单元", board) for number in (1, 2) for board in ("volunteer", "tasks")
    ]
    keys = [sorted(row) for row in json.loads(en)[0]["boards"]]
    assert keys == [sorted(row) for row in json.loads(zh)[0]["boards"]]
    assert not (site / "print").exists()


def test_a_recorded_set_is_what_the_next_packing_list_replaces(call, site: Path) -> None:
    doorways = ("-C", site, "print", HERE, "--doorway")
    first = call(*doorways, "--record", "--date", "2026-11-10")
    assert first.out.endswith("挂出记录新记4块\n")
    text = (site / HUNG).read_text(encoding="utf-8")
    assert re.findall(r"doorway: (\S+)\n  board: (\S+)\n  size: (\S+)\n", text) == [
        (doorway, board, "a3-landscape")
        for doorway in ("1号楼1单元", "1号楼2单元")
        for board in ("volunteer", "tasks")
    ]
    assert call(*doorways, "--record").out.endswith("挂出记录里都有了，没有新记\n")
    assert (site / HUNG).read_text(encoding="utf-8") == text
    assert "E-" not in call("-C", site, "check").out
    write_files(
        site,
        {
            f"{PLACE}/volunteers.yml": "- {name: 示例丙, joined: 2020-11-04}\n- {name: 示例丁}\n- {name: 示例戊}\n"
        },
    )
    rows = json.loads(call(*doorways, "--list", "--json").out)[0]["boards"]
    assert [(row["board"], row["does"]) for row in rows] == [("volunteer", "replaces"), ("tasks", "same")] * 2
    assert all(row["hung"] == "2026-11-10" and row["replaces"] in text for row in rows)
    assert call(*doorways, "1号楼2单元", "--record").out.endswith("挂出记录新记1块\n")
    rows = json.loads(call(*doorways, "--list", "--json").out)[0]["boards"]
    assert [row["does"] for row in rows] == ["replaces", "same", "same", "same"]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    (
        (
            [HERE, "--doorway", "1号楼3单元"],
            "没有楼门“1号楼3单元”；是不是 1号楼2单元？",
            "there is no doorway “1号楼3单元”; did you mean 1号楼2单元?",
        ),
        ([HERE, "--doorway", "qq"], "有的是：1号楼1单元、1号楼2单元", "there are: 1号楼1单元, 1号楼2单元"),
        (
            ["示例街道/空院", "--doorway"],
            "“示例街道/空院”没有楼门；先在 place.yml",
            "has no doorways; state units",
        ),
        (
            ["--doorway", HERE],
            f"“{HERE}”是地点，写在 --doorway 前面：print {HERE} --doorway",
            f"“{HERE}” is a place and stands before --doorway",
        ),
        (["示例街道/示例小取", "--doorway"], f"是不是 {HERE}？", f"did you mean {HERE}?"),
        (["--json"], "--json 要和 --doorway 一起用", "--json is used with --doorway"),
        (
            ["--doorway", "--legibility"],
            "--doorway 和 --legibility 只能写一个",
            "--doorway and --legibility cannot stand together",
        ),
        ([HERE, "--doorway", "--form", "ballot"], "--form 和 --doorway 不能一起用", "--form and --doorway"),
        ([HERE, "--doorway", "--first", "99999", "--size", "A4"], "E-FORM-NUMBER", "E-FORM-NUMBER"),
    ),
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(
    call, site: Path, arguments: list[str], zh: str, en: str
) -> None:
    settings = SITE["content/site.yml"].replace("[volunteer, tasks]", "[volunteer, tasks, comment-card]")
    write_files(site, {"content/site.yml": settings})
    write_files(
        site, {f"{PLACE}/tasks.yml": "- {id: gas, title: 通燃气, state: 已完成, finished: 2026-11-04}\n"}
    )
    for language, words in (("zh", zh), ("en", en)):
        called = call("-C", site, "--lang", language, "print", *arguments)
        assert (called.code, called.out) == (2, "")
        assert words in called.err
    assert not (site / "print").exists()


@pytest.mark.parametrize(
    ("changes", "arguments", "told"),
    (
        ({f"{PLACE}/tasks.yml": f"- {{id: a, title: {'长' * 900}, state: 已完成}}\n"}, [], "E-BOARD-FIT"),
        ({"file": ""}, ["--output", "file"], "E-OUTPUT-WRITE"),
        (
            {
                f"{PLACE}/place.yml": "kind: 楼院\nname: 示例小区\nbuildings: [{name: 1号楼, doorways: [东, 东]}]\n"
            },
            [],
            "E-DOORWAY-TWICE",
        ),
        (
            {HUNG: "- {doorway: 1号楼1单元, board: tasks, code: abcde, hung: 2026-12-01}\n"},
            ["--record"],
            "E-HUNG-REPLACED",
        ),
    ),
)
def test_with_something_wrong_nothing_is_written(
    call, site: Path, changes: dict[str, str], arguments: list[str], told: str
) -> None:
    write_files(site, changes)
    before = (site / HUNG).read_bytes() if HUNG in changes else None
    called = call("-C", site, "print", "--doorway", *arguments)
    assert (called.code, called.out) == (1, "")
    assert told in called.err
    assert called.err.endswith("没有打印：什么也没有写\n") or "--output" in arguments
    assert not (site / "print").exists()
    assert ((site / HUNG).read_bytes() if HUNG in changes else None) == before


def test_what_cannot_be_replaced_stops_between_whole_files(call, site: Path) -> None:
    (site / "print" / HERE / "doorways/packing-list.pdf").mkdir(parents=True)
    called = call("-C", site, "print", "--doorway", "--record")
    assert (called.code, called.out) == (1, "")
    assert "E-OUTPUT-WRITE" in called.err
    ((name, data),) = printed(site).items()
    assert name == f"{HERE}/doorways/a3.pdf"
    assert data.endswith(b"%%EOF\n")
    assert list(site.rglob("*.part")) == []
    assert not (site / HUNG).exists()
