"""Chinese typesetting: where lines end, which marks are set tight, where a thin space stands.

The result is explicit lines of runs. Nothing is left to the engine that draws, so the same rows stand on the
same lines in a browser and in a PDF. Text is never shortened and never shrunk here.

Rules (LOOK.md, Chinese setting): no line begins with ，。、）》 or ends with （《; Latin words, dates and numbers
with their unit stay whole; a thin space of 1/8 em between Chinese and Latin; of neighbouring full-width marks
one is set half wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from noticeboard.boards.measure import Weight, width_em
from noticeboard.boards.sheet import STEP, step_down
from noticeboard.values.phrases import phrases

OPENING = "（《〈「『【〔〖［｛“‘([{"
CLOSING = "，。、；：？！）》〉」』】〕〗］｝”’·…—％℃,.;:?!)]}%"
TIGHT_OPENING = "（《〈「『【〔〖［｛“‘"
TIGHT_CLOSING = "，。、；：？！）》〉」』】〕〗］｝”’"
THIN = 0.125
"""Thin space between Chinese and Latin, in em; `.gap` in board.css says the same."""
_LATIN = r"!-.0-~\u00a1-\u00b6\u00b8-\u024f"
_DATE = r"\d+年(?:\d+月(?:\d+日)?)?|\d+月\d+日"
_ATOM = re.compile(rf"{_DATE}|[{_LATIN}]*/|[{_LATIN}]*\d[\u4e00-\u9fff]|[{_LATIN}]+|——|……|\s|.", re.DOTALL)
_WORD = re.compile(rf"[{_LATIN}]+/?|.", re.DOTALL)


class Run(NamedTuple):
    """Characters set alike: `css` is "", "halt" (half-wide mark), "gap" (thin space before) or "wide"."""

    text: str
    css: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True)
class SetText:
    """A text set in lines: `size` in mm, `leading` as a multiple of it."""

    lines: tuple[Line, ...]
    size: float
    weight: Weight = 400
    leading: float = 1.4

    @property
    def height(self) -> float:
        """The height of all lines in millimetres."""
        return len(self.lines) * self.size * self.leading

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


def line_em(line: Line, weight: Weight) -> float:
    """The width of one line in em."""
    return sum(_run_em(run, weight) for run in line)


def _run_em(run: Run, weight: Weight) -> float:
    if run.css == "halt":
        return 0.5 * len(run.text)
    extra = {"gap": THIN, "wide": 1.0, "indent": 2.0}.get(run.css, 0.0)
    return width_em(run.text, weight) + extra


def _is_latin(character: str) -> bool:
    return character.isalnum() and ord(character) < 0x250


def _is_chinese(character: str) -> bool:
    return character.isalnum() and ord(character) >= 0x2E80


def _gap(before: str, after: str) -> bool:
    return (_is_chinese(before) and _is_latin(after)) or (_is_latin(before) and _is_chinese(after))


def _joint_em(before: str, after: str) -> float:
    """What the line grows or, between two full-width marks, shrinks where two pieces meet, in em."""
    if before in TIGHT_CLOSING and after in TIGHT_CLOSING + TIGHT_OPENING:
        return -0.5
    if before in TIGHT_OPENING and after in TIGHT_OPENING:
        return -0.5
    return THIN if _gap(before, after) else 0.0


@lru_cache(maxsize=50_000)
def runs(text: str) -> Line:
    """`text` as one line: neighbouring full-width marks set tight, thin spaces between Chinese and Latin."""
    styles = [""] * len(text)
    for i in range(len(text) - 1):
        joint = _joint_em(text[i], text[i + 1])
        if joint > 0:
            styles[i + 1] = "gap"
        elif joint < 0:
            styles[i if text[i] in TIGHT_CLOSING else i + 1] = "halt"
    line: list[Run] = []
    for character, css in zip(text, styles, strict=True):
        if line and _joins(line[-1].css, css):
            line[-1] = Run(line[-1].text + character, line[-1].css)
        else:
            line.append(Run(character, css))
    return tuple(line)


def _joins(before: str, css: str) -> bool:
    return before == css if css == "halt" else css == "" and before in ("", "gap")


def atoms(text: str) -> Iterator[str]:
    """The pieces of `text` between which a line may end."""
    piece = ""
    for found in _ATOM.finditer(text):
        atom = found.group()
        joined = piece and not piece[-1].isspace() and (atom[0] in CLOSING or piece[-1] in OPENING)
        if piece and not joined:
            yield piece
            piece = ""
        piece += atom
    if piece:
        yield piece


@lru_cache(maxsize=50_000)
def _atom_em(atom: str, weight: Weight) -> float:
    return line_em(runs(atom), weight)


def _wholes(text: str, room: float, weight: Weight) -> Iterator[str]:
    """The atoms of a heading, those of one word together unless it is wider than a line."""
    ends = set(accumulate(len(atom) for atom in atoms(text)))
    waiting, end = "", 0
    for phrase in phrases(text):
        waiting, end = waiting + phrase, end + len(phrase)
        if end in ends:
            yield from (waiting,) if _atom_em(waiting, weight) <= room else atoms(waiting)
            waiting = ""


def _pieces(text: str, room: float, weight: Weight, *, whole: bool) -> Iterator[tuple[str, float]]:
    for atom in _wholes(text, room, weight) if whole else atoms(text):
        width = _atom_em(atom, weight)
        if width <= room or len(atom) == 1:
            yield atom, width
        else:
            yield from _split(atom, room, weight)


def _split(atom: str, room: float, weight: Weight) -> Iterator[tuple[str, float]]:
    """An atom wider than a line: its words whole, and only of one that is still too wide the characters."""
    for word in _WORD.findall(atom):
        if (width := width_em(word, weight)) <= room:
            yield word, width
        else:
            yield from ((character, width_em(character, weight)) for character in word)


@lru_cache(maxsize=50_000)
def broken(text: str, room: float, first: float, weight: Weight, whole: bool = False) -> tuple[str, ...]:
    """`text` in lines of at most `room` em, the first of at most `first` em; `whole` parts no word."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used, limit = "", 0.0, first if not lines else room
        for piece, width in _pieces(paragraph, room, weight, whole=whole):
            gap = _joint_em(line[-1], piece[0]) if line else 0.0
            if line and used + gap + width > limit + 1e-6 and not piece.isspace():
                lines.append(line.rstrip())
                line, used, limit, gap = "", 0.0, room, 0.0
            if line or not piece.isspace():
                line, used = line + piece, used + gap + width
        lines.append(line.rstrip())
    return tuple(lines)


def set_text(
    text: str,
    size: float,
    room: float,
    *,
    weight: Weight = 400,
    leading: float = 1.4,
    indent: bool = False,
    whole: bool = False,
) -> SetText:
    """`text` set at `size` mm in lines of at most `room` mm.

    `indent` moves the first line in by two characters; `whole` parts no word of a heading.
    """
    limit = room / size
    first = limit - 2 if indent else limit
    lines = tuple(runs(line) for line in broken(text, limit, first, weight, whole))
    if indent:
        lines = ((Run("", "indent"), *lines[0]), *lines[1:])
    return SetText(lines, size, weight, leading)


def set_heading(text: str, size: float, room: float, *, leading: float = 1.25) -> SetText:
    """A bold heading whose last line is never one or two characters: the lines before it give some away."""
    for spare in range(6):
        done = set_text(text, size, room - spare * size, weight=700, leading=leading, whole=True)
        if len(done.lines) == 1 or line_em(done.lines[-1], 700) >= 3:
            return done
    return set_text(text, size, room, weight=700, leading=leading, whole=True)


def set_address(text: str, most: float, least: float, room: float) -> SetText:
    """A web address in bold, parted after a slash alone if that can be, else after a slash or a dot.

    In the fewest lines of `room` mm that a size from `least` to `most` mm allows, and then in the largest type.
    """
    for ends in ("/", "/."):
        pieces = re.findall(rf"[^{ends}]*[{ends}]+|[^{ends}]+", text)
        sizes = (step_down(most) - STEP * i for i in range(round((most - least) / STEP) + 1))
        tried = [(lines, size) for size in sizes if (lines := _filled(pieces, room / size))]
        if tried:
            lines, size = min(tried, key=lambda found: (len(found[0]), -found[1]))
            return set_text("\n".join(lines), size, room, weight=700, leading=1.25)
    return set_text(text, least, room, weight=700, leading=1.25)


def _filled(pieces: list[str], room: float) -> list[str]:
    """The pieces in lines of at most `room` em; none if one of them is longer."""
    lines: list[str] = []
    for piece in pieces:
        if width_em(piece, 700) > room:
            return []
        if lines and width_em(lines[-1] + piece, 700) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return lines
