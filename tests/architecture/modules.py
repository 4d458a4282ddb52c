"""The modules of the package as syntax trees: what each imports, and from where in the file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "noticeboard"


@dataclass(frozen=True)
class Import:
    """One import: the module that it names, the line, and whether it stands inside a function."""

    target: str
    line: int
    in_function: bool


@dataclass(frozen=True)
class Module:
    """One file of the package; `name` is dotted, without `noticeboard.` in front."""

    name: str
    path: Path

    @cached_property
    def source(self) -> str:
        """The text of the file."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The file as a syntax tree."""
        return ast.parse(self.source)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Every import in the file, one entry a name; ours are written without `noticeboard.`."""
        return tuple(_imports(self.tree, in_function=False))

    @cached_property
    def ours(self) -> tuple[str, ...]:
        """The modules of the package that this one imports."""
        names = modules()
        found = []
        for each in self.imports:
            if each.target.split(".")[0] == "noticeboard":
                target = each.target.removeprefix("noticeboard").removeprefix(".")
                found.append(target if target in names else target.rpartition(".")[0])
        return tuple(dict.fromkeys(found))

    def classes(self) -> Iterator[ast.ClassDef]:
        """Every class of the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))


def _imports(node: ast.AST, *, in_function: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, in_function) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            module = child.module or ""
            yield from (Import(f"{module}.{alias.name}", child.lineno, in_function) for alias in child.names)
        else:
            inside = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(child, in_function=inside)


@cache
def modules() -> dict[str, Module]:
    """Every module of the package by name; a package's `__init__` has the package's name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        name = name.removesuffix("__init__").removesuffix(".")
        found[name] = Module(name, path)
    return found


def dataclass_calls(node: ast.ClassDef) -> Iterator[frozenset[str]]:
    """For each `@dataclass` over a class, the keywords that are set to True."""
    for decorator in node.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else None
        name = call.func if call else decorator
        if isinstance(name, ast.Name) and name.id == "dataclass":
            keywords = call.keywords if call else []
            yield frozenset(
                str(word.arg)
                for word in keywords
                if isinstance(word.value, ast.Constant) and word.value.value is True
            )


def names_in(annotation: ast.AST) -> Iterator[str]:
    """The names in an annotation, those inside `Callable[…]` left out: a function is no container."""
    if isinstance(annotation, ast.Subscript) and getattr(annotation.value, "id", "") == "Callable":
        return
    if isinstance(annotation, ast.Name):
        yield annotation.id
    for child in ast.iter_child_nodes(annotation):
        yield from names_in(child)
