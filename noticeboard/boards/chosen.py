"""On which sheets a site makes its boards: its settings, or else the usual sheets of each kind.

    BoardSettings + BoardKind ─ sheets_for ▶ Sheets

A3 and A4 without a direction choose among the usual sheets of a kind, so that a notice stays on its A4 page. Any
other size is made for every kind that hangs, lying the way its usual sheet does; what is printed in the office and
read close up stays on its usual sheets. Names that mean nothing are left out here:
`checking.site_rules` tells of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from noticeboard.boards.sheet import OFFICE, SHEETS, Sheet
from noticeboard.boards.size_text import distance_of, names_direction, preset_of, sheet_named
from noticeboard.boards.view import BoardKind
from noticeboard.config import BoardSettings
from noticeboard.diagnostics import Problem

_USUAL = frozenset(sheet.key for sheet in OFFICE)


@lru_cache(maxsize=64)
def sheets_for(kind: BoardKind, wanted: BoardSettings) -> tuple[Sheet, ...]:
    """The sheets that boards of this kind are made on, each once."""
    metres = distance_in(wanted)
    names = wanted.sizes or kind.sheets
    found = (sheet for name in names for sheet in sheets_of_name(name, kind, metres))
    return tuple({sheet.key: sheet for sheet in found}.values())


def all_sheets(kinds: Iterable[BoardKind], wanted: BoardSettings) -> tuple[Sheet, ...]:
    """The sheets that boards of any of `kinds` are made on, each once."""
    return tuple(dict.fromkeys(sheet for kind in kinds for sheet in sheets_for(kind, wanted)))


def distance_in(wanted: BoardSettings) -> float:
    """The reading distance of all boards in metres; 0 for the usual one of each size."""
    try:
        return distance_of(wanted.distance) if wanted.distance else 0.0
    except Problem:
        return 0.0


def sheets_of_name(name: str, kind: BoardKind, metres: float = 0.0) -> tuple[Sheet, ...]:
    """The sheets that a size chooses for this kind: of its usual ones, or any other size; none for A3 without one."""
    return tuple(_named(name, kind, metres))


def _named(name: str, kind: BoardKind, metres: float) -> Iterator[Sheet]:
    try:
        if names_direction(name) or not _is_usual(name):
            if kind.office and sheet_named(name, distance=metres).key not in kind.sheets:
                return
            yield sheet_named(name, landscape=SHEETS[kind.sheets[0]].landscape, distance=metres)
            return
        for key in kind.sheets:
            usual = sheet_named(key, distance=metres)
            if preset_of(key) == preset_of(name):
                yield sheet_named(name, landscape=usual.landscape, distance=metres)
    except Problem:
        return


def _is_usual(name: str) -> bool:
    return f"{preset_of(name)}-portrait" in _USUAL
