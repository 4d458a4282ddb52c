"""Joint projects: one over several compounds is counted at its own place and listed at each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.document import Figures, Lines, Linked, Marked, Section, Table
from noticeboard.kinds.joint_project import KIND
from noticeboard.locality import Locality

MANY = "- {title: 联建项目, number: 152, named: [爱心捎带车, 夕阳红运动会], ways: [场地, works], key: yes}"
PAVING = (
    "- {title: 路面硬化, ways: works, partners: [b], by: [街道办], compounds: 3, period: 2026-03 至 2026-04}"
)


def section(place: Locality) -> Section:
    (panel,) = KIND.panels(place)
    view: Section = panel.view
    return view


def test_a_number_with_examples() -> None:
    place = locality(*records_of(KIND, MANY))
    (figures,), (lines,) = blocks(section(place), Figures), blocks(section(place), Lines)
    assert (figures.lines[0].value, figures.lines[0].base) == ("152", "其中有爱心捎带车、夕阳红运动会")
    assert lines.texts == ("共享方式有2种：场地共享、工程共建",)
    assert dict(KIND.tally(place.records, date(2026, 11, 20))) == {"joint_projects": 152}
    (key,) = KIND.key_figures(place)
    assert (key.value, key.href) == ("152", "#joint-projects")
    assert list(blocks(section(place), Table)) == []


@pytest.mark.parametrize(
    ("today", "state"),
    (
        ("2026-02-28", ("ring", "计划中")),
        ("2026-03-01", ("half", "进行中")),
        ("2026-05-01", ("tick", "已完成")),
    ),
)
def test_a_project_with_its_partners_and_state(today: str, state: tuple[str, str]) -> None:
    place = locality(*records_of(KIND, PAVING), today=today, targets=[("partner", "b", "示例建筑公司")])
    (table,) = blocks(section(place), Table)
    *told, shown = table.rows[0]
    assert told == ["路面硬化，涉及3个楼院", "工程共建", "示例建筑公司、街道办"]
    assert isinstance(shown, Marked)
    assert shown[:2] == state


def test_a_shared_project_is_listed_at_each_compound_and_counted_above_alone() -> None:
    (paving,) = records_of(KIND, PAVING.replace(" partners: [b],", ""))
    own = locality(*records_of(KIND, "- {title: 书法班}"))
    compound = replace(
        own, shared=((paving, ""),), context=replace(own.context, ancestors=(("示例街道", "/"),))
    )
    (figures,), (table,) = blocks(section(compound), Figures), blocks(section(compound), Table)
    assert figures.lines[0].value == "1"
    assert [row[0] for row in table.rows] == [
        "书法班",
        Linked("路面硬化，涉及3个楼院，几个楼院共有，计入示例街道", "../index.html#joint-projects"),
    ]
    above = replace(own.records, by_type=((KIND.record, (paving,)),))
    assert dict(KIND.tally(above, date(2026, 11, 20))) == {
        "joint_projects": 1,
        "joint_projects.at.over": 1,
    }
    assert dict(KIND.tally(compound.records, date(2026, 11, 20))) == {"joint_projects": 1}


@pytest.mark.parametrize(
    ("text", "total"),
    (("- {title: 联欢会, compounds: 4}", "3"), ("- {title: 联建项目, number: 10余}", "10余")),
)
def test_what_is_recorded_below_is_added_unless_a_source_gives_the_whole(text: str, total: str) -> None:
    place = locality(*records_of(KIND, text), counts=[("joint_projects", 3)])
    (figures,) = blocks(section(place), Figures)
    assert figures.lines[0].value == total


@pytest.mark.parametrize(
    ("row", "found"),
    (
        (
            "{title: 甲, number: 1, named: [乙, 丙]}",
            [("E-JOINT-NAMED", ("named",), "列名2个，总数只有1个")],
        ),
        ("{title: 甲, result: 修好}", [("W-JOINT-RESULT", ("result",), "“甲”写了结果，没有写时间")]),
        ("{title: 看望李奶奶}", [("E-NAMED", ("title",), "这里写了居民的姓名（李…）")]),
        ("{title: 甲, number: 10余, named: [乙]}", []),
    ),
)
def test_what_is_wrong(row: str, found: list[Any]) -> None:
    assert found_in(KIND, f"- {row}") == found
