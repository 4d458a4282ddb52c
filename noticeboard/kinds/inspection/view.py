"""Inspections on the page of a place: what is not settled yet, what runs out, what comes next, how many patrols.

found_by, lasting, next_dates ─ figures, tables ▶ Section ─▶ panel      ─ `page` ▶ every inspection with its checklist
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Column,
    FigureLine,
    Figures,
    Heading,
    Lines,
    Marked,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.inspection.equipment import SHOWN, STATE, lasting_blocks, more_of
from noticeboard.kinds.inspection.record import Inspection
from noticeboard.kinds.inspection.state import (
    FindingState,
    Found,
    Next,
    found_by,
    next_dates,
)
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.hedged_counts import hedged_sum
from noticeboard.values.partial_date import latest
from noticeboard.values.quantity import Quantity

FOLDER, ORDER, PATROL_COUNT = "inspections", 37, "inspections.patrols"
TITLE = Words("检查和巡查", "Inspections and patrols")
FINDINGS, RATE = Words("发现的问题", "Findings"), Words("整改率", "Settled")
SETTLED = Words("当场整改{spot}处，限期整改{later}处", "{spot} on the spot, {later} later")
LEFT, LATE = Words("待整改的问题", "Not settled yet"), Words("其中超期{n}处", "{n} of them overdue")
PATROLS = Words("巡查", "Patrols")
UNIT, TIMES = Words("处", ""), Words("次", "")
ALL_SETTLED = Words("发现的问题都已整改。", "All findings are settled.")
WHAT, WHERE, MEASURE = Words("问题", "Finding"), Words("地点", "Where"), Words("处置", "Measure")
SPOT, LATER, OPEN = (
    Words("当场整改", "settled on the spot"),
    Words("已整改", "settled"),
    Words("待整改", "open"),
)
OVERDUE = Words("超期{n}天", "{n} day{s} overdue")
BY_DAY = Words("期限{}", "due {}")
NEXT, GRID, WHEN = Words("下次检查", "Next inspection"), Words("网格", "Grid"), Words("时间", "When")
COMING, DUE = Words("待检查", "to come"), Words("已超期{n}天", "{n} day{s} overdue")
NAMED = Words("{title}（{grid}）", "{title} ({grid})")
KEYS = ("inspections.findings", *(f"inspections.state.{state.value}" for state in FindingState))


def panels(locality: Locality) -> Iterator[Panel]:
    """What is open, what runs out, what comes next, and the counts by place below."""
    records, url = locality.records.of(Inspection), locality.records.url
    blocks = [
        *figure_blocks(locality),
        *_open(locality),
        *lasting_blocks(locality),
        *_next(locality),
        *_places(locality),
    ]
    if not blocks:
        return
    more = (len(records), relative(url, locality.url(FOLDER))) if records else None
    sources = sources_of(locality, records, url)
    section = Section(locality.words(TITLE), FOLDER, tuple(blocks), more, sources=sources)
    yield Panel(ORDER, PANEL_TEMPLATE, section)


def figure_blocks(locality: Locality) -> Iterator[Block]:
    """What was found here and below, how much of it is settled with its base, what is left, the patrols."""
    lines = tuple(_figures(locality))
    if lines:
        yield Figures(lines)


def _figures(locality: Locality) -> Iterator[FigureLine]:
    words, count = locality.words, locality.summary.count
    as_of = locality.as_of("inspection")
    found, spot, later, waiting, late = (count(key) for key in KEYS)
    left = waiting + late
    if found:
        base = words(SETTLED).format(spot=spot, later=later)
        yield FigureLine(words(FINDINGS), f"{found:,}", words(UNIT), base, as_of)
        settled, whole = Quantity(Decimal(spot + later)), Quantity(Decimal(found))
        line = rate_line(words(RATE), settled, whole, locality.language, unit=words(UNIT), as_of=as_of)
        yield from (line,) if line else ()
        if left:
            note = words(LATE).format(n=late) if late else ""
            yield FigureLine(words(LEFT), f"{left:,}", words(UNIT), note)
    yield from _patrol_figure(locality)


def _patrol_figure(locality: Locality) -> Iterator[FigureLine]:
    """The patrols here and below, with their hedge; until when only where they are the place's own."""
    number = hedged_sum(PATROL_COUNT, locality.summary.count)
    if number is not None:
        own = (each.period for record in locality.records.of(Inspection) for each in record.patrols)
        newest = latest((day for each in own if (day := each.end or each.start)), by=locality.today)
        as_of = newest.text(locality.language) if newest else ""
        text = number.text(locality.language)
        yield FigureLine(locality.words(PATROLS), text, locality.words(TIMES), as_of=as_of)


def finding_state(locality: Locality, found: Found) -> Marked:
    """Mark and word of a finding, with the day by which or on which it was settled."""
    words, language, finding = locality.words, locality.language, found.finding
    if found.state is FindingState.SPOT:
        return Marked("tick", words(SPOT), finding.by)
    if found.state is FindingState.LATER:
        day = finding.settled.text(language) if finding.settled else ""
        return Marked(
            "tick", words(LATER), words(Words("，", ", ")).join(each for each in (day, finding.by) if each)
        )
    due = words(BY_DAY).format(finding.due.text(language)) if finding.due else ""
    if found.state is FindingState.OVERDUE:
        return Marked("clock", words(OVERDUE).format(n=found.days, s=ending(found.days)), due)
    return Marked("ring", words(OPEN), due)


def _open(locality: Locality) -> Iterator[Block]:
    """The findings that are not settled, the most overdue first; a sentence where all are."""
    every = list(found_by(locality.records, locality.today))
    left = sorted((each for each in every if not each.is_settled), key=lambda each: -each.days)
    if not left:
        if every:
            yield Lines((locality.words(ALL_SETTLED),))
        return
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(WHAT), "text"),
        (words(WHERE), "text"),
        (words(MEASURE), "text"),
        (words(STATE), "text"),
    )
    rows = tuple(
        (each.finding.what, each.finding.where, measure_text(locality, each), finding_state(locality, each))
        for each in left[:SHOWN]
    )
    yield Heading(words(LEFT))
    yield Table(words(LEFT), columns, rows)
    yield from more_of(locality, len(left))


def measure_text(locality: Locality, found: Found) -> str:
    """At which grade a finding is; empty where it is at none."""
    return locality.words(found.finding.measure.words) if found.finding.measure else ""


def inspection_name(locality: Locality, inspection: Inspection) -> str:
    """消防安全检查（第一网格）."""
    if not inspection.grid:
        return inspection.title
    return locality.words(NAMED).format(title=inspection.title, grid=inspection.grid)


def next_state(locality: Locality, each: Next) -> Marked:
    """Mark and word: to come, or for how many days it is overdue."""
    if each.days:
        return Marked("clock", locality.words(DUE).format(n=each.days, s=ending(each.days)))
    return Marked("ring", locality.words(COMING))


def _next(locality: Locality) -> Iterator[Block]:
    every = next_dates(locality.records, locality.today)
    if every:
        words = locality.words
        columns: tuple[Column, ...] = ((words(NEXT), "text"), (words(WHEN), "date"), (words(STATE), "text"))
        rows = tuple(
            (
                inspection_name(locality, each.inspection),
                each.when.text(locality.language),
                next_state(locality, each),
            )
            for each in every[:SHOWN]
        )
        yield Heading(words(NEXT))
        yield Table(words(NEXT), columns, rows)
        yield from more_of(locality, len(every))


def _places(locality: Locality) -> Iterator[Block]:
    """The findings by place below, and what they make; samples stand here and are in no sum."""
    headings = (FINDINGS, *(state.words for state in FindingState))
    yield from child_table(locality, TITLE, tuple(zip(KEYS, headings, strict=True)), FOLDER, has_total=True)
