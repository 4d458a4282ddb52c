"""From the path in a request to a file of the preview, and how that file is described to the browser.

Only files below the output folder are ever found: a path with `..`, a drive, a backslash or a hidden name is
no path of ours, and a link that leads out of the folder is not followed.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import unquote

CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/vnd.microsoft.icon",
    ".pdf": "application/pdf",
    ".ttf": "font/ttf",
}
"""Written out, because the table of the system differs from one machine to the next."""
OTHER = "application/octet-stream"
FORBIDDEN = frozenset('\\:*?"<>|\0')


def find_file(output: Path, request_path: str) -> Path | None:
    """The file that a request asks for, `index.html` for a folder; None if there is none to be shown."""
    path = unicodedata.normalize("NFC", unquote(request_path.partition("?")[0].partition("#")[0]))
    parts = [part for part in path.split("/") if part]
    if any(part.startswith(".") or FORBIDDEN & set(part) for part in parts):
        return None
    file = output.joinpath(*parts)
    if path.endswith("/"):
        file = file / "index.html"
    try:
        is_ours = file.is_file() and file.resolve().is_relative_to(output.resolve())
    except OSError:
        return None
    return file if is_ours else None


def is_folder(output: Path, request_path: str) -> bool:
    """Whether the request lacks the `/` behind the name of a folder that has a page."""
    path = request_path.partition("?")[0]
    return not path.endswith("/") and find_file(output, path + "/") is not None


def content_type(file: Path) -> str:
    """The content type of a file by its suffix."""
    return CONTENT_TYPES.get(file.suffix.lower(), OTHER)
