"""Where work on places runs: in this process when there is little, else in several.

    tasks ─ run ▶ results, in order

The work is handed to a `concurrent.futures.Executor` and knows nothing else of where it runs. Workers are forked
where that is safe (Linux, one thread), since they then start with everything imported; elsewhere they are spawned,
which costs about as much as a hundred places.

The same workers read and make. They are started before anything is read, while this process is small: a forked
worker counts as large as this process was then. Workers started anew for making had the templates compiled already,
but that pays no more than they cost. To keep the records of a place in the worker that read it, so that they need not
be put on a shelf, would take the memory of half a city in each of two.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

FEWEST_PLACES = 24
"""With fewer places than this to be read or made, no worker is started."""
PLACES_A_TASK = 12
"""So many that passing a task on costs nothing beside it."""
LAST_PLACES, LAST_TASKS = 3, 8
"""Towards the end a task has one of so many parts of what is left, but not fewer places than this."""
T = TypeVar("T")


class InThisProcess(Executor):
    """An executor that runs what it is given at once, where it stands."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run a function and return its result as one that is there already."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # it belongs to whoever asks for the result
            future.set_exception(error)
        return future


class Workers:
    """The processes of one run, started when there is enough to do, and used until they are dismissed.

    `jobs` processes at most, None for one a processor.
    """

    def __init__(self, jobs: int | None = None) -> None:
        self._most = jobs or os.cpu_count() or 1
        self._count = 1
        self._pool: Executor = InThisProcess()
        self._folder: Path | None = None

    def executor_for(
        self, places: int, *, fewest: int = FEWEST_PLACES, a_task: int = PLACES_A_TASK
    ) -> Executor:
        """The executor for so many places, all results of earlier ones being there.

        `fewest` and `a_task` are for work that takes longer than the pages of a place.
        """
        count = min(self._most, max(1, places // a_task))
        if count < 2 or places < fewest:
            return InThisProcess()
        if count > self._count:
            from noticeboard.building.processes import processes

            self.dismiss()
            self._pool, self._count = processes(count), count
        return self._pool

    @property
    def folder(self) -> Path:
        """A folder for what processes pass on by file; it is there as long as this is entered."""
        if self._folder is None:
            from noticeboard.building.processes import new_folder

            self._folder = new_folder()
        return self._folder

    def dismiss(self) -> None:
        """Let the processes end; what they have not begun is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool, self._count = InThisProcess(), 1

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dismiss()
        if self._folder is not None:
            from noticeboard.building.processes import drop_folder

            drop_folder(self._folder)
            self._folder = None
