"""Lists that name what is loaded later: they say what the declarations say, and nothing is loaded for nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.forms.catalogue import FORMS
from noticeboard.kind import Kind
from noticeboard.kinds import KINDS
from noticeboard.later import Later, is_loaded

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "listed",
    (*KINDS, *BOARD_KINDS, *(form.kind for form in FORMS)),
    ids=lambda kind: vars(kind).get("name") or kind.key,
)
def test_the_list_says_what_the_declaration_says(listed: Later) -> None:
    assert {key: getattr(listed.declaration, key) for key in listed.said} == listed.said


def test_a_declaration_that_is_at_hand_counts_as_loaded() -> None:
    mine = Kind(name="x", folder="xs", words=KINDS[0].words, record=KINDS[0].record, title=KINDS[0].title)
    assert is_loaded(mine)


def loaded_after(command: str, folder: Path = ROOT, package: str = "kinds") -> set[str]:
    """The modules of a package that are in memory after a command, run in `folder`."""
    code = (
        "import os, sys\n"
        f"def told(_): print('kinds', *(m for m in sys.modules if m.startswith('noticeboard.{package}.')))\n"
        "from noticeboard import cli\n"
        "os._exit = told\n"
        f"sys.argv = ['noticeboard', *{command.split()!r}]\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    (line,) = (line for line in done.stdout.splitlines() if line.split()[:1] == ["kinds"])
    return {name.split(".")[2] for name in line.split()[1:]}


def test_a_check_of_one_file_loads_the_kinds_of_its_place_alone() -> None:
    loaded = loaded_after("check content/erqi/place.yml")
    assert {"place", "figure", "service", "notice"} <= loaded
    assert loaded.isdisjoint({"wish", "decision", "station", "partner", "activity", "slip"})


def test_a_check_of_one_file_loads_no_boards() -> None:
    assert loaded_after("check content/erqi/place.yml", package="boards") == set()


def test_a_build_loads_the_boards_of_what_is_recorded_alone(tmp_path: Path) -> None:
    content = tmp_path / "content" / "yard"
    content.mkdir(parents=True)
    (tmp_path / "content" / "site.yml").write_text("title: 示例站\n", encoding="utf-8")
    (content / "place.yml").write_text("kind: compound\nname: 示例小区\n", encoding="utf-8")
    (content / "wishes.yml").write_text("- {number: 1, what: 一盏灯}\n", encoding="utf-8")
    loaded = loaded_after("build", tmp_path, "boards")
    assert "wish" in loaded
    assert (
        loaded & {"decision", "station", "fund", "assignment", "borrowing", "facility", "programme"} == set()
    )
