"""The folders below `content/`, one by one: what each holds, and what in it had to be refused.

    folder ─ list_folder ▶ Listed: files with size and time, folders, problems

What could not be checked out on another system (a reserved name, two names equal but for case) is refused here,
because a site is kept by people on Windows, macOS and Linux at once. A name becomes an address, so a private
number in one is refused too, and never repeated. A symbolic link is never followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, Origin, Problem, Report, code
from noticeboard.languages import Words
from noticeboard.reading.names import check_name, collision_key, is_ignored, printable
from noticeboard.reading.scan import Finding, find_private, mask_private

MEBIBYTE = 1024 * 1024
TEXT_LIMIT = 5 * MEBIBYTE
PHOTO_LIMIT = 30 * MEBIBYTE
TEXT_SUFFIXES = frozenset({".yml", ".yaml", ".md", ".txt", ".csv"})
WINDOWS_JUNCTION = 0xA0000003
"""`IO_REPARSE_TAG_MOUNT_POINT`: a folder on Windows that leads elsewhere without being a symbolic link."""

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


class Limits(NamedTuple):
    """The most bytes of a file."""

    text: int = TEXT_LIMIT
    photo: int = PHOTO_LIMIT


class Listed(NamedTuple):
    """What one folder holds; folders by path from the site's root, each with its path on disk."""

    files: tuple[FileEntry, ...]
    folders: tuple[tuple[str, str], ...]
    problems: tuple[Diagnostic, ...]


def walk(directory: str, path: str, limits: Limits) -> Iterator[tuple[str, Listed]]:
    """The folder `directory`, known as `path`, and every one below it, never through a link."""
    pending = [(path, directory)]
    while pending:
        path, directory = pending.pop()
        listed = list_folder(directory, path, limits)
        yield path, listed
        pending.extend(listed.folders)


def list_folder(directory: str, path: str, limits: Limits) -> Listed:
    """What the folder `directory`, known as `path`, holds."""
    report = Report()
    files: list[FileEntry] = []
    folders: list[tuple[str, str]] = []
    for entry, shown in _children(directory, path, report):
        status = entry.stat(follow_symlinks=False)
        if entry.is_symlink() or getattr(status, "st_reparse_tag", 0) == WINDOWS_JUNCTION:
            report.add(symlink(shown))
        elif stat.S_ISDIR(status.st_mode):
            folders.append((shown, entry.path))
        elif not stat.S_ISREG(status.st_mode):
            report.add(_not_a_file(shown))
        elif status.st_size <= min(limits) or _is_within_limit(shown, status.st_size, limits, report):
            files.append(FileEntry(shown, status.st_size, status.st_mtime_ns))
    return Listed(tuple(files), tuple(folders), tuple(report))


def _children(directory: str, shown: str, report: Report) -> Iterator[tuple[os.DirEntry[str], str]]:
    """The entries of one folder whose names every system accepts, sorted, with their POSIX paths."""
    try:
        with os.scandir(directory) as iterator:
            entries = sorted(iterator, key=lambda entry: entry.name)
    except OSError as error:
        report.add(unreadable(shown, error))
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


def _is_within_limit(path: str, bytes_: int, limits: Limits, report: Report) -> bool:
    is_text = Path(path).suffix.lower() in TEXT_SUFFIXES
    limit = limits.text if is_text else limits.photo
    if bytes_ <= limit:
        return True
    size, most = (f"{number / MEBIBYTE:.1f} MB" for number in (bytes_, limit))
    remedy = (
        Words("拆成几个文件，例如一条记录一个文件", "split it, for example into one file a record")
        if is_text
        else Words("先把图片缩小或压缩再放进来", "make the picture smaller before you add it")
    )
    message = Words(
        f"文件有 {size}，超过上限 {most}", f"the file has {size}, which is over the limit of {most}"
    )
    report.add(Diagnostic(E_SIZE, message, remedy, Origin(path)))
    return False


def symlink(path: str) -> Diagnostic:
    """The problem of a symbolic link."""
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


def unreadable(path: str, error: OSError) -> Diagnostic:
    """The problem of what the system does not let us open."""
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
