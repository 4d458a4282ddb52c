"""The Python that a template becomes: Jinja's own, with some of its steps made direct.

    {{ x }}                  escape(x), a Markup each   ▶ escaped(x), the text itself if nothing is to be escaped
    {{ f(x) }}               context.call(f, x, …)      ▶ f(x)
    {% macro f(x, y="") %}   Macro(…), which sorts out  ▶ a function of x and y, which Python calls with them
                             arguments at each call
    {% import "x" as x %}    the macros of x, after     ▶ the macros of x, as they were made once
                             comparing all globals

Two thirds of the time of a page went into these. What a template means stays as it is: `StrictUndefined`,
autoescape, keyword arguments, defaults and `caller`. Two things are not for templates here: functions that ask
for the context (`pass_context`), of which there is none, and `name` or `arguments` of a macro. A macro that uses
`varargs` or `kwargs` is Jinja's.

All templates have the globals of the environment and no others; these are set before the first is loaded.

Attributes are looked up through `environment.getattr` as before: only so a missing one is told by its name, and to
ask with `getattr` first saved less than a twentieth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import partial
from keyword import iskeyword
from typing import Any

import jinja2
from jinja2 import meta, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup, escape

marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""A text that is HTML, as Markup; `Markup(text)` first asks the text whether it is HTML."""
_TAKEN = ("macro", "marked")
"""Names that stand in the function of a macro."""
_to_escape = re.compile("[&<>\"']").search


def escaped(value: Any) -> str:
    """The value as HTML; the same characters as `markupsafe.escape`, but a text that needs no escape stays itself."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]  # its type has just been looked at
    if kind is str and (value.isalnum() or not _to_escape(value)):
        return value  # type: ignore[no-any-return]  # its type has just been looked at
    return str(value) if kind is int else escape(value)


class TemplateCode(CodeGenerator):
    """Writes the Python of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's name
        """The module of a template, which knows the two functions above and the templates that it names."""
        self.writeline(f"from {__name__} import escaped, marked")
        named = tuple(name for name in meta.find_referenced_templates(node) if name is not None)
        self.writeline(f"references = {named!r}")
        super().visit_Template(node, frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(  # noqa: N802  # Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call as Python writes it; one with `*` or `**`, or with a Python keyword, as Jinja does."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """The macros of another template, made once for all pages; with the context of a page as Jinja does."""
        if node.with_context:
            super().visit_Import(node, frame)
            return
        self.writeline(f"{frame.symbols.ref(node.target)} = ")
        if frame.toplevel:
            self.write(f"context.vars[{node.target!r}] = ")
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}).module")
        if frame.toplevel and not node.target.startswith("_"):
            self.writeline(f"context.exported_vars.discard({node.target!r})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The function that stands for a macro; `missing` tells the macro to take its default."""
        names = [argument.name for argument in macro_ref.node.args]
        taken = any(iskeyword(name) or name in _TAKEN for name in names)
        if taken or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        defaults = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
            defaults.append("caller=undefined('No caller defined', name='caller')")
        made = f"macro({', '.join(names)})"
        html = f"marked({made})" if frame.eval_ctx.autoescape else made
        self.write(f"(lambda macro: lambda {', '.join(defaults)}: {html})(macro)")


def references_of(template: jinja2.Template) -> tuple[str, ...]:
    """The templates that a template extends, imports and includes by a fixed name, known since it was compiled."""
    named: tuple[str, ...] = template.root_render_func.__globals__["references"]
    return named


class TemplateEnvironment(jinja2.Environment):
    """An environment whose templates stay as they are and have its globals alone."""

    code_generator_class = TemplateCode

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, auto_reload=False)
        self._found: dict[str, jinja2.Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: one dictionary, since nothing is changed in it later."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """A template by name, looked for once."""
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]
