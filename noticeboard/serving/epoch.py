"""Which build is wanted and which can be seen: what the server and the open pages wait for.

    a file changes ─ want ▶ wanted ─ build ─ show ▶ visible + what the page must know ─▶ every waiting page

Two numbers, because a page that is asked for while a build runs must wait for that build: without that, a
reload right after saving would show the old text. A page of an earlier server knows other numbers, so numbers
begin at one that no earlier server can have used.
"""

from __future__ import annotations

import threading

from noticeboard.frozen import dataclass


@dataclass(frozen=True)
class Message:
    """One problem as the open page shows it."""

    code: str
    place: str
    """`file:line:column`, or empty."""
    message: str
    remedy: str


@dataclass(frozen=True)
class Visible:
    """What can be seen: the number of the build, the number of the last build that changed a page, problems."""

    epoch: int
    page: int
    messages: tuple[Message, ...] = ()


class Epochs:
    """The wanted and the visible build, shared by the watcher, the build loop and the server's threads."""

    def __init__(self, first: int) -> None:
        self._condition = threading.Condition()
        self._wanted = first
        self._visible = Visible(first, first)
        self._is_closed = False

    @property
    def visible(self) -> Visible:
        """What can be seen now."""
        with self._condition:
            return self._visible

    def want(self) -> int:
        """What is visible is out of date from now on; the number of the build that will mend it."""
        with self._condition:
            self._wanted += 1
            return self._wanted

    def show(self, epoch: int, *, is_changed: bool, messages: tuple[Message, ...] = ()) -> None:
        """The build of this number has ended; `is_changed` when some page is new by it."""
        with self._condition:
            page = epoch if is_changed else self._visible.page
            self._visible = Visible(epoch, page, messages)
            self._condition.notify_all()

    def wait_for_wanted(self, seconds: float) -> None:
        """Wait until what is wanted is visible, or for so many seconds."""
        with self._condition:
            self._condition.wait_for(lambda: self._is_closed or self._visible.epoch >= self._wanted, seconds)

    def wait_for_other(self, seen: int, seconds: float) -> Visible:
        """What is visible as soon as it is not `seen` any more, or after so many seconds."""
        with self._condition:
            self._condition.wait_for(lambda: self._is_closed or self._visible.epoch != seen, seconds)
            return self._visible

    def close(self) -> None:
        """Let everything that waits go on, now and from now on."""
        with self._condition:
            self._is_closed = True
            self._condition.notify_all()
