"""Parts of a form with their heights: heading, instruction, fields and lines to write on, boxes to tick.

Sizes are those of a hand that writes, not of a distance (LOOK.md, Boards): lines 9 mm apart, boxes 5 mm, the
instruction in 14 points. Every length stands in board.css as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from noticeboard.boards.fit import TooLarge
from noticeboard.boards.sheet import STEP, Sheet, step_up
from noticeboard.boards.slips import Grid, SlipsView, grids, serial, sheets_of
from noticeboard.boards.typesetting import SetText, set_heading, set_text
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words

LINE = 9.0
"""Millimetres between two lines to write on; `.write` in board.css."""
FIELD = 11.0
"""Height in mm of a line with its label; `.field` in board.css."""
INSTRUCTION = step_up(14 / 72 * 25.4)
"""The size of the instruction in mm: 14 points or more."""
PAD = 5.0
"""Millimetres of white around what stands on a slip; `.form` in board.css."""
AFTER = 3.0
"""Millimetres of white after the heading and the instruction; `.form-head` and `.form-say` in board.css."""
NUMBER = Words("编号", "No")
NUMBER_EM = 6.5
"""Width in em kept beside the heading for the number."""
HEAD_WHITE = 2.25
"""Millimetres around the heads of columns, with their rules; `.write-table th` in board.css."""


class Field(NamedTuple):
    """A label with a line to write on, or with what is known already."""

    label: SetText
    value: SetText | None


@dataclass(frozen=True)
class Head:
    """The heading of a form, the place that it belongs to, one sentence that says what to do."""

    title: SetText
    place: SetText | None
    number: SetText
    """The word before the number."""
    say: SetText

    @property
    def height(self) -> float:
        """With the white after it, in mm."""
        place = self.place.height if self.place else 0.0
        return max(self.title.height, self.number.height) + place + self.say.height + 2 * AFTER


def head_of(title: str, place: str, say: str, width: float, sheet: Sheet, language: Language) -> Head:
    """The heading in 1.6 times the least size of names, the sentence in 14 points or more."""
    size = step_up(sheet.name_size * 1.6)
    name = sheet.name_size
    return Head(
        set_heading(title, size, width - NUMBER_EM * name),
        set_text(place, sheet.text_size, width) if place else None,
        set_text(NUMBER.to(language), name, NUMBER_EM * name),
        set_text(say, INSTRUCTION, width),
    )


def field_of(label: str, value: str, width: float, sheet: Sheet) -> Field:
    """A label and its line, which are `width` mm together."""
    size = sheet.name_size
    text = set_text(label, size, width)
    shown = set_text(value, size, width - text.width - size) if value else None
    return Field(text, shown)


def height_of_field(field: Field) -> float:
    """The height in mm of a field; what is known already may take several lines."""
    return max(FIELD, field.label.height, field.value.height if field.value else 0.0)


def columns_of(labels: Iterable[Words], size: float, language: Language) -> tuple[SetText, ...]:
    """The heads of the columns of a table to write in."""
    return tuple(set_text(label.to(language), size, 1e6, weight=700) for label in labels)


def rows_in(height: float, used: float, head: Sequence[SetText]) -> int:
    """How many lines to write on have room in `height` mm under what is `used` and the heads of columns."""
    top = max(text.height for text in head) + HEAD_WHITE
    return int((height - used - top) / LINE + 1e-6)


class Numbered(NamedTuple):
    """A slip with its number."""

    slip: Any
    number: SetText


def numbered(slip: Any, numbers: Iterable[int], sheet: Sheet) -> Iterator[Numbered]:
    """The same slip with each of the numbers."""
    for number in numbers:
        yield Numbered(slip, serial(number, sheet.name_size))


def inner(grid: Grid) -> float:
    """The width in mm that a slip has for its texts."""
    return grid.width - 2 * PAD


def fitting(
    sheet: Sheet, width: float, height: float, record: str, needs: Any
) -> tuple[Grid, Any] | TooLarge:
    """The most slips of at least `width` times `height` mm on a sheet on which `needs(grid)` has room.

    `needs` draws a slip and tells its height: it answers with both.
    """
    for grid in grids(sheet, width, height):
        slip, high = needs(grid)
        if high + 2 * PAD <= grid.height + 1e-6:
            return grid, slip
    return TooLarge(record, high + 2 * PAD, grid.height)


def numbers_of(start: int, count: int, grid: Grid) -> range:
    """The numbers asked for; those of one sheet where no count is given."""
    return range(start, start + (count or grid.across * grid.down))


def slips_of(slip: Any, start: int, count: int, grid: Grid, sheet: Sheet) -> tuple[SlipsView, ...]:
    """The sheets with a numbered slip for each number asked for."""
    return sheets_of(tuple(numbered(slip, numbers_of(start, count, grid), sheet)), grid)


def box_line(text: str, size: float, width: float) -> tuple[SetText, float]:
    """A text beside a box, and the height that both take in mm."""
    found = set_text(text, size, width - 2 * size - STEP)
    return found, max(LINE, found.height + 2.0)
