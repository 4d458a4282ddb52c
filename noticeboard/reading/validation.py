"""How records are checked and made: a declaration, said to the core of pydantic in its own words.

    record type ─ validator_of ▶ SchemaValidator ─ validate_python ▶ record, or every problem at once

pydantic itself would read the same off the same annotations, but it looks into every type far enough to write it
out again, which takes 0.1 s at each start, as much as all else that a check of one file does. A declaration needs
five forms: `Read`, `Prepare`, `GIVEN`, a group (a dataclass) and several of one form.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import SchemaValidator

from noticeboard.reading.shapes import hints_of
from noticeboard.records import GIVEN, Prepare, Read

_PLAIN: frozenset[Any] = frozenset((bool, int, str))
Schema = Any
"""A schema of pydantic-core: nested mappings with a `type`."""


@cache
def validator_of(record_type: type) -> SchemaValidator:
    """The validator of a dataclass; TypeError for a field of which nothing says how it is read."""
    return SchemaValidator(_group(record_type))


@cache
def _group(record_type: type) -> Schema:
    hints = hints_of(record_type)
    items = [item for item in fields(record_type) if item.init]
    return {
        "type": "dataclass",
        "cls": record_type,
        "fields": [item.name for item in items],
        "post_init": hasattr(record_type, "__post_init__"),
        "schema": {
            "type": "dataclass-args",
            "dataclass_name": record_type.__name__,
            "fields": [_field(item, hints[item.name]) for item in items],
        },
    }


def _field(item: Field[Any], annotation: object) -> Schema:
    schema = _schema(annotation)
    if item.default is not MISSING:
        schema = {"type": "default", "schema": schema, "default": item.default}
    elif item.default_factory is not MISSING:
        schema = {"type": "default", "schema": schema, "default_factory": item.default_factory}
    return {"type": "dataclass-field", "name": item.name, "schema": schema, "kw_only": item.kw_only}


def _schema(annotation: Any) -> Schema:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return _marked(inner, marks)
    if get_origin(annotation) in (Union, types.UnionType):
        one, none = sorted(get_args(annotation), key=lambda each: each is types.NoneType)
        if none is types.NoneType:
            return {"type": "nullable", "schema": _schema(one)}
    if get_origin(annotation) is tuple and get_args(annotation)[1:] == (...,):
        item = _schema(get_args(annotation)[0])
        return {"type": "tuple", "items_schema": [item], "variadic_item_index": 0}
    if annotation in _PLAIN:
        return {"type": annotation.__name__}
    if isinstance(annotation, type) and is_dataclass(annotation):
        return _group(annotation)
    raise TypeError(f"nothing says how {annotation} is read")


def _marked(inner: object, marks: list[object]) -> Schema:
    """What is read as the first mark says that says anything."""
    for mark in marks:
        if mark is GIVEN:
            return {"type": "any"}
        if isinstance(mark, Read):
            return {"type": "function-plain", "function": _function(mark.function)}
        if isinstance(mark, Prepare):
            return {
                "type": "function-before",
                "function": _function(mark.function),
                "schema": _schema(inner),
            }
    return _schema(inner)


def _function(function: object) -> Schema:
    return {"type": "no-info", "function": function}
