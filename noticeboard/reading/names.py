"""Which names of files and folders every system can hold.

A name that Windows cannot create breaks the checkout for whoever works there, so it is refused everywhere.
The rules are Microsoft's "Naming Files, Paths, and Namespaces". This module looks at one name at a time
and never at the disk.
"""

from __future__ import annotations

import os
import unicodedata

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words

E_PATH_NAME = code("E-PATH-NAME", "文件名不能用", "a file name that not every system accepts")

FORBIDDEN = '<>:"|?*\\'
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"}
)
IGNORED = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"})
IGNORED_SUFFIXES = ("~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".crdownload", ".part")


def is_ignored(name: str) -> bool:
    """Whether `name` is hidden, a backup, or left behind by an editor, an office program or a system."""
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower.endswith(IGNORED_SUFFIXES) or lower in IGNORED


def collision_key(name: str) -> str:
    """What two names share when a file system may take them for one: case folded, Unicode form NFC."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def printable(name: str) -> str:
    """`name` with bytes that are not UTF-8 written as `\\xNN`, so that it can always be shown."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def check_name(name: str) -> None:
    """Raise Problem `E-PATH-NAME` for a name that is not UTF-8 or that Windows cannot hold."""
    if any("\udc80" <= character <= "\udcff" for character in name):
        raise _refusal(
            Words(
                "文件名不是 UTF-8 编码，多半是从旧压缩包里解出来的",
                "the name is not UTF-8, as from an old archive",
            )
        )
    if name.split(".")[0].rstrip(" ").lower() in RESERVED:
        reserved = name.split(".")[0]
        raise _refusal(
            Words(
                f"{reserved} 是 Windows 的保留名，文件不能叫这个名字",
                f"{reserved} is a reserved name on Windows",
            )
        )
    if name[-1] in ". ":
        raise _refusal(
            Words(
                "文件名末尾不能是点或空格，Windows 会把它去掉",
                "the name ends in a dot or space, which Windows drops",
            )
        )
    for character in name:
        if character in FORBIDDEN or unicodedata.category(character) == "Cc":
            shown = character if character in FORBIDDEN else f"U+{ord(character):04X}"
            raise _refusal(
                Words(
                    f"文件名里不能有 {shown}，Windows 不接受",
                    f"the name contains {shown}, which Windows refuses",
                )
            )


def _refusal(message: Words) -> Problem:
    return Problem(
        E_PATH_NAME,
        message,
        Words("改个名字，只用汉字、字母、数字、- 和 _", "rename it with letters, digits, - and _ only"),
    )
