"""The files below `content/`, as one immutable value.

One walk with `os.scandir` makes a `Snapshot`; every later stage works from it, so that a file that
changes during a build is read at most once and nothing outside the folder is ever read. What could not
be checked out on another system (a reserved name, two names equal but for case) is refused here, because
a site is kept by people on Windows, macOS and Linux at once.

    ROOT/content/ ─ scan ▶ Snapshot ─ read_text ▶ text with \\n line ends

This module must never follow a symbolic link, never write, and never read a path that is not in the
snapshot. A name becomes an address, so a private number in one is refused here, and never repeated.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, Origin, Problem, Report, code
from noticeboard.languages import Words
from noticeboard.reading.encoding import decode_text
from noticeboard.reading.names import check_name, collision_key, is_ignored, printable
from noticeboard.reading.scan import Finding, find_private, mask_private

MEBIBYTE = 1024 * 1024
TEXT_LIMIT = 5 * MEBIBYTE
PHOTO_LIMIT = 30 * MEBIBYTE
TEXT_SUFFIXES = frozenset({".yml", ".yaml", ".md", ".txt", ".csv"})
WINDOWS_JUNCTION = 0xA0000003
"""`IO_REPARSE_TAG_MOUNT_POINT`: a folder on Windows that leads elsewhere without being a symbolic link."""

E_CONTENT = code("E-CONTENT", "没有内容文件夹", "the content folder is missing")
E_SYMLINK = code("E-SYMLINK", "内容里有符号链接", "a symbolic link in the content")
E_PATH_COLLISION = code(
    "E-PATH-COLLISION", "两个文件名只有大小写或编码形式不同", "two names equal but for case or Unicode form"
)
E_SIZE = code("E-SIZE", "文件太大", "a file over the size limit")
E_NOT_A_FILE = code("E-NOT-A-FILE", "既不是文件也不是文件夹", "neither a file nor a folder")
E_UNREADABLE = code("E-UNREADABLE", "文件或文件夹打不开", "a file or folder that cannot be opened")


class FileEntry(NamedTuple):
    """One file: its POSIX path from the site's root, as spelled on disk, its size in bytes and its mtime."""

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True)
class Snapshot:
    """The content files of a site at one moment, sorted by path."""

    root: Path
    files: tuple[FileEntry, ...] = ()

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


def scan(
    root: Path, folder: str = "content", *, text_limit: int = TEXT_LIMIT, photo_limit: int = PHOTO_LIMIT
) -> tuple[Snapshot, Report]:
    """The snapshot of `root/folder`, and what in it had to be refused.

    Limits are bytes a file. Hidden, backup, swap and lock files are left out silently; a refused file or
    folder is left out with a diagnostic.
    """
    report = Report()
    top = root / folder
    if top.is_symlink():
        report.add(_symlink(folder))
        return Snapshot(root), report
    if not top.is_dir():
        report.add(_missing(folder, _site_above(root, folder)))
        return Snapshot(root), report
    always = min(text_limit, photo_limit)
    files = [
        entry
        for entry in _walk(top, folder, report)
        if entry.size <= always or _is_within_limit(entry, text_limit, photo_limit, report)
    ]
    return Snapshot(root, tuple(sorted(files, key=attrgetter("path")))), report


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
        return _read_no_follow(snapshot.root / path), report
    except OSError as error:
        report.add(_symlink(path) if (snapshot.root / path).is_symlink() else _unreadable(path, error))
        return None, report


def _read_no_follow(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        return stream.read()


def _walk(top: Path, folder: str, report: Report) -> Iterator[FileEntry]:
    """Every acceptable file below `top`, one folder after another, never through a link."""
    pending = [(os.fspath(top), folder)]
    while pending:
        directory, shown = pending.pop()
        for entry, path in _children(directory, shown, report):
            status = entry.stat(follow_symlinks=False)
            if entry.is_symlink() or getattr(status, "st_reparse_tag", 0) == WINDOWS_JUNCTION:
                report.add(_symlink(path))
            elif stat.S_ISDIR(status.st_mode):
                pending.append((entry.path, path))
            elif stat.S_ISREG(status.st_mode):
                yield FileEntry(path, status.st_size, status.st_mtime_ns)
            else:
                report.add(_not_a_file(path))


def _children(directory: str, shown: str, report: Report) -> Iterator[tuple[os.DirEntry[str], str]]:
    """The entries of one folder whose names every system accepts, sorted, with their POSIX paths."""
    try:
        with os.scandir(directory) as iterator:
            entries = sorted(iterator, key=lambda entry: entry.name)
    except OSError as error:
        report.add(_unreadable(shown, error))
        return
    seen: dict[str, str] = {}
    for entry in entries:
        name = _judge(entry.name)
        if name is None:
            continue
        path = f"{shown}/{name.printable}"
        if name.problem:
            report.add(name.problem.at(Origin(path)))
            continue
        first = seen.setdefault(name.collision_key, path)
        if first != path:
            report.add(_collision(first, path))
            continue
        if name.private:
            report.extend(_private_name(finding, path) for finding in name.private)
        else:
            yield entry, path


class _Name(NamedTuple):
    """What is to be known of one name, wherever it stands."""

    printable: str
    collision_key: str
    problem: Problem | None
    private: tuple[Finding, ...]


@lru_cache(maxsize=4096)  # `tasks.yml` stands in every place
def _judge(name: str) -> _Name | None:
    """What is to be known of `name`, None for one that is left out silently."""
    if is_ignored(name):
        return None
    try:
        check_name(name)
    except Problem as problem:
        return _Name(printable(name), "", problem.with_traceback(None), ())
    return _Name(printable(name), collision_key(name), None, tuple(find_private(name)))


def _is_within_limit(entry: FileEntry, text_limit: int, photo_limit: int, report: Report) -> bool:
    is_text = Path(entry.path).suffix.lower() in TEXT_SUFFIXES
    limit = text_limit if is_text else photo_limit
    if entry.size <= limit:
        return True
    size, most = (f"{number / MEBIBYTE:.1f} MB" for number in (entry.size, limit))
    remedy = (
        Words("拆成几个文件，例如一条记录一个文件", "split it, for example into one file a record")
        if is_text
        else Words("先把图片缩小或压缩再放进来", "make the picture smaller before you add it")
    )
    message = Words(
        f"文件有 {size}，超过上限 {most}", f"the file has {size}, which is over the limit of {most}"
    )
    report.add(Diagnostic(E_SIZE, message, remedy, Origin(entry.path)))
    return False


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


def _symlink(path: str) -> Diagnostic:
    return Diagnostic(
        E_SYMLINK,
        Words("这是符号链接（快捷方式），不会跟着它读取", "this is a symbolic link, which is never followed"),
        Words("删去链接，把真正的文件复制到这里", "remove the link and copy the real file here"),
        Origin(path),
    )


def _collision(first: str, second: str) -> Diagnostic:
    return Diagnostic(
        E_PATH_COLLISION,
        Words(
            f"{first} 和 {second} 只有大小写或编码形式不同，在有的电脑上会互相覆盖",
            f"{first} and {second} differ only in case or Unicode form: one file on some systems",
        ),
        Words("给其中一个改名", "rename one of them"),
        Origin(second),
    )


def _private_name(finding: Finding, path: str) -> Diagnostic:
    remedy = Words(
        "改名：文件和文件夹的名字会成为网址", "rename it: names of files and folders become addresses"
    )
    return Diagnostic(finding.code, finding.problem.message, remedy, Origin(mask_private(path)))


def _not_a_file(path: str) -> Diagnostic:
    return Diagnostic(
        E_NOT_A_FILE,
        Words("这既不是普通文件，也不是文件夹", "this is neither a regular file nor a folder"),
        Words("把它移出内容文件夹", "move it out of the content folder"),
        Origin(path),
    )


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = error.strerror or type(error).__name__
    return Diagnostic(
        E_UNREADABLE,
        Words(f"打不开：{reason}", f"cannot be opened: {reason}"),
        Words(
            "检查文件是否还在、是否有读取权限、是否被别的程序占用",
            "check that it still exists, that you may read it and that no other program holds it",
        ),
        Origin(path),
    )
