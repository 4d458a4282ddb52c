"""What the names of a template stand for while its Python is written.

Jinja looks names up while it renders; here it is settled once where each comes from: a value, a macro, an imported
template, the counter of a loop. Scopes are Jinja's: loops, `with`, macros and blocks have their own, `if` has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinja2 import nodes


class NotDirect(Exception):
    """A template asks for something that is left to Jinja; no mistake of anybody."""


class Value(NamedTuple):
    """A name whose value stands in a Python variable."""

    code: str


class Macro(NamedTuple):
    """A macro: a Python function of the list that it adds its HTML to, and of its arguments."""

    code: str


class Caller(NamedTuple):
    """The body of the call block that a macro was called with, a function like a macro."""

    code: str = "caller"


class Loop(NamedTuple):
    """`loop`, of which only the number of the turn is asked, counted from 0 in a Python variable."""

    code: str


class Hidden(NamedTuple):
    """A name that is left to Jinja."""


class Imported(NamedTuple):
    """A template that is imported, with the names that it gives."""

    template: str
    exports: Mapping[str, Value | Macro]


Name = Value | Macro | Caller | Loop | Hidden | Imported


class Scope:
    """The names of one scope, and of those around it."""

    def __init__(
        self, number: int, around: Scope | None = None, names: Mapping[str, Name] | None = None
    ) -> None:
        self.number = number
        self.around = around
        self.names = dict(names or {})

    def find(self, name: str) -> Name | None:
        """What a name stands for; None when no scope of the template has it."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.around
        return None

    def store(self, name: str) -> str:
        """The Python variable for a name that is set in this scope."""
        known = self.names.setdefault(name, Value(f"l{self.number}_{name}"))
        if not isinstance(known, Value):
            raise NotDirect(f"{name} is set again")
        return known.code

    def values(self) -> dict[str, str]:
        """All names that have a value, with their Python variables."""
        found = self.around.values() if self.around else {}
        for name, meant in self.names.items():
            found.pop(name, None)
            if isinstance(meant, Value):
                found[name] = meant.code
        return found


def targets(node: nodes.Node) -> tuple[str, ...]:
    """The names that a `set` or a loop gives values."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Tuple):
        return tuple(name for item in node.items for name in targets(item))
    raise NotDirect("a target that is no name")


_SCOPED = (nodes.For, nodes.With, nodes.Macro, nodes.CallBlock, nodes.Block)


def assigned(body: Iterable[nodes.Node]) -> Iterator[str]:
    """The names that are set in a body, but not in scopes inside it."""
    for node in body:
        if isinstance(node, nodes.Assign | nodes.AssignBlock):
            yield from targets(node.target)
        elif not isinstance(node, _SCOPED):
            yield from assigned(node.iter_child_nodes())


def uses(body: Iterable[nodes.Node], name: str) -> bool:
    """Whether a name stands anywhere in a body."""
    found = (each for node in body for each in (node, *node.find_all(nodes.Name)))
    return any(isinstance(each, nodes.Name) and each.name == name for each in found)


def exports_of(template: nodes.Template) -> dict[str, Value | Macro]:
    """The names that a template gives to those that import it."""
    found: dict[str, Value | Macro] = {}
    for node in template.body:
        new: dict[str, Value | Macro] = {}
        if isinstance(node, nodes.Macro):
            new = {node.name: Macro(f"m_{node.name}")}
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            new = {name: Value(f"l0_{name}") for name in targets(node.target)}
        if any(name in found and not isinstance(found[name], Value) for name in new):
            raise NotDirect("a macro and another of the same name")
        found.update(new)
    return {name: meant for name, meant in found.items() if not name.startswith("_")}
