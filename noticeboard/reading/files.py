"""The files below `content/`, as one immutable value.

One walk with `os.scandir` makes a `Snapshot`; every later stage works from it, so that a file that
changes during a build is read at most once and nothing outside the folder is ever read. A preview, which is
told what was touched, looks at those folders again and no others.

    ROOT/content/ ─ scan ▶ Snapshot ─ read_text ▶ text with \\n line ends
    Snapshot + folders touched ─ scan_again ▶ Snapshot
    some paths ─ scan_along ▶ Snapshot of their places and those above

This module must never follow a symbolic link, never write, and never read a path that is not in the
snapshot.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from functools import cached_property
from itertools import chain
from operator import attrgetter
from pathlib import Path, PurePosixPath

from noticeboard.diagnostics import Diagnostic, Origin, Report, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.reading.encoding import decode_text
from noticeboard.reading.walking import FileEntry, Limits, Listed, list_folder, symlink, unreadable, walk

CONTENT = "content"
LIMITS = Limits()

E_CONTENT = code("E-CONTENT", "没有内容文件夹", "the content folder is missing")


@dataclass(frozen=True)
class Snapshot:
    """The content files of a site at one moment, sorted by path."""

    root: Path
    files: tuple[FileEntry, ...] = ()
    listed: Mapping[str, Listed] = field(default_factory=dict, compare=False, repr=False)
    """What each folder holds, for `scan_again`."""

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all files, for membership tests."""
        return frozenset(entry.path for entry in self.files)

    def has_same_paths(self, other: Snapshot) -> bool:
        """Whether both have the same files, whatever is in them."""
        return [entry.path for entry in self.files] == [entry.path for entry in other.files]


def digest(data: bytes) -> str:
    """The BLAKE2b digest of `data` as 64 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def scan(root: Path, folder: str = CONTENT, *, limits: Limits = LIMITS) -> tuple[Snapshot, Report]:
    """The snapshot of `root/folder`, and what in it had to be refused.

    Hidden, backup, swap and lock files are left out silently; a refused file or folder is left out with a
    diagnostic.
    """
    top = root / folder
    if top.is_symlink():
        return Snapshot(root), Report([symlink(folder)])
    if not top.is_dir():
        return Snapshot(root), Report([_missing(folder, _site_above(root, folder))])
    return _gathered(root, dict(walk(os.fspath(top), folder, limits)))


def scan_along(
    root: Path, paths: Collection[str], is_place: Callable[[Listed], bool]
) -> tuple[Snapshot, Report]:
    """The same of these files and folders, the places that they lie in, and no other place.

    `paths` are POSIX paths from the site's root; `is_place` tells a folder that is a place from one of records.
    """
    top = root / CONTENT
    if top.is_symlink() or not top.is_dir():
        return scan(root)
    on_the_way = {above.as_posix() for path in paths for above in (PurePosixPath(path) / "any").parents}
    listed: dict[str, Listed] = {}
    pending = [(CONTENT, os.fspath(top))]
    while pending:
        path, directory = pending.pop()
        found = list_folder(directory, path, LIMITS)
        if path not in on_the_way and is_place(found) and not _lies_in(path, paths):
            continue
        listed[path] = found
        pending.extend(found.folders)
    return _gathered(root, listed)


def _lies_in(path: str, paths: Collection[str]) -> bool:
    return any(path.startswith(f"{each}/") for each in paths)


def scan_again(known: Snapshot, touched: Iterable[str]) -> tuple[Snapshot, Report] | None:
    """The same when only these folders were touched; None where one of them is not known.

    `touched` are paths from the site's root. What was found in all other folders is taken as it was.
    """
    top = known.root / CONTENT
    if top.is_symlink() or not top.is_dir() or not known.listed:
        return None
    directories = {path: at for each in known.listed.values() for path, at in each.folders}
    directories[CONTENT] = os.fspath(top)
    listed = dict(known.listed)
    for path in sorted(set(touched)):
        if path not in directories:
            return None
        if path in listed:
            _list_again(listed, directories, path)
    return _gathered(known.root, listed)


def _list_again(listed: dict[str, Listed], directories: Mapping[str, str], path: str) -> None:
    before = dict(listed[path].folders)
    listed[path] = list_folder(directories[path], path, LIMITS)
    now = dict(listed[path].folders)
    for gone in before.keys() - now.keys():
        for below in [each for each in listed if f"{each}/".startswith(f"{gone}/")]:
            del listed[below]
    for new in now.keys() - before.keys():
        listed.update(walk(now[new], new, LIMITS))


def _gathered(root: Path, listed: Mapping[str, Listed]) -> tuple[Snapshot, Report]:
    files = sorted(chain.from_iterable(each.files for each in listed.values()), key=attrgetter("path"))
    problems = chain.from_iterable(each.problems for each in listed.values())
    return Snapshot(root, tuple(files), listed), Report(list(problems))


def read_text(snapshot: Snapshot, path: str) -> tuple[str | None, Report]:
    """The text of one file of the snapshot, line ends `\\n`, or None with the reason.

    Raises KeyError for a path that is not in the snapshot: asking for one is a bug, not a user's mistake.
    """
    data, report = read_bytes(snapshot, path)
    if data is None:
        return None, report
    text, diagnostics = decode_text(data, path)
    report.extend(diagnostics)
    return text, report


def read_bytes(snapshot: Snapshot, path: str) -> tuple[bytes | None, Report]:
    """The bytes of one file of the snapshot, or None with the reason; KeyError as in `read_text`."""
    if path not in snapshot.paths:
        raise KeyError(path)
    report = Report()
    try:
        return _read_no_follow(f"{snapshot.root}{os.sep}{path}"), report
    except OSError as error:
        report.add(symlink(path) if (snapshot.root / path).is_symlink() else unreadable(path, error))
        return None, report


READ_NO_FOLLOW = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
MOST_AT_ONCE = 65_536
"""More than the bytes of nearly every file of records."""


def _read_no_follow(path: str) -> bytes:
    """The bytes of a file, without a stream of Python's library, which costs more than reading does."""
    descriptor = os.open(path, READ_NO_FOLLOW)
    try:
        parts = tuple(iter(lambda: os.read(descriptor, MOST_AT_ONCE), b""))
    finally:
        os.close(descriptor)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _site_above(root: Path, folder: str) -> Path | None:
    """The site in whose folders `root` lies, for whoever runs a command in `content/` or further down."""
    return next((above for above in root.resolve().parents if (above / folder / "site.yml").is_file()), None)


def _missing(folder: str, above: Path | None) -> Diagnostic:
    remedy = (
        Words(f"站点在上层：加上 -C {above}", f"the site is further up: add -C {above}")
        if above is not None
        else Words(
            "用 -C 指出站点所在的文件夹，或用 noticeboard new site 新建一个站点",
            "name the site's folder with -C, or make a site with: noticeboard new site",
        )
    )
    message = Words(f"这里没有 {folder} 文件夹", f"there is no folder {folder} here")
    return Diagnostic(E_CONTENT, message, remedy, Origin(folder))
