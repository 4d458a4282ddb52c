"""Which sheets somebody means who prints: those of the site, or a size, turned and varied as asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import PRESETS
from noticeboard.boards.sheets_to_print import SheetWish, all_sheets_to_print, sheets_to_print
from noticeboard.boards.size_text import sheet_named
from noticeboard.config import BoardSettings

ORGANIZATION, _, _, TASKS, LEDGER = BOARD_KINDS[:5]
NOTICE = BOARD_KINDS[-1]
SITE = BoardSettings()


@pytest.mark.parametrize(
    ("kind", "wish", "keys"),
    (
        (ORGANIZATION, {}, ["a3-landscape"]),
        (TASKS, {}, ["a3-landscape", "a4-portrait"]),
        (TASKS, {"orientation": "portrait"}, ["a3-portrait", "a4-portrait"]),
        (TASKS, {"size": "A4"}, ["a4-portrait"]),
        (ORGANIZATION, {"size": "a4"}, ["a4-landscape"]),
        (NOTICE, {"size": " A3 "}, ["a3-portrait"]),
        (NOTICE, {"size": "a3", "orientation": "landscape"}, ["a3-landscape"]),
        (NOTICE, {"size": "A3-Landscape"}, ["a3-landscape"]),
        (NOTICE, {"size": "a3-landscape", "orientation": "portrait"}, ["a3-portrait"]),
        (ORGANIZATION, {"size": "80x120"}, ["80x120-landscape"]),
        (LEDGER, {"size": "80x120"}, ["80x120-landscape"]),
        (NOTICE, {"size": "80x120"}, ["80x120-portrait"]),
        (NOTICE, {"size": "700×500"}, ["700x500mm"]),
        (NOTICE, {"size": "700×500", "orientation": "portrait"}, ["500x700mm"]),
        (TASKS, {"variants": ("large",)}, ["a3-landscape-large", "a4-portrait-large"]),
        (NOTICE, {"size": "a3 大字", "variants": ("grey", "bleed")}, ["a3-portrait-large-grey-bleed"]),
        (NOTICE, {"size": "a3-large", "variants": ("large",)}, ["a3-portrait-large"]),
    ),
)
def test_sheets(kind: Any, wish: dict[str, Any], keys: list[str]) -> None:
    assert [sheet.key for sheet in sheets_to_print(kind, SITE, SheetWish(**wish))] == keys


def test_the_sheets_of_the_settings_and_where_they_leave_a_kind_out_its_usual_ones() -> None:
    settings = BoardSettings(sizes=("a3", "80x120-grey"), distance="2m")
    found = sheets_to_print(ORGANIZATION, settings, SheetWish())
    assert [(sheet.key, sheet.distance) for sheet in found] == [
        ("a3-landscape", 2),
        ("80x120-landscape-grey", 2),
    ]
    (notice,) = sheets_to_print(NOTICE, replace(settings, sizes=("a3",)), SheetWish())
    assert (notice.key, notice.distance) == ("a4-portrait", 2)


def test_a_distance_that_is_asked_for_holds_against_the_settings() -> None:
    settings = BoardSettings(distance="2m")
    for size in ("", "a3"):
        (sheet,) = sheets_to_print(ORGANIZATION, settings, SheetWish(size=size, distance=1.5))
        assert sheet == sheet_named("a3-landscape", distance=1.5)


def test_a_sheet_is_found_again_by_its_own_name() -> None:
    free = (sheet_named("333.3x444.4"), sheet_named("400x600-large-bleed"), sheet_named("2000x1000-grey"))
    for sheet in (*PRESETS, *free):
        assert sheet_named(sheet.key) == sheet


def test_the_sheets_of_all_kinds_each_once() -> None:
    found = [
        sheet.key for sheet in all_sheets_to_print((ORGANIZATION, TASKS, LEDGER, NOTICE), SITE, SheetWish())
    ]
    assert sorted(found) == ["a3-landscape", "a4-portrait"]
