"""Parts of a whole from the counts of a summary, as the kinds declare them: by key, by choice, by period.

    `tasks.field.供水` 3, `tasks.field.照明` 2 of `tasks` 7 ─ parts ▶ 供水 3, 照明 2, 未注明 2

A record adds one to its base and at most one to the keys below a prefix, so what the keys leave of the base is what
no record states. Parts therefore always make the base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from noticeboard.document import FigureLine
from noticeboard.kinds.reconcile import rate_line
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.records import Choice
from noticeboard.statistic import Breakdown, Part, Statistic
from noticeboard.summary import Summary
from noticeboard.values.quantity import Hedge, Quantity

UNSTATED = "unstated"
"""The value of a choice that says that a source does not say."""
NOT_STATED = Words("未注明", "Not stated")


class Column(NamedTuple):
    """What a column counts: its heading, the keys of its parts, and how many there are in all."""

    heading: Words
    prefix: str
    """`tasks.field.`; what stands behind it is the part."""
    base: int


def counted(summary: Summary, column: Column) -> dict[str, int]:
    """The counts of a column by part; `""` is what no record states. Nothing else may begin with its prefix."""
    found = dict(summary.counted(column.prefix))
    rest = column.base - sum(found.values())
    if rest:
        found[""] = found.get("", 0) + rest
    return found


def by_size(
    locality: Locality, columns: Sequence[Column], label: Callable[[str], str] = str
) -> tuple[Part, ...]:
    """A part for each key, the largest first, what is not stated last."""
    found = [counted(locality.summary, column) for column in columns]
    keys = {key for each in found for key in each}
    counts = {key: tuple(each.get(key, 0) for each in found) for key in keys}
    order = sorted(keys, key=lambda key: (key == "", *(-n for n in counts[key]), key))
    return tuple(
        Part(label(key) if key else locality.words(NOT_STATED), counts[key], apart=not key) for key in order
    )


def by_choice(
    locality: Locality,
    column: Column,
    choices: Iterable[Choice],
    *,
    strong: Choice | None = None,
    url: Callable[[Choice, int], str] | None = None,
) -> tuple[Part, ...]:
    """A part for each choice that is counted, in the order of `choices`, what is not stated last."""
    found = ((each, locality.summary.count(column.prefix + each.value)) for each in choices)
    known = [(each, count) for each, count in found if count]
    parts = [
        Part(
            locality.words(each.words),
            (count,),
            url(each, count) if url else "",
            strong=each is strong,
            apart=each.value == UNSTATED,
        )
        for each, count in known
    ]
    rest = column.base - sum(count for _, count in known)
    if rest:
        parts.append(Part(locality.words(NOT_STATED), (rest,), apart=True))
    return tuple(parts)


def exact(number: Quantity | None) -> int:
    """A number that adds up; of a hedged one, or none, nothing."""
    return int(number.value) if number is not None and number.hedge is Hedge.EXACT else 0


class Subject(NamedTuple):
    """What a statistic is of: see `Statistic`."""

    kind: str
    """The name of the kind, by whose records it is known of which day the counts are."""
    folder: str
    order: int
    title: Words
    unit: Words
    said: Words


def statistic(
    locality: Locality,
    subject: Subject,
    total: int,
    *breakdowns: Iterable[Breakdown],
    figures: Iterable[FigureLine | None] = (),
    notes: Iterable[str] = (),
) -> Statistic:
    """The statistic of so many records: how many there are, further figures, breakdowns."""
    words, as_of = locality.words, locality.as_of(subject.kind)
    first = FigureLine(words(subject.title), f"{total:,}", words(subject.unit), "", as_of)
    return Statistic(
        subject.folder,
        subject.order,
        words(subject.title),
        total,
        words(subject.said),
        as_of,
        (first, *(line for line in figures if line)),
        tuple(each for group in breakdowns for each in group),
        tuple(notes),
    )


def rate(locality: Locality, subject: Subject, label: Words, part: str, whole: str) -> FigureLine | None:
    """A rate of two counts by their keys, with its base; None where there is no base."""
    some, every = (Quantity(Decimal(locality.summary.count(key))) for key in (part, whole))
    unit, as_of = locality.words(subject.unit), locality.as_of(subject.kind)
    return rate_line(locality.words(label), some, every, locality.language, unit=unit, as_of=as_of)


def amount(locality: Locality, subject: Subject, label: Words, key: str, unit: Words) -> FigureLine | None:
    """A count by its key; None of none."""
    count = locality.summary.count(key)
    as_of = locality.as_of(subject.kind)
    return FigureLine(locality.words(label), f"{count:,}", locality.words(unit), "", as_of) if count else None


def breakdown(
    locality: Locality,
    title: Words,
    heading: Words,
    columns: Sequence[Column],
    parts: tuple[Part, ...],
    *,
    said: Words | None = None,
    money: bool = False,
) -> tuple[Breakdown, ...]:
    """The parts as a breakdown; none where there is but one part, which would say the whole again."""
    if len(parts) < 2:
        return ()
    words = locality.words
    return (
        Breakdown(
            words(title),
            words(heading),
            tuple(words(column.heading) for column in columns),
            parts,
            words(said) if said else "",
            money=money,
        ),
    )
