"""How a person stands on a board: the name in the width of three, the ring with the surname."""

from __future__ import annotations

from noticeboard.boards.lines import Texts
from noticeboard.boards.runs import Run
from noticeboard.boards.typesetting import SetText, set_text
from noticeboard.values.names import in_width_of_three

NAME_WIDTHS = (3.0, 4.0, 6.0)
"""Widths of a column of names in em; `.who-3`, `.who-4`, `.who-6` in board.css add 0.8 em of white."""
NAME_WHITE = 0.8


def set_name(name: str, size: float, room: float) -> SetText:
    """A person's name in bold; two characters take the width of three."""
    pair = in_width_of_three(name)
    if pair is None:
        return set_text(name, size, room, weight=700)
    return SetText(((Run(pair[0]), Run(pair[1], "wide")),), size, 700)


def names_of(names: tuple[str, ...]) -> Texts:
    """The names as `set_name` breaks them: one of two characters never, so that it counts as one character."""
    return Texts((name[:1] if in_width_of_three(name) else name or "-" for name in names), 700)


def name_column(names: tuple[str, ...]) -> float:
    """The narrowest column, in em, in which the longest of `names` stands on one line, or the widest there is."""
    longest = max((set_name(name, 1.0, 1e6).width for name in names), default=3.0)
    return next((width for width in NAME_WIDTHS if longest <= width), NAME_WIDTHS[-1])
