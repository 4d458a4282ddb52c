"""Fit or fail on any size: every text at least as large as its distance asks, every line within its room."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from board_samples import LAY_OUTS, a_notice, frame, laid_out, organizations, practical_tasks, volunteers
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.boards.bare import EDGES
from noticeboard.boards.contrast import COLOURS, LEAST, as_grey, contrast, least_contrast
from noticeboard.boards.legibility import legibility
from noticeboard.boards.sheet import A3_LANDSCAPE, PRESETS, Sheet
from noticeboard.boards.size_text import sheet_named
from noticeboard.boards.stylesheets import sheet_stylesheet
from noticeboard.boards.typesetting import SetText
from noticeboard.boards.view import BoardView, PanelView, texts_in

BOARDS: dict[str, Any] = {
    "organization": lambda people: organizations(max(1, people // 3)),
    "volunteer": volunteers,
    "tasks": practical_tasks,
    "notice": lambda people: a_notice(max(1, people // 10)),
}
VARIANTS = ("", "-large", "-grey", "-large-grey-bleed")
FREE = st.tuples(st.integers(200, 1500), st.integers(200, 1500)).map(lambda sides: f"{sides[0]}x{sides[1]}")
SIZES = st.sampled_from([sheet.key for sheet in PRESETS]) | FREE
CLASS = re.compile(r"\.([a-z]\d+)\{")


def heights_of(panel: PanelView) -> float:
    """What the body of a panel takes, from the heights that its rows have."""
    body: Any = panel.body
    if hasattr(body, "strips"):
        return float(body.down + sum(strip.height for strip in body.strips))
    if hasattr(body, "columns"):
        return max(
            body.white * (len(column) - 1)
            + body.down
            + sum(group.height + sum(row.height for row in group.rows) for group in column)
            for column in body.columns
        )
    if hasattr(body, "head"):
        totals = sum(max(total.height for total in row) for row in body.totals)
        note = body.note.height if body.note else 0.0
        return float(body.down + totals + note + body.head.height + sum(row.height for row in body.rows))
    return float(sum(block.height for block in body.blocks))


def room_of(panel: PanelView, sheet: Sheet) -> float:
    if panel.edge:
        return EDGES[panel.edge].on(sheet).height(sheet)
    return sheet.inner_height - panel.head.height - sheet.foot - 2 * sheet.gap


def classes_of(view: BoardView) -> set[str]:
    """The steps that the view names: sizes of type, leadings, white."""
    found = {name for text in texts_in(view.panels) for name in text.css.split() if name != "b"}
    for panel in view.panels:
        body: Any = panel.body
        found.add(f"d{getattr(body, 'down', 0) * 100}")
        rows = [row for column in getattr(body, "columns", ()) for group in column for row in group.rows]
        rows += [*getattr(body, "rows", ()), *getattr(body, "strips", ()), *getattr(body, "blocks", ())]
        found.update(f"p{round(row.pad * 100)}" for row in rows)
        groups = [group for column in getattr(body, "columns", ()) for group in column]
        found.update(f"d{round(group.down * 100)}" for group in groups)
        found.update(f"t{round(group.mark_size * 100)}" for group in groups)
        found.update(body.width for _ in groups[:1])
    return found


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(BOARDS)), st.sampled_from((3, 30, 300)), SIZES, st.sampled_from(VARIANTS))
def test_a_board_fits_its_sheet_legibly_or_names_what_does_not(
    kind: str, people: int, size: str, variant: str
) -> None:
    sheet = sheet_named(size + variant)
    view, diagnostics = LAY_OUTS[kind](BOARDS[kind](people), frame(sheet))
    if view is None:
        assert [each.code for each in diagnostics] == ["E-BOARD-FIT"]
        assert re.search(r"“.+”在.+上放不下：.+超出\d+\.\d毫米", diagnostics[0].message.zh)
        return
    report = legibility(view, sheet)
    assert report.is_legible, report
    names = [text for text in texts_in(view.panels) if text.plain.startswith("示例䶮")]
    assert all(text.size >= sheet.name_size for text in names)
    for panel in view.panels:
        assert heights_of(panel) <= room_of(panel, sheet) + 0.01
    assert classes_of(view) <= set(CLASS.findall(sheet_stylesheet(sheet)))


@pytest.mark.parametrize("kind", BOARDS)
@pytest.mark.parametrize("people", (3, 30, 300))
def test_every_preset_holds_every_board(kind: str, people: int) -> None:
    """The presets are for these boards: none of them may fail with an ordinary issuer, phone and address."""
    for sheet in PRESETS:
        view = laid_out(kind, BOARDS[kind](people), frame(sheet))
        assert view.panels


def test_a_report_names_the_smallest_type_and_fails_what_cannot_be_read() -> None:
    view = laid_out("organization", organizations(9), frame())
    report = legibility(view, A3_LANDSCAPE)
    assert (report.smallest, report.least, report.distance, report.is_legible) == (3.75, 3.75, 1, True)
    assert report.smallest_text == view.panels[0].foot.code.plain
    assert report.text("zh") == "最小字高3.75毫米（1米处至少3.75毫米），对比度8.0:1，灰度8.6:1"
    assert report.text("en").startswith("smallest type 3.75 mm (at 1 m at least 3.75 mm), contrast 8.0:1")
    assert not legibility(view, replace(A3_LANDSCAPE, distance=2.0)).is_legible
    assert not legibility(view, replace(A3_LANDSCAPE, width=100.0)).is_legible


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#000000", "#000000") == 1
    assert as_grey("#ff0000") == "#4c4c4c"


@pytest.mark.parametrize("grey", (False, True))
@pytest.mark.parametrize("size", ("a3", "a3-grey"))
def test_every_text_has_a_contrast_of_seven_in_colour_and_in_grey(size: str, grey: bool) -> None:
    assert least_contrast(sheet_named(size), grey=grey) >= LEAST


def test_the_colours_are_those_of_the_stylesheet() -> None:
    root = re.search(r":root\{(.*?)\}", Path("templates/assets/board.css").read_text(encoding="utf-8"))
    assert root is not None
    found = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", root[1]))
    assert {**found, "paper": "#ffffff"} == COLOURS


def test_a_grey_safe_sheet_has_ink_and_patterns_and_no_colour() -> None:
    text = sheet_stylesheet(sheet_named("a3-grey"))
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", text))
    assert colours == {"#1b1b1b", "#ffffff", "#6b6b6b"}
    styles = re.findall(r"\.band-(\w+)\{border-style:(\w+)\}", text)
    assert len({style for band, style in styles if band != "plain"}) == 3


def test_totals_that_have_no_room_side_by_side_stand_in_rows() -> None:
    sheet = sheet_named("200x500", distance=1.0)
    (panel,) = laid_out("tasks", replace_totals(), frame(sheet)).panels
    rows = panel.body.totals
    assert len(rows) > 1
    assert sum(len(row) for row in rows) == 5
    texts: list[SetText] = [total.figure for row in rows for total in row]
    assert max(text.width for text in texts) <= sheet.inner_width


def replace_totals() -> Any:
    board = practical_tasks(1)
    return replace(board, totals=tuple(replace(board.totals[1], figure="1,234,567") for _ in range(5)))
