"""Counts of opinions: what single ones add up to, where parts and wholes part, what is wrong.

The settlement rate is of those whose fate is known: settled, under way, adopted and not adopted together, where the
source states them; else of all received. So 1478 of 1500余 is 98.5% of the 1500 that are told, with a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.by_building import check_buildings
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.opinion.record import Opinion, Outcome
from noticeboard.kinds.reconcile import Reconciled, parts_against_whole, rate_without_base
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.quantity import Hedge, Quantity
from noticeboard.values.total import total

E_OPINION = code("E-OPINION", "意见建议的件数前后矛盾", "counts of opinions that contradict each other")
E_OPINION_BOTH = code(
    "E-OPINION-BOTH", "一条记录里又写汇总又写单条意见", "counts of a period and one opinion in one record"
)
E_OPINION_REASON = code(
    "E-OPINION-REASON", "不采纳的意见没有写理由", "an opinion not adopted without a reason"
)
E_OPINION_ORDER = code("E-OPINION-ORDER", "答复早于收到", "an answer before the opinion")
E_OPINION_EMPTY = code("E-OPINION-EMPTY", "意见建议里什么也没有写", "a record of opinions that says nothing")

FATES = ("settled", "under_way", "adopted", "declined")
_WITHIN = (("replied", "received"), ("on_time", "replied"), *((fate, "received") for fate in FATES))
_NAMES = {
    "received": Words("收到", "received"),
    "replied": Words("已答复", "replied"),
    "on_time": Words("按时答复", "replied on time"),
    "settled": Words("已办结", "settled"),
    "under_way": Words("正在办理", "under way"),
    "adopted": Words("纳入计划", "adopted"),
    "declined": Words("不采纳", "not adopted"),
}


def is_single(opinion: Opinion) -> bool:
    """Whether the record is one opinion and no counts."""
    return bool(opinion.text)


def fates_of(opinion: Opinion) -> tuple[Quantity, ...]:
    """The counts of what became of them, as far as they are stated."""
    return tuple(number for fate in FATES if (number := getattr(opinion, fate)) is not None)


def settlement(opinion: Opinion) -> tuple[Quantity, Quantity] | None:
    """Settled, and of how many: those whose fate is stated, or all received."""
    if opinion.settled is None:
        return None
    fates = fates_of(opinion)
    base = total(fates) if len(fates) > 1 else opinion.received
    return (opinion.settled, base) if base is not None else None


def singles_as_counts(opinions: Sequence[Opinion], today: date) -> Opinion:
    """What single opinions add up to, as a record of counts."""
    seen = [each for each in opinions if each.when is None or each.when.first <= today]
    answered = [each for each in seen if each.answered and each.answered.first <= today]
    dated = [each for each in seen if each.due is not None]

    def count(found: Iterable[Opinion]) -> Quantity:
        return Quantity(Decimal(sum(1 for _ in found)))

    return Opinion(
        received=count(seen),
        replied=count(answered),
        on_time=count(
            each for each in answered if each.due and each.answered and each.answered.last <= each.due.last
        )
        if dated
        else None,
        settled=count(each for each in seen if each.outcome is Outcome.SETTLED),
        under_way=count(each for each in seen if each.outcome in (Outcome.UNDER_WAY, Outcome.WAITING, None)),
        adopted=count(each for each in seen if each.outcome is Outcome.ADOPTED),
        declined=count(each for each in seen if each.outcome is Outcome.DECLINED),
    )


def disagreements(opinion: Opinion) -> Iterator[tuple[KeyPath, Reconciled]]:
    """The field and what to say of parts that do not make the whole, and of rates without a base."""
    if opinion.received is not None:
        fates = fates_of(opinion)
        groups = (fates if len(fates) > 1 else (), *_parts(opinion))
        for parts in groups:
            found = parts_against_whole(parts, opinion.received, "条")
            if found:
                yield ("received",), found
                return
    else:
        for index, each in enumerate(opinion.stated):
            yield ("stated", index, "rate"), rate_without_base(Words(each.what, each.what), each.rate)


def _parts(opinion: Opinion) -> tuple[tuple[Quantity, ...], ...]:
    """By channel and by field; what is told of the sum by building could tell a count that is not."""
    return tuple(each.count for each in opinion.by_way), tuple(each.count for each in opinion.by_field)


def check(opinion: Opinion) -> Iterator[Diagnostic]:
    """What is wrong with one record."""
    yield from nameless(_texts(opinion), opinion.origin)
    if is_single(opinion):
        yield from _check_single(opinion)
        return
    if not (opinion.received or opinion.ways or opinion.stated or fates_of(opinion)):
        yield Diagnostic(
            E_OPINION_EMPTY,
            Words("没有条数，也没有意见", "there is neither a count nor an opinion"),
            Words(
                "汇总写 收到: …；单条写 意见: …", "write received: … for a period, text: … for one opinion"
            ),
            opinion.origin,
        )
    for key, whole_key in _WITHIN:
        number, whole = getattr(opinion, key), getattr(opinion, whole_key)
        if number and whole and number.hedge is whole.hedge is Hedge.EXACT and number.value > whole.value:
            yield _contradiction(opinion, key, number, whole_key, whole)
    for path, found in disagreements(opinion):
        yield found.diagnostic(opinion.origin.at(*path))


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Counts of buildings that the place does not have."""
    for opinion in records.of(Opinion):
        yield from check_buildings(opinion.by_building, records.place, opinion.origin, opinion.received)


def _texts(opinion: Opinion) -> Iterator[tuple[KeyPath, str]]:
    yield from (((key,), getattr(opinion, key)) for key in ("title", "text", "field", "note", "body"))
    yield from ((("reply", n), text) for n, text in enumerate(opinion.reply))
    yield from ((("reasons", n, "what"), each.what) for n, each in enumerate(opinion.reasons))
    yield from ((("reasons", n, "reason"), each.reason) for n, each in enumerate(opinion.reasons))


def _check_single(opinion: Opinion) -> Iterator[Diagnostic]:
    if opinion.received is not None or fates_of(opinion):
        yield Diagnostic(
            E_OPINION_BOTH,
            Words("又写了单条意见，又写了条数", "one opinion and counts of a period stand in one record"),
            Words("分成两条记录", "make two records of them"),
            opinion.origin.at("text"),
        )
    if opinion.outcome is Outcome.DECLINED and not opinion.reply:
        yield Diagnostic(
            E_OPINION_REASON,
            Words("不采纳，没有写理由", "it was not adopted, and no reason is given"),
            Words("加一行 答复: …，写明为什么", "add a line reply: … that says why"),
            opinion.origin.at("outcome"),
        )
    if opinion.when and opinion.answered and opinion.answered.last < opinion.when.first:
        yield Diagnostic(
            E_OPINION_ORDER,
            Words(
                f"答复（{opinion.answered.text('zh')}）早于收到（{opinion.when.text('zh')}）",
                f"answered ({opinion.answered.text('en')}) before it came ({opinion.when.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            opinion.origin.at("answered"),
        )


def _contradiction(
    opinion: Opinion, key: str, number: Quantity, whole_key: str, whole: Quantity
) -> Diagnostic:
    name, other = _NAMES[key], _NAMES[whole_key]
    return Diagnostic(
        E_OPINION,
        Words(
            f"{name.zh}{number.text('zh')}条，多于{other.zh}{whole.text('zh')}条",
            f"{number.text('en')} {name.en} of {whole.text('en')} {other.en}",
        ),
        Words("核对两个数", "check both numbers"),
        opinion.origin.at(key),
    )
