"""Everything that a site is made from, as one digest: if it is as it was, the site is as it was.

    files of content/ and of the theme, program, options ─ inputs_digest ▶ digest

Names, sizes and times stand for the files, so nothing is read. Must import nothing that is slow to import: this is
all that a build without changes runs through.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from noticeboard.building.fingerprint import program_digest
from noticeboard.building.request import BuildRequest
from noticeboard.reading.files import Snapshot
from noticeboard.rendering.theme import Theme, font_files


def inputs_digest(request: BuildRequest, snapshot: Snapshot) -> str:
    """The digest of all that a build is made from, but for the day."""
    found = hashlib.blake2b(
        f"{program_digest()} {request.drafts} {request.strict} {request.pdf}".encode(), digest_size=32
    )
    found.update(repr(Theme.of_site(request.root).files()).encode("utf-8", "surrogatepass"))
    found.update(repr(engine_files()).encode("utf-8", "surrogatepass"))
    lines = "\n".join([f"{path} {size} {mtime_ns}" for path, size, mtime_ns in snapshot.files])
    found.update(lines.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def engine_files() -> tuple[tuple[str, int, int], ...]:
    """Size and time of the files that stand for the PDF engine and its fonts, which an upgrade changes."""
    return tuple(_statuses())


def _statuses() -> Iterator[tuple[str, int, int]]:
    specs = (find_spec(name) for name in ("plutoprint", "pikepdf"))
    found = (Path(spec.origin) for spec in specs if spec is not None and spec.origin)
    for path in (*found, *font_files().values()):
        status = path.stat()
        yield str(path), status.st_size, status.st_mtime_ns


def disk_clock(root: Path) -> int:
    """The time in nanoseconds by the clock that stamps the files of the site; 0 where nothing can be written."""
    mark = root / ".noticeboard" / "clock"
    try:
        mark.parent.mkdir(exist_ok=True)
        mark.write_bytes(b"")
        return mark.stat().st_mtime_ns
    except OSError:
        return 0
