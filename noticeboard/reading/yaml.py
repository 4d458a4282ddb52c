"""YAML as written: a builder of plain values over the events of PyYAML's parser.

PyYAML's own constructors turn `010` into 8, `no` into False and `12:30` into 750, let a repeated key win in
silence and obey tags. People who keep phone numbers and dates must be able to trust that what they typed is
what is published, so here every scalar stays text and a type is only given later, by the field. The events
come from libyaml where it is present and from PyYAML's parser in Python where it is not.

    text ─ simple_yaml ▶ dict, list, str, None
      or, with anything odd in it ─ parser ▶ events ─ build ▶ the same + diagnostics with positions

The first mistake of syntax ends a file; repeated keys, tags and unusable keys are all reported together, and
the rest of the value is still returned, so that later stages find their problems in the same run. Positions
are worked out for problems only. This module must never raise on any text and never return a scalar that is not text.
"""

from __future__ import annotations

import re

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from noticeboard.diagnostics import Diagnostic, Origin, Position, Problem
from noticeboard.reading.mistakes import explain, explain_plain_text
from noticeboard.reading.odd_yaml import (
    duplicate_key,
    second_document,
    start_of_level,
    tag,
    too_deep,
    too_many_aliases,
    unknown_alias,
    unusable_character,
    unusable_key,
)
from noticeboard.reading.parser import Event, new_parser
from noticeboard.reading.positions import position_at
from noticeboard.reading.simple_yaml import EMPTY, MOST_ALIASED, MOST_LEVELS, load_simple
from noticeboard.reading.simple_yaml import PlainValue as PlainValue

UNUSABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)  # said by what it is, which compiles in a tenth of the time that its opposite takes
"""What YAML refuses, and the line separators that YAML takes for line ends and editors do not show."""


def load(text: str, file: str, *, line_offset: int = 0) -> tuple[PlainValue | None, list[Diagnostic]]:
    """The mapping or list in `text`, with what is wrong in it.

    A plain empty value, `~` or `null` is None; any other scalar is text as written. A file that says nothing
    is the empty mapping `{}`. The value is None when the file had to be given up. `line_offset` is added to
    the lines of positions, for front matter.
    """
    builder = _Builder(text, file)
    try:
        value = builder.value()
    except _GiveUp:
        value = None
    found = builder.diagnostics
    return value, [_moved(diagnostic, line_offset) for diagnostic in found] if line_offset else found


def _moved(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    at = diagnostic.position
    if at is None:
        return diagnostic
    problem = Problem(diagnostic.code, diagnostic.message, diagnostic.remedy)
    position = Position(at.line + lines, at.column, at.length)
    return problem.at(diagnostic.origin, position=position, about_key=diagnostic.about_key)


TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml says, from PyYAML 6.0.4 on, before it has told a single event."""


class _GiveUp(Exception):  # it ends the reading of one file, its cause is already reported
    pass


class _Builder:
    """The state of reading one text: its parser, the anchors so far and the problems found."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.diagnostics: list[Diagnostic] = []
        self.anchors: dict[str, tuple[PlainValue, int]] = {}
        self.path: list[str | int] = []
        self.aliased = 0
        self.nodes = 0
        self.scalar: Event | None = None

    def value(self) -> PlainValue:
        """The value of the text, until a mistake of syntax, which is reported and ends the file."""
        unusable = UNUSABLE.search(self.text)
        if unusable:
            self._report(unusable_character(unusable[0]), position_at(self.text, unusable.start()))
            raise _GiveUp
        simple = load_simple(self.text)
        if simple is not None:
            return simple
        try:
            self.next_event = new_parser(self.text).get_event
            return self._document()
        except yaml.MarkedYAMLError as error:
            self.path.clear()
            if error.problem == TOO_DEEP_FOR_LIBYAML:
                self._report(too_deep(), position_at(self.text, start_of_level(self.text, MOST_LEVELS + 1)))
            else:
                self._report(*explain(self.text, error, self.scalar))
            raise _GiveUp from error

    def _document(self) -> PlainValue:
        """The one document of the text."""
        self.next_event()  # the start of the stream
        if type(self.next_event()) is StreamEndEvent:
            return {}
        first = self.next_event()
        value = self._value(first, 0)
        self.next_event()  # the end of the document
        following = self.next_event()
        if type(following) is DocumentStartEvent:
            self._report(second_document(), self._mark(following))
        if value is None:
            return {}
        if isinstance(value, str):
            self._report(*explain_plain_text(self.text, first.start_mark.index))
            raise _GiveUp
        return value

    def _value(self, event: Event, level: int) -> PlainValue:
        if event.anchor is None and event.tag is None:  # nearly every value
            return self._content(event, level)
        if type(event) is AliasEvent:
            return self._alias(event)
        if event.tag is not None:
            self._report(tag(), self._mark(event))
        before = self.nodes
        value = self._content(event, level)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, self.nodes - before)
        return value

    def _content(self, event: Event, level: int) -> PlainValue:
        self.nodes += 1
        if type(event) is ScalarEvent:
            self.scalar = event
            text: str = event.value
            return text if event.style or text not in EMPTY else None
        if level == MOST_LEVELS:
            self._report(too_deep(), self._mark(event))
            raise _GiveUp
        return self._list(level + 1) if type(event) is SequenceStartEvent else self._mapping(level + 1)

    def _list(self, level: int) -> list[PlainValue]:
        values: list[PlainValue] = []
        path = self.path
        path.append(0)
        while type(event := self.next_event()) is not SequenceEndEvent:
            path[-1] = len(values)
            values.append(self._value(event, level))
        path.pop()
        return values

    def _mapping(self, level: int) -> dict[str, PlainValue]:
        values: dict[str, PlainValue] = {}
        starts: dict[str, int] = {}
        next_event, path = self.next_event, self.path
        while type(event := next_event()) is not MappingEndEvent:
            key = self._key(event, level)
            if key is None:
                self._value(next_event(), level)
                continue
            path.append(key)
            value = self._value(next_event(), level)
            if key not in starts:
                starts[key], values[key] = event.start_mark.index, value
            else:
                self._report_duplicate(key, starts[key], event)
            path.pop()
        return values

    def _key(self, event: Event, level: int) -> str | None:
        """The text of a key, or None for one that cannot be used, which is read past and reported."""
        if type(event) is not ScalarEvent or not event.value or event.value == "<<":
            self._report(unusable_key(event), self._mark(event), about_key=True)
            self._value(event, level)
            return None
        self._value(event, level)
        text: str = event.value
        return text

    def _alias(self, event: Event) -> PlainValue:
        if event.anchor not in self.anchors:
            self._report(unknown_alias(event.anchor), self._mark(event))
            return None
        value, size = self.anchors[event.anchor]
        self.aliased += size
        self.nodes += size
        if self.aliased > MOST_ALIASED:
            self._report(too_many_aliases(), self._mark(event))
            raise _GiveUp
        return value

    def _report_duplicate(self, key: str, first: int, event: Event) -> None:
        position = self._mark(event)
        first_line = position_at(self.text, first).line
        self._report(duplicate_key(key, first_line, position.line), position, about_key=True)

    def _mark(self, event: Event) -> Position:
        start, end = event.start_mark.index, event.end_mark.index
        return position_at(self.text, start, end - start)

    def _report(self, problem: Problem, position: Position, *, about_key: bool = False) -> None:
        origin = Origin(self.file, tuple(self.path))
        self.diagnostics.append(problem.at(origin, position=position, about_key=about_key))
