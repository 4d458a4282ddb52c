"""The counts of the places below: one table for every kind, each row leading to the panel of its place."""

from __future__ import annotations

import pytest
from kind_places import area, blocks

from noticeboard.document import Linked, Table
from noticeboard.kinds import KINDS


def table_of(name: str, *children: dict[str, int]) -> Table:
    (kind,) = (each for each in KINDS if each.name == name)
    ((table,),) = ([*blocks(panel.view, Table)] for panel in kind.panels(area(*children)))
    return table


@pytest.mark.parametrize(
    ("name", "counts", "title", "cells"),
    (
        (
            "assignment",
            {"assignments": 1, "assignments.vacant": 0},
            "分包下沉“6+1”",
            {"有分包的楼院": "1", "空缺岗位": "0"},
        ),
        (
            "catalogue",
            {"catalogue.places": 1, "catalogue.expected": 9, "catalogue.published": 9},
            "各地点的公开事项",
            {"到期应公开": "9", "已公开": "9", "逾期": "0", "楼院": "1"},
        ),
        (
            "decision",
            {"decisions": 1200, "decisions.running": 1200},
            "各地点的决策",
            {"决策公示": "1,200", "进行中": "1,200", "已完成": ""},
        ),
        (
            "honour",
            {"honours": 3, "honours.banner": 2, "honours.flag": 1},
            "各地点的荣誉",
            {"荣誉": "3", "锦旗": "2", "流动红旗": "1"},
        ),
        ("joint-project", {"joint_projects": 2}, "联建项目", {"联建项目": "2"}),
        ("meeting", {"meetings": 2}, "议事会议", {"会议（次，不含约数）": "2"}),
        ("opinion", {"opinions.received": 7}, "意见建议", {"收到的意见建议": "7", "已办结": ""}),
        ("partner", {"partners": 2}, "联建单位", {"联建单位": "2"}),
        ("programme", {"programmes": 1}, "工作法和专项行动", {"工作法和专项行动": "1"}),
        ("slip", {"slips": 4}, "四联单", {"单数": "4", "办完并评单": ""}),
        ("story", {"stories": 2}, "各地点的先进事迹", {"篇数": "2"}),
        ("wish", {"wishes": 4}, "微心愿", {"微心愿": "4", "已实现": "0"}),
    ),
)
def test_a_row_says_what_is_counted_and_leads_to_it(
    name: str, counts: dict[str, int], title: str, cells: dict[str, str]
) -> None:
    (kind,) = (each for each in KINDS if each.name == name)
    table = table_of(name, counts)
    assert table.caption == title
    assert table.columns == (("地点", "text"), *((heading, "number") for heading in cells))
    assert table.rows == ((Linked("甲院", f"%E7%94%B2/index.html#{kind.folder}"), *cells.values()),)
    assert table.total == ()


def test_places_without_any_are_no_rows_and_the_others_stand_in_their_order() -> None:
    table = table_of("meeting", {"meetings": 1}, {"stories": 5}, {"meetings": 12})
    assert [(row[0].text, row[1]) for row in table.rows if isinstance(row[0], Linked)] == [
        ("甲院", "1"),
        ("丙院", "12"),
    ]


def test_time_is_said_in_hours_and_the_rows_make_the_total() -> None:
    table = table_of(
        "rota", {"rotas": 1, "rotas.shifts": 4, "rotas.minutes": 2205}, {"rotas": 1, "rotas.minutes": 600}
    )
    assert [heading for heading, _ in table.columns] == ["地点", "值班表", "班次", "时长"]
    assert [row[1:] for row in table.rows] == [("1", "4", "36小时45分"), ("1", "", "10小时")]
    assert table.total == ("合计", "2", "4", "46小时45分")
