"""The rules of the architecture that a machine can check: directions, doors, frozen values, names, reasons."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Callable, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

import pytest
from modules import PACKAGE, Module, dataclass_calls, modules, names_in

from noticeboard.kinds import KINDS

ROWS: tuple[tuple[str, ...], ...] = (
    ("values", "diagnostics", "languages", "frozen", "later"),
    ("reading",),
    (
        "records",
        "procedure",
        "duty",
        "page",
        "config",
        "summary",
        "locality",
        "chart",
        "document",
        "statistic",
        "kind",
        "interface",
    ),
    ("kinds",),
    ("boards",),
    ("forms",),
    (
        "reading.load",
        "reading.survey",
        "reading.decode",
        "reading.flawless",
        "reading.flaws",
        "reading.shapes",
        "reading.validation",
        "checking",
        "planning",
    ),
    ("rendering",),
    ("building", "publishing"),
    ("importing", "serving", "commands", "cli", "__main__"),
)
"""Who may import whom: a module imports its own row and the rows above it in this list, nothing below."""
DOORS = {
    "cli": ("commands",),
    "reading.decode": ("reading.flaws",),
    "building.pipeline": ("building.stages",),
    "planning.doorway_counts": ("planning.doorway_boards",),
    "boards.qr_modules": ("boards.qr_drawn",),
    "building.executor": ("building.processes",),
    "building.check": ("building.stages", "building.check_files"),
    "building.stages": ("building.pdf_files",),
    "building.make_work": ("building.pdf_files",),
    "building.site_fonts": ("reading.truetype",),
}
"""The only imports inside functions: a command's module when it runs, the stages when something has changed, what
finds the flaws of a record, the PDF engine when the site is to have PDFs, what reads fonts when a site adds some."""
ONLY_RENDERING = {"jinja2", "plutoprint", "pikepdf"}
CLOCK = {
    *(
        f"{name}.{what}"
        for name in ("date", "datetime", "datetime.datetime")
        for what in ("today", "now", "utcnow")
    ),
    *(f"time.{what}" for what in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")),
}
"""What tells the day; a stopwatch (`time.monotonic`) does not."""
FROZEN = (
    "values",
    "records",
    "page",
    "config",
    "summary",
    "locality",
    "chart",
    "document",
    "statistic",
    "kind",
    "kinds",
    "boards",
    "forms",
    "planning",
)
CONTAINERS = {
    "list",
    "dict",
    "set",
    "List",
    "Dict",
    "Set",
    "Mapping",
    "MutableMapping",
    "Sequence",
    "Iterable",
}
EMPTY_NAMES = {"manager", "handler", "helper", "util", "utils", "helpers", "base", "info"}
LEAST_REASON = 8
"""Characters; less than that is no reason."""


def found(rule: Callable[[Module], Iterable[str]]) -> list[str]:
    """What a rule finds in all modules: `module: what`."""
    return [f"{module.name}: {what}" for module in modules().values() for what in rule(module)]


def row_of(name: str) -> int:
    """The row of a module: that of the longest entry that is its name or a folder above it."""
    entries = ((entry, number) for number, row in enumerate(ROWS) for entry in row)
    fitting = [(len(entry), number) for entry, number in entries if (name + ".").startswith(entry + ".")]
    assert fitting, f"noticeboard.{name} has no row in the table: say where it belongs"
    return max(fitting)[1]


def test_imports_go_one_way() -> None:
    def upwards(module: Module) -> Iterable[str]:
        if module.name:
            return (target for target in module.ours if target and row_of(target) > row_of(module.name))
        return module.ours

    assert found(upwards) == []


def test_no_module_imports_itself_through_others() -> None:
    graph = {name: set(module.ours) for name, module in modules().items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_a_kind_imports_only_kinds_listed_before_it() -> None:
    order = [kind.name.replace("-", "_") for kind in KINDS]

    def kind_of(name: str) -> int | None:
        found = [i for i, kind in enumerate(order) if re.fullmatch(rf"kinds\.{kind}(\.\w+)?", name)]
        return found[0] if found else None

    wrong = []
    for name, module in modules().items():
        if name.startswith("kinds."):
            own = kind_of(name)
            for target in module.ours:
                other = kind_of(target)
                if other is not None and (own is None or other > own):
                    wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_no_import_is_hidden_in_a_function() -> None:
    def hidden(module: Module) -> Iterator[str]:
        doors = tuple(f"noticeboard.{door}." for door in DOORS.get(module.name, ()))
        for each in module.imports:
            if each.in_function and not f"{each.target}.".startswith(doors):
                yield f"line {each.line} {each.target}"

    assert found(hidden) == []


def test_only_the_command_line_and_lists_import_by_name() -> None:
    def by_name(module: Module) -> Iterator[str]:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                yield ast.unparse(node.args[0])
            elif isinstance(node, ast.Name) and node.id == "__import__":
                yield node.id

    assert found(by_name) == ["cli: f'noticeboard.commands.{name}'", "later: self._module"]


def test_a_build_without_changes_imports_nothing_that_is_slow() -> None:
    slow = "{'jinja2', 'plutoprint', 'pikepdf', 'pydantic_core', 'markdown', 'yaml', 'segno', 'nh3'}"
    code = f"import sys, noticeboard.commands.build; print({slow} & {{*sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_only_rendering_imports_the_engines() -> None:
    def engines(module: Module) -> set[str]:
        used = {each.target.split(".")[0] for each in module.imports} & ONLY_RENDERING
        return set() if module.name.startswith("rendering") else used

    assert found(engines) == []


def test_only_the_command_line_asks_the_clock() -> None:
    def asked(module: Module) -> Iterator[str]:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCK and module.name != "cli":
                yield f"line {node.lineno} {ast.unparse(node)}"

    assert found(asked) == []


def test_records_and_views_are_frozen() -> None:
    def thawed(module: Module) -> Iterator[str]:
        if module.name.split(".")[0] in FROZEN:
            for node in module.classes():
                yield from (node.name for words in dataclass_calls(node) if "frozen" not in words)

    assert found(thawed) == []


def test_records_and_views_hold_tuples_and_scalars() -> None:
    def open_to_change(module: Module) -> Iterator[str]:
        if module.name.split(".")[0] in FROZEN:
            for node in module.classes():
                for item in node.body if list(dataclass_calls(node)) else ():
                    if isinstance(item, ast.AnnAssign) and set(names_in(item.annotation)) & CONTAINERS:
                        yield f"{node.name}.{ast.unparse(item)}"

    assert found(open_to_change) == []


def test_names_say_something() -> None:
    def empty(module: Module) -> Iterator[str]:
        names = [module.name.rpartition(".")[2], *(node.name for node in module.classes())]
        for name in names:
            words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)}
            yield from words & EMPTY_NAMES

    assert found(empty) == []


def test_a_module_says_why_it_is_so() -> None:
    def silent(module: Module) -> Iterator[str]:
        if len(module.source.splitlines()) > 15 and not ast.get_docstring(module.tree):
            yield "no docstring"

    assert found(silent) == []


def test_every_exception_from_a_check_has_its_reason_on_its_line() -> None:
    waiver = re.compile(r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[^]]*\])?)")
    without = []
    folders = (PACKAGE, PACKAGE.parent / "tests", PACKAGE.parent / "templates")
    for path in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        source = path.read_text(encoding="utf-8")
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT and waiver.match(token.string):
                reason = waiver.sub("", token.string).strip("#- ")
                if len(reason) < LEAST_REASON:
                    without.append(f"{path.relative_to(PACKAGE.parent)}:{token.start[0]}: {token.string}")
    assert without == []


def test_every_rule_switched_off_for_the_project_has_its_reason_on_its_line() -> None:
    text = (PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    codes = [
        *lint["ignore"],
        *(code for codes in lint.get("per-file-ignores", {}).values() for code in codes),
    ]
    without = [code for code in codes if not re.search(rf'"{code}".*#.{{{LEAST_REASON}}}', text)]
    assert without == []
