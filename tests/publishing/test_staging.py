"""Where files wait: in a tree like that of the site, apart where the tree has no room, new folders as a whole."""

from __future__ import annotations

from pathlib import Path

from site_folder import write

from noticeboard.publishing.staging import new_folders, stage, staged_at


def test_a_file_waits_where_it_will_stand(tmp_path: Path) -> None:
    found = stage(tmp_path, "三湾街/index.html", "新".encode())
    assert (tmp_path / "tree/三湾街/index.html").read_text(encoding="utf-8") == "新"
    assert (found.path, found.size) == ("三湾街/index.html", 3)
    assert staged_at(str(tmp_path), "三湾街/index.html") == f"{tmp_path}/tree/三湾街/index.html"
    assert staged_at(str(tmp_path), "index.html") is None


def test_a_file_and_a_folder_of_one_name_wait_both_so_that_the_release_can_tell(tmp_path: Path) -> None:
    stage(tmp_path, "a", b"file")
    stage(tmp_path, "a/index.html", b"page")
    places = [staged_at(str(tmp_path), path) for path in ("a", "a/index.html")]
    assert [Path(place).read_bytes() for place in places if place] == [b"file", b"page"]
    assert new_folders(tmp_path, tmp_path / "site", ["a", "a/index.html"]) == ()


def test_the_topmost_folders_that_are_new_are_moved_whole(tmp_path: Path) -> None:
    write(tmp_path / "site", {"s/old/index.html": "旧"})
    paths = ["index.html", "s/old/more/index.html", "s/new/x/index.html", "s/new/index.html", "t/index.html"]
    assert new_folders(tmp_path, tmp_path / "site", paths) == ("s/old/more", "s/new", "t")
