"""On which sheets somebody wants boards printed: those of the site, or a size of their own, varied as they ask.

    BoardSettings + BoardKind + SheetWish ─ sheets_to_print ▶ Sheets

A layout takes any sheet, so any size is enough. A size without a direction lies as the kind does usually; a direction
that is asked for always holds, also against the one in a name. A sheet is varied by its own name, so that what is
printed as `a3` with large print is the very sheet that a site calls `a3-landscape-large`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from noticeboard.boards.chosen import distance_in, sheets_for, sheets_of_name
from noticeboard.boards.sheet import SHEETS, Sheet
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.view import BoardKind
from noticeboard.config import BoardSettings
from noticeboard.frozen import dataclass

Orientation = Literal["portrait", "landscape"]


@dataclass(frozen=True)
class SheetWish:
    """What is asked of the sheets; nothing stated means what the site has."""

    size: str = ""
    """As `size_text` reads it; whoever makes a wish sees to it that it can be read."""
    orientation: Orientation | None = None
    distance: float = 0.0
    """Metres; 0 for that of the site."""
    variants: tuple[str, ...] = ()
    """Names such as large, grey, bleed."""


def sheets_to_print(kind: BoardKind, settings: BoardSettings, wish: SheetWish) -> tuple[Sheet, ...]:
    """The sheets for boards of this kind, each once."""
    metres = wish.distance or distance_in(settings)
    if wish.size:
        found = sheets_of_name(wish.size, kind, metres) or (_of_own_size(wish.size, kind),)
    else:
        found = sheets_for(kind, settings) or tuple(SHEETS[key] for key in kind.sheets)
    suffixes = [*wish.variants, *([wish.orientation] if wish.orientation else [])]
    named = (sheet_named("-".join((sheet.key, *suffixes)), distance=metres) for sheet in found)
    return tuple({sheet.key: sheet for sheet in named}.values())


def all_sheets_to_print(
    kinds: Iterable[BoardKind], settings: BoardSettings, wish: SheetWish
) -> tuple[Sheet, ...]:
    """The sheets for boards of any of `kinds`, each once."""
    return tuple(dict.fromkeys(sheet for kind in kinds for sheet in sheets_to_print(kind, settings, wish)))


def _of_own_size(size: str, kind: BoardKind) -> Sheet:
    """The sheet of a size that is none of the usual ones of this kind."""
    return sheet_named(size, landscape=SHEETS[kind.sheets[0]].landscape)
