"""Make the pictures of the READMEs again: `python tests/readme/pictures.py` (needs Chromium, Chrome or Edge).

    content/ ─ build ▶ a site for one fixed day ─ browser ▶ screenshots ─ set side by side ▶ docs/*.png

The pictures are of the built example, never drawn by hand; few colours keep each under 300 KB.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.append(str(CHECKOUT / "tests"))
from whole_site import BROWSER_OPTIONS, build_site, find_browser  # noqa: E402  # the path is set above

PAGE = "sample/community/compound"
BOARD = "sample/community/compound/boards/organization-a3-landscape"
DESKTOP, PHONE = (1280, 1150), (360, 920)
MARGIN, COLOURS = 40, 256
GROUND = "#d8d4cc"
"""Behind the two screens, so that the white of the pages has an edge."""


def make_pictures(site: Path, folder: Path, browser: Browser) -> None:
    """Write `page.png` and `board.png` into `folder`, from a built example."""
    desktop = screenshot(browser, site / PAGE / "index.html", DESKTOP)
    phone = screenshot(browser, site / PAGE / "index.html", PHONE, scale=1.25)
    width = desktop.width + phone.width + 3 * MARGIN
    together = Image.new("RGB", (width, desktop.height + 2 * MARGIN), GROUND)
    together.paste(desktop, (MARGIN, MARGIN))
    together.paste(phone, (desktop.width + 2 * MARGIN, MARGIN))
    save(together, folder / "page.png")
    save(screenshot(browser, site / BOARD / "index.html", (1700, 1200), part=".sheet"), folder / "board.png")


def screenshot(
    browser: Browser, page: Path, size: tuple[int, int], *, scale: float = 1.0, part: str = ""
) -> Image.Image:
    """What a browser window of this size shows of a page, or one part of the page alone."""
    width, height = size
    window = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    try:
        window.goto(page.as_uri())
        shown = window.locator(part).first.screenshot() if part else window.screenshot()
    finally:
        window.close()
    return Image.open(io.BytesIO(shown)).convert("RGB")


def save(picture: Image.Image, path: Path) -> None:
    """Write a PNG of few colours."""
    few = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def main() -> int:
    """Build the example, and make its pictures in `docs/`."""
    executable = find_browser()
    if executable is None:
        print("no Chromium, Chrome or Edge on this machine", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        root = Path(work, "root")
        shutil.copytree(CHECKOUT / "content", root / "content")
        built = build_site(root, Path(work, "site"))
        if not built.ok:
            print(built.told, file=sys.stderr)
            return 1
        browser = playwright.chromium.launch(executable_path=executable, args=BROWSER_OPTIONS)
        make_pictures(built.site, CHECKOUT / "docs", browser)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
