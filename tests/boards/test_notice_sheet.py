"""A notice stands on its sheet as GB/T 9704 has it, and what every board says stands in its margins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from board_samples import LAY_OUTS, a_notice, frame, laid_out, write_page
from playwright.sync_api import Page

from noticeboard.boards.sheet import A3_PORTRAIT, A4_PORTRAIT, Sheet

MM = 96 / 25.4
BOXES = """() => [...document.querySelectorAll('.sheet')].map(sheet => {
  const from = sheet.getBoundingClientRect(), inside = sheet.querySelector('.inner').getBoundingClientRect();
  return [inside.top - from.top, from.right - inside.right, from.bottom - inside.bottom, inside.left - from.left];
})"""
ISSUER = """() => {
  const block = document.querySelector('.issuer-block').getBoundingClientRect();
  const [issuer, date] = [...document.querySelectorAll('.issuer-lines > div')].map(each => {
    const range = document.createRange(); range.selectNodeContents(each); return range.getBoundingClientRect();
  });
  return {high: block.height, left: issuer.left - block.left, under: date.top - issuer.top,
          apart: Math.abs(issuer.left + issuer.right - date.left - date.right) / 2, width: block.width};
}"""


@pytest.mark.parametrize(("sheet", "scale"), ((A4_PORTRAIT, 1.0), (A3_PORTRAIT, 297 / 210)))
def test_the_margins_are_those_of_the_standard(
    page: Page, tmp_path: Path, sheet: Sheet, scale: float
) -> None:
    page.goto(write_page(tmp_path, laid_out("notice", a_notice(20), frame(sheet)), sheet).as_uri())
    page.emulate_media(media="print")
    boxes = page.evaluate(BOXES)
    assert len(boxes) > 1
    for box in boxes:
        assert box == pytest.approx([side * scale * MM for side in (37, 26, 35, 28)], abs=2)


def test_issuer_and_date_stand_at_the_right_one_under_the_other_with_room_for_the_seal(
    page: Page, tmp_path: Path
) -> None:
    page.goto(write_page(tmp_path, laid_out("notice", a_notice(1), frame(A4_PORTRAIT)), A4_PORTRAIT).as_uri())
    block = page.evaluate(ISSUER)
    assert block["high"] == pytest.approx(42 * MM, abs=1)
    assert block["left"] > block["width"] / 3
    assert block["under"] > 0
    assert block["apart"] < 2


def test_the_number_of_the_document_stands_above_its_title() -> None:
    board = replace(a_notice(1), number="示例自管〔2026〕2号")
    blocks = laid_out("notice", board, frame(A4_PORTRAIT)).panels[0].body.blocks
    assert [(block.kind, block.text.plain) for block in blocks[:2]] == [
        ("number", "示例自管〔2026〕2号"),
        ("heading", "关于示例小区维修方案的公示"),
    ]
    assert laid_out("notice", a_notice(1), frame(A4_PORTRAIT)).panels[0].body.blocks[0].kind == "heading"


def test_pages_are_numbered_where_there_are_several() -> None:
    labels = [panel.head.panel for panel in laid_out("notice", a_notice(12), frame(A4_PORTRAIT)).panels]
    assert [label.plain for label in labels if label] == [
        f"第{i}页，共{len(labels)}页" for i in range(1, len(labels) + 1)
    ]
    assert laid_out("notice", a_notice(1), frame(A4_PORTRAIT)).panels[0].head.panel is None


def test_what_every_board_says_stands_in_the_margins() -> None:
    (panel,) = laid_out("notice", a_notice(1), frame(A4_PORTRAIT, title="公示")).panels
    foot = panel.foot
    said = [text.plain for text in (panel.head.compound, panel.head.title, foot.phone, foot.address) if text]
    assert said == ["示例小区", "公示", "0371-0000-0000", "example.org/b/k7m2qx/"]
    assert foot.qr is not None
    assert foot.code.plain.startswith("版本 ")


def test_a_margin_that_is_too_small_for_the_address_is_told() -> None:
    address = "https://example.org/" + "a" * 900
    view, (found,) = LAY_OUTS["notice"](a_notice(1), frame(A4_PORTRAIT, address=address))
    assert (view, found.code) == (None, "E-BOARD-FIT")
    assert found.message.zh.startswith("“https://example.org/")


def test_a_title_of_sixty_characters_is_set_in_lines() -> None:
    board = replace(a_notice(1), heading="关于示例小区" * 10)
    heading = laid_out("notice", board, frame(A4_PORTRAIT)).panels[0].body.blocks[0].text
    assert heading.plain == "关于示例小区" * 10
    assert len(heading.lines) > 2
    assert heading.width <= 156
