"""The photos that the boards of a place show, as a PDF takes them in: those of the site, from its content.

    view of a board (paths below the root of the site) ─ BoardPhotos.on ▶ bytes without metadata, by path

A board shows a photo only with consent for wall and web, so the site has it too. A photo that is missing or damaged
is told where photos are checked, and stops the command; here it is left out, so that nothing else is said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from noticeboard.boards.view import BoardView
from noticeboard.building.copies import published_bytes
from noticeboard.building.place_files import PlaceFiles
from noticeboard.diagnostics import Problem
from noticeboard.frozen import dataclass
from noticeboard.page import PHOTO_FOLDER, Copy
from noticeboard.reading.files import Snapshot, digest


@dataclass(frozen=True)
class BoardPhotos:
    """The photos of one place."""

    files: PlaceFiles
    root: Path
    """Of the site's folder."""

    def on(self, view: BoardView) -> dict[str, bytes]:
        """The photos that a board shows, by path below the root of the site."""
        if not view.photos:
            return {}
        snapshot = self.files.snapshot(self.root)
        folder = f"{self.files.folder}/{PHOTO_FOLDER}"
        sources = {path: f"{folder}/{path.rpartition(f'{PHOTO_FOLDER}/')[2]}" for path in view.photos}
        found = {path: _published(Copy(path, source), snapshot) for path, source in sources.items()}
        return {path: data for path, data in found.items() if data}


def _published(copy: Copy, snapshot: Snapshot) -> bytes:
    """The bytes of a photo; none if it is missing or damaged."""
    if copy.source not in snapshot.paths:
        return b""
    try:
        return published_bytes(copy, snapshot)
    except Problem:
        return b""


def photos_digest(photos: Mapping[str, bytes]) -> str:
    """What a PDF is made from beside the board's value; nothing where it shows no photo."""
    return "".join(f" {path} {digest(data)}" for path, data in photos.items())
