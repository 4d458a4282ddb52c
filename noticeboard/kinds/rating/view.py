"""Rating batches as pages show them: the share of the first grade, what came back, grades, buildings, notes."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    FigureLine,
    Figures,
    Heading,
    Lines,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.by_building import building_blocks
from noticeboard.kinds.rating.record import Batch, Sort, base_of
from noticeboard.kinds.rating.rules import disagreements
from noticeboard.kinds.reconcile import N_NO_BASE, rate_line
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.quantity import Quantity

FOLDER, ORDER = "ratings", 66
TITLE = Words("群众评价", "Ratings")
GRADE, COUNT, SHARE = Words("评价", "Grade"), Words("票数", "Cards"), Words("占比", "Share")
RETURNED, VALID = Words("收回", "Returned"), Words("有效", "Valid")
REPORTED = Words("据来源报告", "as reported")
ABOUT = Words("对“{}”的评价", "of “{}”")
NO_BASE = Words("来源只给出比率，没有给出件数", "the source gives the rates alone, and no numbers")
UNIT = Words("张", "")
PEOPLE = Words("份", "")


def figures(locality: Locality, batch: Batch) -> Iterator[FigureLine]:
    """The share of the first grade, the share that came back, the rates that are reported."""
    language = locality.language
    as_of = batch.as_of.text(language) if batch.as_of else ""
    base, unit = base_of(batch), locality.words(UNIT if batch.sort is Sort.CARDS else PEOPLE)
    if batch.by_grade and base is not None:
        first = batch.by_grade[0]
        line = rate_line(first.grade, first.count, base, language, unit=unit, as_of=as_of)
        yield from (line,) if line else ()
    whole = batch.issued or batch.asked
    if whole is not None and batch.returned is not None:
        line = rate_line(locality.words(RETURNED), batch.returned, whole, language, unit=unit)
        yield from (line,) if line else ()
    for each in batch.reported:
        yield FigureLine(each.what, each.rate.text(language), as_of=as_of, note=locality.words(REPORTED))


def panels(locality: Locality) -> Iterator[Panel]:
    """All batches of the place, the latest first."""
    batches = sorted(
        locality.records.of(Batch),
        key=lambda each: each.as_of.last.toordinal() if each.as_of else 0,
        reverse=True,
    )
    if batches:
        url = locality.records.url
        blocks = tuple(block for batch in batches for block in _blocks(locality, batch, url))
        yield Panel(
            ORDER,
            PANEL_TEMPLATE,
            Section(locality.words(TITLE), FOLDER, blocks, sources=_sources(locality, batches)),
        )


def _sources(locality: Locality, batches: list[Batch]) -> tuple[tuple[str, str], ...]:
    lines = (line for batch in batches for line in locality.cited(batch, locality.records.url))
    return tuple(dict.fromkeys((line.title, line.href) for line in lines))


def _blocks(locality: Locality, batch: Batch, page_url: str) -> Iterator[Block]:
    words, language = locality.words, locality.language
    yield Heading(batch.title, f"rating-{batch.id}" if batch.id else "")
    target = locality.target(batch.task, "task") if batch.task else None
    if target:
        yield Lines((f"{words(batch.sort.words)}，{words(ABOUT).format(target.title)}",), quiet=True)
    lines = tuple(figures(locality, batch))
    if lines:
        yield Figures(
            tuple(line._replace(href=relative(page_url, target.url)) for line in lines) if target else lines
        )
    base = base_of(batch)
    if batch.by_grade:
        rows = tuple(
            (each.grade, each.count.text(language), _share(each.count, base, locality))
            for each in batch.by_grade
        )
        columns = ((words(GRADE), "text"), (words(COUNT), "number"), (words(SHARE), "number"))
        yield Table(batch.title, columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    yield from building_blocks(locality, batch.by_building, RETURNED, batch.returned)
    said = [found.note.to(language) for _, found in disagreements(batch) if found.code != N_NO_BASE]
    if batch.note:
        said.append(batch.note)
    elif batch.reported and base is None:
        said.append(words(NO_BASE))
    if said:
        yield Notes(tuple(said))


def _share(count: Quantity, base: Quantity | None, locality: Locality) -> str:
    line = rate_line("", count, base, locality.language) if base is not None else None
    return line.value if line else ""
