"""Compounds side by side: in the order of the place list, each rate with its base, a small base without percent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from planned_site import localities
from written_site import place

from noticeboard.document import Lines, Linked, Section, Table
from noticeboard.planning.comparison import comparison_sections, rate_text
from noticeboard.values.quantity import Quantity, parse_quantity


def tasks(done: int, open_: int, unstated: int = 0) -> str:
    states = ["done"] * done + ["open"] * open_ + ["unstated"] * unstated
    return "".join(
        f"- {{id: t{n}, title: 第{n}件, state: {state}{', finished: 2026' if state == 'done' else ''}}}\n"
        for n, state in enumerate(states)
    )


AREA = {
    "s/place.yml": place("街道", "示例街道"),
    "s/a/place.yml": place("楼院", "甲院", "households: 600余\n"),
    "s/a/tasks.yml": tasks(3, 1),
    "s/g/place.yml": place("楼院", "乙院", "order: 1\nhouseholds: 120\n"),
    "s/g/tasks.yml": tasks(1, 11, 2),
    "s/g/opinions.yml": "- {received: 1500余, settled: 1478}\n- {received: 20, settled: 近20}\n",
    "s/c/place.yml": place("楼院", "丙院"),
    "s/x/place.yml": place("楼院", "样板院", "示例: 是\n"),
    "s/x/tasks.yml": tasks(9, 0),
}


def section(root: Path, files: dict[str, str], path: str = "/s") -> Section | None:
    return next(iter(comparison_sections(localities(root, files)[path])), None)


def table_of(made: Section | None) -> tuple[list[str], list[list[str]]]:
    assert made is not None
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    rows = [[cell.text if isinstance(cell, Linked) else str(cell) for cell in row] for row in table.rows]
    return [heading for heading, _ in table.columns], rows


def test_compounds_stand_in_the_order_of_the_place_list_with_the_base_of_each_rate(tmp_path: Path) -> None:
    """乙院 is first because its place says so, not for its rate; the sample is left out."""
    assert table_of(section(tmp_path, AREA)) == (
        ["楼院", "户数", "实事办结", "意见办结"],
        [
            ["乙院", "120", "8.3%（1／12）、2项未注明", "约98.6%（近1498／1520余）"],
            ["甲院", "600余", "3／4", "—"],
            ["丙院", "—", "—", "—"],
        ],
    )


def test_a_sentence_says_why_there_is_no_ranking(tmp_path: Path) -> None:
    made = section(tmp_path, AREA)
    assert made is not None
    said = "".join(text for block in made.blocks if isinstance(block, Lines) for text in block.texts)
    assert "不排名" in said
    assert "基数不到10的只写件数" in said


def test_each_name_leads_to_its_place(tmp_path: Path) -> None:
    made = section(tmp_path, AREA)
    assert made is not None
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert table.rows[0][0] == Linked("乙院", "../g/index.html")


def test_a_district_compares_the_places_that_its_page_knows(tmp_path: Path) -> None:
    files = {
        "d/place.yml": place("区", "示例区"),
        "d/s/place.yml": place("街道", "一街道"),
        "d/s/m/place.yml": place("社区", "一社区"),
        **{f"d/s/m/{name}/place.yml": place("楼院", name) for name in "ag"},
        "d/s/m/a/organizations.yml": "- {type: party, name: 甲}\n- {type: self_governing, name: 乙}\n"
        "- {type: volunteer, name: 丙}\n",
        "d/s/m/g/organizations.yml": "- {type: party, name: 甲}\n",
        "d/t/place.yml": place("街道", "二街道"),
        "d/t/c/place.yml": place("楼院", "丙院"),
    }
    assert table_of(section(tmp_path, files, "/d")) == (
        ["地点", "三类组织都有的楼院"],
        [["一社区", "1／2"], ["丙院", "—"]],
    )
    assert table_of(section(tmp_path / "again", files, "/d/s/m")) == (
        ["楼院", "三类组织"],
        [["a", "3／3"], ["g", "1／3"]],
    )


@pytest.mark.parametrize("path", ("/s/a", ""))
def test_one_compound_is_not_compared(tmp_path: Path, path: str) -> None:
    files = {"s/place.yml": place("街道", "示例街道"), "s/a/place.yml": AREA["s/a/place.yml"]}
    assert section(tmp_path, files, path) is None


def test_compounds_of_which_nothing_is_on_record_are_not_compared(tmp_path: Path) -> None:
    files = {"s/place.yml": place("街道", "示例街道"), "s/c/place.yml": place("楼院", "甲院")}
    assert section(tmp_path, {**files, "s/d/place.yml": place("楼院", "乙院")}) is None


def quantity(text: str) -> Quantity | None:
    return parse_quantity(text) if text else None


@pytest.mark.parametrize(
    ("part", "whole", "zh", "en"),
    (
        ("8", "10", "80%（8／10）", "80% (8／10)"),
        ("3", "4", "3／4", "3／4"),
        ("9", "9", "9／9", "9／9"),
        ("", "4", "0／4", "0／4"),
        ("1478", "1500余", "约98.5%（1478／1500余）", "about 98.5% (1,478／over 1,500)"),
        ("3", "0", "", ""),
        ("3", "", "", ""),
    ),
)
def test_a_rate_under_ten_is_no_percentage_and_a_hedge_stays(part: str, whole: str, zh: str, en: str) -> None:
    assert rate_text(quantity(part), quantity(whole), "zh") == zh
    assert rate_text(quantity(part), quantity(whole), "en") == en
    assert rate_text(Quantity(Decimal(8)), Quantity(Decimal(10)), "zh") == "80%（8／10）"
