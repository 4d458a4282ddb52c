"""In how many lines texts are set in a room, without setting them: what heights are tried on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from noticeboard.boards.breaking import broken
from noticeboard.boards.measure import Weight

UNLIMITED = 1e6
"""A room in em that every text has room in."""


@dataclass(frozen=True)
class Texts:
    """Texts that stand in equal rooms, such as the posts of all people; an empty one takes no line."""

    texts: tuple[str, ...]
    weight: Weight
    unbroken: tuple[int, ...]
    """In how many lines each is set where it has room."""
    widest: float
    """From how many em all have room."""

    def lines(self, room: float) -> tuple[int, ...]:
        """In how many lines each text is set in a room of so many em."""
        if room >= self.widest:
            return self.unbroken
        return tuple(line_count(text, room, self.weight) for text in self.texts)


def texts_of(texts: Iterable[str], weight: Weight = 400) -> Texts:
    """The texts with what they need when nothing has to be broken."""
    all_texts = tuple(texts)
    unbroken = tuple(line_count(text, UNLIMITED, weight) for text in all_texts)
    widest = max((broken(text, UNLIMITED, weight).least for text in set(all_texts)), default=0.0)
    return Texts(all_texts, weight, unbroken, widest)


def line_count(text: str, room: float, weight: Weight = 400) -> int:
    """In how many lines a text is set in a room of so many em; none for an empty one."""
    return len(broken(text, room, weight).lines) if text else 0
