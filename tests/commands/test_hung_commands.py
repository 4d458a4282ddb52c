"""`print --record`, `print --date` of an earlier day, `list reprint`, and the page behind the QR code."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from print_site import PLACE, SITE, TASKS, VOLUNTEER, printed
from pypdf import PdfReader
from whole_site import write_files

SAMPLE = "示例街道/示例小区"
HUNG = f"{PLACE}/hung.yml"
FILES = {**SITE, f"{PLACE}/place.yml": "kind: 楼院\nname: 示例小区\nbuildings: [{name: 1号楼, units: 2}]\n"}
RECORD = ("print", SAMPLE, "--board", "volunteer", "--record", "--doorway", "1号楼1单元")
AGREED = "consent: {name: [wall, web]}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    people = f"- {{name: 示例甲, hours: 12, {AGREED}}}\n- {{name: 示例乙}}\n"
    write_files(tmp_path, {**FILES, f"{PLACE}/volunteers.yml": people})
    return tmp_path


def test_what_was_printed_is_appended_once_and_nothing_else_is_touched(call, site: Path) -> None:
    write_files(site, {HUNG: "# 谁挂的：示例楼栋长\n"})
    assert call("-C", site, *RECORD, "--date", "2026-11-01").out.endswith("挂出记录新记1块\n")
    text = (site / HUNG).read_text(encoding="utf-8")
    assert text.startswith(
        "# 谁挂的：示例楼栋长\n- doorway: 1号楼1单元\n  board: volunteer\n  size: a3-landscape\n"
    )
    assert "  hung: 2026-11-01\n" in text
    assert '{what: "志愿者", name: "示例甲", text: "12小时"}' in text
    assert '{what: "志愿者", text: "示同志"}' in text
    assert call("-C", site, *RECORD).out.endswith("挂出记录里都有了，没有新记\n")
    assert (site / HUNG).read_text(encoding="utf-8") == text
    assert "E-" not in call("-C", site, "check").out


def test_list_reprint_names_what_is_out_of_date_and_why(call, site: Path) -> None:
    call("-C", site, *RECORD)
    assert call("-C", site, "list", "reprint").out == "挂着1块，其中0块要换\n"
    people = f"- {{name: 示例甲, hours: 30, {AGREED}}}\n- {{name: 示例乙}}\n"
    write_files(site, {f"{PLACE}/volunteers.yml": people})
    lines = call("-C", site, "list", "reprint", "示例街道").out.splitlines()
    assert lines[0] == SAMPLE
    assert lines[1].startswith("  1号楼1单元  志愿者服务公示栏  a3-landscape  ")
    assert "    志愿者 · 示例甲：原来“12小时”，现在“30小时”" in lines
    (found,) = json.loads(call("-C", site, "list", "reprint", "--json").out)
    assert (found["place"], found["doorway"], found["why"]) == (SAMPLE, "1号楼1单元", "lines")
    assert {"what": "志愿者 · 示例甲", "was": "12小时", "now": "30小时"} in found["altered"]
    assert call("-C", site, *RECORD).out.endswith("挂出记录新记1块\n")
    assert f"  replaces: {found['code']}\n".replace('"', "") in (site / HUNG).read_text(
        encoding="utf-8"
    ).replace('"', "")
    assert call("-C", site, "list", "reprint", "--json").out == "[]\n"


def test_a_board_that_is_no_more_is_to_be_taken_down_and_its_page_stays(call, site: Path) -> None:
    call("-C", site, *RECORD)
    (site / f"{PLACE}/volunteers.yml").unlink()
    assert "现在没有这块公示栏了，取下即可" in call("-C", site, "list", "reprint").out
    assert call("-C", site, "build").code == 0
    (page,) = [
        path for path in (site / "site/b").rglob("*.html") if "取下" in path.read_text(encoding="utf-8")
    ]
    assert "1号楼1单元" in page.read_text(encoding="utf-8")


def test_the_page_tells_changes_but_no_name_that_is_no_more_agreed_to(call, site: Path) -> None:
    call("-C", site, *RECORD, "--date", "2026-11-01")
    write_files(site, {f"{PLACE}/volunteers.yml": "- {name: 示例甲, hours: 12}\n- {name: 示例乙}\n"})
    call("-C", site, "build")
    pages = [path.read_text(encoding="utf-8") for path in (site / "site").rglob("*.html")]
    assert not any("示例甲" in page for page in pages)
    (page,) = [page for page in pages if "内容已有变化，等待换新" in page]
    assert "2026年11月1日挂出" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    (
        (("--record", "--doorway", "1号楼3单元", "--board", "volunteer"), "E-HUNG-DOORWAY"),
        (("--record", "--board", "tasks"), "--size a3-landscape"),
        (("--doorway", "1号楼1单元", "--board", "volunteer"), "再加上 --record"),
        (("--doorway", "--record", "--board", "volunteer"), "要写出楼门：--doorway 1号楼1单元"),
    ),
)
def test_what_cannot_be_recorded_is_not_printed(
    call, site: Path, arguments: tuple[str, ...], said: str
) -> None:
    called = call("-C", site, "print", SAMPLE, *arguments)
    assert called.code in (1, 2)
    assert said in called.err
    assert not (site / HUNG).exists()
    assert not (site / "print").exists()


def test_a_board_is_not_replaced_before_it_was_hung(call, site: Path) -> None:
    call("-C", site, *RECORD)
    write_files(site, {f"{PLACE}/volunteers.yml": "- {name: 示例丙}\n"})
    before = (site / HUNG).read_bytes()
    assert "E-HUNG-REPLACED" in call("-C", site, *RECORD, "--date", "2026-01-01").err
    assert (site / HUNG).read_bytes() == before


def test_an_earlier_day_shows_what_was_in_force_and_says_so(call, tmp_path: Path) -> None:
    tasks = (
        "- {id: gas, title: 通燃气, state: 已完成, started: 2026-02-01, finished: 2026-08-01}\n"
        "- {id: lamps, title: 换楼道灯, state: 待办, requested: 2026-09-01}\n"
    )
    people = "- {name: 示例甲, joined: 2026-01-01}\n- {name: 示例乙, joined: 2026-09-01}\n"
    write_files(tmp_path, {**SITE, f"{PLACE}/tasks.yml": tasks, f"{PLACE}/volunteers.yml": people})
    assert call("-C", tmp_path, "build").code == 0  # what a build has learnt of today must not be believed
    assert call("-C", tmp_path, "print", "--date", "2026-06-01").code == 0
    board = PdfReader(io.BytesIO(printed(tmp_path)[TASKS[0]])).pages[0].extract_text().replace("\n", "")
    board = board.replace(" ", "")
    assert "进行中" in board
    assert "民生实事1项已完成0项" in board
    assert "2026年8月" not in board
    assert "换楼道灯" not in board
    assert "按2026年6月1日的情况打印" in board
    roster = PdfReader(io.BytesIO(printed(tmp_path)[VOLUNTEER])).pages[0].extract_text()
    assert "1人" in roster.replace("\n", "")
    assert call("-C", tmp_path, "print").code == 0
    today = PdfReader(io.BytesIO(printed(tmp_path)[TASKS[0]])).pages[0].extract_text()
    assert "情况打印" not in today
    assert "换楼道灯" in today.replace("\n", "")
