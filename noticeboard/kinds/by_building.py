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
from noticeboard.values.quantity import Quantity
from noticeboard.values.suppressed import told
from noticeboard.values.total import is_plain

E_BUILDING = code("E-BUILDING", "这个地点没有这个楼栋", "a building that the place does not have")
E_BUILDING_TWICE = code("E-BUILDING-TWICE", "一个楼栋写了两次", "one building stands twice")
E_BUILDING_SUM = code(
    "E-BUILDING-SUM", "各楼栋的数加起来多于总数", "the counts by building make more than the whole"
)
BUILDING = Words("楼栋", "Building")


@dataclass(frozen=True, kw_only=True)
class ByBuilding:
    """How many are of one building."""

    building: Annotated[Text, Field("楼栋")]
    count: Annotated[QuantityField, Field("数量")]


def building_blocks(
    locality: Locality, rows: Sequence[ByBuilding], heading: Words, total: Quantity | None
) -> Iterator[Block]:
    """The counts of `heading` by building, those too small for it covered; a sentence where none may be told.

    `total` is what the page tells of them in all.
    """
    if not rows:
        return
    words = locality.words
    smallest = locality.context.settings.statistics.smallest
    shown = told([each.count for each in rows], smallest, locality.language, total)
    if shown.texts:
        yield Table(
            words(BUILDING),
            ((words(BUILDING), "text"), (words(heading), "number")),
            tuple((each.building, text) for each, text in zip(rows, shown.texts, strict=True)),
        )
    if shown.note:
        yield Lines((shown.note,), quiet=True)


def check_buildings(
    rows: Sequence[ByBuilding], place: Place, origin: Origin, total: Quantity | None
) -> Iterator[Diagnostic]:
    """Buildings that a place does not have, as far as it names its own, those that stand twice, more than `total`.

    Whether the rows make the total is told nowhere: it could tell a count that is not told.
    """
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
    if total is not None and is_plain(total) and all(is_plain(each.count) for each in rows):
        made = sum(each.count.value for each in rows)
        if made > total.value:
            yield _too_many(f"{made:,}", total.text("zh"), origin.at("by_building"))


def _too_many(made: str, total: str, origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_BUILDING_SUM,
        Words(
            f"各楼栋加起来{made}，多于总数{total}", f"the buildings make {made}, more than the whole {total}"
        ),
        Words("核对各楼栋的数和总数", "check the counts and the whole"),
        origin,
    )


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
