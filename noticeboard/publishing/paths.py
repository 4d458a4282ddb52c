"""Which paths a build may write: the same on Linux, macOS and Windows, never out of the output folder.

A path here is the decoded path of a URL, POSIX style, from the output folder: `三湾街/index.html`. The rules
are the strictest of the three systems, so that a site built on one can be copied to another or to a USB
stick. Earlier stages refuse such names with file and line; this is the last guard, and it also stands
between a forged file list and a deletion elsewhere on the disk.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words

PATH = code("E-OUTPUT-PATH", "页面的路径不能用作文件路径", "the path of a page cannot be the path of a file")

SEGMENT_BYTES = 255
"""The longest name of one file or folder, in bytes of UTF-8 (NAME_MAX of ext4, XFS and APFS)."""

_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which the stat module names on Windows only

_CHARACTER = r'[^\x00-\x1f\x7f<>:"|?*\\/]'
_RESERVED = r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|/|\Z)"
_SEGMENT = rf"(?!{_RESERVED})(?!\.(?:git|noticeboard)(?:/|\Z)){_CHARACTER}*(?![. ]){_CHARACTER}"
_PATH = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*", re.IGNORECASE)


_PLAIN_SEGMENT = r"(?:[0-9]{1,20}|[a-z0-9_-]{5,60}|[a-z]{1,2})"
_PLAIN = re.compile(rf"(?:{_PLAIN_SEGMENT}/)*{_PLAIN_SEGMENT}(?:\.[a-z]{{2,5}})?")
"""Most paths: no reserved name has only digits, or so many or so few of these letters."""


def is_safe(path: str) -> bool:
    """Whether `path` may be written on every system and stays inside the output folder."""
    if _PLAIN.fullmatch(path):
        return True
    return (
        _PATH.fullmatch(path) is not None
        and unicodedata.is_normalized("NFC", path)
        and (path.isascii() or not any("\ud800" <= c <= "\udfff" for c in path))
        and all(len(segment.encode()) <= SEGMENT_BYTES for segment in path.split("/"))
    )


def check_path(path: str) -> None:
    """Raise `Problem` (E-OUTPUT-PATH), naming the first bad segment, unless `path` is safe."""
    if is_safe(path):
        return
    segment = next((s for s in path.split("/") if not is_safe(s)), path)
    shown = path.encode("utf-8", "backslashreplace").decode()
    part = segment.encode("utf-8", "backslashreplace").decode()
    raise Problem(
        PATH,
        Words(
            f"页面路径“{shown}”不能用作文件路径：“{part}”这一段不行",
            f"the page path “{shown}” cannot be the path of a file, because of “{part}”",
        ),
        Words(
            '改文件夹名或 id：不用 \\ : * ? " < > | 和控制字符，不以点或空格结尾，不用 CON、NUL 等 Windows '
            f"保留名，不用 .git 和 .noticeboard，每段不超过 {SEGMENT_BYTES} 字节（约 85 个汉字）",
            'rename the folder or the id: no \\ : * ? " < > | or control characters, no dot or space at the '
            "end, no name that Windows reserves such as CON or NUL, not .git or .noticeboard, and at most "
            f"{SEGMENT_BYTES} bytes of NFC text between two slashes",
        ),
    )


def folded(path: str) -> str:
    """The form in which two paths are equal when a file system may take them for one (case, Unicode form)."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folders_of(path: str) -> Iterator[str]:
    """The folders that `path` lies in, the nearest first, without the output folder itself."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def folders_down_to(path: str) -> Iterator[str]:
    """The folders that `path` lies in, the outermost first, without the output folder itself."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def lies_in(path: str, folders: Container[str]) -> bool:
    """Whether `path` lies in one of `folders`, at any depth."""
    return any(map(folders.__contains__, folders_down_to(path)))


def all_folders(paths: Iterable[str]) -> set[str]:
    """Every folder that any of `paths` lies in."""
    folders: set[str] = set()
    for path in paths:
        for folder in folders_of(path):
            if folder in folders:
                break
            folders.add(folder)
    return folders


def check_together(paths: Iterable[str]) -> Iterator[Problem]:
    """The pairs (E-OUTPUT-PATH) that exclude each other: alike but for case, or file and folder at once."""
    files = sorted(paths)
    folders = all_folders(files)
    if len(set(map(folded, (*folders, *files)))) == len(folders) + len(files):
        return
    spellings: dict[str, str] = {}
    reported: set[str] = set()
    for path in [*sorted(folders), *files]:
        other = spellings.setdefault(folded(path), path)
        if other == path:
            continue
        if path.rpartition("/")[0] not in reported:
            yield _clash(other, path)
        reported.add(path)
    for path in files:
        if path in folders:
            yield _clash(path, path + "/")


def _clash(one: str, other: str) -> Problem:
    return Problem(
        PATH,
        Words(
            f"页面路径“{one}”和“{other}”不能并存：只差大小写，或者一个是文件、一个是文件夹",
            f"the page paths “{one}” and “{other}” cannot stand side by side: they differ in case only, or "
            "one is a file and one a folder",
        ),
        Words("给其中一个换名", "rename one of them"),
    )


def is_link(path: Path | str) -> bool:
    """Whether `path` is a symbolic link or a Windows junction, so that what lies under it lies elsewhere."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def is_plain_folder(path: Path) -> bool:
    """Whether `path` is a folder of its own and not a link to one."""
    return path.is_dir() and not is_link(path)


def is_reached_by_link(folder: Path, path: str) -> bool:
    """Whether `path` leaves the output `folder` through a link somewhere on its way."""
    return any(is_link(f"{folder}/{part}") for part in folders_of(path))


def are_same(one: Path, other: Path) -> bool:
    """Whether two spellings lead to one file or folder, links themselves not followed."""
    try:
        return os.path.samestat(one.lstat(), other.lstat())
    except OSError:
        return False
