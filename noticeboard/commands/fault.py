"""A fault of the program: told in both languages, with the traceback in a file and not on the screen."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

import click

from noticeboard import __version__
from noticeboard.commands.invocation import Invocation

LOG = ".noticeboard/error.log"


def report_fault(error: BaseException, invocation: Invocation) -> None:
    """Write the traceback to a log file and say on standard error where it is."""
    trace = "".join(traceback.format_exception(error))
    log = write_log(trace, invocation)
    name = type(error).__name__
    click.echo(f"程序出错了（{name}），不是内容的问题。网站没有改动。", err=True)
    click.echo(
        f"This is a fault of noticeboard ({name}), not of your files. The site was not changed.", err=True
    )
    if log is not None:
        click.echo(f"细节在 Details in: {log}", err=True)
    if invocation.is_verbose or log is None:
        click.echo(trace, err=True, nl=False)


def write_log(trace: str, invocation: Invocation) -> Path | None:
    """The log file with `trace` in it: beside the content, else among the temporary files, else None."""
    now = invocation.clock(None).isoformat(timespec="seconds")
    text = f"noticeboard {__version__}\nPython {sys.version}\n{platform.platform()}\n{now}\n\n{trace}"
    places = [invocation.root / LOG, Path(tempfile.gettempdir()) / "noticeboard-error.log"]
    for path in places if (invocation.root / "content").is_dir() else places[1:]:
        try:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None
