"""The opinions of a place and of those below, broken down: by channel, field, fate and period, with rates."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import FigureLine
from noticeboard.kinds.breakdown import (
    NOT_STATED,
    Column,
    Subject,
    breakdown,
    by_choice,
    by_size,
    rate,
    statistic,
)
from noticeboard.kinds.opinion.count import FATES
from noticeboard.kinds.opinion.record import Way
from noticeboard.kinds.opinion.tally import HEDGED, IN_PERIOD, OF_FIELD, OF_WAY, RATES
from noticeboard.kinds.opinion.view import (
    COUNT,
    COUNTS,
    FIELD,
    FOLDER,
    ON_TIME,
    RECEIVED,
    REPLIED,
    SETTLED,
    TITLE,
    UNIT,
    WAY,
)
from noticeboard.kinds.periods import by_period
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Part, Statistic
from noticeboard.values.hedged_counts import hedged_sum

BY_WAY, BY_FIELD, BY_FATE = (
    Words("按渠道", "By channel"),
    Words("按类别", "By field"),
    Words("按结果", "By fate"),
)
FATE, IN_TIME = Words("结果", "Fate"), Words("按时间", "By period")
DONE = Words("已办结", "Settled")
SUBJECT = Subject(
    "opinion",
    FOLDER,
    50,
    TITLE,
    UNIT,
    Words(
        "计入各期汇总的条数和逐条公开的意见，只计准确的数；比率只算分子分母都写明的记录，来源只给比率的不计。",
        "Opinions of all periods and single ones, exact numbers alone; rates are of records that state both numbers, "
        "and not of those of which a source gives the rate alone.",
    ),
)
PERIOD_SAID = Words(
    "汇总按所写的期间计，单条按收到时间计。", "Counts by their period, single ones by the day they came."
)
APPROXIMATE = Words(
    "有{n}条记录的总数是约数（例如1500余）：只计写明去向或渠道的条数。",
    "The total of {n} records is approximate (such as 1500余): only those of a stated fate or channel are counted.",
)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """All that can be counted of opinions."""
    count = locality.summary.count
    total = count("opinions")
    if not total:
        return
    ways, fields, periods = (Column(COUNT, prefix, total) for prefix in (OF_WAY, OF_FIELD, IN_PERIOD))
    rates = zip((REPLIED, ON_TIME, SETTLED), RATES, strict=True)
    yield statistic(
        locality,
        SUBJECT,
        total,
        breakdown(locality, BY_FATE, FATE, (Column(COUNT, "", total),), _fates(locality, total)),
        breakdown(locality, BY_WAY, WAY, (ways,), by_choice(locality, ways, Way)),
        breakdown(locality, BY_FIELD, FIELD, (fields,), by_size(locality, (fields,))),
        by_period(locality, IN_TIME, (periods,), PERIOD_SAID),
        figures=[
            _received(locality),
            *(rate(locality, SUBJECT, label, f"{key}.part", key) for label, key in rates),
        ],
        notes=(locality.words(APPROXIMATE).format(n=count(HEDGED)),) if count(HEDGED) else (),
    )


def _received(locality: Locality) -> FigureLine | None:
    """How many were received with their hedge, where there is one."""
    count = locality.summary.count
    received = hedged_sum("opinions.received", count) if count(HEDGED) else None
    if received is None:
        return None
    words, as_of = locality.words, locality.as_of(SUBJECT.kind)
    return FigureLine(words(RECEIVED), received.text(locality.language), words(UNIT), "", as_of)


def _fates(locality: Locality, total: int) -> tuple[Part, ...]:
    labels = {"settled": DONE, **dict(COUNTS)}
    counts = [(fate, locality.summary.count(f"opinions.{fate}")) for fate in FATES]
    known = [
        Part(locality.words(labels[fate]), (count,), strong=fate == "settled")
        for fate, count in counts
        if count
    ]
    rest = total - sum(count for _, count in counts)
    return (*known, Part(locality.words(NOT_STATED), (rest,), apart=True)) if rest else tuple(known)
