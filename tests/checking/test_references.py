"""What a written reference leads to, and what is told of one that leads nowhere, to too much, or outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import COMPOUND, TODAY, check_site, lines, place, read

from noticeboard.checking.references import Index, index_of, mentions_of, resolve_mentions
from noticeboard.diagnostics import Problem
from noticeboard.kinds import KINDS

DISTRICT = {
    "s/place.yml": place("街道", "示例街道", "户数: 300\n"),
    "s/organizations.yml": "- {id: committee, type: party, name: 街道党工委}\n",
    "s/figures.yml": "- {id: total, title: 总数, value: 9}\n",
    "s/c/place.yml": place("楼院", "示例小区", "户数: 120\n"),
    "s/c/organizations.yml": "- {id: branch, type: party, name: 示例党支部}\n",
    "s/c/figures.yml": "- {id: branch, title: 支部数, value: 1}\n- {id: posts, title: 桩数, value: 20}\n",
    "s/c/tasks.yml": "- {id: posts, title: 充电桩, state: open}\n",
    "s/d/place.yml": place("楼院", "示例二区"),
    "s/d/figures.yml": "- {id: posts, title: 桩数, value: 30}\n",
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    found, diagnostics = index_of(read(tmp_path, DISTRICT).places, KINDS, TODAY)
    assert diagnostics == []
    return found


@pytest.mark.parametrize(
    ("reference", "kinds", "title", "url"),
    (
        ("branch", ("organization",), "示例党支部", "/s/c/organizations/#branch"),
        ("branch", ("figure",), "支部数", "/s/c/#figure-branch"),
        ("committee", ("organization",), "街道党工委", "/s/organizations/#committee"),
        ("total", ("figure",), "总数", "/s/#figure-total"),
        ("posts", ("figure",), "桩数", "/s/c/#figure-posts"),
        ("task/posts", ("task", "figure"), "充电桩", "/s/c/tasks/posts/"),
        ("/s/d#posts", ("figure",), "桩数", "/s/d/#figure-posts"),
        ("/s/d#figure/posts", ("figure", "task"), "桩数", "/s/d/#figure-posts"),
        ("/s/d/#posts", ("figure",), "桩数", "/s/d/#figure-posts"),
        ("../d#posts", ("figure",), "桩数", "/s/d/#figure-posts"),
        ("#posts", ("figure",), "桩数", "/s/c/#figure-posts"),
        ("..#total", ("figure",), "总数", "/s/#figure-total"),
        ("households", ("figure",), "示例小区", "/s/c/"),
        ("/s#households", ("figure",), "示例街道", "/s/"),
        ("/s/d", ("place",), "示例二区", "/s/d/"),
        ("/s/d/", ("place",), "示例二区", "/s/d/"),
        ("../d", ("place",), "示例二区", "/s/d/"),
        (".", ("place",), "示例小区", "/s/c/"),
        ("/", ("place",), "示例站", "/"),
    ),
)
def test_a_reference_leads_to(
    index: Index, reference: str, kinds: tuple[str, ...], title: str, url: str
) -> None:
    target = index.resolve(reference, "/s/c", kinds)
    assert (target.title, target.url) == (title, url)


@pytest.mark.parametrize(
    ("reference", "kinds", "code", "message", "remedy"),
    (
        ("brunch", ("organization",), "E-REFERENCE", "找不到“brunch”", "是不是“branch”？"),
        (
            "branch",
            ("task",),
            "E-REFERENCE",
            "找不到“branch”",
            "检查编号；别处的记录写成 /地点路径#编号",
        ),
        ("/s/e", ("place",), "E-REFERENCE", "找不到“/s/e”", "是不是“/s/d”？"),
        (
            "/s/d#committee",
            ("organization",),
            "E-REFERENCE",
            "找不到“/s/d#committee”",
            "检查编号；别处的记录写成 /地点路径#编号",
        ),
        (
            "posts",
            ("task", "figure"),
            "E-AMBIGUOUS",
            "“posts”可以指几条记录",
            "写成 task/posts、figure/posts 之一",
        ),
    ),
)
def test_a_reference_that_leads_nowhere_or_to_too_much(
    index: Index, reference: str, kinds: tuple[str, ...], code: str, message: str, remedy: str
) -> None:
    with pytest.raises(Problem) as found:
        index.resolve(reference, "/s/c", kinds)
    assert (found.value.code, found.value.message.zh, found.value.remedy.zh) == (code, message, remedy)


def test_every_dangling_reference_is_told_once_where_it_stands(tmp_path: Path) -> None:
    files = {
        **DISTRICT,
        "s/tasks.yml": "- {id: g, title: 甲, state: open, places: [c, nowhere]}\n",
        "s/notices.yml": "- {id: n, title: 甲, places: [nowhere]}\n",
        "s/c/volunteers.yml": "- {name: 示例甲, team: nobody}\n",
        "s/c/figures.yml": "- {id: a, title: 甲, sum: [posts, nothing]}\n- {id: posts, title: 乙, value: 1}\n",
    }
    remedy = "检查编号；别处的记录写成 /地点路径#编号"
    assert lines(check_site(tmp_path, files)) == [
        f"s/tasks.yml:1:46 E-REFERENCE 找不到“nowhere” → {remedy}",
        f"s/notices.yml:1:30 E-REFERENCE 找不到“nowhere” → {remedy}",
        f"s/c/volunteers.yml:1:21 E-REFERENCE 找不到“nobody” → {remedy}",
        f"s/c/figures.yml:1:34 E-REFERENCE 找不到“nothing” → {remedy}",
    ]


def test_two_records_with_one_id_name_both_files(tmp_path: Path) -> None:
    files = {
        "c/place.yml": COMPOUND,
        "c/tasks.yml": "- {id: gas, title: 接通天然气, state: done}\n",
        "c/tasks/gas.md": "---\n标题: 天然气\n状态: 待办\n---\n",
        "c/notices.yml": "- {id: n, title: 甲}\n- {id: n, title: 乙}\n",
        "c/figures.yml": "- {id: gas, title: 另一类记录可以同名, value: 1}\n",
    }
    found = [each for each in lines(check_site(tmp_path, files)) if "E-DUPLICATE-ID" in each]
    assert found == [
        "c/tasks/gas.md:2:1 E-DUPLICATE-ID 编号“gas”已被“接通天然气”（content/c/tasks.yml）使用"
        " → 给其中一条换一个编号",
        "c/notices.yml:2:8 E-DUPLICATE-ID 编号“n”已被“甲”（content/c/notices.yml）使用"
        " → 给其中一条换一个编号",
    ]


def test_a_duplicate_id_does_not_tell_a_withheld_name(tmp_path: Path) -> None:
    files = {"c/volunteers.yml": "- {id: v, name: 示例甲}\n- {id: v, name: 示例乙}\n"}
    [found] = [each for each in lines(check_site(tmp_path, files)) if "E-DUPLICATE-ID" in each]
    assert "“示同志”" in found
    assert "示例甲" not in found


@pytest.mark.parametrize(
    ("written", "message"),
    (("[../d]", "“示例二区”不在“示例小区”之内"), ("[/s]", "“示例街道”不在“示例小区”之内")),
)
def test_a_record_cannot_concern_a_place_that_would_not_show_it(
    tmp_path: Path, written: str, message: str
) -> None:
    files = {**DISTRICT, "s/c/tasks.yml": f"- {{id: g, title: 甲, state: open, places: {written}}}\n"}
    assert lines(check_site(tmp_path, files)) == [
        f"s/c/tasks.yml:1:43 E-PLACES {message} → 把这条记录移到包含各个地点的上级地点的文件夹"
    ]


def test_one_spelling_can_lead_to_records_of_two_kinds(tmp_path: Path) -> None:
    """A team and a figure of one id, and a place below of the same name, do not get in each other's way."""
    files = {
        "s/place.yml": place("社区", "示例社区"),
        "s/team/place.yml": place("楼院", "示例小区"),
        "s/organizations.yml": "- {id: team, type: volunteer, name: 示例服务队}\n",
        "s/volunteers.yml": "- {name: 示例甲, team: team}\n",
        "s/figures.yml": "- {id: team, title: 人数, value: 1}\n- {title: 两倍, sum: [team, team]}\n",
        "s/tasks.yml": "- {id: g, title: 换灯, state: open, places: team}\n",
    }
    places = read(tmp_path, files).places
    index, _ = index_of(places, KINDS, TODAY)
    mentions = [(mention, record.origin) for mention, record in mentions_of(places[1], KINDS)]
    targets, diagnostics = resolve_mentions(places[1].path, mentions, index)
    assert diagnostics == []
    assert [(key, target.title) for key, target in targets] == [
        (("figure", "team"), "人数"),
        (("organization", "team"), "示例服务队"),
        (("place", "team"), "示例小区"),
    ]


def test_the_index_says_whether_a_task_is_done(tmp_path: Path) -> None:
    tasks = "- {id: lamp, title: 灯, state: done}\n- {id: lift, title: 电梯, state: waiting}\n"
    more = "- {id: road, title: 路, state: unstated}\n"
    places = read(tmp_path, {"c/place.yml": place("楼院", "示例小区"), "c/tasks.yml": tasks + more}).places
    index, _ = index_of(places, KINDS, TODAY)
    known = index.records["/c"]
    assert [known[name][0].done for name in ("lamp", "lift", "road")] == [True, False, None]
