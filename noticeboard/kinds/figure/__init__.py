"""Figures (数据): numbers as a source states them, or derived from others.

record (fields, rules) ─ compute (the number and what to say about it) ─ view (panel, key figures) ▶ KIND
"""

from __future__ import annotations

from noticeboard.kind import Kind
from noticeboard.kinds.figure.compute import Computed, Operand, compute, measures
from noticeboard.kinds.figure.record import PLACE_NUMBERS, Figure, check, references_of
from noticeboard.kinds.figure.view import ANCHOR, key_figures, panels
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "PLACE_NUMBERS", "Computed", "Figure", "Operand", "compute", "measures", "references_of"]


def _dates(figure: Figure) -> tuple[PartialDate, ...]:
    return (figure.as_of,) if figure.as_of else ()


def _title(figure: Figure) -> str:
    return figure.title


KIND = Kind(
    name="figure",
    folder="figures",
    words=Words("数据", "figure"),
    record=Figure,
    title=_title,
    anchor_prefix=ANCHOR,
    check=check,
    mentions=references_of,
    dates=_dates,
    panels=panels,
    key_figures=key_figures,
    starter=Words(
        "- id: households\n  title: 受益户数\n  value: 约120\n  unit: 户\n  as_of: 2026-01-01\n",
        "- id: households\n  title: Households served\n  value: 120\n  as_of: 2026-01-01\n",
    ),
)
