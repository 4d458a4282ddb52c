"""Volunteers: rosters, hours with their hedge, skills as far as they are shown, rows by place, rules."""

from __future__ import annotations

import pytest
from people_place import PATH, TODAY, child, locality, of_place, read, told

from noticeboard.kinds.organization import KIND as ORGANIZATION
from noticeboard.kinds.place import Level
from noticeboard.kinds.volunteer import KIND, Volunteer
from noticeboard.kinds.volunteer.view import VolunteersPanel, VolunteersView
from noticeboard.locality import Locality, Target
from noticeboard.records import Record

SIX = """
    - {name: 示例甲, team: patrol, post: 队长, skills: [理发, 急救], hours: 36, joined: 2024-03}
    - {name: 示例同志, team: patrol, hours: 100余}
    - {name: 示例丙, skills: 急救, hours: 22.5}
    - {name: 示例丁, team: patrol}
    - {name: 示例戊}
    - {name: 示例己, hours: 8}
"""


def volunteers(text: str) -> tuple[Volunteer, ...]:
    return read(text, KIND)


def planned(text: str) -> Locality:
    here = locality(of_place(volunteers(text)), KIND)
    url = ORGANIZATION.url(PATH, read("- {id: patrol, type: volunteer, name: 巡逻队}", ORGANIZATION)[0])
    targets = ((("organization", "patrol"), Target("organization", "patrol", PATH, "巡逻队", url)),)
    context = here.context.__class__(here.context.settings, TODAY, targets=targets)
    return Locality(here.records, (), here.summary, context)


def page(text: str) -> VolunteersView:
    (only,) = KIND.pages(planned(text))
    assert isinstance(only.view, VolunteersView)
    return only.view


def panel(where: Locality) -> VolunteersPanel:
    (only,) = KIND.panels(where)
    assert isinstance(only.view, VolunteersPanel)
    return only.view


def problems(text: str) -> list[tuple[str, tuple[str | int, ...], str]]:
    found = volunteers(text)
    alone = [each for one in found for each in KIND.check(one)]
    return told([*alone, *KIND.check_place(of_place(found))])


def test_everybody_counts_and_only_exact_hours_are_added() -> None:
    assert dict(KIND.tally(of_place(volunteers(SIX)), TODAY)) == {
        "volunteers": 6,
        "volunteers.hours": 66,
        "volunteers.hours_hedged": 1,
        "volunteers.hours_from.0": 1,
        "volunteers.hours_from.10": 2,
    }


def test_the_page_shows_the_total_with_its_hedge_and_base() -> None:
    assert [(each.label, each.value, each.unit, each.base) for each in page(SIX).figures] == [
        ("志愿者", "6", "人", ""),
        ("服务时长", "166.5余", "小时", "4人有时长记录"),
    ]


def test_the_roster_stands_by_team_and_the_others_last() -> None:
    teams = page(SIX).teams
    assert [(team.title, team.href, team.count, team.hours) for team in teams] == [
        ("巡逻队", "../organizations/index.html#patrol", "3人", "136余小时"),
        ("未编队", "", "3人", "30.5小时"),
    ]
    first, withheld, bare = teams[0].people
    assert (first.name, first.post, first.skills, first.hours, first.joined) == (
        "示例甲",
        "队长",
        "理发、急救",
        "36小时",
        "2024年3月加入",
    )
    assert (withheld.name, withheld.skills, withheld.hours) == ("示例同志", "", "100余小时")
    assert (bare.post, bare.skills, bare.hours, bare.joined) == ("", "", "", "")


def test_skills_are_counted_with_the_number_of_people_who_show_theirs() -> None:
    skills = page(SIX).skills
    assert skills is not None
    assert (skills.base, skills.counted) == ("同意公开特长的2人", ("急救 2人", "理发 1人"))


def test_where_nobody_shows_skills_none_are_listed() -> None:
    assert page("\n".join(f"- name: 示例{letter}" for letter in "甲乙丙丁戊己")).skills is None


@pytest.mark.parametrize(("count", "has_page"), ((1, False), (5, False), (6, True), (300, True)))
def test_few_volunteers_stand_in_the_panel_and_many_on_a_page(count: int, has_page: bool) -> None:
    here = planned("\n".join(f"- name: 示例{n}" for n in range(count)))
    assert [each.url for each in KIND.pages(here)] == ([f"{PATH}/volunteers/"] if has_page else [])
    view = panel(here)
    assert sum(len(team.people) for team in view.teams) == (0 if has_page else count)
    assert view.all == ((count, "volunteers/index.html") if has_page else None)
    (figure,) = KIND.key_figures(here)
    assert (figure.order, figure.value) == (30, str(count))
    assert figure.href == ("volunteers/index.html" if has_page else "#volunteers")


def test_a_place_without_volunteers_has_no_panel_page_or_figure() -> None:
    here = locality(of_place(()), KIND)
    assert [*KIND.pages(here), *KIND.panels(here), *KIND.key_figures(here)] == []


def test_the_key_figure_keeps_the_hedge_of_the_hours() -> None:
    (figure,) = KIND.key_figures(planned(SIX))
    assert figure.base == "共服务166.5余小时"


def test_an_area_adds_exact_hours_and_says_what_it_leaves_out() -> None:
    children = (
        child("甲院", ("volunteers", 30), ("volunteers.hours", 1200), ("volunteers.hours_hedged", 2)),
        child("样院", ("volunteers", 9), ("volunteers.hours", 9), sample=True),
    )
    own = of_place(volunteers("- {name: 示例甲, hours: 10}"), Level.SUBDISTRICT)
    here = locality(own, KIND, children=children)
    (figure,) = KIND.key_figures(here)
    assert (figure.value, figure.base, figure.href) == ("31", "共服务1,210小时", "#volunteers")
    table = panel(here).places
    assert table is not None
    assert table.rows == (
        ("示例小区本级", "", False, ("1", "10")),
        ("甲院", "%E7%94%B2%E9%99%A2/index.html#volunteers", False, ("30", "1,200")),
        ("样院", "%E6%A0%B7%E9%99%A2/index.html#volunteers", True, ("9", "9")),
    )
    assert table.total == ("合计", "31", "1,210")
    assert table.notes == ("另有2人的时长是约数，未计入", "标有“示例”的不计入合计")


def test_where_only_samples_are_listed_there_is_no_total() -> None:
    here = locality(
        of_place((), Level.SUBDISTRICT), KIND, children=(child("样院", ("volunteers", 9), sample=True),)
    )
    table = panel(here).places
    assert table is not None
    assert [row[0] for row in table.rows] == ["样院"]
    assert table.total == ()
    assert list(KIND.key_figures(here)) == []


def test_volunteers_of_a_place_above_are_shown_but_not_counted_here() -> None:
    (above,) = volunteers("- {name: 示例庚}")
    shared: tuple[tuple[Record, str], ...] = ((above, "/street"),)
    view = panel(locality(of_place(()), KIND, shared=shared))
    assert [(team.title, [person.name for person in team.people]) for team in view.teams] == [
        ("也为这里服务的志愿者", ["示例庚"])
    ]
    assert view.figures == ()


def test_a_consent_that_says_nothing_and_a_name_twice() -> None:
    text = """
    - {name: 示例甲, consent: {until: 2027-01-01}}
    - {name: 示例乙, consent: {skills: [web], until: 2027-01-01}}
    - {name: 示例甲}
    """
    assert problems(text) == [
        ("W-CONSENT", (0, "consent"), "同意公开里没有写公开哪一项、在哪里公开，等于不同意"),
        ("W-VOLUNTEER-TWICE", (2, "name"), "志愿者“示例甲”写了两次，会算成两个人"),
    ]


def test_hours_are_no_percentage() -> None:
    assert problems("- {name: 示例甲, hours: 90%}") == [("E-QUANTITY", (0, "hours"), "服务时长不能是百分数")]


def test_the_team_is_a_reference_and_the_date_is_that_of_joining() -> None:
    first, _, bare, *_ = volunteers(SIX)
    assert [(each.reference, each.path, each.kinds) for each in KIND.mentions(first)] == [
        ("patrol", ("team",), ("organization",))
    ]
    assert list(KIND.mentions(bare)) == []
    assert [each.data() for each in KIND.dates(first)] == ["2024-03"]
