"""Numbers of persons that may stand in no file, or in no text that is published.

Every scalar of every file is looked at before it is decoded, so no field can be forgotten. A field that is
declared as never published (a private phone) may hold a phone; an identity number or a bank card may stand
nowhere.
"""

from __future__ import annotations

from noticeboard.diagnostics import Diagnostic, KeyPath, Origin
from noticeboard.reading.scan import E_PRIVATE_PHONE, FEWEST_DIGITS, FEWEST_OF_NO_PHONE, find_private
from noticeboard.reading.shapes import Shape, shape_of
from noticeboard.reading.yaml import PlainValue
from noticeboard.records import Privacy


def private_numbers(value: PlainValue, record_type: type, origin: Origin) -> list[Diagnostic]:
    """Every private number in a plain value that will become a record of `record_type`."""
    found: list[Diagnostic] = []
    _search(value, shape_of(record_type), origin, (), found, exempt=False)
    return found


def _search(
    value: PlainValue,
    shape: Shape | None,
    origin: Origin,
    trail: KeyPath,
    found: list[Diagnostic],
    *,
    exempt: bool,
) -> None:
    """Add what is in the value at `trail` below `origin`; in an `exempt` one a phone may stand."""
    if isinstance(value, str):
        if exempt and len(value) < FEWEST_OF_NO_PHONE:
            return
        for finding in find_private(value):
            if not (exempt and finding.code == E_PRIVATE_PHONE):
                found.append(finding.problem.at(origin.at(*trail)))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _search(item, shape, origin, (*trail, index), found, exempt=exempt)
    elif isinstance(value, dict):
        for key, item in value.items():
            if len(key) >= FEWEST_DIGITS:
                found.extend(finding.problem.at(origin.at(*trail)) for finding in find_private(key))
            if item is None or (isinstance(item, str) and len(item) < FEWEST_DIGITS):
                continue  # nearly every value
            field = shape.by_key.get(key) if shape else None
            never = field is not None and field.declaration.privacy is Privacy.NEVER
            inner = shape_of(field.inner) if field is not None and field.inner else None
            _search(item, inner, origin, (*trail, key), found, exempt=never)
