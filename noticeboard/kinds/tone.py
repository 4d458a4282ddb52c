"""The colours of the parts of a programme, each with a character and a pattern, so that a grey print says the same.

    Tone, width, height ─ hatch ▶ the path of its pattern

Pages and boards draw the same pattern from here; the colours themselves are tokens of the stylesheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from noticeboard.records import Choice

Segment = tuple[float, float, float, float]
"""From x, y to x, y."""
STEP, THIN = 0.6, 0.22
"""Between two lines of a pattern, and the thickness of a line, as parts of the short side."""


class Tone(Choice):
    """A fixed set: each is dark enough to be read on white, and has a pattern that no other has."""

    RED = "red", "红", "red", ("红色",)
    ORANGE = "orange", "橙", "orange", ("橙色",)
    GOLD = "gold", "金", "gold", ("金色", "黄", "黄色")
    GREEN = "green", "绿", "green", ("绿色",)
    CYAN = "cyan", "青", "cyan", ("青色",)
    BLUE = "blue", "蓝", "blue", ("蓝色",)
    PURPLE = "purple", "紫", "purple", ("紫色",)
    INK = "ink", "墨", "ink", ("墨色", "黑", "黑色")


class Hatch(NamedTuple):
    """A pattern as the path of an SVG, drawn with round ends, and the thickness of its lines."""

    path: str
    stroke: float


def hatch(tone: Tone | None, width: float, height: float) -> Hatch:
    """The pattern of a tone in a rectangle, empty for none. Lengths in any unit, the same for all."""
    lines = _LINES[tone](width, height) if tone else ()
    thick = 2 * THIN if tone is Tone.GOLD else THIN
    return Hatch(_path(lines), min(width, height) * thick)


def _path(lines: Iterable[Segment]) -> str:
    return "".join(f"M{_number(a)} {_number(b)}L{_number(c)} {_number(d)}" for a, b, c, d in lines)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _along(width: float, height: float, off: float, inset: float) -> Segment:
    """A line along the long side, `off` from it."""
    if width >= height:
        return (inset, off, width - inset, off)
    return (off, inset, off, height - inset)


def _steps(length: float, step: float) -> Iterator[float]:
    """Places in the middle of as many equal steps as have room."""
    count = max(1, int(length / step))
    return ((i + 0.5) * length / count for i in range(count))


def _parallel(*places: float) -> Callable[[float, float], Iterator[Segment]]:
    def lines(width: float, height: float) -> Iterator[Segment]:
        short = min(width, height)
        return (_along(width, height, short * place, short * THIN / 2) for place in places)

    return lines


def _bars(width: float, height: float) -> Iterator[Segment]:
    short = min(width, height)
    low, high = short * THIN, short * (1 - THIN)
    for place in _steps(max(width, height), short * STEP):
        yield (place, low, place, high) if width >= height else (low, place, high, place)


def _dots(width: float, height: float) -> Iterator[Segment]:
    short = min(width, height)
    for place in _steps(max(width, height), short * STEP * 1.4):
        x, y = (place, short / 2) if width >= height else (short / 2, place)
        yield (x, y, x + 0.01, y)


def _slanted(width: float, height: float) -> Iterator[Segment]:
    """Lines x + y = c, as far as they are inside."""
    for c in _steps(width + height, min(width, height) * STEP * 1.4):
        left, right = max(0.0, c - height), min(width, c)
        yield (left, c - left, right, c - right)


def _mirrored(width: float, height: float) -> Iterator[Segment]:
    return ((a, height - b, c, height - d) for a, b, c, d in _slanted(width, height))


def _crossed(width: float, height: float) -> Iterator[Segment]:
    yield from _slanted(width, height)
    yield from _mirrored(width, height)


def _zigzag(width: float, height: float) -> Iterator[Segment]:
    short, long = min(width, height), max(width, height)
    count = max(2, int(long / (short * 0.7)))
    low, high = short * THIN, short * (1 - THIN)
    for i in range(count):
        start, end = (long * i / count, long * (i + 1) / count)
        one, other = (low, high) if i % 2 else (high, low)
        yield (start, one, end, other) if width >= height else (one, start, other, end)


_LINES: dict[Tone, Callable[[float, float], Iterator[Segment]]] = {
    Tone.RED: _parallel(0.11, 0.3, 0.5, 0.7, 0.89),
    Tone.ORANGE: _bars,
    Tone.GOLD: _dots,
    Tone.GREEN: _slanted,
    Tone.CYAN: _mirrored,
    Tone.BLUE: _parallel(0.28, 0.72),
    Tone.PURPLE: _zigzag,
    Tone.INK: _crossed,
}


@cache
def badge_hatch(tone: Tone | None) -> Hatch:
    """The pattern in the foot of the badge that stands before the name of a part on pages: 28 by 7."""
    return hatch(tone, 28.0, 7.0)
