"""A template as a Python module: a page with all blocks in their places, or the macros that others import.

    {% extends "page.html" %}{% block main %}…     def render(c, b): page.html, with the block in it

What a template extends is known while its Python is written, so a page is one function without a call for a block.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import jinja2
from jinja2 import nodes

from noticeboard.rendering.direct.names import Imported, Macro, NotDirect, Scope, Value, exports_of
from noticeboard.rendering.direct.statements import Statements

Parse = Callable[[str], nodes.Template]
"""The tree of a template by name."""


def page_code(name: str, parse: Parse, environment: jinja2.Environment, words: Mapping[str, str]) -> str:
    """The Python of a page or of a part that pages include: `render(c, b)` adds its HTML to `b`."""
    return _Program(parse, environment, words, has_context=True).page(name)


def macros_code(name: str, parse: Parse, environment: jinja2.Environment, words: Mapping[str, str]) -> str:
    """The Python of a template that others import: its macros and values under the names of `exports_of`."""
    return _Program(parse, environment, words, has_context=False).macros(parse(name))


class _Program(Statements):
    """Writes a whole template."""

    def __init__(
        self, parse: Parse, environment: jinja2.Environment, words: Mapping[str, str], *, has_context: bool
    ) -> None:
        super().__init__(environment, words, has_context=has_context)
        self.parse = parse
        self.blocks: dict[str, list[nodes.Block]] = {}
        """The blocks of each name, that of the page itself first."""
        self.top = Scope(0)
        self.block_now: tuple[str, int, Scope] | None = None
        """The block that is being written: name, place in the list above, scope around it."""
        self.later: list[tuple[int, int, nodes.Macro]] = []
        """Macros with the line and the depth of each, written when all names are known that it may use."""

    def page(self, name: str) -> str:
        chain = self.chain(name)
        for template in chain:
            blocks = {block.name: block for block in template.find_all(nodes.Block)}
            if len(blocks) < len(list(template.find_all(nodes.Block))):
                raise NotDirect("a block twice")
            for name, block in blocks.items():
                self.blocks.setdefault(name, []).append(block)
        with self.block("def render(c, b):"):
            start = len(self.lines)
            for template in chain[:-1]:
                self.child(template.body)
            self.names_of_macros(chain[-1].body)
            self.body(chain[-1].body, self.top)
            self.write_macros()
        asked = self.context or {}
        self.lines[start:start] = [f"    {code} = c[{each!r}]" for each, code in asked.items()]
        return self.text()

    def chain(self, name: str) -> list[nodes.Template]:
        """A template, the one it extends, and so on."""
        found, seen = [self.parse(name)], {name}
        while extended := list(found[-1].find_all(nodes.Extends)):
            parent = extended[0].template
            if len(extended) > 1 or extended[0] not in found[-1].body or not isinstance(parent, nodes.Const):
                raise NotDirect("extends")
            if parent.value in seen:
                raise NotDirect("a template that extends itself")
            seen.add(parent.value)
            found.append(self.parse(parent.value))
        return found

    def child(self, body: Sequence[nodes.Node]) -> None:
        """What a template that extends another does before the other is written."""
        self.names_of_macros(body)
        extends = next(index for index, node in enumerate(body) if isinstance(node, nodes.Extends))
        self.body(body[:extends], self.top)
        for node in body[extends + 1 :]:
            if isinstance(node, nodes.Macro | nodes.Assign | nodes.AssignBlock | nodes.Import):
                self.body((node,), self.top)
            elif not isinstance(node, nodes.Output | nodes.Block):
                raise NotDirect("a statement beside blocks")

    def names_of_macros(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Macro):
                if node.name in self.top.names:
                    raise NotDirect(f"the macro {node.name} twice")
                self.top.names[node.name] = Macro(f"m_{node.name}")

    def macros(self, template: nodes.Template) -> str:
        exports_of(template)
        self.names_of_macros(template.body)
        for node in template.body:
            if isinstance(node, nodes.Macro | nodes.Assign | nodes.AssignBlock | nodes.Import):
                self.body((node,), self.top)
            elif not (isinstance(node, nodes.Output) and _is_text(node)):
                raise NotDirect("a statement beside macros")
        self.write_macros()
        return self.text()

    def _write_macro(self, node: nodes.Macro, scope: Scope) -> None:
        if scope is not self.top:
            raise NotDirect(f"the macro {node.name}")
        self.flush()
        self.later.append((len(self.lines), self.depth, node))

    def write_macros(self) -> None:
        """Write the functions of the macros in their places."""
        self.flush()
        around = self.depth
        for line, depth, node in reversed(self.later):
            self.depth = depth
            after, self.lines = self.lines[line:], self.lines[:line]
            self.function(f"m_{node.name}", node, self.top)
            self.lines += after
        self.depth = around

    def text(self) -> str:
        self.flush()
        return "\n".join([*(f"{name} = {code}" for name, code in self.links.items()), *self.lines, ""])

    def exports(self, template: str) -> Mapping[str, Value | Macro]:
        return exports_of(self.parse(template))

    def _write_import(self, node: nodes.Import, scope: Scope) -> None:
        super()._write_import(node, scope)
        meant = scope.names[node.target]
        if isinstance(meant, Imported):
            self.link(f"t{len(self.links)}", f"imported({meant.template!r})")

    def _write_block(self, node: nodes.Block, scope: Scope) -> None:
        if any(block.required for block in self.blocks[node.name]):
            raise NotDirect("a required block")
        self.block_at(node.name, 0, scope if node.scoped else self.top)

    def block_at(self, name: str, level: int, around: Scope) -> None:
        """Write the block of a name; `level` templates above the page itself."""
        before, self.block_now = self.block_now, (name, level, around)
        body = self.blocks[name][level].body
        self.body(body, self.inner(around, body))
        self.block_now = before

    def is_super(self, node: nodes.Call) -> bool:
        return isinstance(node.node, nodes.Name) and node.node.name == "super" and not node.args

    def parent_block(self, _scope: Scope) -> None:
        if self.block_now is None:
            raise NotDirect("super outside of a block")
        name, level, around = self.block_now
        if level + 1 >= len(self.blocks[name]):
            raise NotDirect("super without a block above")
        self.block_at(name, level + 1, around)

    def _write_extends(self, _node: nodes.Extends, _scope: Scope) -> None:
        raise NotDirect("extends")


def _is_text(node: nodes.Output) -> bool:
    return all(isinstance(each, nodes.TemplateData) for each in node.nodes)
