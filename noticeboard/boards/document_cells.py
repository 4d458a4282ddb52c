"""Strips of equal cells side by side: cards, people, the steps of a procedure; a strip is one row of them.

A cell has a least width in characters of its size, so small type has more of them in a row.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards.document_blocks import Card, Cards, Faces, Ribbon, RibbonStep
from noticeboard.boards.document_people import LEAST_EM as FACE_EM
from noticeboard.boards.document_people import PeopleView, people_rows
from noticeboard.boards.document_strips import (
    READING,
    CardsView,
    CardView,
    Measures,
    RibbonView,
    StepView,
    Strip,
)
from noticeboard.boards.fit import TooLarge
from noticeboard.boards.sheet import step_up
from noticeboard.boards.task_cells import MARK_EM
from noticeboard.boards.tasks import CELL, HEAD_RULE
from noticeboard.boards.typesetting import set_text

CARD_EM, STEP_EM = 11.0, 7.5
"""The least widths of a card and of a step in characters of their size."""
MOST_ACROSS = 8
"""Cards and steps side by side at most; `.of1` to `.of8` in board.css."""
CARD_PAD, CARD_RULE = 2.0, 0.5
"""Millimetres of white inside a card, and the rule above it; `.card` in board.css."""


def cards_strips(block: Cards, measures: Measures) -> Iterator[Strip | TooLarge]:
    """Cards in rows."""
    across = _across(measures.width, CARD_EM * measures.size, len(block.cards))
    width = measures.width / across - (2 * CARD_PAD + CELL) * measures.scale
    pad = step_up(measures.size * 0.25)
    for start in range(0, len(block.cards), across):
        cards = block.cards[start : start + across]
        views = tuple(_card(card, width, measures) for card in cards)
        height = max(view.height for view in views) + 2 * pad + (2 * CARD_PAD + CARD_RULE) * measures.scale
        yield Strip(height, CardsView(views, across, pad), record=cards[0].text, origin=cards[0].origin)


def faces_strips(block: Faces, measures: Measures) -> Iterator[Strip | TooLarge]:
    """People in rows."""
    across = _across(measures.width, FACE_EM * measures.size, len(block.faces))
    width = measures.width / across - CELL * measures.scale
    pad = step_up(measures.size * 0.3)
    rows = people_rows(block.faces, across, measures.size, measures.text, width)
    for number, row in enumerate(rows):
        first = block.faces[number * across]
        height = max(face.height for face in row) + 2 * pad
        yield Strip(height, PeopleView(row, across, pad), record=first.name, origin=first.origin)


def ribbon_strips(block: Ribbon, measures: Measures) -> Iterator[Strip | TooLarge]:
    """Numbered steps in rows that stay together."""
    across = _across(measures.width, STEP_EM * measures.size, len(block.steps))
    width = measures.width / across - CELL * measures.scale
    pad = step_up(measures.size * 0.4)
    for start in range(0, len(block.steps), across):
        steps = block.steps[start : start + across]
        views = tuple(_step(start + i, step, width, measures) for i, step in enumerate(steps, 1))
        height = max(view.height for view in views) + 2 * pad + HEAD_RULE * measures.scale
        is_last = start + across >= len(block.steps)
        yield Strip(height, RibbonView(views, across, pad), keeps=not is_last, record=steps[0].text)


def _across(width: float, least: float, count: int) -> int:
    """How many cells of at least `least` mm stand side by side: no more than there are, in rows as even as can be."""
    most = max(1, min(MOST_ACROSS, int(width / least)))
    rows = -(-count // most)
    return -(-count // rows) if count else 1


def _card(card: Card, width: float, measures: Measures) -> CardView:
    room = width - MARK_EM * measures.text
    return CardView(
        set_text(card.head, step_up(measures.size * 1.3), width, weight=700, leading=1.2),
        set_text(card.text, measures.size, width),
        card.state or "",
        set_text(card.state_text, measures.text, room) if card.state_text else None,
        tuple(set_text(text, measures.text, width, leading=READING) for text in card.more if text),
    )


def _step(number: int, step: RibbonStep, width: float, measures: Measures) -> StepView:
    return StepView(
        set_text(str(number), measures.size, width - MARK_EM * measures.size, weight=700),
        set_text(step.text, measures.size, width),
        set_text(step.date, measures.text, width) if step.date else None,
        step.state,
    )
