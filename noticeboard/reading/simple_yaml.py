"""YAML that says nothing odd, composed at once: nearly every file, and a sixth faster than event by event.

libyaml makes the nodes, which is most of the time and cannot be less; a walk makes plain values of them. What
is not wholly plain (a mistake, a key that is odd or given twice, an odd anchor, a tag, many levels, a file that
is no mapping and no list) is left to `reading.yaml`, which tells what is wrong and where. This module must
never give another value than that one, and never say that anything is wrong.

An alias is the node of its anchor once more. A group on one line with no alias in it cannot be part of itself,
and what it makes when repeated can be bounded; to remember every node that may be repeated cost more than
composing saves. What such a group says is made once, and shared by all that repeat it.

Levels are bounded before anything is composed, because libyaml's composer recurses on the C stack; counting
them as the composer goes down cost more than composing saves.
"""

from __future__ import annotations

import re
from collections import deque
from typing import Any

import yaml
from yaml.nodes import ScalarNode, SequenceNode

from noticeboard.reading.parser import compose

PlainValue = None | str | list["PlainValue"] | dict[str, "PlainValue"]
"""What a file says, before any type: shared by aliases, so never to be changed in place."""

MOST_LEVELS = 50
MOST_ALIASED = 10_000
"""How many values the aliases of one file may repeat, all together."""
EMPTY = frozenset({"", "~", "null"})

MOST_COLUMNS = 15
MOST_BRACKETS = (MOST_LEVELS - 2 * MOST_COLUMNS) // 2
DEEPLY_INDENTED = re.compile(rf"\n[ \t?:-]{{{MOST_COLUMNS}}}")


def load_simple(text: str) -> PlainValue | None:
    """The mapping or list in `text`, which holds no character that YAML refuses; None if there is more to it."""
    if may_be_odd(text):
        return None
    try:
        root = compose(text)
        if root is None or type(root) is ScalarNode:
            return None
        value = _value(root, {} if "*" in text else None)
    except (yaml.MarkedYAMLError, _NotSimple):
        return None
    _latest.append(text)
    return value


_latest: deque[str] = deque(maxlen=8)


def was_simple(text: str) -> bool:
    """Whether `text` is one of the last that were loaded here: those of the place that is being read."""
    return text in _latest


def may_be_odd(text: str) -> bool:
    """Whether there may be a tag, an odd anchor, or more than `MOST_LEVELS` levels in `text`.

    A block begins on its line after blanks and the marks `- ? :` only, further right than the one around it,
    but for a list in a mapping; a bracket begins a list, and may begin a mapping of one pair with it.
    """
    return (
        "!" in text
        or ("&" in text and _may_repeat_much(text))
        or text.count("[") + text.count("{") > MOST_BRACKETS
        or DEEPLY_INDENTED.search(f"\n{text}") is not None
    )


ONE_LINE = re.compile(r"&[\w-]+ \{[^{}&*\"'#\n]*\}[ \t]*$", re.MULTILINE)
"""An anchor of a group that ends on its line and holds no other anchor or alias.

In quotes and comments a `}` ends nothing, so there are none in it."""


def _may_repeat_much(text: str) -> bool:
    """Whether there may be another anchor than such, or aliases that stand for more than `MOST_ALIASED` values."""
    anchored = ONE_LINE.findall(text)
    longest = max(map(len, anchored), default=0)  # a value takes a character at least
    return text.count("&") > len(anchored) or text.count("*") * longest > MOST_ALIASED


class _NotSimple(Exception):  # it ends the simple reading of one file, which is then read event by event
    pass


Repeated = dict[int, PlainValue] | None
"""What each list and mapping says, by the identity of its node; None in a text without aliases."""


def _value(node: Any, known: Repeated) -> PlainValue:
    if type(node) is ScalarNode:
        text: str = node.value
        return text if node.style or text not in EMPTY else None
    if known is None:
        return _list(node, known) if type(node) is SequenceNode else _mapping(node, known)
    if id(node) not in known:
        known[id(node)] = _list(node, known) if type(node) is SequenceNode else _mapping(node, known)
    return known[id(node)]


def _list(node: Any, known: Repeated) -> list[PlainValue]:
    return [_value(each, known) for each in node.value]


def _mapping(node: Any, known: Repeated) -> dict[str, PlainValue]:
    values: dict[str, PlainValue] = {}
    for key, value in node.value:
        if type(key) is not ScalarNode:
            raise _NotSimple
        values[key.value] = _value(value, known)
    if len(values) < len(node.value) or "" in values or "<<" in values:
        raise _NotSimple
    return values
