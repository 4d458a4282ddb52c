"""Where files wait for the release: a tree like that of the site, so that a folder that is new moves in one step.

    stage ▶ STAGING/tree/PATH, or STAGING/apart/DIGEST where the disk refuses that path ─ staged_at ▶ where it waits

A first build makes thousands of folders: to move each file by itself took a third of what writing them costs. A
path that cannot be made in the tree (a file where another page needs a folder, a path too long with what stands
before it) waits apart, under a name of its own; whether such files may stand together is told by the release.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from noticeboard.frozen import dataclass
from noticeboard.publishing.files import (
    DIGEST_BYTES,
    digest,
    is_file,
    is_folder,
    make_folder,
    unwritable,
    write_new,
)
from noticeboard.publishing.paths import check_path, folders_down_to

TREE, APART = "tree", "apart"


@dataclass(frozen=True)
class Staged:
    """A file that waits for the release: its path in the site, the digest of its bytes, size, time of change."""

    path: str
    digest: str
    size: int
    mtime_ns: int


def stage(staging: Path, path: str, data: bytes) -> Staged:
    """Put one file into `Output.staging`; safe to call from several processes for different paths.

    `path` is the decoded path of the URL from the output folder, with `index.html` where the URL has none.
    Raises `Problem`: E-OUTPUT-PATH for a path that cannot be a file's, E-OUTPUT-WRITE when the disk refuses.
    """
    check_path(path)
    try:
        status = _write(in_tree(str(staging), path), data)
    except OSError:
        status = _write_apart(str(staging), path, data)
    return Staged(path, digest(data), status.st_size, status.st_mtime_ns)


def in_tree(staging: str, path: str) -> str:
    """The place of a file or folder in the tree."""
    return f"{staging}/{TREE}/{path}"


def apart(staging: str, path: str) -> str:
    """The place of a file that the tree has no room for."""
    name = hashlib.blake2b(path.encode(), digest_size=DIGEST_BYTES).hexdigest()
    return f"{staging}/{APART}/{name}"


def staged_at(staging: str, path: str) -> str | None:
    """Where the file for `path` waits; None where none does. One that waits apart is never also in the tree."""
    place = in_tree(staging, path)
    if is_file(place):
        return place
    place = apart(staging, path)
    return place if is_file(place) else None


def is_staged(staging: str, path: str) -> bool:
    """Whether a file, or a folder of files, waits for `path`."""
    return staged_at(staging, path) is not None or is_folder(in_tree(staging, path))


def new_folders(staging: Path, output: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """The topmost folders of `paths` that the output has not, to be moved whole; none if a file waits apart.

    All that waits in such a folder moves with it, so what is staged must be released or dropped together.
    """
    if os.path.lexists(staging / APART):
        return ()
    there: dict[str, bool] = {}
    for path in paths:
        for parent in folders_down_to(path):
            if parent not in there:
                there[parent] = os.path.lexists(f"{output}/{parent}")
            if not there[parent]:
                break
    return tuple(parent for parent, is_there in there.items() if not is_there)


def _write(target: str, data: bytes) -> os.stat_result:
    """Write a file; most are the first of their folder, so it is made before it is missed."""
    make_folder(target.rpartition("/")[0])
    return write_new(target, data)


def _write_apart(staging: str, path: str, data: bytes) -> os.stat_result:
    target = apart(staging, path)
    try:
        return _write(target, data)
    except OSError as error:
        raise unwritable(Path(target), error) from None
