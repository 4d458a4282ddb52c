"""Equipment of inspections: what has run out or soon will, or one sentence where all of it is valid."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import Block, Column, Heading, Lines, Marked, Table
from noticeboard.kinds.inspection.record import Equipment
from noticeboard.kinds.inspection.state import Lasting, lasting
from noticeboard.languages import Words
from noticeboard.locality import Locality

SHOWN = 6
"""Rows of each table of the panel; the page has all."""
STATE = Words("进展", "State")
NAME, PLACE, UNTIL = Words("设施", "Equipment"), Words("位置", "Where"), Words("有效期至", "Valid until")
RUNS_OUT = Words("已过期或30天内到期的设施", "Run out, or within 30 days")
OVER, ENDING, VALID = (
    Words("已过期", "run out"),
    Words("30天内到期", "within 30 days"),
    Words("有效", "valid"),
)
ALL_VALID = Words(
    "登记的{n}件设施都在有效期内，最早{day}到期。", "All {n} pieces are valid, the first until {day}."
)
PIECES = Words("{what}{n}件", "{what}, {n}")
MORE = Words("另有{n}项，见全部检查。", "{n} more stand on the page of all inspections.")


def all_lasting(locality: Locality) -> tuple[Lasting, ...]:
    """The equipment of the inspections of the place that are in force."""
    return locality.once(_all_lasting)


def _all_lasting(locality: Locality) -> tuple[Lasting, ...]:
    return tuple(lasting(locality.records, locality.today))


def equipment_text(locality: Locality, equipment: Equipment) -> str:
    """灭火器8件."""
    if equipment.number == 1:
        return equipment.what
    return locality.words(PIECES).format(what=equipment.what, n=equipment.number)


def equipment_state(locality: Locality, each: Lasting) -> Marked:
    """Mark and word: run out, about to, valid."""
    if each.is_over:
        return Marked("clock", locality.words(OVER))
    return Marked("half", locality.words(ENDING)) if each.is_ending else Marked("tick", locality.words(VALID))


def equipment_table(
    locality: Locality, caption: Words, every: list[Lasting], most: int | None = None
) -> Table:
    """Equipment with place, end of validity and state, `most` rows, what runs out first at the top."""
    words, language = locality.words, locality.language
    columns: tuple[Column, ...] = (
        (words(NAME), "text"),
        (words(PLACE), "text"),
        (words(UNTIL), "date"),
        (words(STATE), "text"),
    )
    ordered = sorted(every, key=lambda each: each.equipment.expires.last.toordinal())
    rows = tuple(
        (
            equipment_text(locality, each.equipment),
            each.equipment.where,
            each.equipment.expires.text(language),
            equipment_state(locality, each),
        )
        for each in ordered[:most]
    )
    return Table(words(caption), columns, rows)


def lasting_blocks(locality: Locality) -> Iterator[Block]:
    """What runs out, the first first; how much is valid where all is."""
    every = all_lasting(locality)
    urgent = [each for each in every if each.is_over or each.is_ending]
    if urgent:
        yield Heading(locality.words(RUNS_OUT))
        yield equipment_table(locality, RUNS_OUT, urgent, most=SHOWN)
        yield from more_of(locality, len(urgent))
    elif every:
        first = min((each.equipment.expires for each in every), key=lambda day: day.last.toordinal())
        number = sum(each.equipment.number for each in every)
        text = locality.words(ALL_VALID).format(n=number, day=first.text(locality.language))
        yield Lines((text,))


def more_of(locality: Locality, number: int) -> Iterator[Block]:
    """How many of so many are not shown."""
    if number > SHOWN:
        yield Lines((locality.words(MORE).format(n=number - SHOWN),), quiet=True)
