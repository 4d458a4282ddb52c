"""YAML as written: a builder of plain values over the events of PyYAML's parser.

PyYAML's own constructors turn `010` into 8, `no` into False and `12:30` into 750, let a repeated key win in
silence and obey tags. People who keep phone numbers and dates must be able to trust that what they typed is
what is published, so here every scalar stays text and a type is only given later, by the field. The events
come from libyaml where it is present and from PyYAML's parser in Python where it is not.

    text ─ parser ▶ events ─ build ▶ dict, list, str, None + diagnostics with positions

The first mistake of syntax ends a file; repeated keys, tags and unusable keys are all reported together, and
the rest of the value is still returned, so that later stages find their problems in the same run. Most of
the time goes into the events themselves, so a position is worked out for a problem only; taking plain
scalars without a call of their own did not pay.

This module must never raise on any text and never return a scalar that is not text.
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

from noticeboard.diagnostics import Diagnostic, Origin, Position, Problem, code
from noticeboard.languages import Words
from noticeboard.reading.mistakes import explain, explain_plain_text
from noticeboard.reading.parser import Event, new_parser
from noticeboard.reading.positions import position_at

PlainValue = None | str | list["PlainValue"] | dict[str, "PlainValue"]
"""What a file says, before any type: shared by aliases, so never to be changed in place."""

MOST_LEVELS = 50
MOST_ALIASED = 10_000
"""How many values the aliases of one file may repeat, all together."""
EMPTY = frozenset({"", "~", "null"})

E_CHARACTER = code("E-CHARACTER", "文件里有看不见的控制字符", "an invisible control character")
E_DUPLICATE_KEY = code("E-DUPLICATE-KEY", "同一个键写了两次", "a key that is given twice")
E_TAG = code("E-TAG", "用了 YAML 标签", "a YAML tag")
E_ALIAS = code("E-ALIAS", "YAML 别名有问题", "a YAML alias that cannot be used")
E_KEY = code("E-KEY", "键不能用", "a key that is not plain text")
E_DOCUMENTS = code("E-DOCUMENTS", "一个文件里有几份 YAML", "several YAML documents in one file")
E_DEPTH = code("E-DEPTH", "嵌套太深", "values nested too deep")

UNUSABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
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
            self._report(_character(unusable[0]), position_at(self.text, unusable.start()))
            raise _GiveUp
        try:
            self.next_event = new_parser(self.text).get_event
            return self._document()
        except yaml.MarkedYAMLError as error:
            self.path.clear()
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
            self._report(_documents(), self._mark(following))
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
            self._report(_tag(), self._mark(event))
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
            self._report(_depth(), self._mark(event))
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
            self._report(_key_problem(event), self._mark(event), about_key=True)
            self._value(event, level)
            return None
        self._value(event, level)
        text: str = event.value
        return text

    def _alias(self, event: Event) -> PlainValue:
        if event.anchor not in self.anchors:
            self._report(_unknown_alias(event.anchor), self._mark(event))
            return None
        value, size = self.anchors[event.anchor]
        self.aliased += size
        self.nodes += size
        if self.aliased > MOST_ALIASED:
            self._report(_alias_bomb(), self._mark(event))
            raise _GiveUp
        return value

    def _report_duplicate(self, key: str, first: int, event: Event) -> None:
        position = self._mark(event)
        first_line = position_at(self.text, first).line
        self._report(_duplicate(key, first_line, position.line), position, about_key=True)

    def _mark(self, event: Event) -> Position:
        start, end = event.start_mark.index, event.end_mark.index
        return position_at(self.text, start, end - start)

    def _report(self, problem: Problem, position: Position, *, about_key: bool = False) -> None:
        origin = Origin(self.file, tuple(self.path))
        self.diagnostics.append(problem.at(origin, position=position, about_key=about_key))


def _character(character: str) -> Problem:
    name = f"U+{ord(character):04X}"
    return Problem(
        E_CHARACTER,
        Words(
            f"这里有看不见的控制字符 {name}，多半是粘贴时带进来的", f"an invisible control character {name}"
        ),
        Words(
            "删去它：把前后的字一起删掉重打", "delete it: remove the letters around it and type them again"
        ),
    )


def _duplicate(key: str, first: int, second: int) -> Problem:
    return Problem(
        E_DUPLICATE_KEY,
        Words(
            f"键“{key}”写了两次：第 {first} 行和第 {second} 行",
            f"the key “{key}” is given twice: on lines {first} and {second}",
        ),
        Words("留下一个，删去另一个", "keep one and delete the other"),
    )


def _tag() -> Problem:
    return Problem(
        E_TAG,
        Words(
            "以 ! 开头的写法是 YAML 标签，这里不能用",
            "a word that starts with ! is a YAML tag, which is not allowed",
        ),
        Words("如果是文字，用引号括起来；否则删去标签", "put quotes around text; otherwise delete the tag"),
    )


def _key_problem(event: Event) -> Problem:
    if isinstance(event, ScalarEvent) and event.value == "<<":
        message = Words("不能用合并键 <<", "the merge key << is not supported")
    elif isinstance(event, ScalarEvent):
        message = Words("冒号前面缺少键名", "there is no key before the colon")
    else:
        message = Words(
            "键只能是一段文字，不能是列表、映射或别名", "a key is text, not a list, a mapping or an alias"
        )
    return Problem(
        E_KEY,
        message,
        Words("写成“键: 值”，例如 name: 示例小区", "write “key: value”, for example name: 示例小区"),
    )


def _documents() -> Problem:
    return Problem(
        E_DOCUMENTS,
        Words(
            "这一行 --- 开始了第二份 YAML，一个文件只能有一份",
            "this line --- starts a second YAML document in the file",
        ),
        Words(
            "删去这一行 ---，或把后面的内容移到另一个文件",
            "delete the line ---, or move what follows to another file",
        ),
    )


def _depth() -> Problem:
    return Problem(
        E_DEPTH,
        Words(f"嵌套超过 {MOST_LEVELS} 层", f"values are nested more than {MOST_LEVELS} levels deep"),
        Words("检查括号和缩进，减少层数", "check brackets and indentation and use fewer levels"),
    )


def _unknown_alias(name: str) -> Problem:
    return Problem(
        E_ALIAS,
        Words(
            f"以 * 开头的 *{name} 是 YAML 别名，但前面没有 &{name}",
            f"*{name} is a YAML alias, but there is no &{name} before it",
        ),
        Words(f'如果是文字，加上引号："*{name}"', f'if it is text, put quotes around it: "*{name}"'),
    )


def _alias_bomb() -> Problem:
    return Problem(
        E_ALIAS,
        Words(
            f"别名展开后超过 {MOST_ALIASED} 个值", f"the aliases stand for more than {MOST_ALIASED} values"
        ),
        Words("不用别名，直接写出内容", "write the content out without aliases"),
    )
