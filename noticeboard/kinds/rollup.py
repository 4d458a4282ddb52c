"""Rows by child place: how the totals of an area are made up, each row leading to where its parts stand.

A total without its rows cannot be checked by a resident. The rows come from the summaries of the places
directly below, so no record of another place is ever looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from noticeboard.document import Linked, Table
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import relative


class ChildRow(NamedTuple):
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


BY_PLACE_HEADING, TOTAL = Words("地点", "Place"), Words("合计", "Total")


def count_text(count: int, _key: str = "") -> str:
    """`1,024`; a zero is said."""
    return f"{count:,}"


def count_or_blank(count: int, _key: str = "") -> str:
    """`1,024`; empty for none."""
    return f"{count:,}" if count else ""


def child_table(
    locality: Locality,
    title: Words,
    columns: Sequence[tuple[str, Words]],
    folder: str,
    *,
    page_url: str = "",
    write: Callable[[int, str], str] = count_text,
    hide_empty: bool = False,
    has_total: bool = False,
) -> Iterator[Table]:
    """The counts of the child places as a block, each row leading to the panel `folder` of its place.

    There is none without rows. `columns` are keys of counts with their headings, `write` says a count of a key.
    `page_url` is where the table stands if that is not the page of the place. `hide_empty` leaves out columns
    after the first that no row fills; `has_total` adds what the rows make: samples stand here and are in no sum.
    """
    keys = tuple(key for key, _ in columns)
    rows = rows_by_child(locality, page_url or locality.records.url, keys)
    if not rows:
        return
    total = tuple(locality.summary.count(key) for key in keys) if has_total else ()
    shown = _filled([row.counts for row in rows], hide_empty=hide_empty)

    def cells(counts: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(write(counts[n], keys[n]) for n in shown)

    words = locality.words
    yield Table(
        words(title),
        ((words(BY_PLACE_HEADING), "text"), *((words(columns[n][1]), "number") for n in shown)),
        tuple((Linked(row.name, f"{row.href}#{folder}"), *cells(row.counts)) for row in rows),
        (words(TOTAL), *cells(total)) if any(total) else (),
    )


def _filled(rows: Sequence[tuple[int, ...]], *, hide_empty: bool) -> list[int]:
    """The numbers of the columns that are shown: the first and, of the others, those that a row fills or all."""
    return [n for n in range(len(rows[0])) if not hide_empty or n == 0 or any(counts[n] for counts in rows)]


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


OWN = Words("{place}本级", "{place} itself")
SAMPLE_NOTE = Words("标有“示例”的不计入合计", "samples are not part of the total")


def place_table(
    locality: Locality,
    title: Words,
    columns: Sequence[tuple[str, Words]],
    folder: str,
    own_href: str | None,
    *,
    hide_empty: bool = False,
    notes: tuple[str, ...] = (),
) -> PlaceTable | None:
    """The counts of the child places and the place's own, so that the rows make the total; None without children.

    `columns` are keys of counts with their headings, `folder` names the panel that each row leads to.
    `own_href` is the link of the place's own row, None where it has nothing of its own. `hide_empty` leaves
    out columns after the first that no row fills.
    """
    keys = tuple(key for key, _ in columns)
    children = rows_by_child(locality, locality.records.url, keys)
    if not children:
        return None
    total = tuple(locality.summary.count(key) for key in keys)
    counted = [row for row in children if locality.context.sample or not row.sample]
    rows = [(row.name, f"{row.href}#{folder}", row.sample, row.counts) for row in children]
    if own_href is not None:
        itself = tuple(all_ - sum(row.counts[n] for row in counted) for n, all_ in enumerate(total))
        rows.insert(0, (locality.words(OWN).format(place=locality.place.name), own_href, False, itself))
    shown = _filled([counts for *_, counts in rows], hide_empty=hide_empty)
    sampled = (locality.words(SAMPLE_NOTE),) if any(total) and len(counted) < len(children) else ()
    return PlaceTable(
        locality.words(title),
        (
            (locality.words(BY_PLACE_HEADING), "text"),
            *((locality.words(columns[n][1]), "number") for n in shown),
        ),
        tuple((name, href, sample, _cells(counts, shown)) for name, href, sample, counts in rows),
        (locality.words(TOTAL), *_cells(total, shown)) if any(total) else (),
        (*notes, *sampled),
    )


def _cells(counts: tuple[int, ...], shown: list[int]) -> tuple[str, ...]:
    return tuple(count_or_blank(counts[n]) for n in shown)
