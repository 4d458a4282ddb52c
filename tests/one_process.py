"""The program run in a process of its own, where nothing is imported yet: several runs after each other.

    code, runs ─ runs_of_one_process ▶ (Run, …)

A process costs ten times what a run in it does, so runs that do not disturb each other share one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from whole_site import CHECKOUT

HIDE_ENGINE = "sys.modules['plutoprint'] = sys.modules['pikepdf'] = None"


@dataclass(frozen=True)
class Run:
    """One run: the exit code, what it said, what it said of errors, which PDF engines are imported after it."""

    code: int
    out: str
    err: str
    engines: str


def runs_of_one_process(folder: Path, code: str, *runs: tuple[str, ...]) -> list[Run]:
    """Run the program on the site at `folder` with these arguments, after some lines of Python."""
    program = f"""
import contextlib, io, json, sys
sys.path.insert(0, {str(CHECKOUT)!r})
{code}
from noticeboard.cli import run
done = []
for arguments in {runs!r}:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = run(["-C", {str(folder)!r}, *arguments])
    engines = " ".join(name for name in ("pikepdf", "plutoprint") if name in sys.modules)
    done.append((code, out.getvalue(), err.getvalue(), engines))
print(json.dumps(done))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    return [Run(*each) for each in json.loads(done.stdout)]
