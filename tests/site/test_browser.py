"""The built example in a browser, opened from disk: pages at phone and desktop size."""

from __future__ import annotations

import pytest
from opened import (
    COMPOUND,
    DESKTOP,
    OUTSIDE,
    OVERLAPPING,
    PHONE,
    TOO_WIDE,
    Visit,
    assert_accessible_at_both_sizes,
    board_path,
    show_at,
    violations,
)
from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("nothing_goes_wrong")
VALUES_FROM_THE_LEFT = """(selector) => [...document.querySelectorAll(selector)].map((cell) => {
  const value = document.createRange();
  value.selectNodeContents(cell);
  const left = value.getClientRects()[0].left - cell.getBoundingClientRect().left;
  return left / parseFloat(getComputedStyle(cell).fontSize);
})"""
"""How many characters from the left edge of its cell each value stands."""
GAS = "shangjie/jiyuan-road/sanwan-street/building-18/"
PAGES = (
    "index.html",
    f"{GAS}index.html",
    f"{GAS}tasks/gas/index.html",
    "shangjie/jiyuan-road/index.html",
    "gongyi/xinhua-road/yuying-street/tasks/index.html",
    f"{COMPOUND}index.html",
    f"{COMPOUND}organizations/index.html",
    f"{COMPOUND}volunteers/index.html",
    f"{COMPOUND}tasks/index.html",
    f"{COMPOUND}tasks/drain/index.html",
    f"{COMPOUND}notices/index.html",
    f"{COMPOUND}notices/2026-water-stop/index.html",
    "statistics/index.html",
    f"{COMPOUND}statistics/index.html",
    "sources/index.html",
    "boards/index.html",
    f"{COMPOUND}boards/index.html",
)


@pytest.fixture(scope="module", params=PAGES)
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    """Each page, opened once: a test leaves it as it was."""
    visit.open(request.param)
    return visit.page


def test_a_page_is_accessible_and_fits_the_window(page: Page) -> None:
    assert_accessible_at_both_sizes(page)


def test_large_text_is_larger_and_still_fits_a_phone(page: Page) -> None:
    show_at(page, PHONE)
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    before = page.evaluate(size)
    page.click(".large-text")
    larger, over = page.evaluate(size), page.evaluate(TOO_WIDE)
    page.click(".large-text")
    assert larger > before
    assert over <= 0


def test_a_page_prints_on_a4_without_buttons(visit: Visit) -> None:
    page = visit.page
    visit.open(f"{COMPOUND}index.html")
    page.emulate_media(media="print")
    assert not page.locator(".large-text").is_visible()
    page.emulate_media(media="screen")


def test_the_table_of_a_picture_is_folded_on_a_phone_alone(visit: Visit) -> None:
    """It stands on wide screens and on paper also while it is folded, and opens without a script."""
    page = visit.page
    visit.open(f"{COMPOUND}statistics/index.html")
    below = page.locator(".graph-and-table:has(svg)").first
    fold, table = below.locator("summary"), below.locator("table")
    show_at(page, DESKTOP)
    assert (fold.is_visible(), table.is_visible()) == (False, True)
    show_at(page, PHONE)
    assert (fold.is_visible(), table.is_visible()) == (True, False)
    page.emulate_media(media="print")
    assert (fold.is_visible(), table.is_visible()) == (False, True)
    page.emulate_media(media="screen")
    fold.click()
    assert table.is_visible()


def test_a_long_label_of_a_row_never_touches_its_value(visit: Visit) -> None:
    page = visit.page
    show_at(page, PHONE)
    visit.open(f"{COMPOUND}rotas/2026-11/index.html")
    ems = page.evaluate(VALUES_FROM_THE_LEFT, 'td[data-label="周末和节假日"]:not(.blank)')
    assert ems
    assert all(each > len("周末和节假日") for each in ems)


def test_these_checks_find_what_is_wrong(visit: Visit) -> None:
    """A board spoilt on purpose: a text pushed out, a text over another, a box that cuts, pale and missing words."""
    page = visit.page
    show_at(page, DESKTOP)
    visit.open(board_path(visit.site, "organization", "a3-landscape"))
    page.evaluate("""() => {
      const add = (html) => document.querySelector('.sheet .body').insertAdjacentHTML('beforeend', html);
      add('<b class="pushed">推出去</b><i class="cutting">切断了的文字</i>');
      add('<b class="over">压住一</b><b class="over">压住二</b>');
      const style = (name, rules) => document.querySelectorAll(name).forEach((e) => Object.assign(e.style, rules));
      style('.pushed', {position: 'absolute', left: '-300px', top: '0'});
      style('.over', {position: 'fixed', left: '200px', top: '300px'});
      style('.cutting', {display: 'block', overflow: 'hidden', width: '20px', height: '9px'});
      document.querySelector('h1').insertAdjacentHTML('beforebegin', '<img src="data:,">');
      document.querySelector('main').insertAdjacentHTML('afterbegin', '<b class="pale">看不清的字</b>');
      style('.pale', {color: '#ccc'});
    }""")
    outside, overlapping = page.evaluate(OUTSIDE), page.evaluate(OVERLAPPING)
    assert any("推出去" in each for each in outside)
    assert "cut off in cutting" in outside
    assert "压住一 / 压住二" in overlapping
    assert {each.partition(":")[0] for each in violations(page)} == {"image-alt", "color-contrast"}
