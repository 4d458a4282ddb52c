"""The record of a mapping in which nothing is wrong, made in one go: nearly every record there is.

    plain mapping ─ flawless ▶ record; None where anything at all is to be said about it

For every key that is written a table says which field it is, in either language, and what reads its value. Nothing
here says what is wrong: `reading.flaws` has pydantic read the mapping once more for that. So this module has no
messages, and must never make a record that `decode` would not make; where it could (an empty value, which `decode`
leaves out) it makes none.

Only what is written is looked at, and kept in a record: all else is found where dataclasses keep defaults, in the
class. Most fields of most records are not written, so records are smaller, and are copied and pickled in less time.
pydantic asks for each field under both of its names, whatever is written, and took twice as long; one call of it for
all rows of a file gained nothing over a call a row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from noticeboard.diagnostics import Origin, Problem
from noticeboard.reading.shapes import hints_of
from noticeboard.records import Field, Prepare, Read, listed

T = TypeVar("T")
Reader = Callable[[Any], Any]
"""What a value says; one of several exceptions where it is not as it should be."""


def flawless(value: object, record_type: type[T], origin: Origin) -> T | None:
    """The record that a plain mapping at `origin` describes without a flaw; a type that has no origin is none."""
    if not hasattr(record_type, "origin"):
        return None
    try:
        record: T = _group(record_type)(value)  # type: ignore[arg-type]  # classes are hashable
    except (
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
    ):  # of readers of text that were given none, too
        return None
    vars(record)["origin"] = origin
    return record


@cache
def _group(group: Any) -> Reader:
    """The reader of a mapping that becomes a record, or a group in one."""
    new, table = group.__new__, _table(group)
    required = frozenset(item.name for item in fields(group) if item.default is MISSING)

    def read(value: Any) -> object:
        written = {}
        for key, item in value.items():
            name, read_item = table[key]
            written[name] = read_item(item)
        if len(written) < len(value) or not required <= written.keys():
            raise ValueError("a field is written twice, or is missing")
        record = new(group)
        record.__dict__ = written
        return record

    return read


def _table(group: Any) -> Mapping[str, tuple[str, Reader]]:
    """The field and its reader for each key that a file may have."""
    hints = hints_of(group)
    table = {}
    for item in fields(group):
        declared = next((each for each in get_args(hints[item.name]) if isinstance(each, Field)), None)
        if declared is not None:
            read = _reader(hints[item.name])
            field = item.name, _not_blank(read) if item.default is MISSING else read
            table.update(dict.fromkeys((item.name.rstrip("_"), declared.zh), field))
    return table


def _reader(annotation: Any) -> Reader:
    """The reader of a value that is written, so that an optional type is the type itself."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        read = next((each.of_text for each in marks if isinstance(each, Read)), None)
        if read is not None:
            return read
        prepare = next((each.function for each in marks if isinstance(each, Prepare)), None)
        if prepare is None:
            return _reader(inner)
        several = _one_or_several(_reader(get_args(inner)[0]))
        return several if prepare is listed.function else _prepared(prepare, several)
    if is_dataclass(annotation):
        return _group(annotation)  # type: ignore[arg-type]  # classes are hashable
    if get_origin(annotation) not in (Union, UnionType):
        raise NotImplementedError(f"nothing says how {annotation} is read")
    inner = next(each for each in get_args(annotation) if each is not NoneType)
    return _remembered(_reader(inner)) if is_dataclass(inner) else _reader(inner)


def _one_or_several(read: Reader) -> Reader:
    def read_all(value: Any) -> tuple[object, ...]:
        return tuple([read(each) for each in value]) if isinstance(value, list) else (read(value),)

    return read_all


def _prepared(prepare: Reader, read: Reader) -> Reader:
    def read_prepared(value: Any) -> object:
        parts = prepare(value)
        return read(list(parts) if isinstance(parts, tuple) else parts)

    return read_prepared


def _not_blank(read: Reader) -> Reader:
    def read_written(value: Any) -> object:
        if isinstance(value, str) and not value.strip():
            raise ValueError("nothing is written")
        return read(value)

    try:
        read("")
    except Problem:
        return read  # which says so itself
    return read_written


def _remembered(read: Reader) -> Reader:
    """The same, made once where one mapping stands in many rows: the consent of all volunteers, by an alias."""
    last: tuple[object, object] = (None, None)

    def read_once(value: object) -> object:
        nonlocal last
        if value is not last[0]:
            last = (value, read(value))
        return last[1]

    return read_once
