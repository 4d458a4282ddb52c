"""Rows by child place: how the totals of an area are made up, each row leading to where its parts stand.

A total without its rows cannot be checked by a resident. The rows come from the summaries of the places
directly below, so no record of another place is ever looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noticeboard.locality import Locality
from noticeboard.page import relative


@dataclass(frozen=True)
class ChildRow:
    """One child place: its counts in the order of the keys that were asked for (money in fen)."""

    name: str
    href: str
    sample: bool
    counts: tuple[int, ...]


def rows_by_child(
    locality: Locality, page_url: str, keys: Sequence[str], folder: str = ""
) -> tuple[ChildRow, ...]:
    """The child places with anything in one of the counts `keys`, in the order of the place's list.

    Each row links to the page `folder` of the child, or to the child's own page if that is empty.
    """
    rows = []
    for child in locality.summary.children:
        counts = tuple(child.count(key) for key in keys)
        if any(counts):
            target = f"{child.path}/{folder}/" if folder else f"{child.path}/"
            rows.append(ChildRow(child.name, relative(page_url, target), child.sample, counts))
    return tuple(rows)


@dataclass(frozen=True)
class PlaceTable:
    """Counts by place as `templates/panels/_places.html` draws them; cells are texts, empty for none."""

    title: str
    columns: tuple[tuple[str, str], ...]
    """Heading and kind of each column, as macros/tables.html takes them."""
    rows: tuple[tuple[str, str, bool, tuple[str, ...]], ...]
    """Name, link, whether it is a sample, cells."""
    total: tuple[str, ...]
    """Empty where nothing but samples is listed."""
    notes: tuple[str, ...]
