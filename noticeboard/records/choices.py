"""Fields that take one of a few values: enumerations whose members carry their words in both languages.

A file may write the key or either word, in capitals or not; the message for any other value lists them all.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from noticeboard.diagnostics import Problem, code
from noticeboard.languages import Words
from noticeboard.records.field_types import from_text
from noticeboard.records.marks import Read

E_CHOICE = code("E-CHOICE", "不在可选的值之中", "not one of the values to choose from")


class Choice(StrEnum):
    """An enumeration whose members carry their words; written `NAME = "value", "中文", "English"`."""

    words: Words
    also: tuple[str, ...]

    def __new__(cls, value: str, zh: str, en: str, also: tuple[str, ...] = ()) -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = Words(zh, en)
        member.also = also
        return member


AnyChoice = TypeVar("AnyChoice", bound=Choice)


def choice(values: type[AnyChoice], *, without: tuple[Choice, ...] = ()) -> Read:
    """The validator of a field that takes one of `values`, by its key, Chinese or English word."""
    spellings: dict[str, AnyChoice] = {}
    members = [member for member in values if member not in without]
    for member in members:
        for spelling in (member.value, member.words.zh, member.words.en, *member.also):
            spellings[spelling.lower()] = member
    listed = Words(
        "、".join(f"{m.value}（{m.words.zh}）" if m.value != m.words.zh else m.value for m in members),
        ", ".join(m.value for m in members),
    )

    def parse(text: str) -> AnyChoice:
        try:
            return spellings[text.lower()]
        except KeyError:
            raise Problem(
                E_CHOICE,
                Words(f"“{text}”不是这里可以写的值", f"“{text}” is not a value for this field"),
                Words(f"可以写：{listed.zh}", f"write one of: {listed.en}"),
            ) from None

    return from_text(parse)
