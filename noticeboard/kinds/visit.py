"""Home visits (入户走访): by grid and period, for which purpose, number of the year; never whom, nor which flat.

A grid is less than a compound, so a few households of one are not told, nor a total from which they follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.document import PANEL_TEMPLATE, Block, FigureLine, Figures, Lines, Notes, Section, Table
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.reconcile import rate_line
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.records import Field, PeriodField, QuantityField, Record, Text, Texts, Whole
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Hedge
from noticeboard.values.suppressed import Told, told
from noticeboard.values.total import total

E_VISIT_COUNT = code("E-VISIT-COUNT", "走访的户数多于应访的户数", "more households visited than there are")
E_VISIT_TWICE = code(
    "E-VISIT-TWICE", "同一网格同一年的走访次序重复", "one round of visits of a grid told twice"
)

FOLDER, ORDER = "visits", 69
TITLE = Words("入户走访", "Home visits")
GRID, PERIOD, PURPOSE = Words("网格", "Grid"), Words("时间", "When"), Words("目的", "Purpose")
VISITED, ROUND = Words("走访户数", "Households visited"), Words("第{n}次", "no. {n}")
HOUSEHOLDS = Words("户", " households")
OF = Words("{done}／{whole}", "{done} / {whole}")
LIST = Words("、", ", ")


@dataclass(frozen=True, kw_only=True)
class HomeVisit(Record):
    """One round of visits of one grid."""

    grid: Annotated[Text, Field("网格")]
    period: Annotated[PeriodField, Field("时间", "when")]
    round: Annotated[Whole | None, Field("本年第几次", "number of the year")] = None
    purpose: Annotated[Texts, Field("目的")]
    by: Annotated[Texts, Field("走访人员", "visitors")] = ()
    """Offices and teams; no persons."""
    households: Annotated[QuantityField | None, Field("走访户数")] = None
    of: Annotated[QuantityField | None, Field("应访户数")] = None
    opinions: Annotated[QuantityField | None, Field("收集意见")] = None


def check(visit: HomeVisit) -> Iterator[Diagnostic]:
    """What is wrong with one round: more visited than there are, a name or a flat."""
    done, whole = visit.households, visit.of
    if done and whole and done.hedge is whole.hedge is Hedge.EXACT and done.value > whole.value:
        yield Diagnostic(
            E_VISIT_COUNT,
            Words(
                f"走访{done.text('zh')}户，多于应访{whole.text('zh')}户",
                f"{done.text('en')} households visited of {whole.text('en')}",
            ),
            Words("核对两个数", "check both numbers"),
            visit.origin.at("households"),
        )
    texts: list[tuple[KeyPath, str]] = [
        (("grid",), visit.grid),
        (("note",), visit.note),
        (("body",), visit.body),
    ]
    texts += [(("purpose", n), each) for n, each in enumerate(visit.purpose)]
    texts += [(("by", n), each) for n, each in enumerate(visit.by)]
    yield from nameless(texts, visit.origin)


def check_place(records: Records) -> Iterator[Diagnostic]:
    """One round of a grid and year that stands twice."""
    seen = set()
    for visit in records.of(HomeVisit):
        year = year_of(visit)
        if visit.round is None or year is None:
            continue
        key = (visit.grid, year, visit.round)
        if key in seen:
            yield Diagnostic(
                E_VISIT_TWICE,
                Words(
                    f"{visit.grid}{year}年第{visit.round}次走访写了两次",
                    f"visit no. {visit.round} of {visit.grid} in {year} stands twice",
                ),
                Words("给后一次改成实际的次序", "number the later one as it was"),
                visit.origin.at("round"),
            )
        seen.add(key)


def year_of(visit: HomeVisit) -> int | None:
    """The year in which a round began."""
    start = visit.period.start or visit.period.end
    return start.first.year if start else None


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """The rounds alone: the households of one grid would stand in a total above."""
    visits = records.of(HomeVisit)
    if visits:
        yield "visits", len(visits)


def panels(locality: Locality) -> Iterator[Panel]:
    """All rounds, the latest first, with how many households were reached."""
    visits = sorted(locality.records.of(HomeVisit), key=_rank, reverse=True)
    if visits:
        blocks = tuple(_blocks(locality, visits))
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks))


def _rank(visit: HomeVisit) -> int:
    day = visit.period.end or visit.period.start
    return day.last.toordinal() if day else 0


def _blocks(locality: Locality, visits: list[HomeVisit]) -> Iterator[Block]:
    words = locality.words
    smallest = locality.context.settings.statistics.smallest
    counts = [each.households for each in visits if each.households]
    shown = told(counts, smallest, locality.language)
    if shown.texts:
        yield from _reached(locality, visits, is_whole=bool(shown.note))
    columns = (
        (words(GRID), "text"),
        (words(PERIOD), "date"),
        (words(PURPOSE), "text"),
        (words(VISITED), "number"),
    )
    rows = tuple(_rows(locality, visits, shown))
    yield Table(words(TITLE), columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    if shown.note:
        yield Lines((shown.note,), quiet=True)
    said = tuple(visit.note for visit in visits if visit.note)
    if said:
        yield Notes(said)


def _reached(locality: Locality, visits: list[HomeVisit], *, is_whole: bool) -> Iterator[Block]:
    """How many households were reached, of how many as far as the rounds say so.

    `is_whole` takes all rounds: where a count is not told, the sum of some of them could tell it.
    """
    words, language = locality.words, locality.language
    both = [(each.households, each.of) for each in visits if each.households and each.of]
    if both and not is_whole:
        done, whole = total([one for one, _ in both]), total([other for _, other in both])
        line = rate_line(words(VISITED), done, whole, language, unit=words(HOUSEHOLDS))
        yield from (Figures((line,)),) if line else ()
    else:
        known = [each.households for each in visits if each.households]
        if known:
            yield Figures((FigureLine(words(VISITED), total(known).text(language), words(HOUSEHOLDS)),))


def _rows(locality: Locality, visits: list[HomeVisit], shown: Told) -> Iterator[tuple[str, ...]]:
    texts = iter(shown.texts)
    for visit in visits:
        yield _row(locality, visit, next(texts, "") if visit.households else "")


def _row(locality: Locality, visit: HomeVisit, households: str) -> tuple[str, ...]:
    words, language = locality.words, locality.language
    when = visit.period.text(language)
    if visit.round is not None:
        when = words(Words("，", ", ")).join((when, words(ROUND).format(n=visit.round)))
    is_told = visit.households is not None and households == visit.households.text(language)
    if is_told and visit.of:
        households = words(OF).format(done=households, whole=visit.of.text(language))
    return (visit.grid, when, words(LIST).join(visit.purpose), households)


def _dates(visit: HomeVisit) -> tuple[PartialDate, ...]:
    return tuple(day for day in (visit.period.start, visit.period.end) if day)


def _on_day(visit: HomeVisit, day: date) -> HomeVisit | None:
    return None if visit.period.start and visit.period.start.first > day else visit


def _title(visit: HomeVisit) -> str:
    return f"{visit.grid} {visit.period.text('zh')}"


KIND = Kind(
    name="visit",
    folder=FOLDER,
    words=Words("入户走访", "home visit"),
    record=HomeVisit,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    tally=_tally,
    dates=_dates,
    panels=panels,
    starter=Words(
        "- 网格: 第一网格\n  时间: 2026-03-01 至 2026-03-15\n  # 本年第几次: 1\n  目的: [听取意见]\n"
        "  走访户数: 60\n  应访户数: 72\n  # 不写姓名和门牌\n",
        "- grid: first grid\n  period: 2026-03-01 to 2026-03-15\n  # round: 1\n  purpose: [hear opinions]\n"
        "  households: 60\n  of: 72\n  # no names and no flats\n",
    ),
)
