"""The templates of a theme as Python functions, where they can be; the rest is Jinja's.

    name, context ─ a function of the template ▶ HTML, or None: then Jinja renders the page

Rendering has no effect but its HTML. So whatever goes wrong in a function, a name that is missing or a template that
asks for more than is written here, is answered by rendering that page with Jinja, which also says what is wrong and
where. What a function makes is what Jinja makes, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from types import CodeType
from typing import Any, NamedTuple

import jinja2
from jinja2 import meta, nodes
from jinja2.runtime import LoopContext, markup_join
from markupsafe import Markup

from noticeboard.rendering.direct.names import NotDirect
from noticeboard.rendering.direct.program import Parse, macros_code, page_code
from noticeboard.rendering.escaping import escaped, escaped_text, marked

Render = Callable[[Mapping[str, Any], list[str]], None]
"""Adds the HTML of a template to a list."""
_Write = Callable[[str, Parse, jinja2.Environment, Mapping[str, str]], str]


class _Mapping(dict[Any, Any]):
    """A mapping that a template writes: its items are attributes too, as for Jinja."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Named(NamedTuple):
    """The templates that a template names by a constant."""

    all: tuple[str, ...]
    imported: tuple[str, ...]


class DirectTemplates:
    """Templates of one environment, each made into a function when it is first asked for."""

    def __init__(self, environment: jinja2.Environment, words: Mapping[str, str]) -> None:
        self.environment = environment
        self.words = words
        """What the global `t` answers to each text."""
        self._words_key = repr(sorted(words.items()))
        self._globals = frozenset(environment.globals)
        self._sources: dict[str, tuple[str, str | None]] = {}
        self._trees: dict[str, nodes.Template] = {}
        self._named: dict[str, Named] = {}
        self._renders: dict[str, Render | None] = {}
        self._macros: dict[str, dict[str, Any]] = {}
        self.left: set[str] = set()
        """The templates of pages that were left to Jinja."""

    def rendered(self, name: str, context: Mapping[str, Any]) -> str | None:
        """The HTML of a template, or None when Jinja is to render it."""
        render = self.render_of(name)
        if render is not None and self._globals.isdisjoint(context):
            made: list[str] = []
            with suppress(Exception):
                render(context, made)
                return "".join(made)
        self.left.add(name)
        return None

    def render_of(self, name: str) -> Render | None:
        """The function of a page, or of a part that pages include."""
        if name not in self._renders:
            self._renders[name] = None
            with suppress(NotDirect, jinja2.TemplateError, OSError, UnicodeDecodeError, SyntaxError):
                self._renders[name] = self._run(name, page_code)["render"]
        return self._renders[name]

    def named(self, name: str) -> Named:
        """The templates that a template extends, imports and includes by a constant name."""
        if name not in self._named:
            self._named[name] = Named(
                *eval(self._kept(f"names in {name}", self._source(name)[0], self._names, name))
            )
        return self._named[name]

    def _names(self, name: str) -> CodeType:
        tree = self._parse(name)
        everything = tuple(each for each in meta.find_referenced_templates(tree) if each is not None)
        imports: list[nodes.Import | nodes.FromImport] = [
            *tree.find_all(nodes.Import),
            *tree.find_all(nodes.FromImport),
        ]
        constant = tuple(each.template.value for each in imports if isinstance(each.template, nodes.Const))
        named = (everything, constant)
        return compile(repr(named), "<names>", "eval")

    def _run(self, name: str, write: _Write) -> dict[str, Any]:
        def made(name: str) -> CodeType:
            return compile(write(name, self._parse, self.environment, self.words), f"<{name}>", "exec")

        sources = [self._source(each)[0] for each in sorted(self._closure(name))]
        key = "\0".join([self._words_key, *sources])
        code = self._kept(f"{write.__name__} of {name}", key, made, name)
        namespace = self._namespace(name)
        exec(code, namespace)  # written by `page_code` or `macros_code`
        return namespace

    def _namespace(self, name: str) -> dict[str, Any]:
        environment = self.environment
        autoescape = environment.autoescape
        if not (autoescape(name) if callable(autoescape) else autoescape):
            raise NotDirect("without escaping")
        return {
            "LoopContext": LoopContext,
            "Mapping": _Mapping,
            "context": environment.context_class(environment, {}, name, {}),
            "environment": environment,
            "escaped": escaped,
            "escaped_text": escaped_text,
            "eval_ctx": nodes.EvalContext(environment, name),
            "imported": self._imported,
            "included": self._included,
            "marked": marked,
            "markup_join": markup_join,
            "undefined": jinja2.Undefined,
            "unset": _unset_in(environment),
            "valued": _valued,
        }

    def _imported(self, name: str) -> dict[str, Any]:
        if name not in self._macros:
            self._macros[name] = self._run(name, macros_code)
        return self._macros[name]

    def _included(self, name: str) -> Render:
        render = self.render_of(name)
        if render is None:
            raise NotDirect(f"{name} is left to Jinja")

        def checked(context: Mapping[str, Any], made: list[str]) -> None:
            if not self._globals.isdisjoint(context):
                raise NotDirect("a name of the page hides one of the environment")
            render(context, made)

        return checked

    def _closure(self, name: str) -> set[str]:
        found, pending = set[str](), [name]
        while pending:
            current = pending.pop()
            if current not in found:
                found.add(current)
                pending.extend(self.named(current).all)
        return found

    def _source(self, name: str) -> tuple[str, str | None]:
        if name not in self._sources:
            assert self.environment.loader is not None
            self._sources[name] = self.environment.loader.get_source(self.environment, name)[:2]
        return self._sources[name]

    def _parse(self, name: str) -> nodes.Template:
        if name not in self._trees:
            source, filename = self._source(name)
            self._trees[name] = self.environment.parse(source, name, filename)
        return self._trees[name]

    def _kept(self, what: str, key: str, make: Callable[[str], CodeType], name: str) -> CodeType:
        """What `make` gives, kept between runs while `key` stays the same."""
        cache = self.environment.bytecode_cache
        if cache is None:
            return make(name)
        bucket = cache.get_bucket(self.environment, what, None, key)
        if bucket.code is None:
            bucket.code = make(name)
            cache.set_bucket(bucket)
        return bucket.code


def _valued(macro: Callable[..., None], *arguments: Any, **named: Any) -> Markup:
    """The HTML of a macro as a value."""
    made: list[str] = []
    macro(made, *arguments, **named)
    return marked("".join(made))


def _unset_in(environment: jinja2.Environment) -> Callable[[str], Any]:
    return lambda name: environment.undefined(name=name)
