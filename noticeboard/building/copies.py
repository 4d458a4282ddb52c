"""The photos and attachments of a site: read once, and looked at before they are published.

Copy + Snapshot ─ read_copy ▶ bytes + Diagnostics
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard.diagnostics import Diagnostic
from noticeboard.page import Copy
from noticeboard.reading.files import Snapshot, read_bytes
from noticeboard.reading.images import check_image


def read_copy(copy: Copy, snapshot: Snapshot) -> tuple[bytes, list[Diagnostic]]:
    """The bytes of a file that the site takes over, and what is wrong with it; KeyError if there is no such file."""
    data, report = read_bytes(snapshot, copy.source)
    diagnostics = list(report)
    if data is not None and copy.is_image:
        problem = check_image(data, copy.source)
        if problem is not None:
            diagnostics.append(problem.at(copy.origin))
    return data or b"", diagnostics


def check_copies(copies: Iterable[Copy], snapshot: Snapshot) -> Iterator[Diagnostic]:
    """What is wrong with those of the files that are there; that one is not there is told elsewhere."""
    for copy in copies:
        if copy.source in snapshot.paths:
            yield from read_copy(copy, snapshot)[1]
