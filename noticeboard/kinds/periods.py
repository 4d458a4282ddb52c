"""Breakdowns by year, half-year, quarter and month of dates that are known more or less exactly.

    2020-04-15 ▶ `2020-04`      2020-Q2 ▶ `2020-Q2`      2020 ▶ `2020`      1980s, no date ▶ nothing

A record is counted under the most exact period that its date names, and falls into every longer one: 2020-Q2 is part
of 2020-H1 and of 2020. In a finer breakdown than its date allows it stands under “未注明月份”, so each of them makes
the same whole. 约 2020-08 is August: it is said to have been then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from noticeboard.kinds.breakdown import Column, counted
from noticeboard.languages import Language, Words
from noticeboard.locality import Locality
from noticeboard.statistic import Breakdown, Part
from noticeboard.values.partial_date import Part as NamedPart
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import Period

LEAST_STATED, LEAST_EACH = 4, 1.15
"""Dates in all, and in each, from which quarters and months are shown."""
LEAST_POINTS, MOST_POINTS, LEAST_SHARE = 6, 36, 0.6
"""Months that make a line: fewer are bars, more have no room, and most of them must have something."""
_QUARTERS = (
    NamedPart.FIRST_QUARTER,
    NamedPart.SECOND_QUARTER,
    NamedPart.THIRD_QUARTER,
    NamedPart.FOURTH_QUARTER,
)
_HALVES = (NamedPart.FIRST_HALF, NamedPart.SECOND_HALF)


class Grain(StrEnum):
    """How long the periods of a breakdown are."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"


NAMES = {
    Grain.YEAR: Words("年份", "Year"),
    Grain.HALF_YEAR: Words("半年", "Half-year"),
    Grain.QUARTER: Words("季度", "Quarter"),
    Grain.MONTH: Words("月份", "Month"),
}
UNSTATED = Words("未注明{}", "{} not stated")
BY = Words("{title}（{grain}）", "{title} ({grain})")


def period_key(when: PartialDate | None) -> str:
    """The most exact period that a date names; empty for a decade and for no date."""
    if when is None or when.part is NamedPart.DECADE:
        return ""
    if when.month:
        return f"{when.year:04}-{when.month:02}"
    return f"{when.year:04}-{when.part}" if when.part else f"{when.year:04}"


def span_key(period: Period | None) -> str:
    """The shortest period with a name that holds all of `period`: of January to June the half-year."""
    if period is None or period.start is None or period.end is None:
        return ""
    first, last = period.start.first, period.end.last
    if first.year != last.year:
        return ""
    if first.month == last.month:
        return f"{first.year:04}-{first.month:02}"
    for grain in (Grain.QUARTER, Grain.HALF_YEAR):
        one, two = (in_grain(f"{day.year:04}-{day.month:02}", grain) for day in (first, last))
        if one == two:
            return one
    return f"{first.year:04}"


def period_counts(prefix: str, dates: Iterable[PartialDate | None]) -> Iterator[tuple[str, int]]:
    """A count for each period below `prefix`; what is not known has none."""
    keys = Counter(key for key in map(period_key, dates) if key)
    yield from ((prefix + key, count) for key, count in keys.items())


@lru_cache(maxsize=4096)
def in_grain(key: str, grain: Grain) -> str:
    """The period of a breakdown that `key` falls into; empty where its date is not that exact."""
    year, _, rest = key.partition("-")
    if grain is Grain.YEAR or not key:
        return year
    if grain is Grain.MONTH:
        return key if rest.isdigit() else ""
    if not rest or (grain is Grain.QUARTER and rest.startswith("H")):
        return ""
    if rest.startswith(("H", "Q")):
        return key if rest[0] == grain.value[0].upper() else f"{year}-{_HALVES[(int(rest[1]) - 1) // 2]}"
    parts = _QUARTERS if grain is Grain.QUARTER else _HALVES
    return f"{year}-{parts[(int(rest) - 1) * len(parts) // 12]}"


@lru_cache(maxsize=4096)
def period_text(key: str, language: Language) -> str:
    """A period as a label: 2020年4月, 2020年第二季度, Second quarter of 2020."""
    year, _, rest = key.partition("-")
    if rest.isdigit():
        return PartialDate(int(year), int(rest)).text(language)
    text = PartialDate(int(year), part=NamedPart(rest) if rest else None).text(language).removeprefix("the ")
    return text[:1].upper() + text[1:]


def by_period(
    locality: Locality, title: Words, columns: Sequence[Column], said: Words
) -> Iterator[Breakdown]:
    """A breakdown for each length of period that tells more than the longer ones before it.

    Where all is in one period, the shortest that holds all of it. A column without any date is left out. `said` is
    what is counted by which date.
    """
    dated = [(column, counted(locality.summary, column)) for column in columns]
    columns = [column for column, counts in dated if any(counts)]
    found = [counts for _, counts in dated if any(counts)]
    kept: list[tuple[Grain, dict[str, tuple[int, ...]]]] = []
    alone: list[tuple[Grain, dict[str, tuple[int, ...]]]] = []
    known = 0
    for grain in Grain:
        sums = _sums(found, grain)
        periods = len(sums) - ("" in sums)
        if len(sums) > 1 and periods > known and not _is_a_list(sums, grain, periods):
            known = periods
            kept.append((grain, sums))
        elif periods == len(sums) == 1:
            alone = [(grain, sums)]
    shown = kept or alone
    for number, (grain, sums) in enumerate(shown, 1):
        is_last = number == len(shown)
        text = locality.words(said) if number == 1 else ""
        yield _breakdown(locality, title, columns, grain, sums, text, drawn=is_last)


def _is_a_list(sums: Mapping[str, tuple[int, ...]], grain: Grain, periods: int) -> bool:
    """Whether quarters or months have so little in them that the breakdown only lists one date after the other."""
    if grain in (Grain.YEAR, Grain.HALF_YEAR):
        return False
    stated = sum(sum(counts) for key, counts in sums.items() if key)
    return stated < max(LEAST_STATED, LEAST_EACH * periods)


def _sums(found: Sequence[Mapping[str, int]], grain: Grain) -> dict[str, tuple[int, ...]]:
    """The counts of every column by period; `""` is what is not known so exactly."""
    sums: dict[str, list[int]] = {}
    for number, counts in enumerate(found):
        for key, count in counts.items():
            sums.setdefault(in_grain(key, grain), [0] * len(found))[number] += count
    return {key: tuple(counts) for key, counts in sums.items()}


def _breakdown(
    locality: Locality,
    title: Words,
    columns: Sequence[Column],
    grain: Grain,
    sums: Mapping[str, tuple[int, ...]],
    said: str,
    *,
    drawn: bool,
) -> Breakdown:
    words, name = locality.words, locality.words(NAMES[grain])
    keys = sorted(key for key in sums if key)
    months = _between(keys) if grain is Grain.MONTH else []
    is_line = LEAST_POINTS <= len(months) <= MOST_POINTS and len(keys) >= LEAST_SHARE * len(months)
    none = (0,) * len(columns)
    parts = [
        Part(period_text(key, locality.language), sums.get(key, none))
        for key in (months if is_line else keys)
    ]
    if "" in sums:
        parts.append(Part(words(UNSTATED).format(name), sums[""], apart=True))
    return Breakdown(
        words(BY).format(title=words(title), grain=name),
        name,
        tuple(words(column.heading) for column in columns),
        tuple(parts),
        said,
        periods=is_line,
        of_time=True,
        drawn=drawn,
    )


def _between(keys: Sequence[str]) -> list[str]:
    """Every month from the first to the last."""
    if not keys:
        return []
    first, last = (int(key[:4]) * 12 + int(key[5:]) - 1 for key in (keys[0], keys[-1]))
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]
