"""What a table of figures has to say about where it comes from: machine, programs, day."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from sites import CHECKOUT, hugo_program, origins

CPU_INFO = Path("/proc/cpuinfo")


def provenance() -> list[str]:
    """One line each: processor, programs, data, day."""
    hugo = re.search(r"v[\d.]+", _said(hugo_program(), "version"))
    return [
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        f"Python {sys.version.split()[0]}, Hugo {hugo[0] if hugo else '?'}, noticeboard at {commit()}",
        f"data by {origins()}",
        f"{datetime.now(UTC):%Y-%m-%d}",
    ]


def processor() -> str:
    """The model of the CPU, as far as the system tells it."""
    if CPU_INFO.exists():
        for line in CPU_INFO.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def commit() -> str:
    """The commit of the checkout, and whether files of the program differ from it."""
    try:
        name = _said("git", "-C", str(CHECKOUT), "rev-parse", "--short", "HEAD")
        changed = _said("git", "-C", str(CHECKOUT), "status", "--short", "--", "noticeboard", "templates")
    except (OSError, subprocess.CalledProcessError):
        return "an unknown commit"
    return name + (" with changes" if changed else "")


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def as_installed() -> None:
    """Let Python keep the bytecode of what is measured, as it does for an installed program."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
