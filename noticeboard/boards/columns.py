"""Groups of rows poured into columns of a given height, and columns shared out evenly.

Heights only: what the rows say is the business of the board that asks. A group is never parted from its first
row, and its head is repeated where it goes on.
"""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.boards.fit import least_height
from noticeboard.frozen import dataclass


@dataclass(frozen=True)
class Stack:
    """One group: the height of its head and of each of its rows, in mm."""

    head: float
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the whole group in one column."""
        return self.head + sum(self.rows)


class Slice(NamedTuple):
    """Rows `start` to `stop` (not included) of group number `group`."""

    group: int
    start: int
    stop: int


Column = tuple[Slice, ...]


def tallest_row(stacks: tuple[Stack, ...]) -> float:
    """The least height of a column: a head with its tallest row."""
    return max((s.head + max(s.rows, default=0.0) for s in stacks), default=0.0)


def pour(stacks: tuple[Stack, ...], height: float, white: float, *, apart: bool) -> tuple[Column, ...]:
    """The groups in columns of `height` mm with `white` mm between two groups of a column.

    `apart` starts a new column for each group. The height must not be under `tallest_row`.
    """
    if apart and all(stack.height <= height for stack in stacks):
        return tuple((Slice(number, 0, len(stack.rows)),) for number, stack in enumerate(stacks))
    columns: list[list[Slice]] = []
    left = 0.0
    for number, stack in enumerate(stacks):
        if columns and not apart and stack.height + white <= left:
            columns[-1].append(Slice(number, 0, len(stack.rows)))
            left -= stack.height + white
            continue
        start = 0
        while True:
            left, stop = height - stack.head, start
            while stop < len(stack.rows) and stack.rows[stop] <= left + 1e-6:
                left -= stack.rows[stop]
                stop += 1
            columns.append([Slice(number, start, stop)])
            start = stop
            if start >= len(stack.rows):
                break
    return tuple(tuple(column) for column in columns)


def column_height(column: Column, stacks: tuple[Stack, ...], white: float) -> float:
    """The height in mm that a column takes."""
    heads = sum(stacks[s.group].head for s in column)
    rows = sum(sum(stacks[s.group].rows[s.start : s.stop]) for s in column)
    return heads + rows + white * (len(column) - 1)


def pour_evenly(
    stacks: tuple[Stack, ...], height: float, white: float, count: int, *, apart: bool
) -> tuple[Column, ...]:
    """The groups in columns no higher than they need be for the same number of panels of `count` columns.

    A group that has room in one column is not parted for the sake of evenness.
    """
    full = pour(stacks, height, white, apart=apart)
    if len(full) == len(stacks) and apart:
        return full
    allowed = -(-len(full) // count) * count
    whole = max((s.height for s in stacks if s.height <= height), default=0.0)
    needs = max(tallest_row(stacks), whole)
    least = least_height(height, needs, lambda h: len(pour(stacks, h, white, apart=apart)) <= allowed)
    return pour(stacks, least, white, apart=apart)


def alone(rows: tuple[float, ...], above: float) -> tuple[float, ...]:
    """What each row of a table takes of a panel of its own: only the first stands below what is above the table."""
    return tuple(height + (0 if number else above) for number, height in enumerate(rows))


def pour_rows(rows: tuple[float, ...], above: float, height: float) -> list[list[int]]:
    """The numbers of the rows of a table on each panel of `height` mm; `above` the first stand so many mm more."""
    panels: list[list[int]] = [[]]
    left = height - above
    for number, needs in enumerate(rows):
        if needs > left + 1e-6:
            panels.append([])
            left = height
        panels[-1].append(number)
        left -= needs
    return panels


def rows_evenly(rows: tuple[float, ...], above: float, height: float) -> list[list[int]]:
    """The same on as many panels, which are no higher than they need be."""
    count = len(pour_rows(rows, above, height))
    needs = max(alone(rows, above), default=0.0)
    least = least_height(height, needs, lambda h: len(pour_rows(rows, above, h)) <= count)
    return pour_rows(rows, above, least)
