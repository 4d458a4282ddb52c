"""What the commands that read a site share: the day it is there, and the exit code of what came of it."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noticeboard.building.request import BuildResult
from noticeboard.commands.invocation import MOST_OF_SITE_FILE, Invocation
from noticeboard.diagnostics import Severity

CLEAN, CONTENT_ERRORS, USAGE = 0, 1, 2
DEFAULT_ZONE = "Asia/Shanghai"
SITE_FILE = "content/site.yml"
ZONE = re.compile(r"^(?:time_zone|时区)[ \t]*[:：][ \t]*[\"']?([A-Za-z0-9_+/-]+)", re.M)
"""Found by its look: a build without changes reads no YAML."""
OF_THE_CALL = frozenset(
    (
        "E-FORM-CHOICES",
        "E-FORM-NUMBER",
        "E-FORM-RECORD",
        "E-OUTPUT-FOREIGN",
        "E-OUTPUT-PLACE",
        "E-PDF-ENGINE",
    )
)
"""Errors of whoever called the program, not of the content."""


def time_zone(invocation: Invocation) -> ZoneInfo:
    """The time zone of the site; that of China where site.yml states none or a wrong one, which a build reports."""
    try:
        with (invocation.root / SITE_FILE).open(encoding="utf-8", errors="replace") as file:
            stated = ZONE.search(file.read(MOST_OF_SITE_FILE))
        return ZoneInfo(stated[1] if stated else DEFAULT_ZONE)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return ZoneInfo(DEFAULT_ZONE)


def day_of(invocation: Invocation, wanted: date | None) -> date:
    """The day for which to build: the one that was asked for, else today at the site."""
    return wanted or invocation.day_in(time_zone(invocation))


def exit_code(result: BuildResult) -> int:
    """0 clean, 1 errors in the content, 2 when site.yml is wrong, or the folder or the machine for what was asked."""
    if result.ok:
        return CLEAN
    errors = {one.code for one in result.report.of(Severity.ERROR)}
    return USAGE if result.settings_failed or errors & OF_THE_CALL else CONTENT_ERRORS


def unchanged(result: BuildResult) -> int:
    """How many files of the site are as they were, made anew with the same bytes or not made at all."""
    return len(result.built) + result.kept - result.written
