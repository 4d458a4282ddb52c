#!/usr/bin/env python3
"""What one run of a program costs: seconds by the clock, seconds of CPU, the most memory at one time.

    measure ─ this file as a small process of its own ─▶ the program ─ os.wait4 ▶ Cost

Wall: from the start of the process to its end. CPU: user and system seconds as os.wait4 tells them, of the
program and of all processes it waited for; on Linux also of those that outlive it for a moment (a fork server),
which are adopted and waited for. Memory: on Linux the largest sum, over the program and all its descendants,
of the resident sets in /proc, looked at every 20 ms, and at least the high-water mark of the program itself;
pages that processes share count once in each, so several processes look larger than they are, never smaller.
Elsewhere ru_maxrss, which is that of the largest process alone. Without os.wait4 (Windows) nothing is measured.

The program is started from a small process because ru_maxrss and the cost of a fork take something from
whoever starts it, and a benchmark that holds the facts of 5,000 compounds is large.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.02
ORPHAN_SECONDS = 10
PR_SET_CHILD_SUBREAPER = 36


class RunFailed(Exception):
    """A program that is measured did not end well."""


@dataclass(frozen=True)
class Cost:
    """What one run cost; memory in bytes."""

    wall: float
    cpu: float
    memory: int


def measure(command: Sequence[str], log: Path) -> Cost:
    """Run `command`; what it says goes to `log`."""
    if not hasattr(os, "wait4"):
        raise RunFailed("this system has no os.wait4: run the benchmark on Linux or macOS")
    ran = subprocess.run(
        [sys.executable, "-S", __file__, str(log), *command], stdout=subprocess.PIPE, text=True, check=False
    )
    if ran.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
        raise RunFailed(f"{' '.join(command)} ended with {ran.returncode}; the end of {log}:\n{said}")
    return Cost(**json.loads(ran.stdout))


def run_here(command: Sequence[str], log: Path) -> tuple[int, Cost]:
    """Run `command` from this process; its exit code and cost."""
    _adopt_orphans()
    with log.open("wb") as told:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=told, stderr=told, process_group=0
        )
        try:
            watch = _MemoryWatch(process.pid)
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - begun
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime + sum(_orphans(process.pid))
    return process.returncode, Cost(wall, cpu, watch.end(used.ru_maxrss))


class _MemoryWatch:
    """Looks at the memory of a process and its descendants until it is ended."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        if (PROC / str(pid)).exists():
            self._thread.start()

    def end(self, maxrss: int) -> int:
        """The most memory that was seen; `maxrss` of the system where nothing can be seen."""
        self._is_over.set()
        if not self._thread.ident:
            return maxrss * (1 if sys.platform == "darwin" else 1024)
        self._thread.join()
        return max(self._most, maxrss * 1024)

    def _look(self) -> None:
        while not self._is_over.wait(EVERY):
            self._most = max(self._most, sum(map(_resident, _family(self._pid))))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        for thread in (PROC / str(pid) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))
    except OSError:  # it has ended meanwhile
        return


def _resident(pid: int) -> int:
    try:
        pages = (PROC / str(pid) / "statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _orphans(group: int) -> Iterator[float]:
    """CPU seconds of each process of the group that ended after its first."""
    patience = time.monotonic() + ORPHAN_SECONDS
    while time.monotonic() < patience:
        try:
            pid, _, used = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return
        if pid:
            yield used.ru_utime + used.ru_stime
        else:
            time.sleep(0.005)
    os.killpg(group, signal.SIGKILL)
    raise RunFailed(f"processes were left running {ORPHAN_SECONDS} s after the program ended")


if __name__ == "__main__":
    code, cost = run_here(sys.argv[2:], Path(sys.argv[1]))
    print(json.dumps(asdict(cost)))
    sys.exit(code if code >= 0 else 128 - code)
