"""The Python of the expressions of a template.

    frame.issuer      environment.getattr(frame, "issuer")   ▶ frame.issuer
    t("skip")         context.call(t, "skip")                ▶ "跳到正文"
    texts[0]          environment.getitem(texts, 0)          ▶ texts[0]

Whatever Jinja answers with an undefined value stops here with an exception: then the page is Jinja's. So an
expression need only be right where it ends without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.utils import _PassArg

from noticeboard.rendering.direct.names import Caller, Imported, Loop, Macro, NotDirect, Scope, Value

_OPERATORS: dict[type[nodes.Expr], str] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.And: "and",
    nodes.Or: "or",
}
_SIGNS: dict[type[nodes.Expr], str] = {nodes.Not: "not ", nodes.Neg: "-", nodes.Pos: "+"}
_COMPARISONS = {
    "eq": "==",
    "ne": "!=",
    "gt": ">",
    "gteq": ">=",
    "lt": "<",
    "lteq": "<=",
    "in": "in",
    "notin": "not in",
}
_TURNS = {"index0": "{}", "index": "({} + 1)", "first": "({} == 0)"}
"""What of `loop` can be told by the number of the turn."""
_PASSED = {
    _PassArg.environment: "environment, ",
    _PassArg.eval_context: "eval_ctx, ",
    _PassArg.context: "context, ",
}


class Expressions:
    """Writes expressions, and knows what the written Python needs from outside of it."""

    def __init__(
        self, environment: jinja2.Environment, words: Mapping[str, str], *, has_context: bool
    ) -> None:
        self.environment = environment
        self.words = words
        """What the global `t` answers to each text."""
        self.context: dict[str, str] | None = {} if has_context else None
        """The names that a page must be given, with the Python variables for them."""
        self.links: dict[str, str] = {}
        """Python names with the code that binds them before anything else is run."""

    def expression(self, node: nodes.Node, scope: Scope) -> str:
        """The Python of an expression; `NotDirect` for one that is left to Jinja."""
        kind = type(node)
        if isinstance(node, nodes.BinExpr) and kind in _OPERATORS:
            return f"({self.expression(node.left, scope)} {_OPERATORS[kind]} {self.expression(node.right, scope)})"
        if isinstance(node, nodes.UnaryExpr) and kind in _SIGNS:
            return f"({_SIGNS[kind]}{self.expression(node.node, scope)})"
        write = getattr(self, f"_{kind.__name__.lower()}", None)
        if write is None:
            raise NotDirect(kind.__name__)
        return str(write(node, scope))

    def link(self, name: str, code: str) -> str:
        """A Python name that stands for what `code` gives."""
        self.links[name] = code
        return name

    def _const(self, node: nodes.Const, _scope: Scope) -> str:
        if node.value is not None and type(node.value) not in (str, int, float, bool):
            raise NotDirect("a constant")
        return repr(node.value)

    def _name(self, node: nodes.Name, scope: Scope) -> str:
        meant = scope.find(node.name)
        if isinstance(meant, Value):
            return meant.code
        if meant is not None:
            raise NotDirect(f"{node.name} as a value")
        return self.unset(node.name)

    def unset(self, name: str) -> str:
        """A name that the template does not set: of the environment, or else of the page."""
        if name in self.environment.globals:
            given: Any = self.environment.globals[name]
            if _PassArg.from_obj(given) is not None:
                raise NotDirect(f"{name} asks for the context")
            return self.link(f"g_{name}", f"environment.globals[{name!r}]")
        if self.context is None:
            raise NotDirect(f"{name} is not set")
        return self.context.setdefault(name, f"c_{name}")

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> str:
        if iskeyword(node.attr):
            raise NotDirect(node.attr)
        meant = scope.find(node.node.name) if isinstance(node.node, nodes.Name) else None
        if isinstance(meant, Loop):
            if node.attr not in _TURNS:
                raise NotDirect(f"loop.{node.attr}")
            return _TURNS[node.attr].format(meant.code)
        if isinstance(meant, Imported):
            given = self.exported(meant, node.attr)
            if not isinstance(given, Value):
                raise NotDirect(f"{node.attr} as a value")
            return given.code
        return f"{self.expression(node.node, scope)}.{node.attr}"

    def exported(self, imported: Imported, name: str) -> Value | Macro:
        """What an imported template gives under a name, bound to a Python name of this one."""
        if name not in imported.exports:
            raise NotDirect(f"{imported.template} has no {name}")
        meant = imported.exports[name]
        own = f"i{''.join(c if c.isalnum() else f'_{ord(c)}_' for c in imported.template)}_{name}"
        return type(meant)(self.link(own, f"imported({imported.template!r})[{meant.code!r}]"))

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> str:
        return f"{self.expression(node.node, scope)}[{self.expression(node.arg, scope)}]"

    def _slice(self, node: nodes.Slice, scope: Scope) -> str:
        parts = (node.start, node.stop, node.step)
        return ":".join("" if part is None else self.expression(part, scope) for part in parts)

    def _condexpr(self, node: nodes.CondExpr, scope: Scope) -> str:
        no = "undefined()" if node.expr2 is None else self.expression(node.expr2, scope)
        return f"({self.expression(node.expr1, scope)} if {self.expression(node.test, scope)} else {no})"

    def _compare(self, node: nodes.Compare, scope: Scope) -> str:
        rest = (f" {_COMPARISONS[each.op]} {self.expression(each.expr, scope)}" for each in node.ops)
        return f"({self.expression(node.expr, scope)}{''.join(rest)})"

    def _concat(self, node: nodes.Concat, scope: Scope) -> str:
        return f"markup_join(({self._items(node.nodes, scope)}))"

    def _tuple(self, node: nodes.Tuple, scope: Scope) -> str:
        return f"({self._items(node.items, scope)})"

    def _list(self, node: nodes.List, scope: Scope) -> str:
        return f"[{self._items(node.items, scope)}]"

    def _items(self, items: list[nodes.Expr], scope: Scope) -> str:
        return "".join(f"{self.expression(item, scope)}, " for item in items)

    def _dict(self, node: nodes.Dict, scope: Scope) -> str:
        pairs = (
            (self.expression(each.key, scope), self.expression(each.value, scope)) for each in node.items
        )
        return f"Mapping({{{', '.join(f'{key}: {value}' for key, value in pairs)}}})"

    def _call(self, node: nodes.Call, scope: Scope) -> str:
        word = self.word_of(node, scope)
        if word is not None:
            return repr(word)
        macro = self.macro_of(node.node, scope)
        if macro is not None:
            return f"valued({macro.code}, {self.arguments(node, scope)})"
        return f"{self.expression(node.node, scope)}({self.arguments(node, scope)})"

    def word_of(self, node: nodes.Expr, scope: Scope) -> str | None:
        """The word of the interface that a call of `t` with a constant stands for, if it is one."""
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "t"):
            return None
        if (
            scope.find("t") is not None
            or node.kwargs
            or node.dyn_args
            or node.dyn_kwargs
            or len(node.args) != 1
        ):
            return None
        key = node.args[0]
        return self.words.get(key.value) if isinstance(key, nodes.Const) else None

    def macro_of(self, node: nodes.Expr, scope: Scope) -> Macro | Caller | None:
        """The macro that an expression names, if it names one."""
        meant = scope.find(node.name) if isinstance(node, nodes.Name) else None
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            imported = scope.find(node.node.name)
            meant = self.exported(imported, node.attr) if isinstance(imported, Imported) else None
        return meant if isinstance(meant, Macro | Caller) else None

    def arguments(self, node: nodes.Call | nodes.Filter | nodes.Test, scope: Scope) -> str:
        """The arguments of a call, each with a comma behind it; those of a macro that are named have a prefix."""
        named = [(each.key, each.value) for each in node.kwargs if isinstance(each, nodes.Keyword)]
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(name) for name, _ in named):
            raise NotDirect("arguments")
        prefix = "p_" if isinstance(node, nodes.Call) and self.macro_of(node.node, scope) else ""
        places = "".join(f"{self.expression(each, scope)}, " for each in node.args)
        return places + "".join(f"{prefix}{name}={self.expression(value, scope)}, " for name, value in named)

    def _filter(self, node: nodes.Filter, scope: Scope) -> str:
        if node.node is None:
            raise NotDirect("a filter of a block")
        write = self.perhaps_unset if node.name in ("default", "d") else self.expression
        return self._applied("filters", node, write(node.node, scope), scope)

    def _test(self, node: nodes.Test, scope: Scope) -> str:
        write = self.perhaps_unset if node.name in ("defined", "undefined") else self.expression
        return self._applied("tests", node, write(node.node, scope), scope)

    def perhaps_unset(self, node: nodes.Expr, scope: Scope) -> str:
        """The Python of an expression of which it is asked whether there is such a thing."""
        if isinstance(node, nodes.Name) and scope.find(node.name) is None:
            return self.before_set(node.name)
        if isinstance(node, nodes.Getattr):
            return f"environment.getattr({self.expression(node.node, scope)}, {node.attr!r})"
        if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
            return f"environment.getitem({self.expression(node.node, scope)}, {self.expression(node.arg, scope)})"
        return self.expression(node, scope)

    def before_set(self, name: str) -> str:
        """The Python of a name that the template does not set, or not yet, as Jinja has it."""
        if name in self.environment.globals or self.context is None:
            return self.unset(name) if name in self.environment.globals else f"unset({name!r})"
        return f"(c[{name!r}] if {name!r} in c else unset({name!r}))"

    def _applied(self, table: str, node: nodes.Filter | nodes.Test, to: str, scope: Scope) -> str:
        function: Any = getattr(self.environment, table).get(node.name)
        if function is None or not node.name.isidentifier():
            raise NotDirect(node.name)
        passed = _PASSED.get(_PassArg.from_obj(function), "")  # type: ignore[arg-type]  # None is not in it
        own = self.link(f"{table}_{node.name}", f"environment.{table}[{node.name!r}]")
        return f"{own}({passed}{to}, {self.arguments(node, scope)})"
