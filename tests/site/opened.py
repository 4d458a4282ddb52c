"""Pages and boards of the built example in a browser, and what is asked of them there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from whole_site import tree

PHONE, DESKTOP = (360, 740), (1280, 900)
COMPOUND = "sample/community/compound/"
BASE = "https://noticeboard.example/"
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


@dataclass(frozen=True)
class OpenBoard:
    """The page of a board in the browser."""

    page: Page
    kind: str
    sheet: str


def board_path(site: Path, kind: str, sheet: str) -> str:
    """The path of a board of a kind on a sheet: of the sample compound, the first by name."""
    fitting = re.compile(rf"{COMPOUND}boards/{kind}(-.+)?-{sheet}/index\.html")
    return next(path for path in tree(site) if fitting.fullmatch(path))


def show_at(page: Page, size: tuple[int, int]) -> None:
    """Give the window a size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


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
