"""How well the colours of a board are told apart, in colour and on a grey print: computed, never judged by eye.

    two colours ─ contrast ▶ 1 to 21 (WCAG 2.2, relative luminance)

A printer without colour turns every colour into the grey of its luma, so contrast is looked at a second time
between the greys. The colours are the tokens of `board.css`; a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.sheet import Sheet

INK, PAPER, QUIET = "#1b1b1b", "#ffffff", "#4a4a4a"
GREY_RULE = "#6b6b6b"
"""Hairlines that a printer without colour still draws: lighter ones are lost in its raster."""
COLOURS = {
    "ink": INK,
    "quiet": QUIET,
    "rule": "#c9c5bd",
    "paper": PAPER,
    "tint": "#f6f3ee",
    "party": "#9b1c1c",
    "self-governing": "#124a7a",
    "volunteer": "#1d5a34",
    "warning": "#744600",
    "tone-red": "#9b1c1c",
    "tone-orange": "#873500",
    "tone-gold": "#5f4a00",
    "tone-green": "#1d5a34",
    "tone-cyan": "#00545c",
    "tone-blue": "#124a7a",
    "tone-purple": "#5b2d82",
    "tone-ink": INK,
}
"""The tokens of `board.css`."""
GREY_COLOURS = {**dict.fromkeys(COLOURS, INK), "paper": PAPER, "tint": PAPER, "rule": GREY_RULE}
"""The tokens of a grey-safe sheet: what was a colour is ink; shapes, words and line patterns tell them apart."""
LEAST = 7.0
"""The least contrast of text (LOOK.md, Boards; WCAG 2.2, 1.4.6)."""


def colours_on(sheet: Sheet) -> dict[str, str]:
    """The tokens as `sheet` has them."""
    return GREY_COLOURS if sheet.grey else COLOURS


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as #9b1c1c."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def as_grey(colour: str) -> str:
    """The grey that a printer without colour makes of a colour (luma of ITU-R BT.601)."""
    red, green, blue = _channels(colour)
    grey = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{grey:02x}{grey:02x}{grey:02x}"


def least_contrast(sheet: Sheet, *, grey: bool = False) -> float:
    """The least contrast of any text on a board of this sheet; `grey`: printed or copied without colour."""
    pairs = ((as_grey(text), as_grey(ground)) if grey else (text, ground) for text, ground in _pairs(sheet))
    return min(contrast(text, ground) for text, ground in pairs)


def _pairs(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Text and ground, wherever text stands: in the body on paper, in the band the other way round."""
    colours = colours_on(sheet)
    for name, colour in colours.items():
        if name not in ("paper", "tint", "rule"):
            yield colour, colours["paper"]


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
