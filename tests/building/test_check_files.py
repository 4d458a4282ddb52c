"""`check` of some files alone: their own problems, what they refer to, and nothing of the rest of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import TODAY, lines, place, write_content

from noticeboard.building.check import check
from noticeboard.building.request import BuildRequest

FILES = {
    "sources.yml": "- {id: S1, title: 示例来源}\n",
    "s/place.yml": place("街道", "示例街道"),
    "s/organizations.yml": "- {id: team, type: volunteer, name: 示例服务队}\n",
    "s/c/place.yml": place("楼院", "示例小区", "来源: S1\n"),
    "s/c/volunteers.yml": "- {name: 示例甲, team: team}\n- {name: 示例甲, team: tema}\n",
    "s/c/tasks.yml": "- {id: gas, title: 接通天然气, state: 做了}\n",
    "s/d/place.yml": place("楼院", "示例二区"),
    "s/d/tasks.yml": "- {id: lamp, title: 换路灯, state: open, cost: -1}\n",
    "s/e/place.yml": place("楼院", "示例三区", "来源: S2\n"),
    "s/d/volunteers.yml": "- {name: 示例乙, team: '/s/c#elsewhere'}\n",
}


def told(root: Path, *only: str) -> list[str]:
    """The codes with their places, of a check of these files."""
    result = check(BuildRequest(root, TODAY), [root / "content" / name for name in only])
    return [" ".join(line.split()[:2]) for line in lines(result)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_content(tmp_path, FILES)


@pytest.mark.parametrize(
    ("only", "expected"),
    (
        (
            ("s/c/volunteers.yml",),
            ["s/c/volunteers.yml:2:10 W-VOLUNTEER-TWICE", "s/c/volunteers.yml:2:21 E-REFERENCE"],
        ),
        (("s/c/tasks.yml",), ["s/c/tasks.yml:1:34 E-CHOICE"]),
        (("s/c/place.yml",), []),
        (("s/d",), ["s/d/tasks.yml:1:39 E-UNKNOWN-KEY"]),
        (("s/d/volunteers.yml",), []),
        (("s/d/volunteers.yml", "s/c/place.yml"), ["s/d/volunteers.yml:1:21 E-REFERENCE"]),
        (("s/e/place.yml",), ["s/e/place.yml:3:5 E-SOURCE"]),
    ),
)
def test_what_is_told_of_some_files(root: Path, only: tuple[str, ...], expected: list[str]) -> None:
    """A reference into a place that is not read, as that of 示例乙, is left to a check of the whole site."""
    assert sorted(told(root, *only)) == sorted(expected)


def test_a_stray_file_and_settings_are_told(root: Path) -> None:
    (root / "content/s/c/plan.yml").write_text("a: 1\n", encoding="utf-8")
    (root / "content/site.yml").write_text("title: 示例站\nbase_url: nowhere\n", encoding="utf-8")
    assert told(root, "s/c/plan.yml", "site.yml") == [
        "site.yml:2:11 E-SETTING",
        "s/c/plan.yml:1:1 E-STRAY-FILE",
    ]


def test_nothing_is_written(root: Path) -> None:
    before = sorted(root.rglob("*"))
    told(root, "s/c")
    assert sorted(root.rglob("*")) == before
