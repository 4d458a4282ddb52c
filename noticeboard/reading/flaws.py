"""What is wrong with a mapping that makes no record: keys nobody declares, values that cannot be read, all at once.

    plain mapping ─ rename keys ▶ English keys ─ pydantic ▶ record, or one Diagnostic a problem

pydantic checks values, this module checks keys, because only the declaration knows the Chinese spellings. Must never
accept a key that no field declares. Imported when the first mapping has a flaw: the core of pydantic takes a tenth of
the time that a check of one file may take.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic_core import ErrorDetails, ValidationError

from noticeboard.diagnostics import Diagnostic, KeyPath, Origin, Problem, code
from noticeboard.languages import Words
from noticeboard.reading.shapes import Shape, shape_of
from noticeboard.reading.validation import validator_of
from noticeboard.reading.yaml import PlainValue

T = TypeVar("T")

E_UNKNOWN_KEY = code("E-UNKNOWN-KEY", "没有这个字段", "there is no such field")
E_KEY_TWICE = code("E-KEY-TWICE", "同一个字段写了两次", "one field is written twice")
E_MISSING = code("E-MISSING", "缺少必填字段", "a required field is missing")
E_GROUP = code("E-GROUP", "这里应当是一组字段", "a group of fields is expected here")
E_LIST = code("E-LIST", "这里应当是一个列表", "a list is expected here")
E_VALUE = code("E-VALUE", "值写得不对", "a value is not written as it must be")


def told(value: PlainValue | None, record_type: type[T], origin: Origin) -> tuple[T | None, list[Diagnostic]]:
    """The record that pydantic makes of a plain mapping, or None with every problem in it."""
    diagnostics: list[Diagnostic] = []
    if not isinstance(value, dict):
        return None, [_not_a_group(origin)]
    shape = shape_of(record_type)  # type: ignore[arg-type]  # as above
    renamed = _rename(value, shape, origin, (), diagnostics)
    given = {"origin": origin} if shape.has_origin else {}
    try:
        record = validator_of(record_type).validate_python(renamed | given)  # type: ignore[arg-type]  # as above
    except ValidationError as error:
        diagnostics.extend(
            _diagnostic(details, origin, record_type) for details in error.errors(include_url=False)
        )
        return None, diagnostics
    return (None, diagnostics) if diagnostics else (record, [])


def salvage(value: PlainValue | None, record_type: type[T], origin: Origin) -> T | None:
    """The record without its wrong fields, marked incomplete; None if one of them is required."""
    if not isinstance(value, dict):
        return None
    validator = validator_of(record_type)  # type: ignore[arg-type]  # classes are hashable
    renamed = _rename(value, shape_of(record_type), origin, (), [])  # type: ignore[arg-type]  # as above
    given = {"origin": origin, "incomplete": True}
    try:
        return cast("T", validator.validate_python({**renamed, **given}))
    except ValidationError as error:
        wrong = {details["loc"][0] for details in error.errors(include_url=False)}
    kept = {name: item for name, item in renamed.items() if name not in wrong}
    try:
        return cast("T", validator.validate_python({**kept, **given}))
    except ValidationError:
        return None


def _rename(
    value: Mapping[str, PlainValue | None],
    shape: Shape,
    origin: Origin,
    trail: KeyPath,
    diagnostics: list[Diagnostic],
) -> dict[str, Any]:
    """The mapping at `trail` below `origin` under the names of the record's fields; empty values are left out."""
    renamed: dict[str, Any] = {}
    written: dict[str, str] = {}
    for key, item in value.items():
        field = shape.by_key.get(key)
        if field is None:
            diagnostics.append(_unknown_key(key, shape, origin.at(*trail)))
        elif field.name in written:
            diagnostics.append(_key_twice(written[field.name], key, origin.at(*trail)))
        else:
            written[field.name] = key
            if item is None or (field.required and isinstance(item, str) and not item.strip()):
                continue  # nothing is written
            if field.inner is not None and not isinstance(item, str):
                item = _inside(item, shape_of(field.inner), origin, (*trail, key), diagnostics)
            renamed[field.name] = item
    return renamed


def _inside(item: Any, shape: Shape, origin: Origin, trail: KeyPath, diagnostics: list[Diagnostic]) -> Any:
    """A group, a list of groups or groups under keys that are data, renamed; what is none stays as it is."""

    def rename(each: Any, at: KeyPath) -> Any:
        return _rename(each, shape, origin, at, diagnostics) if isinstance(each, dict) else each

    if isinstance(item, list):
        return [rename(each, (*trail, index)) for index, each in enumerate(item)]
    if isinstance(item, dict) and _is_keyed(item, shape):
        return {key: rename(each, (*trail, key)) for key, each in item.items()}
    return rename(item, trail)


def _is_keyed(item: Mapping[str, Any], shape: Shape) -> bool:
    """Whether a mapping has groups under keys that are data (years of a calendar), not names of fields."""
    return "year" in shape.by_key and bool(item) and not any(key in shape.by_key for key in item)


def _unknown_key(key: str, shape: Shape, origin: Origin) -> Diagnostic:
    known = [spelling for field in shape.fields for spelling in (field.key, field.zh)]
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    names_zh = "、".join(field.zh for field in shape.fields)
    names_en = ", ".join(field.key for field in shape.fields)
    remedy = (
        Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
        if near
        else Words(f"这里可以写：{names_zh}", f"the fields here are: {names_en}")
    )
    message = Words(f"没有名为“{key}”的字段", f"there is no field “{key}”")
    return Diagnostic(E_UNKNOWN_KEY, message, remedy, origin.at(key), about_key=True)


def _key_twice(first: str, second: str, origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_KEY_TWICE,
        Words(f"“{first}”和“{second}”是同一个字段", f"“{first}” and “{second}” are the same field"),
        Words("只留一个", "keep one of them"),
        origin.at(second),
        about_key=True,
    )


def _not_a_group(origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_GROUP,
        Words("这里应当是一组“字段: 值”", "a group of “field: value” is expected here"),
        Words(
            "每行写一个字段，冒号后面空一格，例如 标题: 接通天然气",
            "write one field a line: title: Gas connected",
        ),
        origin,
    )


def _diagnostic(details: ErrorDetails, origin: Origin, record_type: type) -> Diagnostic:
    names = tuple(part for part in details["loc"])
    here = origin.at(*_keys(names))
    kind = details["type"]
    error = details.get("ctx", {}).get("error")
    if isinstance(error, Problem):
        return error.at(here)
    if kind == "missing":
        return _missing(names, origin, record_type)
    if kind in ("dataclass_type", "dataclass_exact_type"):
        return _not_a_group(here)
    if kind in ("tuple_type", "list_type"):
        return Diagnostic(
            E_LIST,
            Words("这里应当是一个列表", "a list is expected here"),
            Words("每项一行，前面写“- ”", "write one item a line, each after “- ”"),
            here,
        )
    return Diagnostic(
        E_VALUE,
        Words(f"这个值读不懂：{details['msg']}", f"this value cannot be read: {details['msg']}"),
        Words("按说明改写", "write it as the field's description says"),
        here,
    )


def _keys(names: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The key path of a location in the record: field names without the mark of reserved words."""
    return tuple(name.rstrip("_") if isinstance(name, str) else name for name in names)


def _missing(names: tuple[str | int, ...], origin: Origin, record_type: type) -> Diagnostic:
    group: type = record_type
    for name in names[:-1]:
        inner = next((f.inner for f in shape_of(group).fields if f.name == name), None)
        group = inner or group
    field = next(f for f in shape_of(group).fields if f.name == names[-1])
    return Diagnostic(
        E_MISSING,
        Words(f"缺少必填的“{field.zh}”（{field.key}）", f"the required field “{field.key}” is missing"),
        Words(f"加一行 {field.key}: …（或 {field.zh}: …）", f"add a line {field.key}: …"),
        origin.at(*_keys(names)),
    )
