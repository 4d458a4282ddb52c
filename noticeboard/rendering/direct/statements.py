"""The Python of the statements of a template: each adds its HTML to a list, `b`.

{% if a %}<p>{{ a }}</p>{% endif %}     if c_a:
                                            b += ('<p>', escaped(c_a), '</p>', )
{{ parts.phone(n) }}                    m_phone(b, n)
{% call parts.panel(x) %}…              def k7(b): …
                                        m_panel(b, x, caller=k7)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import jinja2
from jinja2 import nodes
from markupsafe import escape

from noticeboard.rendering.direct.expressions import _TURNS, Expressions
from noticeboard.rendering.direct.names import (
    Caller,
    Hidden,
    Imported,
    Loop,
    Macro,
    NotDirect,
    Scope,
    Value,
    assigned,
    targets,
    uses,
)


class Piece(NamedTuple):
    """Some HTML: as it stands in the template, or the Python that makes it."""

    text: str = ""
    code: str = ""


class Statements(Expressions):
    """Writes statements, line by line."""

    def __init__(
        self, environment: jinja2.Environment, words: Mapping[str, str], *, has_context: bool
    ) -> None:
        super().__init__(environment, words, has_context=has_context)
        self.lines: list[str] = []
        self.depth = 0
        self.to = "b"
        """The list that HTML is added to."""
        self.waiting: list[Piece] = []
        self.count = 0

    def body(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        """Write statements; `NotDirect` for what is left to Jinja."""
        for node in body:
            write = getattr(self, f"_write_{type(node).__name__.lower()}", None)
            if write is None:
                raise NotDirect(type(node).__name__)
            write(node, scope)

    def line(self, text: str) -> None:
        """Write one line, after the HTML that waits."""
        self.flush()
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Write what is inside as the body of a Python statement."""
        self.line(head)
        self.depth += 1
        before = len(self.lines)
        yield
        self.flush()
        if len(self.lines) == before:
            self.line("pass")
        self.depth -= 1

    @contextmanager
    def into(self, name: str) -> Iterator[None]:
        """Add the HTML of what is inside to another list."""
        self.flush()
        before, self.to = self.to, name
        yield
        self.flush()
        self.to = before

    def flush(self) -> None:
        """Write the HTML that waits, with neighbouring texts as one."""
        pieces: list[Piece] = []
        for piece in self.waiting:
            if piece.text and pieces and pieces[-1].text:
                pieces[-1] = Piece(pieces[-1].text + piece.text)
            elif piece.text or piece.code:
                pieces.append(piece)
        self.waiting.clear()
        codes = [repr(piece.text) if piece.text else piece.code for piece in pieces]
        if codes:
            what = f".append({codes[0]})" if len(codes) == 1 else f" += ({', '.join(codes)})"
            self.lines.append("    " * self.depth + self.to + what)

    def number(self) -> int:
        """A number that no name has yet."""
        self.count += 1
        return self.count

    def inner(self, around: Scope, body: Sequence[nodes.Node]) -> Scope:
        """A scope inside another, whose names begin with what they mean around it."""
        scope = Scope(self.number(), around)
        for name in dict.fromkeys(assigned(body)):
            meant = around.find(name)
            if meant is not None and not isinstance(meant, Value):
                raise NotDirect(f"{name} is set again")
            self.line(f"{scope.store(name)} = {meant.code if meant else self.before_set(name)}")
        return scope

    def _write_output(self, node: nodes.Output, scope: Scope) -> None:
        for each in node.nodes:
            self.output(each, scope)

    def output(self, node: nodes.Expr, scope: Scope) -> None:
        """Add the HTML of an expression."""
        word = self.word_of(node, scope)
        if isinstance(node, nodes.TemplateData):
            self.waiting.append(Piece(node.data))
        elif word is not None:
            self.waiting.append(Piece(str(escape(word))))
        elif isinstance(node, nodes.Const):
            self.waiting.append(Piece(str(escape(node.value))))
        elif isinstance(node, nodes.CondExpr):
            self.choice(self.expression(node.test, scope), node.expr1, node.expr2, scope)
        elif isinstance(node, nodes.Call) and self.is_super(node):
            self.parent_block(scope)
        elif isinstance(node, nodes.Call) and (macro := self.macro_of(node.node, scope)):
            self.line(f"{macro.code}({self.to}, {self.arguments(node, scope)})")
        else:
            self.waiting.append(Piece(code=_html_of(self.expression(node, scope))))

    def choice(self, test: str, yes: nodes.Expr, no: nodes.Expr | None, scope: Scope) -> None:
        """Add the HTML of one of two expressions."""
        with self.block(f"if {test}:"):
            self.output(yes, scope)
        if no is not None and no != nodes.Const(""):
            with self.block("else:"):
                self.output(no, scope)

    def is_super(self, _node: nodes.Call) -> bool:
        """Whether a call stands for the block of the template that this one extends."""
        return False

    def parent_block(self, scope: Scope) -> None:
        """Add the HTML of that block."""
        raise NotDirect("super")

    def _write_if(self, node: nodes.If, scope: Scope) -> None:
        for word, branch in (("if", node), *(("elif", each) for each in node.elif_)):
            with self.block(f"{word} {self.expression(branch.test, scope)}:"):
                self.body(branch.body, scope)
        if node.else_:
            with self.block("else:"):
                self.body(node.else_, scope)

    def _write_for(self, node: nodes.For, scope: Scope) -> None:
        if node.else_ or node.test or node.recursive:
            raise NotDirect("a loop with more")
        items = self.expression(node.iter, scope)
        scope = Scope(self.number(), scope)
        turn = self.target(node.target, scope)
        if uses(node.body, "loop"):
            scope.names["loop"] = (
                Loop(f"n{scope.number}") if _asks_turns(node.body) else Value(f"l{scope.number}_loop")
            )
            if isinstance(scope.names["loop"], Loop):
                turn, items = f"n{scope.number}, {turn}", f"enumerate({items})"
            else:
                turn, items = f"{turn}, l{scope.number}_loop", f"LoopContext({items}, environment.undefined)"
        else:
            scope.names["loop"] = Hidden()
        with self.block(f"for {turn} in {items}:"):
            self.body(node.body, self.inner(scope, node.body))

    def target(self, node: nodes.Node, scope: Scope) -> str:
        """The Python variables that get the values of a target."""
        if isinstance(node, nodes.Tuple):
            return f"({''.join(f'{self.target(item, scope)}, ' for item in node.items)})"
        (name,) = targets(node)
        return scope.store(name)

    def _write_assign(self, node: nodes.Assign, scope: Scope) -> None:
        value = self.expression(node.node, scope)
        self.line(f"{self.target(node.target, scope)} = {value}")

    def _write_assignblock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        if node.filter is not None:
            raise NotDirect("a filter of a block")
        made = f"b{self.number()}"
        self.line(f"{made} = []")
        with self.into(made):
            self.body(node.body, self.inner(scope, node.body))
        self.line(f"{self.target(node.target, scope)} = marked(''.join({made}))")

    def _write_with(self, node: nodes.With, scope: Scope) -> None:
        values = [self.expression(value, scope) for value in node.values]
        inside = Scope(self.number(), scope)
        for target, value in zip(node.targets, values, strict=True):
            self.line(f"{self.target(target, inside)} = {value}")
        self.body(node.body, self.inner(inside, node.body))

    def _write_callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        macro = self.macro_of(node.call.node, scope)
        if macro is None or uses(node.body, "caller"):
            raise NotDirect("a call block")
        name = f"k{self.number()}"
        self.function(name, node, scope)
        self.line(f"{macro.code}({self.to}, {self.arguments(node.call, scope)}caller={name})")

    def function(self, name: str, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        """Write the function of a macro, or of the body of a call block."""
        names = {argument.name for argument in node.args}
        if (
            uses(node.body, "varargs")
            or uses(node.body, "kwargs")
            or len(names) < len(node.args)
            or "caller" in names
        ):
            raise NotDirect("arguments")
        inside = Scope(self.number(), scope)
        places = ["b"]
        first_default = len(node.args) - len(node.defaults)
        for index, argument in enumerate(node.args):
            code = f"p_{argument.name}"
            inside.names[argument.name] = Value(code)
            default = node.defaults[index - first_default] if index >= first_default else None
            if default is not None and not isinstance(default, nodes.Const):
                raise NotDirect("a default that is not constant")
            places.append(code if default is None else f"{code}={self.expression(default, scope)}")
        if isinstance(node, nodes.Macro) and uses(node.body, "caller"):
            inside.names["caller"] = Caller()
            places.append("caller=None")
        with self.block(f"def {name}({', '.join(places)}):"), self.into("b"):
            self.body(node.body, inside)

    def _write_import(self, node: nodes.Import, scope: Scope) -> None:
        if node.with_context or scope.around is not None or not isinstance(node.template, nodes.Const):
            raise NotDirect("import")
        imported = Imported(node.template.value, self.exports(node.template.value))
        if scope.names.setdefault(node.target, imported) != imported:
            raise NotDirect(f"{node.target} is imported again")

    def exports(self, template: str) -> Mapping[str, Value | Macro]:
        """The names that another template gives."""
        raise NotDirect("import")

    def _write_include(self, node: nodes.Include, scope: Scope) -> None:
        if self.context is None or node.ignore_missing or not node.with_context:
            raise NotDirect("include")
        names = "".join(f"{name!r}: {code}, " for name, code in scope.values().items())
        self.line(f"included({self.expression(node.template, scope)})({{**c, {names}}}, {self.to})")


def _html_of(code: str) -> str:
    """The Python of the escaped value of an expression."""
    if code.isidentifier():
        return f"(escaped_text({code}) if type({code}) is str else escaped({code}))"
    return f"(escaped_text(v) if type(v := {code}) is str else escaped(v))"


def _asks_turns(body: Sequence[nodes.Node]) -> bool:
    """Whether all that a body asks of `loop` is the number of its turn."""
    asked = [
        each.attr
        for node in body
        for each in node.find_all(nodes.Getattr)
        if isinstance(each.node, nodes.Name) and each.node.name == "loop"
    ]
    names = [each for node in body for each in node.find_all(nodes.Name) if each.name == "loop"]
    return len(asked) == len(names) and set(asked) <= _TURNS.keys()
