"""An answer that a second process works out: the same as here, whatever becomes of that process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from whole_site import write_files

HERE = ["a", "b/c", "院/1"]


def answered(work: str, *, is_long: bool = True) -> str:
    """What a process says that asks for an answer: who worked it out, and the paths."""
    code = f"""
import os, sys
from noticeboard.building.aside import Aside
here = os.getpid()
def work():
    is_here = os.getpid() == here
    print('worked here' if is_here else 'worked aside', file=sys.stderr, flush=True)
    {work}
with Aside(work, is_long={is_long}) as aside:
    print(sorted(aside.answer()))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told = [line for line in done.stderr.splitlines() if line.startswith("worked")]
    return f"{', '.join(told)}: {done.stdout.strip()}"


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process is forked")
@pytest.mark.parametrize(
    ("work", "answer"),
    (
        (f"return {HERE}", f"worked aside: {HERE}"),
        ("return []", "worked aside: []"),
        ("return ['x' * 99_999] * 3", f"worked aside: ['{'x' * 99_999}']"),
        ("assert is_here; return ['a']", "worked aside, worked here: ['a']"),
        ("yield 'a'; assert is_here; yield 'b'", "worked aside, worked here: ['a', 'b']"),
    ),
)
def test_a_process_aside_answers_or_else_this_one(work: str, answer: str) -> None:
    assert answered(work) == answer


def test_what_is_quick_is_worked_out_here() -> None:
    assert answered("return ['a']", is_long=False) == "worked here: ['a']"


def test_one_that_is_never_asked_ends() -> None:
    code = (
        "from noticeboard.building.aside import Aside\n"
        "with Aside(lambda: ['x' * 999_999], is_long=True): pass\nprint('done')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout == "done\n"


BUILD = """
import sys
from datetime import date
from pathlib import Path
from noticeboard.building import aside, pipeline
pipeline.MANY_FILES = 0
started = aside._forked
def told(work):
    print("aside")
    return started(work)
aside._forked = told
result = pipeline.build(pipeline.BuildRequest(Path(sys.argv[1]), date(2026, 11, 20), jobs=1))
print(result.ok, sorted(path for path, _ in result.built))
"""
"""A build that thinks its site large, and says when it lets another process look at the files."""


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process is forked")
def test_files_that_somebody_harmed_are_found_aside_and_made_again(tmp_path: Path) -> None:
    def build() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", BUILD, tmp_path], capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    write_files(tmp_path, {"content/site.yml": "title: 示例站\n"})
    write_files(
        tmp_path, {f"content/{n}/place.yml": f"kind: compound\nname: 示例{n}院\n" for n in ("east", "west")}
    )
    build()
    (tmp_path / "site/west/index.html").write_text("harmed", encoding="utf-8")
    (tmp_path / "content/east/place.yml").write_text("kind: compound\nname: 改名院\n", encoding="utf-8")
    told, result = build()
    assert told == "aside"
    assert "'east/index.html'" in result
    assert "'west/index.html'" in result
    assert "harmed" not in (tmp_path / "site/west/index.html").read_text(encoding="utf-8")
