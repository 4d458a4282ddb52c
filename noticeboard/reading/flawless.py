"""The record of a mapping in which nothing is wrong, made by one call: nearly every record there is.

    plain mapping ─ flawless ▶ record; None where anything at all is to be said about it

The core of pydantic looks up both spellings of each key, reads each value and refuses what no field declares. It
does not say what is wrong: `reading.decode` reads the mapping once more for that, field by field. So this module
has no messages, and must never make a record that `decode` would not make; where it could (an empty value, which
`decode` leaves out) it makes none.

Only what is written is kept in a record: all else is found where dataclasses keep defaults, in the class. Most
fields of most records are not written, so records are smaller, and are copied and pickled in less time than those
that pydantic makes, defaults and all. One call for all rows of a file gained nothing over a call a row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic_core import SchemaValidator

from noticeboard.reading.validation import Schema, hints_of
from noticeboard.records import Field, Prepare, Read, Record

R = TypeVar("R", bound=Record)


def flawless(value: object, record_type: type[R]) -> R | None:
    """The record that a plain mapping describes without a flaw, its origin left out."""
    try:
        record: R = _validator(record_type).validate_python(value)  # type: ignore[arg-type]  # classes are hashable
    except (
        ValueError,
        TypeError,
        AttributeError,
    ):  # of pydantic, and of readers of text that were given none
        return None
    return record


@cache
def _validator(record_type: type[Record]) -> SchemaValidator:
    return SchemaValidator(_group(record_type))


def _group(record_type: type) -> Schema:
    hints = hints_of(record_type)
    known = {}
    for item in fields(record_type):
        declared = next((each for each in get_args(hints[item.name]) if isinstance(each, Field)), None)
        if declared is not None:
            schema, is_required = _schema(hints[item.name]), item.default is MISSING
            known[item.name] = {
                "type": "typed-dict-field",
                "schema": _after(_not_blank, schema) if is_required else schema,
                "required": is_required,
                "validation_alias": [[item.name.rstrip("_")], [declared.zh]],
            }
    return {
        "type": "function-after",
        "function": _function(_maker(record_type)),
        "schema": {"type": "typed-dict", "fields": known, "extra_behavior": "forbid"},
    }


def _maker(record_type: Any) -> Callable[[dict[str, Any]], object]:
    new = record_type.__new__

    def make(values: dict[str, Any]) -> object:
        record = new(record_type)
        record.__dict__ = values
        return record

    return make


def _schema(annotation: Any) -> Schema:
    """What is read from a value that is written, so that an optional type is the type itself."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        mark = next((each for each in marks if isinstance(each, Read | Prepare)), None)
        if isinstance(mark, Read):
            return {"type": "function-plain", "function": _function(mark.of_text)}
        return _schema(inner) if mark is None else _after(mark.function, _schema(inner))
    if is_dataclass(annotation):
        return _group(annotation)  # type: ignore[arg-type]  # a type, not a value of one
    if get_origin(annotation) is None:
        raise TypeError(f"nothing says how {annotation} is read")
    inner = next(each for each in get_args(annotation) if each not in (type(None), ...))
    if get_origin(annotation) is tuple:
        return {"type": "tuple", "items_schema": [_schema(inner)], "variadic_item_index": 0}
    return _remembered(_schema(inner)) if is_dataclass(inner) else _schema(inner)


def _remembered(group: Schema) -> Schema:
    """The same, made once where one mapping stands in many rows: the consent of all volunteers, by an alias."""
    last: tuple[object, object] = (None, None)

    def read(value: object, make: Callable[[object], object]) -> object:
        nonlocal last
        if value is not last[0]:
            last = (value, make(value))
        return last[1]

    return {"type": "function-wrap", "function": _function(read), "schema": group}


def _after(function: Callable[[Any], object], schema: Schema) -> Schema:
    return {"type": "function-before", "function": _function(function), "schema": schema}


def _not_blank(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise ValueError("nothing is written")
    return value


def _function(function: Callable[..., object]) -> Schema:
    return {"type": "no-info", "function": function}
