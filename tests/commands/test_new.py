"""What `new` writes passes `check`, and nothing that exists is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.commands.starters import TITLE_LINE, as_single, quoted, with_id, with_title
from noticeboard.kinds import KINDS
from noticeboard.reading.yaml import load

KIND_NAMES = tuple(kind.name for kind in KINDS)
NO_ADDRESS = "W-NO-ADDRESS"


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("language", ("zh", "en"))
def test_new_site_passes_check_and_builds(call, tmp_path: Path, language: str) -> None:
    root = tmp_path / "my site"
    assert call("--lang", language, "new", "site", root).code == 0
    checked = call("-C", root, "check")
    assert checked.code == 0
    assert [line for line in checked.out.splitlines() if "E-" in line] == []
    built = call("-C", root, "build")
    assert built.code == 0
    assert call("-C", root, "build").out != built.out  # nothing is left to write
    page = root / "site" / "sample-subdistrict" / "sample-community" / "sample-compound" / "index.html"
    assert ("示例小区" if language == "zh" else "Sample compound") in page.read_text(encoding="utf-8")
    assert call("-C", root, "check").out.startswith("content/site.yml")


def test_new_site_has_every_first_kind_and_no_template(call, tmp_path: Path) -> None:
    call("-C", tmp_path, "new", "site")
    compound = "content/sample-subdistrict/sample-community/sample-compound"
    assert list(texts(tmp_path)) == [
        ".gitignore",
        "content/sample-subdistrict/place.yml",
        "content/sample-subdistrict/sample-community/place.yml",
        f"{compound}/notices/first-notice.md",
        f"{compound}/organizations.yml",
        f"{compound}/place.yml",
        f"{compound}/tasks/first-task.md",
        f"{compound}/volunteers.yml",
        "content/site.yml",
    ]


def test_new_site_names_what_is_there_and_writes_nothing(call, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("title: 原有的站点\n", encoding="utf-8")
    called = call("-C", tmp_path, "new", "site")
    assert (called.code, called.out) == (1, "")
    assert called.err == "错误：已经有了，没有改动：\n  content/site.yml\n"
    assert texts(tmp_path) == {"content/site.yml": "title: 原有的站点\n"}


def test_new_site_in_a_new_repository(call, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("own\n", encoding="utf-8")
    assert call("-C", tmp_path, "new", "site").code == 0
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "own\n"
    assert call("-C", tmp_path, "check").code == 0


@pytest.fixture
def place(call, tmp_path: Path) -> str:
    """A real place, not the sample, in a new site."""
    call("-C", tmp_path, "new", "site")
    call("-C", tmp_path, "new", "place", "wenhua-road", "--title", "文化路街道")
    call("-C", tmp_path, "new", "place", "content/wenhua-road/sunshine/")
    return "wenhua-road/sunshine"


def test_levels_follow_the_place_above(call, tmp_path: Path, place: str) -> None:
    call("-C", tmp_path, "new", "place", f"{place}/yard")
    levels = [text.splitlines()[:2] for path, text in texts(tmp_path).items() if "wenhua" in path]
    assert levels == [
        ["kind: 街道", "name: 文化路街道"],
        ["kind: 社区", "name: sunshine"],
        ["kind: 楼院", "name: yard"],
    ]
    for level, folder in (("区", "zhongyuan"), ("district", "erqi")):
        call("-C", tmp_path, "new", "place", folder, "--level", level)
        assert texts(tmp_path)[f"content/{folder}/place.yml"].startswith("kind: 区\n")
    called = call("-C", tmp_path, "new", "place", f"{place}/yard/inner")
    assert (called.code, called.err) == (1, "错误：楼院里面不能再有地点\n")
    assert call("-C", tmp_path, "check").code == 0


@pytest.mark.parametrize("language", ("zh", "en"))
@pytest.mark.parametrize("kind", KIND_NAMES)
def test_each_new_record_passes_check(call, tmp_path: Path, place: str, kind: str, language: str) -> None:
    path = "" if kind == "source" else f"{place}/"
    title = "示例：“甲” #1"
    for arguments in ([f"{path}first"], [f"{path}own", "--title", title]):
        assert call("-C", tmp_path, "--lang", language, "new", kind, *arguments).code == 0
    if path:
        called = call("-C", tmp_path, "--lang", language, "new", kind, place, "--title", "示例：乙")
        assert called.code == 0
        written = called.out.splitlines()[0].split(" ")[-1]
        assert called.out.splitlines()[0].endswith(written)
        assert (tmp_path / written).is_file()
    checked = call("-C", tmp_path, "check")
    assert checked.code == 0, checked.out
    starter = next(each.starter.to(language) for each in KINDS if each.name == kind)
    has_title = TITLE_LINE.search(starter) is not None  # what hangs is named by where and what it is
    assert has_title == any(title in text for text in texts(tmp_path).values())


def test_existing_record_is_not_overwritten(call, tmp_path: Path, place: str) -> None:
    assert call("-C", tmp_path, "new", "task", f"{place}/gas").code == 0
    before = texts(tmp_path)
    called = call("-C", tmp_path, "new", "task", f"{place}/tasks/gas", "--title", "另一件")
    assert called.code == 1
    assert f"content/{place}/tasks/gas.md" in called.err
    assert texts(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    (
        (["task", "nowhere/gas"], "content/nowhere 不是地点；先运行 noticeboard new place nowhere"),
        (["task", "../gas"], "文件名末尾不能是点或空格，Windows 会把它去掉"),
        (["task", "a b"], "编号“a b”含有不能用在网址里的字符"),
        (["place", "nowhere/deep"], "content/nowhere 不是地点"),
        (["place", "tasks"], "“tasks”是保留名，不能作地点的文件夹名"),
        (["place", "公示栏"], "“公示栏”是保留名"),
        (["place", "aux"], "aux 是 Windows 的保留名"),
        (["place", "/"], "要写出地点的文件夹"),
    ),
)
def test_refusals(call, tmp_path: Path, arguments: list[str], said: str) -> None:
    call("-C", tmp_path, "new", "site")
    before = texts(tmp_path)
    called = call("-C", tmp_path, "new", *arguments)
    assert called.code == 1
    assert said in called.err
    assert texts(tmp_path) == before


def test_without_a_site(call, tmp_path: Path) -> None:
    called = call("-C", tmp_path, "new", "place", "a")
    assert called.code == 1
    assert "这里没有站点" in called.err


def test_a_list_of_one_row_becomes_a_file_of_one_record() -> None:
    starter = "- id: x\n  title: 旧\n  posts:\n    - {name: 书记}\n"
    assert as_single(starter) == "title: 旧\nposts:\n  - {name: 书记}\n"
    assert as_single("- name: 甲\n  id: x\n  hours: 1\n") == "name: 甲\nhours: 1\n"
    assert with_id(starter, "y").startswith("- id: y\n  title: 旧\n")
    assert with_id("- name: 甲\n", "y") == "- id: y\n  name: 甲\n"
    assert with_title(starter, "a: b") == starter.replace("旧", '"a: b"')
    assert with_title(starter, "") == starter


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1))
def test_any_title_is_read_back_as_it_was_given(title: str) -> None:
    assert load(f"title: {quoted(title)}\n", "f.yml") == ({"title": title}, [])
