"""PyYAML's event parser: libyaml where PyYAML was built with it, else its parser in Python.

Both give the same events; only the wording of their errors differs. This module must never construct values.
"""

from __future__ import annotations

from typing import Any, Protocol

import yaml
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
