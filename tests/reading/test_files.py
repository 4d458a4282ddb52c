"""The walk over the content folder: what is found, left out and refused."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from pathlib import Path

import pytest
from reading_report import told

from noticeboard.reading.files import digest, read_bytes, read_text, scan, scan_again, scan_along
from noticeboard.reading.walking import FileEntry, Limits

RENAME = "改个名字，只用汉字、字母、数字、- 和 _"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot create such a file")


def write(root: Path, *paths: str, data: bytes = b"a: 1\n") -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def paths(root: Path) -> list[str]:
    snapshot, _ = scan(root)
    return [entry.path for entry in snapshot.files]


def test_files_are_listed_by_posix_path_in_order(tmp_path: Path) -> None:
    write(
        tmp_path, "content/site.yml", "content/示例街道/示例小区/place.yml", "content/a/b.md", "other/x.yml"
    )
    assert paths(tmp_path) == ["content/a/b.md", "content/site.yml", "content/示例街道/示例小区/place.yml"]


def test_an_entry_has_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "content/site.yml", data=b"12345")
    os.utime(tmp_path / "content/site.yml", ns=(7_000_000_000, 8_000_000_000))
    snapshot, report = scan(tmp_path)
    assert snapshot.files == (FileEntry("content/site.yml", 5, 8_000_000_000),)
    assert not report.diagnostics


@pytest.mark.parametrize(
    "name",
    (
        ".git/config", ".x.yml.swp", ".DS_Store", "a.yml~", "a.yml.swp", "Thumbs.db",
        "~$名单.xlsx", ".~名单.xlsx", "desktop.ini",
    ),
)  # fmt: skip
def test_what_programs_leave_behind_is_ignored(tmp_path: Path, name: str) -> None:
    write(tmp_path, "content/a.yml", f"content/{name}")
    assert paths(tmp_path) == ["content/a.yml"]
    assert not scan(tmp_path)[1].diagnostics


def test_missing_content_folder(tmp_path: Path) -> None:
    assert told(scan(tmp_path)[1]) == [
        (
            "content",
            "E-CONTENT",
            "这里没有 content 文件夹",
            "用 -C 指出站点所在的文件夹，或用 noticeboard new site 新建一个站点",
        )
    ]


@posix_only
@pytest.mark.parametrize("link", ("content/link.yml", "content/folder", "content"))
def test_links_are_refused_and_never_followed(tmp_path: Path, link: str) -> None:
    write(tmp_path, "outside/secret.yml")
    (tmp_path / link).parent.mkdir(exist_ok=True)
    target = "outside/secret.yml" if link.endswith(".yml") else "outside"
    (tmp_path / link).symlink_to(tmp_path / target)
    snapshot, report = scan(tmp_path)
    assert snapshot.files == ()
    assert told(report) == [
        (link, "E-SYMLINK", "这是符号链接（快捷方式），不会跟着它读取", "删去链接，把真正的文件复制到这里")
    ]


@posix_only
def test_a_file_that_became_a_link_after_the_walk_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yml", "secret.yml")
    snapshot, _ = scan(tmp_path)
    (tmp_path / "content/a.yml").unlink()
    (tmp_path / "content/a.yml").symlink_to(tmp_path / "secret.yml")
    text, report = read_text(snapshot, "content/a.yml")
    assert text is None
    assert [d.code for d in report] == ["E-SYMLINK"]


@posix_only
@pytest.mark.parametrize(
    ("first", "second"),
    (
        ("Place.yml", "place.yml"),
        ("A", "a"),
        (unicodedata.normalize("NFD", "é.yml"), unicodedata.normalize("NFC", "é.yml")),
    ),
)
def test_names_equal_but_for_case_or_unicode_form(tmp_path: Path, first: str, second: str) -> None:
    for name in (first, second):
        write(tmp_path, f"content/{name}" if "." in name else f"content/{name}/x.yml")
    if len(list((tmp_path / "content").iterdir())) < 2:
        pytest.skip("this file system takes the two names for one")
    snapshot, report = scan(tmp_path)
    assert len(snapshot.files) == 1
    assert told(report) == [
        (
            f"content/{second}",
            "E-PATH-COLLISION",
            f"content/{first} 和 content/{second} 只有大小写或编码形式不同，在有的电脑上会互相覆盖",
            "给其中一个改名",
        )
    ]


@posix_only
@pytest.mark.parametrize(
    ("name", "message"),
    (
        ("CON", "CON 是 Windows 的保留名，文件不能叫这个名字"),
        ("aux.yml", "aux 是 Windows 的保留名，文件不能叫这个名字"),
        ("com1.tar.gz", "com1 是 Windows 的保留名，文件不能叫这个名字"),
        ("a.", "文件名末尾不能是点或空格，Windows 会把它去掉"),
        ("a ", "文件名末尾不能是点或空格，Windows 会把它去掉"),
        ("a?.yml", "文件名里不能有 ?，Windows 不接受"),
        ("a\\b.yml", "文件名里不能有 \\，Windows 不接受"),
        ("a\nb.yml", "文件名里不能有 U+000A，Windows 不接受"),
    ),
)
def test_names_that_windows_refuses(tmp_path: Path, name: str, message: str) -> None:
    write(tmp_path, f"content/{name}")
    snapshot, report = scan(tmp_path)
    assert snapshot.files == ()
    assert told(report) == [(f"content/{name}", "E-PATH-NAME", message, RENAME)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux stores names that are not UTF-8")
def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    name = os.fsdecode("区.yml".encode("gb18030"))
    (tmp_path / "content" / name).write_bytes(b"")
    assert told(scan(tmp_path)[1]) == [
        (
            "content/\\xc7\\xf8.yml",
            "E-PATH-NAME",
            "文件名不是 UTF-8 编码，多半是从旧压缩包里解出来的",
            RENAME,
        )
    ]


def test_text_and_photos_over_their_limits(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yml", "content/photos/a.jpg", data=b"x" * 2_097_152)
    limits = Limits(text=1_048_576, photo=1_572_864)
    snapshot, report = scan(tmp_path, limits=limits)
    assert snapshot.files == ()
    assert sorted(told(report)) == [
        ("content/a.yml", "E-SIZE", "文件有 2.0 MB，超过上限 1.0 MB", "拆成几个文件，例如一条记录一个文件"),
        ("content/photos/a.jpg", "E-SIZE", "文件有 2.0 MB，超过上限 1.5 MB", "先把图片缩小或压缩再放进来"),
    ]


@posix_only
def test_a_pipe_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/pipe.yml")
    assert told(scan(tmp_path)[1]) == [
        ("content/pipe.yml", "E-NOT-A-FILE", "这既不是普通文件，也不是文件夹", "把它移出内容文件夹")
    ]


def test_a_private_number_in_a_name_is_refused_and_not_repeated(tmp_path: Path) -> None:
    phone = "138" + "0000" + "0000"
    write(tmp_path, f"content/{phone}/place.yml", f"content/a/photos/{phone}.jpg", "content/a/place.yml")
    snapshot, report = scan(tmp_path)
    assert [entry.path for entry in snapshot.files] == ["content/a/place.yml"]
    found = told(report)
    assert [(place, code) for place, code, _, _ in found] == [
        ("content/138*******0", "E-PRIVATE-PHONE"),
        ("content/a/photos/138*******0.jpg", "E-PRIVATE-PHONE"),
    ]
    assert all("名字会成为网址" in remedy for *_, remedy in found)
    assert phone not in str(report)


def test_a_file_that_is_gone_since_the_walk(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yml")
    snapshot, _ = scan(tmp_path)
    (tmp_path / "content/a.yml").unlink()
    text, report = read_text(snapshot, "content/a.yml")
    assert text is None
    assert [(d.origin.file, d.code) for d in report] == [("content/a.yml", "E-UNREADABLE")]
    assert told(report)[0][2].startswith("打不开：")
    assert told(report)[0][3] == "检查文件是否还在、是否有读取权限、是否被别的程序占用"


@pytest.mark.parametrize("path", ("content/b.yml", "content/../secret.yml", "/etc/hostname"))
def test_only_paths_of_the_snapshot_are_read(tmp_path: Path, path: str) -> None:
    write(tmp_path, "content/a.yml", "secret.yml")
    snapshot, _ = scan(tmp_path)
    with pytest.raises(KeyError):
        read_bytes(snapshot, path)


def test_digest_tells_contents_apart() -> None:
    assert digest(b"a") == digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 64


@posix_only
def test_a_name_is_judged_anew_in_every_folder(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / "content" / folder).mkdir(parents=True)
        for name in ("tasks.yml", "13800138000.yml", "con.yml", ".hidden"):
            (tmp_path / "content" / folder / name).write_text("", encoding="utf-8")
    snapshot, report = scan(tmp_path)
    assert [entry.path for entry in snapshot.files] == ["content/a/tasks.yml", "content/b/tasks.yml"]
    assert [(each.code, each.origin.file) for each in report] == [
        (code, f"content/{folder}/{name}")
        for folder in ("b", "a")
        for code, name in (
            ("E-PRIVATE-PHONE", "138*******0.yml"),
            ("E-PATH-NAME", "con.yml"),
        )
    ]


AROUND = (
    "content/site.yml",
    "content/tasks/a.yml",
    "content/s/place.yml",
    "content/s/c/place.yml",
    "content/s/c/notices/a.yml",
    "content/s/c/x/place.yml",
    "content/s/d/place.yml",
    "content/s/d/photos/a.jpg",
    "content/t/place.yml",
)


@pytest.mark.parametrize(
    ("named", "left_out"),
    (
        ("content/s/c/place.yml", {"content/s/c/x/place.yml", "content/t/place.yml"} | {*AROUND[6:8]}),
        ("content/s/c", {"content/t/place.yml", *AROUND[6:8]}),
        ("content/s/d/photos/a.jpg", {"content/t/place.yml", *AROUND[3:6]}),
        ("content/site.yml", {*AROUND[2:]}),
        ("content", set()),
    ),
)
def test_only_the_places_of_some_files_and_those_above(
    tmp_path: Path, named: str, left_out: set[str]
) -> None:
    write(tmp_path, *AROUND)
    snapshot, _ = scan_along(
        tmp_path, [named], lambda folder: any("place.yml" in f.path for f in folder.files)
    )
    assert set(AROUND) - snapshot.paths == left_out


def test_folders_that_were_touched_are_looked_at_again(tmp_path: Path) -> None:
    write(tmp_path, *AROUND)
    known, _ = scan(tmp_path)
    shutil.rmtree(tmp_path / "content/s/c")
    write(tmp_path, "content/s/e/f/place.yml", "content/t/tasks.yml", "content/t/con.yml")
    again = scan_again(known, ["content/s", "content/s/c", "content/s/c/x", "content/t"])
    assert again is not None
    assert again[0] == scan(tmp_path)[0]
    assert told(again[1]) == told(scan(tmp_path)[1])
    assert len(again[1]) == 1


def test_a_folder_that_was_not_touched_is_taken_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, *AROUND)
    known, _ = scan(tmp_path)
    write(tmp_path, "content/t/tasks.yml")
    again = scan_again(known, ["content/s"])
    assert again is not None
    assert again[0] == known


def test_a_folder_that_is_not_known_asks_for_all(tmp_path: Path) -> None:
    write(tmp_path, *AROUND)
    known, _ = scan(tmp_path)
    assert scan_again(known, ["content/elsewhere"]) is None
    (tmp_path / "content").rename(tmp_path / "away")
    assert scan_again(known, ["content/s"]) is None
