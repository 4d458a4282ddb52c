"""Chinese typesetting: a text as explicit lines of runs, by the rules of `breaking` and `runs`.

Nothing is left to the engine that draws, so the same rows stand on the same lines in a browser and in a PDF.
Text is never shortened and never shrunk here. The rules are those of LOOK.md, Chinese setting.
"""

from __future__ import annotations

import re
from functools import lru_cache

from noticeboard.boards.breaking import broken
from noticeboard.boards.measure import Weight, remembered, width_em
from noticeboard.boards.runs import Line, Run, line_em, runs
from noticeboard.boards.sheet import STEP, step_down
from noticeboard.frozen import dataclass

LEADING = 1.4
"""Line height of ordinary text, as a multiple of its size."""


def height_of(lines: int, size: float, leading: float = LEADING) -> float:
    """The height of so many lines in millimetres."""
    return lines * size * leading


@dataclass(frozen=True)
class SetText:
    """A text set in lines: `size` in mm, `leading` as a multiple of it."""

    lines: tuple[Line, ...]
    size: float
    weight: Weight = 400
    leading: float = LEADING

    @property
    def height(self) -> float:
        """The height of all lines in millimetres."""
        return height_of(len(self.lines), self.size, self.leading)

    @property
    def width(self) -> float:
        """The width of the longest line in millimetres."""
        return max((line_em(line, self.weight) for line in self.lines), default=0.0) * self.size

    @property
    def css(self) -> str:
        """The classes that set this text."""
        bold = " b" if self.weight == 700 else ""
        return f"t{round(self.size * 100)} l{round(self.leading * 100)}{bold}"

    @property
    def plain(self) -> str:
        """The characters, without line ends."""
        return "".join(run.text for line in self.lines for run in line)


@lru_cache(maxsize=50_000)
def _set(lines: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(runs(line) for line in lines)


def set_text(
    text: str,
    size: float,
    room: float,
    *,
    weight: Weight = 400,
    leading: float = LEADING,
    indent: bool = False,
    whole: bool = False,
) -> SetText:
    """`text` set at `size` mm in lines of at most `room` mm.

    `indent` moves the first line in by two characters; `whole` parts no word of a heading.
    """
    lines = _set(broken(text, room / size, weight, indent=2.0 if indent else 0.0, whole=whole).lines)
    if indent:
        lines = ((Run("", "indent"), *lines[0]), *lines[1:])
    return SetText(lines, size, weight, leading)


def set_heading(text: str, size: float, room: float, *, leading: float = 1.25) -> SetText:
    """A bold heading whose last line is never one or two characters: the lines before it give some away."""
    return SetText(_set(_heading_lines(text, size, room)), size, 700, leading)


def heading_height(text: str, size: float, room: float, *, leading: float = 1.25) -> float:
    """The height in millimetres of what `set_heading` sets."""
    return height_of(len(_heading_lines(text, size, room)), size, leading)


def _heading_lines(text: str, size: float, room: float) -> tuple[str, ...]:
    for spare in range(6):
        lines = broken(text, (room - spare * size) / size, 700, whole=True).lines
        if len(lines) == 1 or _em(lines[-1], 700) >= 3:
            return lines
    return broken(text, room / size, 700, whole=True).lines


@remembered
def _em(line: str, weight: Weight) -> float:
    return line_em(runs(line), weight)


def longest_line(text: str, size: float, room: float, *, weight: Weight = 400) -> float:
    """The width in millimetres of what `set_text` sets."""
    return max(_em(line, weight) for line in broken(text, room / size, weight).lines) * size


def set_address(text: str, most: float, least: float, room: float) -> SetText:
    """A web address in bold, parted after a slash alone if that can be, else after a slash or a dot.

    In the fewest lines of `room` mm that a size from `least` to `most` mm allows, and then in the largest type.
    """
    for ends in ("/", "/."):
        pieces = re.findall(rf"[^{ends}]*[{ends}]+|[^{ends}]+", text)
        widest = max((width_em(piece, 700) for piece in pieces), default=0.0)
        sizes = (step_down(most) - STEP * i for i in range(round((most - least) / STEP) + 1))
        tried = [(_filled(pieces, room / size), size) for size in sizes if pieces and widest <= room / size]
        if tried:
            lines, size = min(tried, key=lambda found: (len(found[0]), -found[1]))
            return set_text("\n".join(lines), size, room, weight=700, leading=1.25)
    return set_text(text, least, room, weight=700, leading=1.25)


def _filled(pieces: list[str], room: float) -> list[str]:
    """The pieces in lines of at most `room` em, in which each of them has room."""
    lines: list[str] = []
    for piece in pieces:
        if lines and width_em(lines[-1] + piece, 700) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines
