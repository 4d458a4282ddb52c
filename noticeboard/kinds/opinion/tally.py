"""What the opinions of a place add to the counts of the places above: by channel, field, fate and period.

    records of counts + single opinions as one record of counts ─ tally ▶ whole numbers by key

Exact numbers alone are added up. Of a record whose parts are stated and whose whole is not, or is hedged (1500余),
the largest sum of parts counts. A rate is made of the records that state both of its numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.kinds.breakdown import exact
from noticeboard.kinds.opinion.count import FATES, is_single, settlement, singles_as_counts
from noticeboard.kinds.opinion.record import Opinion
from noticeboard.kinds.periods import period_key, span_key
from noticeboard.locality import Records
from noticeboard.values.hedged_counts import hedged_counts
from noticeboard.values.quantity import Hedge, Quantity

OF_WAY, OF_FIELD, IN_PERIOD = "opinions.way.", "opinions.field.", "opinions.in."
HEDGED = "opinions.hedged"
RATES = ("opinions.replied", "opinions.on_time", "opinions.rated")
"""Each is the base of a rate; with `.part` behind it, its part."""


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """Exact counts of all periods and of single opinions, so that a total above is one."""
    opinions = records.of(Opinion)
    counts: Counter[str] = Counter()
    for opinion in opinions:
        if not is_single(opinion):
            _count(counts, opinion, [(span_key(opinion.period), _every(opinion))])
    singles = [each for each in opinions if is_single(each) and (not each.when or each.when.first <= today)]
    made = [singles_as_counts(singles, today)] if singles else []
    if made:
        _count(counts, made[0], [(period_key(each.when), 1) for each in singles])
        for each in singles:
            counts[OF_WAY + each.way.value if each.way else ""] += 1
            counts[OF_FIELD + each.field if each.field else ""] += 1
    yield from ((key, count) for key, count in sorted(counts.items()) if key and count)
    yield from _hedged([*(each for each in opinions if not is_single(each)), *made])


def _count(counts: Counter[str], opinion: Opinion, periods: list[tuple[str, int]]) -> None:
    """Add what one record of counts says; `periods` are how many came in which."""
    counts["opinions"] += _every(opinion)
    counts[HEDGED] += bool(opinion.received and opinion.received.hedge is not Hedge.EXACT)
    for key in ("received", *FATES):
        counts[f"opinions.{key}"] += exact(getattr(opinion, key))
    for way in opinion.by_way:
        counts[OF_WAY + way.way.value] += exact(way.count)
    for field in opinion.by_field:
        counts[OF_FIELD + field.field] += exact(field.count)
    for period, number in periods:
        counts[IN_PERIOD + period if period else ""] += number
    rates = (
        (opinion.replied, opinion.received),
        (opinion.on_time, opinion.replied),
        settlement(opinion) or (None, None),
    )
    for key, (part, whole) in zip(RATES, rates, strict=True):
        if _is_exact(part) and _is_exact(whole):
            counts[key] += exact(whole)
            counts[f"{key}.part"] += exact(part)


def _hedged(counted: list[Opinion]) -> Iterator[tuple[str, int]]:
    """Received and settled where they are hedged, and of how many (opinions.settled_of): to be told with a hedge."""
    rates = [found for each in counted if (found := settlement(each)) is not None]
    received = [each.received for each in counted if each.received is not None]
    settled = [part for part, _ in rates]
    for key, numbers in (("opinions.received", received), ("opinions.settled", settled)):
        yield from hedged_counts(key, [number for number in numbers if not _is_exact(number)])
    yield from hedged_counts("opinions.settled_of", [base for _, base in rates])


def _is_exact(number: Quantity | None) -> bool:
    return number is not None and number.hedge is Hedge.EXACT


def _every(opinion: Opinion) -> int:
    """How many opinions a record of counts stands for, as far as that adds up."""
    fates = [exact(getattr(opinion, fate)) for fate in FATES]
    ways = [exact(each.count) for each in opinion.by_way]
    fields = [exact(each.count) for each in opinion.by_field]
    return max(exact(opinion.received), sum(fates), sum(ways), sum(fields))
