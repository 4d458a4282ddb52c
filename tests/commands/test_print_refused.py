"""`print` where something is wrong: what is not there, errors, folders, no engine, an interruption."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_process import HIDE_ENGINE, runs_of_one_process
from print_site import PLACE, SITE, printed, said
from whole_site import CHECKOUT, write_files


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    (
        (
            ["--size", "A33"],
            "--size 的值不对：没有“A33”这种尺寸；是不是“a3”？可以写 a4、a3、",
            "there is no size “A33”; did you mean “a3”? write one of a4, a3, ",
        ),
        (["--size", "B5x"], "--size 的值不对：没有“B5x”这种尺寸", "there is no size “B5x”"),
        (
            ["--size", "60×90mm"],
            "“60×90mm”是60×90毫米，这里做不了；短边100至1500毫米，长边不超过3000毫米；如果是厘米，写 60×90cm",
            "if it is centimetres, write 60×90cm",
        ),
        (
            ["--distance", "9m"],
            "--distance 的值不对：“9m”不是可用的阅读距离；写成 1m、1.5m、2m 的样子，从0.5米到4米",
            "“9m” is no distance to read a board from",
        ),
        (["--tile", "a2"], "--tile 的值不对：只能写 a4、a3", "must be one of a4, a3"),
        (
            ["--list", "--legibility"],
            "--list 和 --legibility 只能写一个",
            "--list and --legibility cannot stand together",
        ),
        (
            ["示例街道", "--legibility"],
            "“示例街道”没有可以打印的公示栏",
            "“示例街道” has no board to print",
        ),
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


def test_without_the_engine_print_says_what_is_missing_and_everything_else_works(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    zh, en, *others = runs_of_one_process(
        tmp_path,
        HIDE_ENGINE,
        ("--lang", "zh", "print"),
        ("--lang", "en", "print"),
        ("build",),
        ("check",),
        ("print", "--list"),
        ("print", "--help"),
    )
    for refused, words in (
        (zh, ("这台电脑上用不了", "plutoprint", "pip install", "浏览器")),
        (en, ("cannot be used here", "plutoprint", "pip install", "browser")),
    ):
        assert (refused.code, refused.out) == (2, "")
        assert [word for word in ("E-PDF-ENGINE", *words) if word not in refused.err] == []
        assert "Traceback" not in refused.err
    assert [(each.code, each.err) for each in others] == [(0, "")] * 4
    assert list((tmp_path / "site").rglob("volunteer-a3-landscape"))


def test_only_print_imports_what_draws_and_only_added_fonts_what_reads_fonts(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    refuse = """
def refuse(event, arguments):
    if event == "import" and arguments[0].split(".")[0] in ("pikepdf", "plutoprint", "fontTools"):
        raise RuntimeError(arguments[0])
sys.addaudithook(refuse)
"""
    *others, drawing = runs_of_one_process(
        tmp_path, refuse, ("--help",), ("check",), ("check", "content/site.yml"), ("build",), ("print",)
    )
    assert [(each.code, each.err) for each in others] == [(0, "")] * 4
    assert drawing.code == 3


@pytest.mark.parametrize("moment", ("open", "os.rename"))
def test_an_interrupted_run_leaves_whole_files_only(call, tmp_path: Path, moment: str) -> None:
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
    (done,) = runs_of_one_process(tmp_path, code, ("print", "--lang", "zh"))
    assert (done.code, done.out, done.err) == (130, "", "中断了\n")
    files = printed(tmp_path)
    assert len(files) == 1
    assert all(path.endswith(".pdf") and data.endswith(b"%%EOF\n") for path, data in files.items())
    assert list(tmp_path.rglob("*.part")) == []
    again = call("-C", tmp_path, "print", "--lang", "zh")
    assert again.out == said(3, 3, 0, 2, tmp_path / "print")
