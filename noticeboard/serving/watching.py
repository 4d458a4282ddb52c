"""Changes of files, gathered into bursts.

One save is many events: an editor writes a new file, deletes the old one and renames, an office program adds a
lock file, git changes hundreds of files. So after the first event the watcher waits until nothing has
happened for 20 ms, and only then is there something to build.

    watchdog ─ concerns ▶ Changes.note ─ Changes.settle ▶ the folders that were touched ▶ build

Reading a file raises events too (opened, closed without writing); taking those for changes would build for
ever.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from noticeboard.frozen import dataclass
from noticeboard.reading.names import is_ignored

QUIET_SECONDS = 0.02
LONGEST_BURST = 100
"""After so many waits of `QUIET_SECONDS` without quiet a build begins all the same."""
ASKED_FOR: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""The system is asked for these alone: a build that reads the files of thousands of places raises more events of
reading than its queue holds, and then nobody knows what changed."""
CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
WATCHED = ("content", "templates", "fonts")


@dataclass(frozen=True)
class Touched:
    """What changed: the folders in which something came, went or changed, as POSIX paths from the site's root."""

    folders: frozenset[str] = frozenset()
    is_all: bool = False
    """Whether anything may have changed."""

    def __or__(self, other: Touched) -> Touched:
        return Touched(self.folders | other.folders, self.is_all or other.is_all)


EVERYTHING = Touched(is_all=True)


class Changes:
    """What changed since it was last asked."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0
        self._taken = 0
        self._touched = Touched()

    def note(self, touched: Touched = EVERYTHING) -> None:
        """Something changed."""
        with self._condition:
            self._count += 1
            self._touched |= touched
            self._condition.notify_all()

    def settle(self, seconds: float) -> Touched | None:
        """Wait at most so long for a change, then until it is quiet; what changed, None if nothing did."""
        with self._condition:
            if not self._condition.wait_for(lambda: self._count != self._taken, seconds):
                return None
            for _ in range(LONGEST_BURST):
                self._taken = self._count
                if not self._condition.wait_for(lambda: self._count != self._taken, QUIET_SECONDS):
                    break
            touched, self._touched = self._touched, Touched()
            return touched


def concerns(event: FileSystemEvent) -> bool:
    """Whether an event can change what is built: nothing hidden, no lock or swap file, nothing only read."""
    if event.event_type not in CHANGES or (event.is_directory and event.event_type == "modified"):
        return False
    paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
    return any(not is_ignored(Path(path).name) for path in paths)


def touched_by(event: FileSystemEvent, root: Path) -> Touched:
    """The folders that an event tells of; `templates` for anything in the theme."""
    paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
    if event.is_directory:
        paths.extend(
            [path / "any" for path in paths]
        )  # a folder that came may have come with all that is in it
    try:
        folders = [path.parent.relative_to(root).as_posix() for path in paths]
    except ValueError:  # the default theme
        return Touched(frozenset({"templates"}))
    return Touched(frozenset(each for each in folders if each.partition("/")[0] in WATCHED))


class _Inside(FileSystemEventHandler):
    """Tells of every change below a folder."""

    def __init__(self, root: Path, notify: Callable[[Touched], None]) -> None:
        self._root = root
        self._notify = notify

    def on_any_event(self, event: FileSystemEvent) -> None:
        if concerns(event):
            self._notify(touched_by(event, self._root))


class _Top(FileSystemEventHandler):
    """Watches the site's own folder, for `content` or `templates` may come, go and come back."""

    def __init__(self, renew: Callable[[str], None]) -> None:
        self._renew = renew

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "moved", "deleted"):
            for path in (event.src_path, event.dest_path):
                name = Path(os.fsdecode(path)).name if path else ""
                if name in WATCHED:
                    self._renew(name)


class Watcher:
    """Calls `notify` for every change in the site at `root` and in the folder of the default theme."""

    def __init__(self, root: Path, theme: Path, notify: Callable[[Touched], None]) -> None:
        self._root = root.resolve()
        self._theme = theme.resolve()
        self._notify = notify
        self._observer = Observer()
        self._inside = _Inside(self._root, notify)
        self._watches: dict[Path, ObservedWatch] = {}

    def start(self) -> None:
        """Begin to watch."""
        self._observer.start()
        self._observer.schedule(_Top(self._renew), str(self._root), event_filter=ASKED_FOR)
        for folder in {*(self._root / name for name in WATCHED), self._theme}:
            self._watch(folder)

    def stop(self) -> None:
        """Stop watching and wait for the thread to end."""
        self._observer.stop()
        self._observer.join()

    def _renew(self, name: str) -> None:
        """Watch a folder of the site anew: the one that was watched under this name may be another one."""
        self._watch(self._root / name)
        self._notify(EVERYTHING)

    def _watch(self, folder: Path) -> None:
        old = self._watches.pop(folder, None)
        if old is not None:
            self._observer.unschedule(old)
        if folder.is_dir():
            self._watches[folder] = self._observer.schedule(
                self._inside, str(folder), recursive=True, event_filter=ASKED_FOR
            )
