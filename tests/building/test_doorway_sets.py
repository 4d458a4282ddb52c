"""Doorway sets as files: merged PDFs and packing list of one run, which all tests here share."""

from __future__ import annotations

import io
import json
import re
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from whole_site import every_file, write_files

from noticeboard.building.doorway_sets import print_doorways
from noticeboard.building.print_request import Printed, PrintRequest
from noticeboard.building.request import BuildRequest
from noticeboard.commands.packing_text import packing_json
from noticeboard.planning.printing import DoorwayOrder, PrintOrder

TODAY = date(2026, 11, 20)
HERE = "content/c"
SET = "c/doorways"
FILES = {
    "content/site.yml": "title: 示例站\nbase_url: https://example.org/\nissuer: 示例社区居民委员会\n"
    "boards: {kinds: [volunteer, tasks, comment-card]}\n",
    f"{HERE}/place.yml": "kind: 楼院\nname: 示例小区\n"
    "buildings: [{name: 1号楼, units: 2}, {name: 2号楼, units: 1}]\n",
    f"{HERE}/volunteers.yml": "- {name: 示例甲, skills: [理发], joined: 2020-11-04}\n",
    f"{HERE}/tasks.yml": "- {id: gas, title: 通燃气, state: 已完成, finished: 2026-11-04}\n",
    f"{HERE}/hung.yml": "- {doorway: 1号楼2单元, board: tasks, size: a4-portrait, code: abcde, hung: 2026-01-02}\n",
}
EVERY = DoorwayOrder()
DOORWAYS = ("1号楼1单元", "1号楼2单元", "2号楼1单元")


def print_sets(root: Path, order: DoorwayOrder = EVERY) -> Printed:
    site = BuildRequest(root, TODAY, root / "print", jobs=1)
    printed, result = print_doorways(PrintRequest(site, PrintOrder(doorways=order)))
    assert result.ok, result.report
    return printed


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doorways")
    write_files(folder, FILES)
    return folder


@pytest.fixture(scope="module")
def printed(root: Path) -> Printed:
    return print_sets(root)


def file_of(root: Path, name: str) -> bytes:
    return (root / "print" / SET / name).read_bytes()


def pages(data: bytes) -> list[str]:
    """The text of each page without its white."""
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


def test_one_file_for_each_paper_and_the_packing_list(root: Path, printed: Printed) -> None:
    assert [board.path for board in printed.boards] == [
        f"{SET}/{n}.pdf" for n in ("a3", "a4", "packing-list")
    ]
    assert sorted(every_file(root / "print")) == sorted(board.path for board in printed.boards)
    assert printed.written == 3


def test_pages_stand_in_print_order_and_are_those_of_the_rows(root: Path, printed: Printed) -> None:
    (packing,) = printed.packed
    a3, a4 = pages(file_of(root, "a3.pdf")), pages(file_of(root, "a4.pdf"))
    assert (len(a3), len(a4)) == (5, 4)
    assert ["志愿者" in text for text in a3] == [True, False, True, True, False]
    assert ["民生实事公示" in text for text in a4] == [False, True, False, False]
    assert [re.findall(r"编号(\d{4})", text) for text in a4 if "点评卡" in text] == [
        ["0001", "0002", "0003", "0004"],
        ["0005", "0006", "0007", "0008"],
        ["0009", "0010", "0011", "0012"],
    ]
    for row in packing.rows:
        texts = {"a3.pdf": a3, "a4.pdf": a4}[row.file][row.first_page - 1 : row.last_page]
        assert len(texts) == row.pages
        assert all(row.code in text for text in texts)
    assert sum(row.pages for row in packing.rows) == len(a3) + len(a4)


def test_page_boxes_are_exact(root: Path, printed: Printed) -> None:
    for name, size in (("a3.pdf", (420, 297)), ("a4.pdf", (210, 297)), ("packing-list.pdf", (210, 297))):
        for page in PdfReader(io.BytesIO(file_of(root, name))).pages:
            for box in (page.mediabox, page.trimbox, page.bleedbox):
                sides = [float(side) / 72 * 25.4 for side in (box.width, box.height)]
                assert sides == pytest.approx(size, abs=0.05)


def test_the_outline_has_every_doorway_and_its_boards(root: Path, printed: Printed) -> None:
    (packing,) = printed.packed
    for file in packing.files:
        with pikepdf.open(io.BytesIO(file_of(root, file.name))) as pdf, pdf.open_outline() as outline:
            at = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
            found = [
                (doorway.title, board.title, at[board.destination[0].objgen])
                for doorway in outline.root
                for board in doorway.children
            ]
        rows = [row for row in packing.rows if row.file == file.name]
        assert found == [(row.doorway, row.title, row.first_page) for row in rows]


def test_what_the_files_say_of_themselves(root: Path, printed: Printed) -> None:
    meta = PdfReader(io.BytesIO(file_of(root, "a3.pdf"))).metadata
    assert meta is not None
    assert (meta.title, meta.author) == ("楼门套件 A3 - 示例小区", "示例社区居民委员会")
    assert str(meta["/CreationDate"]) == "D:20261104"
    listed = PdfReader(io.BytesIO(file_of(root, "packing-list.pdf"))).metadata
    assert listed is not None
    assert str(listed["/CreationDate"]) == "D:20261120"


def test_the_packing_list_has_a_sheet_for_each_doorway_after_that_of_the_piles(
    root: Path, printed: Printed
) -> None:
    piles, *sheets = pages(file_of(root, "packing-list.pdf"))
    assert "a3.pdf第1至2页" in piles
    assert "a3.pdf：A3，5张" in piles
    assert len(sheets) == len(DOORWAYS)
    assert all(doorway in text for doorway, text in zip(DOORWAYS, sheets, strict=True))
    assert ["新挂" in text for text in sheets] == [True] * 3
    assert "版本abcde" in sheets[1]
    assert "2026年1月2日挂出" in sheets[1]
    assert "编号0005至0008" in sheets[1]


def test_the_same_again_is_the_same_bytes(root: Path, printed: Printed) -> None:
    assert print_sets(root).written == 0


def test_one_doorway_beside_all(root: Path, printed: Printed) -> None:
    before = every_file(root / "print")
    one = print_sets(root, DoorwayOrder(("1号楼2单元",)))
    assert [board.path for board in one.boards] == [
        f"{SET}/1号楼2单元/{name}.pdf" for name in ("a3", "a4", "packing-list")
    ]
    assert len(pages(file_of(root, "1号楼2单元/packing-list.pdf"))) == 1
    assert {path: every_file(root / "print")[path] for path in before} == before


def test_the_packing_list_as_json(printed: Printed) -> None:
    (told,) = json.loads(packing_json(printed.packed))
    assert told["place"] == "c"
    assert told["files"][0] == {"file": f"{SET}/a3.pdf", "pages": 5}
    row = told["boards"][4]
    assert (row["doorway"], row["board"], row["size"]) == ("1号楼2单元", "tasks", "a4-portrait")
    assert (row["does"], row["replaces"], row["hung"]) == ("replaces", "abcde", "2026-01-02")
    assert [row["numbers"] for row in told["boards"] if row["does"] == "cards"] == [[1, 4], [5, 8], [9, 12]]
    assert (told["take_down"], told["left_out"]) == ([], [])
