"""The preview: the same build as `build`, over and over, into an output folder of its own.

    wait ─ a change settled, or a new day ▶ build ▶ Rebuild ─▶ open pages and terminal

A build with errors releases nothing, so what is served is always the last good site. This module never
writes `site/` and never asks the clock: `today` is given.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from noticeboard.building.pipeline import BuildRequest, BuildResult, build, memory_of
from noticeboard.diagnostics import Diagnostic, Severity
from noticeboard.languages import Language, Words
from noticeboard.rendering.theme import default_theme
from noticeboard.serving.epoch import Epochs, Message
from noticeboard.serving.server import PreviewServer, open_server
from noticeboard.serving.watching import Changes, Watcher

OUTPUT = Path(".noticeboard", "serve")
PATIENCE = 1.0
"""Seconds between two looks at the day; so a machine that slept over midnight rebuilds when it wakes."""
FAULT = Words("程序出错了，不是内容的问题", "a fault of noticeboard, not of your files")
FAULT_REMEDY = Words("细节见终端窗口", "the terminal has the details")


@dataclass(frozen=True)
class Rebuild:
    """What one build of the preview came to."""

    result: BuildResult | None
    """None when the program itself failed."""
    seconds: float
    fault: Exception | None = None


class Preview:
    """A site that is watched, built and served; `tell` is called after every build."""

    def __init__(
        self,
        root: Path,
        today: Callable[[], date],
        language: Language,
        tell: Callable[[Rebuild], None],
        *,
        drafts: bool = False,
        port: int | None = None,
        first_epoch: int = 1,
    ) -> None:
        self.root = root
        self._today = today
        self._language = language
        self._tell = tell
        self._drafts = drafts
        self._changes = Changes()
        self._is_stopped = threading.Event()
        self._memory = memory_of(root, root / OUTPUT)
        self.epochs = Epochs(first_epoch)
        self.server: PreviewServer = open_server(port, root / OUTPUT, self.epochs, language)

    def run(self) -> None:
        """Build, serve, and build again whenever something changes, until `stop` or KeyboardInterrupt."""
        watcher = Watcher(self.root, default_theme(), self._note)
        serving = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.epochs.want()  # the first page that is asked for waits for the first build
        watcher.start()
        serving.start()
        try:
            built_for = self._rebuild()
            while not self._is_stopped.is_set():
                if self._changes.settle(PATIENCE) or self._today() != built_for:
                    built_for = self._rebuild()
        finally:
            self.epochs.close()
            self.server.shutdown()
            self.server.server_close()
            watcher.stop()
            serving.join()
            self._memory.save()

    def stop(self) -> None:
        """Let `run` return, within a second."""
        self._is_stopped.set()
        self._changes.note()

    def _note(self) -> None:
        self.epochs.want()
        self._changes.note()

    def _rebuild(self) -> date:
        """Build once and say so; the day for which it was built."""
        if self._is_stopped.is_set():
            return self._today()
        epoch, today = self.epochs.want(), self._today()
        request = BuildRequest(self.root, today, output=self.root / OUTPUT, drafts=self._drafts)
        begun = time.monotonic()
        try:
            result = build(request, self._memory)
        except Exception as fault:  # the preview outlives a fault of the program: the next save may avoid it
            self.epochs.show(epoch, is_changed=False, messages=(self._fault_message(),))
            self._tell(Rebuild(None, time.monotonic() - begun, fault))
            return today
        is_changed = result.ok and bool(result.written or result.deleted)
        self.epochs.show(epoch, is_changed=is_changed, messages=self._messages(result))
        self._tell(Rebuild(result, time.monotonic() - begun))
        return today

    def _messages(self, result: BuildResult) -> tuple[Message, ...]:
        """What the open page says: what stopped the build, nothing after a good one."""
        if result.ok:
            return ()
        weighs = result.report.of(Severity.ERROR) or result.report.of(Severity.WARNING)
        return tuple(self._message(one) for one in weighs)

    def _message(self, one: Diagnostic) -> Message:
        at = one.position
        place = f"{one.origin.file}:{at.line}:{at.column}" if at else one.origin.file
        return Message(one.code, place, one.message.to(self._language), one.remedy.to(self._language))

    def _fault_message(self) -> Message:
        return Message("", "", FAULT.to(self._language), FAULT_REMEDY.to(self._language))
