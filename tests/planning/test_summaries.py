"""What adds up over places: totals, samples, records over several places, dates, days of change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from planned_site import planned, summaries
from written_site import TODAY, place

from noticeboard.kinds import KINDS
from noticeboard.page import Page
from noticeboard.planning.plan import plan_place
from noticeboard.planning.site import Site
from noticeboard.summary import Summary


def site_of(root: Path, files: dict[str, str], today: date = TODAY) -> Site:
    return planned(root, files, today)[0]


def task(name: str, more: str = "") -> str:
    return f"- {{id: {name}, title: {name}, state: open, funds: {{amount: 100}}{more}}}\n"


THREE_LEVELS = {
    "s/place.yml": place("街道", "示例街道"),
    "s/tasks.yml": task("all"),
    "s/m/place.yml": place("社区", "示例社区"),
    "s/m/tasks.yml": task("road", ", places: [c, d]"),
    "s/m/c/place.yml": place("楼院", "示例小区"),
    "s/m/c/tasks.yml": task("gas") + task("lamp"),
    "s/m/d/place.yml": place("楼院", "示例二区"),
    "s/m/d/tasks.yml": task("gas"),
    "s/n/place.yml": place("社区", "示例社区", "示例: 是\n"),
    "s/n/x/place.yml": place("楼院", "示例三区"),
    "s/n/x/tasks.yml": task("gas"),
}


def test_counts_are_kept_in_one_order_whatever_the_process(tmp_path: Path) -> None:
    """Or a place would look as if it were told something new, and be planned anew."""
    files = THREE_LEVELS | {
        "s/m/c/organizations.yml": "".join(
            f"- {{id: {kind}, type: {kind}, name: 示例{kind}}}\n"
            for kind in ("volunteer", "party", "self_governing")
        )
    }
    for summary in summaries(tmp_path, files).values():
        assert summary.counts == tuple(sorted(summary.counts))


@pytest.mark.parametrize(
    ("path", "tasks", "compounds"),
    (
        ("/s/m/c", 2, 1),
        ("/s/m/d", 1, 1),
        ("/s/m", 4, 2),
        ("/s/n/x", 1, 1),
        ("/s/n", 1, 1),
        ("/s", 5, 2),
        ("", 5, 2),
    ),
)
def test_counts_add_up_from_compound_to_site(tmp_path: Path, path: str, tasks: int, compounds: int) -> None:
    """A project over two compounds counts once, in the community that holds it; samples count for themselves."""
    summary = summaries(tmp_path, THREE_LEVELS)[path]
    assert (summary.count("tasks"), summary.count("places.compound")) == (tasks, compounds)
    assert summary.count("nothing") == 0


def test_a_place_lists_two_levels_below_it_samples_last(tmp_path: Path) -> None:
    files = {**THREE_LEVELS, "s/m/d/place.yml": place("楼院", "示例二区", "排序: 1\n")}
    root = summaries(tmp_path, files)[""]
    [street] = root.children
    assert [(child.name, child.sample, child.children) for child in street.children] == [
        ("示例社区", False, ()),
        ("示例社区", True, ()),
    ]
    [first, _] = summaries(tmp_path, files)["/s"].children
    assert [child.name for child in first.children] == ["示例二区", "示例小区"]


def test_a_project_over_several_compounds_is_shown_in_each_of_them(tmp_path: Path) -> None:
    site = site_of(tmp_path, THREE_LEVELS)
    shown = {
        path: [(record.id, above) for record, above in site.given_to(path).shared_web]
        for path in site.outlines
    }
    assert {path: found for path, found in shown.items() if found} == {
        "/s/m/c": [("road", "/s/m")],
        "/s/m/d": [("road", "/s/m")],
    }


def test_the_nearest_place_comes_first_among_those_that_name_a_place(tmp_path: Path) -> None:
    files = {**THREE_LEVELS, "s/tasks.yml": task("all", ", places: [m/c]")}
    given = site_of(tmp_path, files).given_to("/s/m/c")
    assert [(record.id, above) for record, above in given.shared_web] == [("road", "/s/m"), ("all", "/s")]


def test_one_person_in_two_posts_is_counted_once(tmp_path: Path) -> None:
    organizations = """
- id: branch
  type: party
  name: 示例党支部
  posts: [{name: 书记}]
  members: [{name: 示例甲, post: 书记, also: {organization: committee, post: 主任}}]
- id: committee
  type: self_governing
  name: 示例自管会
  posts: [{name: 主任}, {name: 委员, seats: 2}]
  members: [{name: 示例甲, post: 主任}, {name: 示例乙, post: 委员}]
"""
    summary = summaries(tmp_path, {"c/organizations.yml": organizations})["/c"]
    assert (summary.count("organizations"), summary.count("persons")) == (2, 2)
    assert summary.count("posts.vacant") == 1


def test_persons_whose_names_are_withheld_are_counted_as_those_with_names(tmp_path: Path) -> None:
    """All three are shown as 示同志; 示例乙 is in both teams, 示例丙 is somebody else."""
    organizations = """
- id: team
  type: volunteer
  name: 示例服务队
  members: [{name: 示例甲}, {name: 示例乙, also: {organization: other}}]
- id: other
  type: volunteer
  name: 示例巡逻队
  members: [{name: 示例丙}]
"""
    summary = summaries(tmp_path, {"c/organizations.yml": organizations})["/c"]
    assert summary.count("persons") == 3
    agreed = organizations.replace("丙}", "丙, consent: {name: web}}")
    assert summaries(tmp_path / "agreed", {"c/organizations.yml": agreed})["/c"].counts == summary.counts


@pytest.mark.parametrize(
    ("files", "as_of"),
    (
        ({"c/place.yml": place("楼院", "示例小区", "as_of: 2020-05\n")}, "2020年5月"),
        ({"c/tasks.yml": "- {id: g, title: 甲, state: done, finished: 2020-07}\n"}, "2020年7月"),
        ({"c/place.yml": place("楼院", "示例小区", "示例: 是\nas_of: 2020-05\n")}, ""),
        (
            {
                "c/organizations.yml": "- {type: party, name: 甲, 成立: 2020-05, 成员: {name: 乙, from: 2027}}\n"
            },
            "2020年5月",
        ),
        ({"c/volunteers.yml": "- {name: 示例甲, joined: 2026-11-21}\n"}, ""),
        ({"c/volunteers.yml": "- {name: 示例甲, joined: 2026}\n"}, "2026年"),
    ),
)
def test_the_last_date_that_records_speak_of_goes_upwards(
    tmp_path: Path, files: dict[str, str], as_of: str
) -> None:
    found = summaries(tmp_path, files)[""].as_of
    assert (found.text("zh") if found else "") == as_of


@pytest.mark.parametrize(
    ("files", "changes_on"),
    (
        ({"c/volunteers.yml": "- {name: 示例甲, joined: 2026-12}\n"}, date(2026, 12, 1)),
        ({}, None),
        ({"c/notices.yml": "- {id: n, title: 甲, from: 2026-12-01, to: 2026-12-08}\n"}, date(2026, 12, 1)),
        ({"c/notices.yml": "- {id: n, title: 甲, from: 2026-11-10, to: 2026-12-08}\n"}, date(2026, 11, 21)),
        ({"c/notices.yml": "- {id: n, title: 甲, from: 2026-11-01, to: 2026-11-08}\n"}, None),
        (
            {"c/volunteers.yml": "- {name: 示例甲, consent: {name: web, until: 2026-12-31}}\n"},
            date(2027, 1, 1),
        ),
        ({"c/volunteers.yml": "- {name: 示例甲, consent: {name: web, until: 2026-11-19}}\n"}, None),
        ({"c/tasks.yml": "- {id: g, title: 甲, state: open, due: 2026-11-30}\n"}, date(2026, 12, 1)),
        (
            {
                "c/organizations.yml": "- {type: party, name: 示例党支部, posts: {name: 书记},"
                " members: {name: 示例甲, post: 书记, to: 2026-11-30}}\n"
            },
            date(2026, 12, 1),
        ),
        (
            {
                "c/notices.yml": "- {id: n, title: 甲, from: 2026-12-05, to: 2026-12-08}\n",
                "d/place.yml": place("楼院", "示例二区"),
                "d/notices.yml": "- {id: n, title: 甲, from: 2026-12-01, to: 2026-12-08}\n",
            },
            date(2026, 12, 1),
        ),
    ),
)
def test_the_next_day_on_which_a_page_changes(
    tmp_path: Path, files: dict[str, str], changes_on: date | None
) -> None:
    assert summaries(tmp_path, files)[""].changes_on == changes_on


def test_planning_the_same_again_gives_equal_pages(tmp_path: Path) -> None:
    one, two = (pages(tmp_path / name, THREE_LEVELS) for name in ("one", "two"))
    assert one == two


DATED = {
    "c/tasks.yml": "- {id: g, title: 甲, state: done, finished: 2020-07}\n",
    "c/notices.yml": "- {id: n, title: 乙, issued: 2026-11-01}\n",
    "c/organizations.yml": "- {id: o, type: party, name: 示例党支部, members: {name: 示例甲}}\n",
    "e/place.yml": place("楼院", "示例四区", "示例: 是\n"),
    "e/tasks.yml": "- {id: g, title: 甲, state: done, finished: 2026-10}\n",
}


def said(summary: Summary, kind: str) -> str:
    found = summary.latest(kind)
    return found.text("zh") if found else ""


@pytest.mark.parametrize("path", ("/c", ""))
def test_a_notice_of_today_makes_no_task_newer(tmp_path: Path, path: str) -> None:
    """Nor does the task of the sample compound, which is not counted above it."""
    summary = summaries(tmp_path, DATED)[path]
    assert (said(summary, "task"), said(summary, "notice"), said(summary, "organization")) == (
        "2020年7月",
        "2026年11月1日",
        "",
    )
    assert summary.as_of == summary.latest("notice")


def test_the_date_of_a_place_holds_for_every_kind_of_record(tmp_path: Path) -> None:
    files = {**DATED, "c/place.yml": place("楼院", "示例小区", "as_of: 2021-03\n")}
    summary = summaries(tmp_path, files)["/c"]
    assert (said(summary, "task"), said(summary, "organization")) == ("2021年3月", "2021年3月")


def test_a_board_bears_the_date_of_what_it_shows(tmp_path: Path) -> None:
    """The organization has no date of its own, so its boards bear that of the place."""
    centre = page(tmp_path, DATED, "/c/boards/")
    dates = {board.title: board.date for board in centre.boards}
    assert dates == {
        "民生实事公示": "2020年7月",
        "民生台账": "2020年7月",
        "组织建设公示栏": "2026年11月1日",
        "党员公示牌": "2026年11月1日",
        "乙": "2026年11月1日",
    }


def pages(root: Path, files: dict[str, str]) -> list[Page]:
    """All pages of the places of a site."""
    site, places = planned(root, files)
    plans = (plan_place(each.web, each.wall, site.given_to(path), KINDS) for path, each in places.items())
    return [page for each in plans for page in each.pages]


def page(root: Path, files: dict[str, str], url: str) -> Any:
    """The view of one page of a place."""
    return next(page.view for page in pages(root, files) if page.url == url)
