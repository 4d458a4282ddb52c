"""The kind hung: which printed boards hang where, since when, in which version.

record (an entry, and how long its board hung) ─ rules (doorways, codes, two at one spot) ▶ KIND

It has no page and no panel of its own: `planning.hung_pages` shows it behind the QR code of its board.
"""

from __future__ import annotations

from noticeboard.kind import Kind
from noticeboard.kinds.hung.record import Hung, HungLine, Spell, person_of, settle, spells
from noticeboard.kinds.hung.rules import (
    E_HUNG_DOORWAY,
    E_HUNG_REPLACED,
    E_HUNG_TWICE,
    check,
    check_place,
    no_doorway,
)
from noticeboard.languages import Words

__all__ = [
    "E_HUNG_DOORWAY",
    "E_HUNG_REPLACED",
    "E_HUNG_TWICE",
    "KIND",
    "Hung",
    "HungLine",
    "Spell",
    "no_doorway",
    "person_of",
    "spells",
]


def _title(hung: Hung) -> str:
    return f"{hung.doorway} {hung.board}".strip()


KIND = Kind(
    name="hung",
    folder="hung",
    words=Words("挂出记录", "hung board"),
    record=Hung,
    title=_title,
    settle=settle,
    check=check,
    check_place=check_place,
    starter=Words(
        "- board: organization\n  size: a3-landscape\n  code: abcde\n  hung: 2026-01-01\n  replaced: 2026-06-30\n",
        "- board: organization\n  size: a3-landscape\n  code: abcde\n  hung: 2026-01-01\n  replaced: 2026-06-30\n",
    ),
)
