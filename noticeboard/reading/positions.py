"""Line and column of a diagnostic, found only when one is shown.

A record carries its file and its key path and nothing more, which keeps reading fast; here the file is
composed once again, with marks, and the path is followed through it. Columns count characters from 1, wide
ones as one. A path that does not exist leads to its nearest parent, because a missing field is missed there.

This module must never fail on a file: what cannot be composed gets the first line. A source line is shown
with its private numbers masked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import cached_property

import yaml

from noticeboard.diagnostics import Diagnostic, KeyPath, Position
from noticeboard.languages import Words
from noticeboard.reading.along import compose_along
from noticeboard.reading.front_matter import FrontMatter, split
from noticeboard.reading.parser import Loader, compose
from noticeboard.reading.scan import mask_private
from noticeboard.reading.simple_yaml import may_be_odd, was_simple

MOST_LEVELS = 100
"""Deeper text is not composed: libyaml's composer recurses on the C stack and ends the process."""

Aliases = Callable[[str], Collection[str]]


def no_aliases(_key: str) -> Collection[str]:
    """The aliases of a caller that has none."""
    return ()


def position_at(text: str, start: int, length: int = 1) -> Position:
    """The position of `length` characters from offset `start`, cut off at the end of their line."""
    start = min(start, len(text))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    rest = (line_end if line_end >= 0 else len(text)) - start
    return Position(text.count("\n", 0, start) + 1, start - line_start + 1, max(1, min(length, rest)))


def locate(
    text: str,
    path: KeyPath,
    *,
    about_key: bool = False,
    aliases: Aliases = no_aliases,
    front_matter: bool = False,
) -> Position:
    """Where the value at `path` stands in `text`, or with `about_key` its key.

    `aliases` gives the spellings under which a file may write an English key. `front_matter` says that the
    text is a `.md` file; its path `("body",)` is the first line after the front matter.
    """
    return _locate(_Layout(text, front_matter), path, about_key, aliases)


def complete(
    diagnostics: Iterable[Diagnostic],
    read: Callable[[str], str | None],
    *,
    aliases: Aliases = no_aliases,
) -> list[Diagnostic]:
    """The diagnostics with position and source line, as far as their files can be read.

    `read` returns the text of a file by its POSIX path, or None; each file is read and composed once.
    """
    layouts: dict[str, _Layout | None] = {}
    completed = []
    for diagnostic in diagnostics:
        file = diagnostic.origin.file
        if file not in layouts:
            text = read(file) if file else None
            layouts[file] = None if text is None else _Layout(text, file.lower().endswith(".md"))
        completed.append(_complete(diagnostic, layouts[file], aliases))
    return completed


class _Layout:
    """A file in which positions are looked for: text, its YAML, lines before that, first line of the body."""

    def __init__(self, text: str, is_markdown: bool) -> None:
        matter = split(text, "")[0] if is_markdown else FrontMatter(text, "", 0, 0)
        self.text = text
        self.mapping = matter.text if matter else None
        self.line_offset = matter.line_offset if matter else 0
        self.body_line = matter.body_line_offset + 1 if matter else 1
        self._is_new = True

    def root(self, path: KeyPath, aliases: Aliases) -> yaml.Node | None:
        """The root of the YAML, as far as `path` leads at least; None where there is none."""
        is_new, self._is_new = self._is_new, False
        if is_new and path and self.mapping is not None and was_simple(self.mapping):
            return compose_along(self.mapping, path, lambda part: {part, *aliases(part)})
        return self._whole

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return self.text.split("\n")

    @cached_property
    def _whole(self) -> yaml.Node | None:
        if self.mapping is None:
            return None
        try:
            is_too_deep = may_be_odd(self.mapping) and _is_too_deep(self.mapping)
            return None if is_too_deep else compose(self.mapping)
        except (yaml.YAMLError, RecursionError, UnicodeEncodeError):
            return None


def _is_too_deep(text: str) -> bool:
    level = 0
    for event in yaml.parse(text, Loader=Loader):
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if level > MOST_LEVELS:
            return True
    return False


def _complete(diagnostic: Diagnostic, layout: _Layout | None, aliases: Aliases) -> Diagnostic:
    diagnostic = replace(
        diagnostic,
        message=Words(*map(mask_private, diagnostic.message)),  # a message may quote what was written
        remedy=Words(*map(mask_private, diagnostic.remedy)),
    )
    if layout is None:
        return diagnostic
    position = diagnostic.position or _locate(layout, diagnostic.origin.path, diagnostic.about_key, aliases)
    line = layout.lines[position.line - 1] if position.line <= len(layout.lines) else ""
    return replace(diagnostic, position=position, source_line=diagnostic.source_line or mask_private(line))


def _locate(layout: _Layout, path: KeyPath, about_key: bool, aliases: Aliases) -> Position:
    root = layout.root(path, aliases)
    if root is None:
        return Position(1, 1)
    key: yaml.Node | None = None
    node = root
    for depth, part in enumerate(path):
        step = _step(node, part, aliases)
        if step is None:
            if path == ("body",) and layout.body_line > 1:
                return Position(layout.body_line, 1)
            # What is missing is missing from a record: its first key says which one.
            return _mark(layout, _first_key(node) or (key if depth and _is_empty(node) else None) or node)
        key, node = step
    if key is not None and (about_key or _is_empty(node) or _is_block(node)):
        return _mark(layout, key)
    return _mark(layout, (_first_key(node) if _is_block(node) else None) or node)


def _step(node: yaml.Node, part: str | int, aliases: Aliases) -> tuple[yaml.Node | None, yaml.Node] | None:
    """The key node (None in a list) and the value node under `part`, or None if there is none."""
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return (None, node.value[part]) if 0 <= part < len(node.value) else None
    if part == 0:
        return None, node  # one alone, written without a list
    if isinstance(node, yaml.MappingNode) and isinstance(part, str):
        spellings = {part, *aliases(part)}
        for key, value in node.value:
            if key.value in spellings if isinstance(key, yaml.ScalarNode) else False:
                return key, value
    return None


def _first_key(node: yaml.Node) -> yaml.Node | None:
    """The first key of a mapping, or of the first mapping in a list."""
    while isinstance(node, yaml.SequenceNode) and node.value:
        node = node.value[0]
    return node.value[0][0] if isinstance(node, yaml.MappingNode) and node.value else None


def _is_empty(node: yaml.Node) -> bool:
    return bool(node.start_mark.index == node.end_mark.index)


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _mark(layout: _Layout, node: yaml.Node) -> Position:
    """The part of `node` on its first line, without the blanks at its end."""
    start, end = node.start_mark, node.end_mark
    number = start.line + layout.line_offset
    line = layout.lines[number] if number < len(layout.lines) else ""
    stop = end.column if end.line == start.line else len(line)
    return Position(number + 1, start.column + 1, max(1, len(line[start.column : stop].rstrip())))
