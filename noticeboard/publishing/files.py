"""What a build wrote: digests, whole files, and the list of the files that are ours.

`.noticeboard/files` is a text of one line a file, digest and path, sorted by path, so that the same site
gives the same list. It stands in the published folder: it must never name a content file. Only what it
lists may ever be replaced or deleted. A file of ours that somebody edited is still ours.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.publishing.paths import is_link, is_reached_by_link, is_safe

WRITE = code("E-OUTPUT-WRITE", "无法写入输出文件夹", "the output folder cannot be written")
LIST = code("E-OUTPUT-LIST", "输出文件夹的文件清单损坏", "the file list of the output folder is damaged")

DIGEST_BYTES = 16
_HEADER = "noticeboard files 1"
_PAUSES: tuple[float, ...] = (0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()


def digest(data: bytes) -> str:
    """The digest of a file's bytes: BLAKE2b of 16 bytes, as 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def digest_of(folder: Path, path: str) -> str | None:
    """The digest of the file at `path` under `folder`; None when it is gone, a link or unreadable."""
    target = folder / path
    if is_link(target) or is_reached_by_link(folder, path):
        return None
    try:
        return digest(target.read_bytes())
    except OSError:
        return None


def patiently(action: Callable[[], None], pauses: Sequence[float] = _PAUSES) -> None:
    """Do `action`, and again after each of `pauses` (seconds) while it is refused.

    On Windows a virus scanner or a browser holds a file open for a moment, and replacing it is refused
    meanwhile; elsewhere a refusal is final. The last refusal is raised: PermissionError.
    """
    for pause in pauses:
        try:
            return action()
        except PermissionError:
            time.sleep(pause)
    return action()


def save(path: Path, data: bytes) -> None:
    """Write a small file whole and durably: beside, synced, then moved over the old one. OSError."""
    beside = path.with_name(path.name + ".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    patiently(lambda: move(beside, path))
    if sys.platform != "win32":
        _sync_folder(path.parent)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_new(path: str, data: bytes) -> os.stat_result:
    """Write a file and tell its status as written; OSError. By plain calls: there are many thousands of files."""
    descriptor = os.open(path, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def is_file(path: str) -> bool:
    """Whether there is a file at `path`."""
    return os.path.isfile(path)  # noqa: PTH113  # a Path costs as much as the call, many thousand times


def is_folder(path: str) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)  # noqa: PTH112  # as above


def is_there(path: str) -> bool:
    """Whether anything is at `path`, be it a link that leads nowhere."""
    return os.path.lexists(path)


def files_below(folder: str) -> Iterator[str]:
    """The paths of all files below a folder, from that folder on, POSIX style."""
    for parent, _, names in os.walk(folder):
        inner = parent[len(folder) :].replace(os.sep, "/").strip("/")
        yield from (f"{inner}/{name}" if inner else name for name in names)


def make_folder(path: str) -> None:
    """Make a folder and all above it, if they are not there; OSError."""
    try:
        os.mkdir(path)  # noqa: PTH102  # as above
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103  # as above
    except FileExistsError:
        if not is_folder(path):
            raise


def move(source: str | Path, target: str | Path) -> None:
    """Move a file over another in one step, within one disk. OSError when it fails."""
    os.replace(source, target)  # noqa: PTH105  # as above


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives cannot sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def format_list(files: Mapping[str, str]) -> bytes:
    """The text of `.noticeboard/files` for paths and their digests."""
    lines = [f"{files[path]} {path}" for path in sorted(files)]
    return "\n".join((_HEADER, *lines, "")).encode()


def parse_list(data: bytes) -> dict[str, str]:
    """Paths and digests from the text of `.noticeboard/files`; `Problem` (E-OUTPUT-LIST) else."""
    try:
        header, *lines = data.decode().replace("\r\n", "\n").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        raise damaged() from None
    files: dict[str, str] = {}
    for line in lines:
        found, _, path = line.partition(" ")
        files[path] = found
    if header != _HEADER or len(files) != len(lines):
        raise damaged()
    check_entries(files)
    return files


def check_entries(files: Mapping[str, str]) -> None:
    """Raise `Problem` (E-OUTPUT-LIST) unless every path is safe and every digest looks like one of ours."""
    for path, found in files.items():
        if len(found) != 2 * DIGEST_BYTES or not found.isalnum() or not is_safe(path):
            raise damaged()


def damaged() -> Problem:
    """The problem of a file list or a journal that we did not write like this."""
    return Problem(
        LIST,
        Words(
            "输出文件夹里的 .noticeboard 被改动或损坏，无法确认哪些文件是本程序写的，所以什么也没有动",
            ".noticeboard in the output folder was changed or damaged; which files a build wrote is unknown, "
            "so nothing was touched",
        ),
        Words(
            "换一个输出文件夹，或自己清空它后重新生成",
            "choose another folder, or empty it yourself and build again",
        ),
    )


_REASONS = {
    errno.ENOSPC: Words("磁盘已满", "the disk is full"),
    errno.EDQUOT: Words("磁盘配额已用完", "the disk quota is used up"),
    errno.EROFS: Words("磁盘是只读的", "the disk is read-only"),
    errno.EACCES: Words(
        "没有写入权限，或文件正被别的程序打开", "no permission, or another program has the file open"
    ),
    errno.EPERM: Words(
        "没有写入权限，或文件正被别的程序打开", "no permission, or another program has the file open"
    ),
    errno.ENAMETOOLONG: Words("路径太长", "the path is too long"),
    errno.ENOTDIR: Words("路径中间有一个是文件，不是文件夹", "a part of the path is a file, not a folder"),
    errno.EEXIST: Words("同名的是文件，不是文件夹", "the name belongs to a file, not a folder"),
}


def unwritable(folder: Path, error: OSError) -> Problem:
    """The problem (E-OUTPUT-WRITE) of what the system refused to write; else `folder`."""
    path = error.filename2 or error.filename or folder
    strerror = error.strerror or str(error)
    reason = _REASONS.get(error.errno or 0, Words(strerror, strerror))
    return Problem(
        WRITE,
        Words(f"无法写入“{path}”：{reason.zh}", f"“{path}” cannot be written: {reason.en}"),
        Words(
            "检查权限和磁盘空间，关闭正在使用它的程序，再运行一次；没做完的发布会接着做完",
            "check permissions and disk space, close programs that use it, and run again; an unfinished "
            "release is then finished",
        ),
    )
