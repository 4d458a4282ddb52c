"""Figures with their hedge as whole numbers by key, so that they add up from place to place.

    households 600余, 120 ─ hedged_counts ▶ households.more 600, households 120 ─ hedged_sum ▶ 720余

What adds up over places is whole numbers alone, so each hedge has a key of its own; the sum has the common hedge,
or 约 where hedges differ, as `sum_quantities` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from noticeboard.values.quantity import Hedge, Quantity, sum_quantities


def hedged_counts(key: str, numbers: Iterable[Quantity]) -> Iterator[tuple[str, int]]:
    """The sum of the numbers of each hedge under a key; shares have no place in counts."""
    sums: dict[Hedge, Decimal] = {}
    for number in numbers:
        if not number.percent:
            sums[number.hedge] = sums.get(number.hedge, Decimal(0)) + number.value
    yield from ((_key(key, hedge), int(value)) for hedge, value in sums.items())


def hedged_sum(key: str, count: Callable[[str], int]) -> Quantity | None:
    """What those keys add up to, with its hedge; None where nothing was counted."""
    parts = [Quantity(Decimal(number), hedge) for name, hedge in _keys(key) if (number := count(name))]
    return sum_quantities(parts) if parts else None


@lru_cache(maxsize=64)
def _keys(key: str) -> tuple[tuple[str, Hedge], ...]:
    return tuple((_key(key, hedge), hedge) for hedge in Hedge)


def _key(key: str, hedge: Hedge) -> str:
    return key if hedge is Hedge.EXACT else f"{key}.{hedge.value}"
