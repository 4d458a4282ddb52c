"""The preview's web server: files of the last good build, and the script that reloads an open page.

    GET /path/               the page, after the build in course, with one line of script put in
    GET /.noticeboard/reload.js
    GET /.noticeboard/epoch?seen=N    answers when something else can be seen than N

The script is put into answers only; nothing that is written to disk ever holds it. The server listens on this
machine alone, answers to its names alone, lists no folder and lets nothing be kept in a cache.
"""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from noticeboard.languages import Language, Words, html_language
from noticeboard.serving.address import content_type, find_file, is_folder
from noticeboard.serving.epoch import Epochs, Visible

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
PORTS_TRIED = 50
SCRIPT = "/.noticeboard/reload.js"
EPOCH = "/.noticeboard/epoch"
LOCAL_HOST = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]+)?", re.IGNORECASE)
HTML, JSON, JAVASCRIPT = (
    "text/html; charset=utf-8",
    "application/json; charset=utf-8",
    "text/javascript; charset=utf-8",
)
LONGEST_POLL = 25.0
"""Seconds after which a waiting page is answered anyway; it asks again."""
LONGEST_BUILD = 60.0
"""Seconds that a page waits for the build in course before the old page is shown."""
FAILED = Words(
    "内容有问题，下面显示的是上一次成功的页面",
    "There are problems in the content; below is the last page that could be built",
)
NOTHING_YET = Words("还没有可以显示的页面", "There is no page to show yet")
NOT_FOUND = Words("没有这个页面", "There is no such page")


class PreviewServer(ThreadingHTTPServer):
    """Serves `output` on this machine; `epochs` says what can be seen."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share one port

    def __init__(self, port: int, output: Path, epochs: Epochs, language: Language) -> None:
        self.output = output
        self.epochs = epochs
        self.language = language
        super().__init__((HOST, port), _Request)

    @property
    def address(self) -> str:
        """Where to open the preview."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over browsers that hang up in the middle of an answer."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # typed as a socket


def open_server(port: int | None, output: Path, epochs: Epochs, language: Language) -> PreviewServer:
    """A server on `port`, or without one on the first free port from 8000; OSError when there is none."""
    if port is not None:
        return PreviewServer(port, output, epochs, language)
    for candidate in range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED):
        try:
            return PreviewServer(candidate, output, epochs, language)
        except OSError:
            continue  # taken, or kept back by the system
    return PreviewServer(0, output, epochs, language)


class _Request(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "noticeboard", ""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not is_this_machine(self.headers.get("Host", "")):
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, HTML, b"")
        elif path == SCRIPT:
            script = resources.files("noticeboard.serving").joinpath("reload.js").read_bytes()
            self._answer(HTTPStatus.OK, JAVASCRIPT, script)
        elif path == EPOCH:
            self._answer(HTTPStatus.OK, JSON, self._epoch())
        else:
            self._page(path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged: the terminal is for what the build says."""

    def _epoch(self) -> bytes:
        asked = parse_qs(urlsplit(self.path).query).get("seen", ["0"])[0]
        seen = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 20 else 0
        visible = self.server.epochs.wait_for_other(seen, LONGEST_POLL)
        state = {**asdict(visible), "title": FAILED.to(self.server.language)}
        return json.dumps(state, ensure_ascii=False).encode()

    def _page(self, path: str) -> None:
        self.server.epochs.wait_for_wanted(LONGEST_BUILD)
        visible = self.server.epochs.visible  # before the file is read: at worst the page reloads once more
        file = find_file(self.server.output, path)
        if file is None and is_folder(self.server.output, path):
            self._answer(HTTPStatus.FOUND, HTML, b"", location="/" + path.lstrip("/") + "/")
            return
        status = HTTPStatus.OK
        if file is None:
            status, file = HTTPStatus.NOT_FOUND, find_file(self.server.output, "/404.html")
        data = self._read(file)
        if data is None:
            self._answer(HTTPStatus.NOT_FOUND, HTML, with_script(self._plain_page(), visible))
        elif file is not None and file.suffix == ".html":
            self._answer(status, HTML, with_script(data, visible))
        elif file is not None:
            self._answer(status, content_type(file), data)

    def _read(self, file: Path | None) -> bytes | None:
        """The bytes of a file, or None where a build has just taken it away."""
        try:
            return file.read_bytes() if file is not None else None
        except OSError:
            return None

    def _plain_page(self) -> bytes:
        """What is shown while no build has ever succeeded."""
        language = self.server.language
        is_empty = not (self.server.output / "index.html").is_file()
        said = (NOTHING_YET if is_empty else NOT_FOUND).to(language)
        return (
            f'<!doctype html>\n<html lang="{html_language(language)}"><head><meta charset="utf-8">'
            f"<title>{said}</title></head><body><p>{said}</p></body></html>\n"
        ).encode()

    def _answer(self, status: HTTPStatus, kind: str, data: bytes, *, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def is_this_machine(host: str) -> bool:
    """Whether the `Host` of a request is a name of this machine.

    A page of another site can point a name of its own to 127.0.0.1 and would then read the preview, whose
    messages quote content that is not public.
    """
    return LOCAL_HOST.fullmatch(host) is not None


def with_script(page: bytes, visible: Visible) -> bytes:
    """A page with the reloading script before the end of its body; the script is told what the page shows."""
    script = f'<script src="{SCRIPT}" data-page="{visible.page}"></script>'.encode()
    head, end, tail = page.rpartition(b"</body>")
    return head + script + end + tail if end else page + script
