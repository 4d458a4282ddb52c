"""What is printed: results on standard output, problems on standard error, progress on a terminal only."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from noticeboard.commands.reporting import as_annotation, as_json, as_text, cell_len, counts, in_order
from noticeboard.diagnostics import Report
from noticeboard.languages import Language

PROGRESS_AFTER = 1.0
"""Seconds after which work is long enough to say that it goes on."""


def say(text: str, stream: TextIO) -> None:
    """Print a text; colours only on a terminal and without NO_COLOR."""
    click.echo(text, file=stream, color=False if os.environ.get("NO_COLOR") else None)


def print_json(text: str, stream: TextIO | None = None) -> None:
    """Print JSON, on standard output unless `stream` is another."""
    # In bytes, because a pipe on Windows has an encoding that a program cannot guess.
    click.echo(text.encode(), file=stream)


def print_report(report: Report, language: Language, style: str, stream: TextIO) -> None:
    """Every diagnostic of `report` in one of `reporting.FORMATS`, and their counts."""
    diagnostics = in_order(report)
    if style == "json":
        print_json(as_json(diagnostics), stream)
        return
    if style == "github":
        for one in diagnostics:
            click.echo(as_annotation(one, language), file=stream)
        return
    for one in diagnostics:
        say(as_text(one, language) + "\n", stream)
    say(click.style(counts(diagnostics, language), bold=True), stream)


@contextmanager
def progress(text: str, *, is_quiet: bool) -> Iterator[None]:
    """Say `text` on the terminal while the block runs, once it has run for a second."""
    if is_quiet or not sys.stderr.isatty():
        yield
        return
    shown = threading.Event()

    def show() -> None:
        shown.set()
        click.echo(text, file=sys.stderr, nl=False)

    timer = threading.Timer(PROGRESS_AFTER, show)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown.is_set():
            click.echo(f"\r{' ' * cell_len(text)}\r", file=sys.stderr, nl=False)
