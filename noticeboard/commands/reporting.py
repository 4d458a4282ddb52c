"""Diagnostics as people, programs and CI read them.

    content/a/tasks.yml:14:13  E-DATE  2025-02-30 不存在：2025年2月只有28天
       14 |   finished: 2025-02-30
                        ^^^^^^^^^^
       改为真实日期，或只写月份：2025-02

A Chinese character takes two columns of a terminal, so carets are placed by columns, not by characters. What
comes from a file is shown with its control characters made visible: a file must not be able to colour, move
or erase what the terminal shows.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import click

from noticeboard.diagnostics import Diagnostic, Severity
from noticeboard.languages import Language, Words

FORMATS = ("text", "json", "github")
INDENT = "   "
WIDEST = 96
"""Columns of a source line that are shown; a longer line is cut on both sides of what is wrong."""
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
COUNTED = {
    Severity.ERROR: (Words("{}个错误", "{} error"), Words("{}个错误", "{} errors")),
    Severity.WARNING: (Words("{}个警告", "{} warning"), Words("{}个警告", "{} warnings")),
    Severity.NOTE: (Words("{}个提示", "{} note"), Words("{}个提示", "{} notes")),
}
ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics by file, line and column; those without a file first."""

    def place(one: Diagnostic) -> tuple[str, int, int]:
        at = one.position
        return one.origin.file, at.line if at else 0, at.column if at else 0

    return sorted(diagnostics, key=place)


def location(diagnostic: Diagnostic) -> str:
    """`file:line:column` as far as they are known, else an empty text."""
    at = diagnostic.position
    file = visible(diagnostic.origin.file)
    return f"{file}:{at.line}:{at.column}" if file and at else file


def as_text(diagnostic: Diagnostic, language: Language) -> str:
    """One diagnostic for people, several lines, in the colours of a terminal."""
    where = location(diagnostic)
    head = (
        *((click.style(where, bold=True),) if where else ()),
        _coloured(diagnostic.code, diagnostic.severity),
        visible(diagnostic.message.to(language)),
    )
    remedy = (INDENT + visible(line) for line in diagnostic.remedy.to(language).splitlines())
    return "\n".join(("  ".join(head), *_excerpt(diagnostic), *remedy))


def _coloured(text: str, severity: Severity) -> str:
    return click.style(text, fg=COLOURS[severity], bold=True)


def cell_len(text: str) -> int:
    """How many columns of a terminal `text` takes: two for a Chinese character, none for a combining mark."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def counts(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """How many errors, warnings and notes there are, in words."""
    numbers = Counter(one.severity for one in diagnostics)
    parts = [
        COUNTED[severity][numbers[severity] != 1].to(language).format(numbers[severity])
        for severity in Severity
        if numbers[severity]
    ]
    if not parts:
        return Words("没有发现问题", "no problem was found").to(language)
    return Words("，", ", ").to(language).join(parts)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list with one object a diagnostic, the same in both languages."""
    return json.dumps([_object(one) for one in diagnostics], ensure_ascii=False, indent=2)


def as_annotation(diagnostic: Diagnostic, language: Language) -> str:
    """One diagnostic as a workflow command that CI shows beside the line of the file."""
    at = diagnostic.position
    properties = {"file": diagnostic.origin.file}
    if at:
        properties.update(line=str(at.line), col=str(at.column), endColumn=str(at.column + at.length))
    properties["title"] = diagnostic.code
    named = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    message = f"{diagnostic.message.to(language)}\n{diagnostic.remedy.to(language)}"
    return f"::{ANNOTATIONS[diagnostic.severity]} {named}::{_data(message)}"


def visible(text: str) -> str:
    """`text` on one line, with control characters as the pictures that Unicode has for them."""
    return "".join(_picture(character) for character in text)


def _picture(character: str) -> str:
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") else character


def _excerpt(diagnostic: Diagnostic) -> Iterator[str]:
    """The source line with its number, and the carets under what is wrong."""
    at = diagnostic.position
    line = visible(diagnostic.source_line)
    if at is None or not line.strip():
        return
    start = min(at.column - 1, len(line))
    line, start, length = _cut(line, start, max(1, min(at.length, len(line) - start)))
    gutter = f"{INDENT}{at.line:>2} | "
    before = " " * (len(gutter) + cell_len(line[:start]))
    yield gutter + line.rstrip()
    yield before + _coloured("^" * max(1, cell_len(line[start : start + length])), diagnostic.severity)


def _cut(line: str, start: int, length: int) -> tuple[str, int, int]:
    """The part of a long line around `length` characters from `start`, and where they stand in it."""
    if cell_len(line) <= WIDEST:
        return line, start, length
    first = start
    while first > 0 and cell_len(line[first - 1 : start]) <= WIDEST // 3:
        first -= 1
    last = start
    while last < len(line) and cell_len(line[first : last + 1]) <= WIDEST:
        last += 1
    head, tail = "…" * (first > 0), "…" * (last < len(line))
    return head + line[first:last] + tail, start - first + len(head), min(length, last - start)


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    at = diagnostic.position
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "file": diagnostic.origin.file,
        "line": at.line if at else None,
        "column": at.column if at else None,
        "length": at.length if at else None,
        "path": list(diagnostic.origin.path),
        "message": diagnostic.message._asdict(),
        "remedy": diagnostic.remedy._asdict(),
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
