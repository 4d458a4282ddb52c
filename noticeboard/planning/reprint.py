"""What must be printed again: boards that hang and do not say what they would say today.

HungBoards of one place ─ to_reprint ▶ Reprints
"""

from __future__ import annotations

from noticeboard.boards.subject import Board
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kinds.hung import Hung
from noticeboard.locality import Locality
from noticeboard.planning.board_lines import Changes
from noticeboard.planning.hung_boards import hung_boards, unknown_boards
from noticeboard.planning.hung_pages import place_of


@dataclass(frozen=True)
class Reprint:
    """One board to be printed again, or to be taken down: what hangs, the code that it has now, what has changed."""

    key: str
    title: str
    where: str
    hung: Hung
    code: str
    """Empty when the place has no such board any more."""
    changes: Changes
    has_lines: bool


@dataclass(frozen=True)
class PlaceReprints:
    """How many boards hang at one place, and which of them are out of date."""

    hanging: int
    reprints: tuple[Reprint, ...]
    problems: tuple[Diagnostic, ...]


def to_reprint(locality: Locality, boards: tuple[Board, ...]) -> PlaceReprints:
    """The boards of a place that hang and are out of date, the first that was hung first."""
    hanging = [each for each in hung_boards(locality, boards) if each.spell.until is None]
    reprints = tuple(
        Reprint(
            key=each.key,
            title=each.title,
            where=place_of(each, locality.language),
            hung=each.spell.hung,
            code=each.now.code if each.now else "",
            changes=each.changes,
            has_lines=bool(each.spell.hung.lines),
        )
        for each in hanging
        if not each.is_current
    )
    return PlaceReprints(len(hanging), reprints, tuple(unknown_boards(locality)))
