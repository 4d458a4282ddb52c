"""Where work on places runs: in this process when there is little, else in several.

    tasks ─ run ▶ results, in order

The work is handed to a `concurrent.futures.Executor` and knows nothing else of where it runs. Workers are forked
where that is safe (Linux, one thread), since they then start with everything imported and all templates compiled;
elsewhere they are spawned, which costs about as much as a hundred places. What this process can prepare for later
workers it prepares while the first ones read, for then it has nothing else to do.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, TypeVar

FEWEST_PLACES = 24
"""With fewer places than this to be read or made, no worker is started."""
PLACES_A_TASK = 12
"""So few that the last task is not waited for, so many that passing it on costs nothing beside it."""
MAY_FORK = sys.platform == "linux"

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


def executor_for(
    places: int, jobs: int | None, *, fewest: int = FEWEST_PLACES, a_task: int = PLACES_A_TASK
) -> Executor:
    """The executor for so many places; `jobs` processes at most, None for one a processor.

    `fewest` and `a_task` are for work that takes longer than the pages of a place.
    """
    workers = min(jobs or os.cpu_count() or 1, max(1, places // a_task))
    if workers < 2 or places < fewest:
        return InThisProcess()
    safe_to_fork = MAY_FORK and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if safe_to_fork else "spawn")
    return ProcessPoolExecutor(workers, mp_context=context)


def inherits(executor: Executor) -> bool:
    """Whether workers like those of `executor` may start with what this process has prepared."""
    return MAY_FORK and not isinstance(executor, InThisProcess)
