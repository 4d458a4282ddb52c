"""What `build` and `check` say: the summary, what was withheld, what happens with errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from whole_site import write_files

SITE = {
    "content/site.yml": "title: 示例站\nbase_url: https://example.org/\n",
    "content/示例街道/place.yml": "kind: 街道\nname: 示例街道\nsample: 是\n",
    "content/示例街道/volunteers.yml": """\
- {name: 示例甲, private_phone: "1"}
- {name: 示例䶮, consent: {name: [公示栏, 网页], until: 2026-12-31}}
""",
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_summary(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    first = call("-C", tmp_path, "build")
    pages, written, *withheld, changes, opened = first.out.splitlines()
    number = len([path for path in files_of(tmp_path / "site") if ".noticeboard" not in path])
    assert first.err == ""
    assert pages.startswith("共")
    assert written == f"写入{number}个文件，0个未变，删去0个"
    assert withheld == ["未公开：志愿者的姓名 1处：未同意公开", "未公开：志愿者的个人电话 1处：从不公开"]
    assert changes == "不改内容，网站也会在2027年1月1日变化：到时请再生成一次"
    assert opened == f"打开看看：{(tmp_path / 'site' / 'index.html').resolve()}"
    assert f"写入0个文件，{number}个未变，删去0个" in call("-C", tmp_path, "build").out.splitlines()
    assert (
        f"写入0个文件，{number}个未变，删去0个" in call("-C", tmp_path, "build", "--clean").out.splitlines()
    )


def test_summary_in_english(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    said = call("-C", tmp_path, "--lang", "en", "build", "--output", "public").out.splitlines()
    assert "Withheld: volunteer name: 1, no consent" in said
    assert "Without any edit the site changes on 2027-01-01: build it again then" in said
    assert said[-1] == f"Open it: {(tmp_path / 'public' / 'index.html').resolve()}"


def test_the_day_of_the_site_is_that_of_its_time_zone(call, tmp_path: Path) -> None:
    # The clock of these tests says noon in Greenwich on 2026-11-20; on Kiritimati it is the 21st already.
    write_files(tmp_path, {"content/site.yml": SITE["content/site.yml"] + "time_zone: Pacific/Kiritimati\n"})
    notice = "title: 示例\nissuer: 示例小区\nissued: 2026-11-01\nfrom: 2026-11-01\nto: 2026-11-20\n"
    write_files(tmp_path, {"content/notices/a.yml": notice})
    call("-C", tmp_path, "build")
    over = (tmp_path / "site" / "notices" / "a" / "index.html").read_text(encoding="utf-8")
    call("-C", tmp_path, "build", "--date", "2026-11-20")
    running = (tmp_path / "site" / "notices" / "a" / "index.html").read_text(encoding="utf-8")
    assert ("已结束" in over, "公示中" in running) == (True, True)


def test_quiet_and_verbose(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    assert call("-C", tmp_path, "-q", "build").out == ""
    write_files(tmp_path, {"content/示例街道/place.yml": "kind: 街道\nname: 示例路街道\nsample: 是\n"})
    assert "示例街道/index.html  内容变了" in call("-C", tmp_path, "build", "-v").out.splitlines()
    assert call("-C", tmp_path, "check", "-q").out == ""


def test_errors_go_to_standard_error_and_leave_the_site_as_it_was(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    call("-C", tmp_path, "build")
    before = files_of(tmp_path / "site")
    write_files(tmp_path, {"content/示例街道/place.yml": "kind: 街道\nname: 示例街道\nbuilt: 2025-02-30\n"})
    called = call("-C", tmp_path, "build")
    assert (called.code, called.out) == (1, "")
    assert called.err.splitlines() == [
        "content/示例街道/place.yml:3:8  E-DATE  2025-02-30 不存在：2025年2月只有28天",
        "    3 | built: 2025-02-30",
        "               ^^^^^^^^^^",
        "   改为真实日期，或只写月份：2025-02",
        "",
        "1个错误",
        "没有生成：网站保持原样",
    ]
    assert files_of(tmp_path / "site") == before


@pytest.mark.parametrize(("option", "shown"), (([], False), (["--drafts"], True)))
def test_drafts(call, tmp_path: Path, option: list[str], shown: bool) -> None:
    write_files(tmp_path, {**SITE, "content/tasks/new.yml": "title: 草稿事项\nstate: 待办\ndraft: 是\n"})
    call("-C", tmp_path, "build", *option)
    assert (tmp_path / "site" / "tasks" / "new" / "index.html").exists() is shown


def test_check_writes_nothing(call, tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    before = files_of(tmp_path)
    assert call("-C", tmp_path, "check").out == "没有发现问题\n"
    assert call("-C", tmp_path, "check", "--json").out == "[]\n"
    assert call("-C", tmp_path, "check", "--format", "github").out == ""
    assert files_of(tmp_path) == before
