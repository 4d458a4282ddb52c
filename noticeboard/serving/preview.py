"""The preview: the same build as `build`, over and over, into an output folder of its own.

    wait ─ a change settled, or a new day ▶ build ▶ Rebuild ─▶ open pages and terminal

A build with errors releases nothing, so what is served is always the last good site. Right after a change only
the folders are looked at in which something changed; since a system may fail to tell of a change, all of them are
looked at once more when it has been quiet for a while. This module never writes `site/` and never asks the clock:
`today` is given.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date
from math import inf
from pathlib import Path

from noticeboard.building.pipeline import BuildRequest, BuildResult, build, memory_of
from noticeboard.diagnostics import Diagnostic, Severity
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.rendering.theme import default_theme
from noticeboard.serving.epoch import Epochs, Message
from noticeboard.serving.server import PreviewServer, open_server
from noticeboard.serving.watching import EVERYTHING, Changes, Touched, Watcher

OUTPUT = Path(".noticeboard", "serve")
PATIENCE = 1.0
"""Seconds between two looks at the day; so a machine that slept over midnight rebuilds when it wakes."""
SECOND_LOOK = 10.0
"""Seconds of quiet after which everything is looked at."""
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
        self._second_look_at = inf
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
            built_for = self._rebuild(EVERYTHING)
            while not self._is_stopped.is_set():
                touched = self._changes.settle(PATIENCE)
                if touched is not None:
                    built_for = self._rebuild(touched)
                elif self._today() != built_for:
                    built_for = self._rebuild(EVERYTHING)
                elif self._second_look_at <= time.monotonic():
                    built_for = self._rebuild(EVERYTHING, is_second_look=True)
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

    def _note(self, touched: Touched) -> None:
        self.epochs.want()
        self._changes.note(touched)

    def _rebuild(self, touched: Touched, *, is_second_look: bool = False) -> date:
        """Build once and say so, after a second look only if it found something; the day for which it was built."""
        if self._is_stopped.is_set():
            return self._today()
        epoch, today = self.epochs.want(), self._today()
        request = BuildRequest(self.root, today, output=self.root / OUTPUT, drafts=self._drafts)
        begun = time.monotonic()
        self._second_look_at = inf if touched.is_all else begun + SECOND_LOOK
        try:
            result = build(request, self._memory, None if touched.is_all else touched.folders)
        except Exception as fault:  # the preview outlives a fault of the program: the next save may avoid it
            self.epochs.show(epoch, is_changed=False, messages=(self._fault_message(),))
            self._tell(Rebuild(None, time.monotonic() - begun, fault))
            return today
        is_changed = result.ok and bool(result.written or result.deleted)
        self.epochs.show(epoch, is_changed=is_changed, messages=self._messages(result))
        if is_changed or not is_second_look:
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
