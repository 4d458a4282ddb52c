"""One build at a time in one output folder.

The lock is the operating system's own lock on an open file, not a file with a process number in it: it ends
with the process however that ends, so there is no stale lock to judge and none to take over by mistake, also
between containers, where process numbers mean nothing. The file itself stays; deleting it would let
two builds lock two different files.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from noticeboard.frozen import dataclass

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BUSY = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


@dataclass(frozen=True)
class Lock:
    """An open lock file; `held` is False where the file system cannot lock at all."""

    descriptor: int
    held: bool


def take_lock(path: Path) -> Lock | None:
    """Lock the file at `path`, made if absent; None when another build holds it. OSError."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _BUSY:
            os.close(descriptor)
            return None
        return Lock(descriptor, held=False)
    return Lock(descriptor, held=True)


def give_lock(lock: Lock) -> None:
    """Unlock and close; workers that inherited the open file lose the lock too."""
    try:
        if lock.held:
            _unlock(lock.descriptor)
    finally:
        os.close(lock.descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
