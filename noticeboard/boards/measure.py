"""How wide a text is, from the advances of the package's own font and of those that a site adds.

Fitting is ours: the PDF engine and the browser are told where every line ends, so both must set what was
measured here. Kerning is therefore off in `board.css`. A character that no font has is counted as a full
square, and `missing` names it. The advances stand in a file of their own, which a test compares with the
fonts: to read the fonts themselves took every process a quarter of a second.

The added fonts are those of the process: whoever lays out boards calls `use` first. Everything that is remembered
and depends on them is `remembered`, so that `use` can forget it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar, cast

from noticeboard.boards.added_fonts import AddedFont

Weight = Literal[400, 700]
P = ParamSpec("P")
R = TypeVar("R")
_TOLD = Path(__file__).resolve().parents[1] / "fonts" / "advances.json"
_INVISIBLE = "\n\u200b\u2060"
_in_use: list[AddedFont] = []
_forget: list[Callable[[], None]] = []


def use(fonts: tuple[AddedFont, ...]) -> None:
    """Measure with these fonts beside the package's from now on, in this process."""
    if fonts != tuple(_in_use):
        _in_use[:] = fonts
        for forget in _forget:
            forget()


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """`lru_cache` for what depends on the fonts in use."""
    cached = lru_cache(maxsize=50_000)(function)
    _forget.append(cached.cache_clear)
    return cast("Callable[P, R]", cached)


@cache
def _package() -> dict[Weight, dict[str, float]]:
    """Of both weights every character with its advance in em; made by tests/boards/advances.py."""
    told = json.loads(_TOLD.read_bytes())
    unit = told["unit"]
    regular: dict[str, float] = {}
    other: dict[str, float] = {}
    for units, bold_units, characters in told["advances"]:
        regular |= dict.fromkeys(characters, units / unit)
        if bold_units != units:
            other |= dict.fromkeys(characters, bold_units / unit)
    return {400: regular, 700: regular | other}


def package_characters() -> frozenset[str]:
    """The characters that the package's own font draws."""
    return frozenset(_package()[400])


@remembered
def advances() -> dict[Weight, dict[str, float]]:
    """Of both weights every character that can be drawn, with its advance in em in the first font that has it."""
    added: dict[str, float] = {}
    for font in reversed(_in_use):
        for advance, characters in font.advances:
            added |= dict.fromkeys(characters, advance)
    own = _package()
    return {400: added | own[400], 700: added | own[700]} if added else own


def width_em(text: str, weight: Weight = 400) -> float:
    """The advance width of `text` in em."""
    return sum(map(advances()[weight].get, text, repeat(1.0)))


def width_mm(text: str, size_mm: float, weight: Weight = 400) -> float:
    """The advance width in millimetres of `text` set at `size_mm`."""
    return width_em(text, weight) * size_mm


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that the font cannot draw, each once, in their order."""
    known = advances()[400]
    return tuple(c for c in dict.fromkeys(text) if c not in known and c not in _INVISIBLE)
