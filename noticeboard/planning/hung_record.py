"""What `print --record` appends to the record of what hangs.

    boards that were printed + what hangs + HungOrder ─ to_record ▶ rows of YAML, or what is wrong

What hangs already in the same version and size is not recorded again. Rows are text: the file is appended to,
never written anew, so nothing that stands in it is touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.kinds.hung import (
    E_HUNG_DOORWAY,
    E_HUNG_REPLACED,
    E_HUNG_TWICE,
    Hung,
    HungLine,
    no_doorway,
    spells,
)
from noticeboard.kinds.place import doorways_of
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.board_lines import BoardStated
from noticeboard.planning.hung_boards import board_key

_PLAIN = re.compile(r"(?=.*[\u3400-\u9fff])[\w-]*\w|[A-Za-z][\w-]*")
"""Text that needs no quotes in YAML."""
_WORDS = frozenset(("yes", "no", "true", "false", "null", "on", "off"))


@dataclass(frozen=True)
class HungOrder:
    """On which day and at which doorways boards are hung; at the common place of the compound if none is named."""

    day: date
    doorways: tuple[str, ...] = ()


class HungPrint(NamedTuple):
    """A board that was printed to be hung; `panel` where only one of its panels is."""

    key: str
    title: str
    sheet: str
    said: BoardStated
    panel: int | None = None


def to_record(
    locality: Locality, order: HungOrder, boards: tuple[HungPrint, ...]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The rows to append, or why the boards cannot be recorded."""
    problems = [*_unknown(locality, order), *_on_two_sheets(locality, boards)]
    if problems or not boards:
        return (), tuple(problems)
    hangings = tuple((doorway, board) for doorway in order.doorways or ("",) for board in boards)
    return rows_of(locality, order.day, hangings)


def rows_of(
    locality: Locality, day: date, hangings: tuple[tuple[str, HungPrint], ...]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The rows to append for boards that are hung at doorways on `day`, or why they cannot be recorded."""
    hanging = [each.hung for each in spells(locality.records.of(Hung)) if each.until is None]
    rows: list[str] = []
    problems: list[Diagnostic] = []
    for doorway, board in hangings:
        before = [
            one
            for one in hanging
            if (one.doorway, board_key(one.board)) == (doorway, board.key)
            and board.panel in (None, one.panel)
        ]
        if any(hangs_already(one, board.said.code, board.sheet) for one in before):
            continue
        later = next((one for one in before if one.hung > day), None)
        if later is not None:
            problems.append(_hung_later(later, day))
        rows.append(_row(board, doorway, day, before))
    return tuple(rows), tuple(problems)


def hangs_already(hung: Hung, code: str, sheet: str) -> bool:
    """Whether what hangs is this version on this sheet; `A3` says no more than its size."""
    return hung.code == code and (hung.size == sheet or sheet.startswith(f"{hung.size.lower()}-"))


def _unknown(locality: Locality, order: HungOrder) -> Iterator[Diagnostic]:
    known = doorways_of(locality.place)
    for doorway in order.doorways:
        if doorway not in known:
            message, remedy = no_doorway(doorway, known)
            yield Diagnostic(E_HUNG_DOORWAY, message, remedy, locality.place.origin.at("buildings"))


def _on_two_sheets(locality: Locality, boards: tuple[HungPrint, ...]) -> Iterator[Diagnostic]:
    sheets: dict[str, HungPrint] = {}
    for board in boards:
        first = sheets.setdefault(board.key, board)
        if first is not board:
            yield Diagnostic(
                E_HUNG_TWICE,
                Words(
                    f"“{board.title}”打印了 {first.sheet} 和 {board.sheet} 两种纸，记不了挂的是哪一种",
                    f"“{board.title}” is printed as {first.sheet} and as {board.sheet}: which of them hangs?",
                ),
                Words(
                    f"加上 --size {first.sheet}，只打印要挂的那一种",
                    f"add --size {first.sheet}, so that only what hangs is printed",
                ),
                locality.place.origin,
            )


def _hung_later(hung: Hung, day: date) -> Diagnostic:
    return Diagnostic(
        E_HUNG_REPLACED,
        Words(
            f"这里的一块是 {hung.hung} 才挂出的，不能在 {day} 就被换下",
            f"what hangs here was hung on {hung.hung}: it cannot be replaced on {day}",
        ),
        Words("核对 --date，或改这一条的日期", "check --date, or the date of this entry"),
        hung.origin.at("hung"),
    )


def _row(board: HungPrint, doorway: str, day: date, before: list[Hung]) -> str:
    fields = [
        ("doorway", doorway),
        ("board", board.key),
        ("size", board.sheet),
        ("panel", str(board.panel or "")),
        ("code", board.said.code),
        ("hung", day.isoformat()),
        ("replaces", before[-1].code if before else ""),
    ]
    written = [f"{key}: {_text(key, value)}" for key, value in fields if value]
    if board.said.lines:
        written += ["lines:", *(f"  - {_line(line)}" for line in board.said.lines)]
    return "- " + "\n  ".join(written) + "\n"


def _text(key: str, value: str) -> str:
    plain = key in ("hung", "panel") or (_PLAIN.fullmatch(value) and value.lower() not in _WORDS)
    return value if plain else json.dumps(value, ensure_ascii=False)


def _line(line: HungLine) -> str:
    parts = (("what", line.what), ("name", line.name), ("text", line.text))
    return (
        "{" + ", ".join(f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in parts if text) + "}"
    )
