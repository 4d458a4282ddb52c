"""What the disputes of a place add to the counts above, and their statistics: by kind and by period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.kinds.breakdown import Column, Subject, breakdown, by_size, rate, statistic
from noticeboard.kinds.breakdown import exact as exact_of
from noticeboard.kinds.mediation.record import Mediation
from noticeboard.kinds.mediation.view import COUNT, FOLDER, KIND_OF, RATE, TITLE, UNIT
from noticeboard.kinds.periods import by_period, span_key
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.statistic import Statistic
from noticeboard.values.quantity import Hedge

OF_KIND, IN_PERIOD = "disputes.kind.", "disputes.in."
BY_KIND, IN_TIME = Words("按类型", "By kind"), Words("按时间", "By period")
SUBJECT = Subject(
    "mediation",
    FOLDER,
    60,
    TITLE,
    UNIT,
    Words(
        "计入各期受理的纠纷，只计准确的数；来源另说、没有注明是否在内的不计；办结率只算同时写了受理和办结的。",
        "Disputes taken on in all periods, exact numbers alone; what a source tells of apart is not counted; the "
        "settlement rate is of records that state both.",
    ),
)
PERIOD_SAID = Words("按记录的期间计。", "By the period of each record.")
HEDGED = Words(
    "另有{n}条记录只有约数，没有加进来。", "{n} more records have approximate numbers and are not added."
)


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """All that can be counted, by kind and period; taken on and settled where a record states both.

    Exact counts alone, so that a total above is one.
    """
    counts: Counter[str] = Counter()
    for record in records.of(Mediation):
        by_kind = [(each.what, exact_of(each.count)) for each in record.by_kind]
        every = max(exact_of(record.disputes), exact_of(record.taken_on), sum(n for _, n in by_kind))
        counts["disputes"] += every
        counts["disputes.hedged"] += any(
            number and number.hedge is not Hedge.EXACT for number in (record.disputes, record.taken_on)
        )
        for what, number in by_kind:
            counts[OF_KIND + what] += number
        counts[IN_PERIOD + span_key(record.period)] += every if span_key(record.period) else 0
        if record.taken_on and record.settled and exact_of(record.taken_on):
            counts["disputes.rated"] += exact_of(record.taken_on)
            counts["disputes.rated.settled"] += exact_of(record.settled)
    yield from ((key, count) for key, count in counts.items() if count)


def statistics(locality: Locality) -> Iterator[Statistic]:
    """Disputes by kind and period, and the settlement rate of those of which it is known."""
    total, hedged = (locality.summary.count(key) for key in ("disputes", "disputes.hedged"))
    if total:
        kinds, periods = Column(COUNT, OF_KIND, total), Column(COUNT, IN_PERIOD, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_KIND, KIND_OF, (kinds,), by_size(locality, (kinds,))),
            by_period(locality, IN_TIME, (periods,), PERIOD_SAID),
            figures=(rate(locality, SUBJECT, RATE, "disputes.rated.settled", "disputes.rated"),),
            notes=(locality.words(HEDGED).format(n=hedged),) if hedged else (),
        )
