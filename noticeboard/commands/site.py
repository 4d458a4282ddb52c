"""What the commands that read a site share: the day it is there, and the exit code of what came of it."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from noticeboard.building.pipeline import BuildResult
from noticeboard.commands.invocation import Invocation
from noticeboard.diagnostics import Severity
from noticeboard.reading.files import FileEntry, Snapshot
from noticeboard.reading.load import load_settings

CLEAN, CONTENT_ERRORS, USAGE = 0, 1, 2
DEFAULT_ZONE = "Asia/Shanghai"
SITE_FILE = "content/site.yml"
OUTPUT_CHOICE = frozenset({"E-OUTPUT-FOREIGN", "E-OUTPUT-PLACE"})
"""Errors of whoever called the program, not of the content."""


def time_zone(invocation: Invocation) -> ZoneInfo:
    """The time zone of the site; that of China where site.yml cannot be read, which the build will report."""
    path = invocation.root / SITE_FILE
    settings = None
    if path.is_file():
        settings, _ = load_settings(Snapshot(invocation.root, (FileEntry(SITE_FILE, 0, 0),)))
    return ZoneInfo(settings.time_zone if settings is not None else DEFAULT_ZONE)


def day_of(invocation: Invocation, wanted: date | None) -> date:
    """The day for which to build: the one that was asked for, else today at the site."""
    return wanted or invocation.day_in(time_zone(invocation))


def exit_code(result: BuildResult) -> int:
    """0 clean, 1 errors in the content, 2 when site.yml or the output folder is wrong."""
    if result.ok:
        return CLEAN
    errors = {one.code for one in result.report.of(Severity.ERROR)}
    return USAGE if result.settings_failed or errors & OUTPUT_CHOICE else CONTENT_ERRORS


def unchanged(result: BuildResult) -> int:
    """How many files of the site are as they were, made anew with the same bytes or not made at all."""
    return len(result.built) + result.kept - result.written
