"""Sizes as people write them, the measures that follow from a size, and on which sheets a site makes its boards."""

from __future__ import annotations

import pytest

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.chosen import all_sheets, sheets_for
from noticeboard.boards.sheet import A3_LANDSCAPE, SHEETS
from noticeboard.boards.size_text import distance_of, sheet_named
from noticeboard.boards.stylesheets import sheet_stylesheet
from noticeboard.config import BoardSettings
from noticeboard.diagnostics import Problem

ORGANIZATION, _, PLAQUE, TASKS, LEDGER = BOARD_KINDS[:5]
NOTICE = BOARD_KINDS[-1]


@pytest.mark.parametrize(
    ("text", "key", "size"),
    (
        ("A3", "a3-portrait", (297, 420)),
        ("A3 横向", "a3-landscape", (420, 297)),
        ("60x90", "60x90-portrait", (600, 900)),
        ("600×900", "60x90-portrait", (600, 900)),
        ("90x60", "60x90-landscape", (900, 600)),
        ("120×80 竖版", "80x120-portrait", (800, 1200)),
        ("240x120mm", "240x120mm", (240, 120)),
        ("90×60cm", "60x90-landscape", (900, 600)),
        ("0.6m x 0.9m", "60x90-portrait", (600, 900)),
        ("易拉宝", "rollup-portrait", (800, 2000)),
        ("80x200cm", "rollup-portrait", (800, 2000)),
        ("700*500", "700x500mm", (700, 500)),
        ("70x50cm-portrait", "500x700mm", (500, 700)),
        ("400x600", "400x600mm", (400, 600)),
        ("plaque-40x60", "plaque-40x60-portrait", (400, 600)),
        ("a3-landscape-large-grey", "a3-landscape-large-grey", (420, 297)),
        ("a3 大字 灰度 出血", "a3-portrait-large-grey-bleed", (297, 420)),
    ),
)
def test_a_size_is_read_as_it_is_written(text: str, key: str, size: tuple[float, float]) -> None:
    sheet = sheet_named(text)
    assert (sheet.key, (sheet.width, sheet.height)) == (key, size)


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    (
        ("A33", "没有“A33”这种尺寸", "是不是“a3”？"),
        ("80x12", "“80x12”是80×12毫米，这里做不了", "如果是厘米，写 80×12cm"),
        ("70x100", "“70x100”是70×100毫米，这里做不了", "如果是厘米，写 70×100cm"),
        ("4m×1m", "“4m×1m”是4000×1000毫米，这里做不了", "长边不超过3000毫米"),
        ("2000x2000", "“2000x2000”是2000×2000毫米，这里做不了", "短边100至1500毫米"),
        ("", "没有“”这种尺寸", "可以写 a4、a3"),
        ("60x", "没有“60x”这种尺寸", "60×90cm"),
    ),
)
def test_a_size_that_cannot_be_is_told_with_what_can_be(text: str, message: str, remedy: str) -> None:
    with pytest.raises(Problem) as caught:
        sheet_named(text)
    assert caught.value.code == "E-BOARD-SIZE"
    assert caught.value.message.zh == message
    assert remedy in caught.value.remedy.zh


@pytest.mark.parametrize(
    ("text", "metres"), (("1", 1), ("1.5m", 1.5), ("2 米", 2), ("80cm", 0.8), ("１．５ｍ", 1.5))
)
def test_a_distance_is_read_as_it_is_written(text: str, metres: float) -> None:
    assert distance_of(text) == metres


@pytest.mark.parametrize("text", ("", "far", "-1m", "0", "20m", "1m2"))
def test_a_distance_that_cannot_be_is_told(text: str) -> None:
    with pytest.raises(Problem, match="no distance"):
        distance_of(text)


def test_the_distance_follows_from_the_size() -> None:
    metres = {sheet.key.rpartition("-")[0]: sheet.distance for sheet in SHEETS.values()}
    assert metres == {
        **dict.fromkeys(("a4", "a3", "plaque-20x30", "plaque-30x40", "plaque-40x60"), 1),
        **dict.fromkeys(("a2", "a1", "60x80", "60x90", "rollup"), 2),
        **dict.fromkeys(("80x120", "90x120", "120x240"), 3),
    }


def test_every_sheet_leaves_room_for_screws_seal_and_a_code_that_can_be_scanned() -> None:
    for sheet in SHEETS.values():
        assert sheet.qr >= 25
        assert sheet.qr + 6 <= sheet.foot
        if sheet.distance > 1 and min(sheet.width, sheet.height) >= 600:
            assert sheet.margin >= 30
    assert sheet_named("700x500").margin == 30


def test_variants_are_told_apart_by_their_names() -> None:
    papers = [sheet_named(f"a3{variant}").paper.zh for variant in ("", "-large", "-grey", "-bleed")]
    assert papers == ["A3", "A3（大字）", "A3（灰度）", "A3（出血3毫米）"]


def test_a_greater_distance_and_large_print_raise_the_least_sizes() -> None:
    found = {
        text: (sheet.name_size, sheet.text_size, sheet.foot)
        for text, sheet in (
            ("a3", sheet_named("a3")),
            ("a3 from 1.5 m", sheet_named("a3", distance=1.5)),
            ("a3-large", sheet_named("a3-large")),
        )
    }
    assert found == {"a3": (4.75, 3.75, 42), "a3 from 1.5 m": (7, 5.5, 63), "a3-large": (6.25, 5, 56)}


def test_columns_follow_from_the_width() -> None:
    assert ".w9{" not in sheet_stylesheet(A3_LANDSCAPE)
    assert ".w13{" in sheet_stylesheet(SHEETS["120x240-landscape"])


def keys(wanted: BoardSettings, kind: object = ORGANIZATION) -> list[str]:
    return [sheet.key for sheet in sheets_for(kind, wanted)]  # type: ignore[arg-type]  # a kind of board, kept short


def test_boards_are_made_on_the_sheets_that_a_site_asks_for() -> None:
    assert keys(BoardSettings()) == ["a3-landscape"]
    assert keys(BoardSettings(sizes=("80x120", "60x90-portrait"))) == ["80x120-landscape", "60x90-portrait"]
    assert keys(BoardSettings(sizes=("80x120",)), NOTICE) == ["80x120-portrait"]
    assert keys(BoardSettings(sizes=("rollup", "rollup-landscape"))) == [
        "rollup-portrait",
        "rollup-landscape",
    ]
    assert keys(BoardSettings(sizes=("a3", "A4")), NOTICE) == ["a4-portrait"]
    assert keys(BoardSettings(sizes=("a4",))) == []
    assert keys(BoardSettings(sizes=("80x120", "a3-landscape")), LEDGER) == ["a3-landscape"]
    assert keys(BoardSettings(sizes=("80x120",)), PLAQUE) == []
    assert keys(BoardSettings(sizes=("80x120",)), TASKS) == ["80x120-landscape"]
    assert keys(BoardSettings(sizes=("a4-portrait", "a4-portrait"))) == ["a4-portrait"]
    assert keys(BoardSettings(sizes=("a3-large",))) == ["a3-landscape-large"]
    (far,) = sheets_for(ORGANIZATION, BoardSettings(distance="2m"))
    assert (far.key, far.distance, far.name_size) == ("a3-landscape", 2, 9.25)


def test_every_sheet_of_a_site_is_named_once() -> None:
    usual = {key for kind in BOARD_KINDS for key in kind.sheets}
    assert {sheet.key for sheet in all_sheets(BOARD_KINDS, BoardSettings())} == usual
