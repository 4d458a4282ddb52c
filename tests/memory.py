"""Where tests write: in memory where a system has a folder for that, because a disk takes half as long again.

A run that passes gives the memory back at its end; what a run left that failed goes when the next one begins.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path("/dev/shm")
ENOUGH = 4 << 30
PREFIX = "noticeboard-tests-"
ROOT_OF_PYTEST = "PYTEST_DEBUG_TEMPROOT"


def take_memory() -> Path | None:
    """Have pytest write in memory; None where that is not possible or a process above has seen to it."""
    if ROOT_OF_PYTEST in os.environ or not FOLDER.is_dir():
        return None
    for left in FOLDER.glob(f"{PREFIX}*"):
        process = left.name.removeprefix(PREFIX).partition("-")[0]
        if not Path("/proc", process).exists():
            shutil.rmtree(left, ignore_errors=True)
    if shutil.disk_usage(FOLDER).free < ENOUGH:
        return None
    chosen = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=FOLDER))
    os.environ[ROOT_OF_PYTEST] = str(chosen)
    return chosen
