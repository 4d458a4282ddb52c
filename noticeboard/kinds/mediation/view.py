"""Disputes as pages show them: taken on and settled with the rate, by kind and by building, what is told apart."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import PANEL_TEMPLATE, Block, FigureLine, Figures, Heading, Notes, Section, Table
from noticeboard.kind import Panel
from noticeboard.kinds.by_building import building_blocks
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.mediation.record import Apart, Mediation, Relation, day_of, disagreement
from noticeboard.kinds.reconcile import rate_line
from noticeboard.languages import Words
from noticeboard.locality import Locality

FOLDER, ORDER = "mediations", 67
TITLE = Words("纠纷调解", "Mediation")
TAKEN, SETTLED, RATE = Words("受理", "Taken on"), Words("办结", "Settled"), Words("办结率", "Settlement rate")
DISPUTES = Words("纠纷", "Disputes")
KIND_OF, COUNT = Words("纠纷类型", "Kind of dispute"), Words("件数", "Disputes")
UNIT = Words("件", "")
INCLUDED = Words("{what}：{n}件，包括在上面的数里", "{what}: {n}, part of the above")
SEPARATE = Words("{what}：{n}件，另计", "{what}: {n}, besides the above")
UNKNOWN = Words(
    "{what}：{n}件，是否包括在上面的数里，来源没有注明",
    "{what}: {n}; the source does not say whether they are part of the above",
)


def panels(locality: Locality) -> Iterator[Panel]:
    """Every period, the latest first."""
    records = sorted(locality.records.of(Mediation), key=_rank, reverse=True)
    if records:
        blocks = tuple(
            block for record in records for block in _blocks(locality, record, alone=len(records) == 1)
        )
        sources = sources_of(locality, records, locality.records.url)
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks, sources=sources))


def _rank(record: Mediation) -> int:
    day = day_of(record)
    return day.last.toordinal() if day else 0


def figures(locality: Locality, record: Mediation) -> Iterator[FigureLine]:
    """Taken on, settled, and the rate with its base."""
    language, words = locality.language, locality.words
    day = day_of(record)
    as_of = day.text(language) if day else ""
    taken, settled = record.taken_on, record.settled
    if record.disputes is not None:
        yield FigureLine(words(DISPUTES), record.disputes.text(language), words(UNIT), as_of=as_of)
    if taken is not None:
        yield FigureLine(words(TAKEN), taken.text(language), words(UNIT), as_of="" if settled else as_of)
    if settled is not None:
        yield FigureLine(words(SETTLED), settled.text(language), words(UNIT), as_of=as_of)
    if taken is not None and settled is not None:
        line = rate_line(words(RATE), settled, taken, language, unit=words(UNIT), as_of=as_of)
        yield from (line,) if line else ()


def apart_text(locality: Locality, each: Apart) -> str:
    """What is told of apart, and what it is to the whole."""
    words = {Relation.INCLUDED: INCLUDED, Relation.SEPARATE: SEPARATE, Relation.UNSTATED: UNKNOWN}[
        each.relation
    ]
    return locality.words(words).format(what=each.what, n=each.count.text(locality.language))


def _blocks(locality: Locality, record: Mediation, *, alone: bool) -> Iterator[Block]:
    words, language = locality.words, locality.language
    period = record.period.text(language) if record.period else ""
    heading = record.title or period
    if heading and not alone:
        yield Heading(heading)
    lines = tuple(figures(locality, record))
    if lines:
        yield Figures((lines[0]._replace(base=period), *lines[1:]))
    if record.by_kind:
        rows = tuple((each.what, each.count.text(language)) for each in record.by_kind)
        yield Table(words(KIND_OF), ((words(KIND_OF), "text"), (words(COUNT), "number")), rows)
    yield from building_blocks(locality, record.by_building, COUNT, record.taken_on or record.disputes)
    found = disagreement(record)
    said = [apart_text(locality, each) for each in record.apart]
    said += [found.note.to(language)] if found else []
    said += [record.note] if record.note else []
    if said:
        yield Notes(tuple(said))
