"""The page of statistics: what it says of one place and of several, what leads to it, what further sections need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from planned_site import localities, planned
from written_site import place, read

from noticeboard.document import Chart, FigureLine, Figures, Lines, Links, Section
from noticeboard.kinds import KINDS
from noticeboard.kinds.organization.tally import persons_of
from noticeboard.kinds.task import KIND as TASK
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning import statistics_page as page
from noticeboard.planning.plan import plan_place
from noticeboard.statistic import Part, Statistic

TASKS = """
- {id: pipe, title: 水管, state: done, field: 供水, channel: 微信群, requested: 2020-03, finished: 2020-04-20}
- {id: meter, title: 水表, state: done, field: 供水, channel: 电话, requested: 2020-04, finished: 2020-H1}
- {id: lamp, title: 路灯, state: waiting, field: 照明, channel: 微信群, requested: 约 2020-05}
- {id: gate, title: 大门, state: open, requested: 2020}
- {id: wall, title: 围墙, state: open, field: 供水, requested: 1990s}
"""
ONE = {"c/tasks.yml": TASKS}


def sections(at: Locality) -> dict[str, Section]:
    """The sections of the page of statistics of a place by their title; none without a page."""
    made = page.statistics_page(at, page.statistics_of(at, KINDS), ())
    return {each.title: each for one in made for each in one.view.sections}


def rows(section: Section, caption: str) -> dict[str, tuple[str, ...]]:
    """The rows of the table with that caption, the total last."""
    (chart,) = (block for block in section.blocks if isinstance(block, Chart) and block.caption == caption)
    return {row.label: row.texts for row in chart.rows} | {chart.total[0]: chart.total[1:]}


@pytest.mark.parametrize(
    ("caption", "expectation"),
    (
        ("按状态", {"进行中": ("1",), "待办": ("2",), "已完成": ("2",), "合计": ("5",)}),
        ("按类别", {"供水": ("3",), "照明": ("1",), "未注明": ("1",), "合计": ("5",)}),
        ("按渠道", {"微信群": ("2",), "电话": ("1",), "未注明": ("2",), "合计": ("5",)}),
        ("按时间（年份）", {"2020年": ("4", "2"), "未注明年份": ("1", "0"), "合计": ("5", "2")}),
        (
            "按时间（季度）",
            {
                "2020年第一季度": ("1", "0"),
                "2020年第二季度": ("2", "1"),
                "未注明季度": ("2", "1"),
                "合计": ("5", "2"),
            },
        ),
        (
            "按时间（月份）",
            {
                "2020年3月": ("1", "0"),
                "2020年4月": ("1", "1"),
                "2020年5月": ("1", "0"),
                "未注明月份": ("2", "1"),
                "合计": ("5", "2"),
            },
        ),
    ),
)
def test_a_breakdown_of_tasks_makes_the_whole(
    tmp_path: Path, caption: str, expectation: dict[str, tuple[str, ...]]
) -> None:
    """A date goes to the period that it names; in a finer breakdown it is not stated."""
    assert rows(sections(localities(tmp_path, ONE)["/c"])["民生实事"], caption) == expectation


def test_a_column_without_any_date_is_left_out(tmp_path: Path) -> None:
    tasks = TASKS.replace("requested:", "as_of:")
    section = sections(localities(tmp_path, {"c/tasks.yml": tasks})["/c"])["民生实事"]
    assert rows(section, "按时间（半年）") == {"2020年上半年": ("2",), "合计": ("2",)}


def test_a_breakdown_that_tells_no_more_than_a_longer_period_is_left_out(tmp_path: Path) -> None:
    captions = [
        block.caption
        for block in sections(localities(tmp_path, ONE)["/c"])["民生实事"].blocks
        if isinstance(block, Chart)
    ]
    assert captions == ["按状态", "按类别", "按渠道", "按时间（年份）", "按时间（季度）", "按时间（月份）"]


def test_a_section_says_what_it_counts_its_base_its_day_and_where_the_rows_are(tmp_path: Path) -> None:
    section = sections(localities(tmp_path, ONE)["/c"])["民生实事"]
    said, figures, *_, links = section.blocks
    assert said == Lines(
        ("计入本站登记的民生实事，包括下级各处；几个楼院共有的一项只计一次；进展未注明的不算进完成比例。",)
    )
    assert figures == Figures(
        (
            FigureLine("民生实事", "5", "项", "", "2020年"),
            FigureLine("已完成所占比例", "40%", "", "2／5项", "2020年", "基数小，仅供参考"),
        )
    )
    assert links == Links((("逐项查看", "../index.html", ""),))


def test_money_is_broken_down_by_payer_pledged_and_paid_to_the_fen(tmp_path: Path) -> None:
    tasks = """
- {id: a, title: 甲, state: open, funds: [{payer: 物业公司, amount: "20,000", paid: "5,000.50"}]}
- {id: b, title: 乙, state: open, funds: [{amount: "21,000"}, {payer: 楼院, amount: "3,800", paid: "3,800"}]}
- {id: c, title: 丙, state: done, finished: 2020-05}
- {id: d, title: 丁, state: done, finished: 2020-05}
- {id: e, title: 戊, state: done, finished: 2020-05}
"""
    money = sections(localities(tmp_path, {"c/tasks.yml": tasks})["/c"])["民生实事资金"]
    assert rows(money, "按出资方") == {
        "物业公司": ("20,000元", "5,000.50元"),
        "楼院": ("3,800元", "3,800元"),
        "未注明": ("21,000元", "0元"),
        "合计": ("44,800元", "8,800.50元"),
    }


SEVERAL = {
    "s/place.yml": place("街道", "示例街道"),
    "s/m/place.yml": place("社区", "示例社区"),
    "s/m/tasks.yml": """
- {id: road, title: 路, state: done, finished: 2020, field: 道路, places: [c, d], funds: {payer: 街道, amount: 120万}}
""",
    "s/m/c/place.yml": place("楼院", "示例小区"),
    "s/m/c/tasks.yml": TASKS,
    "s/m/d/place.yml": place("楼院", "示例二区"),
    "s/m/d/tasks.yml": TASKS.replace("供水", "停车"),
    "s/x/place.yml": place("社区", "示例社区", "示例: 是\n"),
    "s/x/tasks.yml": TASKS,
}


@pytest.mark.parametrize(
    ("path", "expectation"),
    (
        ("/s/m/c", {"供水": ("3",), "照明": ("1",), "未注明": ("1",), "合计": ("5",)}),
        (
            "/s/m",
            {
                "供水": ("3",),
                "停车": ("3",),
                "照明": ("2",),
                "道路": ("1",),
                "未注明": ("2",),
                "合计": ("11",),
            },
        ),
        (
            "",
            {
                "供水": ("3",),
                "停车": ("3",),
                "照明": ("2",),
                "道路": ("1",),
                "未注明": ("2",),
                "合计": ("11",),
            },
        ),
        ("/s/x", {"供水": ("3",), "照明": ("1",), "未注明": ("1",), "合计": ("5",)}),
    ),
)
def test_places_add_up_and_what_several_share_counts_once(
    tmp_path: Path, path: str, expectation: dict[str, tuple[str, ...]]
) -> None:
    """The road stands in both compounds and counts once, above; a sample counts for itself alone."""
    assert rows(sections(localities(tmp_path, SEVERAL)[path])["民生实事"], "按类别") == expectation


def test_a_compound_names_what_is_shared_and_counted_above(tmp_path: Path) -> None:
    said = str(sections(localities(tmp_path, SEVERAL)["/s/m/d"])["民生实事"].blocks)
    assert "另有1项由上级牵头、与其他楼院共有，计入上级的数字，这里不再计。" in said


def test_money_of_what_is_shared_counts_once(tmp_path: Path) -> None:
    at = localities(tmp_path, SEVERAL)
    assert "民生实事资金" not in sections(at["/s/m/c"])
    figures = sections(at["/s"])["民生实事资金"].blocks[1]
    assert figures == Figures((FigureLine("应付", "120", "万元", "", "2020年"),))


def pages_of(root: Path, files: dict[str, str], path: str) -> dict[str, Page]:
    site, places = planned(root, files)
    plan = plan_place(places[path].web, places[path].wall, site.given_to(path), KINDS)
    return {made.url: made for made in plan.pages}


def test_the_page_of_a_place_leads_to_its_statistics(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, ONE, "/c")
    assert "/c/statistics/" in pages
    assert pages["/c/"].view.statistics_href == "statistics/index.html"


def test_a_place_with_little_has_no_page_and_no_link(tmp_path: Path) -> None:
    """Four records are said by the panels of the place."""
    pages = pages_of(tmp_path, {"c/tasks.yml": "".join(TASKS.splitlines(keepends=True)[:-1])}, "/c")
    assert "/c/statistics/" not in pages
    assert pages["/c/"].view.statistics_href == ""


def test_further_sections_stand_below_the_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def coverage(at: Locality) -> Iterator[Section]:
        if at.records.path == "/c":
            yield Section("覆盖", "coverage", (Lines(("三类组织齐全。",)),))

    monkeypatch.setattr(page, "SECTIONS", (coverage,))
    assert list(sections(localities(tmp_path, ONE)["/c"])) == ["民生实事", "覆盖"]
    few = {"c/tasks.yml": "- {id: a, title: 甲, state: open}\n"}
    assert list(sections(localities(tmp_path / "few", few)["/c"])) == ["覆盖"]


def test_the_smallest_of_many_parts_are_one(tmp_path: Path) -> None:
    tasks = "".join(f"- {{id: t{n}, title: 事, state: open, field: 类{n:02}}}\n" for n in range(40))
    section = sections(localities(tmp_path, {"c/tasks.yml": tasks})["/c"])["民生实事"]
    made = rows(section, "按类别")
    assert (len(made), made["其余11种"], made["合计"]) == (31, ("11",), ("40",))


def test_what_is_not_stated_stays_apart_from_the_rest(tmp_path: Path) -> None:
    (at,) = (each for path, each in localities(tmp_path, ONE).items() if path == "/c")
    parts = (*(Part(str(n), (1,)) for n in range(5)), Part("未注明", (9,), apart=True))
    assert page.named(at, parts, 3) == (
        Part("0", (1,)),
        Part("1", (1,)),
        Part("其余3种", (3,)),
        Part("未注明", (9,), apart=True),
    )


def test_a_folder_of_that_name_is_no_place(tmp_path: Path) -> None:
    files = {"统计/place.yml": place("社区", "统计社区"), "c/tasks.yml": TASKS}
    assert [each.code for each in read(tmp_path, files).diagnostics] == ["E-RESERVED"]


def member(name: str, post: str, also: str = "") -> str:
    return f"[{{name: {name}, post: {post}{f', also: [{also}]' if also else ''}}}]"


@pytest.mark.parametrize(
    ("in_compound", "in_community", "expectation"),
    (
        # each says so of the other: one person
        ("{organization: /s/m#w, post: 委员}", "{organization: /s/m/c#z, post: 主任}", (1, 1, 1)),
        # said on one side: the other does not say that it is the same person
        ("{organization: /s/m#w, post: 委员}", "", (1, 1, 2)),
        ("", "", (1, 1, 2)),
        # they speak of different posts
        ("{organization: /s/m#w, post: 委员}", "{organization: /s/m/c#z, post: 委员}", (1, 1, 2)),
    ),
)
def test_who_has_posts_in_two_places_is_one_person_above_them(
    tmp_path: Path, in_compound: str, in_community: str, expectation: tuple[int, int, int]
) -> None:
    """A cross appointment stands in both places, and in the sum of both the person counts once."""
    files = {
        "s/place.yml": place("街道", "示例街道"),
        "s/m/place.yml": place("社区", "示例社区"),
        "s/m/organizations.yml": "- {id: w, type: party, name: 社区党委, members: "
        + member("示例甲", "委员", in_community)
        + "}\n",
        "s/m/c/place.yml": place("楼院", "示例小区"),
        "s/m/c/organizations.yml": "- {id: z, type: self_governing, name: 自管会, members: "
        + member("示例甲", "主任", in_compound)
        + "}\n",
    }
    at = localities(tmp_path, files)
    above = at["/s"].summary
    own = [
        sum(number for key, number in planned(tmp_path, files)[0].outlines[path].counts if key == "persons")
        for path in ("/s/m/c", "/s/m")
    ]
    assert (*own, persons_of(above)) == expectation
    assert above.count("organizations") == 2


def test_the_rows_lead_to_their_page_or_else_to_their_panel(tmp_path: Path) -> None:
    files = {
        **ONE,
        "c/wishes.yml": "- {number: 1, what: 收音机}\n",
        "c/activities.yml": "- {title: 义诊, sort: clinic, when: 2020-05}\n",
    }
    view = pages_of(tmp_path, files, "/c")["/c/statistics/"].view
    links = {each.title: each.blocks[-1].rows[0][1] for each in view.sections if each.id != "overview"}
    assert links == {
        "民生实事": "../tasks/index.html",
        "微心愿": "../index.html#wishes",
        "活动": "../index.html#activities",
    }


def test_many_sections_have_a_list_of_them(tmp_path: Path) -> None:
    files = {
        **ONE,
        "c/wishes.yml": "- {number: 1, what: 收音机}\n",
        "c/activities.yml": "- {title: 义诊, sort: clinic, when: 2020-05}\n",
        "c/volunteers.yml": "- {name: 示例甲}\n",
    }
    overview = sections(localities(tmp_path, files)["/c"])["总览"].blocks[0]
    assert isinstance(overview, Figures)
    assert [(line.label, line.value, line.href) for line in overview.lines] == [
        ("民生实事", "5", "#tasks"),
        ("志愿者", "1", "#volunteers"),
        ("微心愿", "1", "#wishes"),
        ("活动", "1", "#activities"),
    ]


def test_a_picture_is_drawn_where_three_parts_or_more_differ(tmp_path: Path) -> None:
    section = sections(localities(tmp_path, ONE)["/c"])["民生实事"]
    drawn = {block.caption: block.drawn for block in section.blocks if isinstance(block, Chart)}
    assert drawn == {
        "按状态": True,
        "按类别": True,
        "按渠道": True,
        "按时间（年份）": False,
        "按时间（季度）": False,
        "按时间（月份）": True,
    }
    assert not page.is_worth_drawing((Part("甲", (1,)), Part("乙", (1,)), Part("丙", (1,))))


def test_a_joint_project_of_several_compounds_counts_once_above_and_is_named_in_each(tmp_path: Path) -> None:
    files = {
        **SEVERAL,
        "s/m/joint-projects.yml": "- {id: fence, title: 围墙, period: 2020-05 至 2020-06, places: [c, d]}\n",
    }
    at = localities(tmp_path, files)
    counts = {path: at[path].summary.count("joint_projects") for path in ("/s/m/c", "/s/m/d", "/s/m", "/s")}
    assert counts == {"/s/m/c": 0, "/s/m/d": 0, "/s/m": 1, "/s": 1}
    for path in ("/s/m/c", "/s/m/d"):
        said = str(sections(at[path])["联建项目"].blocks)
        assert "另有1个由上级牵头、与其他楼院共有" in said


def test_a_new_kind_brings_its_own_statistics(tmp_path: Path) -> None:
    def statistics(at: Locality) -> Iterator[Statistic]:
        yield Statistic(
            "lost", 5, "失物招领", 9, "每件拾到的东西计一次。", "2020年", (FigureLine("拾到", "9"),)
        )

    (at,) = (each for path, each in localities(tmp_path, ONE).items() if path == "/c")
    kind = replace(TASK, statistics=statistics)
    made = page.statistics_page(at, page.statistics_of(at, (kind,)), ())
    assert [section.title for each in made for section in each.view.sections] == ["失物招领"]
