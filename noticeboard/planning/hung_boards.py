"""What hangs of a place beside what its boards say now: which boards are current, which must be printed again.

    Locality (as the wall may show it) ─ hung_boards ▶ HungBoards, and boards that no kind is known of
    HungBoards ─ `planning.hung_pages`, `list reprint`

A place without records of what hangs is not looked at any further.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.boards.view import BoardKind
from noticeboard.diagnostics import Diagnostic, code
from noticeboard.frozen import dataclass
from noticeboard.kinds.hung import Hung, Spell, spells
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.board_lines import BoardStated, Changes, changes_between, stated

E_HUNG_BOARD = code("E-HUNG-BOARD", "没有这种公示栏", "an unknown kind of board in what hangs")


@dataclass(frozen=True)
class HungBoard:
    """One board that hangs or hung: what it is now, and what differs from what was printed."""

    key: str
    title: str
    spell: Spell
    now: BoardStated | None
    """None when the place has no such board any more."""
    changes: Changes

    @property
    def is_current(self) -> bool:
        """Whether what was printed is what the board says now."""
        return self.now is not None and self.now.code == self.spell.hung.code


def hung_boards(locality: Locality, boards: tuple[Board, ...]) -> tuple[HungBoard, ...]:
    """Every board that hangs or hung at a place."""
    records = locality.records.of(Hung)
    if not records:
        return ()
    found = spells(records)
    wanted = {board_key(each.hung.board) for each in found}
    subjects = {each.key: each for board in boards for each in board.fill(locality) if each.key in wanted}
    said = {key: stated(locality, subject) for key, subject in subjects.items()}
    return tuple(_hung_board(locality, each, subjects, said) for each in found)


def _hung_board(
    locality: Locality, spell: Spell, subjects: dict[str, BoardSubject], said: dict[str, BoardStated]
) -> HungBoard:
    key = board_key(spell.hung.board)
    subject, now = subjects.get(key), said.get(key)
    kind = kind_of(key)
    title = (subject.name or subject.title) if subject else locality.words(kind.words) if kind else key
    changes = changes_between(spell.hung.lines, now.lines) if now and spell.hung.lines else Changes()
    return HungBoard(key, title, spell, now, changes)


def board_key(board: str) -> str:
    """The key of a board that is written by its key or by the name of its kind."""
    return next((kind.key for kind in BOARD_KINDS if board in kind.words), board)


def kind_of(key: str) -> BoardKind | None:
    """The kind of a board by its key: where a kind makes several boards of a place, theirs go on after its own."""
    named = [kind for kind in BOARD_KINDS if f"{key}-".startswith(f"{kind.key}-")]
    return max(named, key=lambda kind: len(kind.key), default=None)


def unknown_boards(locality: Locality) -> Iterator[Diagnostic]:
    """The boards in the record of what hangs that are of no kind."""
    for each in locality.records.of(Hung):
        if kind_of(board_key(each.board)) is None:
            names = {name: kind.key for kind in BOARD_KINDS for name in (kind.key, kind.words.zh)}
            near = difflib.get_close_matches(each.board, names, n=1)
            keys = [kind.key for kind in BOARD_KINDS]
            yield Diagnostic(
                E_HUNG_BOARD,
                Words(f"没有“{each.board}”这种公示栏", f"there is no board “{each.board}”"),
                Words(f"是不是 {names[near[0]]}？", f"did you mean {names[near[0]]}?")
                if near
                else Words(f"可以写：{'、'.join(keys)}", f"write one of: {', '.join(keys)}"),
                each.origin.at("board"),
            )
