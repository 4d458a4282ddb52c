"""Several processes make the same site, byte for byte, and report a broken template as one process does."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from whole_site import tree
from written_site import TODAY, codes, place, write_content

from noticeboard.building.executor import InThisProcess, Workers
from noticeboard.building.pipeline import BuildRequest, build

PLACES = 30
"""Enough that workers are started."""
FILES = {
    path: text
    for n in range(PLACES)
    for path, text in (
        (f"s/c{n}/place.yml", place("楼院", f"示例{n}区")),
        (f"s/c{n}/tasks.yml", f"- {{id: t, title: 第{n}件实事, state: open, body: '**说明**{n}'}}\n"),
    )
} | {
    "s/place.yml": place("街道", "示例街道"),
    "s/tasks.yml": "- {id: road, title: 修路, state: open, places: [c0, c29]}\n",
}


def request(root: Path, output: str, jobs: int, today: date = TODAY) -> BuildRequest:
    """A build of the site at `root` by so many processes."""
    return BuildRequest(root=root, today=today, output=root / output, jobs=jobs)


@pytest.mark.parametrize(
    ("places", "jobs", "in_this_process"),
    ((PLACES, 2, False), (PLACES, 1, True), (PLACES, None, os.cpu_count() == 1), (3, 2, True)),
)
def test_little_work_is_done_in_this_process(places: int, jobs: int | None, in_this_process: bool) -> None:
    with Workers(jobs) as workers:
        executor = workers.executor_for(places)
        assert isinstance(executor, InThisProcess) is in_this_process
        assert isinstance(executor, ProcessPoolExecutor) is not in_this_process


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    root = write_content(tmp_path, FILES)
    assert build(request(root, "one", 1)).ok
    assert build(request(root, "two", 2)).ok
    assert tree(root / "one") == tree(root / "two")


def test_a_broken_template_is_told_from_a_worker(tmp_path: Path) -> None:
    root = write_content(tmp_path, FILES)
    (root / "templates").mkdir()
    (root / "templates/task.html").write_text("{{ view.oops }}", encoding="utf-8")
    result = build(replace(request(root, "site", 2), clean=True))
    assert "E-TEMPLATE" in codes(result)
    assert not [path for path in tree(root / "site") if path.endswith(".html")]
