"""Which folders a build may write to, and what it says about the others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from site_folder import codes, everything, pages, try_release, write

from noticeboard.diagnostics import Diagnostic
from noticeboard.publishing.files import digest
from noticeboard.publishing.output import open_output


def refusal(path: Path, root: Path) -> Diagnostic:
    """The one diagnostic of an output that must not open."""
    output, report = open_output(path, root)
    assert output is None
    assert len(report) == 1
    return next(iter(report))


def test_an_absent_folder_is_made_and_listed_as_ours(root: Path) -> None:
    output, report = open_output(root / "out/deep", root)
    assert output is not None
    assert len(report) == 0
    assert output.path == (root / "out/deep").resolve()
    assert output.own_files() == {}
    output.close()
    assert everything(root / "out/deep") == {
        ".noticeboard": "/",
        ".noticeboard/files": "noticeboard files 1\n",
        ".noticeboard/lock": "",
    }


@pytest.mark.parametrize("clutter", (".DS_Store", "Thumbs.db", "desktop.ini"))
def test_an_empty_folder_is_taken_also_with_a_file_managers_clutter(
    root: Path, site: Path, clutter: str
) -> None:
    write(site, {clutter: "x"})
    try_release(site, root, {"index.html": "页"})
    try_release(site, root, {})
    assert pages(site) == {clutter: "x"}


def test_a_folder_that_a_build_began_to_make_is_taken(root: Path, site: Path) -> None:
    (site / ".noticeboard").mkdir(parents=True)
    assert try_release(site, root, {"index.html": "页"})[0] is not None


@pytest.mark.parametrize("name", ("照片.jpg", ".git/HEAD", "index.html", ".noticeboard.bak", "空/"))
def test_a_folder_that_no_build_made_is_refused_untouched(root: Path, site: Path, name: str) -> None:
    if name.endswith("/"):
        (site / name).mkdir(parents=True)
    else:
        write(site, {name: "别人的"})
    before = everything(site)

    found = refusal(site, root)

    first = name.split("/")[0]
    assert found.code == "E-OUTPUT-FOREIGN"
    assert found.message.zh == f"输出文件夹“{site}”不是空的，也不是本程序生成的：里面有“{first}”"
    assert found.remedy.zh == "换一个文件夹，或自己清空它；本程序不会删除别的文件"
    assert everything(site) == before


@pytest.mark.parametrize(
    ("place", "said"),
    (
        (".", "包含网站的源文件"),
        ("..", "包含网站的源文件"),
        ("content", "包含网站的源文件"),
        ("templates", "包含网站的源文件"),
        (".noticeboard", "包含网站的源文件"),
        ("content/site", "在“content”里面"),
        ("content/三湾街/../out", "在“content”里面"),
        ("templates/a/b", "在“templates”里面"),
    ),
)
def test_an_output_among_the_sources_is_refused(root: Path, place: str, said: str) -> None:
    before = everything(root)
    found = refusal(root / place, root)
    assert found.code == "E-OUTPUT-PLACE"
    assert said in found.message.zh
    assert found.remedy.zh == f"换一个文件夹，例如“{root / 'site'}”"
    assert everything(root) == before


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_links_do_not_hide_the_place(root: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(root / "content")
    assert refusal(tmp_path / "alias/site", root).code == "E-OUTPUT-PLACE"

    (tmp_path / "elsewhere/words").mkdir(parents=True)
    (root / "content").rmdir()
    (root / "content").symlink_to(tmp_path / "elsewhere/words")
    assert refusal(tmp_path / "elsewhere", root).code == "E-OUTPUT-PLACE"
    assert refusal(tmp_path / "elsewhere/words/site", root).code == "E-OUTPUT-PLACE"


def test_the_preview_may_lie_in_the_cache_beside_the_content(root: Path) -> None:
    write(root, {".noticeboard/manifest": "x"})
    released, _ = try_release(root / ".noticeboard/serve", root, {"index.html": "页"})
    assert released is not None


def test_an_output_that_is_a_file_is_refused(root: Path, site: Path) -> None:
    site.write_text("a file")
    found = refusal(site, root)
    assert (found.code, found.message.zh) == (
        "E-OUTPUT-WRITE",
        f"无法写入“{site}”：同名的是文件，不是文件夹",
    )
    assert refusal(site / "under", root).code == "E-OUTPUT-WRITE"
    assert site.read_text() == "a file"


def test_an_unwritable_folder_is_refused(root: Path, site: Path) -> None:
    site.mkdir()
    site.chmod(0o555)
    if os.access(site, os.W_OK):
        pytest.skip("this user may write everywhere, or the system knows no modes")
    found = refusal(site, root)
    assert (found.code, found.message.en) == (
        "E-OUTPUT-WRITE",
        f"“{site / '.noticeboard'}” cannot be written: no permission, or another program has the file open",
    )


@pytest.mark.parametrize("name", ("长" * 200, "a\0b"))
def test_an_impossible_name_is_refused(root: Path, name: str) -> None:
    assert refusal(root / name, root).code == "E-OUTPUT-WRITE"


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_links_in_a_circle_and_a_linked_control_folder_are_refused(
    root: Path, site: Path, tmp_path: Path
) -> None:
    (root / "loop").symlink_to(root / "loop")
    assert refusal(root / "loop/site", root).code == "E-OUTPUT-WRITE"

    write(tmp_path / "elsewhere", {"files": "noticeboard files 1\n", "staging/x": "别处"})
    site.mkdir()
    (site / ".noticeboard").symlink_to(tmp_path / "elsewhere")
    assert refusal(site, root).code == "E-OUTPUT-FOREIGN"
    assert (tmp_path / "elsewhere/staging/x").exists()


@pytest.mark.parametrize(
    "listed",
    (
        "",
        "files 2\n",
        "noticeboard files 1\nabc index.html\n",
        f"noticeboard files 1\n{digest(b'x')}\n",
        f"noticeboard files 1\n{digest(b'x')} ../content/site.yml\n",
        f"noticeboard files 1\n{digest(b'x')} /etc/hosts\n",
        f"noticeboard files 1\n{digest(b'x')} .noticeboard/lock\n",
        f"noticeboard files 1\n{digest(b'x')} a.html\n{digest(b'y')} a.html\n",
        "noticeboard files 1\n<<<<<<< HEAD\n",
    ),
)
def test_a_damaged_list_stops_with_nothing_touched(root: Path, site: Path, listed: str) -> None:
    write(root, {"content/site.yml": "title: 示例"})
    try_release(site, root, {"index.html": "页"})
    write(site, {".noticeboard/files": listed})
    before = everything(root)

    found = refusal(site, root)

    assert found.code == "E-OUTPUT-LIST"
    assert found.remedy.zh == "换一个输出文件夹，或自己清空它后重新生成"
    assert everything(root) == before


def test_a_list_with_other_line_ends_is_read(root: Path, site: Path) -> None:
    try_release(site, root, {"index.html": "页", "a.html": "甲"})
    listed = (site / ".noticeboard/files").read_bytes()
    (site / ".noticeboard/files").write_bytes(listed.replace(b"\n", b"\r\n"))
    try_release(site, root, {"a.html": "甲"})
    assert pages(site) == {"a.html": "甲"}


def test_two_builds_at_once_are_refused_until_the_first_ends(root: Path, site: Path) -> None:
    first, _ = open_output(site, root)
    assert first is not None
    found = refusal(site, root)
    assert (found.code, found.message.zh) == ("E-OUTPUT-BUSY", f"另一个生成正在写“{site}”")
    first.close()

    second, _ = open_output(site, root)
    assert second is not None
    second.close()


def test_another_process_holds_the_lock_only_while_it_lives(root: Path, site: Path) -> None:
    program = (
        "import sys, pathlib; from noticeboard.publishing.output import open_output\n"
        "output, _ = open_output(*map(pathlib.Path, sys.argv[1:])); print('open', flush=True); input()"
    )
    command = [sys.executable, "-c", program, str(site), str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"
        assert refusal(site, root).code == "E-OUTPUT-BUSY"
        other.kill()
        other.wait()
    assert codes(try_release(site, root, {"index.html": "页"})[1]) == []
