"""Where lines end: no line begins with ，。、）》 or ends with （《; Latin words, dates and numbers stay whole.

A text is broken once for all rooms in which its lines are the same, so that a layout may try as many sizes and
columns as it likes. Lines of one text by exact room were remembered before: nearly every try had a new room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from math import inf
from typing import NamedTuple

from noticeboard.boards.measure import Weight, remembered, width_em
from noticeboard.boards.runs import CLOSING, OPENING, joint_em, line_em, runs
from noticeboard.values.phrases import phrases

ROUNDING = 1e-6
"""By so many em a line may be longer than its room: sums of widths differ with their order, by far less."""
_LATIN = r"!-.0-~\u00a1-\u00b6\u00b8-\u024f"
_DATE = r"\d+年(?:\d+月(?:\d+日)?)?|\d+月\d+日"
_ATOM = re.compile(rf"{_DATE}|[{_LATIN}]*/|[{_LATIN}]*\d[\u4e00-\u9fff]|[{_LATIN}]+|——|……|\s|.", re.DOTALL)
_WORD = re.compile(rf"[{_LATIN}]+/?|.", re.DOTALL)


@lru_cache(maxsize=50_000)
def atoms(text: str) -> tuple[str, ...]:
    """The pieces of `text` between which a line may end."""
    found: list[str] = []
    for atom in _ATOM.findall(text):
        last = found[-1][-1] if found else ""
        if last and not last.isspace() and (atom[0] in CLOSING or last in OPENING):
            found[-1] += atom
        else:
            found.append(atom)
    return tuple(found)


@remembered
def _atom_em(atom: str, weight: Weight) -> float:
    return line_em(runs(atom), weight)


class _Room:
    """A width in em that is asked what it holds, and between which widths every answer stays the same.

    So a text is broken anew only where its lines change, however many sizes and columns are tried for it.
    """

    def __init__(self, em: float) -> None:
        self.em = em
        self.least = 0.0
        self.most = inf

    def holds(self, width: float) -> bool:
        """Whether a piece has room on a line of its own."""
        if width <= self.em:
            self.least = max(self.least, width)
            return True
        self.most = min(self.most, width)
        return False

    def ends(self, width: float, indent: float) -> bool:
        """Whether a line that begins with `indent` em of white must end before it is `width` em long."""
        if width > self.em - indent + ROUNDING:
            self.most = min(self.most, width + indent - 1.001 * ROUNDING)
            return True
        self.least = max(self.least, width + indent - 0.999 * ROUNDING)
        return False


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    """The atoms of a heading, those of one word together."""
    ends = set(accumulate(map(len, atoms(text))))
    words: list[str] = []
    waiting, end = "", 0
    for phrase in phrases(text):
        waiting, end = waiting + phrase, end + len(phrase)
        if end in ends:
            words.append(waiting)
            waiting = ""
    return tuple(words)


def _wholes(text: str, room: _Room, weight: Weight) -> Iterator[str]:
    """The words of a heading, the atoms of one that is wider than a line."""
    for word in _words(text):
        yield from (word,) if room.holds(_atom_em(word, weight)) else atoms(word)


def _pieces(text: str, room: _Room, weight: Weight, *, whole: bool) -> Iterator[tuple[str, float]]:
    for atom in _wholes(text, room, weight) if whole else atoms(text):
        width = _atom_em(atom, weight)
        if len(atom) == 1 or room.holds(width):
            yield atom, width
        else:
            yield from _split(atom, room, weight)


def _split(atom: str, room: _Room, weight: Weight) -> Iterator[tuple[str, float]]:
    """An atom wider than a line: its words whole, and only of one that is still too wide the characters."""
    for word in _WORD.findall(atom):
        if room.holds(width := width_em(word, weight)):
            yield word, width
        else:
            yield from ((character, width_em(character, weight)) for character in word)


class Broken(NamedTuple):
    """A text in lines, the same in every room from `least` to under `most` em."""

    lines: tuple[str, ...]
    least: float
    most: float


def broken(
    text: str, room: float, weight: Weight = 400, *, indent: float = 0.0, whole: bool = False
) -> Broken:
    """`text` in lines of at most `room` em, the first moved in by `indent` em; `whole` parts no word."""
    known = _known(text, weight, indent, whole)
    for found in known:
        if found.least <= room < found.most:
            return found
    known.append(break_text(text, room, weight, indent, whole))
    return known[-1]


@remembered
def _known(text: str, weight: Weight, indent: float, whole: bool) -> list[Broken]:
    """All ways in which a text has been broken so far."""
    return []


def _least_whole(text: str, weight: Weight) -> float:
    """From how many em a text is one line as it stands; `inf` for one that must be looked at piece by piece."""
    line = runs(text)
    if "\n" in text or text != text.strip() or any(run.css == "halt" for run in line):
        return inf
    return line_em(line, weight) - 0.999 * ROUNDING


def break_text(text: str, em: float, weight: Weight, indent: float, whole: bool) -> Broken:
    """`text` broken for a room of `em`, and for which others that holds."""
    if (least := _least_whole(text, weight) + indent) <= em:
        return Broken((text,), least, inf)
    lines: list[str] = []
    room = _Room(em)
    for paragraph in text.split("\n"):
        line, used, white = "", 0.0, 0.0 if lines else indent
        for piece, width in _pieces(paragraph, room, weight, whole=whole):
            gap = joint_em(line[-1], piece[0]) if line else 0.0
            if line and not piece.isspace() and room.ends(used + gap + width, white):
                lines.append(line.rstrip())
                line, used, white, gap = "", 0.0, 0.0, 0.0
            if line or not piece.isspace():
                line, used = line + piece, used + gap + width
        lines.append(line.rstrip())
    return Broken(tuple(lines), room.least, room.most)
