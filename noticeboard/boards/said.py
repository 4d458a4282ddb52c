"""All that a board says, whatever its sheet: its version code, and the characters that its font lacks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from noticeboard.boards import words
from noticeboard.boards.address import letters
from noticeboard.boards.measure import missing
from noticeboard.boards.sheet import Sheet
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words

W_BOARD_GLYPH = code(
    "W-BOARD-GLYPH", "公示栏字体里没有这个字", "a character is missing from the font of the boards"
)
_UNSAID = ("origin", "sheet", "place", "in_force_on")
_WRITTEN_AS = {
    "heading": "title",
    "blocks": "body",
    "done_by": "lead",
    "state_text": "reason",
    "compound": "name",
}
"""The keys of the content that fields of boards come from, where they are called otherwise."""
_OVERDUE = re.compile("|".join(text.format(n=r"\d+", s="s?") for text in words.OVERDUE))


def version_code(said: str) -> str:
    """Five letters that change whenever anything that is said changes; the same on every size of sheet.

    So whoever scans the A4 sheet and whoever scans the A3 board can compare with one code on `b/ID/`. That another
    day has gone by since something was due makes no new version, and neither does the day for which it is printed.
    """
    return letters(unchanging(said).encode(), 5)


def unchanging(said: str) -> str:
    """What is said, without what grows from day to day: for how many days a task is overdue."""
    return _OVERDUE.sub(lambda found: re.sub(r"\d+ ?(天|days? )", "", found[0]), said)


def said_by(value: object) -> str:
    """All that is said in `value`, as JSON; its sheet and where its records stand are left out."""
    return _JSON.encode(value)


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


@cache
def _said_names(kind: Any) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind) if part.name not in _UNSAID)


def _parts(value: Any) -> dict[str, object]:
    """What is said in a dataclass, which is all that JSON does not know by itself: a portrait where there is one."""
    kind: Any = type(value)
    said = {name: getattr(value, name) for name in _said_names(kind)}
    if not said.get("portrait", True):
        del said["portrait"]
    return said


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, check_circular=False, default=_parts)


def glyph_diagnostics(value: object, said: str, board: Words) -> list[Diagnostic]:
    """A warning for every character of the board's texts that its font lacks, at the origin of its record.

    The message names the field and the code point alone, so that no name of a person is repeated in it.
    """
    if "\\" not in said and not missing(said):
        return []  # nothing escaped, so that every character stands there itself
    return [
        _glyph(character, field_name, origin, board)
        for text, field_name, origin in _texts(value, "", Origin())
        for character in missing(text)
    ]


def _texts(value: object, name: str, origin: Origin) -> Iterator[tuple[str, str, Origin]]:
    """Every text with the name of its field and where it is written: record and keys."""
    if isinstance(value, str):
        yield value, name, origin
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, name, origin if name in ("", "body") else origin.at(number))
    elif is_dataclass(value) and not isinstance(value, type | Sheet | Origin):
        own = getattr(value, "origin", Origin())
        for part in _names(type(value)):
            key = _WRITTEN_AS.get(part, part)
            whose = getattr(value, "place", own) if part == "compound" else own
            below = origin if name == "body" else (whose if whose.file else origin).at(key)
            yield from _texts(getattr(value, part), "body" if name == "body" else key, below)


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
            "核对这个字；没有写错，就在 site.yml 的 fonts.extra 里加一个有这个字的字体",
            "check the character; if it is right, add a font that has it under fonts.extra in site.yml",
        ),
        origin,
    )
