"""Posters: a panel a part, from one to eight, with and without words, and what happens to more than a sheet holds."""

from __future__ import annotations

import pytest
from board_samples import frame

from noticeboard.boards.poster import Item, PanelView, Poster, PosterPart, PosterView
from noticeboard.boards.programme import lay_out
from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT, SHEETS, Sheet
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.view import BoardView, texts_in
from noticeboard.kinds.tone import Tone

SHEETS_TRIED = (A3_LANDSCAPE, A4_PORTRAIT, sheet_named("a3-grey"), SHEETS["80x120-portrait"])


def poster(parts: int, words: str = "", tasks: int = 0) -> Poster:
    items = tuple(
        Item(f"更换{i}号楼水管", "done", "已办成", f"已办成：更换{i}号楼水管") for i in range(1, tasks + 1)
    )
    tones = tuple(Tone)
    return Poster(
        ("五件常做的事。",),
        tuple(
            PosterPart(f"第{i + 1}部分", tones[i], tones[i].words.zh, words, "", items) for i in range(parts)
        ),
    )


def drawn(content: Poster, sheet: Sheet) -> BoardView:
    view, found = lay_out(content, frame(sheet))
    assert found == []
    assert view is not None
    return view


def rows_of(view: BoardView) -> list[tuple[PanelView, ...]]:
    (panel,) = view.panels
    assert isinstance(panel.body, PosterView)
    return [row.columns for row in panel.body.rows]


@pytest.mark.parametrize("sheet", SHEETS_TRIED, ids=lambda sheet: sheet.key)
@pytest.mark.parametrize("parts", (1, 3, 4, 5, 7, 8))
@pytest.mark.parametrize("words", ("", "党员先报到、先认领。"))
def test_a_part_is_a_panel_and_all_are_alike(parts: int, words: str, sheet: Sheet) -> None:
    view = drawn(poster(parts, words), sheet)
    rows = rows_of(view)
    panels = [each for row in rows for each in row]
    assert [each.name.plain for each in panels] == [f"第{i}部分" for i in range(1, parts + 1)]
    assert len({len(row) for row in rows}) == 1
    assert len({each.name.size for each in panels}) == 1
    assert panels[0].name.size >= sheet.name_size * 1.25
    assert min(text.size for text in texts_in(view)) >= sheet.text_size


def test_five_stand_side_by_side_on_a_lying_sheet_and_below_each_other_on_an_upright_one() -> None:
    for sheet, shape in ((A3_LANDSCAPE, [5]), (A4_PORTRAIT, [1] * 5)):
        assert [len(row) for row in rows_of(drawn(poster(5, "党员带头"), sheet))] == shape


def test_names_alone_are_set_larger_than_names_over_words() -> None:
    for sheet in (A3_LANDSCAPE, A4_PORTRAIT):
        alone, over = (rows_of(drawn(poster(3, words), sheet))[0][0] for words in ("", "党员带头" * 12))
        assert alone.name.size > over.name.size


def test_no_two_panels_have_one_pattern_or_one_sign() -> None:
    panels = [each for row in rows_of(drawn(poster(8), A4_PORTRAIT)) for each in row]
    assert len({each.hatch for each in panels}) == len({each.badge.plain for each in panels}) == 8


def test_tasks_stand_in_their_panels() -> None:
    for row in rows_of(drawn(poster(3, "党员带头", tasks=3), A3_LANDSCAPE)):
        for each in row:
            assert [item.text.plain for item in each.items] == [
                "已办成：更换1号楼水管",
                "已办成：更换2号楼水管",
                "已办成：更换3号楼水管",
            ]


@pytest.mark.parametrize("tasks", (30, 300))
def test_more_tasks_than_a_sheet_holds_flow_over_several(tasks: int) -> None:
    view = drawn(poster(3, tasks=tasks), A3_LANDSCAPE)
    assert len(view.panels) > 1
    said = [text.plain for text in texts_in(view)]
    assert said.count(f"更换{tasks}号楼水管") == 3


def test_words_that_fit_on_no_sheet_are_named() -> None:
    view, found = lay_out(poster(3, "很长的说明。" * 900), frame(A4_PORTRAIT))
    assert view is None
    assert [each.code for each in found] == ["E-BOARD-FIT"]
    assert "很长的说明" in found[0].message.zh
