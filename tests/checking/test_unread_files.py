"""What cannot be read is one message: nothing that refers into it is accused as well, all else is still checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import check_site, place

TEAMS = "- {id: patrol, type: volunteer, name: 示例志愿服务队}\n"
BROKEN = "- {id: patrol, type: volunteer\n"


def found(root: Path, files: dict[str, str]) -> list[str]:
    """File and code of every problem."""
    result = check_site(root, files)
    return sorted(f"{each.origin.file.removeprefix('content/')} {each.code}" for each in result.report)


def test_references_into_a_file_that_cannot_be_read_are_no_second_errors(tmp_path: Path) -> None:
    files = {
        "c/organizations.yml": BROKEN,
        "c/volunteers.yml": "- {name: 示例甲, team: patrol}\n- {name: 示例乙, team: organization/patrol}\n",
    }
    assert found(tmp_path, files) == ["c/organizations.yml E-YAML"]


@pytest.mark.parametrize("reference", ("patrol", "/s#patrol"))
def test_the_file_may_stand_in_a_place_above(tmp_path: Path, reference: str) -> None:
    files = {
        "s/place.yml": place("街道", "示例街道"),
        "s/organizations.yml": BROKEN,
        "s/c/place.yml": place("楼院", "示例小区"),
        "s/c/volunteers.yml": f"- {{name: 示例甲, team: {reference}}}\n",
    }
    assert found(tmp_path, files) == ["s/organizations.yml E-YAML"]


def test_references_elsewhere_are_checked_in_the_same_run(tmp_path: Path) -> None:
    files = {
        "a/place.yml": place("楼院", "示例小区"),
        "a/organizations.yml": BROKEN,
        "c/volunteers.yml": "- {name: 示例甲, team: patrol}\n- {name: 示例乙, team: /a#patrol}\n",
    }
    assert found(tmp_path, files) == ["a/organizations.yml E-YAML", "c/volunteers.yml E-REFERENCE"]


def test_sources_that_cannot_be_read_are_one_error(tmp_path: Path) -> None:
    files = {
        "sources.yml": "- {id: S1 title\n",
        "c/tasks.yml": "- {id: a, title: 甲, state: open, source: S1}\n",
    }
    assert found(tmp_path, files) == ["sources.yml E-YAML"]


@pytest.mark.parametrize(
    "text", ("kind: 街道\nname: [\n", "name: 示例街道\n", "kind: 街道\nname: 甲\nname: 乙\nlevel: 1\n")
)
def test_a_place_that_cannot_be_read_is_still_a_place(tmp_path: Path, text: str) -> None:
    files = {
        "s/place.yml": text,
        "s/organizations.yml": TEAMS,
        "s/tasks.yml": "- {id: a, title: 甲, state: nonsense}\n",
        "s/figures.yml": "- {title: 两倍, sum: [/s#households, /s#households]}\n",
        "s/c/place.yml": place("楼院", "示例小区"),
        "s/c/volunteers.yml": "- {name: 示例甲, team: patrol}\n",
        "tasks.yml": "- {id: b, title: 乙, state: open, places: [s, s/c]}\n",
    }
    codes = found(tmp_path, files)
    assert {each.partition(" ")[0] for each in codes} == {"s/place.yml", "s/tasks.yml"}


def test_a_number_that_cannot_be_read_is_not_missing_too(tmp_path: Path) -> None:
    files = {
        "c/place.yml": place("楼院", "示例小区", "households: 很多\n"),
        "c/figures.yml": "- {title: 两倍, sum: [/c#households, /c#households]}\n",
    }
    assert found(tmp_path, files) == ["c/place.yml E-QUANTITY"]


def test_a_place_in_the_folder_of_a_kind_is_not_read_as_a_record(tmp_path: Path) -> None:
    assert found(tmp_path, {"tasks/place.yml": place("区", "示例区")}) == ["tasks E-RESERVED"]


def test_beside_a_key_given_twice_the_other_problems_of_a_place_and_of_the_settings_are_told(
    tmp_path: Path,
) -> None:
    files = {
        "site.yml": "title: 甲\ntitle: 乙\nbase_url: nowhere\n",
        "c/place.yml": "kind: 楼院\nname: 甲\nname: 乙\nlevel: 1\n",
    }
    assert found(tmp_path, files) == [
        "c/place.yml E-DUPLICATE-KEY",
        "c/place.yml E-UNKNOWN-KEY",
        "site.yml E-DUPLICATE-KEY",
        "site.yml E-SETTING",
    ]
