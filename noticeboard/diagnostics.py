"""What is wrong with the files: a user's mistake is a value, never an exception that crosses a stage.

`Problem` is raised only inside a parser of one value and caught by the stage that called it; every stage
returns its result beside a `Report`. A diagnostic names file and key path; line and column are filled in
by `reading.positions` when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from enum import StrEnum

from noticeboard.frozen import dataclass
from noticeboard.languages import Words

KeyPath = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning under `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


CODES: dict[str, Words] = {}
"""Every diagnostic code and what it is about; `code()` fills it, a test holds the README against it."""


def code(name: str, zh: str, en: str) -> str:
    """Declare a diagnostic code: `E-…` for errors, `W-…` for warnings, `N-…` for notes."""
    if name in CODES and CODES[name] != Words(zh, en):
        raise ValueError(f"diagnostic code {name} is declared twice")
    CODES[name] = Words(zh, en)
    return name


@dataclass(frozen=True)
class Origin:
    """Where a value comes from: the file (POSIX path from the site's root) and the keys that lead to it."""

    file: str = ""
    path: KeyPath = ()

    def at(self, *keys: str | int) -> Origin:
        """The origin of what stands under `keys`."""
        return Origin(self.file, self.path + keys)


@dataclass(frozen=True)
class Position:
    """A place in a text file: line and column counted from 1, and how many characters it covers."""

    line: int
    column: int
    length: int = 1


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True)
class Diagnostic:
    """One problem in the user's files: what, where, how bad and what to do about it."""

    code: str
    message: Words
    remedy: Words
    origin: Origin = Origin()
    position: Position | None = None
    source_line: str = ""
    about_key: bool = False
    """True when the key itself is wrong and the mark belongs under it, not under its value."""

    @property
    def severity(self) -> Severity:
        """The severity, which the first letter of the code states."""
        return _SEVERITIES[self.code[0]]

    def at(self, origin: Origin) -> Diagnostic:
        """The same diagnostic, attached to `origin`."""
        return replace(self, origin=origin)


class Problem(ValueError):
    """A value that cannot be accepted; the stage that parses it turns it into a `Diagnostic`."""

    def __init__(self, code: str, message: Words, remedy: Words) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.remedy = remedy

    def at(self, origin: Origin, *, position: Position | None = None, about_key: bool = False) -> Diagnostic:
        """The diagnostic of this problem at `origin`."""
        return Diagnostic(self.code, self.message, self.remedy, origin, position, about_key=about_key)


@dataclass
class Report:
    """The diagnostics of one run, in the order in which they were found."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        """Append one diagnostic."""
        self.diagnostics.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Append several diagnostics."""
        self.diagnostics.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity."""
        return tuple(d for d in self.diagnostics if d.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether anything here must stop a build."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)
