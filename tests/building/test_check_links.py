"""`check` says what `build` would say of links, and writes nothing."""

from __future__ import annotations

from pathlib import Path

from whole_site import tree
from written_site import check_site, codes, rebuild

TASK = "- {id: gas, title: 接通天然气, state: open, body: '见[说明](nowhere.html)'}\n"


def test_check_finds_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    result = check_site(tmp_path, {"c/tasks.yml": TASK})
    assert codes(result) == ["E-LINK"]
    assert not (tmp_path / "site").exists()


def test_check_after_a_build_says_the_same(tmp_path: Path) -> None:
    good = TASK.replace("nowhere.html", "../../index.html")
    assert codes(check_site(tmp_path, {"c/tasks.yml": good})) == []
    assert rebuild(tmp_path).ok
    before = tree(tmp_path / "site")
    assert codes(check_site(tmp_path, {"c/tasks.yml": TASK})) == ["E-LINK"]
    assert tree(tmp_path / "site") == before
