"""The photos and attachments of a site: looked at when their place is read, published when they are new.

Copy + Snapshot ─ read_copies ▶ CopyRead (digest of the bytes, problem) ─ published_bytes ▶ bytes for the site
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.page import Copy
from noticeboard.reading.files import Snapshot, digest, read_bytes
from noticeboard.reading.images import check_image, without_metadata


@dataclass(frozen=True)
class CopyRead:
    """A file that the site takes over: the digest of its bytes, and what is wrong with them."""

    copy: Copy
    digest: str
    problems: tuple[Diagnostic, ...] = ()


def read_copies(copies: Iterable[Copy], snapshot: Snapshot) -> Iterator[CopyRead]:
    """Look at those of the files that are there; that one is not there is told elsewhere."""
    for copy in copies:
        if copy.source not in snapshot.paths:
            continue
        data, report = read_bytes(snapshot, copy.source)
        problems = list(report)
        if data is not None and copy.is_image:
            problem = check_image(data, copy.source)
            if problem is not None:
                problems.append(problem.at(copy.origin))
        yield CopyRead(copy, digest(data or b""), tuple(problems))


def published_bytes(copy: Copy, snapshot: Snapshot) -> bytes:
    """The bytes that the site publishes of a file without problems: a photo without its metadata."""
    data = read_bytes(snapshot, copy.source)[0] or b""
    return without_metadata(data) if copy.is_image else data
