"""After any edits, on any day, whatever became of the cache: a warm build makes what a cold one makes.

`tests/soak/` plays thousands of the same, and longer ones, on a site of more places.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from edited_site import YML, start
from hypothesis import example, given, settings
from hypothesis import strategies as st
from site_edits import STEP, DeleteRecord, EditPlace, EditRecord, EditSetting, RespellRecord, Step
from two_builds import DAMAGED, Ground, compare, play, spoil
from whole_site import tree, write_files
from written_site import TODAY

from noticeboard.building.pipeline import BuildRequest, build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sites are built."""
    return tmp_path_factory.mktemp("edited")


@settings(max_examples=100, deadline=None, derandomize=True)
@example(boards="all", steps=[Step((), TODAY + timedelta(days=3))])
@given(boards=st.sampled_from(["none", "none", "none", "few"]), steps=st.lists(STEP, min_size=1, max_size=1))
def test_a_warm_build_equals_a_cold_one(folder: Path, boards: str, steps: list[Step]) -> None:
    play(Ground(folder, boards, small=True), steps)


ROAD, WATER = 0, 11
"""Records of the first site by their number: a task that a place below shows too, a notice that it links to."""
LATER = TODAY + timedelta(days=2)
SERIES = (
    pytest.param(
        (Step((), date(2026, 6, 30)), Step((), TODAY)),
        id="a half-year ends for the tasks of the place above",
    ),
    pytest.param(
        (Step((EditPlace(2, "as_of", str(LATER)),), TODAY), Step((), LATER)),
        id="a place comes to the day that it speaks of",
    ),
    pytest.param(
        (Step((RespellRecord(ROAD, YML),), TODAY), Step((DeleteRecord(WATER),), TODAY)),
        id="a link breaks whose record has moved to another file",
    ),
    pytest.param(
        (
            Step((EditRecord("tasks", ROAD, "title", "修路𪚥"),), TODAY),
            Step((RespellRecord(ROAD, YML),), TODAY),
        ),
        id="a board warns of a record above that has moved to another file",
    ),
)
"""Edits that hide what they change; a random series seldom hits them."""


@pytest.mark.parametrize("is_preview", (False, True))
@pytest.mark.parametrize("steps", SERIES)
def test_what_hides(folder: Path, steps: tuple[Step, ...], is_preview: bool) -> None:
    play(Ground(folder, "few", is_preview), steps)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(boards=st.sampled_from(["none", "few"]), steps=st.lists(STEP, min_size=2, max_size=2))
def test_a_preview_equals_a_cold_build(folder: Path, boards: str, steps: list[Step]) -> None:
    play(Ground(folder, boards, is_preview=True, small=True), steps)


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


def test_a_damaged_cache_is_told_once(folder: Path) -> None:
    warm = Ground(folder).begin()
    for path in sorted((warm.root / ".noticeboard").iterdir()):
        spoil(path, "garbage")
    told = [[each.code for each in build(BuildRequest(warm.root, TODAY)).report] for _ in range(2)]
    assert [codes.count(DAMAGED) for codes in told] == [1, 0]


@pytest.mark.parametrize(
    "path",
    (
        "content/a/m/place.yml",
        "templates/404.html",
        "templates/assets/own.txt",
    ),
)
def test_a_file_written_twice_within_a_tick_of_the_clock_is_seen(folder: Path, path: str) -> None:
    warm = Ground(folder).begin()
    text = "kind: 社区\nname: 示例{}\n" if path.endswith(".yml") else "<!doctype html><title>示例{}</title>"
    write_files(warm.root, {path: text.format("甲")})
    time = warm.time(path)
    assert build(BuildRequest(warm.root, TODAY)).ok
    before = tree(warm.site)
    write_files(warm.root, {path: text.format("乙")})
    warm.set_time(path, time)
    assert build(BuildRequest(warm.root, TODAY)).ok
    assert tree(warm.site) != before
