"""The geometry of a picture of figures: bars, or lines over periods, with every label beside what it names.

    rows (label, one or two numbers, each with its text) ─ bars, line ▶ Picture: paths and texts with their places

A picture is 320 units wide, which are the pixels that a page of 360 px has for it, and as high as its rows need;
it grows with its column. Texts are as they were given, so a hedge (1500余) stays; a number only makes a length.
Widths of texts are estimates on the safe side, for a page is set in whatever face its reader has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from noticeboard.frozen import dataclass

WIDTH = 320
SIZE, LINE = 16, 22
"""Height of the type and of a line, in units."""
BAR, PAIR, GAP = 18, 20, 10
"""Thickness of a bar, distance of the two of a pair, white between rows."""
BESIDE, LEAST_BAR = 116, 84
"""The widest label that stands beside its bar, and what must be left for the longest bar."""
SPACE = 6
PLOT, TOP = 120, 30
"""Height of the field of a line, and the room above it for the figures of its points."""
MOST_LABELLED = 12
"""Points of a single line, up to which each of them says its figure if there is room."""


class ChartRow(NamedTuple):
    """What one bar, one pair of bars or one point of a line stands for."""

    label: str
    numbers: tuple[float, ...]
    """One or two, for the lengths; none is negative."""
    texts: tuple[str, ...]
    """The same as they are said: `1500余`, `62,800元`."""
    href: str = ""
    strong: bool = False
    """Drawn in the one colour."""
    apart: bool = False
    """What is not stated: drawn pale, and no point of a line, for it has no place in time."""


class Placed(NamedTuple):
    """A text, where its base line begins (`end`: ends, `middle`: has its middle), and its class."""

    css: str
    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Picture:
    """What is drawn: paths with their class, texts, and the three largest figures for those who cannot see it."""

    height: int
    paths: tuple[tuple[str, str], ...]
    texts: tuple[Placed, ...]
    said: tuple[tuple[str, str], ...]
    width: int = WIDTH


class _Room(NamedTuple):
    """Where bars begin, how long the longest is, and whether labels and figures stand on the lines of the bars."""

    left: int
    length: int
    has_labels: bool
    has_figures: bool


def _room(labels: int, figures: int) -> _Room:
    """The room of bars whose widest label and figure are so wide."""
    beside = labels <= BESIDE and WIDTH - labels - figures - 3 * SPACE >= LEAST_BAR
    left = labels + SPACE if beside else 0
    length = WIDTH - left - figures - 2 * SPACE
    behind = length >= LEAST_BAR // 2
    return _Room(left, length if behind else WIDTH, beside, behind)


def bars(rows: Sequence[ChartRow], names: Sequence[str]) -> Picture:
    """A bar for each number; `names` are said beside the bars where each row has two."""
    said = [_said(row, names) for row in rows]
    room = _room(
        max([text_width(row.label) for row in rows], default=0),
        max([text_width(text) for texts in said for text in texts], default=0),
    )
    most = max([number for row in rows for number in row.numbers], default=0) or 1
    paths: dict[str, list[str]] = {}
    texts: list[Placed] = []
    top = 0
    for row, each in zip(rows, said, strict=True):
        lines = (row.label,) if room.has_labels else broken(row.label)
        texts.extend([Placed("graph-label", 0, top + SIZE + n * LINE, line) for n, line in enumerate(lines)])
        top += 0 if room.has_labels else len(lines) * LINE
        for number, text in enumerate(each):
            length = round(room.length * row.numbers[number] / most)
            at = room.left + length + SPACE if room.has_figures else 0
            texts.append(Placed("graph-value", at, top + SIZE - 1, text))
            top += 0 if room.has_figures else LINE
            shape = f"M{room.left} {top}h{length or 1}v{BAR}h-{length or 1}z"
            paths.setdefault(_tone(row, number, len(each)), []).append(shape)
            top += PAIR
        top += GAP
    return Picture(max(top - GAP, 1), _joined(paths), tuple(texts), largest(rows))


def _said(row: ChartRow, names: Sequence[str]) -> tuple[str, ...]:
    """What stands behind the bars of a row: its figures, of a pair with what they are."""
    if len(row.texts) == 1:
        return row.texts
    return tuple(f"{name} {text}" for name, text in zip(names, row.texts, strict=True))


def _tone(row: ChartRow, number: int, count: int) -> str:
    if row.apart:
        return "graph-pale"
    return "graph-strong" if row.strong or (count > 1 and number == 1) else "graph-bar"


def _joined(paths: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((css, "".join(shapes)) for css, shapes in paths.items())


def line(rows: Sequence[ChartRow], names: Sequence[str]) -> Picture:
    """A line for each series over the periods of the rows; what is `apart` is left to the table."""
    points = [row for row in rows if not row.apart]
    most = max((number for row in points for number in row.numbers), default=0) or 1
    step = (WIDTH - 2 * SPACE) / max(len(points) - 1, 1)
    series = [
        [
            (round(SPACE + n * step), TOP + round(PLOT * (1 - row.numbers[number] / most)))
            for n, row in enumerate(points)
        ]
        for number in range(len(names))
    ]
    paths: dict[str, list[str]] = {"graph-axis": [f"M0 {TOP + PLOT}h{WIDTH}"]}
    for number, places in enumerate(series):
        strong = number == len(series) - 1
        way = "L".join(f"{x} {y}" for x, y in places)
        paths.setdefault("graph-line-strong" if strong else "graph-line", []).append(f"M{way}" if way else "")
        dots = "".join(f"M{x - 4} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0" for x, y in places)
        paths.setdefault("graph-strong" if strong else "graph-bar", []).append(dots)
    texts = [*_figures(points, series, names), *_periods(points, series[0] if series else [])]
    return Picture(TOP + PLOT + LINE + SPACE, _joined(paths), tuple(texts), largest(points))


def _figures(
    points: Sequence[ChartRow], series: Sequence[Sequence[tuple[int, int]]], names: Sequence[str]
) -> Iterator[Placed]:
    """The figures that have room beside their points: the last with the name of its line, then the greatest."""
    taken: list[Box] = []
    last = len(points) - 1
    for number, places in enumerate(series):
        order = sorted(range(len(points)), key=lambda n: -points[n].numbers[number])
        every = len(series) == 1 and last < MOST_LABELLED
        for n in dict.fromkeys([last, *(order if every else order[:1])] if points else []):
            name = f"{names[number]} " if n == last and len(series) > 1 else ""
            x, y = places[n]
            for above in (y - 10, y + SIZE + 8):
                placed, box = _middle("graph-value", x, above, name + points[n].texts[number])
                if above < TOP + PLOT and not any(box.meets(other) for other in taken):
                    taken.append(box)
                    yield placed
                    break


def _periods(points: Sequence[ChartRow], places: Sequence[tuple[int, int]]) -> Iterator[Placed]:
    """The names of the periods that have room below the line: the first and the last, then those between."""
    taken: list[Box] = []
    ends = [0, len(points) - 1] if points else []
    for n in dict.fromkeys([*ends, *range(len(points))]):
        placed, box = _middle("graph-label", places[n][0], TOP + PLOT + LINE, points[n].label)
        if not any(box.meets(other) for other in taken):
            taken.append(box)
            yield placed


class Box(NamedTuple):
    """The room that a text takes."""

    left: int
    right: int
    y: int

    def meets(self, other: Box) -> bool:
        """Whether two texts would touch."""
        return (
            self.left < other.right + SPACE
            and other.left < self.right + SPACE
            and abs(self.y - other.y) < LINE
        )


def _middle(css: str, x: int, y: int, text: str) -> tuple[Placed, Box]:
    """A text above or below a point, moved so far that it stays in the picture."""
    width = text_width(text)
    left = max(0, min(x - width // 2, WIDTH - width))
    return Placed(css, left, y, text), Box(left, left + width, y)


def largest(rows: Sequence[ChartRow]) -> tuple[tuple[str, str], ...]:
    """Label and text of the three largest, the largest first, for the text alternative."""
    order = sorted(rows, key=lambda row: -row.numbers[0])[:3]
    return tuple((row.label, row.texts[0]) for row in order)


@lru_cache(maxsize=4096)
def text_width(text: str) -> int:
    """At most how many units a text is wide."""
    return -(-sum(_em_tenths(character) for character in text) * SIZE // 10)


def _em_tenths(character: str) -> int:
    if character.isascii():
        return 9 if character in "mwMW@%" else 7 if character.isupper() else 6
    return 5 if unicodedata.combining(character) else 10


@lru_cache(maxsize=1024)
def broken(text: str, width: int = WIDTH) -> tuple[str, ...]:
    """A text in lines no wider than `width`; words of letters stay whole where they can."""
    lines: list[str] = []
    while text_width(text) > width:
        end = next(n for n in range(len(text), 0, -1) if n == 1 or text_width(text[:n]) <= width)
        space = text.rfind(" ", 1, end + 1)
        if space > 0 and text[end - 1].isascii() and text[end : end + 1].isascii():
            end = space
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return (*lines, text)
