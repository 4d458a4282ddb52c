"""Links and ids found in pages, and those that lead nowhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


MARKUP = st.lists(
    st.sampled_from(("<a", "<b ", "<", ">", " ", "\n", "</p>", "<!--", "href=", "src=", " id=", "data-id="))
    | st.sampled_from(('"', "'", "x", ' href="u"', " src='v'", ' id="w"'))
).map("".join)


@given(MARKUP)
def test_a_value_is_that_of_the_first_such_attribute_of_a_tag(html: str) -> None:
    """The pattern says it in one line; it is several times slower."""
    in_pattern = re.findall(r"""<[a-z][^>]*?\sid=(["'])(.*?)\1""", html, re.DOTALL)
    assert ids_in(html) == tuple(sorted({value for _, value in in_pattern}))
    in_pattern = re.findall(r"""<[a-z][^>]*?\s(?:href|src)=(["'])(.*?)\1""", html, re.DOTALL)
    assert links_in("c/index.html", html) == links_in(
        "c/index.html", "".join(f"<a href={quote}{value}{quote}>" for quote, value in in_pattern)
    )


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
