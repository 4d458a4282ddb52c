"""Strips of text: headings, paragraphs, a number to call, large figures with the line under them."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document_blocks import Call, Text, Title, Totals
from noticeboard.boards.document_strips import READING, Measures, Strip, TextView, TotalsView
from noticeboard.boards.fit import TooLarge
from noticeboard.boards.sheet import step_down, step_up
from noticeboard.boards.tasks import TOTAL_GAP, TOTALS_WHITE, TotalRow, rows_height, total_view
from noticeboard.boards.typesetting import LEADING, set_heading, set_text

TITLE_RULE = 0.5
"""Thickness in mm of the rule under a heading; `.doc-title` in board.css."""
NAMED = 12
"""Characters of a paragraph by which a message names it."""


def title_strips(block: Title, measures: Measures) -> Iterator[Strip | TooLarge]:
    """A heading over a rule; it stays with what follows."""
    size = step_up(measures.size * 1.2)
    text, pad = set_heading(block.text, size, measures.width), step_up(size * 0.4)
    height = text.height + TITLE_RULE * measures.scale + 2 * pad
    yield Strip(height, TextView((text,), "doc-title", pad), keeps=True, record=block.text)


def text_strips(block: Text, measures: Measures) -> Iterator[Strip | TooLarge]:
    """A paragraph."""
    if block.lead:
        text = set_heading(block.text, measures.size, measures.width, leading=LEADING)
    else:
        text = set_text(block.text, measures.text, measures.width, leading=READING)
    pad = step_up(text.size * 0.2)
    view = TextView((text,), "doc-text", pad)
    yield Strip(text.height + 2 * pad, view, record=block.text[:NAMED], origin=block.origin)


def call_strips(block: Call, measures: Measures) -> Iterator[Strip | TooLarge]:
    """A telephone number, as large as it fits the column on one line up to 2.5 times the size of names."""
    em = set_text(block.number, 1.0, 1e6, weight=700).width
    size = min(step_down(measures.width / em), step_up(measures.size * 2.5))
    if size < measures.size:
        yield TooLarge(block.number, em * measures.size, measures.width, across=True)
        return
    texts = [set_text(block.label, measures.size, measures.width)] if block.label else []
    texts.append(set_text(block.number, size, measures.width, weight=700, leading=1.2))
    if block.note:
        texts.append(set_text(block.note, measures.text, measures.width, leading=READING))
    pad = step_up(measures.size * 0.3)
    height = sum(text.height for text in texts) + 2 * pad
    yield Strip(height, TextView(tuple(texts), "doc-call", pad), record=block.number)


def totals_strips(block: Totals, measures: Measures) -> Iterator[Strip | TooLarge]:
    """Large figures, side by side as many as have room."""
    rows: list[TotalRow] = []
    left = 0.0
    for total in (total_view(each, measures.size, measures.text) for each in block.totals):
        if total.width > measures.width:
            yield TooLarge(total.figure.plain, total.width, measures.width, across=True)
            return
        if not rows or total.width > left:
            rows.append(())
            left = measures.width
        rows[-1] = (*rows[-1], total)
        left -= total.width + TOTAL_GAP * measures.scale
    if len(rows) > 1 and not measures.may_part:
        yield TooLarge(rows[1][0].label.plain, 2 * measures.width, measures.width, across=True)
        return
    note = set_text(block.note, measures.text, measures.width, leading=READING) if block.note else None
    pad = step_up(measures.size * 0.2)
    height = rows_height(rows, measures.scale) + (note.height if note else 0.0)
    yield Strip(
        height + TOTALS_WHITE * measures.scale + 2 * pad,
        TotalsView(tuple(rows), note, pad),
        record=block.totals[0].label if block.totals else "",
    )
