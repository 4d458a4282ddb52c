"""PDFs that were drawn before, so that an unchanged board is not drawn again.

    board + engine + fonts ─ pdf_fingerprint ▶ fingerprint ─ PdfStore.find ▶ PDF, or None: then draw and `keep`

It lies in `.noticeboard/pdf/` beside `content/` and is a cache: it may be deleted or damaged at any time. Each file
begins with a checksum of the rest, so that a damaged one is taken for none.
"""

from __future__ import annotations

import os
from pathlib import Path

from noticeboard.frozen import dataclass
from noticeboard.publishing.files import digest, move, patiently, write_new

FOLDER = ".noticeboard/pdf"
MOST = 20_000
"""PDFs that are kept; beyond that those go that were used the longest time ago."""
_HEAD = b"noticeboard pdf 1 %s\n"


def pdf_fingerprint(board: object, theme: str, engine: str, fonts: str) -> str:
    """What a PDF is made from: the board's value, and the digests or names of what draws it."""
    return digest(f"{board!r}\n{theme}\n{engine}\n{fonts}".encode())


@dataclass(frozen=True)
class PdfStore:
    """The PDFs of a site, by fingerprint."""

    folder: Path

    @classmethod
    def of_site(cls, root: Path) -> PdfStore:
        """The store of the site at `root`."""
        return cls(root / FOLDER)

    def find(self, fingerprint: str) -> bytes | None:
        """The PDF with this fingerprint; None if there is none, or a damaged one."""
        path = self.folder / fingerprint
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        head, _, pdf = data.partition(b"\n")
        return pdf if head + b"\n" == _HEAD % digest(pdf).encode() else None

    def keep(self, fingerprint: str, pdf: bytes) -> OSError | None:
        """Keep a PDF; what prevented it, which costs no more than drawing it again."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self.folder / fingerprint, _HEAD % digest(pdf).encode() + pdf)
        except OSError as error:
            return error
        return None

    def prune(self, most: int = MOST) -> None:
        """Delete the PDFs that were used the longest time ago, so that `most` are left."""
        try:
            by_use = sorted((entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(self.folder))
            for _, path in by_use[: max(0, len(by_use) - most)]:
                Path(path).unlink(missing_ok=True)
        except OSError:
            return  # another run is at work there; the next one prunes


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file beside and move it into place; whether it was not there like this already. OSError.

    Whatever interrupts it, no part is left behind, and what stood there stays.
    """
    if _is_there(path, data):
        return False
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        write_new(str(beside), data)
        patiently(lambda: move(beside, path))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return True


def _is_there(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
