"""Which paths of pages may become files."""

from __future__ import annotations

from pathlib import Path

import pytest

from noticeboard.diagnostics import Problem
from noticeboard.publishing.files import digest, patiently
from noticeboard.publishing.paths import check_together, is_safe
from noticeboard.publishing.release import Staged, stage

BAD = [
    "",
    "/etc/hosts",
    "a//b",
    "a/",
    ".",
    "..",
    "../x",
    "a/../../x",
    "a/./b",
    "a\\b",
    "C:/x",
    "c:x",
    "a?b",
    "a*",
    'a"b',
    "<a>",
    "a|b",
    "a\nb",
    "a\0b",
    "a\x7fb",
    "a.",
    "a /b",
    "a/b.",
    "CON",
    "con.html",
    "a/NUL/index.html",
    "aux .txt",
    "LPT1",
    "com¹.txt",
    "CONIN$",
    ".noticeboard/files",
    ".NoticeBoard/x",
    ".git/hooks/x",
    "a/.GIT/x",
    "e\u0301.html",  # é in two characters
    "\ud800.html",
    "长" * 86,  # 258 bytes
]
GOOD = [
    "index.html",
    "三湾街/18号楼/index.html",
    "console/auxiliary/com.html",
    "com10/lpt.txt",
    ".well-known/x",
    ".gitignore",
    "a b/ c.html",
    "100%/#.html",
    "a..b/...c",
    "长" * 85,
    "é.html",
]


@pytest.mark.parametrize("path", BAD)
def test_bad_paths_are_refused_before_anything_is_written(tmp_path: Path, path: str) -> None:
    assert not is_safe(path)
    with pytest.raises(Problem) as found:
        stage(tmp_path, path, b"x")
    assert found.value.code == "E-OUTPUT-PATH"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", GOOD)
def test_good_paths_are_staged(tmp_path: Path, path: str) -> None:
    found = stage(tmp_path, path, b"x")
    file = tmp_path / "tree" / path
    assert found == Staged(path, digest(b"x"), size=1, mtime_ns=file.stat().st_mtime_ns)
    assert file.read_bytes() == b"x"


def test_the_message_names_the_bad_part(tmp_path: Path) -> None:
    with pytest.raises(Problem) as found:
        stage(tmp_path, "三湾街/NUL/index.html", b"x")
    assert found.value.message.zh == "页面路径“三湾街/NUL/index.html”不能用作文件路径：“NUL”这一段不行"


@pytest.mark.parametrize(
    ("paths", "clashes"),
    (
        (["a/x.html", "b/x.html", "a/y.html"], 0),
        (["a.html", "A.html"], 1),
        (["a/x.html", "A/y.html", "A/z.html", "A/deep/w.html"], 1),
        (["straße.html", "STRASSE.html"], 1),
        (["a", "a/b.html"], 1),
        (["a", "A/b.html"], 1),
    ),
)
def test_paths_that_one_disk_may_take_for_one_clash(paths: list[str], clashes: int) -> None:
    assert len(list(check_together(paths))) == clashes


def test_a_refused_replacement_is_tried_again() -> None:
    tries: list[int] = []

    def third_time_lucky() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError

    patiently(third_time_lucky, pauses=(0, 0, 0))
    assert len(tries) == 3

    tries.clear()
    with pytest.raises(PermissionError):
        patiently(third_time_lucky, pauses=(0,))
