"""Keep `noticeboard/fonts/advances.json` true: `python tests/boards/advances.py --write` makes it from the fonts.

    font files ─ told_by_fonts ▶ {"unit", "advances": [[regular, bold, characters], …]}

Without `--write` nothing is changed, and the exit code is 1 if the file is not what the fonts say. It is ASCII,
so that no editor can change a character into one that looks the same.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "noticeboard" / "fonts"
TOLD = FONTS / "advances.json"


def _advances(name: str) -> tuple[int, dict[str, int]]:
    """The units of an em, and the advance of every character."""
    with TTFont(FONTS / name, lazy=True) as font:
        metrics = font["hmtx"].metrics
        cmap = font.getBestCmap()
        return font["head"].unitsPerEm, {chr(point): metrics[glyph][0] for point, glyph in cmap.items()}


def told_by_fonts() -> str:
    """The text of the file, one line for all characters that have the same two advances."""
    unit, regular = _advances("NotoSansSC-Regular.ttf")
    bold_unit, bold = _advances("NotoSansSC-Bold.ttf")
    assert (unit, regular.keys()) == (bold_unit, bold.keys()), "both weights must draw the same characters"
    groups: dict[tuple[int, int], str] = {}
    for character in sorted(regular):
        pair = regular[character], bold[character]
        groups[pair] = groups.get(pair, "") + character
    lines = (json.dumps([*pair, characters]) for pair, characters in sorted(groups.items()))
    return f'{{"unit": {unit}, "advances": [\n' + ",\n".join(lines) + "\n]}\n"


def main(arguments: list[str]) -> int:
    """Write the file, or tell that it is out of date."""
    told = told_by_fonts()
    if TOLD.exists() and TOLD.read_text(encoding="ascii") == told:
        return 0
    if "--write" in arguments:
        TOLD.write_text(told, encoding="ascii", newline="\n")
        return 0
    print(f"{TOLD.name}: run python tests/boards/advances.py --write")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
