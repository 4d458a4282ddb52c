"""统计公示: the counts of a place and of all places below it as large figures and bars, with what they count.

    Kind.statistics ▶ Statistic ─ blocks ▶ figures, a sentence, a table of bars for each breakdown

It says what the page of statistics says, as far as that can be read at a glance: what is worth a picture, and of the
breakdowns by period the one by the longest.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document import TEMPLATE, DocumentBoard, lay_out_document
from noticeboard.boards.document_blocks import BarRow, Bars, Block, Text, Title, Total, Totals
from noticeboard.boards.fills.heading import capital
from noticeboard.boards.frame import BoardFrame
from noticeboard.boards.subject import BoardSubject
from noticeboard.boards.view import BoardKind, BoardView
from noticeboard.diagnostics import Diagnostic
from noticeboard.document import FigureLine
from noticeboard.kind import kinds_of
from noticeboard.kinds import KINDS
from noticeboard.kinds.counted import amount_text, counted_by, is_worth_drawing
from noticeboard.kinds.place import Level
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.statistic import Breakdown, Part, Statistic

KIND = BoardKind(
    "statistics",
    Words("统计公示", "statistics"),
    TEMPLATE,
    ("a3-portrait", "a2-portrait"),
    Words(
        "民生实事、资金、意见建议等按类别、渠道、时间的合计，附柱状图和口径说明",
        "sums by field, channel and period of tasks, money, opinions and more, with bars and what is counted",
    ),
    at_doorways=False,
)
LEAST_COUNTED = 20
"""Records in all that are worth a poster; fewer can be read on the other boards."""
AS_OF = Words("截至{}", "as of {}")
WITH_BASE = Words("{label}（{base}）", "{label} ({base})")
DRAWN, SLASH = Words("柱状图", "Bars"), Words("／", " / ")


def statistics_boards(locality: Locality) -> Iterator[BoardSubject]:
    """What is counted here and below, where that is enough for a poster; the site itself hangs nowhere."""
    if locality.place.kind is Level.SITE:
        return
    statistics = counted_by(locality, kinds_of(locality, KINDS), LEAST_COUNTED)
    if statistics:
        yield BoardSubject(
            key=KIND.key,
            kind=KIND,
            title=capital(locality.words(KIND.words)),
            band="plain",
            date=locality.summary.as_of,
            issuer="",
            content=DocumentBoard(tuple(_blocks(locality, statistics))),
            lay_out=lay_out,
        )


def lay_out(board: DocumentBoard, frame: BoardFrame) -> tuple[BoardView | None, list[Diagnostic]]:
    """The board, or why it cannot be drawn."""
    return lay_out_document(KIND, board, frame)


def _blocks(locality: Locality, statistics: tuple[Statistic, ...]) -> Iterator[Block]:
    """How many there are of everything, then what is to be said of each beyond that."""
    as_of = locality.summary.as_of
    until = locality.words(AS_OF).format(as_of.text(locality.language)) if as_of else ""
    counts = [each.figures[0]._replace(label=each.title) for each in statistics if each.figures]
    yield Totals(tuple(_total(locality, line) for line in counts), until)
    for each in statistics:
        yield from _part(locality, each)


def _part(locality: Locality, statistic: Statistic) -> Iterator[Block]:
    """What there is to say of a statistic beyond its count, under a sentence that says what is counted."""
    shown, further = tuple(_shown(statistic.breakdowns)), statistic.figures[1:]
    if shown or further:
        yield Title(statistic.title)
        yield Text(statistic.said)
        if further:
            yield Totals(tuple(_total(locality, line) for line in further))
        yield from (_bars(locality, breakdown) for breakdown in shown)
        yield from (Text(note) for note in statistic.notes)


def _shown(breakdowns: tuple[Breakdown, ...]) -> Iterator[Breakdown]:
    """The breakdowns that say something at a glance: of those by period the one by the longest."""
    worth = [each for each in breakdowns if is_worth_drawing(each.parts)]
    yield from (each for each in worth if not each.of_time)
    yield from [each for each in worth if each.of_time][:1]


def _total(locality: Locality, line: FigureLine) -> Total:
    label = locality.words(WITH_BASE).format(label=line.label, base=line.base) if line.base else line.label
    return Total(label, line.value, line.unit)


def _bars(locality: Locality, breakdown: Breakdown) -> Bars:
    most = max((count for part in breakdown.parts for count in part.counts), default=0) or 1
    rows = tuple(
        BarRow(
            part.label,
            tuple(round(count / most, 4) for count in part.counts),
            _figures(locality, breakdown, part),
            part.strong,
            part.apart,
        )
        for part in breakdown.parts
    )
    figures = locality.words(SLASH).join(breakdown.columns)
    return Bars(breakdown.title, figures, locality.words(DRAWN), rows)


def _figures(locality: Locality, breakdown: Breakdown, part: Part) -> tuple[str, ...]:
    """The figures of a row, of two with what each is."""
    texts = tuple(amount_text(breakdown, count, locality.language) for count in part.counts)
    if len(texts) == 1:
        return texts
    return tuple(f"{name} {text}" for name, text in zip(breakdown.columns, texts, strict=True))
