"""After any edits, on any day, whatever became of the cache: a warm build makes what a cold one makes.

`tests/soak/` plays thousands of the same.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from edited_site import start
from hypothesis import example, given, settings
from hypothesis import strategies as st
from site_edits import STEP, EditSetting, Step
from two_builds import DAMAGED, Ground, compare, play, spoil
from whole_site import tree
from written_site import TODAY

from noticeboard.building.pipeline import BuildRequest, build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sites are built."""
    return tmp_path_factory.mktemp("edited")


@settings(max_examples=100, deadline=None, derandomize=True)
@example(boards="all", steps=[Step((), TODAY + timedelta(days=3))])
@given(boards=st.sampled_from(["none", "none", "none", "few"]), steps=st.lists(STEP, min_size=1, max_size=2))
def test_a_warm_build_equals_a_cold_one(folder: Path, boards: str, steps: list[Step]) -> None:
    play(Ground(folder, boards), steps)


@pytest.mark.parametrize("how", ("empty", "truncate", "garbage", "json"))
def test_a_damaged_cache_is_told_in_one_line_and_all_is_made_anew(folder: Path, how: str) -> None:
    ground = Ground(folder)
    warm, site = ground.begin(), start(ground.boards)
    for path in sorted((warm.root / ".noticeboard").iterdir()):
        spoil(path, how)
    warm.damaged = True
    EditSetting("title", "公示示例").apply(site)
    result = compare(warm, site, Step((), TODAY), ground)
    assert [each.code for each in result.report].count(DAMAGED) == 1
    assert {path for path, _ in result.built} == set(tree(warm.site))
    assert build(BuildRequest(warm.root, TODAY)).built == ()
