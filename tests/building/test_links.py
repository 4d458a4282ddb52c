"""Links and ids found in pages, and those that lead nowhere."""

from __future__ import annotations

import pytest

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.links import broken_links, ids_in, links_in
from noticeboard.building.manifest import Entry
from noticeboard.diagnostics import Origin


@pytest.mark.parametrize(
    ("html", "links"),
    (
        ('<a href="../index.html">', ("index.html",)),
        ('<a href="tasks/index.html#gas">', ("c/tasks/index.html#gas",)),
        ('<a class="x" href="#gas">', ("c/index.html#gas",)),
        ('<img alt="图" src="photos/%E5%9B%BE.jpg">', ("c/photos/图.jpg",)),
        ('<a href="a.html?x=1&amp;y=2#%E7%94%B2">', ("c/a.html#甲",)),
        ('<a href="tasks/">', ("c/tasks",)),
        ('<a href="/c/index.html">', ("/c/index.html",)),
        ('<a href="../../x">', ("../x",)),
        ('<a href="https://example.org/"><a href="tel:12345"><a href="mailto:a@example.org">', ()),
        ('<a href="//example.org/x">', ()),
        ('<a href="http://[x">', ("http://[x",)),
        ('<a href="">', ()),
        ("<a class=\"x\" href='a.html'>", ("c/a.html",)),
        ("<p>没有链接 href=x</p>", ()),
    ),
)
def test_links_in_a_page(html: str, links: tuple[str, ...]) -> None:
    assert links_in("c/index.html", html) == links


def test_ids_in_a_page() -> None:
    assert ids_in('<h2 id="b"><p class="x" id="a&amp;b"><p id="b">') == ("a&b", "b")
    assert ids_in("<h2 id='b'>") == ("b",)


def entry(*links: str, ids: tuple[str, ...] = ()) -> Entry:
    return Entry(Fingerprint("", "", ""), "", "new", "", links, ids)


def test_a_link_leads_to_a_file_and_to_an_id_in_it() -> None:
    entries = {
        "index.html": entry("c/index.html#gas", "c/index.html#oil", "d/index.html", "a.css", ids=("top",)),
        "c/index.html": entry("index.html#top", ids=("gas",)),
        "a.css": entry(),
    }
    found = list(broken_links(entries, {"index.html": Origin("content/site.yml")}))
    assert [(each.origin.file, each.message.zh) for each in found] == [
        ("content/site.yml", "页面 index.html 里的链接 c/index.html#oil 没有指向任何页面"),
        ("content/site.yml", "页面 index.html 里的链接 d/index.html 没有指向任何页面"),
    ]
