"""The page of statistics of a place, and of the site: what its kinds of records count, broken down.

    counts of the summary ─ Kind.statistics ▶ Statistic ─ a section each ─┐
    Locality ─ SECTIONS ▶ further sections ───────────────────────────────┴▶ Page

A place with next to nothing to break down has no page: its panels say it all. What the page shows is what the
records say; coverage, comparisons and the like are functions in `SECTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from noticeboard.chart import ChartRow
from noticeboard.document import (
    PAGE_TEMPLATE,
    Block,
    Chart,
    DocumentView,
    Figures,
    Heading,
    Lines,
    Links,
    Notes,
    Section,
)
from noticeboard.kind import Kind
from noticeboard.kinds.counted import amount_text, counted_by, is_worth_drawing
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.planning.comparison import comparison_sections
from noticeboard.planning.coverage import coverage_sections
from noticeboard.planning.place_page import PlaceView
from noticeboard.statistic import FOLDER, Breakdown, Part, Statistic

TITLE = Words("统计", "Statistics")
LEAD = Words(
    "这里的数字由本站登记的记录汇总，每一部分都写明计什么、不计什么。",
    "These figures are summed up from the records of this site; each part says what it counts and what not.",
)
ROWS, OTHERS = Words("逐项查看", "See them one by one"), Words("其余{n}种", "{n} others")
TOTAL = Words("合计", "Total")
OVERVIEW = Words("总览", "At a glance")
LEAST_LISTED = 4
"""Sections that are worth a list of them."""
LEAST_COUNTED = 5
"""Records in all, below which there is nothing to break down."""
MOST_PARTS = 30
"""As many are named: the rest are one part."""

SECTIONS: tuple[Callable[[Locality], Iterable[Section]], ...] = (coverage_sections, comparison_sections)
"""Further sections of the page, in the order of the page, after the counts; their links are relative to it.

Each is called for every place, so one that has nothing to say must cost nothing."""


class Told(NamedTuple):
    """What the page says: the counts of the kinds, further sections."""

    statistics: tuple[Statistic, ...]
    further: tuple[Section, ...]

    def __bool__(self) -> bool:
        return bool(self.statistics or self.further)


def statistics_of(locality: Locality, kinds: tuple[Kind[Any], ...]) -> Told:
    """What there is to say of a place, in the order of the page; no counts if they are too few to break down."""
    further = tuple(section for sections in SECTIONS for section in sections(locality))
    return Told(counted_by(locality, kinds, LEAST_COUNTED), further)


def statistics_page(locality: Locality, told: Told, pages: Sequence[Page]) -> Iterator[Page]:
    """The page of statistics, where there is something to say; `pages` are the others of the place, to lead to."""
    if told:
        url = locality.url(FOLDER)
        targets = targets_among(locality, pages)
        sections = [section_of(locality, url, each, targets) for each in told.statistics]
        if len(sections) >= LEAST_LISTED:
            sections.insert(0, _overview(locality, told.statistics))
        frame = locality.frame(url, locality.words(TITLE))
        view = DocumentView(frame, (*sections, *told.further), locality.words(LEAD))
        yield Page(url, PAGE_TEMPLATE, view)


def _overview(locality: Locality, statistics: Sequence[Statistic]) -> Section:
    """How many there are of each, with the way to its section."""
    lines = [
        each.figures[0]._replace(href=f"#{each.key or each.folder}", label=each.title)
        for each in statistics
        if each.figures
    ]
    return Section(locality.words(OVERVIEW), "overview", (Figures(tuple(lines)),))


def targets_among(locality: Locality, pages: Sequence[Page]) -> frozenset[str]:
    """What can be led to: the pages of the place, and the panels of its own page by their anchors."""
    own = (page.view for page in pages if isinstance(page.view, PlaceView))
    panels = (panel for view in own for panel in (*view.urgent, *view.panels))
    anchors = (
        panel.view.id if isinstance(panel.view, Section) else panel.template[len("panels/") : -len(".html")]
        for panel in panels
    )
    return frozenset((*(page.url for page in pages), *(f"{locality.records.url}#{name}" for name in anchors)))


def rows_url(locality: Locality, statistic: Statistic, targets: frozenset[str]) -> str:
    """Where the records stand one by one: their page, or else their panel, or else the page of the place."""
    page, panel = (
        locality.url(statistic.folder),
        f"{locality.records.url}#{statistic.key or statistic.folder}",
    )
    if page in targets:
        return f"{page}#{statistic.key}" if statistic.key else page
    return panel if panel in targets else locality.records.url


def section_of(locality: Locality, page_url: str, statistic: Statistic, targets: frozenset[str]) -> Section:
    """The section of one statistic on the page at `page_url`, with a way to what it counts."""
    blocks: list[Block] = [Lines((statistic.said,))]
    if statistic.figures:
        blocks.append(Figures(statistic.figures))
    for breakdown in statistic.breakdowns:
        blocks.append(Heading(breakdown.title))
        if breakdown.said:
            blocks.append(Lines((breakdown.said,), quiet=True))
        blocks.append(chart_of(locality, page_url, breakdown))
    if statistic.notes:
        blocks.append(Notes(statistic.notes))
    to_rows = relative(page_url, rows_url(locality, statistic, targets))
    blocks.append(Links(((locality.words(ROWS), to_rows, ""),)))
    return Section(statistic.title, statistic.key or statistic.folder, tuple(blocks))


def chart_of(locality: Locality, page_url: str, breakdown: Breakdown) -> Chart:
    """The parts as a picture and a table, or as a table alone where so few say it as well."""
    parts = breakdown.parts if breakdown.periods else named(locality, breakdown.parts, MOST_PARTS)
    rows = tuple([_row(locality, page_url, breakdown, part) for part in parts])
    bases = [amount_text(breakdown, base, locality.language) for base in breakdown.bases]
    return Chart(
        breakdown.title,
        (breakdown.heading, *breakdown.columns),
        rows,
        (locality.words(TOTAL), *bases),
        lines=breakdown.periods,
        drawn=breakdown.drawn and is_worth_drawing(parts),
        css="pairs" if breakdown.money and len(breakdown.columns) > 1 else "",
    )


def _row(locality: Locality, page_url: str, breakdown: Breakdown, part: Part) -> ChartRow:
    texts = tuple([amount_text(breakdown, count, locality.language) for count in part.counts])
    href = relative(page_url, part.url) if part.url else ""
    return ChartRow(part.label, part.counts, texts, href, part.strong, part.apart)


def named(locality: Locality, parts: tuple[Part, ...], most: int) -> tuple[Part, ...]:
    """The parts, of which all after the first `most` that are stated are one."""
    stated = [part for part in parts if not part.apart]
    if len(stated) <= most:
        return parts
    rest = stated[most - 1 :]
    counts = tuple(map(sum, zip(*(part.counts for part in rest), strict=True)))
    together = Part(locality.words(OTHERS).format(n=len(rest)), counts)
    return (*stated[: most - 1], together, *(part for part in parts if part.apart))
