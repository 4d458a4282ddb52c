"""Path, size and time of the files below a folder: what tells in little time whether any of them changed.

By plain calls, because a build without changes does hardly anything else.
"""

from __future__ import annotations

import os
from pathlib import Path

Status = tuple[str, int, int]
"""Path, size in bytes, time of the last change in nanoseconds."""


def statuses_below(folder: Path, ending: str = "") -> list[Status]:
    """Of every file below a folder whose name has this ending, sorted by path; links to folders are not followed."""
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(ending):
                path = f"{parent}{os.sep}{name}"
                try:
                    status = os.stat(path)  # noqa: PTH116  # a Path costs as much as the call
                except FileNotFoundError:  # a link that leads nowhere
                    continue
                found.append((path, status.st_size, status.st_mtime_ns))
    return sorted(found)
