"""The nodes of a text as far as one path leads: a line is found without composing the file once more.

    text, path ─ compose_along ▶ root, without what comes after the way

Most diagnostics stand in files that are otherwise read without trouble, and early in them. What is on the way is
as `parser.compose` makes it, as is all that the path ends in; a path that ends early is followed to the end of where
it ends. The text must be one that can be composed: nobody hears of a mistake after the way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from yaml.events import AliasEvent, MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from noticeboard.reading.parser import Event, new_parser

Path = tuple[str | int, ...]


def compose_along(text: str, path: Path, spellings: Callable[[str], Collection[str]]) -> Node:
    """The root of `text`; `spellings` gives all keys that a part of the path may be written as."""
    way = _Way(text, spellings)
    way.next_event()  # the start of the stream
    way.next_event()  # and of the document
    return way.node(way.next_event(), path)


class _Way:
    """The state of one walk: the events to come, the anchors so far, whether the end of the path was seen."""

    def __init__(self, text: str, spellings: Callable[[str], Collection[str]]) -> None:
        self.next_event = new_parser(text).get_event
        self.spellings = spellings
        self.anchors: dict[str, Node] = {}
        self.is_over = False

    def node(self, event: Event, path: Path) -> Node:
        """The node that begins with `event`, as far as `path` leads into it."""
        kind = type(event)
        if kind is AliasEvent:
            return self.anchors[event.anchor]
        if kind is ScalarEvent:
            node: Node = ScalarNode("", event.value, event.start_mark, event.end_mark, event.style)
        elif kind is SequenceStartEvent:
            node = self._list(event, path)
        else:
            node = self._mapping(event, path)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _list(self, event: Event, path: Path) -> Node:
        node = SequenceNode("", [], event.start_mark, None, event.flow_style)
        while not self.is_over and type(event := self.next_event()) is not SequenceEndEvent:
            is_way = path[:1] == (len(node.value),)
            node.value.append(self.node(event, path[1:] if is_way else ()))
            self.is_over = self.is_over or is_way
        node.end_mark = event.end_mark
        return node

    def _mapping(self, event: Event, path: Path) -> Node:
        while path and path[0] == 0:
            path = path[1:]  # one alone, written without a list
        node = MappingNode("", [], event.start_mark, None, event.flow_style)
        keys = self.spellings(path[0]) if path and isinstance(path[0], str) else ()
        while not self.is_over and type(event := self.next_event()) is not MappingEndEvent:
            key = self.node(event, ())
            is_way = isinstance(key, ScalarNode) and key.value in keys
            node.value.append((key, self.node(self.next_event(), path[1:] if is_way else ())))
            self.is_over = self.is_over or is_way
        node.end_mark = event.end_mark
        return node
