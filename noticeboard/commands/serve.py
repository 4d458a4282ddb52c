"""`serve`: the preview on this machine, reloading when a file is saved."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from noticeboard.commands.command_line import Command, port_option
from noticeboard.commands.fault import report_fault
from noticeboard.commands.invocation import Invocation
from noticeboard.commands.site import time_zone, unchanged
from noticeboard.commands.terminal import print_report
from noticeboard.diagnostics import Report, Severity
from noticeboard.languages import Words
from noticeboard.serving.preview import Preview, Rebuild
from noticeboard.serving.server import DEFAULT_PORT

HELP = Words(
    "在本机预览网站。保存 content/ 或 templates/ 里的文件，打开的网页会自动刷新。site/ 不会改动。",
    "Preview the site on this machine. The open page reloads when a file in content/ or templates/ is saved; "
    "site/ is not touched.",
)
PORT = Words(
    f"端口（默认 {DEFAULT_PORT}，被占用时用下一个）", f"port (default: {DEFAULT_PORT}, or the next free one)"
)
DRAFTS = Words("草稿也显示", "show drafts too")


def command(invocation: Invocation) -> Command:
    """The command `serve`."""
    language = invocation.language

    def run(port: int | None, drafts: bool) -> int:
        return run_serve(invocation, port=port, drafts=drafts)

    return Command(
        language=language,
        name="serve",
        callback=run,
        help=HELP.to(language),
        params=[
            port_option(PORT, language),
            click.Option(["--drafts"], is_flag=True, help=DRAFTS.to(language)),
        ],
    )


def run_serve(invocation: Invocation, *, port: int | None, drafts: bool) -> int:
    """Serve until Ctrl-C."""
    language, zone = invocation.language, time_zone(invocation)

    def tell(rebuild: Rebuild) -> None:
        tell_rebuild(rebuild, invocation, invocation.clock(zone))

    try:
        preview = Preview(
            invocation.root,
            lambda: invocation.day_in(zone),
            language,
            tell,
            drafts=drafts,
            port=port,
            first_epoch=int(invocation.clock(zone).timestamp() * 1000),
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = Words(f"端口 {port} 用不了：{reason}", f"port {port} cannot be used: {reason}")
        raise click.UsageError(message.to(language), click.get_current_context()) from None
    address = preview.server.address
    said = Words(f"预览：{address}（按 Ctrl-C 结束）", f"Preview: {address} (Ctrl-C ends it)")
    click.echo(said.to(language))
    preview.run()
    return 0


def tell_rebuild(rebuild: Rebuild, invocation: Invocation, now: datetime) -> None:
    """Say on the terminal what one build came to."""
    language, clock = invocation.language, now.strftime("%H:%M:%S")
    result = rebuild.result
    if result is None:
        if rebuild.fault is not None:
            report_fault(rebuild.fault, invocation)
        return
    # Notes ask for nothing, and would be repeated after every save.
    told = Report(
        [one for one in result.report if invocation.is_verbose or one.severity is not Severity.NOTE]
    )
    if len(told):
        print_report(told, language, "text", sys.stderr)
    took = f"{rebuild.seconds:.2f}"
    if not result.ok:
        message = Words(
            f"{clock}  没有生成：仍显示上一次的页面（{took}秒）",
            f"{clock}  not built: the last good pages are still shown ({took} s)",
        )
        click.echo(message.to(language), err=True)
    elif not invocation.is_quiet:
        message = Words(
            f"{clock}  写入{result.written}个文件，{unchanged(result)}个未变，删去{result.deleted}个（{took}秒）",
            f"{clock}  {result.written} written, {unchanged(result)} unchanged, {result.deleted} deleted ({took} s)",
        )
        click.echo(message.to(language))
