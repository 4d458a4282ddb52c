"""What the page behind a QR code says of the boards that hang: which version, since when, what has changed.

    HungBoards ─ versions_of ▶ HungVersions of one board      (part of the page `b/ID/`)
    HungBoards ─ keys_beside ▶ the boards that hang, though the site shows them no more

Whoever stands in front of a board holds its code against these. Of a notice the old text is not said again: it
may have been taken back for a reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal

from noticeboard.boards import notice
from noticeboard.boards.address import board_id
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality
from noticeboard.planning.board_lines import Altered, Changes
from noticeboard.planning.hung_boards import HungBoard
from noticeboard.values.partial_date import PartialDate

State = Literal["current", "outdated", "replaced"]
ORDER: tuple[State, ...] = ("current", "outdated", "replaced")
MOST = 20
"""So many lines of each sort of change are said; who wants all reads the board."""
MOST_VERSIONS = 12
COMMON_PLACE = Words("全院共用的位置", "The common place")
PANEL = Words("{where}，第{n}块", "{where}, panel {n}")
SINCE = Words("{day}挂出", "hung {day}")
UNTIL = Words("{day}换下", "taken down {day}")
OLD_TEXT = Words("原来的一段文字", "a paragraph")


@dataclass(frozen=True)
class HungSpot:
    """Where a version hangs or hung, since when, until when."""

    where: str
    since: str
    until: str


@dataclass(frozen=True)
class HungVersion:
    """One version of a board: its code, how it stands to the present one, where it hangs, what has changed since."""

    code: str
    state: State
    spots: tuple[HungSpot, ...]
    has_lines: bool
    changes: Changes
    more: int
    """Changes that are not listed."""


def versions_of(key: str, boards: Iterable[HungBoard], language: Language) -> tuple[HungVersion, ...]:
    """The versions of one board that hang or hung: the present one first, then those that are out of date."""
    by_code: dict[str, list[HungBoard]] = {}
    for each in boards:
        if each.key == key:
            by_code.setdefault(each.spell.hung.code, []).append(each)
    found = [_version(code, group, language) for code, group in reversed(by_code.items())]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.state))[:MOST_VERSIONS])


def _version(code: str, group: list[HungBoard], language: Language) -> HungVersion:
    last = group[-1]
    hangs = any(each.spell.until is None for each in group)
    state: State = "current" if last.is_current else "outdated" if hangs else "replaced"
    changes = Changes() if last.is_current else last.changes
    if last.key.startswith(notice.KIND.key):
        changes = _without_old_text(changes, language)
    shown = Changes(changes.added[:MOST], changes.dropped[:MOST], changes.altered[:MOST])
    spots = tuple(_spot(each, language) for each in group)
    return HungVersion(code, state, spots, bool(last.spell.hung.lines), shown, changes.count - shown.count)


def _without_old_text(changes: Changes, language: Language) -> Changes:
    return Changes(
        changes.added,
        (OLD_TEXT.to(language),) * len(changes.dropped),
        tuple(Altered(each.what, "", each.new) for each in changes.altered),
    )


def _spot(board: HungBoard, language: Language) -> HungSpot:
    hung, until = board.spell.hung, board.spell.until
    return HungSpot(
        place_of(board, language),
        SINCE.to(language).format(day=_day(hung.hung, language)),
        UNTIL.to(language).format(day=_day(until, language)) if until else "",
    )


def place_of(board: HungBoard, language: Language) -> str:
    """Where a board hangs, in words."""
    hung = board.spell.hung
    where = hung.doorway or COMMON_PLACE.to(language)
    return PANEL.to(language).format(where=where, n=hung.panel) if hung.panel else where


def _day(day: date, language: Language) -> str:
    return PartialDate(day.year, day.month, day.day).text(language)


def keys_beside(
    locality: Locality, boards: Iterable[HungBoard], addressed: Collection[str]
) -> tuple[str, ...]:
    """The boards that hang and whose short address (`addressed`: the ids) leads to none that the site shows."""
    keys = dict.fromkeys(each.key for each in boards)
    return tuple(key for key in keys if board_id(locality.records.path, key) not in addressed)
