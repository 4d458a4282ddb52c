"""Plain values to records: keys in either language, types of fields, every problem at once.

    plain mapping ─ flawless ▶ record
      or, with anything wrong in it ─ flaws ▶ one Diagnostic a problem

What finds the flaws is loaded when there is one (a door of the architecture): most files have none.
"""

from __future__ import annotations

from typing import TypeVar

from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.reading.flawless import flawless
from noticeboard.reading.shapes import learn_spellings
from noticeboard.reading.yaml import PlainValue

T = TypeVar("T")


def decode(
    value: PlainValue | None, record_type: type[T], origin: Origin
) -> tuple[T | None, list[Diagnostic]]:
    """The record that a plain mapping describes, or None with every problem in it."""
    learn_spellings(record_type)
    record = flawless(value, record_type, origin)
    if record is not None:
        return record, []
    from noticeboard.reading.flaws import told

    return told(value, record_type, origin)


def salvage(value: PlainValue | None, record_type: type[T], origin: Origin) -> T | None:
    """What is left of a record without its wrong fields, marked incomplete; None if one of them is required.

    So that what refers to the record, and what it refers to, can be checked in the same run.
    """
    from noticeboard.reading.flaws import salvage

    return salvage(value, record_type, origin)
