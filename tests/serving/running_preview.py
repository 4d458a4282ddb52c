"""A preview that runs: a real server, a real watcher, a real build."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from noticeboard.serving.preview import Preview, Rebuild

SITE = {
    "content/site.yml": "title: 示例站\nbase_url: https://example.org/\n",
    "content/示例街道/place.yml": "kind: 街道\nname: 示例街道\nsample: 是\n",
}
LONG = 30.0


@dataclass
class Running:
    """A preview under way, asked over HTTP as a browser asks."""

    root: Path
    preview: Preview
    rebuilds: list[Rebuild]
    day: list[date] = field(default_factory=lambda: [date(2026, 11, 20)])

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of the answer; no redirect is followed."""
        address = self.preview.server.address + urllib.parse.quote(path.lstrip("/"), safe="/?=&%.")
        opener = urllib.request.build_opener(_Stay)
        try:
            with opener.open(address, timeout=LONG) as answer:
                return answer.status, dict(answer.headers), answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, dict(answer.headers), answer.read().decode()

    def state(self) -> dict[str, Any]:
        """What an open page is told at once."""
        state: dict[str, Any] = json.loads(self.get("/.noticeboard/epoch?seen=0")[2])
        return state

    def until(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """What an open page is told as soon as `condition` holds; it waits on the epoch as a page does."""
        state = self.state()
        while not condition(state):
            state = json.loads(self.get(f"/.noticeboard/epoch?seen={state['epoch']}")[2])
        return state


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@contextmanager
def running_preview(root: Path) -> Iterator[Running]:
    """Run a preview of the site at `root` on any free port until the block ends."""
    rebuilds: list[Rebuild] = []
    day = [date(2026, 11, 20)]
    preview = Preview(root, lambda: day[0], "zh", rebuilds.append, first_epoch=1000)
    thread = threading.Thread(target=preview.run)
    thread.start()
    try:
        yield Running(root, preview, rebuilds, day)
    finally:
        preview.stop()
        thread.join(LONG)
        assert not thread.is_alive()
