"""`print --doorway`: doorway sets with their packing list, on standard output as lines or as JSON."""

from __future__ import annotations

import click

from noticeboard.building.doorway_sets import list_doorways, print_doorways
from noticeboard.building.print_request import PrintRequest
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.packing_text import packing_json, packing_lines, set_summary
from noticeboard.commands.print_text import recorded
from noticeboard.commands.print_told import tell
from noticeboard.commands.site import exit_code
from noticeboard.commands.terminal import print_json, progress
from noticeboard.languages import Words

DRAWING = Words("正在画楼门套件…", "Drawing doorway sets …")
NOT_PRINTED = Words("没有打印：什么也没有写", "Nothing was printed: no file was written")
RECORD_IT = Words(
    "挂好以后，加上 --record 再运行一次，记进挂出记录",
    "once they hang, run it again with --record to record that",
)


def run_doorways(invocation: Invocation, request: PrintRequest, *, draws: bool, is_json: bool) -> int:
    """Print the sets, or only list them; problems go to standard error."""
    language = invocation.language
    with progress(DRAWING.to(language), is_quiet=invocation.is_quiet):
        printed, result = (print_doorways if draws else list_doorways)(request)
    tell(printed, result, invocation)
    if not result.ok:
        if draws and not printed.boards:
            click.echo(NOT_PRINTED.to(language), err=True)
        return exit_code(result)
    if is_json:
        print_json(packing_json(printed.packed))
        return exit_code(result)
    if not draws or not invocation.is_quiet:
        for line in packing_lines(printed.packed, language):
            click.echo(line)
    if draws and not invocation.is_quiet:
        click.echo(set_summary(printed, request, language))
        hung = request.order.hung
        click.echo(recorded(printed, language) if hung else RECORD_IT.to(language))
    return exit_code(result)
