"""The stylesheets that follow from numbers: one for the steps of type, one small one for each sheet.

They are committed in `templates/assets/` like every other asset, so that a theme can be read and shadowed file
by file, and a test compares them with what is said here. After a change write them anew with
`python -c "from noticeboard.boards.stylesheets import write; write('templates/assets')"`.
No rule may hold a length that the layout does not know.
"""

from __future__ import annotations

from pathlib import Path

from noticeboard.boards.bare import edge_rules
from noticeboard.boards.frame import (
    SHAVE,
    band_padding,
    foot_columns,
    mark_width,
    quiet_zone,
)
from noticeboard.boards.sheet import MOST_PADDING, SHEETS, STEP, Sheet
from noticeboard.boards.slips import slip_rules

LEAST, MOST = 3.5, 90.0
"""Sizes of type in mm: from the least at 1 m to the title of the largest panel."""
LEADINGS = (1.2, 1.25, 1.3, 1.4, 1.45, 1.75)
MOST_DOWN = 400
MOST_COLUMNS = 8
_MADE = "/* Made by noticeboard/boards/stylesheets.py: change it there. */\n"
_ZOOMS = ((1.0, 0.75), (0.75, 0.6), (0.6, 0.5))
"""On a screen narrower than this share of the sheet, the sheet is shown at that scale; then it scrolls."""


def steps_stylesheet() -> str:
    """Classes for sizes, leadings, paddings and for how far down a body stands."""
    first, last = round(LEAST / STEP), round(MOST / STEP)
    rules = [f".t{round(i * STEP * 100)}{{font-size:{i * STEP:g}mm}}" for i in range(first, last + 1)]
    rules += [f".l{round(leading * 100)}{{line-height:{leading:g}}}" for leading in LEADINGS]
    for i in range(round(MOST_PADDING / STEP) + 1):
        pad = f"{i * STEP:g}mm"
        rules.append(f".p{round(i * STEP * 100)}{{padding-top:{pad};padding-bottom:{pad}}}")
        rules.append(f".d{round(i * STEP * 100)}{{padding-top:{pad}}}")
    rules += [
        f".d{mm * 100}{{padding-top:{mm}mm}}" for mm in range(round(MOST_PADDING) + 2, MOST_DOWN + 1, 2)
    ]
    return _MADE + "\n".join(rules) + "\n"


def sheet_stylesheet(sheet: Sheet) -> str:
    """The page box of `sheet` and every length of the frame on it."""
    left, middle, right = foot_columns(sheet)
    pad = band_padding(sheet)
    rules = [
        f"@page{{size:{sheet.width:g}mm {sheet.height:g}mm;margin:0}}",
        f".sheet{{width:{sheet.width:g}mm;height:{sheet.height - SHAVE:g}mm}}",
        f".inner{{left:{sheet.margin:g}mm;top:{sheet.margin:g}mm;width:{sheet.inner_width:g}mm;"
        f"height:{sheet.inner_height - SHAVE:g}mm}}",
        f".band{{padding:{pad:g}mm {2 * pad:g}mm}}",
        f".band-marks{{width:{mark_width(sheet):g}mm}}",
        f".body{{margin-top:{sheet.gap:g}mm}}",
        f".foot{{height:{sheet.foot:g}mm}}",
        f".foot-left{{width:{left:g}mm}}",
        f".foot-middle{{width:{middle:g}mm}}",
        f".foot-right{{width:{right:g}mm}}",
        f".qr{{width:{sheet.qr:g}mm;height:{sheet.qr:g}mm;margin-right:{quiet_zone(sheet):g}mm}}",
        f".column+.column{{margin-left:{sheet.gutter:g}mm}}",
        *(f".w{count}{{width:{sheet.column(count):.3f}mm}}" for count in range(1, MOST_COLUMNS + 1)),
    ]
    rules += [*edge_rules(sheet), *slip_rules(sheet)]
    whole = sheet.width * 96 / 25.4
    for most, zoom in _ZOOMS:
        rules.append(f"@media screen and (max-width:{whole * most + 40:.0f}px){{.sheet{{zoom:{zoom:g}}}}}")
    return _MADE + "\n".join(rules) + "\n"


def stylesheets() -> dict[str, str]:
    """Every made stylesheet by its name."""
    made = {f"board-{sheet.key}.css": sheet_stylesheet(sheet) for sheet in SHEETS.values()}
    return {"board-steps.css": steps_stylesheet(), **made}


def write(folder: str) -> None:
    """Write every made stylesheet into `folder`."""
    for name, text in stylesheets().items():
        Path(folder, name).write_text(text, encoding="utf-8", newline="\n")
