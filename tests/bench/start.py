#!/usr/bin/env python3
"""How long the program takes to say anything: `--help`, and `check` of a single file.

    python tests/bench/start.py [--times 10]

Medians of whole processes, by the clock, after one run that is not counted. A program that does not take a
file as an argument of `check` is said so.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from machine import as_installed
from sites import DAY, noticeboard_command, noticeboard_site, write_data
from to_noticeboard import ONE_BOARD

USAGE = 2
COMPOUNDS = 20


def main() -> None:
    """Print the medians."""
    as_installed()
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--times", type=int, default=10)
    times = arguments.parse_args().times
    with TemporaryDirectory() as name:
        source = write_data(COMPOUNDS, Path(name))
        site = noticeboard_site(Path(name, "site"), ONE_BOARD)
        site.convert(source, site.root)
        file = next(site.root.rglob("tasks.yml"))
        program = (*noticeboard_command(), "-C", str(site.root), "--lang", "en")
        told(f"`{Path(sys.executable).name} -c pass`", (sys.executable, "-c", "pass"), times)
        told("`noticeboard --help`", (*noticeboard_command(), "--help"), times)
        told("`noticeboard check FILE`", (*program, "check", "--date", DAY, str(file)), times)


def told(name: str, command: Sequence[str], times: int) -> None:
    """Print the median of `times` runs, or that the command is not understood."""
    if _run(command) == USAGE:
        print(f"{name}: not supported")
        return
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        _run(command)
        seconds.append(time.perf_counter() - begun)
    print(f"{name}: {median(seconds):.3f} s, median of {times} ({min(seconds):.3f} to {max(seconds):.3f})")


def _run(command: Sequence[str]) -> int:
    return subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode


if __name__ == "__main__":
    main()
