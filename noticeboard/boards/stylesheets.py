"""The stylesheet of a sheet: its page box, the lengths of the frame on it, its steps of type and of white.

It is made when a page is drawn on that sheet, in the same way whether the size is a preset or a site's own; what
holds on every sheet stands in `board.css`. A site that has a file `board-KEY.css` in its `templates/assets/`
gets that instead. No rule may hold a length that the layout does not know, and no layout may choose a step that
has no class here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from noticeboard.boards.added_fonts import AddedFont, font_faces
from noticeboard.boards.bare import edge_rules
from noticeboard.boards.contrast import GREY_COLOURS, INK
from noticeboard.boards.document_cells import CARD_PAD, CARD_RULE
from noticeboard.boards.document_texts import TITLE_RULE
from noticeboard.boards.frame import (
    FOOT_GAP,
    FOOT_WHITE,
    SHAVE,
    band_padding,
    foot_columns,
    mark_width,
    quiet_zone,
    stylesheet_name,
)
from noticeboard.boards.notice import SEAL, SEAL_DOWN
from noticeboard.boards.organization_groups import HAIR, HEAD_WHITE, RULE
from noticeboard.boards.poster import BESIDE
from noticeboard.boards.print_shop import crop_marks, page_size
from noticeboard.boards.sheet import STEP, Sheet, step_up
from noticeboard.boards.slips import slip_rules
from noticeboard.boards.tasks import CELL, HEAD_RULE, TOTAL_GAP, TOTALS_BETWEEN, TOTALS_WHITE

LEADINGS = (1.2, 1.25, 1.3, 1.4, 1.45, 1.75)
MOST_TYPE, MOST_SHARE = 5.0, 6
"""The largest type: this many times the least, or this part of the short side if that is more."""
MOST_PADDING, MOST_FINE = 6.0, 10.0
"""The most white above and below a row, and above a head, as multiples of the least size of names."""
USUAL_COLUMNS, LEAST_COLUMN = 8, 9.0
"""Columns that every sheet has a class for; further ones where they are at least so many names' sizes wide."""
_SCALED = (
    ("foot", "border-top-width", 0.5),
    ("foot", "padding-top", FOOT_WHITE - 0.5),
    ("foot-middle", "padding-right", FOOT_GAP),
    ("code", "padding-top", 1.0),
    ("band-sample", "border-width", 0.6),
    ("body .group-head", "border-bottom-width", RULE),
    ("group-facts", "padding-bottom", HEAD_WHITE),
    ("row", "border-bottom-width", HAIR),
    ("portrait-ring", "border-width", 0.4),
    ("portrait-photo", "border-width", 0.4),
    ("totals", "padding-bottom", TOTALS_WHITE),
    ("totals-row+.totals-row", "padding-top", TOTALS_BETWEEN),
    ("total", "padding-right", TOTAL_GAP),
    ("tasks th", "border-bottom-width", HEAD_RULE),
    ("tasks td", "border-bottom-width", HAIR),
    ("tasks th", "padding-right", CELL),
    ("tasks td", "padding-right", CELL),
    ("tasks-wide .right", "padding-right", CELL),
    ("tasks-ledger .right", "padding-right", CELL),
    ("tasks-free .right", "padding-right", CELL),
    ("doc-title", "border-bottom-width", TITLE_RULE),
    ("cards li", "padding-right", CELL),
    ("ribbon li", "padding-right", CELL),
    ("card", "padding", CARD_PAD),
    ("card", "border-top-width", CARD_RULE),
    ("ribbon-step", "border-top-width", HEAD_RULE),
    ("poster-text", "padding-left", BESIDE),
    ("issuer-block", "height", SEAL),
    ("issuer-lines", "bottom", SEAL_DOWN),
    ("rows th", "border-bottom-width", HAIR),
    ("rows td", "border-bottom-width", HAIR),
)
"""Class, property and length in mm at 1 m of what grows with the distance; board.css has them for 1 m."""
_GREY_BANDS = (("party", "solid"), ("self_governing", "double"), ("volunteer", "dashed"), ("plain", "solid"))
GREY_RULE = 1.5
"""Thickness in mm of the rules of a grey-safe band, at 1 m."""
_MADE = "/* Made by noticeboard/boards/stylesheets.py: change it there. */\n"
_ZOOMS = ((1.0, 0.75), (0.75, 0.6), (0.6, 0.5))
"""On a screen narrower than this share of the sheet, the sheet is shown at that scale; then it scrolls."""


def _steps(sheet: Sheet) -> Iterator[str]:
    """Classes for sizes, leadings, paddings and for how far down a body stands."""
    largest = max(MOST_TYPE * sheet.name_size, min(sheet.width, sheet.height) / MOST_SHARE)
    yield from (f".t{name}{{font-size:{mm}}}" for name, mm in _each(sheet.text_size, largest))
    yield from (f".l{round(leading * 100)}{{line-height:{leading:g}}}" for leading in LEADINGS)
    for name, mm in _each(0.0, MOST_PADDING * sheet.name_size):
        yield f".p{name}{{padding-top:{mm};padding-bottom:{mm}}}"
    fine = step_up(MOST_FINE * sheet.name_size)
    yield from (f".d{name}{{padding-top:{mm}}}" for name, mm in _each(0.0, fine))
    coarse = range(2 * int(fine / 2), int(sheet.inner_height / 2) + 2, 2)
    yield from (f".d{mm * 100}{{padding-top:{mm}mm}}" for mm in coarse if mm > fine)


def _each(least: float, most: float) -> Iterator[tuple[int, str]]:
    """Every step from `least` to at least `most` mm: the number in its class, and its length."""
    for i in range(round(least / STEP), math.ceil(most / STEP) + 1):
        yield round(i * STEP * 100), f"{i * STEP:g}mm"


def sheet_stylesheet(sheet: Sheet) -> str:
    """The page box of `sheet` and every length of the frame on it."""
    left, middle, right = foot_columns(sheet)
    pad = band_padding(sheet)
    width, height = page_size(sheet)
    start = f"{sheet.margin + sheet.edge:g}mm"
    rules = [
        f"@page{{size:{width:g}mm {height:g}mm;margin:0}}",
        f".sheet{{width:{width:g}mm;height:{height - SHAVE:g}mm}}",
        f".inner{{left:{start};top:{start};width:{sheet.inner_width:g}mm;"
        f"height:{sheet.inner_height - SHAVE:g}mm}}",
        f".band{{padding:{pad:g}mm {2 * pad:g}mm}}",
        f".band-marks{{width:{mark_width(sheet):g}mm}}",
        f".body{{margin-top:{sheet.gap:g}mm}}",
        f".poster{{padding-top:{sheet.gap:g}mm}}",
        f".foot{{height:{sheet.foot:g}mm}}",
        f".foot-left{{width:{left:g}mm}}",
        f".foot-middle{{width:{middle:g}mm}}",
        f".foot-right{{width:{right:g}mm}}",
        f".qr{{width:{sheet.qr:g}mm;height:{sheet.qr:g}mm;margin-right:{quiet_zone(sheet):g}mm}}",
        f".column+.column{{margin-left:{sheet.gutter:g}mm}}",
        *(f".w{count}{{width:{sheet.column(count):.3f}mm}}" for count in _columns(sheet)),
        *_scaled(sheet.scale),
        *(_grey(sheet) if sheet.grey else ()),
        *_crop_marks(sheet),
        *edge_rules(sheet),
        *slip_rules(sheet),
        *_steps(sheet),
        *_zooms(width),
    ]
    return _MADE + "\n".join(rules) + "\n"


def stylesheets_of(sheets: Iterable[Sheet], fonts: tuple[AddedFont, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Name and text of the stylesheet of each of `sheets`, with the fonts that a site adds."""
    faces = font_faces(fonts)
    return tuple((stylesheet_name(sheet), sheet_stylesheet(sheet) + faces) for sheet in sheets)


def _columns(sheet: Sheet) -> Iterator[int]:
    yield from range(1, USUAL_COLUMNS + 1)
    count = USUAL_COLUMNS + 1
    while sheet.column(count) >= LEAST_COLUMN * sheet.name_size:
        yield count
        count += 1


def _scaled(scale: float) -> Iterator[str]:
    """The rules and the white that grow with the distance."""
    if scale != 1:
        yield from (f".{name}{{{what}:{length * scale:g}mm}}" for name, what, length in _SCALED)


def _grey(sheet: Sheet) -> Iterator[str]:
    """Ink on white: a band between two rules, in the line pattern of the organization's rings."""
    yield f":root{{{';'.join(f'--{name}:{colour}' for name, colour in GREY_COLOURS.items())}}}"
    pad = band_padding(sheet)
    rule = min(GREY_RULE * sheet.scale, pad)
    yield f".band{{color:var(--ink);background:var(--paper);padding:{pad - rule:g}mm 0}}"
    yield f".band{{border:0 solid var(--ink);border-width:{rule:g}mm 0}}"
    yield from (f".band-{band}{{border-style:{style}}}" for band, style in _GREY_BANDS)
    yield ".band-sample{border-color:var(--ink)}"
    yield f".state-mark [stroke]{{stroke:{INK}}}"


def _crop_marks(sheet: Sheet) -> Iterator[str]:
    for number, mark in enumerate(crop_marks(sheet), 1):
        yield (
            f".crop-{number}{{left:{mark.left:g}mm;top:{mark.top:g}mm;"
            f"width:{mark.width:g}mm;height:{mark.height:g}mm}}"
        )


def _zooms(width: float) -> Iterator[str]:
    whole = width * 96 / 25.4
    for most, zoom in _ZOOMS:
        yield f"@media screen and (max-width:{whole * most + 40:.0f}px){{.sheet{{zoom:{zoom:g}}}}}"
