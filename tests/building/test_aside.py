"""An answer that a second process works out: the same as here, whatever becomes of that process."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
