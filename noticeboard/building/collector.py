"""The cyclic garbage collector, which stands still while records are read: they make no cycles, and are many.

What is left of them then is kept, so the collector is told to leave it alone: else its first turn afterwards looks at
every one of them, which takes a quarter of the build of one edit. What is kept is still given back once nothing holds
it; only cycles among it would stay.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Run with the collector off; what was made meanwhile it leaves alone afterwards."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()
