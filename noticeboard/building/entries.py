"""What is remembered of a file of the site: what it was made from and why, its links and ids, how it was written.

A file that has the size and the time that it was written with is not read to know that it is intact; one with
another time is, since a copy of a site has other times.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.diagnostics import Origin


class Entry(NamedTuple):
    """One file of the site as it was last built."""

    made_from: Fingerprint
    reason: str
    origin: Origin = Origin()
    """The content that the page comes from; empty for pages of the program itself."""
    links: tuple[str, ...] = ()
    """Paths below the output, with `#anchor`, that the page links to."""
    ids: tuple[str, ...] = ()


class Written(NamedTuple):
    """A file of the output as the build left it: the digest of its bytes, size in bytes, time of change."""

    digest: str
    size: int
    mtime_ns: int


Entries = Mapping[str, Entry]
Files = Mapping[str, Written]


def harmed(output: Path, files: Files) -> Iterator[str]:
    """Those of the files of an output folder that have not the size and the time that they were written with."""
    top = f"{output}/"
    return (path for path, written in files.items() if not _is_as_written(top + path, written))


def _is_as_written(path: str, written: Written) -> bool:
    try:
        status = os.lstat(path)
    except OSError:
        return False
    same = status.st_size == written.size and status.st_mtime_ns == written.mtime_ns
    return same and stat.S_ISREG(status.st_mode)
