"""How wide a text is, from the advances of the package's own font.

Fitting is ours: the PDF engine and the browser are told where every line ends, so both must set what was
measured here. Kerning is therefore off in `board.css`. The font files are read once a process, when first
asked; a character that the font lacks is counted as a full square, and `missing` names it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from itertools import repeat
from typing import Literal

from fontTools.ttLib import TTFont

Weight = Literal[400, 700]
FONT_FILES: dict[Weight, str] = {400: "NotoSansSC-Regular.ttf", 700: "NotoSansSC-Bold.ttf"}
_INVISIBLE = "\n\u200b\u2060"


@cache
def advances(weight: Weight) -> dict[str, float]:
    """Every character of the font of `weight` with its advance in em."""
    with (
        as_file(files("noticeboard") / "fonts" / FONT_FILES[weight]) as path,
        TTFont(path, lazy=True) as font,
    ):
        unit = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {chr(point): metrics[glyph][0] / unit for point, glyph in font.getBestCmap().items()}


def width_em(text: str, weight: Weight = 400) -> float:
    """The advance width of `text` in em."""
    return sum(map(advances(weight).get, text, repeat(1.0)))


def width_mm(text: str, size_mm: float, weight: Weight = 400) -> float:
    """The advance width in millimetres of `text` set at `size_mm`."""
    return width_em(text, weight) * size_mm


def missing(text: str) -> tuple[str, ...]:
    """The characters of `text` that the font cannot draw, each once, in their order."""
    return tuple(c for c in dict.fromkeys(text) if c not in advances(400) and c not in _INVISIBLE)
