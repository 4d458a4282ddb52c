"""Counts by building, in every kind that has them: small ones covered as the site says, unknown buildings told."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import SETTINGS, blocks, locality, records_of

from noticeboard.config import Settings, StatisticsSettings
from noticeboard.document import Lines, Section, Table
from noticeboard.kind import Kind
from noticeboard.kinds.mediation import KIND as MEDIATION
from noticeboard.kinds.opinion import KIND as OPINION
from noticeboard.kinds.place import Building, Level, Place
from noticeboard.kinds.rating import KIND as RATING
from noticeboard.locality import Records

ROWS = (
    "by_building: [{building: 1号楼, count: 31}, {building: 2号楼, count: 14}, {building: 3号楼, count: 2}]"
)
KINDS = (
    (OPINION, f"- {{received: 47, {ROWS}}}"),
    (MEDIATION, f"- {{taken_on: 47, {ROWS}}}"),
    (RATING, f"- {{title: 点评卡, returned: 47, {ROWS}}}"),
)


def by_building(kind: Kind[Any], text: str, settings: Settings = SETTINGS) -> tuple[list[str], list[str]]:
    """The counts of the table by building, and the sentences in small print."""
    (panel,) = kind.panels(locality(*records_of(kind, text), settings=settings))
    view: Section = panel.view
    tables = [table for table in blocks(view, Table) if table.caption == "楼栋"]
    said = [text for lines in blocks(view, Lines) for text in lines.texts]
    return [str(row[1]) for table in tables for row in table.rows], said


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_a_small_count_is_covered_and_another_so_that_it_does_not_follow(kind: Kind[Any], text: str) -> None:
    note = "少于3的不写出数；写“不单列”的，是为了不让人用合计推算出来"
    assert by_building(kind, text) == (["31", "不单列", "少于3"], [note])


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_a_building_that_is_left_out_is_guarded_too(kind: Kind[Any], text: str) -> None:
    assert by_building(kind, text.replace(", {building: 3号楼, count: 2}", ""))[0] == ["31", "不单列"]


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_a_site_may_be_stricter(kind: Kind[Any], text: str) -> None:
    settings = Settings(title="示例站", statistics=StatisticsSettings(smallest=15))
    assert by_building(kind, text, settings)[0] == ["31", "少于15", "少于15"]


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_counts_that_are_all_too_small_are_withheld(kind: Kind[Any], text: str) -> None:
    small = text.replace("31", "2").replace("14", "2").replace("47", "6")
    assert by_building(kind, small) == ([], ["按楼栋、网格分的数太小，不公开"])


@pytest.mark.parametrize(
    ("rows", "found"),
    (
        ("[{building: 1号楼, count: 5}, {building: 2号楼, count: 5}]", []),
        (
            "[{building: 4号楼, count: 5}]",
            [("E-BUILDING", 0, "这个地点没有楼栋“4号楼”", "是不是“2号楼”？")],
        ),
        (
            "[{building: 东区, count: 5}]",
            [("E-BUILDING", 0, "这个地点没有楼栋“东区”", "可以写：1号楼、2号楼")],
        ),
        (
            "[{building: 1号楼, count: 5}, {building: 1号楼, count: 6}]",
            [("E-BUILDING-TWICE", 1, "“1号楼”写了两次", "合成一行，数量相加")],
        ),
        (
            "[{building: 1号楼, count: 50}, {building: 2号楼, count: 11}]",
            [("E-BUILDING-SUM", None, "各楼栋加起来61，多于总数60", "核对各楼栋的数和总数")],
        ),
    ),
)
@pytest.mark.parametrize(
    ("kind", "start"),
    ((OPINION, "- {received: 60, by_building: "), (MEDIATION, "- {disputes: 60, by_building: ")),
)
def test_a_building_is_one_of_the_place_and_stands_once(
    kind: Kind[Any], start: str, rows: str, found: list[Any]
) -> None:
    place = Place(
        kind=Level.COMPOUND, name="示例小区", buildings=(Building(name="1号楼"), Building(name="2号楼"))
    )
    records = Records("/a", place, ((kind.record, records_of(kind, f"{start}{rows}}}")),))
    assert [
        (
            it.code,
            it.origin.path[2] if len(it.origin.path) > 2 else None,
            it.message.zh,
            it.remedy.zh if it.remedy else "",
        )
        for it in kind.check_place(records)
    ] == found


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_what_the_rows_make_is_not_told_beside_a_total(kind: Kind[Any], text: str) -> None:
    """31 told, 14 not, of 47 in all: a sum of 45 would tell both the 14 and the 2 of the building left out."""
    (panel,) = kind.panels(locality(*records_of(kind, text.replace(", {building: 3号楼, count: 2}", ""))))
    view: Section = panel.view
    assert "45" not in repr(view.blocks)
    assert "14" not in repr(view.blocks)


def test_buildings_that_a_place_does_not_name_are_not_asked_for() -> None:
    place = Place(kind=Level.COMPOUND, name="示例小区")
    records = Records("/a", place, ((OPINION.record, records_of(*KINDS[0])),))
    assert list(OPINION.check_place(records)) == []
