"""Where old outputs wait until everything is measured, so that no run pays for files that were deleted before it.

ext4 does not use an inode again for some minutes after its file is deleted, and passes over such inodes one by
one: after a folder of 17,000 files was removed, each new file costs 0.6 ms, whoever writes it (a cold build had
18 s of system time instead of 6 s, and Hugo 13.9 s by the clock instead of 9.9 s). So an output that a cold
build must not find is moved into this folder, and before files are replaced each of them gets a second name
here, under which the replaced one lives on. All of it is removed at the very end.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

TRASH = "trash"
"""The name of the folder, in the work folder."""


def move_aside(work: Path, paths: Iterable[Path]) -> None:
    """Leave nothing of these files and folders where a build would find it, and remove nothing yet."""
    for path in paths:
        if path.exists():
            path.rename(_room(work))


def hold(work: Path, output: Path) -> None:
    """Give each file of an output a second name, so that replacing it deletes nothing yet."""
    room = _room(work)
    room.mkdir()
    files = (Path(folder, name) for folder, _, names in os.walk(output) for name in names)
    for number, file in enumerate(files):
        os.link(file, room / str(number))


def empty_trash(work: Path) -> None:
    """Remove all of it; what is measured on this disk in the next minutes pays for that."""
    shutil.rmtree(work / TRASH, ignore_errors=True)


def _room(work: Path) -> Path:
    """A path in the trash that is not taken."""
    trash = work / TRASH
    trash.mkdir(exist_ok=True)
    return trash / str(sum(1 for _ in trash.iterdir()))
