"""The coverage of areas: each count with its base, over several places, and the compounds concerned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from planned_site import localities, summaries
from written_site import TODAY, place

from noticeboard.document import Figures, Heading, Lines, Links, Section
from noticeboard.planning.coverage import coverage_sections

PARTY = "- {type: party, name: 支部}\n"
COUNCIL = "- {type: self_governing, name: 自管会, rules: 每月开会}\n"
COMMITTEE = "- {type: self_governing, name: 业委会}\n"
TEAM = "- {type: volunteer, name: 服务队}\n"
AREA = {
    "s/place.yml": place("街道", "示例街道"),
    "s/m/place.yml": place("社区", "示例社区"),
    **{f"s/m/{name}/place.yml": place("楼院", f"{name}院") for name in "agcdef"},
    "s/m/a/organizations.yml": PARTY + COUNCIL + TEAM,
    "s/m/g/organizations.yml": PARTY + COUNCIL,
    "s/m/c/organizations.yml": COMMITTEE,
    "s/m/d/organizations.yml": "- {type: party, name: 支部, ended: 2025}\n",
    "s/m/e/organizations.yml": TEAM,
    "s/n/place.yml": place("社区", "样板社区", "示例: 是\n"),
    "s/n/x/place.yml": place("楼院", "样板院"),
    "s/n/x/organizations.yml": PARTY + COUNCIL + TEAM,
}


def section(root: Path, files: dict[str, str], path: str = "/s", today: date = TODAY) -> Section | None:
    return next(iter(coverage_sections(localities(root, files, today)[path])), None)


def counted(made: Section | None) -> dict[str, tuple[str, str]]:
    """Each count of what is on record: what, its number, of how many."""
    assert made is not None
    lines = [line for block in made.blocks if isinstance(block, Figures) for line in block.lines]
    return {line.label: (line.value, line.base) for line in lines if not line.note}


def concerned(made: Section | None, title: str) -> list[tuple[str, str, str]]:
    """The list below a heading."""
    assert made is not None
    number = next(
        n for n, block in enumerate(made.blocks) if isinstance(block, Heading) and block.text == title
    )
    rows = made.blocks[number + 1]
    assert isinstance(rows, Links)
    return list(rows.rows)


def said(made: Section | None) -> str:
    assert made is not None
    return "".join(text for block in made.blocks if isinstance(block, Lines) for text in block.texts)


@pytest.mark.parametrize(
    ("path", "three", "two", "one", "none", "unknown"),
    (
        ("/s/m", 1, 1, 2, 1, 1),
        ("/s", 1, 1, 2, 1, 1),
        ("", 1, 1, 2, 1, 1),
        ("/s/n", 1, 0, 0, 0, 0),
        ("/s/m/c", 0, 0, 1, 0, 0),
    ),
)
def test_compounds_by_how_many_of_the_three_organizations_they_have(
    tmp_path: Path, path: str, three: int, two: int, one: int, none: int, unknown: int
) -> None:
    """The sample is counted in itself alone; a compound with nothing on record has not none of them."""
    count = summaries(tmp_path, AREA)[path].count
    types = [count(f"compounds.types_{number}") for number in (3, 2, 1, 0)]
    assert [*types, count("places.compound") - sum(types)] == [three, two, one, none, unknown]


def test_each_count_stands_with_its_base(tmp_path: Path) -> None:
    found = counted(section(tmp_path, AREA))
    assert found == {
        "三类组织都有的楼院": ("1", "共6个楼院"),
        "有其中两类的楼院": ("1", "共6个楼院"),
        "有其中一类的楼院": ("2", "共6个楼院"),
        "现在一类也没有的楼院": ("1", "共6个楼院"),
        "没有登记组织的楼院": ("1", "共6个楼院"),
        "自治组织有议事规则的楼院": ("2", "有自治组织的共3个楼院"),
        "没有登记议事规则的楼院": ("1", "有自治组织的共3个楼院"),
    }


def test_what_no_record_speaks_of_is_not_zero(tmp_path: Path) -> None:
    made = section(tmp_path, AREA)
    assert "没有记录：办结的民生实事、楼门公示栏、职务、任期" in said(made)
    bare = {path: text for path, text in AREA.items() if not path.endswith("organizations.yml")}
    assert section(tmp_path / "bare", bare) is None
    empty = section(tmp_path / "stated", {**bare, "s/figures.yml": STATED})
    assert counted(empty) == {}
    assert "没有记录：三类组织、议事规则、办结的民生实事、楼门公示栏、职务、任期" in said(empty)


def test_the_compounds_concerned_lead_to_their_rows(tmp_path: Path) -> None:
    made = section(tmp_path, AREA)
    assert concerned(made, "有其中两类的楼院") == [
        ("g院", "../m/g/index.html#organizations", "示例社区，尚未登记志愿服务组织")
    ]
    assert concerned(made, "没有登记组织的楼院") == [("f院", "../m/f/index.html", "示例社区")]


def test_a_district_leads_to_the_places_where_its_compounds_stand(tmp_path: Path) -> None:
    files = {f"d/{path}": text for path, text in AREA.items()} | {"d/place.yml": place("区", "示例区")}
    assert concerned(section(tmp_path, files, "/d"), "有其中一类的楼院") == [
        ("示例社区", "../s/m/statistics/index.html#coverage", "示例街道，2个")
    ]


def test_a_list_of_all_compounds_is_left_out(tmp_path: Path) -> None:
    files = {path: text for path, text in AREA.items() if path.startswith(("s/place", "s/m/place"))}
    for name in "ag":
        files |= {f"s/m/{name}/place.yml": place("楼院", name), f"s/m/{name}/organizations.yml": PARTY}
    made = section(tmp_path, files)
    assert counted(made)["有其中一类的楼院"] == ("2", "共2个楼院")
    assert made is not None
    assert [block for block in made.blocks if isinstance(block, Links)] == []


def test_an_organization_of_the_community_counts_for_the_compounds_that_it_names(tmp_path: Path) -> None:
    files = {
        **AREA,
        "s/m/organizations.yml": "- {id: team, type: volunteer, name: 联队, places: [g, f]}\n"
        "- {id: old, type: party, name: 联合支部, ended: 2024, places: [f]}\n",
    }
    count = summaries(tmp_path, files)["/s"].count
    assert [count(f"compounds.types_{number}") for number in (3, 2, 1, 0)] == [2, 0, 3, 1]


HALF_YEAR = {
    "s/place.yml": place("街道", "示例街道"),
    **{f"s/{name}/place.yml": place("楼院", f"{name}院") for name in "agcde"},
    "s/a/tasks.yml": "- {id: t, title: 甲, state: done, finished: 2026-08}\n",
    "s/g/tasks.yml": "- {id: t, title: 甲, state: done, finished: 2026-05}\n",
    "s/c/tasks.yml": "- {id: t, title: 甲, state: waiting, started: 2026-09}\n",
    "s/d/tasks.yml": "- {id: t, title: 甲, state: done, finished: 2020-08}\n",
}


@pytest.mark.parametrize(
    ("today", "found"),
    (
        (date(2026, 11, 20), {"2026年下半年有办结实事的楼院": "1", "2026年下半年没有办结实事的楼院": "2"}),
        (date(2026, 6, 30), {"2026年上半年有办结实事的楼院": "1", "2026年上半年没有办结实事的楼院": "2"}),
        (date(2027, 1, 1), {"2027年上半年有办结实事的楼院": "0", "2027年上半年没有办结实事的楼院": "3"}),
    ),
)
def test_finished_tasks_are_those_of_the_half_year(
    tmp_path: Path, today: date, found: dict[str, str]
) -> None:
    """A compound whose last task is years old, or that has none, is not asked."""
    shown = counted(section(tmp_path, HALF_YEAR, today=today))
    assert {what: number for what, (number, _) in shown.items()} == found
    assert {base for _, base in shown.values()} == {"近两年有实事的共3个楼院"}


def test_a_page_is_made_anew_when_the_half_year_turns(tmp_path: Path) -> None:
    assert summaries(tmp_path, HALF_YEAR)["/s"].changes_on == date(2027, 1, 1)


def test_a_shared_task_finishes_for_each_compound_that_it_names(tmp_path: Path) -> None:
    files = {
        **HALF_YEAR,
        "s/tasks.yml": "- {id: road, title: 路, state: done, finished: 2026-10, places: [g, e]}\n",
    }
    count = summaries(tmp_path, files)["/s"].count
    assert (count("compounds.tasks_finished"), count("compounds.tasks_recent")) == (3, 4)


HUNG = "- {{doorway: {}, board: {}, code: abcde, hung: 2026-01-01}}\n"
DOORWAYS = {
    "s/place.yml": place("街道", "示例街道"),
    "s/a/place.yml": place("楼院", "a院", "buildings: [{name: 1号楼, units: 2}]\n"),
    "s/a/organizations.yml": "- {type: party, name: 支部, members: [{name: 示例甲}]}\n",
    "s/a/hung.yml": "".join(
        HUNG.format(doorway, board)
        for doorway, board in (
            ("1号楼1单元", "organization"),
            ("1号楼1单元", "党员公示牌"),
            ("1号楼2单元", "organization"),
        )
    ),
    "s/g/place.yml": place("楼院", "g院", "buildings: [{name: 1号楼, units: 3}]\n"),
    "s/c/place.yml": place("楼院", "c院"),
}


def test_doorways_with_their_full_set_of_all_that_are_known(tmp_path: Path) -> None:
    made = section(tmp_path, DOORWAYS)
    found = {what: row for what, row in counted(made).items() if row[1].endswith("楼门")}
    assert found == {
        "公示栏挂齐的楼门": ("1", "共5个楼门"),
        "公示栏没有挂齐的楼门": ("1", "共5个楼门"),
        "没有挂出记录的楼门": ("3", "共5个楼门"),
    }
    assert concerned(made, "公示栏没有挂齐的楼门") == [("a院", "../a/boards/index.html", "1个")]


def test_a_board_that_was_taken_down_leaves_its_doorway_without(tmp_path: Path) -> None:
    hung = DOORWAYS["s/a/hung.yml"].replace("hung: 2026-01-01}", "hung: 2026-01-01, replaced: 2026-02-01}", 1)
    count = summaries(tmp_path, {**DOORWAYS, "s/a/hung.yml": hung})["/s"].count
    assert (count("doorways.full"), count("doorways.recorded"), count("doorways")) == (0, 2, 5)


POSTS = """
- id: o
  type: self_governing
  name: 自管会
  posts: [{name: 主任}, {name: 委员, seats: 3}]
  members: [{name: 示例甲, post: 主任, to: 2026-12-31}, {name: 示例乙, post: 委员, to: 2027-06-30}]
"""


def test_vacant_posts_and_terms_about_to_end_of_compounds_and_of_the_area_itself(tmp_path: Path) -> None:
    files = {
        "s/place.yml": place("街道", "示例街道"),
        "s/organizations.yml": POSTS,
        "s/a/place.yml": place("楼院", "a院"),
        "s/a/organizations.yml": POSTS,
    }
    made = section(tmp_path, files)
    found = counted(made)
    assert (found["空缺的职务"], found["60天内到期的任职"]) == (
        ("4", "共设8个职务"),
        ("2", "写明止期的共4个任职"),
    )
    assert concerned(made, "空缺的职务") == [
        ("示例街道本级", "../index.html#organizations", "2个"),
        ("a院", "../a/index.html#organizations", "2个"),
    ]


STATED = """
- {id: ruled, title: 有议事规则的楼院, value: 36, unit: 个, base: 36个楼院, measure: compounds.with_rules}
- {id: other, title: 别的数, value: 5, measure: tasks}
"""


@pytest.mark.parametrize("has_compound", (True, False))
def test_stated_figures_stand_beside_the_counts_as_reported(tmp_path: Path, has_compound: bool) -> None:
    """A place that only states numbers has not zero, it has no record."""
    files = {"s/place.yml": place("街道", "示例街道"), "s/figures.yml": STATED}
    if has_compound:
        files |= {"s/a/place.yml": place("楼院", "a院"), "s/a/organizations.yml": COUNCIL}
    made = section(tmp_path, files)
    assert made is not None
    figures = [block for block in made.blocks if isinstance(block, Figures)]
    assert [(line.label, line.value, line.base, line.note) for line in figures[-1].lines] == [
        ("有议事规则的楼院", "36", "36个楼院", "据来源报告")
    ]
    assert counted(made).get("自治组织有议事规则的楼院") == (
        ("1", "有自治组织的共1个楼院") if has_compound else None
    )
    assert ("这里没有登记楼院，无法统计。" in said(made)) is not has_compound


def test_a_compound_and_an_area_without_anything_have_no_coverage(tmp_path: Path) -> None:
    files = {"s/place.yml": place("街道", "示例街道"), **AREA}
    assert section(tmp_path, files, "/s/m/a") is None
    assert section(tmp_path / "bare", {"s/place.yml": place("街道", "示例街道")}) is None
