"""Sizes and distances as people write them: `A2`, `60x90`, `600×900`, `80×120cm-landscape`, `a3-large`, `1.5m`.

    text ─ sheet_named ▶ Sheet      text ─ distance_of ▶ metres      what cannot be read is a Problem

A number without a unit is millimetres, except in the names of the presets (60×90 is the panel of 60×90 cm, and
90×60 the same panel lying). A free size that is a preset in other words is that preset, so that one size never has
two addresses. A bound is
told with its number: a size must never fail later, in the middle of a layout.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import replace

from noticeboard.boards.sheet import PRESETS, SHEETS, Sheet, usual_distance
from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words

E_BOARD_SIZE = code("E-BOARD-SIZE", "没有这种公示栏尺寸", "a size of board that does not exist")
E_BOARD_DISTANCE = code("E-BOARD-DISTANCE", "阅读距离不对", "a reading distance that cannot be")

LEAST_SIDE, MOST_SHORT, MOST_LONG = 100, 1500, 3000
"""Millimetres: of the short side at least and at most, of the long side at most."""
LEAST_DISTANCE, MOST_DISTANCE = 0.5, 4.0
"""Metres: nearer nobody holds a board, farther nobody reads one."""
SCREWS = 30.0
"""Millimetres that stay free at the edge of a panel; every preset panel has more."""
BLEED = 3.0
"""Millimetres of bleed that print shops ask for."""
LARGE, GREY = Words("大字", "large print"), Words("灰度", "grey-safe")
WITH_BLEED = Words("出血3毫米", "3 mm bleed")
ROLL_UP = "rollup"
"""A roll-up stands, unless somebody says that it lies."""
_UNITS = {"": 1.0, "mm": 1.0, "毫米": 1.0, "cm": 10.0, "厘米": 10.0, "公分": 10.0, "m": 1000.0, "米": 1000.0}
_NUMBER = r"(\d+(?:\.\d+)?)\s*(mm|cm|m|毫米|厘米|公分|米)?"
_FREE = re.compile(rf"{_NUMBER}\s*x\s*{_NUMBER}")
_DISTANCE = re.compile(r"(\d+(?:\.\d+)?)\s*(m|米|cm|厘米)?")
_DIRECTIONS = {"portrait": False, "纵向": False, "竖版": False, "landscape": True, "横向": True, "横版": True}
VARIANTS = ("large", "grey", "bleed")
"""What may follow a size, in the order in which a name has it."""
_VARIANTS = {
    "large": "large",
    "大字": "large",
    "grey": "grey",
    "gray": "grey",
    "灰度": "grey",
    "bleed": "bleed",
}
_VARIANTS["出血"] = "bleed"
_PRESET_NAMES = {
    **{sheet.key.rpartition("-")[0]: sheet.key.rpartition("-")[0] for sheet in PRESETS},
    "roll-up": ROLL_UP,
    "易拉宝": ROLL_UP,
}
_LYING = {"x".join(name.split("x")[::-1]): name for name in _PRESET_NAMES if re.fullmatch(r"\d+x\d+", name)}
"""The panels named by their longer side first: 120x80 is 80x120 lying."""


def sheet_named(text: str, *, landscape: bool = False, distance: float = 0.0) -> Sheet:
    """The sheet that `text` names; `landscape` where it names no direction; raises Problem.

    `distance` is the reading distance in metres where it is not the usual one of the size.
    """
    size, direction, variants = _named(text)
    lies = landscape and _PRESET_NAMES.get(size) != ROLL_UP if direction is None else direction
    sheet = _preset(size, lies) or _free(size, text, direction)
    if distance:
        sheet = _anew(sheet, distance=distance)
    if "large" in variants:
        sheet = _anew(_varied(sheet, "large", LARGE), large=True)
    if "grey" in variants:
        sheet = replace(_varied(sheet, "grey", GREY), grey=True)
    return with_bleed(sheet) if "bleed" in variants else sheet


def with_bleed(sheet: Sheet) -> Sheet:
    """The same board on a larger sheet, with bleed and room for crop marks."""
    return sheet if sheet.bleed else replace(_varied(sheet, "bleed", WITH_BLEED), bleed=BLEED)


def _varied(sheet: Sheet, name: str, words: Words) -> Sheet:
    """The sheet named as a variant, so that it has an address and a stylesheet of its own."""
    paper = Words(f"{sheet.paper.zh}（{words.zh}）", f"{sheet.paper.en} ({words.en})")
    return replace(sheet, key=f"{sheet.key}-{name}", paper=paper)


def names_direction(text: str) -> bool:
    """Whether `text` says which way the sheet lies, or is more than the name of a preset: 600x900, a3-landscape."""
    size, direction, _ = _named(text)
    return direction is not None or size not in _PRESET_NAMES


def preset_of(text: str) -> str:
    """The name of the preset that `text` names without direction, such as a3; empty for any other size."""
    return _PRESET_NAMES.get(_named(text)[0], "")


def distance_of(text: str) -> float:
    """A reading distance in metres: `1.5`, `1.5m`, `2米`, `80cm`; raises Problem."""
    found = _DISTANCE.fullmatch(_plain(text))
    metres = float(found[1]) / (100 if found[2] in ("cm", "厘米") else 1) if found else 0.0
    if LEAST_DISTANCE <= metres <= MOST_DISTANCE:
        return metres
    least, most = f"{LEAST_DISTANCE:g}", f"{MOST_DISTANCE:g}"
    raise Problem(
        E_BOARD_DISTANCE,
        Words(f"“{text}”不是可用的阅读距离", f"“{text}” is no distance to read a board from"),
        Words(
            f"写成 1m、1.5m、2m 的样子，从{least}米到{most}米",
            f"write it like 1m, 1.5m, 2m: from {least} to {most} metres",
        ),
    )


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip().lower()
    return re.sub(r"[×✕✖*]", "x", text)


def _named(text: str) -> tuple[str, bool | None, frozenset[str]]:
    """The size that `text` names, its direction if it says one, and its variants."""
    size, direction, variants = _parted(_plain(text))
    lying = _LYING.get(size.replace(" ", ""))
    return (lying or size), (True if lying and direction is None else direction), variants


def _parted(text: str) -> tuple[str, bool | None, frozenset[str]]:
    """The size itself, its direction if it is named, and its variants."""
    direction: bool | None = None
    variants = set[str]()
    while True:
        rest, dash, word = text.rpartition("-") if "-" in text else text.rpartition(" ")
        if dash and word in _DIRECTIONS:
            direction = _DIRECTIONS[word] if direction is None else direction  # the last word holds
        elif dash and word in _VARIANTS:
            variants.add(_VARIANTS[word])
        else:
            return text, direction, frozenset(variants)
        text = rest.strip()


def _preset(size: str, landscape: bool) -> Sheet | None:
    name = _PRESET_NAMES.get(size)
    return SHEETS[f"{name}-{'landscape' if landscape else 'portrait'}"] if name else None


def _free(size: str, text: str, landscape: bool | None) -> Sheet:
    found = _FREE.fullmatch(size)
    if found is None:
        raise _unknown(text, size)
    unit = found[2] or found[4] or ""
    sides = (float(found[1]) * _UNITS[found[2] or unit], float(found[3]) * _UNITS[found[4] or unit])
    width, height = (round(side, 1) for side in sides)
    short, long = min(width, height), max(width, height)
    if short < LEAST_SIDE or short > MOST_SHORT or long > MOST_LONG:
        raise _out_of_bounds(text, width, height)
    if landscape is not None:
        width, height = (long, short) if landscape else (short, long)
    for sheet in PRESETS:
        if (sheet.width, sheet.height) == (width, height) and not sheet.key.startswith("plaque"):
            return sheet
    paper = Words(f"{width:g}×{height:g}毫米", f"{width:g}×{height:g} mm")
    metres = usual_distance(width, height)
    margin = max(SCREWS, long / 25) if metres > 1 else 0.0
    return Sheet(f"{width:g}x{height:g}mm", paper, width, height, metres, round(margin, 2))


def _anew(sheet: Sheet, *, distance: float = 0.0, large: bool = False) -> Sheet:
    """The sheet with another distance or in large print; what follows from that is worked out anew."""
    metres = distance or sheet.distance
    return replace(sheet, distance=metres, large=large or sheet.large, foot=0.0, qr=0.0)


def _unknown(text: str, size: str) -> Problem:
    near = difflib.get_close_matches(size, _PRESET_NAMES, n=1, cutoff=0.5)
    guess = Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”? ") if near else Words("", "")
    names = list(dict.fromkeys(_PRESET_NAMES.values()))
    return Problem(
        E_BOARD_SIZE,
        Words(f"没有“{text}”这种尺寸", f"there is no size “{text}”"),
        Words(
            f"{guess.zh}可以写 {'、'.join(names)}，或宽×高，例如 600×900（毫米）、60×90cm",
            f"{guess.en}write one of {', '.join(names)}, or width×height such as 600×900 (millimetres) or 60×90cm",
        ),
    )


def _out_of_bounds(text: str, width: float, height: float) -> Problem:
    short, long = f"{LEAST_SIDE}至{MOST_SHORT}", f"{LEAST_SIDE} to {MOST_SHORT}"
    hint_zh, hint_en = "", ""
    if max(width, height) * 10 <= MOST_LONG and min(width, height) < LEAST_SIDE:
        hint_zh = f"；如果是厘米，写 {width:g}×{height:g}cm"
        hint_en = f"; if it is centimetres, write {width:g}×{height:g}cm"
    return Problem(
        E_BOARD_SIZE,
        Words(
            f"“{text}”是{width:g}×{height:g}毫米，这里做不了",
            f"“{text}” is {width:g}×{height:g} mm, which cannot be made",
        ),
        Words(
            f"短边{short}毫米，长边不超过{MOST_LONG}毫米{hint_zh}",
            f"the short side has {long} mm, the long side at most {MOST_LONG} mm{hint_en}",
        ),
    )
