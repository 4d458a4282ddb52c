"""At how many doorways of a place its full set of boards hangs.

    place, its boards of a kind that hangs at every doorway, what hangs (`hung.yml`) ─ doorway_counts ▶ counts

The set is what `planning.doorways` prints for a doorway of which nothing is recorded. A place that keeps no record of
what hangs is not looked at any further: its doorways are known, and nothing is known of them.

Keys: doorways; .recorded (of places that record what hangs), .full.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.boards.catalogue import BOARDS
from noticeboard.config import Settings
from noticeboard.kinds.hung import Hung, spells
from noticeboard.kinds.place import doorways_of
from noticeboard.locality import Context, Locality, Records, Summary
from noticeboard.planning.board_pages import sheets_on_site
from noticeboard.planning.hung_boards import board_key


def doorway_counts(wall: Records, settings: Settings, today: date) -> Iterator[tuple[str, int]]:
    """The counts of one place from its records as boards may show them."""
    if not wall.place.buildings:
        return
    doorways = doorways_of(wall.place)
    if not doorways:
        return
    yield "doorways", len(doorways)
    records = wall.of(Hung)
    needed = _at_every_doorway(wall, settings, today) if records else frozenset()
    if not needed:
        return
    hanging: dict[str, set[str]] = {}
    for each in spells(records):
        if each.until is None:
            hanging.setdefault(each.hung.doorway, set()).add(board_key(each.hung.board))
    yield "doorways.recorded", len(doorways)
    full = sum(needed <= hanging.get(doorway, set()) for doorway in doorways)
    if full:
        yield "doorways.full", full


def _at_every_doorway(wall: Records, settings: Settings, today: date) -> frozenset[str]:
    """The keys of the boards of a place that hang at every doorway."""
    place = wall.place
    summary = Summary(wall.path, place.name, place.kind.value, place.sample)
    locality = Locality(wall, (), summary, Context(settings, today))
    subjects = (subject for board in BOARDS for subject in board.fill(locality))
    return frozenset(
        subject.key
        for subject in subjects
        if subject.kind.at_doorways and sheets_on_site(subject.kind, settings.boards)
    )
