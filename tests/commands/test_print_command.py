"""`print`: which boards on which sheets, where the files go, what is not drawn again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from print_site import PLACE, SITE, TASKS, VOLUNTEER, printed, said
from pypdf import PdfReader
from whole_site import CHECKOUT, every_file, write_files


def test_every_board_with_records_on_the_sheets_of_the_site(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    called = call("-C", tmp_path, "print")
    assert (called.code, called.err) == (0, "")
    assert called.out == said(3, 3, 3, 3, tmp_path / "print")
    assert list(printed(tmp_path)) == sorted((*TASKS, VOLUNTEER))
    pdf = PdfReader(io.BytesIO(printed(tmp_path)[VOLUNTEER]))
    assert "志愿者服务公示栏" in pdf.pages[0].extract_text()
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("志愿者服务公示栏 - 示例小区", "示例社区居民委员会")
    assert str(pdf.metadata["/CreationDate"]) == "D:20201104"


def test_what_is_unchanged_is_not_drawn_again(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    call("-C", tmp_path, "print")
    before = printed(tmp_path)
    assert call("-C", tmp_path, "print").out == said(3, 3, 0, 0, tmp_path / "print")
    (tmp_path / "print" / VOLUNTEER).unlink()
    assert call("-C", tmp_path, "print").out == said(3, 3, 0, 1, tmp_path / "print")
    assert printed(tmp_path) == before
    write_files(tmp_path, {f"{PLACE}/volunteers.yml": "- {name: 示例丙, joined: 2020-11-04}\n"})
    assert call("-C", tmp_path, "print").out == said(3, 3, 1, 1, tmp_path / "print")
    assert {path for path, data in printed(tmp_path).items() if before[path] != data} == {VOLUNTEER}


def test_a_stylesheet_of_the_site_draws_its_boards_anew(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    call("-C", tmp_path, "print")
    style = (CHECKOUT / "templates/assets/board.css").read_bytes()
    write_files(tmp_path, {"templates/assets/board.css": style + b".band{border-top:1mm solid #000}\n"})
    assert call("-C", tmp_path, "print").out == said(3, 3, 3, 3, tmp_path / "print")


@pytest.mark.parametrize("damage", (b"", b"%PDF-1.7\n", b"noticeboard pdf 1 0\n%PDF"))
def test_a_damaged_store_is_noticed(call, tmp_path: Path, damage: bytes) -> None:
    write_files(tmp_path, SITE)
    call("-C", tmp_path, "print")
    before = printed(tmp_path)
    for path in (tmp_path / ".noticeboard" / "pdf").iterdir():
        path.write_bytes(damage or path.read_bytes().replace(b"PDF", b"FDP"))
    assert call("-C", tmp_path, "print").out == said(3, 3, 3, 0, tmp_path / "print")
    assert call("-C", tmp_path, "print").out == said(3, 3, 0, 0, tmp_path / "print")
    assert printed(tmp_path) == before


def test_a_store_that_cannot_be_written_costs_a_note(call, tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, ".noticeboard/pdf": "no folder"})
    called = call("-C", tmp_path, "print", "-v")
    assert called.code == 0
    assert "N-CACHE" in called.err
    assert len(printed(tmp_path)) == 3


@pytest.mark.parametrize(
    ("arguments", "names"),
    (
        (["示例街道/示例小区"], [*TASKS, VOLUNTEER]),
        (["content/示例街道/示例小区/", "--board", "tasks"], list(TASKS)),
        (["--board", "志愿者服务公示栏"], [VOLUNTEER]),
        (["--board", "tasks", "--size", "A4"], [TASKS[1]]),
        (["--board", "volunteer", "--size", "A4"], ["示例街道/示例小区/volunteer-a4-landscape.pdf"]),
        (
            ["--board", "volunteer", "--size", "a4-landscape", "--orientation", "portrait"],
            ["示例街道/示例小区/volunteer-a4-portrait.pdf"],
        ),
        (
            ["--board", "volunteer", "--orientation", "portrait"],
            ["示例街道/示例小区/volunteer-a3-portrait.pdf"],
        ),
    ),
)
def test_what_is_asked_for(call, tmp_path: Path, arguments: list[str], names: list[str]) -> None:
    write_files(tmp_path, SITE)
    assert call("-C", tmp_path, "print", *arguments).code == 0
    assert list(printed(tmp_path)) == sorted(names)
    for name, data in printed(tmp_path).items():
        box = PdfReader(io.BytesIO(data)).pages[0].mediabox
        assert ("landscape" in name) == (box.width > box.height)
        assert ("a3" in name) == (max(box.width, box.height) > 1000)


HERE = "示例街道/示例小区"
PANELS = (f"{HERE}/tasks-80x120-landscape.pdf", f"{HERE}/volunteer-80x120-landscape.pdf")


@pytest.mark.parametrize(
    ("arguments", "names", "size"),
    (
        (["--size", "80x120"], PANELS, (1200, 800)),
        (["--size", "易拉宝", "--board", "tasks"], [f"{HERE}/tasks-rollup-portrait.pdf"], (800, 2000)),
        (["--size", "700×500", "--board", "volunteer"], [f"{HERE}/volunteer-700x500mm.pdf"], (700, 500)),
        (
            ["--size", "70x50cm", "--orientation", "portrait", "--board", "volunteer"],
            [f"{HERE}/volunteer-500x700mm.pdf"],
            (500, 700),
        ),
        (
            ["--board", "volunteer", "--large", "--grey"],
            [f"{HERE}/volunteer-a3-landscape-large-grey.pdf"],
            (420, 297),
        ),
        (["--board", "volunteer", "--bleed"], [f"{HERE}/volunteer-a3-landscape-bleed.pdf"], (440, 317)),
        (
            ["--board", "volunteer", "--distance", "2米"],
            [f"{HERE}/volunteer-a3-landscape-2m.pdf"],
            (420, 297),
        ),
        (
            ["--board", "tasks", "--size", "60x90", "--tile", "A4"],
            [f"{HERE}/tasks-60x90-landscape-on-a4.pdf"],
            (210, 297),
        ),
        (["--board", "volunteer", "--tile", "a3"], [VOLUNTEER], (420, 297)),
        (
            ["--board", "volunteer", "--tile", "a3", "--bleed"],
            [f"{HERE}/volunteer-a3-landscape-bleed-on-a3.pdf"],
            (297, 420),
        ),
    ),
)
def test_any_sheet(
    call, tmp_path: Path, arguments: list[str], names: list[str], size: tuple[float, float]
) -> None:
    write_files(tmp_path, SITE)
    called = call("-C", tmp_path, "print", *arguments)
    assert (called.code, called.err) == (0, "")
    assert list(printed(tmp_path)) == sorted(names)
    pages = 0
    for data in printed(tmp_path).values():
        pdf = PdfReader(io.BytesIO(data))
        pages += len(pdf.pages)
        box = pdf.pages[0].mediabox
        assert [float(side) / 72 * 25.4 for side in (box.width, box.height)] == pytest.approx(size, abs=0.05)
    assert called.out == said(len(names), pages, len(names), len(names), tmp_path / "print")


def test_a_larger_distance_makes_larger_type_and_each_its_own_file(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    arguments = ("-C", tmp_path, "print", "--board", "volunteer")
    call(*arguments)
    for distance in ("2m", "1m", "200厘米"):
        call(*arguments, "--distance", distance)
    one, two = (f"{HERE}/volunteer-a3-landscape-{distance}m.pdf" for distance in (1, 2))
    files = printed(tmp_path)
    assert list(files) == [one, two, VOLUNTEER]
    assert files[one] == files[VOLUNTEER] != files[two]


def test_what_was_drawn_among_other_sheets_is_not_drawn_again(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    arguments = ("-C", tmp_path, "print", "--board", "tasks")
    call(*arguments)
    assert "新画0份" in call(*arguments, "--size", "a3").out
    for more in (["--grey"], ["--bleed"], ["--large"], ["--distance", "2m"]):
        assert "新画1份" in call(*arguments, "--size", "a3", *more).out
    for paper in ("a4", "a3"):
        assert "新画1份" in call(*arguments, "--size", "60x90", "--tile", paper).out
    assert "新画0份" in call(*arguments, "--size", "90×60cm", "--tile", "a4").out


def test_legibility(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    arguments = ("-C", tmp_path, "--lang", "zh", "print", "--legibility", "--board", "tasks")
    assert call(*arguments).out.splitlines() == [
        f"{HERE}/tasks-a3-landscape  1块，最小字高3.75毫米（1米处至少3.75毫米），对比度8.0:1，灰度8.6:1",
        f"{HERE}/tasks-a4-portrait  1块，最小字高3.75毫米（1米处至少3.75毫米），对比度8.0:1，灰度8.6:1",
    ]
    (line,) = call(*arguments, "--size", "80x120", "--grey", "--lang", "en").out.splitlines()
    assert line == (
        f"{HERE}/tasks-80x120-landscape-grey  1 panel, smallest type 10.75 mm (at 3 m at least 10.75 mm), "
        "contrast 17.2:1, in grey 17.2:1"
    )
    assert not (tmp_path / "print").exists()


def test_legibility_tells_what_does_not_fit(call, tmp_path: Path) -> None:
    row = f"- {{id: a, title: {'长' * 900}, state: 已完成}}\n"
    write_files(tmp_path, {**SITE, f"{PLACE}/tasks.yml": row})
    called = call("-C", tmp_path, "print", "--legibility")
    assert (called.code, called.out) == (1, "")
    assert "E-BOARD-FIT" in called.err
    assert "没有打印" not in called.err


def test_one_notice_by_its_key_and_sheets_that_the_settings_name(call, tmp_path: Path) -> None:
    notice = "title: 示例公告\nissuer: 示例小区\nissued: 2026-11-01\n"
    site = SITE["content/site.yml"].replace("[volunteer, tasks]", "[tasks], sizes: [A4]")
    write_files(tmp_path, {**SITE, "content/site.yml": site, f"{PLACE}/notices/a.yml": notice})
    call("-C", tmp_path, "print")
    assert list(printed(tmp_path)) == [TASKS[1]]
    call("-C", tmp_path, "print", "--board", "notice-a", "--output", "out")
    assert list(every_file(tmp_path / "out")) == ["示例街道/示例小区/notice-a-a4-portrait.pdf"]


def test_list(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    lines = call("-C", tmp_path, "print", "--list").out.splitlines()
    assert "  volunteer  志愿者服务公示栏  a3-landscape" in lines
    assert "  a3-portrait  A3 纵向  297 × 420 mm" in lines
    place = lines.index("  示例街道/示例小区")
    assert lines[place + 1 :] == ["    volunteer  志愿者服务公示栏", "    tasks  民生实事公示"]
    english = call("-C", tmp_path, "--lang", "en", "print", "--list", "示例街道/示例小区").out.splitlines()
    assert english[0] == "Kinds of boards (--board)"
    assert english[-1].startswith("    tasks  ")
    assert not (tmp_path / "print").exists()


def test_several_processes_print_the_same(call, tmp_path: Path) -> None:
    files = dict(SITE)
    for number in range(8):
        files[f"content/c{number}/place.yml"] = f"kind: 楼院\nname: 示例{number}号院\n"
        files[f"content/c{number}/volunteers.yml"] = SITE[f"{PLACE}/volunteers.yml"]
    write_files(tmp_path, files)
    call("-C", tmp_path, "print", "--jobs", "1", "--output", "one")
    for path in (tmp_path / ".noticeboard" / "pdf").iterdir():
        path.unlink()
    assert "新画11份" in call("-C", tmp_path, "print", "--jobs", "2", "--output", "two").out
    assert every_file(tmp_path / "one") == every_file(tmp_path / "two")


def test_as_on_another_day(call, tmp_path: Path) -> None:
    notice = "title: 示例\nissuer: 示例小区\nissued: 2026-11-01\nfrom: 2026-11-01\nto: 2026-11-10\n"
    write_files(tmp_path, {**SITE, f"{PLACE}/notices/a.yml": notice})
    assert call("-C", tmp_path, "print", "--board", "notice").code == 2  # it is over on the 20th
    assert call("-C", tmp_path, "print", "--board", "notice", "--date", "2026-11-05").code == 0
