"""Every page of the built example: valid HTML, nothing from elsewhere, no link that leads nowhere."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from whole_site import Html, Link, read_page, read_pages, tree

BASE = "https://noticeboard.example/"
LARGEST_PAGE = 30_000
"""Bytes, compressed."""
NOT_LINKED = {"404.html", "robots.txt", "sitemap.xml"}
"""Asked for by a server or a search engine, never by a link."""
SAMPLE_HOME = "sample/"


@pytest.fixture(scope="module")
def pages(built_site: Path) -> tuple[Html, ...]:
    return read_pages(built_site)


def stays(page: Html, link: Link) -> bool:
    """Whether a link stays within the site: relative, but from the root where a server shows 404.html anywhere."""
    return link.is_relative or (page.path == "404.html" and re.match(r"/(?!/)", link.address) is not None)


def test_every_page_is_valid_html(pages: tuple[Html, ...]) -> None:
    assert {page.path: page.errors for page in pages if page.errors} == {}


def test_every_page_says_its_language(pages: tuple[Html, ...]) -> None:
    languages = {page.path: page.tree.get("lang") for page in pages}
    assert {path: language for path, language in languages.items() if language != "zh-CN"} == {}


def test_ids_are_unique_on_every_page(pages: tuple[Html, ...]) -> None:
    twice = {page.path: [each for each, n in Counter(page.ids).items() if n > 1] for page in pages}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_no_two_pages_have_one_title(pages: tuple[Html, ...]) -> None:
    titles: dict[str, list[str]] = {}
    for page in pages:
        if not page.is_redirect:
            titles.setdefault(page.title, []).append(page.path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1 or not title} == {}


def test_every_page_has_one_heading_of_the_first_level(pages: tuple[Html, ...]) -> None:
    counts = {page.path: len(page.text_of("h1")) for page in pages if not page.is_redirect}
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_headings_skip_no_level(pages: tuple[Html, ...]) -> None:
    skipped = {}
    for page in pages:
        levels = [int(e.tag[1]) for e in page.elements("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [f"h{a} to h{b}" for a, b in pairwise(levels) if b > a + 1]
        if jumps:
            skipped[page.path] = jumps
    assert skipped == {}


def test_no_style_and_no_script_stands_in_a_page(pages: tuple[Html, ...]) -> None:
    inline = []
    for page in pages:
        for element in page.elements():
            handlers = [name for name in element.attrib if name == "style" or name.startswith("on")]
            text = element.tag == "style" or (
                element.tag == "script" and (element.text or not element.get("src"))
            )
            if handlers or text:
                inline.append(f"{page.path} <{element.tag} {handlers}>")
    assert inline == []


def test_nothing_is_fetched_from_another_host(pages: tuple[Html, ...]) -> None:
    fetched = [
        f"{page.path} {link}"
        for page in pages
        for link in page.links
        if (link.attribute != "href" or link.tag == "link")
        and not (stays(page, link) or link.address == "data:,")
    ]
    assert fetched == []


def test_links_are_relative_or_to_the_outside_world(pages: tuple[Html, ...]) -> None:
    outside = re.compile(r"https?://|mailto:|tel:|data:,$")
    odd = [
        f"{page.path} {link.address}"
        for page in pages
        for link in page.links
        if link.address.startswith(BASE) or not (stays(page, link) or outside.match(link.address))
    ]
    assert odd == []


def test_every_relative_link_leads_to_a_file_and_an_id(built_site: Path, pages: tuple[Html, ...]) -> None:
    files, ids = set(tree(built_site)), {page.path: set(page.ids) for page in pages}
    broken = []
    for page in pages:
        for link in page.links:
            if link.is_relative and page.path != "404.html":
                target, anchor = page.leads_to(link)
                if target not in files or (anchor and anchor not in ids[target]):
                    broken.append(f"{page.path} → {link.address}")
    assert broken == []


def test_every_file_can_be_reached_from_home(built_site: Path, pages: tuple[Html, ...]) -> None:
    """But for the pages behind QR codes, and assets of the theme that this site happens not to need."""
    files = tree(built_site)
    by_path = {page.path: page for page in pages}
    reached, pending = {"index.html"}, ["index.html"]
    while pending:
        current = pending.pop()
        if current in by_path:
            targets = {
                by_path[current].leads_to(link)[0] for link in by_path[current].links if link.is_relative
            }
        elif current.endswith(".css"):
            targets = {f"assets/{name}" for name in re.findall(r'url\("?([^")]+)', files[current].decode())}
        else:
            targets = set()
        pending.extend(targets - reached)
        reached |= targets
    unreached = {path for path in set(files) - reached if not path.startswith(("b/", "assets/"))}
    assert unreached - NOT_LINKED == set()
    assert reached - set(files) == set()


def test_stylesheets_fetch_nothing_from_another_host(built_site: Path) -> None:
    sheets = {path: data.decode() for path, data in tree(built_site).items() if path.endswith(".css")}
    assert sheets
    foreign = {path: re.findall(r"@import|//[^\s/*][^\s;]*|https?:", text) for path, text in sheets.items()}
    assert {path: found for path, found in foreign.items() if found} == {}


def test_the_page_for_lost_addresses_works_from_any_address(
    built_site: Path, pages: tuple[Html, ...]
) -> None:
    lost = next(page for page in pages if page.path == "404.html")
    addresses = {link.address for link in lost.links} - {"#main", "data:,"}
    assert {address for address in addresses if not address.startswith("/")} == set()
    files = {unquote(address).removeprefix("/") or "index.html" for address in addresses}
    assert {file + "index.html" if file.endswith("/") else file for file in files} - set(
        tree(built_site)
    ) == set()


def test_the_sitemap_lists_the_pages_that_stand_there(built_site: Path, pages: tuple[Html, ...]) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [
        str(e.text) for e in ET.fromstring((built_site / "sitemap.xml").read_bytes()).iter(f"{space}loc")
    ]
    assert all(address.startswith(BASE) for address in found)
    paths = [unquote(address.removeprefix(BASE)) + "index.html" for address in found]
    assert len(set(paths)) == len(paths)
    own = {
        p.path for p in pages if p.path != "404.html" and not p.path.startswith("b/") and not p.is_redirect
    }
    boards = {path for path in own if re.search(r"/boards/[^/]+/index\.html$", path)}
    assert set(paths) == own - boards


def test_robots_may_read_everything_and_find_the_sitemap(built_site: Path) -> None:
    lines = (built_site / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {BASE}sitemap.xml" in lines
    assert "Disallow: /" not in lines


def test_a_page_is_small(built_site: Path) -> None:
    sizes = {
        path: len(gzip.compress(data)) for path, data in tree(built_site).items() if path.endswith(".html")
    }
    assert {path: size for path, size in sizes.items() if size > LARGEST_PAGE} == {}


def test_a_page_has_one_stylesheet_and_at_most_one_script(pages: tuple[Html, ...]) -> None:
    ordinary = [
        page for page in pages if not re.search(r"/boards/[^/]+/", page.path) and not page.is_redirect
    ]
    sheets = {p.path: sum(e.get("rel") == "stylesheet" for e in p.elements("link")) for p in ordinary}
    assert {path: n for path, n in sheets.items() if n != 1} == {}
    scripts = {p.path: len(list(p.elements("script"))) for p in ordinary}
    assert {path: n for path, n in scripts.items() if n > 1} == {}


def test_every_page_of_the_sample_says_so(pages: tuple[Html, ...]) -> None:
    sample = [page for page in pages if page.path.startswith(SAMPLE_HOME)]
    assert sample
    marked = ("示例", "虚构")
    assert [
        p.path for p in sample if not any(m in "".join(p.text_of("header", "section")) for m in marked)
    ] == []


def test_no_other_place_is_marked_as_a_sample(pages: tuple[Html, ...]) -> None:
    wrong = [
        page.path
        for page in pages
        if not page.path.startswith((SAMPLE_HOME, "b/"))
        and any(e.get("class") == "sample" for e in page.elements())
    ]
    assert wrong == []


def test_three_clicks_lead_from_home_to_the_gas_of_one_compound(pages: tuple[Html, ...]) -> None:
    by_path = {page.path: page for page in pages}
    goal = "shangjie/jiyuan-road/sanwan-street/building-18/tasks/gas/index.html"
    distance, pending = {"index.html": 0}, ["index.html"]
    while pending:
        current = pending.pop(0)
        for link in by_path[current].links:
            target = by_path[current].leads_to(link)[0] if link.is_relative and link.tag == "a" else ""
            if target in by_path and target not in distance:
                distance[target] = distance[current] + 1
                pending.append(target)
    assert distance[goal] <= 3


def test_markup_of_templates_is_rendered_once(built_site: Path, pages: tuple[Html, ...]) -> None:
    leftovers = re.compile(r"\{\{|\{%|&amp;(?:amp|lt|gt|quot|#\d+);|None|Words\(")
    shown = {page.path: leftovers.findall(read_page(built_site, page.path).main) for page in pages}
    assert {path: found for path, found in shown.items() if found} == {}
