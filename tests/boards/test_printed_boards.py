"""What Chromium prints and shows; one page box, one page a panel, every line as wide as it was measured."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from board_samples import PANELS, RARE, SMALL_AND_LARGE, a_notice, frame, laid_out, organizations, write_page
from playwright.sync_api import Page
from pypdf import PdfReader

from noticeboard.boards.print_shop import page_size
from noticeboard.boards.sheet import A4_PORTRAIT, Sheet

MM = 96 / 25.4
LINES = """() => [...document.querySelectorAll('.notice .line')].map(line => {
  const range = document.createRange(); range.selectNodeContents(line);
  const box = range.getBoundingClientRect();
  return box.right - line.getBoundingClientRect().left;
})"""
OUTSIDE = """() => [...document.querySelectorAll('.sheet')].flatMap(sheet => {
  const body = sheet.querySelector('.body').getBoundingClientRect();
  const foot = sheet.querySelector('.foot, .edge-foot').getBoundingClientRect();
  const whole = sheet.getBoundingClientRect(), inner = sheet.querySelector('.inner').getBoundingClientRect();
  const found = [...sheet.querySelectorAll('.line')].filter(line => {
    const range = document.createRange(); range.selectNodeContents(line);
    const box = range.getBoundingClientRect();
    if (line.closest('.edge-top'))
      return box.bottom > body.top + 1 || box.right > inner.right + 1 || box.top < whole.top + 18;
    if (line.closest('.edge-foot'))
      return box.top < inner.bottom - 1 || box.right > inner.right + 1 || box.bottom > whole.bottom - 15;
    const bottom = line.closest('.foot') ? inner.bottom : line.closest('.body') ? foot.top : body.top;
    return box.right > inner.right + 1 || box.left < inner.left - 1 || box.bottom > bottom + 1;
  });
  return found.map(line => line.textContent);
})"""


def show(page: Page, tmp_path: Path, kind: str, board: Any, sheet: Sheet) -> None:
    page.goto(write_page(tmp_path, laid_out(kind, board, frame(sheet)), sheet).as_uri())
    page.evaluate("() => document.fonts.ready.then(() => true)")


@pytest.mark.parametrize(("kind", "board", "sheet"), (*SMALL_AND_LARGE, *PANELS))
def test_a_panel_is_a_page_of_the_exact_size_and_nothing_leaves_it(
    page: Page, tmp_path: Path, kind: str, board: Any, sheet: Sheet
) -> None:
    show(page, tmp_path, kind, board, sheet)
    assert page.evaluate(OUTSIDE) == []
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(pdf.pages) == len(laid_out(kind, board, frame(sheet)).panels)
    width, height = page_size(sheet)
    for printed in pdf.pages:
        assert float(printed.mediabox.width) / 72 * 25.4 == pytest.approx(width, abs=0.5)
        assert float(printed.mediabox.height) / 72 * 25.4 == pytest.approx(height, abs=0.5)


def test_the_text_layer_holds_the_rare_names(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, "organization", organizations(9), frame().sheet)
    text = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    assert [name for name in RARE if name not in text] == []


def test_every_line_of_a_notice_is_as_wide_as_it_was_measured(page: Page, tmp_path: Path) -> None:
    show(page, tmp_path, "notice", a_notice(2), A4_PORTRAIT)
    shown = page.evaluate(LINES)
    view = laid_out("notice", a_notice(2), frame(A4_PORTRAIT)).panels[0].body
    texts = [block.text for block in view.blocks if block.kind == "paragraph"]
    measured = [type(t)((line,), t.size, t.weight, t.leading).width * MM for t in texts for line in t.lines]
    after_heading = len(view.blocks[0].text.lines)
    assert shown[after_heading : after_heading + len(measured)] == pytest.approx(measured, abs=1.0)


@pytest.mark.parametrize("width", (360, 1280))
def test_on_a_screen_only_the_sheets_scroll_sideways(page: Page, tmp_path: Path, width: int) -> None:
    show(page, tmp_path, "organization", organizations(9), frame().sheet)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert "A3" in page.inner_text(".toolbar")
    page.emulate_media(media="print")
    assert not page.locator(".toolbar").is_visible()
