"""An answer that a second process works out while this one goes on.

    work ─ Aside ▶ a forked process at work ─ answer ▶ paths; worked out here where forking is not safe, or went wrong

To ask the system for each file of a site of a thousand places takes a tenth of a second, and so does to load what a
build of one edit needs: side by side they take half. Threads would not do: one that waits for the system gets the
interpreter back only when the other lets go of it. Only paths come back, so there is nothing to pickle.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable
from types import TracebackType

Work = Callable[[], Iterable[str]]
_END = b"\0."
"""After all paths, so that an answer that was cut short is none."""


class Aside:
    """The paths that `work` finds; `answer` waits for them. What `is_long` is worth a process of its own."""

    def __init__(self, work: Work, *, is_long: bool) -> None:
        self._work = work
        self._process, self._pipe = _forked(work) if is_long and _is_safe() else (0, -1)

    def answer(self) -> frozenset[str]:
        """What `work` found."""
        data = self._read()
        if not data.endswith(_END):
            return frozenset(self._work())
        return frozenset(os.fsdecode(path) for path in data[: -len(_END)].split(b"\0") if path)

    def close(self) -> None:
        """Let the process end, if it was started and never asked."""
        if self._process:
            os.close(self._pipe)
            os.waitpid(self._process, 0)
            self._process = 0

    def _read(self) -> bytes:
        if not self._process:
            return b""
        parts = []
        while part := os.read(self._pipe, 1 << 16):
            parts.append(part)
        self.close()
        return b"".join(parts)

    def __enter__(self) -> Aside:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _is_safe() -> bool:
    """Whether a copy of this process has all that it needs: with threads a lock might be held for ever."""
    return sys.platform == "linux" and threading.active_count() == 1


def _forked(work: Work) -> tuple[int, int]:
    """The process that works, and the end of the pipe on which it answers."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    try:
        os.close(reading)
        data = b"".join(os.fsencode(path) + b"\0" for path in work())[:-1] + _END
        while data:
            data = data[os.write(writing, data) :]
    finally:  # whatever happened, nothing of the caller must run twice
        os._exit(0)
