"""The command line: finds out how it was called, runs one command, answers with an exit code.

    arguments ─ read_invocation ▶ Invocation ─ click ▶ the command's module, imported now ─▶ exit code

The one place that asks the clock, and one of two doors that import late: a command's module is imported when
that command runs, so that `--help` does not wait for everything else. A user's mistake never gets here as an
exception, so any exception is a fault of the program: it is logged, never shown as a traceback unless asked.

The process ends at once when the command has: to take a million small objects apart one by one took half as long
again as the build of one edit in a thousand places. A command may leave nothing for the end of the process.
"""

from __future__ import annotations

import importlib
import locale
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from types import ModuleType
from typing import NoReturn

import click

from noticeboard import __version__
from noticeboard.commands.command_line import Group, Make, explain
from noticeboard.commands.invocation import Clock, Invocation, locale_of, read_invocation
from noticeboard.languages import Words

FAULT, INTERRUPTED = 3, 130
HELP = Words(
    "由同一份内容生成楼院公示网站和可以打印的公示栏。\n\n站点是一个文件夹，里面有 content/。",
    "Build the public notice site of residential compounds, and the boards to print, from the same files."
    "\n\nA site is a folder that holds content/.",
)
COMMANDS = {
    "new": Words("新建站点、地点或一条记录", "start a site, a place or a record"),
    "check": Words("检查内容，列出所有问题", "name every problem of the content"),
    "build": Words("生成网站和公示栏", "build the site and the boards"),
    "print": Words("把公示栏画成 PDF", "draw boards as PDFs"),
    "list": Words("列出要做的事：哪些公示栏要重印", "list what is to be done: boards to print again"),
    "serve": Words("边改边看：保存后网页自动刷新", "preview that reloads when a file is saved"),
}
VERSION = Words("显示版本", "show the version and exit")
NOTHING_TO_DO = Words("中断了", "Interrupted")


def main() -> NoReturn:
    """Run the program with the arguments of the process, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a console may lack characters of a file
    end(run(sys.argv[1:]))


def end(exit_code: int) -> NoReturn:
    """End the process now; one that a profiler or a debugger watches, as Python does, for they write at the end."""
    if sys.getprofile() is not None or sys.gettrace() is not None:
        sys.exit(exit_code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody reads it, or the disk is full
        exit_code = exit_code or 1
    os._exit(exit_code)


def run(arguments: Sequence[str], clock: Clock = datetime.now) -> int:
    """Run one command: 0 clean, 1 errors in the content, 2 wrong usage, 3 our fault, 130 interrupted."""
    invocation = read_invocation(arguments, os.environ, locale_of(os.environ, locale.getlocale()[0]), clock)
    try:
        with command_line(invocation).make_context("noticeboard", list(arguments)) as ctx:
            return int(ctx.command.invoke(ctx) or 0)
    except click.exceptions.Exit as finished:
        return finished.exit_code
    except click.ClickException as error:
        click.echo(explain(error, invocation.language), err=True)
        return error.exit_code  # 2 for wrong usage
    except (KeyboardInterrupt, click.Abort):
        click.echo(NOTHING_TO_DO.to(invocation.language), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has enough; the interpreter must not stumble over it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # the last resort: a fault is logged and told in words
        _module("fault").report_fault(error, invocation)
        return FAULT


def command_line(invocation: Invocation) -> Group:
    """The program's commands in the language of the user."""
    language = invocation.language
    return Group(
        name="noticeboard",
        invocation=invocation,
        summaries=COMMANDS,
        find=_import_command,
        help=HELP.to(language),
        params=[
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=VERSION.to(language),
            )
        ],
    )


def _import_command(name: str) -> Make:
    make: Make = _module(name).command
    return make


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"noticeboard.commands.{name}")


def _show_version(ctx: click.Context, _parameter: click.Parameter, is_wanted: bool) -> None:
    if is_wanted and not ctx.resilient_parsing:
        click.echo(f"noticeboard {__version__}")
        ctx.exit()
