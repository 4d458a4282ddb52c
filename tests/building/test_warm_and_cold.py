"""After any edits, on any day, whatever became of the cache: a warm build makes what a cold one makes.

`tests/soak/` plays thousands of the same.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from site_edits import STEP, Step
from two_builds import Ground, play
from written_site import TODAY


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sites are built."""
    return tmp_path_factory.mktemp("edited")


@settings(max_examples=100, deadline=None, derandomize=True)
@example(boards="all", steps=[Step((), TODAY + timedelta(days=3))])
@given(boards=st.sampled_from(["none", "none", "none", "few"]), steps=st.lists(STEP, min_size=1, max_size=2))
def test_a_warm_build_equals_a_cold_one(folder: Path, boards: str, steps: list[Step]) -> None:
    play(Ground(folder, boards), steps)
