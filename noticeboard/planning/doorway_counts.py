"""At how many doorways of a place its full set of boards hangs.

    place, its boards of a kind that hangs at every doorway, what hangs (`hung.yml`) ─ doorway_counts ▶ counts

The set is what `planning.doorways` prints for a doorway of which nothing is recorded. A place that keeps no record of
what hangs is not looked at any further: its doorways are known, and nothing is known of them. What knows boards is
loaded for the others alone: a check of one file has no use for it.

Keys: doorways; .recorded (of places that record what hangs), .full.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.config import Settings
from noticeboard.kinds.hung import Hung
from noticeboard.kinds.place import doorways_of
from noticeboard.locality import Records


def doorway_counts(wall: Records, settings: Settings, today: date) -> Iterator[tuple[str, int]]:
    """The counts of one place from its records as boards may show them."""
    if not wall.place.buildings:
        return
    doorways = doorways_of(wall.place)
    if not doorways:
        return
    yield "doorways", len(doorways)
    records = wall.of(Hung)
    if not records:
        return
    from noticeboard.planning.doorway_boards import at_every_doorway, hanging_at

    needed = at_every_doorway(wall, settings, today)
    if not needed:
        return
    hanging = hanging_at(records)
    yield "doorways.recorded", len(doorways)
    full = sum(needed <= hanging.get(doorway, set()) for doorway in doorways)
    if full:
        yield "doorways.full", full
