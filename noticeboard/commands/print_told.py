"""How what came of printing, or of comparing with what hangs, is told: refusals and problems, the same for both.

What was asked for and is not there is an error of whoever called, with the nearest that is; problems of the content
go to standard error.
"""

from __future__ import annotations

import sys

import click

from noticeboard.building.print_request import Printed
from noticeboard.building.request import BuildResult
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.terminal import print_report
from noticeboard.diagnostics import Report, Severity


def tell(printed: Printed, result: BuildResult, invocation: Invocation) -> None:
    """Tell what is wrong; `UsageError` if what was asked for is refused. Notes are told with -v only."""
    language = invocation.language
    if printed.refused is not None:
        raise click.UsageError(printed.refused.to(language), click.get_current_context())
    told = Report(
        [one for one in result.report if invocation.is_verbose or one.severity is not Severity.NOTE]
    )
    if len(told):
        print_report(told, language, "text", sys.stderr)
