"""`list expiring`: what has run out or soon will, and what is due again: the part of `check` that tells of it.

check ▶ every problem ─ W-DUE and N-DUE, below the place that is asked for ▶ a line each, by place
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

import click

from noticeboard.building.check import check
from noticeboard.building.request import BuildRequest
from noticeboard.checking.rules import N_DUE, W_DUE
from noticeboard.commands.command_line import Command
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.list_subject import folder_of, list_command
from noticeboard.commands.reporting import as_json, in_order, visible
from noticeboard.commands.site import day_of, exit_code
from noticeboard.commands.terminal import print_json, print_report, progress
from noticeboard.diagnostics import Diagnostic, Report, Severity
from noticeboard.languages import Language, Words, ending

HELP = Words(
    "列出已到期、30天内到期的设施，到了时间的检查，逾期和7天内到期的公开事项。地点写 content/ 下的文件夹路径，"
    "包括下面的各级地点。",
    "List equipment that has run out or will within 30 days, inspections that are due, and what must be published "
    "and is overdue or due within 7 days. PLACE is a folder path below content/; places below it are listed too.",
)
DATE = Words("按这一天列出（默认今天）", "list as on this day (default: today)")
READING = Words("正在检查…", "Checking …")


def command(invocation: Invocation) -> Command:
    """The command `list expiring`."""

    def run(place: str | None, is_json: bool, day: date | None) -> int:
        return run_list(invocation, place, day, is_json=is_json)

    return list_command(invocation, "expiring", HELP, DATE, run)


def run_list(invocation: Invocation, place: str | None, day: date | None, *, is_json: bool) -> int:
    """List what is due on standard output; errors of the content go to standard error."""
    language, folder = invocation.language, folder_of(invocation, place)
    with progress(READING.to(language), is_quiet=invocation.is_quiet):
        result = check(BuildRequest(invocation.root, day_of(invocation, day)))
    errors = result.report.of(Severity.ERROR)
    if errors:
        print_report(Report(list(errors)), language, "text", sys.stderr)
    due = in_order(
        each
        for each in result.report
        if each.code in (W_DUE, N_DUE) and each.origin.file.startswith(f"{folder}/")
    )
    if is_json:
        print_json(as_json(due))
    else:
        for line in listing(due, language):
            click.echo(line)
    return exit_code(result)


def listing(due: Iterable[Diagnostic], language: Language) -> Iterator[str]:
    """What is due at each place, and how much that is."""
    number = 0
    for folder, group in groupby(due, lambda each: each.origin.file.rpartition("/")[0]):
        yield visible(folder.removeprefix("content").removeprefix("/") or ".")
        for each in group:
            number += 1
            yield f"  {visible(each.message.to(language))}"
    yield Words(f"{number}项已到期或即将到期", f"{number} thing{ending(number)} due").to(language)
