"""`check`: every problem of a site at once, nothing written."""

from __future__ import annotations

import sys
from datetime import date

import click

from noticeboard.building.pipeline import BuildRequest, check
from noticeboard.commands.command_line import Command, day_option
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.reporting import FORMATS
from noticeboard.commands.site import day_of, exit_code
from noticeboard.commands.terminal import print_report, progress
from noticeboard.languages import Words

HELP = Words(
    "检查 content/ 里的全部内容，一次列出所有问题：在哪个文件、哪一行，怎样改。",
    "Read everything in content/ and name every problem at once: file, line and what to do about it.",
)
STRICT = Words("警告也算错误", "count warnings as errors")
FORMAT = Words(
    "给人看的文字、JSON，或持续集成的标注", "text for people, JSON, or annotations for continuous integration"
)
JSON = Words("等于 --format json", "the same as --format json")
DATE = Words("按这一天检查（默认今天）", "check as on this day (default: today)")
CHECKING = Words("正在检查…", "Checking …")


def command(invocation: Invocation) -> Command:
    """The command `check`."""
    language = invocation.language

    def run(strict: bool, style: str, json: bool, day: date | None) -> int:
        return run_check(invocation, strict=strict, style="json" if json else style, day=day)

    return Command(
        language=language,
        name="check",
        callback=run,
        help=HELP.to(language),
        params=[
            click.Option(["--strict"], is_flag=True, help=STRICT.to(language)),
            click.Option(
                ["--format", "style"], type=click.Choice(FORMATS), default="text", help=FORMAT.to(language)
            ),
            click.Option(["--json"], is_flag=True, help=JSON.to(language)),
            day_option(DATE, language),
        ],
    )


def run_check(invocation: Invocation, *, strict: bool, style: str, day: date | None) -> int:
    """Check the site and print what was found on standard output."""
    request = BuildRequest(invocation.root, day_of(invocation, day), strict=strict)
    with progress(CHECKING.to(invocation.language), is_quiet=invocation.is_quiet):
        result = check(request)
    if len(result.report) or not invocation.is_quiet or style == "json":
        print_report(result.report, invocation.language, style, sys.stdout)
    return exit_code(result)
