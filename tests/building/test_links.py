"""Links and ids found in pages, and those that lead nowhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.building.entries import Entry
from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.link_check import broken_links, links_of
from noticeboard.building.links import links_and_ids
from noticeboard.diagnostics import Origin


def links_in(path: str, html: str) -> tuple[str, ...]:
    return links_and_ids(path, html.encode())[0]


def ids_in(html: str) -> tuple[str, ...]:
    return links_and_ids("c/index.html", html.encode())[1]


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
        ('<a href="x.html" src="y.js"><img src="z.png" href="w">', ("c/x.html", "c/z.png")),
        (
            '<a href="../../../x/a.html"><a href="./b.html"><a href="d/../e.html"><a href="/f//g/">',
            ("../../x/a.html", "/f/g", "c/b.html", "c/e.html"),
        ),
        ('<a href="..">', (".",)),
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


HOME = Origin("content/site.yml")


def entry(*links: str, ids: tuple[str, ...] = ()) -> Entry:
    return Entry(Fingerprint("", ""), "new", HOME, links, ids)


def test_a_link_leads_to_a_file_and_to_an_id_in_it() -> None:
    """Within a part of the site and from one part to another; a link that is written twice is told twice."""
    parts: dict[str, dict[str, Entry]] = {
        "whole": {
            "index.html": entry("index.html#no", "index.html#top", "a.css", ids=("top",)),
            "a.css": entry(),
        },
        "/c": {
            "c/index.html": entry("index.html#top", "c/gas/index.html#x", "d/index.html"),
            "c/gas/index.html": entry("index.html#no", "d/index.html", ids=("y",)),
        },
    }
    owners = {path: part for part, entries in parts.items() for path in entries}
    links = {part: links_of(entries) for part, entries in parts.items()}
    assert [each.message.zh for each in broken_links(links, owners, parts.__getitem__)] == [
        "页面 index.html 里的链接 index.html#no 没有指向任何页面",
        "页面 c/index.html 里的链接 c/gas/index.html#x 没有指向任何页面",
        "页面 c/index.html 里的链接 d/index.html 没有指向任何页面",
        "页面 c/gas/index.html 里的链接 index.html#no 没有指向任何页面",
        "页面 c/gas/index.html 里的链接 d/index.html 没有指向任何页面",
    ]


def test_the_ids_of_a_front_page_are_known_without_opening_its_part() -> None:
    places: dict[str, dict[str, Entry]] = {
        "/c": {"c/index.html": entry(ids=("tasks",))},
        "/": {"index.html": entry("c/index.html#tasks", "c/index.html#no")},
    }
    links = {
        "/": links_of(places["/"], "index.html"),
        "/c": links_of(places["/c"], "c/index.html"),
    }
    owners = {"c/index.html": "/c"}
    found = broken_links(links, owners, {"/": places["/"]}.__getitem__)
    assert [each.message.en for each in found] == ["the link c/index.html#no in index.html leads nowhere"]
