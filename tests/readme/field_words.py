"""What may be written in a field and who sees it, in words, read off the field's own declaration."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from noticeboard import records
from noticeboard.kinds.place import Level
from noticeboard.languages import Language, Words
from noticeboard.reading.shapes import FieldShape, shape_of
from noticeboard.records import Choice, Consent, Privacy

SCALARS = (
    (records.Text, Words("文字", "text")),
    (records.Markdown, Words("长文字，可用 Markdown", "text, Markdown allowed")),
    (records.Identifier, Words("编号", "id")),
    (records.Whole, Words("整数", "whole number")),
    (records.Flag, Words("是、否", "yes or no")),
    (records.Phone, Words("办公电话", "office phone")),
    (records.Day, Words("某一天", "day")),
    (records.WhenField, Words("时间，知道多细写多细", "date, as exact as it is known")),
    (records.MoneyField, Words("金额，单位元", "money in yuan")),
    (
        records.TimeWindowField,
        Words("时段，如 16:00-21:00、22:00-06:00", "hours, such as 16:00-21:00 or 22:00-06:00"),
    ),
    (records.Hours, Words("时长，如 3、2.5、2小时30分", "length of time, such as 3, 2.5 or 2:30")),
    (records.QuantityField, Words("数量，可带余、近、约、≥", "number, with its hedge if it has one")),
)
BY_VALIDATOR = {id(alias.__metadata__[0]): words for alias, words in SCALARS}
REFERENCE = Words("引用", "reference")
PLACES = Words("地点的路径，一个或几个", "path of a place, one or several")
GROUP = Words("一组字段", "group of fields")
GROUPS = Words("一组或几组字段", "one or several groups of fields")
SEVERAL = Words("{}，一个或几个", "{}, one or several")
REQUIRED = Words("必填。", "Required. ")
REFERENCES = {"parent", "organization", "team", "sum", "product", "parts", "records", "of", "to"}
"""Fields whose text is a reference; the type is that of any text, so the declarations cannot tell."""
SEEN = {
    Privacy.PUBLIC: Words("公开", "public"),
    Privacy.CONSENT: Words("须本人同意", "with consent"),
    Privacy.NEVER: Words("不公开", "never"),
}
WITHHELD = Words("公开，本站可从严", "public, unless the site is stricter")
BY_POST = Words(
    "须本人同意；党组织、居民自治组织的任职人员公开",
    "with consent; public with a post in a party or self-governing organization",
)


@dataclass(frozen=True)
class FieldRow:
    """A field as the tables show it: keys with the groups they stand in, what to write, who sees it."""

    key: str
    zh: str
    write: Words
    seen: Words


def field_rows(
    record: type, *, without: frozenset[str] = frozenset(), prefix: str = "", zh: str = ""
) -> Iterator[FieldRow]:
    """Every field of a record, and behind a group those in it; `without` names fields told elsewhere."""
    hints = get_type_hints(record, include_extras=True)
    for shape in shape_of(record).fields:
        if shape.key in without:
            continue
        key, name = prefix + shape.key, zh + shape.zh
        written = written_words(hints[shape.name], shape.key)
        required = REQUIRED if shape.required else Words("", "")
        yield FieldRow(key, name, _joined(required, written), seen_words(shape, record))
        if shape.inner is not None:
            yield from field_rows(shape.inner, prefix=f"{key}.", zh=f"{name}.")


def keys_of(record: type, prefix: str = "", zh: str = "") -> Iterator[tuple[str, str]]:
    """The keys alone, in English and in Chinese."""
    for shape in shape_of(record).fields:
        yield prefix + shape.key, zh + shape.zh
        if shape.inner is not None:
            yield from keys_of(shape.inner, f"{prefix}{shape.key}.", f"{zh}{shape.zh}.")


def _joined(first: Words, second: Words) -> Words:
    return Words(first.zh + second.zh, first.en + second.en)


def seen_words(shape: FieldShape, record: type) -> Words:
    """Who may see a field."""
    declared = shape.declaration
    if shape.inner is Consent or record is Consent:
        return SEEN[Privacy.NEVER]
    if declared.public_if is not None:
        return BY_POST
    if declared.privacy is Privacy.PUBLIC and declared.is_personal:
        return WITHHELD
    return SEEN[declared.privacy]


def written_words(annotation: Any, key: str) -> Words:
    """What may be written in a field of this type."""
    inner, is_several = _item(annotation)
    if key == "places":
        return PLACES
    if isinstance(inner, type) and issubclass(inner, Choice):
        words = Words(_choices(inner, "zh"), _choices(inner, "en"))
    elif shape_words := _scalar(inner, annotation):
        words = REFERENCE if key in REFERENCES and shape_words == SCALARS[0][1] else shape_words
    else:
        return GROUPS if is_several else GROUP
    return Words(SEVERAL.zh.format(words.zh), SEVERAL.en.format(words.en)) if is_several else words


def _item(annotation: Any) -> tuple[Any, bool]:
    """The type inside Annotated, optional types and tuples, and whether a tuple was among them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _item(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _item(next(each for each in get_args(annotation) if each is not type(None)))
    if origin is tuple:
        return _item(get_args(annotation)[0])[0], True
    return annotation, False


def _scalar(inner: Any, annotation: Any) -> Words | None:
    for item in _metadata(annotation):
        if id(item) in BY_VALIDATOR:
            return BY_VALIDATOR[id(item)]
    assert not isinstance(inner, type) or inner not in (str, int, bool), f"no words for {annotation}"
    return None


def _metadata(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for argument in get_args(annotation):
        yield from _metadata(argument)


def _choices(choice: type[Choice], language: Language) -> str:
    members = [member for member in choice if member is not Level.SITE]
    if language == "zh":
        return "、".join(f"{member.words.zh}（`{member.value}`）" for member in members)
    return ", ".join(f"`{member.value}` ({member.words.zh})" for member in members)
