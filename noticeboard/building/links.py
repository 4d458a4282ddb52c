"""Links: every relative link of every page leads to a file of the site, and to an id that stands in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from noticeboard.building.manifest import Entry
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words

E_LINK = code("E-LINK", "链接没有指向任何页面", "a link that leads nowhere")

_LINK = re.compile(r"""<[a-z][^>]*?\s(?:href|src)=(["'])(.*?)\1""", re.DOTALL)
_ID = re.compile(r"""<[a-z][^>]*?\sid=(["'])(.*?)\1""", re.DOTALL)


def links_in(path: str, html: str) -> tuple[str, ...]:
    """The files (with `#anchor`) below the output that the page at `path` links to, sorted."""
    found = set()
    for _, written in _LINK.findall(html):
        try:
            link = urlsplit(unescape(written))
        except ValueError:  # brackets that are no address: `http://[…`
            found.add(unescape(written))
            continue
        if link.scheme or link.netloc or (not link.path and not link.fragment):
            continue
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(link.path)))
            if link.path
            else path
        )
        found.add(target + (f"#{unquote(link.fragment)}" if link.fragment else ""))
    return tuple(sorted(found))


def ids_in(html: str) -> tuple[str, ...]:
    """Every id of a page, sorted."""
    return tuple(sorted({unescape(each) for _, each in _ID.findall(html)}))


def broken_links(entries: Mapping[str, Entry], origins: Mapping[str, Origin]) -> Iterator[Diagnostic]:
    """The links that lead to no file of the site, or to an id that its page does not have."""
    ids = {path: frozenset(entry.ids) for path, entry in entries.items()}
    for path, entry in entries.items():
        for link in entry.links:
            target, _, anchor = link.partition("#")
            if target in ids and (not anchor or anchor in ids[target]):
                continue
            yield Diagnostic(
                E_LINK,
                Words(
                    f"页面 {path} 里的链接 {link} 没有指向任何页面",
                    f"the link {link} in {path} leads nowhere",
                ),
                Words(
                    "改正链接；站内页面用相对路径，写到 index.html",
                    "correct it; inside the site write relative paths",
                ),
                origins.get(path, Origin()),
            )
