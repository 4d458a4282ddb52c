"""PyYAML's parser and composer: those of libyaml where PyYAML was built with it, else those in Python.

Both give the same events; only the wording of their errors differs. This module must never construct values.
"""

from __future__ import annotations

from typing import Any, Protocol

import yaml
from yaml.nodes import Node
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

try:
    from yaml import cyaml
except ImportError:  # PyYAML was built without libyaml
    cyaml = None  # type: ignore[assignment]  # a module or nothing

Event = Any
"""An event of PyYAML, whose type stubs call marks optional and hide `tag` and `anchor`."""


class EventParser(Protocol):
    """What is used of a parser."""

    def check_event(self) -> bool:
        """Whether there is another event."""

    def get_event(self) -> Event:
        """The next event; raises yaml.MarkedYAMLError."""


class PythonParser(Reader, Scanner, Parser):
    """PyYAML's parser written in Python."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def new_parser(text: str) -> EventParser:
    """A parser of `text`, which must hold no character that YAML refuses."""
    if cyaml is None:
        return PythonParser(text)
    parser: EventParser = cyaml.CParser(text)  # type: ignore[attr-defined]  # the stubs do not export it
    return parser


Loader = yaml.SafeLoader if cyaml is None else cyaml.CSafeLoader
"""The loader whose composer goes with the parser."""


class _Untyped:
    """What a composer asks of a resolver of tags: nothing is resolved, which would cost as much as composing."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        """The tag of a node, which nobody looks at."""
        return ""

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        """A level further down."""

    def ascend_resolver(self) -> None:
        """A level further up."""


class _Composer(_Untyped, Loader):  # type: ignore[misc,valid-type]  # one of two classes
    pass


class _PythonComposer(_Untyped, yaml.SafeLoader):
    pass


def compose(text: str) -> Node | None:
    """The root of `text`, which must not be deep; raises yaml.MarkedYAMLError."""
    root: Node | None = (_PythonComposer if cyaml is None else _Composer)(text).get_single_node()
    return root
