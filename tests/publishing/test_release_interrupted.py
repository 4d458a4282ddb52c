"""A release that was cut short after any step is finished by the next one that opens the folder."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from site_folder import Tree, codes, everything, pages, try_release, write

from noticeboard.publishing.files import digest
from noticeboard.publishing.journal import (
    Move,
    MoveFolder,
    Remove,
    RemoveJournal,
    SaveJournal,
    SaveList,
    steps,
)
from noticeboard.publishing.output import Output, open_output, verify
from noticeboard.publishing.release import plan_release, release, stage

OLD = {
    "assets/style.css": "旧",
    "index.html": "旧",
    "same.html": "同",
    "gone/deep/index.html": "旧",
    "was-file": "旧",
    "was-folder/index.html": "旧",
    "case/index.html": "旧",
}
NEW = {
    "assets/style.css": "新",
    "index.html": "新",
    "same.html": "同",
    "三湾街/index.html": "新",
    "was-file/index.html": "新",
    "was-folder": "新",
    "CASE/index.html": "新",
}
FOREIGN = {"CNAME": "别人的", "gone/照片.jpg": "别人的"}


def opened(site: Path, root: Path) -> Output:
    output, report = open_output(site, root)
    assert codes(report) == []
    assert output is not None
    return output


def begin(site: Path, root: Path, files: Tree, done: int) -> int:
    """Release `files`, but stop for good after `done` steps; how many there were."""
    output = opened(site, root)
    with output:
        staged = [stage(output.staging, path, text.encode()) for path, text in files.items()]
        journal, report = plan_release(output, {s.path: s.digest for s in staged}, {})
        assert codes(report) == []
        assert journal is not None
        planned = list(steps(journal))
        for step in islice(planned, done):
            step.apply(site)
    return len(planned)


def test_assets_move_before_pages_and_the_list_before_deletions(root: Path, site: Path) -> None:
    try_release(site, root, OLD)
    with opened(site, root) as output:
        staged = [stage(output.staging, path, text.encode()) for path, text in NEW.items()]
        journal, _ = plan_release(output, {s.path: s.digest for s in staged}, {})
        assert journal is not None
        shown = [type(s).__name__ + " " + getattr(s, "path", "") for s in steps(journal)]
    assert shown == [
        "SaveJournal ",
        "Remove case/index.html",
        "Remove was-file",
        "Remove was-folder/index.html",
        "SaveJournal ",
        "Move assets/style.css",
        "Move was-folder",
        "MoveFolder CASE",
        "MoveFolder 三湾街",
        "Move index.html",
        "Move was-file/index.html",
        "SaveList ",
        "Remove gone/deep/index.html",
        "RemoveJournal ",
    ]
    assert {SaveJournal, Remove, Move, MoveFolder, SaveList, RemoveJournal} == {
        type(s) for s in steps(journal)
    }


@pytest.mark.parametrize("done", range(15))
def test_every_file_is_whole_after_each_step_and_the_next_open_finishes(
    root: Path, site: Path, done: int
) -> None:
    try_release(site, root, OLD)
    write(site, FOREIGN)

    count = begin(site, root, NEW, done)

    assert count == 14
    for path, text in pages(site).items():
        assert text in {OLD.get(path), NEW.get(path), FOREIGN.get(path)}
    if done == 0:
        assert pages(site) == OLD | FOREIGN

    with opened(site, root) as output:
        assert pages(site) == (OLD if done == 0 else NEW) | FOREIGN
        assert verify(output, output.own_files()) == frozenset()
        assert sorted(output.own_files()) == sorted(OLD if done == 0 else NEW)
    assert [p.name for p in sorted((site / ".noticeboard").iterdir())] == ["files", "lock"]


@pytest.mark.parametrize("done", range(1, 15))
def test_finishing_twice_is_finishing_once(root: Path, site: Path, done: int) -> None:
    try_release(site, root, OLD)
    write(site, FOREIGN)
    begin(site, root, NEW, done)
    opened(site, root).close()
    finished = everything(site)

    assert begin(site, root, NEW, 0) == 3  # journal, list, no journal: nothing to move or delete
    assert everything(site) == finished


def test_the_next_release_after_an_interrupted_one_is_complete(root: Path, site: Path) -> None:
    try_release(site, root, OLD)
    begin(site, root, NEW, 7)

    released, report = try_release(site, root, {"index.html": "三", "same.html": "同"})

    assert codes(report) == []
    assert released is not None
    assert released.unchanged == ("same.html",)
    assert pages(site) == {"index.html": "三", "same.html": "同"}


def test_a_first_release_that_was_cut_short_is_finished(root: Path, site: Path) -> None:
    begin(site, root, {"a.html": "甲", "b.html": "乙"}, 2)
    assert pages(site) == {"a.html": "甲"}
    opened(site, root).close()
    assert pages(site) == {"a.html": "甲", "b.html": "乙"}


def test_a_staged_file_that_the_disk_lost_is_left_out_and_found_missing(root: Path, site: Path) -> None:
    try_release(site, root, {"a.html": "旧", "b.html": "旧"})
    begin(site, root, {"a.html": "新", "b.html": "新", "c.html": "新"}, 1)
    write(site / ".noticeboard/staging/tree", {"a.html": ""})
    (site / ".noticeboard/staging/tree/c.html").unlink()

    with opened(site, root) as output:
        assert pages(site) == {"a.html": "旧", "b.html": "新"}
        assert verify(output, output.own_files()) == {"a.html", "c.html"}

    try_release(site, root, {"a.html": "新", "b.html": "新", "c.html": "新"})
    assert pages(site) == {"a.html": "新", "b.html": "新", "c.html": "新"}


def test_what_was_staged_and_never_released_is_dropped(root: Path, site: Path) -> None:
    try_release(site, root, OLD)
    before = everything(site)
    with opened(site, root) as output:
        stage(output.staging, "index.html", b"half")
    assert everything(site) == before

    write(site / ".noticeboard/staging", {"index.html": "of a build that was killed"})
    opened(site, root).close()
    assert everything(site) == before


def test_a_disk_that_refuses_half_way_leaves_a_journal_that_is_finished(root: Path, site: Path) -> None:
    try_release(site, root, {"a.html": "旧"})
    output = opened(site, root)
    with output:
        staged = [stage(output.staging, path, b"new") for path in ("a.html", "b.html")]
        journal, _ = plan_release(output, {s.path: s.digest for s in staged}, {})
        assert journal is not None
        first, *rest = steps(journal)
        first.apply(site)
        (site / "b.html").mkdir()  # came into the way after the check
        rest[0].apply(site)
        with pytest.raises(OSError, match=r"b\.html"):
            rest[1].apply(site)
        with pytest.raises(ValueError, match="the last release is unfinished"):
            release(output, {s.path: s.digest for s in staged[1:]}, {})

    reopened, report = open_output(site, root)
    assert reopened is None
    assert codes(report) == ["E-OUTPUT-WRITE"]
    assert str(site / "b.html") in next(iter(report)).message.zh

    (site / "b.html").rmdir()
    opened(site, root).close()
    assert pages(site) == {"a.html": "new", "b.html": "new"}


X = digest(b"x")


@pytest.mark.parametrize(
    "journal",
    (
        pytest.param("", id="empty"),
        pytest.param('{"version": 1', id="cut off"),
        pytest.param("[]", id="a list"),
        pytest.param('{"version": 2, "clear": [], "move": [], "delete": [], "files": {}}', id="newer"),
        pytest.param(
            '{"version": 1, "clear": [], "move": [], "delete": ["../content/site.yml"], "files": {}}',
            id="deletes elsewhere",
        ),
        pytest.param(
            f'{{"version": 1, "clear": [], "move": ["../x"], "delete": [], "files": {{"../x": "{X}"}}}}',
            id="writes elsewhere",
        ),
    ),
)
def test_a_damaged_journal_stops_with_nothing_touched(root: Path, site: Path, journal: str) -> None:
    write(root, {"content/site.yml": "title: 示例"})
    try_release(site, root, OLD)
    write(site, {".noticeboard/journal": journal})
    before = everything(root)

    output, report = open_output(site, root)

    assert output is None
    assert codes(report) == ["E-OUTPUT-LIST"]
    assert everything(root) == before


def test_a_folder_that_somebody_made_meanwhile_gets_the_files_one_by_one(root: Path, site: Path) -> None:
    with opened(site, root) as output:
        staged = [stage(output.staging, path, b"new") for path in ("a/x/index.html", "a/index.html")]
        journal, _ = plan_release(output, {s.path: s.digest for s in staged}, {})
        assert journal is not None
        assert journal.whole == ("a",)
        first, move, *rest = steps(journal)
        first.apply(site)
        write(site, {"a/note.txt": "别人的"})
        for step in (move, *rest):
            step.apply(site)
    assert pages(site) == {"a/x/index.html": "new", "a/index.html": "new", "a/note.txt": "别人的"}


def test_a_folder_is_not_moved_to_where_a_link_leads(root: Path, site: Path, tmp_path: Path) -> None:
    try_release(site, root, {"a/index.html": "旧"})
    begin(site, root, {"a/index.html": "旧", "a/new/index.html": "新"}, 1)
    (site / "a").rename(tmp_path / "elsewhere")
    (site / "a").symlink_to(tmp_path / "elsewhere")
    opened(site, root).close()
    assert not (tmp_path / "elsewhere/new").exists()
