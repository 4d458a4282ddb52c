"""Where the time of a cold build goes, by stage.

The program has no clock of its own inside, so one build runs under cProfile and the time that each function
takes itself is added up by the folder or file that it stands in. What stands in no stage (the standard
library, values, records, libraries that several stages use) is passed on to its callers by their shares until
a stage is reached. A build takes about twice as long under cProfile, and code of many small calls looks
dearer than it is: compare shares, not seconds.
"""

from __future__ import annotations

import importlib.util
import pstats
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from measuring import measure
from sites import Site

import noticeboard

PACKAGE = Path(noticeboard.__file__).parent
RENDER, START, ELSEWHERE = "render", "start: imports", "elsewhere"
STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("scan", ("reading/scan.py", "reading/files.py", "reading/encoding.py", "reading/survey.py")),
    ("YAML", ("reading/yaml.py", "reading/parser.py", "reading/front_matter.py", "yaml/")),
    ("positions of problems", ("reading/positions.py", "reading/mistakes.py")),
    ("decode", ("reading/decode.py", "reading/load.py", "reading/validation.py", "pydantic_core/")),
    ("check", ("checking/",)),
    ("redact", ("checking/redaction.py",)),
    ("plan", ("planning/", "kinds/")),
    ("boards", ("boards/", "planning/board_pages.py", "segno/")),
    ("Markdown", ("reading/markdown.py", "markdown/")),
    (RENDER, ("rendering/", "jinja2/", "markupsafe/")),
    ("links", ("building/links.py",)),
    ("write", ("publishing/",)),
    ("build: stale, manifest, workers", ("building/",)),
    ("commands", ("commands/", "cli.py")),
)
LIBRARIES = frozenset({"yaml", "pydantic_core", "segno", "markdown", "jinja2", "markupsafe"})
"""Folders above that are packages of others; the rest is ours."""
ROUNDS = 60
"""How far time is passed on from callee to caller; what still circles then is told as elsewhere."""
Function = tuple[str, int, str]


class ProfileFailed(Exception):
    """The stages and the program do not fit each other any more."""


def stage_table(site: Site, out: Path) -> str:
    """Seconds and shares of the stages of a build of a site that has no output yet, as a Markdown table."""
    folders = stage_paths()
    own = (sys.executable, "-P", "-m", "cProfile", "-o", str(out), "-m", "noticeboard")
    options = site.command[site.command.index("-C") :]
    log = out.with_suffix(".log")
    measure((*own, *options), log)
    if not (site.output / "index.html").is_file():  # cProfile does not pass the exit code on
        raise ProfileFailed(f"the build that was profiled made no site: see {log}")
    stats: Any = pstats.Stats(str(out))
    if not any(file.startswith(str(PACKAGE)) for file, _, _ in stats.stats):
        raise ProfileFailed(f"the build that was profiled is not that of {PACKAGE}")
    seconds = by_stage(stats.stats, folders)
    total = sum(seconds.values())
    rows = [
        f"| {stage} | {seconds[stage]:.2f} | {seconds[stage] / total:.0%} |"
        for stage in (START, *(stage for stage, _ in STAGES), ELSEWHERE)
    ]
    head = "| stage, one process under cProfile | s | share |"
    return "\n".join([head, "|---|---:|---:|", *rows, f"| together | {total:.2f} | 100% |"]) + "\n"


def stage_paths() -> dict[str, str]:
    """Stage by folder or file, as the profile names them; ProfileFailed names one that is not there."""
    paths = {}
    for stage, parts in STAGES:
        for part in parts:
            library = part.rstrip("/")
            if library in LIBRARIES:
                found = importlib.util.find_spec(library)
                path = Path(found.origin).parent if found and found.origin else None
            else:
                path = PACKAGE / part
            if path is None or not path.exists():
                raise ProfileFailed(
                    f"the stage “{stage}” names {part}, which is gone: mend STAGES in {__file__}"
                )
            paths[f"{path}/" if part.endswith("/") else str(path)] = stage
    return paths


def by_stage(stats: Mapping[Function, Any], paths: Mapping[str, str]) -> dict[str, float]:
    """The time of all functions of a profile, by stage."""
    seconds: dict[str, float] = defaultdict(float)
    pending: dict[Function, float] = {function: row[2] for function, row in stats.items()}
    for _ in range(ROUNDS):
        passed: dict[Function, float] = defaultdict(float)
        for function, time in pending.items():
            stage = _stage(function, paths)
            callers = stats[function][4] if function in stats else {}
            shares = {caller: row[3] or row[2] for caller, row in callers.items() if caller != function}
            whole = sum(shares.values())
            if stage or not whole:
                seconds[stage or ELSEWHERE] += time
                continue
            for caller, share in shares.items():
                passed[caller] += time * share / whole
        pending = passed
    seconds[ELSEWHERE] += sum(pending.values())
    return seconds


def _stage(function: Function, paths: Mapping[str, str]) -> str:
    """The stage of a function: that of the longest path that its file begins with."""
    file, _, name = function
    if name == "<module>" or file.startswith("<frozen importlib"):
        return START
    if file == "<template>" or file.endswith(".html"):
        return RENDER
    return paths[max(found, key=len)] if (found := [path for path in paths if file.startswith(path)]) else ""
