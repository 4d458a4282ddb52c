"""An open page in a real browser: it reloads after a save, shows a mistake, and clears it."""

from __future__ import annotations

from playwright.sync_api import Browser, expect
from whole_site import write_files

PLACE = "content/示例街道/place.yml"
BAR = "#noticeboard-messages"


def test_open_page_follows_the_files(running, browser: Browser) -> None:
    page = browser.new_page()
    try:
        page.goto(running.preview.server.address + "%E7%A4%BA%E4%BE%8B%E8%A1%97%E9%81%93/")
        expect(page.locator("h1")).to_have_text("示例街道")
        expect(page.locator(BAR)).to_have_count(0)

        write_files(running.root, {PLACE: "kind: 街道\nname: 示例路街道\n"})
        expect(page.locator("h1")).to_have_text("示例路街道", timeout=20_000)

        write_files(running.root, {PLACE: "kind: 街道\nname: <b>甲</b>\nbuilt: <b>2025</b>\n"})
        expect(page.locator(BAR)).to_contain_text(f"{PLACE}:3:8", timeout=20_000)
        expect(page.locator(BAR)).to_contain_text("<b>2025</b>")  # shown as text, never as markup
        expect(page.locator(f"{BAR} b")).to_have_count(0)
        expect(page.locator("h1")).to_have_text("示例路街道")

        page.reload()
        expect(page.locator(BAR)).to_contain_text(f"{PLACE}:3:8", timeout=20_000)

        write_files(running.root, {PLACE: "kind: 街道\nname: 示例路街道\n"})
        expect(page.locator(BAR)).to_have_count(0, timeout=20_000)
    finally:
        page.close()
