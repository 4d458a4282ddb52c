"""What a declaration says of its fields: names in both languages, keys, groups inside.

    record type ─ shape_of ▶ Shape

The declaration of a record (`Annotated[type, Field(...)]`) is the only description that is used; it is read off once
a type, and only when somebody asks: most commands ask for few types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from noticeboard.frozen import dataclass
from noticeboard.records import Field


@cache
def hints_of(record_type: type) -> Mapping[str, Any]:
    """The annotations of a dataclass, each evaluated once: that takes longer than all else that is done with them."""
    return get_type_hints(record_type, include_extras=True)


@dataclass(frozen=True)
class FieldShape:
    """One field as files may write it: its name in the record, its keys, what stands inside it."""

    name: str
    key: str
    zh: str
    declaration: Field
    inner: type | None
    required: bool


@dataclass(frozen=True)
class Shape:
    """All fields of a record type or of a group inside one."""

    fields: tuple[FieldShape, ...]
    by_key: Mapping[str, FieldShape]
    has_origin: bool
    """Whether a value of the type says where it comes from."""


@cache
def shape_of(record_type: type) -> Shape:
    """The shape of a dataclass whose fields are annotated with `Field`."""
    hints = hints_of(record_type)
    found = []
    for item in fields(record_type):
        declaration = next((m for m in get_args(hints[item.name]) if isinstance(m, Field)), None)
        if declaration is None:
            continue
        required = item.default is MISSING and item.default_factory is MISSING
        key = item.name.rstrip("_")
        found.append(
            FieldShape(item.name, key, declaration.zh, declaration, _group_in(hints[item.name]), required)
        )
    by_key = {spelling: shape for shape in found for spelling in (shape.key, shape.zh)}
    return Shape(tuple(found), by_key, any(item.name == "origin" for item in fields(record_type)))


def _group_in(annotation: Any) -> type | None:
    """The dataclass of ours inside an annotation, through Annotated, tuples and optional types."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        hints = hints_of(annotation)
        is_ours = any(isinstance(m, Field) for hint in hints.values() for m in get_args(hint))
        return annotation if is_ours else None
    for argument in get_args(annotation):
        found = _group_in(argument)
        if found is not None:
            return found
    return None


_DECODED: set[type] = set()


def learn_spellings(record_type: type) -> None:
    """Let `spellings` know the names of a type."""
    _DECODED.add(record_type)


def spellings(key: str) -> frozenset[str]:
    """Every Chinese name under which a declaration that was learnt knows the English `key`."""
    return frozenset(zh for each in tuple(_DECODED) for known, zh in _names(each) if known == key)


@cache
def _names(record_type: type) -> frozenset[tuple[str, str]]:
    """Keys and Chinese names of a type and of the groups inside."""
    found = shape_of(record_type).fields
    inside = (_names(field.inner) for field in found if field.inner is not None)
    return frozenset((field.key, field.zh) for field in found).union(*inside)
