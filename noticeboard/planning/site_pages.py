"""Pages of the whole site: sources, 404, redirects of old addresses, sitemap, robots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote, urlsplit

from noticeboard.frozen import dataclass
from noticeboard.kinds.source import Source
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative
from noticeboard.planning.outline import Outline

SOURCES = Words("来源", "Sources")
NOT_FOUND = Words("没有这个页面", "There is no such page")
MOVED = Words("页面已移到新地址", "This page has moved")


@dataclass(frozen=True)
class SourceRow:
    """A source on the page of sources."""

    id: str
    title: str
    publisher: str
    date: str
    note: str


@dataclass(frozen=True)
class SourcesView:
    """The page of sources."""

    frame: Frame
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True)
class PlainView:
    """A page that only says one thing and leads on."""

    frame: Frame
    href: str


@dataclass(frozen=True)
class Addresses:
    """The view of sitemap.xml and robots.txt: absolute addresses."""

    addresses: tuple[str, ...]


def sources_page(root: Locality) -> Iterator[Page]:
    """The list of all sources, if there are any."""
    sources = root.records.of(Source)
    if not sources:
        return
    url = root.url("sources")
    rows = tuple(
        SourceRow(
            source.id,
            source.title,
            source.publisher,
            source.date.text(root.language) if source.date else "",
            source.note,
        )
        for source in sources
    )
    frame = replace(root.frame(url, root.words(SOURCES)), as_of="")
    yield Page(url, "sources.html", SourcesView(frame, rows))


def not_found_page(root: Locality) -> Page:
    """`404.html`: a server shows it under any address, so its links start from the base path of the site."""
    base = _quoted(urlsplit(root.context.settings.base_url).path) or "/"
    frame = replace(
        root.frame("/404.html", root.words(NOT_FOUND)), root=base, site_url=base, crumbs=(), as_of=""
    )
    return Page("/404.html", "404.html", PlainView(frame, base), listed=False)


def redirect_pages(root: Locality, outlines: Iterable[Outline]) -> Iterator[Page]:
    """A page at every old address (`was`) that leads to the new one."""
    for outline in outlines:
        for old, new, origin in outline.old_addresses:
            frame = replace(root.frame(old, root.words(MOVED)), as_of="")
            view = PlainView(frame, relative(old, new))
            yield Page(old, "redirect.html", view, listed=False, origin=origin)


def robot_files(base_url: str, listed: Iterable[str]) -> Iterator[Page]:
    """`robots.txt`, and with a base address `sitemap.xml` of the site paths `listed`."""
    base_url = _encoded(base_url)
    if base_url:
        yield Page("/sitemap.xml", "sitemap.xml", _addresses(base_url, tuple(listed)), listed=False)
    sitemap = (base_url + "sitemap.xml",) if base_url else ()
    yield Page("/robots.txt", "robots.txt", Addresses(sitemap), listed=False)


@lru_cache(maxsize=2)  # many thousands, and the same after most edits
def _addresses(base_url: str, listed: tuple[str, ...]) -> Addresses:
    return Addresses(tuple(sorted(base_url + _quoted(url.lstrip("/")) for url in listed)))


def _encoded(base_url: str) -> str:
    """The address in the letters that machines exchange: host in Punycode, path percent-encoded."""
    if base_url.isascii():
        return base_url
    parts = urlsplit(base_url)
    return parts._replace(netloc=parts.netloc.encode("idna").decode(), path=_quoted(parts.path)).geturl()


_PLAIN = re.compile(r"[A-Za-z0-9/._~%-]*")


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/.-_~%")
