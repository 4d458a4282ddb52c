"""`print`: which boards on which sheets, where the files go, what is not drawn again, what is refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from whole_site import CHECKOUT, every_file, write_files

PLACE = "content/示例街道/示例小区"
SITE = {
    "content/site.yml": "title: 示例站\nbase_url: https://example.org/\nissuer: 示例社区居民委员会\n",
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


def test_one_notice_by_its_key_and_sheets_that_the_settings_name(call, tmp_path: Path) -> None:
    notice = "title: 示例公告\nissuer: 示例小区\nissued: 2026-11-01\n"
    site = SITE["content/site.yml"] + "boards: {kinds: [tasks], sizes: [A4]}\n"
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


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    (
        (
            ["--size", "A33"],
            "--size 的值不对：没有“A33”这种纸张；是不是 a3？",
            "there is no paper “A33”; did you mean a3?",
        ),
        (["--size", "B5x"], "--size 的值不对：没有“B5x”这种纸张", "there is no paper “B5x”"),
        (["--board", "volunter"], "没有“volunter”这种公示栏；是不是 volunteer？", "did you mean volunteer?"),
        (
            ["--board", "志愿者公示栏"],
            "没有“志愿者公示栏”这种公示栏；是不是 volunteer？",
            "did you mean volunteer?",
        ),
        (["--board", "qqq"], "没有“qqq”这种公示栏", "there is no board “qqq”"),
        (
            ["示例街道/示例小取"],
            "content/ 里没有“示例街道/示例小取”这个地点；是不是 示例街道/示例小区？",
            "did you mean 示例街道/示例小区?",
        ),
        (["示例小区"], "是不是 示例街道/示例小区？", "did you mean 示例街道/示例小区?"),
        (["--list", "xyz"], "content/ 里没有“xyz”这个地点", "there is no place “xyz” in content/"),
        (["示例街道"], "“示例街道”没有可以打印的公示栏", "“示例街道” has no board to print"),
        (
            ["--board", "organization"],
            "全站没有“organization”这种公示栏；有的是：volunteer、tasks",
            "it has: volunteer, tasks",
        ),
        (
            ["--orientation", "diagonal"],
            "--orientation 的值不对：只能写 portrait、landscape",
            "must be one of portrait, landscape",
        ),
    ),
)
def test_what_is_not_there_is_refused_with_the_nearest(
    call, tmp_path: Path, arguments, zh: str, en: str
) -> None:
    write_files(tmp_path, SITE)
    for language, words in (("zh", zh), ("en", en)):
        called = call("-C", tmp_path, "--lang", language, "print", *arguments)
        assert (called.code, called.out) == (2, "")
        assert words in called.err
    assert not (tmp_path / "print").exists()


def test_errors_in_the_content_are_all_told_and_nothing_is_written(call, tmp_path: Path) -> None:
    wrong = {
        f"{PLACE}/place.yml": "kind: 楼院\nname: 示例小区\nbuilt: 2025-02-30\n",
        f"{PLACE}/tasks.yml": "- {id: a}\n",
    }
    write_files(tmp_path, {**SITE, **wrong})
    called = call("-C", tmp_path, "print")
    assert (called.code, called.out) == (1, "")
    assert f"{PLACE}/place.yml:3:8  E-DATE" in called.err
    assert f"{PLACE}/tasks.yml:1" in called.err
    assert called.err.splitlines()[-1] == "没有打印：什么也没有写"
    assert not (tmp_path / "print").exists()
    write_files(tmp_path, {"content/site.yml": "titel: x\n"})
    assert call("-C", tmp_path, "print").code == 2


def test_a_record_that_does_not_fit_stops_all(call, tmp_path: Path) -> None:
    write_files(
        tmp_path, {**SITE, f"{PLACE}/tasks.yml": f"- {{id: a, title: {'长' * 900}, state: 已完成}}\n"}
    )
    called = call("-C", tmp_path, "print")
    assert (called.code, called.out) == (1, "")
    assert "E-BOARD-FIT" in called.err
    assert not (tmp_path / "print").exists()


@pytest.mark.parametrize(
    ("output", "code", "told"), (("file", 1, "E-OUTPUT-WRITE"), ("content/pdf", 2, "E-OUTPUT-PLACE"))
)
def test_a_folder_that_cannot_be_written(call, tmp_path: Path, output: str, code: int, told: str) -> None:
    write_files(tmp_path, {**SITE, "file": "mine"})
    called = call("-C", tmp_path, "print", "--output", output)
    assert (called.code, called.out) == (code, "")
    assert told in called.err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "content" / "pdf").exists()


def test_a_template_that_asks_for_a_web_address_is_named(call, tmp_path: Path) -> None:
    frame = (CHECKOUT / "templates/boards/frame.html").read_text(encoding="utf-8")
    wrong = frame.replace("</head>", '<link rel="stylesheet" href="https://example.org/x.css"></head>')
    write_files(tmp_path, {**SITE, "templates/boards/frame.html": wrong})
    called = call("-C", tmp_path, "print")
    assert called.code == 1
    assert called.err.count("E-PDF-RESOURCE") == 1
    assert "“https://example.org/x.css”" in called.err
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


def run_program(folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a process after some lines of Python."""
    start = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n{code}\nfrom noticeboard.cli import run\n"
    command = [sys.executable, "-c", f"{start}sys.exit(run(sys.argv[1:]))", "-C", str(folder), *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)


HIDE = "sys.modules['plutoprint'] = None"


@pytest.mark.parametrize(
    ("language", "words"),
    (
        ("zh", ("这台电脑上用不了", "plutoprint", "pip install", "浏览器")),
        ("en", ("cannot be used here", "plutoprint", "pip install", "browser")),
    ),
)
def test_without_the_engine_print_says_what_is_missing(tmp_path: Path, language: str, words) -> None:
    write_files(tmp_path, SITE)
    done = run_program(tmp_path, HIDE, "--lang", language, "print")
    assert (done.returncode, done.stdout) == (2, "")
    assert "E-PDF-ENGINE" in done.stderr
    assert [word for word in words if word not in done.stderr] == []
    assert "Traceback" not in done.stderr


def test_without_the_engine_everything_else_works(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    for arguments in (["build"], ["check"], ["print", "--list"], ["print", "--help"]):
        done = run_program(tmp_path, HIDE, *arguments)
        assert (done.returncode, done.stderr) == (0, ""), arguments
    assert list((tmp_path / "site").rglob("volunteer-a3-landscape"))


@pytest.mark.parametrize("moment", ("open", "os.rename"))
def test_an_interrupted_run_leaves_whole_files_only(tmp_path: Path, moment: str) -> None:
    write_files(tmp_path, SITE)
    code = f"""
seen = []
def interrupt(event, arguments):
    if event == {moment!r} and "print" in str(arguments[0]) and ".part" in str(arguments[0]):
        seen.append(arguments)
        if len(seen) == 2:
            raise KeyboardInterrupt
sys.addaudithook(interrupt)
"""
    done = run_program(tmp_path, code, "print", "--lang", "zh")
    assert (done.returncode, done.stderr) == (130, "中断了\n")
    files = printed(tmp_path)
    assert len(files) == 1
    assert all(path.endswith(".pdf") and data.endswith(b"%%EOF\n") for path, data in files.items())
    assert list(tmp_path.rglob("*.part")) == []
    again = run_program(tmp_path, "", "print", "--lang", "zh")
    assert again.stdout == said(3, 3, 0, 2, tmp_path / "print")
