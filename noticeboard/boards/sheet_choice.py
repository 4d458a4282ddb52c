"""Which sheets are meant: a size as a user writes it, and whether the sheet stands or lies.

    usual sheets of a kind + size + orientation ─ chosen_sheets ▶ sheets

A kind of board has its usual sheets, a layout takes any. So a size alone is enough: it lies as the kind does
usually. An orientation that is asked for always holds, also against the name of a preset.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from noticeboard.boards.sheet import SHEETS, Sheet

Orientation = Literal["portrait", "landscape"]


def known_sizes() -> tuple[str, ...]:
    """Every size that may be written: papers and presets, in lower case."""
    return tuple(dict.fromkeys(name for key in SHEETS for name in (_paper(key), key)))


def sheets_of_size(size: str) -> tuple[Sheet, ...]:
    """The presets that a size names: both of a paper, one by its key; none for an unknown size."""
    wanted = size.strip().lower()
    return tuple(sheet for key, sheet in SHEETS.items() if wanted in (key, _paper(key)))


def chosen_sheets(
    usual: Iterable[str], size: str = "", orientation: Orientation | None = None
) -> tuple[Sheet, ...]:
    """The sheets for a kind of board with these usual ones; a size must be known."""
    own = tuple(SHEETS[key] for key in usual)
    if not size:
        return tuple(dict.fromkeys(_turned(sheet, orientation) for sheet in own))
    named = sheets_of_size(size)
    if orientation is None and len(named) > 1:
        fitting = tuple(sheet for sheet in named if sheet in own)
        return fitting or tuple(sheet for sheet in named if sheet.landscape == own[0].landscape)
    return tuple(dict.fromkeys(_turned(sheet, orientation) for sheet in named))


def _paper(key: str) -> str:
    return key.removesuffix("-portrait").removesuffix("-landscape")


def _turned(sheet: Sheet, orientation: Orientation | None) -> Sheet:
    """The preset of the same paper that lies as asked."""
    if orientation is None:
        return sheet
    wanted = SHEETS.get(f"{_paper(sheet.key)}-{orientation}")
    return wanted or sheet
