"""One board of a place before it is laid out, and a kind of board as the catalogue lists it.

    Locality (as the wall may show it) ─ Board.fill ▶ BoardSubjects ─ lay_out ▶ BoardView

What a board says is taken from public records by `fill`; how it is drawn is the business of `lay_out`, which
sees texts alone. A small kind has both in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from noticeboard.boards.frame import Band, BoardFrame
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.frozen import dataclass
from noticeboard.locality import Locality
from noticeboard.values.partial_date import PartialDate


@dataclass(frozen=True)
class BoardSubject:
    """A board that a place can have: what it shows and how it is headed."""

    key: str
    """Name below `boards/`, and with the place what the short address is made from."""
    kind: BoardKind
    title: str
    """In the band of the board."""
    band: Band
    date: PartialDate | None
    issuer: str
    content: Any
    lay_out: Callable[[Any, BoardFrame], tuple[BoardView | None, list[Diagnostic]]]
    name: str = ""
    """In lists, where it is not the title: a notice is listed by its own."""
    origin: Origin = Origin()


Fill = Callable[[Locality], Iterator[BoardSubject]]
"""What a kind of board shows of a place, from the records that may stand on wall and web; nothing if it is empty."""


class Board(NamedTuple):
    """One kind of board in the catalogue."""

    kind: BoardKind
    fill: Fill
