"""Links: every relative link of every page leads to a file of the site, and to an id that stands in it.

Attributes are found by their names, and only then it is seen whether they stand in a tag: one pattern from `<` to
the quote is five times slower, and there are 300 links for a compound. Links and ids are found in one pass over the
bytes as long as all are written as the program writes them; a page of a site's own template with single quotes,
another blank or an attribute in running text is gone over once more. To split a page at the names was slower.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_WRITTEN = re.compile(rb' (href|src|id)="([^"<]*)"')
_LINKS = (re.compile("href=[\"']"), re.compile("src=[\"']"))
_IDS = (re.compile("id=[\"']"),)
_UP = re.compile(r"(?:\.\./)*")
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*")
"""What means itself in a link, and needs not be put in order."""


class _Target(NamedTuple):
    """What a link says, read apart from the page that it stands on."""

    path: str
    anchor: str
    """With its `#`; both are empty when the link leads out of the site."""
    up: int = 0
    """How many folders the path goes up first."""
    rest: str = ""
    """The path after that; empty when it must be put in order first."""


def links_and_ids(path: str, html: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files (with `#anchor`) below the output that the page at `path` links to, and its ids, both sorted."""
    found = _found_in_one_pass(html)
    if found is None:
        text = html.decode()
        found = (
            {each.encode() for each in _values(text, _LINKS)},
            {each.encode() for each in _values(text, _IDS)},
        )
    links, ids = found
    return tuple(sorted(_files(path, links))), tuple(sorted({unescape(each.decode()) for each in ids}))


def _files(path: str, links: set[bytes]) -> set[str]:
    folders = _folders(path)
    found = set()
    for written in links:
        try:
            target = _target(written)
        except ValueError:  # brackets that are no address: `http://[…`
            found.add(unescape(written.decode()))
            continue
        if target.rest and target.up < len(folders):
            found.add(folders[target.up] + target.rest + target.anchor)
        elif target.path:
            joined = folders[0] + target.path if target.path[0] != "/" else target.path
            found.add(posixpath.normpath(joined) + target.anchor)
        elif target.anchor:
            found.add(path + target.anchor)
    return found


def _folders(path: str) -> list[str]:
    """The folder of a page and those above it, each with `/` at its end; the top is empty."""
    found = [path[: path.rfind("/") + 1]]
    while found[-1]:
        found.append(found[-1][: found[-1].rfind("/", 0, -1) + 1])
    return found


def _found_in_one_pass(html: bytes) -> tuple[set[bytes], set[bytes]] | None:
    """Links and ids as they are written, of each tag the first; None if anything is written in another way."""
    links, ids = set[bytes](), set[bytes]()
    count, tag_of_link, tag_of_id = 0, -1, -1
    for match in _WRITTEN.finditer(html):
        count += 1
        start = match.start()
        tag = html.rfind(b"<", 0, start)
        if tag < 0 or not html[tag + 1 : tag + 2].islower() or html.find(b">", tag, start) >= 0:
            return None
        name, value = match.groups()
        if name == b"id":
            if tag != tag_of_id:
                ids.add(value)
            tag_of_id = tag
        else:
            if tag != tag_of_link:
                links.add(value)
            tag_of_link = tag
    all_names = html.count(b"href=") + html.count(b"src=") + html.count(b"id=")
    return (links, ids) if count == all_names else None


def _values(html: str, attributes: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    """What stands in the quotes of the first of these attributes of each tag, as written."""
    end = 0
    for start, after in sorted([match.span() for each in attributes for match in each.finditer(html)]):
        if not _in_tag(html, end, start - 1):
            continue
        closing = html.find(html[after - 1], after)
        if closing >= 0:
            yield html[after:closing]
            end = closing + 1


def _in_tag(html: str, begin: int, blank: int) -> bool:
    """Whether a tag that opens at `begin` or later is still open at the blank before an attribute."""
    if blank < begin + 2 or not html[blank].isspace():
        return False
    opening = html.rfind("<", begin, blank - 1)
    while opening >= 0 and html.find(">", opening, blank) < 0:
        if "a" <= html[opening + 1] <= "z":
            return True
        opening = html.rfind("<", begin, opening)
    return False


@lru_cache(maxsize=20_000)
def _target(written: bytes) -> _Target:
    text = written.decode()
    ways_up = _UP.match(text)
    up = ways_up.end() if ways_up else 0
    path, mark, fragment = text[up:].partition("#")
    if _PLAIN_PATH.fullmatch(path) and (not mark or _PLAIN_PATH.fullmatch(fragment)):
        return _Target(text[:up] + path, mark + fragment, up // 3, path)
    link = urlsplit(unescape(text))
    if link.scheme or link.netloc:
        return _Target("", "")
    return _Target(unquote(link.path), f"#{unquote(link.fragment)}" if link.fragment else "")
