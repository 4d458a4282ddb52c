"""What is printed: results on standard output, problems on standard error, progress on a terminal only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click
from rich.console import Console
from rich.text import Text

from noticeboard.commands.reporting import as_annotation, as_json, as_text, counts, in_order
from noticeboard.diagnostics import Report
from noticeboard.languages import Language

PROGRESS_AFTER = 1.0
"""Seconds after which work is long enough to say that it goes on."""


def console(stream: TextIO) -> Console:
    """A console on `stream`: colours only on a terminal and without NO_COLOR, lines never folded."""
    return Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=True)


def print_report(report: Report, language: Language, style: str, stream: TextIO) -> None:
    """Every diagnostic of `report` in one of `reporting.FORMATS`, and their counts."""
    diagnostics = in_order(report)
    if style == "json":
        # In bytes, because a pipe on Windows has an encoding that a program cannot guess.
        click.echo((as_json(diagnostics) + "\n").encode(), file=stream, nl=False)
        return
    if style == "github":
        for one in diagnostics:
            click.echo(as_annotation(one, language), file=stream)
        return
    screen = console(stream)
    for one in diagnostics:
        screen.print(as_text(one, language))
        screen.print()
    screen.print(Text(counts(diagnostics, language), "bold"))


@contextmanager
def progress(text: str, *, is_quiet: bool) -> Iterator[None]:
    """Say `text` on the terminal while the block runs, once it has run for a second."""
    screen = console(sys.stderr)
    if is_quiet or not screen.is_terminal:
        yield
        return
    status = screen.status(text)
    timer = threading.Timer(PROGRESS_AFTER, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
