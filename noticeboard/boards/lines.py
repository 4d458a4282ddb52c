"""In how many lines texts are set in a room, without setting them: what heights are tried on."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from noticeboard.boards.breaking import broken
from noticeboard.boards.measure import Weight

UNLIMITED = 1e6
"""A room in em that every text has room in."""


class _Counts(NamedTuple):
    """In how many lines each text is set in every room from `least` to under `most` em."""

    lines: tuple[int, ...]
    least: float
    most: float


class Texts:
    """Texts that stand in equal rooms, such as the posts of all people; an empty one takes no line.

    It learns: `known` holds what was counted so far. Most texts have room on one line in most rooms that are
    tried, so the same answer is given again and again.
    """

    def __init__(self, texts: Iterable[str], weight: Weight = 400) -> None:
        self.texts = tuple(texts)
        self.weight = weight
        self.known: list[_Counts] = []

    def lines(self, room: float) -> tuple[int, ...]:
        """In how many lines each text is set in a room of so many em."""
        for counts in self.known:
            if counts.least <= room < counts.most:
                return counts.lines
        counts = self._counted(room)
        self.known.append(counts)
        return counts.lines

    def _counted(self, room: float) -> _Counts:
        found = {text: broken(text, room, self.weight) for text in set(self.texts) if text}
        return _Counts(
            tuple(len(found[text].lines) if text else 0 for text in self.texts),
            max((each.least for each in found.values()), default=-inf),
            min((each.most for each in found.values()), default=inf),
        )


def line_count(text: str, room: float, weight: Weight = 400) -> int:
    """In how many lines a text is set in a room of so many em; none for an empty one."""
    return len(broken(text, room, weight).lines) if text else 0
