"""Which events count as changes, and how real changes of files arrive."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog import events as e
from whole_site import write_files

from noticeboard.serving.watching import Changes, Watcher, concerns

LONG = 20.0


@pytest.mark.parametrize(
    ("event", "is_change"),
    (
        (e.FileModifiedEvent("content/tasks.yml"), True),
        (e.FileClosedEvent("content/tasks.yml"), True),
        (e.FileCreatedEvent("content/tasks.yml"), True),
        (e.FileDeletedEvent("content/tasks.yml"), True),
        (e.DirMovedEvent("content/a", "content/b"), True),
        (e.FileMovedEvent("content/tasks.yml~", "content/tasks.yml"), True),  # saved by renaming
        (e.FileMovedEvent("content/.tasks.yml.swp", "content/tasks.tmp"), False),
        (e.FileOpenedEvent("content/tasks.yml"), False),
        (e.FileClosedNoWriteEvent("content/tasks.yml"), False),
        (e.DirModifiedEvent("content"), False),
        (e.FileCreatedEvent("content/.tasks.yml.swp"), False),
        (e.FileCreatedEvent("content/~$名单.xlsx"), False),
    ),
)
def test_concerns(event: e.FileSystemEvent, is_change: bool) -> None:
    assert concerns(event) is is_change


def test_a_burst_is_one_change() -> None:
    changes = Changes()
    for _ in range(5):
        changes.note()
    assert changes.settle(LONG)
    assert not changes.settle(0)


def test_a_stream_without_end_does_not_hold_the_build_back() -> None:
    changes, is_over = Changes(), threading.Event()

    def note_on_and_on() -> None:
        while not is_over.wait(0.001):
            changes.note()

    thread = threading.Thread(target=note_on_and_on)
    thread.start()
    try:
        assert changes.settle(LONG)
    finally:
        is_over.set()
        thread.join()


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[Changes]:
    """What a watcher of a small site notes."""
    write_files(tmp_path, {"content/a/tasks.yml": "- a\n", "theme/page.html": ""})
    changes = Changes()
    watcher = Watcher(tmp_path, tmp_path / "theme", changes.note)
    watcher.start()
    yield changes
    watcher.stop()


def drained(changes: Changes) -> None:
    """Take what is under way, so that the next change is the next one that a test makes."""
    while changes.settle(0.3):
        pass


def test_writing_and_renaming_and_deleting(tmp_path: Path, changed: Changes) -> None:
    file = tmp_path / "content" / "a" / "tasks.yml"
    file.write_text("- b\n", encoding="utf-8")
    assert changed.settle(LONG)
    drained(changed)
    draft = tmp_path / "draft"
    draft.write_text("- c\n", encoding="utf-8")
    draft.replace(file)
    assert changed.settle(LONG)
    drained(changed)
    file.unlink()
    assert changed.settle(LONG)


def test_reading_is_no_change(tmp_path: Path, changed: Changes) -> None:
    drained(changed)
    (tmp_path / "content" / "a" / "tasks.yml").read_text(encoding="utf-8")
    (tmp_path / "content" / "a" / ".tasks.yml.swp").write_text("", encoding="utf-8")
    (tmp_path / "other.txt").write_text("", encoding="utf-8")
    assert not changed.settle(0.3)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process can see what it has asked for")
def test_the_system_is_not_asked_to_tell_of_reading(changed: Changes) -> None:
    """Or a build that reads thousands of files fills the queue of the system, which then tells that all is lost."""
    drained(changed)
    asked = [
        int(line.partition("mask:")[2].split()[0], 16)
        for each in [*Path("/proc/self/fdinfo").iterdir()]
        if each.exists()  # the listing itself was open, too
        for line in each.read_text(encoding="ascii").splitlines()
        if line.startswith("inotify")
    ]
    accessed, closed_unwritten, opened, modified = 0x01, 0x10, 0x20, 0x02
    assert asked
    assert all(mask & modified for mask in asked)
    assert not any(mask & (accessed | closed_unwritten | opened) for mask in asked)


def test_templates_that_come_later_and_content_that_comes_back(tmp_path: Path, changed: Changes) -> None:
    (tmp_path / "templates").mkdir()
    assert changed.settle(LONG)
    drained(changed)
    (tmp_path / "templates" / "page.html").write_text("x", encoding="utf-8")
    assert changed.settle(LONG)
    drained(changed)
    (tmp_path / "content").rename(tmp_path / "away")
    (tmp_path / "away").rename(tmp_path / "content")
    assert changed.settle(LONG)
    drained(changed)
    (tmp_path / "content" / "a" / "tasks.yml").write_text("- d\n", encoding="utf-8")
    assert changed.settle(LONG)
