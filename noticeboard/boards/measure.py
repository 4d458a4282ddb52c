"""How wide a text is, from the advances of the package's own font.

Fitting is ours: the PDF engine and the browser are told where every line ends, so both must set what was
measured here. Kerning is therefore off in `board.css`. A character that the font lacks is counted as a full
square, and `missing` names it. The advances stand in a file of their own, which a test compares with the
fonts: to read the fonts themselves took every process a quarter of a second.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import Literal

Weight = Literal[400, 700]
_TOLD = Path(__file__).resolve().parents[1] / "fonts" / "advances.json"
_INVISIBLE = "\n\u200b\u2060"


@cache
def advances() -> dict[Weight, dict[str, float]]:
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


def width_em(text: str, weight: Weight = 400) -> float:
    """The advance width of `text` in em."""
    return sum(map(advances()[weight].get, text, repeat(1.0)))


def width_mm(text: str, size_mm: float, weight: Weight = 400) -> float:
    """The advance width in millimetres of `text` set at `size_mm`."""
    return width_em(text, weight) * size_mm


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that the font cannot draw, each once, in their order."""
    return tuple(c for c in dict.fromkeys(text) if c not in advances()[400] and c not in _INVISIBLE)
