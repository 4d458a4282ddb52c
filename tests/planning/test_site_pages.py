"""Pages of the whole site and of places: addresses, redirects, sitemap, crumbs, lists of places."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from whole_site import TODAY, Built, build_site, read_page
from written_site import SITE, place, write_content

FILES = {
    "sources.yml": "- {id: S1, title: 示例材料, publisher: 示例社区, date: 2020-05}\n",
    "s/place.yml": place(
        "街道", "示例街道", "source: S1\nissuer: 示例街道办事处\n监督电话: 0371-0000-0001\n"
    ),
    "s/m/place.yml": place("社区", "示例社区"),
    "s/m/c/place.yml": place("楼院", "示例小区", "户数: 120\nwas: [lao-yuan, /old/yuan]\n"),
    "s/m/c/tasks.yml": "- {id: gas, title: 接通天然气, state: open, was: [ran-qi]}\n",
    "s/m/d/place.yml": place("楼院", "示例二区", "示例: 是\n"),
}


def built(root: Path, files: dict[str, str] = FILES) -> Built:
    site = build_site(write_content(root, files), root / "site", TODAY)
    assert site.ok, site.told
    return site


@pytest.mark.parametrize(
    ("old", "new"),
    (
        ("s/m/lao-yuan", "../c/index.html"),
        ("old/yuan", "../../s/m/c/index.html"),
        ("s/m/c/tasks/ran-qi", "../gas/index.html"),
    ),
)
def test_an_old_address_leads_to_the_new_one(tmp_path: Path, old: str, new: str) -> None:
    page = read_page(built(tmp_path).site, f"{old}/index.html")
    assert page.is_redirect
    assert new in [link.address for link in page.links]


def test_the_sitemap_lists_pages_by_their_whole_address(tmp_path: Path) -> None:
    site = built(tmp_path, {**FILES, "site.yml": SITE.replace("example.org/", "example.org/公示/board")}).site
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    base = "https://example.org/%E5%85%AC%E7%A4%BA/board/"
    assert f"<loc>{base}s/m/c/tasks/gas/</loc>" in sitemap
    assert f"<loc>{base}</loc>" in sitemap
    for hidden in ("404", "lao-yuan", "ran-qi", "robots", "/boards/tasks"):
        assert hidden not in sitemap
    assert f"Sitemap: {base}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    site = built(tmp_path, {**FILES, "site.yml": "title: 示例站\n"}).site
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("base_url", "root"),
    (
        ("https://example.org/", "/"),
        ("https://example.org/a/b", "/a/b/"),
        ("https://例子.网址/甲", "/%E7%94%B2/"),
    ),
)
def test_the_404_page_links_from_the_root_of_the_server(tmp_path: Path, base_url: str, root: str) -> None:
    site = built(tmp_path, {**FILES, "site.yml": f"title: 示例站\nbase_url: {base_url}\n"}).site
    addresses = [link.address for link in read_page(site, "404.html").links]
    assert root in addresses
    assert all(address.startswith((root, "#", "data:,")) for address in addresses)


def test_a_place_names_the_way_to_it_and_who_answers(tmp_path: Path) -> None:
    page = read_page(built(tmp_path).site, "s/m/c/tasks/gas/index.html")
    way = [link.address for link in page.links if link.tag == "a"]
    for address in (
        "../../../../../index.html",
        "../../../../index.html",
        "../../../index.html",
        "../../index.html",
    ):
        assert address in way
    text = "".join(page.text_of("body"))
    assert "0371-0000-0001" in text
    assert "示例街道办事处" in text


def test_home_lists_places_two_levels_down(tmp_path: Path) -> None:
    site = built(tmp_path).site
    home, street = read_page(site, "index.html"), read_page(site, "s/index.html")
    assert "示例街道" in home.main
    assert "示例社区" in home.main
    assert "示例小区" not in home.main
    assert {"示例社区", "示例小区", "示例二区"} <= set(street.text_of("a"))


def test_a_place_shows_its_facts_and_the_sources_of_the_places_above(tmp_path: Path) -> None:
    page = read_page(built(tmp_path).site, "s/m/c/index.html")
    assert "120户" in page.main
    assert "示例材料" in page.main
    assert "../../../sources/index.html#S1" in [link.address for link in page.links]


def test_without_boards_there_is_no_print_centre(tmp_path: Path) -> None:
    site = built(tmp_path, {"c/place.yml": place("楼院", "示例小区")}).site
    assert not (site / "boards").exists()
    assert not (site / "c/boards").exists()


def test_the_print_centre_lists_the_boards_of_a_place(tmp_path: Path) -> None:
    site = built(tmp_path).site
    centre = read_page(site, "s/m/c/boards/index.html")
    sheets = [link.address for link in centre.links if link.address.startswith("tasks-")]
    assert "tasks-a3-landscape/index.html" in sheets or sheets
    assert all((site / "s/m/c/boards" / sheet).is_file() for sheet in sheets)
    assert "../s/m/c/boards/index.html" in [
        link.address for link in read_page(site, "boards/index.html").links
    ]


def test_a_print_centre_shows_each_board_in_small(tmp_path: Path) -> None:
    centre = read_page(built(tmp_path).site, "s/m/c/boards/index.html")
    pictures = [each.get("aria-label") for each in centre.elements() if each.get("role") == "img"]
    assert pictures == ["民生实事公示示意图", "民生台账示意图"]


def test_a_print_centre_of_many_boards_is_a_light_page(tmp_path: Path) -> None:
    body = "关好门窗，注意安全。\n\n" * 12
    notices = {
        f"s/m/c/notices/n{i}.md": f"---\ntitle: 外墙修缮公告{i}\nissuer: 示例社区\nissued: 2026-11-01\n"
        f"from: 2026-11-01\nto: 2026-12-20\n---\n\n{body}"
        for i in range(60)
    }
    site = built(tmp_path, {**FILES, **notices}).site
    data = (site / "s/m/c/boards/index.html").read_bytes()
    assert data.count(b'<svg class="board-picture') == 62
    assert len(gzip.compress(data)) < 30_000


@pytest.mark.parametrize(
    ("boards", "sheets"),
    (
        ("{sizes: A3}", {"tasks-a3-landscape", "ledger-a3-landscape", "sign-in-a4-portrait"}),
        ("{sizes: [a4]}", {"tasks-a4-portrait", "sign-in-a4-portrait"}),
        ("{kinds: 民生实事公示, sizes: A3}", {"tasks-a3-landscape"}),
        ("{kinds: volunteer}", set()),
    ),
)
def test_a_site_chooses_boards_and_sheets(tmp_path: Path, boards: str, sheets: set[str]) -> None:
    site = built(tmp_path, {**FILES, "site.yml": f"{SITE}boards: {boards}\n"}).site
    folder = site / "s/m/c/boards"
    assert (
        {path.name for path in folder.iterdir() if path.is_dir()} == sheets if sheets else not folder.exists()
    )


def test_the_address_of_a_board_stays_when_names_change(tmp_path: Path) -> None:
    before = {path.name for path in (built(tmp_path / "one").site / "b").iterdir()}
    renamed = {**FILES, "s/m/c/place.yml": FILES["s/m/c/place.yml"].replace("示例小区", "示例新区")}
    assert {path.name for path in (built(tmp_path / "two", renamed).site / "b").iterdir()} == before
