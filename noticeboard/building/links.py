"""Links: every relative link of every page leads to a file of the site, and to an id that stands in it.

Attributes are found by their names, which is a plain search for a text, and only then it is seen whether they
stand in a tag: one pattern from `<` to the quote is five times slower, and there are 300 links for a compound.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

_LINKS = (re.compile("href=[\"']"), re.compile("src=[\"']"))
_IDS = (re.compile("id=[\"']"),)


def links_in(path: str, html: str) -> tuple[str, ...]:
    """The files (with `#anchor`) below the output that the page at `path` links to, sorted."""
    folder, found = posixpath.dirname(path), set()
    for written in set(_values(html, _LINKS)):
        try:
            target, anchor = _parts(written)
        except ValueError:  # brackets that are no address: `http://[…`
            found.add(unescape(written))
            continue
        if target:
            joined = f"{folder}/{target}" if folder and target[0] != "/" else target
            found.add(posixpath.normpath(joined) + anchor)
        elif anchor:
            found.add(path + anchor)
    return tuple(sorted(found))


def ids_in(html: str) -> tuple[str, ...]:
    """Every id of a page, sorted."""
    return tuple(sorted({unescape(each) for each in _values(html, _IDS)}))


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
def _parts(written: str) -> tuple[str, str]:
    """The path and the `#anchor` of a link; both empty when it leads out of the site."""
    link = urlsplit(unescape(written))
    if link.scheme or link.netloc:
        return "", ""
    return unquote(link.path), f"#{unquote(link.fragment)}" if link.fragment else ""
