"""The PDF engine: HTML and what it may use, from memory, to the bytes of a PDF.

The one module that imports PlutoPrint, so that everything else works where it cannot be installed. The engine
never fetches: what is not in `resources` is answered with nothing and its address is kept in `refused`. It finds
no font of the machine either (`noticeboard/fonts/fonts.conf`), so a board has the same bytes on every machine.
One drawing at a time in a process: the library is not safe for threads.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from plutoprint import (
    MEDIA_TYPE_PRINT,
    PAGE_MARGINS_NONE,
    UNITS_MM,
    Book,
    PageSize,
    ResourceData,
    ResourceFetcher,
    __version__,
    plutobook_set_fontconfig_path,
    plutobook_version_string,
)

from noticeboard.frozen import dataclass

VERSION = f"plutoprint {__version__} plutobook {plutobook_version_string()}"
ORIGIN = "board:/"
"""The address of the root of the site: no scheme that anything could fetch."""
TYPES = {"css": "text/css", "ttf": "font/ttf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
TYPES |= {"webp": "image/webp", "gif": "image/gif"}


class Drawn(NamedTuple):
    """A PDF, and the addresses that the page asked for in vain."""

    pdf: bytes
    refused: tuple[str, ...]


class _Memory(ResourceFetcher):
    """Serves what it was given, by path below the root of the site; never calls the fetcher of the library."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        super().__init__()
        self.resources = resources
        self.refused: list[str] = []

    def fetch_url(self, url: str) -> ResourceData:
        """What is kept for this address; nothing, and a note of it, for any other."""
        path = unquote(url.removeprefix(ORIGIN)) if url.startswith(ORIGIN) else ""
        data = self.resources.get(path)
        if data is None:
            self.refused.append(url)
            return ResourceData(b"", "text/plain")
        return ResourceData(
            data, TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream"), "utf-8"
        )


@dataclass(frozen=True)
class Pluto:
    """The engine with all that a page may use: bytes by their path below the root of the site."""

    resources: Mapping[str, bytes]
    no_fonts: Path
    """The folder of the `fonts.conf` that names no font."""

    def draw(self, html: str, width: float, height: float, more: Mapping[str, bytes]) -> Drawn:
        """Draw a page on sheets of `width` by `height` mm; it may use `more` too."""
        plutobook_set_fontconfig_path(self.no_fonts)
        memory = _Memory({**more, **self.resources} if more else self.resources)
        book = Book(PageSize(width * UNITS_MM, height * UNITS_MM), PAGE_MARGINS_NONE, MEDIA_TYPE_PRINT)
        book.custom_resource_fetcher = memory
        book.load_html(html, base_url=ORIGIN)
        stream = io.BytesIO()
        book.write_to_pdf_stream(stream)
        return Drawn(stream.getvalue(), tuple(dict.fromkeys(memory.refused)))
