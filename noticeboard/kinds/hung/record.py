"""What hangs (挂出记录): one board at one doorway from a day on, with its version code and its lines as printed.

The file is a diary: `print --record` appends to it and nothing in it is written anew. So an entry says itself
which version it took the place of (`replaces`); `replaced` is for a board that was taken down and not replaced.

A line keeps the name of a person apart from the rest, so that redaction can take it away: who agreed to hang on
the wall may think otherwise later. `person` stands for the name, so that two of them can be told apart without
anybody seeing them; it must never be shown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Annotated

from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.records import GIVEN, Day, Field, Privacy, Record, Text, Whole, listed


@dataclass(frozen=True, kw_only=True)
class HungLine:
    """One line as it was printed: what it is about, a person's name, the rest."""

    what: Annotated[Text, Field("事项")] = ""
    name: Annotated[Text, Field("姓名", privacy=Privacy.CONSENT)] = ""
    text: Annotated[Text, Field("文字", personal=True)] = ""
    person: Annotated[str, GIVEN] = ""


@dataclass(frozen=True, kw_only=True)
class Hung(Record):
    """One board that hangs or hung at a doorway, or at the compound's common place where none is named."""

    doorway: Annotated[
        Text,
        Field("楼门", help=Words("楼栋和单元，例如 1号楼1单元；不写就是全院共用的位置", "building and unit")),
    ] = ""
    board: Annotated[Text, Field("公示栏")]
    size: Annotated[Text, Field("纸张")] = ""
    panel: Annotated[Whole | None, Field("第几块")] = None
    """Which panel hangs there; None when all of them do."""
    code: Annotated[Text, Field("版本码")]
    hung: Annotated[Day, Field("挂出")]
    replaced: Annotated[Day | None, Field("换下")] = None
    replaces: Annotated[Text, Field("替换")] = ""
    """The version code of the board in whose place it was hung."""
    lines: Annotated[tuple[HungLine, ...], listed, Field("内容")] = ()

    def is_at(self, other: Hung) -> bool:
        """Whether the two hang at the same spot."""
        same_panel = self.panel is None or other.panel is None or self.panel == other.panel
        return (self.doorway, self.board) == (other.doorway, other.board) and same_panel


@dataclass(frozen=True)
class Spell:
    """How long a board hung: `until` is the day on which it was replaced, None while it hangs."""

    hung: Hung
    until: date | None


def spells(records: tuple[Hung, ...]) -> tuple[Spell, ...]:
    """Every board with the day on which it was replaced, the first that was hung first."""
    ordered = sorted(records, key=lambda each: each.hung)
    until = [each.replaced for each in ordered]
    for number, each in enumerate(ordered):
        before = _replaced_by(each, ordered[:number], until) if each.replaces else None
        if before is not None:
            until[before] = each.hung
    return tuple(map(Spell, ordered, until))


def _replaced_by(hung: Hung, earlier: list[Hung], until: list[date | None]) -> int | None:
    """The last of `earlier` that hung at the same spot and that this one names."""
    for number in range(len(earlier) - 1, -1, -1):
        each = earlier[number]
        if each.code == hung.replaces and each.is_at(hung) and until[number] is None:
            return number
    return None


def person_of(name: str) -> str:
    """What stands for a name in comparisons."""
    return blake2b(name.encode(), digest_size=8).hexdigest() if name else ""


def settle(record: Hung, settings: Settings) -> tuple[Hung, tuple[Diagnostic, ...]]:
    """The record with what stands for the names in its lines, while these can still be read."""
    lines = tuple(replace(line, person=person_of(line.name)) for line in record.lines)
    return replace(record, lines=lines), ()
