"""The doorway set: what of a place is printed for each of its doorways, and what hangs there now in its place.

    Locality (as the wall may show it) + PrintOrder with a DoorwayOrder ─ doorway_set ▶ DoorwaySet, or what is wrong

What belongs to a doorway follows from the content:

- what the record of what hangs (`hung.yml`) says hangs there now, on the size and of the panels that it names;
- besides that every board of the place that the site shows and of whose kind one hangs at every doorway
  (`BoardKind.at_doorways`; a ledger, a wall of wishes, the sheets of a facility or an opinion station hang
  elsewhere), on the site's first size for it. A board that was taken down at a doorway and not replaced stays
  down, and the packing list says so;
- comment cards to be handed out for the tasks that wait for them, their numbers going on from doorway to doorway, so
  that no two cards of a place have the same.

Doorways stand in the order of `place.yml`, boards in that of the print centre, cards last. A board is laid out once
for each sheet, however many doorways it hangs at. What hangs and is no board any more is to be taken down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from noticeboard.boards.chosen import sheets_of_name
from noticeboard.boards.sheet import Sheet
from noticeboard.boards.sheets_to_print import SheetWish, sheets_to_print
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.subject import Board, BoardSubject
from noticeboard.config import BoardSettings
from noticeboard.diagnostics import Diagnostic, Problem
from noticeboard.forms import comment_card
from noticeboard.forms.form import form
from noticeboard.frozen import dataclass
from noticeboard.kinds.hung import Hung, Spell, spells
from noticeboard.kinds.place import doorways_of
from noticeboard.locality import Locality
from noticeboard.planning.board_frames import lay_out
from noticeboard.planning.board_pages import sheets_on_site
from noticeboard.planning.form_pages import is_offered
from noticeboard.planning.form_prints import form_to_print, sheet_of_form
from noticeboard.planning.hung_boards import board_key, kind_of
from noticeboard.planning.hung_record import hangs_already
from noticeboard.planning.printing import (
    BoardToPrint,
    DoorwayOrder,
    PrintOrder,
    in_force_text,
    to_print,
)

BLEED = "bleed"
"""The variant for a print shop: cards are printed in the office."""


@dataclass(frozen=True)
class DoorwayItem:
    """One board, or cards, of a doorway: the panels that go there, and what hangs there now in their place."""

    doorway: str
    board: BoardToPrint
    panels: tuple[int, ...]
    """Their numbers, from 1."""
    one_panel: bool = False
    """Whether only that panel hangs there."""
    before: Hung | None = None
    cards: tuple[int, int] | None = None
    """The first and the last number of cards, which are handed out and not hung."""

    @property
    def is_same(self) -> bool:
        """Whether the very version that is printed hangs there already."""
        return self.before is not None and hangs_already(
            self.before, self.board.view.code, self.board.sheet.key
        )


@dataclass(frozen=True)
class DoorwayLeft:
    """A board that is not in the set: it hangs and is to be taken down, or it was taken down and stays so."""

    doorway: str
    title: str
    hung: Hung
    hangs: bool


@dataclass(frozen=True)
class DoorwaySet:
    """What is printed for the doorways of one place."""

    doorways: tuple[str, ...]
    items: tuple[DoorwayItem, ...] = ()
    left: tuple[DoorwayLeft, ...] = ()


class _Need(NamedTuple):
    """A board that belongs to a doorway, before it is laid out; `panel` if it is one of its panels."""

    doorway: str
    subject: BoardSubject
    sheet: Sheet
    panel: int | None
    before: Hung | None


def doorway_set(
    locality: Locality, kinds: tuple[Board, ...], order: PrintOrder
) -> tuple[DoorwaySet, tuple[Diagnostic, ...]]:
    """What the doorways that are meant get."""
    assert order.doorways is not None
    names = order.doorways.names
    doorways = tuple(each for each in doorways_of(locality.place) if not names or each in names)
    subjects = tuple(subject for kind in kinds for subject in kind.fill(locality))
    needs: list[_Need] = []
    left: list[DoorwayLeft] = []
    for doorway in doorways:
        here = _by_board(locality, doorway)
        needs.extend(_needs(locality, doorway, subjects, here, order))
        left.extend(_left(locality, doorway, subjects, here))
    boards, found = _laid_out(locality, needs, order)
    items = [item for need in needs for item in _items(need, boards)]
    left.extend(_no_panel(need) for need in needs if _is_panel_gone(need, boards))
    cards, wrong = _cards(locality, doorways, order.doorways, order)
    in_order = sorted((*items, *cards), key=lambda item: doorways.index(item.doorway))
    return DoorwaySet(doorways, tuple(in_order), tuple(left)), tuple(dict.fromkeys((*found, *wrong)))


def _by_board(locality: Locality, doorway: str) -> dict[str, list[Spell]]:
    """What hangs or hung at a doorway, the first that was hung first, by the key of the board."""
    found: dict[str, list[Spell]] = {}
    for each in spells(locality.records.of(Hung)):
        if each.hung.doorway == doorway:
            found.setdefault(board_key(each.hung.board), []).append(each)
    return found


def _needs(
    locality: Locality,
    doorway: str,
    subjects: tuple[BoardSubject, ...],
    here: dict[str, list[Spell]],
    order: PrintOrder,
) -> Iterator[_Need]:
    settings = locality.context.settings.boards
    for subject in subjects:
        known = here.get(subject.key, [])
        hanging = [each.hung for each in known if each.until is None]
        for hung in hanging:
            sheet = _sheet_of(subject, hung, settings, order.sheets)
            yield _Need(doorway, subject, sheet, hung.panel, hung)
        if not known and _belongs(subject, settings):
            sheet = _sheet_of(subject, None, settings, order.sheets)
            yield _Need(doorway, subject, sheet, None, None)


def _belongs(subject: BoardSubject, settings: BoardSettings) -> bool:
    """Whether a board hangs at every doorway of which nothing is recorded."""
    return subject.kind.at_doorways and bool(sheets_on_site(subject.kind, settings))


def _sheet_of(subject: BoardSubject, hung: Hung | None, settings: BoardSettings, wish: SheetWish) -> Sheet:
    """The sheet that is asked for, else the one that hangs there, else the first of the site.

    What is printed in the office and read close up, such as plaques, is not made larger with the rest.
    """
    kind = subject.kind
    if kind.office and wish.size and not sheets_of_name(wish.size, kind):
        wish = replace(wish, size="", orientation=None)
    if hung is not None and not wish.size and _is_size(hung.size):
        wish = replace(wish, size=hung.size)
    return sheets_to_print(kind, settings, wish)[0]


def _is_size(text: str) -> bool:
    try:
        sheet_named(text)
    except Problem:
        return False
    return True


def _left(
    locality: Locality,
    doorway: str,
    subjects: tuple[BoardSubject, ...],
    here: dict[str, list[Spell]],
) -> Iterator[DoorwayLeft]:
    settings = locality.context.settings.boards
    there_are = {subject.key: subject for subject in subjects}
    for key, known in here.items():
        hanging = [each.hung for each in known if each.until is None]
        subject, kind = there_are.get(key), kind_of(key)
        if subject is None:
            title = locality.words(kind.words) if kind else key
            yield from (DoorwayLeft(doorway, title, hung, hangs=True) for hung in hanging)
        elif not hanging and _belongs(subject, settings):
            yield DoorwayLeft(doorway, subject.name or subject.title, known[-1].hung, hangs=False)


Laid = dict[tuple[str, str], BoardToPrint]


def _laid_out(
    locality: Locality, needs: list[_Need], order: PrintOrder
) -> tuple[Laid, tuple[Diagnostic, ...]]:
    """Each board once for each of its sheets."""
    in_force = in_force_text(locality, order)
    boards: Laid = {}
    diagnostics: list[Diagnostic] = []
    for key, need in {(need.subject.key, need.sheet.key): need for need in needs}.items():
        view, found = lay_out(locality, need.subject, need.sheet, in_force)
        diagnostics.extend(found)
        if view is not None:
            boards[key] = to_print(locality, need.subject, need.sheet, view, order)
    return boards, tuple(diagnostics)


def _items(need: _Need, boards: Laid) -> Iterator[DoorwayItem]:
    board = boards.get((need.subject.key, need.sheet.key))
    if board is None or _is_panel_gone(need, boards):
        return
    panels = (need.panel,) if need.panel else tuple(range(1, len(board.panels) + 1))
    yield DoorwayItem(need.doorway, board, panels, need.panel is not None, need.before)


def _is_panel_gone(need: _Need, boards: Laid) -> bool:
    """Whether the panel that hangs is one that the board has no more."""
    board = boards.get((need.subject.key, need.sheet.key))
    return board is not None and need.panel is not None and need.panel > len(board.panels)


def _no_panel(need: _Need) -> DoorwayLeft:
    assert need.before is not None
    return DoorwayLeft(need.doorway, need.subject.name or need.subject.title, need.before, hangs=True)


def _cards(
    locality: Locality, doorways: tuple[str, ...], wanted: DoorwayOrder, order: PrintOrder
) -> tuple[list[DoorwayItem], list[Diagnostic]]:
    """Comment cards for each doorway, if there are tasks that wait for them."""
    kind = comment_card.FORM
    items: list[DoorwayItem] = []
    if not is_offered(kind, locality):
        return items, []
    variants = tuple(name for name in order.sheets.variants if name != BLEED)
    first, sheet = wanted.cards.start, sheet_of_form(kind, SheetWish(variants=variants))
    for doorway in doorways:
        view, found = form(kind, locality, replace(wanted.cards, start=first), sheet)
        if view is None:
            return items, found
        body = view.panels[0].body
        last = first + (wanted.cards.count or body.across * body.down) - 1
        board = form_to_print(locality, kind, view, sheet, order)
        items.append(DoorwayItem(doorway, board, tuple(range(1, len(view.panels) + 1)), cards=(first, last)))
        first = last + 1
    return items, []
