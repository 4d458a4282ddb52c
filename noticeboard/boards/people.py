"""How a person stands on a board: the name in the width of three, the portrait or the ring with the surname."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from noticeboard.boards.lines import Texts
from noticeboard.boards.runs import Run
from noticeboard.boards.sheet import step_up
from noticeboard.boards.typesetting import SetText, longest_line, set_text
from noticeboard.frozen import dataclass
from noticeboard.values.names import in_width_of_three, is_han, surname

NAME_WIDTHS = (3.0, 4.0, 6.0)
"""Widths of a column of names in em; `.who-3`, `.who-4`, `.who-6` in board.css add 0.8 em of white."""
NAME_WHITE = 0.8
RING, BESIDE = 2.8, 3.4
"""Side of the place of a portrait, and that with the white beside it, in em of its size; `.portrait` in board.css."""


@dataclass(frozen=True)
class PortraitView:
    """The place of a portrait: the photo in a ring, or without one the ring with the surname."""

    ring: SetText
    href: str
    """The photo as an address below the root of the site; empty where there is none."""


def portrait_of(name: str, known_surname: str, photo: str, size: float) -> PortraitView:
    """The place of a person's portrait beside a name of `size` mm; `photo` is a path below the root of the site."""
    shown = known_surname or surname(name) or _first(name)
    ring = set_text(shown, size if len(shown) > 1 else step_up(size * 1.4), 1e6, weight=700)
    return PortraitView(ring, quote(photo))


def _first(name: str) -> str:
    # 示例甲同志 and the like: the ring shows what the name begins with, never less than a character
    return name[0] if name and is_han(name[0]) else "志"


def photos_of(people: Iterable[str]) -> tuple[str, ...]:
    """The photos of those who have one, each once."""
    return tuple(dict.fromkeys(photo for photo in people if photo))


def set_name(name: str, size: float, room: float) -> SetText:
    """A person's name in bold; two characters take the width of three."""
    pair = in_width_of_three(name)
    if pair is None:
        return set_text(name, size, room, weight=700)
    return SetText(((Run(pair[0]), Run(pair[1], "wide")),), size, 700)


def names_of(names: tuple[str, ...]) -> Texts:
    """The names as `set_name` breaks them: one of two characters never, so that it counts as one character."""
    return Texts((name[:1] if in_width_of_three(name) else name or "-" for name in names), 700)


def _width_em(name: str) -> float:
    """The width of what `set_name` sets on one line, in em."""
    return (
        set_name(name, 1.0, 1e6).width
        if in_width_of_three(name)
        else longest_line(name, 1.0, 1e6, weight=700)
    )


def name_column(names: tuple[str, ...]) -> float:
    """The narrowest column, in em, in which the longest of `names` stands on one line, or the widest there is."""
    longest = max((_width_em(name) for name in names), default=3.0)
    return next((width for width in NAME_WIDTHS if longest <= width), NAME_WIDTHS[-1])
