"""Opinions as pages show them: counts, rates with their base, tables by channel and field, single ones in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    DocumentView,
    FigureLine,
    Figures,
    Heading,
    Lines,
    Marked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.by_building import building_blocks
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.opinion.count import disagreements, is_single, settlement, singles_as_counts
from noticeboard.kinds.opinion.record import Opinion, Outcome
from noticeboard.kinds.reconcile import N_NO_BASE, rate_line
from noticeboard.kinds.rollup import child_table, count_or_blank
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.partial_date import PartialDate

FOLDER, ORDER, SHOWN = "opinions", 64, 6
TITLE = Words("意见建议", "Opinions")
UNIT = Words("条", "")
RECEIVED = Words("收到的意见建议", "Opinions received")
SETTLED, REPLIED, ON_TIME = (
    Words("办结率", "Settlement rate"),
    Words("答复率", "Reply rate"),
    Words("按时答复率", "Replied on time"),
)
COUNTS = (
    ("under_way", Words("正在办理", "Under way")),
    ("adopted", Words("纳入计划", "Adopted into the plan")),
    ("declined", Words("不采纳", "Not adopted")),
    ("in_favour", Words("赞成", "In favour")),
    ("against", Words("反对", "Against")),
    ("fields", Words("涉及类别", "Fields")),
)
FIELDS_UNIT = Words("类", "")
REPORTED = Words("据来源报告", "as reported by the source")
WAY, FIELD, COUNT = Words("渠道", "Channel"), Words("类别", "Field"), Words("条数", "Opinions")
WAYS = Words("可以通过{}提意见", "Opinions are taken by {}")
OPINION, OUTCOME, WHEN = Words("意见", "Opinion"), Words("结果", "Outcome"), Words("收到时间", "Received")
DECLINED, REASON = Words("不采纳的意见", "Not adopted"), Words("理由", "Reason")
SINGLES = Words("逐条公开的意见", "Opinions one by one")
LIST = Words("、", ", ")
MARKS = {
    Outcome.SETTLED: "tick",
    Outcome.ADOPTED: "half",
    Outcome.UNDER_WAY: "half",
    Outcome.DECLINED: "dash",
    Outcome.WAITING: "ring",
}


def day_of(opinion: Opinion) -> PartialDate | None:
    """The last day that the counts speak of."""
    return opinion.as_of or (opinion.period.end if opinion.period else None)


def figures(locality: Locality, opinion: Opinion) -> Iterator[FigureLine]:
    """Received, the rates with their base, what is under way, adopted, not adopted; rates as reported."""
    language, words = locality.language, locality.words
    day, unit = day_of(opinion), words(UNIT)
    as_of = day.text(language) if day else ""
    if opinion.received is not None:
        base = opinion.period.text(language) if opinion.period else ""
        yield FigureLine(words(RECEIVED), opinion.received.text(language), unit, base, as_of)
    found = settlement(opinion)
    for label, part, whole in (
        (REPLIED, opinion.replied, opinion.received),
        (ON_TIME, opinion.on_time, opinion.replied),
        (SETTLED, *(found or (None, None))),
    ):
        if part is not None and whole is not None:
            line = rate_line(words(label), part, whole, language, unit=unit, as_of=as_of)
            yield from (line,) if line else ()
    for key, label in COUNTS:
        number = getattr(opinion, key)
        if number is not None:
            yield FigureLine(
                words(label), number.text(language), words(FIELDS_UNIT) if key == "fields" else unit
            )
    for each in opinion.stated:
        base = opinion.received.text(language) + unit + words(TITLE) if opinion.received else ""
        yield FigureLine(each.what, each.rate.text(language), "", base, as_of, words(REPORTED))


def notes(locality: Locality, opinion: Opinion) -> Iterator[str]:
    """What must be known to read the counts."""
    for _, found in disagreements(opinion):
        if found.code != N_NO_BASE:
            yield found.note.to(locality.language)
    if opinion.note:
        yield opinion.note


def periods_of(locality: Locality) -> list[Opinion]:
    """The records of counts, the latest first."""
    counted = [each for each in locality.records.of(Opinion) if not is_single(each)]
    return sorted(
        counted, key=lambda each: day.last.toordinal() if (day := day_of(each)) else 0, reverse=True
    )


def singles_of(locality: Locality) -> list[Opinion]:
    """The single opinions up to today, the latest first."""
    seen = [
        each
        for each in locality.records.of(Opinion)
        if is_single(each) and (each.when is None or each.when.first <= locality.today)
    ]
    return sorted(seen, key=lambda each: each.when.last if each.when else date.min, reverse=True)


def panels(locality: Locality) -> Iterator[Panel]:
    """The latest period, the latest single opinions, and what the places below add up to."""
    periods, singles = periods_of(locality), singles_of(locality)
    url = locality.records.url
    blocks = [block for period in periods[:1] for block in period_blocks(locality, period)]
    if not periods and singles:
        blocks.append(Figures(tuple(figures(locality, singles_as_counts(singles, locality.today)))))
    blocks.extend(_singles(locality, singles[:SHOWN], with_heading=bool(periods)))
    blocks.extend(_places(locality))
    if not blocks:
        return
    count = len(periods) + len(singles)
    more = (count, relative(url, locality.url(FOLDER))) if _has_page(periods, singles) else None
    sources = sources_of(locality, (*periods[:1], *singles), url)
    yield Panel(
        ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks), more, sources=sources)
    )


def _has_page(periods: Sequence[Opinion], singles: Sequence[Opinion]) -> bool:
    return len(periods) > 1 or len(singles) > SHOWN


def pages(locality: Locality) -> Iterator[Page]:
    """Every period and every single opinion, where the panel does not show them all."""
    periods, singles = periods_of(locality), singles_of(locality)
    if not _has_page(periods, singles):
        return
    url, words = locality.url(FOLDER), locality.words
    sections = [
        Section(
            each.title or _period(locality, each) or words(TITLE),
            f"period-{n}",
            tuple(period_blocks(locality, each)),
        )
        for n, each in enumerate(periods, 1)
    ]
    if singles:
        sections.append(
            Section(words(SINGLES), "singles", tuple(_singles(locality, singles, with_heading=False)))
        )
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, words(TITLE)), tuple(sections)))


def _period(locality: Locality, opinion: Opinion) -> str:
    return opinion.period.text(locality.language) if opinion.period else ""


def period_blocks(locality: Locality, opinion: Opinion) -> Iterator[Block]:
    """One period: figures, tables by channel and field, what was not adopted and why, notes."""
    words, language = locality.words, locality.language
    lines = tuple(figures(locality, opinion))
    if lines:
        yield Figures(lines)
    if opinion.ways:
        yield Lines((words(WAYS).format(words(LIST).join(words(way.words) for way in opinion.ways)),))
    by_way = tuple((words(each.way.words), each.count.text(language)) for each in opinion.by_way)
    by_field = tuple((each.field, each.count.text(language)) for each in opinion.by_field)
    for label, rows in ((WAY, by_way), (FIELD, by_field)):
        if rows:
            yield Table(words(label), ((words(label), "text"), (words(COUNT), "number")), rows)
    yield from building_blocks(locality, opinion.by_building, COUNT, opinion.received)
    if opinion.reasons:
        reasons = tuple((each.what, each.reason) for each in opinion.reasons)
        yield Table(words(DECLINED), ((words(DECLINED), "text"), (words(REASON), "text")), reasons)
    said = tuple(notes(locality, opinion))
    if said:
        yield Notes(said)


def state_of(locality: Locality, opinion: Opinion) -> Marked:
    """What became of one opinion."""
    outcome = opinion.outcome or (Outcome.UNDER_WAY if opinion.answered else Outcome.WAITING)
    return Marked(MARKS[outcome], locality.words(outcome.words), "")  # type: ignore[arg-type]  # each is a mark


def _singles(locality: Locality, opinions: Sequence[Opinion], *, with_heading: bool) -> Iterator[Block]:
    if not opinions:
        return
    words = locality.words
    if with_heading:
        yield Heading(words(SINGLES))
    columns = ((words(OPINION), "text"), (words(WHEN), "date"), (words(OUTCOME), "text"))
    yield Table(words(SINGLES), columns, tuple(_row(locality, each) for each in opinions))  # type: ignore[arg-type]  # each kind is one of the three


def _row(locality: Locality, opinion: Opinion) -> tuple[Cell, ...]:
    when = opinion.when.text(locality.language) if opinion.when else ""
    way = locality.words(opinion.way.words) if opinion.way else ""
    came = locality.words(Words("，", ", ")).join(part for part in (when, way) if part)
    state = state_of(locality, opinion)
    return (opinion.text, came, state._replace(note=locality.words(LIST).join(opinion.reply)))


def _places(locality: Locality) -> Iterator[Block]:
    columns = (("opinions.received", RECEIVED), ("opinions.settled", Words("已办结", "Settled")))
    yield from child_table(locality, TITLE, columns, FOLDER, write=count_or_blank)


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """Received and the settlement rate of the latest period that is marked as 要点."""
    for opinion in periods_of(locality):
        if opinion.key:
            lines = [line for line in figures(locality, opinion) if _is_key(locality, line)]
            for n, line in enumerate(lines):
                yield KeyFigure(
                    n, line.label, line.value, line.unit, line.base, line.as_of, f"#{FOLDER}", line.note
                )
            return


def _is_key(locality: Locality, line: FigureLine) -> bool:
    return line.label in (locality.words(RECEIVED), locality.words(SETTLED))
