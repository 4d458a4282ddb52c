"""A page is a value: url, template and a frozen view that holds all that its template can see.

A page is rebuilt when its value changes, and only then; so privacy, time and deletion need no special case.
Views hold texts, numbers, tuples and other frozen dataclasses. Links in a view are relative to its page and
end in `index.html`, so that the site works under any base path and from a disk through `file://`.

A page has dozens of links, so the way from its folder to each folder above is worked out once a page.
"""

from __future__ import annotations

import posixpath
from dataclasses import field
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass

PHOTO_FOLDER = "photos"
"""The folder of a place's photos, in the content and in the site."""


class Crumb(NamedTuple):
    """One step of the path of places: a name and a relative link."""

    name: str
    href: str


@dataclass(frozen=True)
class Frame:
    """What stands around every page: head, path of places, foot."""

    lang: str
    page_title: str
    site_title: str
    site_url: str
    root: str
    photos: str
    """The way from the page to the photos of its place."""
    crumbs: tuple[Crumb, ...]
    current: str
    sample: bool
    issuer: str
    phones: tuple[tuple[str, str], ...]
    as_of: str
    version: str
    print_address: str


@dataclass(frozen=True)
class Page:
    """One file of the site to be rendered: where it goes, from which template, with what view."""

    url: str
    """Site path, NFC: a folder path with `/` at its end (file: `index.html`) or a file like `/404.html`."""
    template: str
    view: Any
    listed: bool = True
    """Whether sitemap.xml lists it."""
    origin: Origin = field(default=Origin(), compare=False, repr=False)

    @property
    def path(self) -> str:
        """The path of the file below the output folder."""
        return file_path(self.url)


@dataclass(frozen=True)
class Copy:
    """A file of the content (a photo, an attachment) that is published as it is, metadata removed."""

    path: str
    """Below the output folder."""
    source: str
    """Below the site's root."""
    is_image: bool = True
    origin: Origin = field(default=Origin(), compare=False, repr=False)


def file_path(url: str) -> str:
    """The path below the output folder of the page at `url`."""
    path = url.partition("#")[0].lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path


def relative(page_url: str, target: str) -> str:
    """The link from the page at `page_url` to `target` (a site path, with or without `#anchor`)."""
    path, mark, anchor = target.partition("#")
    if mark and path in ("", page_url):
        return "#" + quote(anchor, safe="")
    link = _link(page_url, path)
    return f"{link}#{quote(anchor, safe='')}" if mark else link


def _link(page_url: str, path: str) -> str:
    if not path.startswith("/") or "//" in path or "/." in path:  # a file named in a record may say ../
        start = posixpath.dirname("/" + file_path(page_url))
        return _quoted(posixpath.relpath("/" + file_path(path), start))
    file = path + "index.html" if path.endswith("/") else path
    for folder, way in _ways_up(page_url):
        if file.startswith(folder):
            return way + _quoted(file[len(folder) :])
    raise AssertionError("the root is above every page")


@lru_cache(maxsize=256)
def _ways_up(page_url: str) -> tuple[tuple[str, str], ...]:
    """The folder of a page and those above it, each ending in `/`, with the way to it: `../../`."""
    folder = posixpath.normpath(posixpath.dirname("/" + file_path(page_url)))
    found = [(f"{folder.rstrip('/')}/", "")]
    while found[-1][0] != "/":
        below, way = found[-1]
        found.append((below[: below.rindex("/", 0, -1) + 1], f"{way}../"))
    return tuple(found)


@lru_cache(maxsize=4096)
def _quoted(path: str) -> str:
    return quote(path, safe="/.-_~")


def root_of(page_url: str) -> str:
    """The relative prefix from a page to the root of the site: `./`, `../`, `../../` …"""
    depth = file_path(page_url).count("/")
    return "../" * depth or "./"


class Ways(NamedTuple):
    """The links of a frame."""

    site_url: str
    root: str
    photos: str
    crumbs: tuple[Crumb, ...]


def ways_from(page_url: str, above: tuple[tuple[str, str], ...], photos: str) -> Ways:
    """The links of the frame of a page below the places `above` (name and site path) with that folder of photos."""
    return Ways(
        site_url=relative(page_url, "/"),
        root=root_of(page_url),
        photos=relative(page_url, f"{photos}x").removesuffix("x"),
        crumbs=tuple(Crumb(name, relative(page_url, url)) for name, url in above if url != page_url),
    )
