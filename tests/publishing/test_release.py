"""A release makes the site of exactly what was staged and kept, and touches nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from site_folder import Tree, codes, everything, pages, try_release, write

from noticeboard.publishing.files import digest
from noticeboard.publishing.output import Listing, open_output, verify
from noticeboard.publishing.release import Released, release, stage

Publish = Callable[[Tree], Released]


def test_first_release_writes_everything_and_lists_it(site: Path, publish: Publish) -> None:
    released = publish({"index.html": "首页", "assets/a.css": "p {}", "三湾街/18号楼/index.html": "楼"})

    assert released == Released(
        written=("assets/a.css", "index.html", "三湾街/18号楼/index.html"), unchanged=(), deleted=()
    )
    assert everything(site) == {
        ".noticeboard": "/",
        ".noticeboard/files": "noticeboard files 1\n"
        f"{digest(b'p {}')} assets/a.css\n"
        f"{digest('首页'.encode())} index.html\n"
        f"{digest('楼'.encode())} 三湾街/18号楼/index.html\n",
        ".noticeboard/lock": "",
        "assets": "/",
        "assets/a.css": "p {}",
        "index.html": "首页",
        "三湾街": "/",
        "三湾街/18号楼": "/",
        "三湾街/18号楼/index.html": "楼",
    }


def test_second_release_writes_changes_and_deletes_what_is_gone(site: Path, publish: Publish) -> None:
    publish({"index.html": "一", "same.html": "同", "old/deep/index.html": "旧"})
    before = (site / "same.html").stat()

    released = publish({"index.html": "二", "same.html": "同", "new/index.html": "新"})

    assert released == Released(
        written=("index.html", "new/index.html"),
        unchanged=("same.html",),
        deleted=("old/deep/index.html",),
    )
    assert pages(site) == {"index.html": "二", "same.html": "同", "new/index.html": "新"}
    assert not (site / "old").exists()
    after = (site / "same.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_new_writes_nothing(site: Path, publish: Publish) -> None:
    publish({"index.html": "一"})
    listed = (site / ".noticeboard/files").stat().st_ino
    before = everything(site)

    assert publish({"index.html": "一"}) == Released(written=(), unchanged=("index.html",), deleted=())
    assert everything(site) == before
    assert (site / ".noticeboard/files").stat().st_ino == listed


def test_kept_files_stay_without_being_staged(root: Path, site: Path, publish: Publish) -> None:
    publish({"a.html": "甲", "b.html": "乙", "c.html": "丙"})
    output, _ = open_output(site, root)
    assert output is not None
    with output:
        own = output.own_files()
        staged = stage(output.staging, "b.html", "乙二".encode())
        released, report = release(output, {"b.html": staged.digest}, {"a.html": own["a.html"]})

    assert codes(report) == []
    assert released == Released(written=("b.html",), unchanged=(), deleted=("c.html",))
    assert pages(site) == {"a.html": "甲", "b.html": "乙二"}


def test_the_list_is_the_same_for_the_same_site_however_it_came_about(
    tmp_path: Path, site: Path, publish: Publish
) -> None:
    publish({"z.html": "一", "gone.html": "去"})
    publish({"a.html": "二", "z.html": "一"})
    (tmp_path / "other").mkdir()
    try_release(tmp_path / "other/site", tmp_path / "other", {"z.html": "一", "a.html": "二"})

    here, there = site / ".noticeboard/files", tmp_path / "other/site/.noticeboard/files"
    assert here.read_bytes() == there.read_bytes()


def test_foreign_files_beside_ours_are_left_alone(site: Path, publish: Publish) -> None:
    publish({"index.html": "一", "old/index.html": "旧"})
    foreign = {"CNAME": "示例", ".well-known/security.txt": "x", "old/照片.jpg": "非本程序"}
    write(site, foreign)

    publish({"index.html": "二"})

    assert pages(site) == {"index.html": "二", **foreign}


def test_a_page_never_overwrites_a_foreign_file(root: Path, site: Path, publish: Publish) -> None:
    publish({"index.html": "一", "old.html": "旧"})
    write(site, {"robots.txt": "别人的", "a": "别人的"})
    before = everything(site)

    released, report = try_release(
        site, root, {"index.html": "二", "robots.txt": "我的", "a/index.html": "我的"}
    )

    assert released is None
    assert codes(report) == ["E-OUTPUT-FOREIGN", "E-OUTPUT-FOREIGN"]
    assert [d.message.zh for d in report] == [
        f"输出文件夹“{site}”里的“a”不是本程序写的，却占着要写的位置；什么也没有动",
        f"输出文件夹“{site}”里的“robots.txt”不是本程序写的，却占着要写的位置；什么也没有动",
    ]
    assert everything(site) == before


@pytest.mark.parametrize(
    ("first", "second"),
    (
        pytest.param({"a": "文件"}, {"a/index.html": "页"}, id="file to folder"),
        pytest.param({"a/index.html": "页"}, {"a": "文件"}, id="folder to file"),
        pytest.param({"a/b/c/1.html": "1", "a/2.html": "2"}, {"a": "文件"}, id="deep folder to file"),
        pytest.param({"a/index.html": "页"}, {"A/index.html": "页"}, id="case of a folder"),
        pytest.param({"a.html": "页"}, {"A.html": "页"}, id="case of a file"),
        pytest.param({"a/x.html": "页"}, {"A/y.html": "页"}, id="case of a folder, other files"),
        pytest.param({"a/x.html": "页", "b": "文件"}, {"a": "文件", "b/x.html": "页"}, id="crossed"),
        pytest.param({"a": "文件"}, {"A/index.html": "页"}, id="file to folder in other case"),
    ),
)
def test_files_become_folders_and_names_change_case(
    site: Path, publish: Publish, first: Tree, second: Tree
) -> None:
    publish(first)
    released = publish(second)
    assert pages(site) == second
    assert released.deleted == tuple(sorted(first))


def test_a_folder_with_foreign_files_never_becomes_a_file(root: Path, site: Path, publish: Publish) -> None:
    publish({"a/index.html": "页"})
    write(site, {"a/照片.jpg": "别人的"})
    (site / "a/空").mkdir()
    before = everything(site)

    released, report = try_release(site, root, {"a": "文件"})

    assert released is None
    named = [d.message.zh.split("的“")[1].split("”")[0] for d in report]
    assert named == ["a/照片.jpg", "a/空"]
    assert everything(site) == before


def test_a_foreign_file_in_place_of_our_folder_is_not_ours(root: Path, site: Path, publish: Publish) -> None:
    publish({"a/index.html": "页"})
    (site / "a/index.html").unlink()
    (site / "a").rmdir()
    write(site, {"a": "别人的"})

    for files in ({"a": "文件"}, {"a/index.html": "新"}):
        released, report = try_release(site, root, files)
        assert released is None
        assert codes(report) == ["E-OUTPUT-FOREIGN"]
        assert pages(site) == {"a": "别人的"}


@pytest.mark.parametrize(
    "path",
    (
        "三湾街/18号楼/index.html",
        "a b/100%/#1 & +.html",
        "示例䶮/𬭎.html",
        "中" * 83 + ".html",  # 254 bytes
        "-x/~y/=z.html",
    ),
)
def test_names_that_urls_must_encode_are_names_of_files_as_they_are(
    site: Path, publish: Publish, path: str
) -> None:
    publish({path: "页"})
    assert pages(site) == {path: "页"}
    publish({path: "二"})
    assert pages(site) == {path: "二"}
    publish({"index.html": "首页"})
    assert pages(site) == {"index.html": "首页"}


def test_paths_that_exclude_each_other_are_refused(root: Path, site: Path, publish: Publish) -> None:
    publish({"index.html": "一"})
    output, _ = open_output(site, root)
    assert output is not None
    with output:
        staged = [stage(output.staging, path, path.encode()) for path in ("甲/A/x.html", "甲/a/y.html")]
        released, report = release(output, {s.path: s.digest for s in staged}, {})

    assert released is None
    assert [(d.code, d.message.en) for d in report] == [
        (
            "E-OUTPUT-PATH",
            "the page paths “甲/A” and “甲/a” cannot stand side by side: they differ in case only, "
            "or one is a file and one a folder",
        )
    ]
    assert pages(site) == {"index.html": "一"}


def test_a_file_where_a_folder_is_needed_is_refused(root: Path, site: Path, publish: Publish) -> None:
    publish({"index.html": "一"})

    released, report = try_release(site, root, {"a": "文件", "a/index.html": "页"})

    assert released is None
    assert [(d.code, d.message.zh) for d in report] == [
        (
            "E-OUTPUT-PATH",
            "页面路径“a”和“a/”不能并存：只差大小写，或者一个是文件、一个是文件夹",
        )
    ]
    assert pages(site) == {"index.html": "一"}


def test_our_file_that_somebody_edited_is_still_ours(site: Path, publish: Publish) -> None:
    publish({"index.html": "一", "old.html": "旧"})
    write(site, {"index.html": "改过", "old.html": "改过"})

    publish({"index.html": "一"})

    assert pages(site) == {"index.html": "一"}


def test_verify_names_what_was_deleted_or_altered(root: Path, site: Path, publish: Publish) -> None:
    publish({"a.html": "甲", "b.html": "乙", "c/index.html": "丙", "d.html": "丁"})
    (site / "a.html").unlink()
    write(site, {"b.html": "改过", "CNAME": "别人的"})
    (site / "c/index.html").unlink()
    (site / "c").rmdir()
    output, _ = open_output(site, root)
    assert output is not None
    with output:
        files = {**output.own_files(), "CNAME": digest("别人的".encode())}
        assert verify(output, files) == {"a.html", "b.html", "c/index.html", "CNAME"}


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege on Windows")
def test_nothing_is_written_or_deleted_through_a_link(
    root: Path, site: Path, tmp_path: Path, publish: Publish
) -> None:
    publish({"a/index.html": "页", "b/index.html": "页"})
    elsewhere = {"index.html": "别处"}
    write(tmp_path / "elsewhere", elsewhere)
    for name in ("a", "b"):
        (site / name / "index.html").unlink()
        (site / name).rmdir()
        (site / name).symlink_to(tmp_path / "elsewhere")

    released, report = try_release(site, root, {"a/index.html": "新"})
    assert released is None
    assert codes(report) == ["E-OUTPUT-FOREIGN"]

    publish({"home.html": "首页"})
    assert pages(tmp_path / "elsewhere") == elsewhere
    assert everything(site)["a"] == f"→ {tmp_path / 'elsewhere'}"


def test_a_callers_mistakes_are_exceptions(root: Path, site: Path, publish: Publish) -> None:
    publish({"index.html": "一"})
    write(site, {"CNAME": "别人的"})
    output, _ = open_output(site, root)
    assert output is not None
    with output:
        with pytest.raises(ValueError, match=r"not as we wrote it: CNAME"):
            release(output, {}, {"CNAME": digest("别人的".encode())})
        with pytest.raises(ValueError, match=r"not staged: x\.html"):
            release(output, {"x.html": digest(b"x")}, {})
        with pytest.raises(ValueError, match=r"not staged: new"):
            release(output, {"new/x.html": digest(b"x")}, {})
        with pytest.raises(ValueError, match=r"not staged: \.\./files"):
            release(output, {"../files": digest(b"x")}, {})


def test_a_folder_that_cannot_be_read_is_a_message(root: Path, site: Path, publish: Publish) -> None:
    publish({"a/index.html": "页"})
    (site / "a").chmod(0o000)
    try:
        if os.access(site / "a", os.R_OK):
            pytest.skip("this user may read everything, or the system knows no modes")
        released, report = try_release(site, root, {"a": "文件"})
    finally:
        (site / "a").chmod(0o755)
    assert released is None
    assert codes(report) == ["E-OUTPUT-WRITE"]
    assert pages(site) == {"a/index.html": "页"}


def test_a_list_that_names_what_is_outside_deletes_nothing(root: Path, site: Path) -> None:
    try_release(site, root, {"a.html": "甲"})
    write(root, {"photo.jpg": "别人的"})
    status = (site / ".noticeboard/files").stat()
    known = Listing(status.st_ino, status.st_size, status.st_mtime_ns, {"../photo.jpg": "0" * 32})
    output, _ = open_output(site, root, known)
    assert output is not None
    with output:
        assert codes(release(output, {}, {})[1]) == ["E-OUTPUT-LIST"]
    assert (root / "photo.jpg").is_file()
