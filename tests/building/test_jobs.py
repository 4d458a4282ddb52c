"""Several processes make the same site, byte for byte, and report a broken template as one process does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from whole_site import tree
from written_site import TODAY, codes, write_content

from noticeboard.building.pipeline import BuildRequest, build

TASKS = "".join(f"- {{id: t{n}, title: 第{n}件实事, state: open, body: '**说明**{n}'}}\n" for n in range(60))


def request(root: Path, output: str, jobs: int, today: date = TODAY) -> BuildRequest:
    """A build of the site at `root` by so many processes."""
    return BuildRequest(root=root, today=today, output=root / output, jobs=jobs)


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    root = write_content(tmp_path, {"c/tasks.yml": TASKS})
    assert build(request(root, "one", 1)).ok
    assert build(request(root, "two", 2)).ok
    assert tree(root / "one") == tree(root / "two")


def test_a_broken_template_is_told_from_a_worker(tmp_path: Path) -> None:
    root = write_content(tmp_path, {"c/tasks.yml": TASKS})
    (root / "templates").mkdir()
    (root / "templates/task.html").write_text("{{ view.oops }}", encoding="utf-8")
    result = build(replace(request(root, "site", 2), clean=True))
    assert "E-TEMPLATE" in codes(result)
    assert not [path for path in tree(root / "site") if path.endswith(".html")]
