"""The built example in a browser, opened from disk: pages at phone and desktop size, boards as printed paper."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from whole_site import tree

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.sheet import SHEETS

PHONE, DESKTOP = (360, 740), (1280, 900)
COMPOUND = "sample/community/compound/"
GAS = "shangjie/jiyuan-road/sanwan-street/building-18/"
BASE = "https://noticeboard.example/"
POINTS_PER_MM = 72 / 25.4
NO_FETCH = {"resultTypes": ["violations"], "preload": False}
"""axe would fetch stylesheets again, which no page on a disk may do."""
BUT_CONTRAST = {**NO_FETCH, "rules": {"color-contrast": {"enabled": False}}}
ONLY_CONTRAST = {**NO_FETCH, "runOnly": ["color-contrast"]}
MARK = """() => {
  const seen = new Set();
  const look = (element) => {
    const {color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight} = getComputedStyle(element);
    return [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight].join(' ');
  };
  const hasText = (element) => [...element.childNodes].some((each) => each.nodeType === 3 && each.data.trim());
  const walk = (element, above) => {
    const here = above + ' > ' + look(element);
    const isFirst = hasText(element) && element.checkVisibility({visibilityProperty: true}) && !seen.has(here);
    element.toggleAttribute('data-contrast', isFirst);
    if (isFirst) seen.add(here);
    for (const child of element.children) walk(child, here);
  };
  walk(document.body, '');
}"""
"""Mark the first seen text of each look, which is all that makes its contrast: its own and of what it stands on.

To measure every text of a page takes axe three times as long as all its other rules.
"""
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
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"

OUTSIDE = """() => {
  const found = [];
  for (const sheet of document.querySelectorAll('.sheet')) {
    for (const part of sheet.querySelectorAll('.band, .body, .foot')) {
      const room = part.getBoundingClientRect();
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
          if (box.left < room.left - 1 || box.right > room.right + 1 ||
              box.top < room.top - 1 || box.bottom > room.bottom + 1) {
            found.push(part.className + ': ' + text.data.trim());
          }
        }
      }
    }
    for (const element of [sheet, ...sheet.querySelectorAll('*')]) {
      const style = getComputedStyle(element);
      const cut = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (cut && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)) {
        found.push('cut off in ' + element.className);
      }
    }
  }
  return [...new Set(found)];
}"""
"""Every text on a sheet that stands outside its part of the sheet, and every box that hides what it holds."""
OVERLAPPING = """() => {
  const found = [];
  for (const sheet of document.querySelectorAll('.sheet')) {
    const boxes = [];
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.data.trim()) continue;
      const size = parseFloat(getComputedStyle(text.parentElement).fontSize);
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2;
        boxes.push({text: text.data.trim(), left: box.left, right: box.right,
                    top: middle - size * 0.4, bottom: middle + size * 0.4});
      }
    }
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) {
        found.push(a.text + ' / ' + b.text);
      }
    }));
  }
  return [...new Set(found)];
}"""
"""Every two texts on a sheet that are printed over each other; a character is taken as 0.8 em high."""


class Visit:
    """One page in the browser, and what went wrong while it was open."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.site = site
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        if not url.startswith(("file:", "data:")):
            self.wrong.append(f"asked for {url}")

    def open(self, path: str) -> None:
        """Open a file of the site."""
        self.page.goto((self.site / path).as_uri())
        self.page.evaluate("document.fonts.ready")


@pytest.fixture(scope="module")
def visit(browser: Browser, built_site: Path) -> Iterator[Visit]:
    context = browser.new_context()
    visit = Visit(context.new_page(), built_site)
    yield visit
    context.close()


@pytest.fixture(autouse=True)
def nothing_goes_wrong(visit: Visit) -> Iterator[None]:
    """No console message, no failed and no foreign request while a page is opened and looked at."""
    yield
    found, visit.wrong = visit.wrong, []
    assert found == []


@pytest.fixture(scope="module", params=PAGES)
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    """Each page, opened once: a test leaves it as it was."""
    visit.open(request.param)
    return visit.page


@dataclass(frozen=True)
class OpenBoard:
    """The page of a board in the browser."""

    page: Page
    kind: str
    sheet: str


@pytest.fixture(
    scope="module",
    params=[(kind.key, sheet) for kind in BOARD_KINDS for sheet in kind.sheets],
    ids="-".join,
)
def board(visit: Visit, request: pytest.FixtureRequest) -> OpenBoard:
    """Each kind of board on each sheet, opened once: a test leaves it as it was."""
    visit.open(board_path(visit.site, *request.param))
    return OpenBoard(visit.page, *request.param)


def board_path(site: Path, kind: str, sheet: str) -> str:
    """The path of a board of a kind on a sheet: of the sample compound, the first by name."""
    fitting = re.compile(rf"{COMPOUND}boards/{kind}(-.+)?-{sheet}/index\.html")
    return next(path for path in tree(site) if fitting.fullmatch(path))


def show_at(page: Page, size: tuple[int, int]) -> None:
    """Give the window a size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def test_a_page_is_accessible_and_fits_the_window(page: Page) -> None:
    assert_accessible_at_both_sizes(page)


def test_the_page_of_a_board_is_accessible_and_fits_the_window(board: OpenBoard) -> None:
    assert_accessible_at_both_sizes(board.page)


def assert_accessible_at_both_sizes(page: Page) -> None:
    for size in (DESKTOP, PHONE):
        show_at(page, size)
        assert violations(page) == [], size
        assert page.evaluate(TOO_WIDE) <= 0, size


def violations(page: Page) -> list[str]:
    """What breaks a rule of axe."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
    page.evaluate(MARK)
    found = run_axe(page, None, BUT_CONTRAST) + run_axe(page, [["[data-contrast]"]], ONLY_CONTRAST)
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def run_axe(page: Page, parts: list[list[str]] | None, options: dict[str, Any]) -> list[dict[str, Any]]:
    run = "([parts, options]) => axe.run(parts ? {include: parts} : document, options)"
    found: list[dict[str, Any]] = page.evaluate(
        f"{run}.then(({{violations}}) => violations)", [parts, options]
    )
    return found


@cache
def axe_script() -> str:
    return str(Axe().axe_script)


def test_large_text_is_larger_and_still_fits_a_phone(page: Page) -> None:
    show_at(page, PHONE)
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    before = page.evaluate(size)
    page.click(".large-text")
    larger, over = page.evaluate(size), page.evaluate(TOO_WIDE)
    page.click(".large-text")
    assert larger > before
    assert over <= 0


def test_the_sheets_that_communities_print_are_there() -> None:
    sheets = {kind.key: set(kind.sheets) for kind in BOARD_KINDS}
    assert "a3-landscape" in sheets["organization"]
    assert any(sheet.startswith("a3-") for sheet in sheets["volunteer"])
    assert {sheet.partition("-")[0] for sheet in sheets["tasks"]} == {"a3", "a4"}
    assert any(sheet.startswith("a4-") for sheet in sheets["notice"])


def test_nothing_on_a_board_is_clipped_or_printed_over(board: OpenBoard) -> None:
    page = board.page
    show_at(page, DESKTOP)
    for medium in ("screen", "print"):
        page.emulate_media(media="print" if medium == "print" else "screen")
        assert page.evaluate(OUTSIDE) == [], medium
        assert page.evaluate(OVERLAPPING) == [], medium
    page.emulate_media(media="screen")


def test_a_board_prints_on_its_paper_with_a_code_that_leads_to_it(
    visit: Visit, board: OpenBoard, tmp_path: Path
) -> None:
    panels = board.page.locator(".sheet").count()
    pdf = board.page.pdf(prefer_css_page_size=True, print_background=True)
    printed = PdfReader(io.BytesIO(pdf)).pages
    assert len(printed) == panels
    paper = SHEETS[board.sheet]
    for one in printed:
        width, height = (float(side) / POINTS_PER_MM for side in (one.mediabox.width, one.mediabox.height))
        assert width == pytest.approx(paper.width, abs=0.5)
        assert height == pytest.approx(paper.height, abs=0.5)
    if board.kind == "plaque":
        return  # cut apart, so that no slip could carry the code of the sheet
    for address in scanned(pdf, tmp_path):
        assert re.fullmatch(BASE + r"b/[2-9a-z]{6}/", address)
        assert (visit.site / address.removeprefix(BASE) / "index.html").is_file()


def scanned(pdf: bytes, folder: Path) -> list[str]:
    """What a telephone reads in the QR codes of the printed pages, one a page."""
    if shutil.which("pdftoppm") is None:
        reason = "no pdftoppm on this machine: install poppler-utils to test printed QR codes"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    (folder / "board.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "80", "-gray", "-png", "board.pdf", "page"], cwd=folder, check=True)
    found = []
    for path in sorted(folder.glob("page*.png")):
        with Image.open(path) as image:
            codes = zxingcpp.read_barcodes(image)
        assert len(codes) == 1, path.name
        found.append(codes[0].text)
    assert found
    return found


def test_a_page_prints_on_a4_without_buttons(visit: Visit) -> None:
    page = visit.page
    visit.open(f"{COMPOUND}index.html")
    page.emulate_media(media="print")
    assert not page.locator(".large-text").is_visible()
    page.emulate_media(media="screen")


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
