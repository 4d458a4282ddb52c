"""The processes that work on places, and the folder in which they pass records on: loaded when there are some.

A build of one edit starts none, and to load what starts processes would take longer than to read the place.
"""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import mkdtemp


def processes(count: int) -> ProcessPoolExecutor:
    """So many processes, forked where that is safe."""
    safe_to_fork = sys.platform == "linux" and threading.active_count() == 1
    return ProcessPoolExecutor(count, multiprocessing.get_context("fork" if safe_to_fork else "spawn"))


def new_folder() -> Path:
    """A new folder that only this user can read."""
    return Path(mkdtemp(prefix="noticeboard-"))


def drop_folder(folder: Path) -> None:
    """Remove it with all that is in it; what cannot be removed stays for the system to clear."""
    shutil.rmtree(folder, ignore_errors=True)
