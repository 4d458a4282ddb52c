"""`check`: every problem of a site at once, nothing written."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from noticeboard.building.check import check
from noticeboard.building.request import BuildRequest
from noticeboard.commands.command_line import Command, day_option
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.reporting import FORMATS
from noticeboard.commands.site import day_of, exit_code
from noticeboard.commands.terminal import print_report, progress
from noticeboard.languages import Words

HELP = Words(
    "检查 content/ 里的全部内容，一次列出所有问题：在哪个文件、哪一行，怎样改。"
    "写了文件或文件夹，就只看这些，不看要通观全站才知道的（链接、算出来的数据）。",
    "Read everything in content/ and name every problem at once: file, line and what to do about it. "
    "With files or folders only these, without what takes the whole site (links, computed figures).",
)
FILES = Words("[文件…]", "[FILE…]")
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

    def run(files: tuple[str, ...], strict: bool, style: str, json: bool, day: date | None) -> int:
        only = tuple(_in_content(name, invocation) for name in files)
        return run_check(invocation, only, strict=strict, style="json" if json else style, day=day)

    return Command(
        language=language,
        name="check",
        callback=run,
        help=HELP.to(language),
        params=[
            click.Argument(["files"], nargs=-1, metavar=FILES.to(language)),
            click.Option(["--strict"], is_flag=True, help=STRICT.to(language)),
            click.Option(
                ["--format", "style"], type=click.Choice(FORMATS), default="text", help=FORMAT.to(language)
            ),
            click.Option(["--json"], is_flag=True, help=JSON.to(language)),
            day_option(DATE, language),
        ],
    )


def _in_content(name: str, invocation: Invocation) -> Path:
    """A file or folder of the content, named from here or from the site's folder."""
    content = (invocation.root / "content").resolve()
    for path in (Path(name), invocation.root / name):
        if path.exists() and path.resolve().is_relative_to(content):
            return path
    message = Words(f"content/ 里没有“{name}”", f"there is no “{name}” in content/")
    raise click.UsageError(message.to(invocation.language), click.get_current_context())


def run_check(
    invocation: Invocation, only: tuple[Path, ...], *, strict: bool, style: str, day: date | None
) -> int:
    """Check the site, or some files of it, and print what was found on standard output."""
    request = BuildRequest(invocation.root, day_of(invocation, day), strict=strict)
    with progress(CHECKING.to(invocation.language), is_quiet=invocation.is_quiet):
        result = check(request, only)
    if len(result.report) or not invocation.is_quiet or style == "json":
        print_report(result.report, invocation.language, style, sys.stdout)
    return exit_code(result)
