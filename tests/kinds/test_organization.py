"""Organizations: who holds which post on a day, vacancies, cross appointments, counts, rules, pages."""

from __future__ import annotations

from datetime import date

import pytest
from people_place import PATH, TODAY, child, locality, of_place, read, told

from noticeboard.kinds.organization import KIND, Organization
from noticeboard.kinds.organization.count import holdings
from noticeboard.kinds.organization.entry import Entry
from noticeboard.kinds.organization.view import OrganizationsPanel, OrganizationsView
from noticeboard.kinds.place import Level
from noticeboard.locality import Locality, Target
from noticeboard.records import Record

BRANCH = """
    - id: branch
      type: party
      name: 示例小区党支部
      posts:
        - {name: 书记, answers_for: 全面工作, office_phone: 0371-0000-0001}
        - {name: 委员, seats: 3, answers_for: 组织和宣传}
      members:
        - {name: 示例甲, post: 书记, to: 2026-12-31, also: {organization: committee, post: 主任}}
        - {name: 示例乙, post: 委员, answers_for: 宣传, office_phone: 0371-0000-0002}
    - id: committee
      type: self_governing
      sub_kind: 业委会
      name: 示例小区业委会
      parent: branch
      rules: 每季度开会
      posts: [{name: 主任}]
"""


def organizations(text: str) -> tuple[Organization, ...]:
    return read(text, KIND)


def counts(text: str, today: date = TODAY) -> dict[str, int]:
    return dict(KIND.tally(of_place(organizations(text)), today))


def page(text: str, today: date = TODAY, *, english: bool = False) -> OrganizationsView:
    (only,) = KIND.pages(planned(text, today=today, english=english))
    assert isinstance(only.view, OrganizationsView)
    return only.view


def panel(where: Locality) -> OrganizationsPanel:
    (only,) = KIND.panels(where)
    assert isinstance(only.view, OrganizationsPanel)
    return only.view


def planned(text: str, *, today: date = TODAY, english: bool = False) -> Locality:
    return locality(of_place(organizations(text)), KIND, today=today, english=english)


def entries(view: OrganizationsView) -> dict[str, Entry]:
    return {entry.name: entry for group in view.groups for entry in group.entries}


def lines(entry: Entry) -> list[tuple[str, str]]:
    return [(line.post, line.name or "空缺") for line in entry.posts]


def problems(text: str) -> list[tuple[str, tuple[str | int, ...], str]]:
    found = organizations(text)
    alone = [each for one in found for each in KIND.check(one)]
    return told([*alone, *KIND.check_place(of_place(found))])


def codes(text: str) -> list[str]:
    return [code for code, _, _ in problems(text)]


# counting


def test_a_place_is_counted_by_type_vacancies_and_persons() -> None:
    assert counts(BRANCH) == {
        "organizations": 2,
        "organizations.party": 1,
        "organizations.self_governing": 1,
        "organizations.with_rules": 1,
        "organizations.self_governing.with_rules": 1,
        "posts.seats": 5,
        "posts.vacant": 2,
        "terms.dated": 1,
        "terms.ending": 1,
        "persons": 2,
    }


def test_a_cross_appointment_is_one_person_whether_written_once_or_in_both() -> None:
    once = """
    - {id: a, type: party, name: 支部, members: [{name: 示例甲, post: 书记, also: {organization: b, post: 主任}}]}
    - {id: b, type: self_governing, name: 业委会}
    """
    one_side = once.replace("业委会}", "业委会, members: [{name: 示例甲, post: 主任}]}")
    both = once.replace(
        "业委会}", "业委会, members: [{name: 示例甲, post: 主任, also: {organization: a, post: 书记}}]}"
    )
    without = one_side.replace(", also: {organization: b, post: 主任}", "")
    assert [counts(text)["persons"] for text in (once, one_side, both, without)] == [1, 1, 1, 2]


def test_a_person_in_three_organizations_is_one_even_along_a_chain() -> None:
    text = """
    - {id: a, type: party, name: 甲, members: [{name: 示例甲, post: 书记, also: {organization: b}}]}
    - {id: b, type: party, name: 乙, members: [{name: 示例甲, post: 组长, also: {organization: c}}]}
    - {id: c, type: party, name: 丙, members: [{name: 示例甲, post: 委员}]}
    """
    assert counts(text)["persons"] == 1


def test_a_cross_appointment_is_found_where_one_of_the_names_is_withheld() -> None:
    text = """
    - id: team
      type: volunteer
      name: 队
      members: [{name: 示例同志, post: 队长, also: {organization: branch, post: 书记}}, {name: 示例同志}]
    - {id: branch, type: party, name: 支部, members: [{name: 示例甲, post: 书记}]}
    """
    assert counts(text)["persons"] == 2


def test_a_cross_appointment_goes_to_the_same_name_before_a_withheld_one() -> None:
    text = """
    - {id: a, type: party, name: 支部, members: [{name: 示例甲, post: 书记, also: {organization: b}}]}
    - {id: b, type: volunteer, name: 队, members: [{name: 示例同志}, {name: 示例甲}]}
    """
    secretary, withheld, same = holdings(organizations(text), PATH, TODAY)
    assert (secretary.person == withheld.person, secretary.person == same.person) == (False, True)


def test_another_post_than_the_one_written_is_held_besides() -> None:
    text = """
    - {id: a, type: party, name: 支部, members: [{name: 示例甲, post: 书记, also: {organization: b, post: 主任}}]}
    - {id: b, type: self_governing, name: 业委会, members: [{name: 示例甲, post: 委员}]}
    """
    assert lines(entries(page(text))["业委会"]) == [("委员", "示例甲"), ("主任", "示例甲")]
    assert codes(text) == ["W-SAME-PERSON"]


def test_a_second_post_in_the_same_organization() -> None:
    text = """
    - {id: a, type: party, name: 支部, members: [{name: 示例甲, post: 书记, also: {organization: a, post: 委员}}]}
    """
    assert counts(text)["persons"] == 1
    assert [(line.post, line.also) for line in entries(page(text))["支部"].posts] == [
        ("书记", "兼委员"),
        ("委员", "兼书记"),
    ]


def test_persons_whose_names_are_withheld_stay_several() -> None:
    text = """
    - {type: party, name: 队, members: [{name: 示例同志}, {name: 示例同志}, {name: 示例同志}]}
    """
    assert counts(text)["persons"] == 3


@pytest.mark.parametrize(
    ("member", "holds"),
    (
        ("{name: 示例甲, post: 书记}", True),
        ("{name: 示例甲, post: 书记, to: 2026-11-20}", True),
        ("{name: 示例甲, post: 书记, to: 2026-11-19}", False),
        ("{name: 示例甲, post: 书记, to: 2026-11}", True),
        ("{name: 示例甲, post: 书记, to: 2026-10}", False),
        ("{name: 示例甲, post: 书记, from: 2026-11-20}", True),
        ("{name: 示例甲, post: 书记, from: 2026-11-21}", False),
        ("{name: 示例甲, post: 书记, from: 2026}", True),
    ),
)
def test_only_current_members_hold_a_post(member: str, holds: bool) -> None:
    text = f"""
    - {{id: a, type: party, name: 支部, posts: [{{name: 书记}}], members: [{member}]}}
    """
    assert counts(text).get("posts.vacant", 0) == (0 if holds else 1)
    assert counts(text).get("persons", 0) == (1 if holds else 0)
    shown = lines(entries(page(text))["支部"])
    assert shown == [("书记", "示例甲" if holds else "空缺")]


@pytest.mark.parametrize(
    ("when", "count"),
    (
        ("", 1),
        ("ended: 2026-11-20", 1),
        ("ended: 2026-11-19", 0),
        ("founded: 2026-11-20", 1),
        ("founded: 2026-12", 0),
    ),
)
def test_organizations_that_ended_or_are_not_founded_do_not_count(when: str, count: int) -> None:
    text = f"""
    - {{id: a, type: party, name: 支部{", " + when if when else ""}}}
    """
    assert counts(text).get("organizations", 0) == count


def test_temporary_organizations_are_those_with_an_end_or_called_so() -> None:
    text = """
    - {type: party, name: 一, ends_when: 改造完成后撤销}
    - {type: party, name: 二, sub_kind: 临时党支部}
    - {type: party, name: 三}
    """
    assert counts(text)["organizations.temporary"] == 2


def test_the_next_changes_are_beginnings_ends_and_the_sixty_days_before_an_end() -> None:
    (organization,) = organizations("""
    - type: party
      name: 支部
      founded: 2027-02
      ended: 2029-03-01
      members:
        - {name: 示例甲, from: 2027-03-05, to: 2028-06-30}
        - {name: 示例乙, from: 2020, to: 2021}
    """)
    assert set(KIND.changes(organization, TODAY)) == {
        date(2027, 2, 1),
        date(2029, 3, 2),
        date(2027, 3, 5),
        date(2028, 5, 1),
        date(2028, 7, 1),
    }


def test_its_dates_are_beginnings_and_not_planned_ends() -> None:
    (organization,) = organizations("""
    - {type: party, name: 支部, founded: 2019, members: [{name: 示例甲, from: 2023-06, to: 2028-06}]}
    """)
    assert [each.data() for each in KIND.dates(organization)] == ["2019", "2023-06"]


# pages


def test_each_post_is_a_line_with_duty_and_phone_and_each_vacancy_says_so() -> None:
    branch = entries(page(BRANCH))["示例小区党支部"]
    assert [
        (line.post, line.name, line.answers_for, line.phone, line.also, line.note) for line in branch.posts
    ] == [
        ("书记", "示例甲", "全面工作", "0371-0000-0001", "兼示例小区业委会主任", "任期至2026年12月31日"),
        ("委员", "示例乙", "宣传", "0371-0000-0002", "", ""),
        ("委员", "", "组织和宣传", "", "", "2人"),
    ]


def test_a_cross_appointment_stands_on_both_organizations() -> None:
    (line,) = entries(page(BRANCH))["示例小区业委会"].posts
    assert (line.post, line.name, line.also) == ("主任", "示例甲", "兼示例小区党支部书记")


def test_a_post_in_an_organization_of_another_place_is_named() -> None:
    text = """
    - id: a
      type: party
      name: 支部
      members: [{name: 示例甲, post: 书记, also: {organization: /street#council, post: 委员}}]
    """
    here = planned(text)
    elsewhere = Target("organization", "council", "/street", "街道议事会", "/street/organizations/#council")
    context = here.context.__class__(
        here.context.settings,
        TODAY,
        targets=((("organization", "/street#council"), elsewhere), *here.context.targets),
    )
    (only,) = KIND.pages(Locality(here.records, (), here.summary, context))
    (line,) = entries(only.view)["支部"].posts
    assert line.also == "兼街道议事会委员"


@pytest.mark.parametrize(
    ("to", "note"),
    (
        ("2026-11-20", "任期至2026年11月20日"),
        ("2027-01-19", "任期至2027年1月19日"),
        ("2027-01-20", ""),
    ),
)
def test_a_term_that_ends_within_sixty_days_is_marked(to: str, note: str) -> None:
    text = f"""
    - {{id: a, type: party, name: 支部, members: [{{name: 示例甲, post: 书记, to: {to}}}]}}
    """
    assert entries(page(text))["支部"].posts[0].note == note


def test_members_without_a_post_stand_in_the_grid_of_names() -> None:
    text = """
    - id: a
      type: party
      name: 小组
      members: [{name: 示例甲, post: 组长}, {name: 示例乙, category: 居民代表}, {name: 示例丙, answers_for: 楼道}]
    """
    entry = entries(page(text))["小组"]
    assert lines(entry) == [("组长", "示例甲"), ("成员", "示例丙")]
    assert entry.members == (("示例乙", "居民代表"),)


def test_facts_of_an_organization() -> None:
    text = """
    - id: a
      type: party
      name: 临时党支部
      founded: 约 2020-06-05
      ends_when: 改造完成
      rules: 每周碰头
      members:
        - {name: 示例甲, category: 楼栋长, from: 2025-06, to: 2028-06}
        - {name: 示例乙, category: 楼栋长, from: 2025-06, to: 2028-06}
        - {name: 示例丙, category: 退休干部, from: 2025-06, to: 2028-06}
    """
    assert entries(page(text))["临时党支部"].facts == (
        ("成立", "约2020年6月5日"),
        ("届期", "2025年6月至2028年6月"),
        ("存续条件", "改造完成"),
        ("议事规则", "每周碰头"),
        ("人员构成", "楼栋长2人、退休干部1人"),
    )
    assert entries(page(text, english=True))["临时党支部"].facts[0] == ("Founded", "about 5 June 2020")


def test_the_organization_above_is_linked_on_the_page() -> None:
    above = entries(page(BRANCH))["示例小区业委会"].above
    assert above is not None
    assert (above.name, above.href) == ("示例小区党支部", "#branch")
    assert entries(page(BRANCH))["示例小区党支部"].above is None


def test_groups_stand_in_the_order_of_the_three_types() -> None:
    text = """
    - {type: volunteer, name: 队, id: a}
    - {type: self_governing, name: 业委会}
    - {type: party, name: 支部}
    """
    assert [(group.type, group.title, group.count) for group in page(text).groups] == [
        ("party", "党组织", 1),
        ("self_governing", "居民自治组织", 1),
        ("volunteer", "志愿服务组织", 1),
    ]


def test_the_chart_nests_by_parent_with_head_and_vacancies() -> None:
    (root,) = page(BRANCH).nodes
    (below,) = root.children
    assert (root.name, root.note, root.vacant, root.href) == (
        "示例小区党支部",
        "书记：示例甲，共2人",
        "委员空缺2人",
        "#branch",
    )
    assert (below.name, below.note, below.vacant) == ("示例小区业委会", "主任：示例甲", "")


def test_the_chart_is_at_most_four_levels_deep_and_loses_nobody() -> None:
    rows = [f"- {{id: n{n}, type: party, name: 第{n}级, parent: n{n - 1}}}" for n in range(2, 7)]
    text = "\n".join(["- {id: n1, type: party, name: 第1级}", *rows])
    nodes, widths = page(text).nodes, []
    while nodes:
        widths.append(len(nodes))
        nodes = nodes[0].children
    assert widths == [1, 1, 1, 3]


def test_anchors_are_ids_and_records_without_one_get_what_no_record_can_have() -> None:
    text = """
    - {id: council, type: party, name: 甲}
    - {type: party, name: 乙}
    """
    assert [entry.id for entry in entries(page(text)).values()] == ["council", "-organization-2"]


def test_ended_organizations_are_listed_as_ended_with_their_anchor() -> None:
    text = """
    - {id: a, type: party, name: 支部}
    - {id: old, type: party, name: 改造项目临时党支部, founded: 2020-06, ended: 2021-06}
    - {id: new, type: party, name: 新支部, founded: 2027}
    """
    view = page(text)
    assert list(entries(view)) == ["支部"]
    assert [(row.id, row.name, row.note) for row in view.others] == [
        ("old", "改造项目临时党支部", "已撤销（2020年6月至2021年6月）"),
        ("new", "新支部", "尚未成立（2027年起）"),
    ]


@pytest.mark.parametrize(
    ("text", "has_page"),
    (
        ("- {type: party, name: 甲}", False),
        ("- {type: party, name: 甲}\n- {type: party, name: 乙}", False),
        ("- {type: party, name: 甲}\n- {type: party, name: 乙}\n- {type: party, name: 丙}", True),
        ("- {type: party, name: 甲, id: a}", True),
        ("- {type: party, name: 甲, members: [{name: 示例甲}]}", True),
    ),
)
def test_a_place_with_little_has_the_panel_only(text: str, has_page: bool) -> None:
    here = planned(text)
    assert [each.url for each in KIND.pages(here)] == ([f"{PATH}/organizations/"] if has_page else [])
    view = panel(here)
    assert bool(view.nodes) is has_page
    assert bool(view.entries) is not has_page
    assert (view.all is not None) is has_page


def test_the_panel_of_many_organizations_counts_by_type() -> None:
    text = "\n".join(f"- {{type: party, name: 第{n}党支部}}" for n in range(30))
    view = panel(planned(text))
    assert view.nodes == ()
    assert [(group.title, group.count, group.href) for group in view.groups] == [
        ("党组织", 30, "organizations/index.html#-party")
    ]


def test_a_place_without_organizations_has_no_panel_page_or_figure() -> None:
    here = locality(of_place(()), KIND)
    assert [*KIND.pages(here), *KIND.panels(here), *KIND.key_figures(here)] == []


def test_a_missing_type_is_said_for_a_compound_that_has_some() -> None:
    text = "- {type: party, name: 支部}"
    assert panel(planned(text)).missing == "尚未登记居民自治组织、志愿服务组织"
    street = locality(of_place(organizations(text), Level.SUBDISTRICT), KIND)
    assert panel(street).missing == ""


def test_an_organization_of_a_place_above_is_linked_and_fills_its_type() -> None:
    (own,) = organizations("- {type: party, name: 支部}")
    (above,) = organizations("- {id: team, type: volunteer, name: 联合志愿队}")
    shared: tuple[tuple[Record, str], ...] = ((above, "/street"),)
    view = panel(locality(of_place([own]), KIND, shared=shared))
    assert view.missing == "尚未登记居民自治组织"
    assert [(row.name, row.href) for row in view.shared] == [
        ("联合志愿队", "../street/organizations/index.html#team")
    ]


# totals


def test_the_key_figure_counts_by_type_and_links_to_the_page() -> None:
    (figure,) = KIND.key_figures(planned(BRANCH))
    assert (figure.order, figure.value, figure.base, figure.href) == (
        20,
        "2",
        "党组织1 · 自治组织1",
        "organizations/index.html",
    )


def test_an_area_lists_its_places_and_itself_so_that_the_rows_make_the_total() -> None:
    children = (
        child("甲院", ("organizations", 3), ("organizations.party", 2), ("organizations.volunteer", 1)),
        child("乙院"),
        child("样院", ("organizations", 9), ("organizations.party", 9), sample=True),
    )
    here = locality(
        of_place(organizations("- {type: party, name: 党工委}"), Level.SUBDISTRICT), KIND, children=children
    )
    (figure,) = KIND.key_figures(here)
    assert (figure.value, figure.base, figure.href) == ("4", "党组织3 · 志愿服务组织1", "#organizations")
    table = panel(here).places
    assert table is not None
    assert [heading for heading, _ in table.columns] == ["地点", "组织", "党组织", "志愿服务"]
    assert table.rows == (
        ("示例小区本级", "", False, ("1", "1", "")),
        ("甲院", "%E7%94%B2%E9%99%A2/index.html#organizations", False, ("3", "2", "1")),
        ("样院", "%E6%A0%B7%E9%99%A2/index.html#organizations", True, ("9", "9", "")),
    )
    assert table.total == ("合计", "4", "3", "1")
    assert table.notes == ("标有“示例”的不计入合计",)


def test_where_only_samples_are_listed_there_is_no_total() -> None:
    here = locality(
        of_place((), Level.SUBDISTRICT), KIND, children=(child("样院", ("organizations", 9), sample=True),)
    )
    table = panel(here).places
    assert table is not None
    assert [row[0] for row in table.rows] == ["样院"]
    assert table.total == ()
    assert list(KIND.key_figures(here)) == []


# rules


def test_a_sound_place_has_nothing_to_report() -> None:
    assert problems(BRANCH) == []


def test_terms_that_run_backwards() -> None:
    text = """
    - type: party
      name: 支部
      founded: 2022
      ended: 2021-06
      members: [{name: 示例甲}, {name: 示例乙, from: 2023-06, to: 2023-05-31}]
    """
    assert problems(text) == [
        ("E-PERIOD", (0, "ended"), "结束（2021年6月）早于开始（2022年）"),
        ("E-PERIOD", (0, "members", 1, "to"), "结束（2023年5月31日）早于开始（2023年6月）"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    (
        ("{name: 示例甲, post: 主任}", "{name: 示例乙, post: 主任}", ["W-SEATS"]),
        ("{name: 示例甲, post: 主任, to: 2023-06}", "{name: 示例乙, post: 主任, from: 2023-06}", []),
        (
            "{name: 示例甲, post: 主任, to: 2023-07-02}",
            "{name: 示例乙, post: 主任, from: 2023-06}",
            ["W-SEATS"],
        ),
        ("{name: 示例甲, post: 主任, to: 2023-06-30}", "{name: 示例乙, post: 主任, from: 2023-07-01}", []),
    ),
)
def test_more_holders_than_seats_at_one_time(first: str, second: str, found: list[str]) -> None:
    text = f"""
    - {{type: party, name: 支部, posts: [{{name: 主任}}], members: [{first}, {second}]}}
    """
    assert codes(text) == found


def test_a_cross_appointment_takes_a_seat() -> None:
    text = BRANCH.replace(
        "posts: [{name: 主任}]", "posts: [{name: 主任}]\n      members: [{name: 示例丙, post: 主任}]"
    )
    assert problems(text) == [
        (
            "W-SEATS",
            (0, "members", 0, "also", 0, "post"),
            "“示例小区业委会”的“主任”设1人，这里同时多于1人",
        )
    ]


def test_posts_that_are_not_declared_or_declared_twice() -> None:
    text = """
    - id: a
      type: party
      name: 支部
      posts: [{name: 书记}, {name: 委员}, {name: 书记}]
      members: [{name: 示例甲, post: 支书}, {name: 示例乙, post: 书记, also: {organization: b, post: 队员}}]
    - {id: b, type: volunteer, name: 队, posts: [{name: 队长}]}
    - {id: c, type: volunteer, name: 组, members: [{name: 示例丙, post: 什么都行}]}
    """
    assert problems(text) == [
        ("W-POST-TWICE", (0, "posts", 2, "name"), "职务“书记”写了两次"),
        ("W-POST", (0, "members", 0, "post"), "“支部”的职务设置里没有“支书”"),
        ("W-POST", (0, "members", 1, "also", 0, "post"), "“队”的职务设置里没有“队员”"),
    ]


def test_a_declared_post_twice_is_not_counted_as_more_seats() -> None:
    text = """
    - {type: party, name: 支部, posts: [{name: 书记}], members: [{name: 示例甲, post: 书记}]}
    """
    assert counts(text).get("posts.vacant", 0) == 0


def test_one_name_in_two_organizations_needs_also() -> None:
    text = """
    - {id: a, type: party, name: 支部, members: [{name: 示例甲, post: 书记}]}
    - {id: b, type: self_governing, name: 业委会, members: [{name: 示例甲, post: 主任}]}
    """
    assert problems(text) == [
        ("W-SAME-PERSON", (1, "members", 0, "name"), "“示例甲”也在“支部”任职，会算成两个人")
    ]
    former = text.replace("post: 书记", "post: 书记, to: 2020").replace(
        "post: 主任", "post: 主任, from: 2021"
    )
    linked = text.replace("post: 主任", "post: 主任, also: {organization: a}")
    assert (codes(former), codes(linked)) == ([], [])


def test_parents_in_a_circle_are_reported_once() -> None:
    text = """
    - {id: a, type: party, name: 甲, parent: b}
    - {id: b, type: party, name: 乙, parent: organization/c}
    - {id: c, type: party, name: 丙, parent: "/yard#a"}
    - {id: d, type: party, name: 丁, parent: a}
    - {id: e, type: party, name: 戊, parent: "/street#a"}
    """
    assert problems(text) == [("E-CYCLE", (0, "parent"), "上级组织绕成了一圈：甲 → 乙 → 丙 → 甲")]


def test_a_temporary_organization_should_say_when_it_ends() -> None:
    text = """
    - {type: party, name: 临时党支部}
    - {type: party, name: 临时党支部, ends_when: 改造完成}
    - {type: party, name: 临时党支部, ended: 2021}
    """
    assert problems(text) == [("N-ENDS", (0, "name"), "“临时党支部”是临时组织，没有写存续到什么时候")]


def test_a_consent_that_says_nothing() -> None:
    text = """
    - type: volunteer
      name: 队
      members: [{name: 示例甲, consent: {until: 2027-01-01}}, {name: 示例乙, consent: {name: [web]}}]
    """
    assert [(code, path) for code, path, _ in problems(text)] == [("W-CONSENT", (0, "members", 0, "consent"))]


def test_references_are_the_parent_and_every_other_post() -> None:
    found = [each for one in organizations(BRANCH) for each in KIND.mentions(one)]
    assert [(each.reference, each.path, each.kinds) for each in found] == [
        ("committee", ("members", 0, "also", 0, "organization"), ("organization",)),
        ("branch", ("parent",), ("organization",)),
    ]


def test_what_also_says_is_marked_as_implied() -> None:
    found = holdings(organizations(BRANCH), PATH, TODAY)
    assert [(each.member.name, each.organization, each.implied) for each in found] == [
        ("示例甲", 0, False),
        ("示例乙", 0, False),
        ("示例甲", 1, True),
    ]
