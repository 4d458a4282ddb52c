"""All that a board says, whatever its sheet: its version code, and the characters that its font lacks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from noticeboard.boards.address import letters
from noticeboard.boards.measure import missing
from noticeboard.boards.sheet import Sheet
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words

W_BOARD_GLYPH = code(
    "W-BOARD-GLYPH", "公示栏字体里没有这个字", "a character is missing from the font of the boards"
)
_UNSAID = ("origin", "sheet")


def version_code(said: str) -> str:
    """Five letters that change whenever anything that is said changes; the same on every size of sheet.

    So whoever scans the A4 sheet and whoever scans the A3 board can compare with one code on `b/ID/`.
    """
    return letters(said.encode(), 5)


def said_by(value: object) -> str:
    """All that is said in `value`, as JSON; its sheet and where its records stand are left out."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {part: _plain(getattr(value, part)) for part in _names(type(value)) if part not in _UNSAID}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def glyph_diagnostics(value: object, said: str, board: Words) -> list[Diagnostic]:
    """A warning for every character of the board's texts that its font lacks, at the origin of its record.

    The message names the field and the code point alone, so that no name of a person is repeated in it.
    """
    if "\\" not in said and not missing(said):
        return []  # nothing escaped, so that every character stands there itself
    found: list[Diagnostic] = []
    for text, field_name, origin in _texts(value, "", Origin()):
        found.extend(_glyph(character, field_name, origin, board) for character in missing(text))
    return found


def _texts(value: object, name: str, origin: Origin) -> Iterator[tuple[str, str, Origin]]:
    if isinstance(value, str):
        yield value, name, origin
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, name, origin)
    elif is_dataclass(value) and not isinstance(value, type | Sheet | Origin):
        here = getattr(value, "origin", origin)
        for part in _names(type(value)):
            yield from _texts(getattr(value, part), part, here)


def _glyph(character: str, field_name: str, origin: Origin, board: Words) -> Diagnostic:
    point = f"U+{ord(character):04X}"
    return Diagnostic(
        W_BOARD_GLYPH,
        Words(
            f"{board.zh}：字段 {field_name} 里的字 {point} 不在公示栏字体中，打印时会换成别的字体或空白",
            f"{board.en}: the character {point} in {field_name} is not in the font of the boards; "
            "it prints in another face or not at all",
        ),
        Words(
            "核对这个字；确实要用时请先打印检查",
            "check the character; if it is right, print and look at it first",
        ),
        origin,
    )
