"""Counts of less than a compound that are too small to be told: who they are of could be guessed.

    counts of buildings, doorways, units or grids + the smallest that may be told ─ covers ▶ what covers each count

A count under the smallest is not told, a zero included. Whoever knows the total could still compute it from the
other rows, so further counts are covered until no covered one follows from all that stands there: the total, the
rows that are told, what each cover says, and that the smallest of the others was taken. Where even that does not
help, nothing of the breakdown may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from noticeboard.languages import Language, Words
from noticeboard.values.quantity import Quantity

SMALLEST = 3
"""The smallest count of a building that is told, unless the site asks for more."""
FEWER = Words("少于{n}", "fewer than {n}")
NOT_LISTED = Words("不单列", "not listed")
NOTE = Words(
    "少于{n}的不写出数；写“不单列”的，是为了不让人用合计推算出来",
    "counts under {n} are not told; those not listed would let them be worked out from the total",
)
WITHHELD = Words("按楼栋、网格分的数太小，不公开", "the counts by building or grid are too small to be told")


class Cover(Enum):
    """Why a count is not told."""

    NONE = "none"
    SMALL = "small"
    WITH_SMALL = "with small"


def covers(counts: Sequence[int], smallest: int = SMALLEST) -> tuple[Cover, ...] | None:
    """What covers each of the counts, whose sum is taken to be known; None where the breakdown must not be shown."""
    found = [Cover.SMALL if count < smallest else Cover.NONE for count in counts]
    while not _is_safe(counts, found, smallest):
        told = [number for number, cover in enumerate(found) if cover is Cover.NONE]
        if not told:
            return None
        found[min(told, key=lambda number: counts[number])] = Cover.WITH_SMALL
    return tuple(found)


def _is_safe(counts: Sequence[int], found: Sequence[Cover], smallest: int) -> bool:
    """Whether each covered count could be two numbers at least."""
    told = [count for count, cover in zip(counts, found, strict=True) if cover is Cover.NONE]
    rest = sum(counts) - sum(told)
    most = min(told, default=rest)
    ranges = [
        (0, smallest - 1) if cover is Cover.SMALL else (smallest, most)
        for cover in found
        if cover is not Cover.NONE
    ]
    lowest, highest = (sum(each) for each in zip(*ranges, strict=True)) if ranges else (0, 0)
    return all(max(low, rest - (highest - high)) < min(high, rest - (lowest - low)) for low, high in ranges)


class Told(NamedTuple):
    """What may be shown of a breakdown: a text for each count, none where all are withheld; and why."""

    texts: tuple[str, ...]
    note: str = ""


def told(
    counts: Sequence[Quantity], smallest: int, language: Language, total: Quantity | None = None
) -> Told:
    """The counts as they may be shown, `少于3` or `不单列` for those covered.

    What they lack of a `total` that is told as well is of a row that was left out, and is guarded like one.
    """
    numbers = [int(count.value) for count in counts]
    rest = int(total.value) - sum(numbers) if total is not None else 0
    found = covers([*numbers, *((rest,) if rest > 0 else ())], smallest)
    if found is None:
        return Told((), WITHHELD.to(language))
    words = {Cover.SMALL: FEWER, Cover.WITH_SMALL: NOT_LISTED}
    texts = tuple(
        words[cover].to(language).format(n=smallest) if cover in words else count.text(language)
        for count, cover in zip(counts, found, strict=False)
    )
    is_covered = any(cover in words for cover in found[: len(counts)])
    return Told(texts, NOTE.to(language).format(n=smallest) if is_covered else "")
