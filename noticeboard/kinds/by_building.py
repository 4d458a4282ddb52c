"""Counts by building (按楼栋): which building each is of, small ones covered, for every kind that has them.

rows of a record (`by_building`) ─ building_blocks ▶ Table in which no small count stands or follows from others
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.document import Block, Lines, Table
from noticeboard.frozen import dataclass
from noticeboard.kinds.place import Place
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.records import Field, QuantityField, Text
from noticeboard.values.suppressed import told

E_BUILDING = code("E-BUILDING", "这个地点没有这个楼栋", "a building that the place does not have")
E_BUILDING_TWICE = code("E-BUILDING-TWICE", "一个楼栋写了两次", "one building stands twice")
BUILDING = Words("楼栋", "Building")


@dataclass(frozen=True, kw_only=True)
class ByBuilding:
    """How many are of one building."""

    building: Annotated[Text, Field("楼栋")]
    count: Annotated[QuantityField, Field("数量")]


def building_blocks(locality: Locality, rows: Sequence[ByBuilding], heading: Words) -> Iterator[Block]:
    """The counts of `heading` by building, those too small for it covered; a sentence where none may be told."""
    if not rows:
        return
    words = locality.words
    smallest = locality.context.settings.statistics.smallest
    shown = told([each.count for each in rows], smallest, locality.language)
    if shown.texts:
        yield Table(
            words(BUILDING),
            ((words(BUILDING), "text"), (words(heading), "number")),
            tuple((each.building, text) for each, text in zip(rows, shown.texts, strict=True)),
        )
    if shown.note:
        yield Lines((shown.note,), quiet=True)


def check_buildings(rows: Sequence[ByBuilding], place: Place, origin: Origin) -> Iterator[Diagnostic]:
    """Buildings that a place does not have, as far as it names its own, and those that stand twice."""
    known = [building.name for building in place.buildings]
    seen: set[str] = set()
    for number, each in enumerate(rows):
        where = origin.at("by_building", number, "building")
        if known and each.building not in known:
            yield _unknown(each.building, known, where)
        elif each.building in seen:
            yield Diagnostic(
                E_BUILDING_TWICE,
                Words(f"“{each.building}”写了两次", f"“{each.building}” stands twice"),
                Words("合成一行，数量相加", "make one row of both and add the counts"),
                where,
            )
        seen.add(each.building)


def _unknown(name: str, known: list[str], origin: Origin) -> Diagnostic:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.4)
    return Diagnostic(
        E_BUILDING,
        Words(f"这个地点没有楼栋“{name}”", f"the place has no building “{name}”"),
        Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
        if near
        else Words(f"可以写：{'、'.join(known)}", f"write one of: {', '.join(known)}"),
        origin,
    )
