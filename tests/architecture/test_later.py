"""Lists that name what is loaded later: they say what the declarations say, and nothing is loaded for nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from noticeboard.kind import Kind
from noticeboard.kinds import KINDS
from noticeboard.later import Later, is_loaded

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("listed", KINDS, ids=lambda kind: kind.name)
def test_the_list_says_what_the_declaration_says(listed: Later) -> None:
    assert {key: getattr(listed.declaration, key) for key in listed.said} == listed.said


def test_a_declaration_that_is_at_hand_counts_as_loaded() -> None:
    mine = Kind(name="x", folder="xs", words=KINDS[0].words, record=KINDS[0].record, title=KINDS[0].title)
    assert is_loaded(mine)


def loaded_after(command: str) -> set[str]:
    """The modules of kinds that are in memory after a command, run in the folder of the project."""
    code = (
        "import os, sys\n"
        "def told(_): print('kinds', *(m for m in sys.modules if m.startswith('noticeboard.kinds.')))\n"
        "from noticeboard import cli\n"
        "os._exit = told\n"
        f"sys.argv = ['noticeboard', *{command.split()!r}]\n"
        "cli.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("kinds "))
    return {name.split(".")[2] for name in line.split()[1:]}


def test_a_check_of_one_file_loads_the_kinds_of_its_place_alone() -> None:
    loaded = loaded_after("check content/erqi/place.yml")
    assert {"place", "figure", "service", "notice"} <= loaded
    assert loaded.isdisjoint({"wish", "decision", "station", "partner", "activity", "slip"})
