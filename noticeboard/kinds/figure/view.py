"""The figures of a place as its page shows them: by group, with base, date, operands and notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.figure.compute import Computed, counted_note
from noticeboard.kinds.figure.record import Figure
from noticeboard.languages import Words
from noticeboard.locality import Locality, SourceLine
from noticeboard.page import relative
from noticeboard.values.quantity import Hedge, Quantity


class OperandRow(NamedTuple):
    """An operand as the panel shows it."""

    title: str
    text: str
    unit: str
    href: str


class FigureRow(NamedTuple):
    """A figure as the panel shows it."""

    id: str
    label: str
    value: str
    unit: str
    base: str
    as_of: str
    href: str
    note: str
    sign: str
    operands: tuple[OperandRow, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    derived: bool


class FigureGroup(NamedTuple):
    """Figures under one heading, and their sources when they share them."""

    title: str
    rows: tuple[FigureRow, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class FiguresView:
    """The panel of figures of a place."""

    title: str
    groups: tuple[FigureGroup, ...]


ANCHOR = "figure-"
PANEL_TITLE = Words("数据", "Figures")
DERIVED = Words("推算", "derived")
COMPUTED = Words("计算得出", "computed")
REPORTED = Words("据来源报告", "as reported by the source")


def _row(locality: Locality, figure: Figure, computed: Computed) -> FigureRow:
    page, language = locality.records.url, locality.language
    number = computed.number
    note = _note(figure, computed)
    return FigureRow(
        id=f"{ANCHOR}{figure.id}" if figure.id else "",
        label=figure.title,
        value=computed.text(language),
        unit=figure.unit,
        base=figure.base or computed.base,
        as_of=figure.as_of.text(language) if figure.as_of else "",
        href="",
        note=note.to(language) if note else "",
        sign=computed.sign,
        operands=tuple(
            OperandRow(each.title, each.number.text(language), each.unit, relative(page, each.url))
            for each in computed.operands
        ),
        notes=(
            *(words.to(language) for words in computed.notes),
            *(found.note.to(language) for found in counted_note(figure, locality.summary)),
            *((figure.note,) if figure.note else ()),
        ),
        sources=locality.cited(figure, page),
        derived=bool(computed.operands) and isinstance(number, Quantity),
    )


def _note(figure: Figure, computed: Computed) -> Words | None:
    if figure.reported:
        return REPORTED
    if not computed.operands:
        return None
    number = computed.number
    hedged = number.hedge is not Hedge.EXACT if isinstance(number, Quantity) else number.approximate
    return DERIVED if hedged else COMPUTED


def panels(locality: Locality) -> Iterator[Panel]:
    """The panel of the place's own figures, if it has any."""
    known = dict(locality.context.figures)
    rows: dict[str, list[FigureRow]] = {}
    for figure in locality.records.of(Figure):
        key = figure.id or f"{figure.origin.file}:{figure.origin.path}"
        rows.setdefault(figure.group, []).append(_row(locality, figure, known[key]))
    if rows:
        groups = tuple(_group(title, tuple(group)) for title, group in rows.items())
        yield Panel(80, "panels/figures.html", FiguresView(locality.words(PANEL_TITLE), groups))


def _group(title: str, rows: tuple[FigureRow, ...]) -> FigureGroup:
    cited = {row.sources for row in rows}
    return FigureGroup(title, rows, rows[0].sources if len(cited) == 1 else ())


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """The figures marked as 要点, in the order of the file, before those that are counted."""
    known = dict(locality.context.figures)
    for number, figure in enumerate(locality.records.of(Figure)):
        if figure.key and figure.id:
            row = _row(locality, figure, known[figure.id])
            yield KeyFigure(
                number, row.label, row.value, row.unit, row.base, row.as_of, f"#{row.id}", row.note
            )
