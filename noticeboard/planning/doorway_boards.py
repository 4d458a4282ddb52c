"""Which boards belong to every doorway of a place, and which hang at each.

boards of a kind that hangs at every doorway ─ at_every_doorway ▶ keys
what hangs (`hung.yml`) ─ hanging_at ▶ keys by doorway
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from noticeboard.boards.catalogue import BOARDS
from noticeboard.config import Settings
from noticeboard.kinds.hung import Hung, spells
from noticeboard.locality import Context, Locality, Records
from noticeboard.planning.board_pages import sheets_on_site
from noticeboard.planning.hung_boards import board_key
from noticeboard.summary import Summary


def hanging_at(records: Iterable[Hung]) -> dict[str, set[str]]:
    """The keys of the boards that hang now, by their doorway."""
    hanging: dict[str, set[str]] = {}
    for each in spells(tuple(records)):
        if each.until is None:
            hanging.setdefault(each.hung.doorway, set()).add(board_key(each.hung.board))
    return hanging


def at_every_doorway(wall: Records, settings: Settings, today: date) -> frozenset[str]:
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
