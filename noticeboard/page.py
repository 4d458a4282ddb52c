"""A page is a value: url, template and a frozen view that holds all that its template can see.

A page is rebuilt when its value changes, and only then; so privacy, time and deletion need no special case.
Views hold texts, numbers, tuples and other frozen dataclasses. Links in a view are relative to its page and
end in `index.html`, so that the site works under any base path and from a disk through `file://`.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from noticeboard.diagnostics import Origin

PHOTO_FOLDER = "photos"
"""The folder of a place's photos, in the content and in the site."""


@dataclass(frozen=True)
class Crumb:
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
    start = posixpath.dirname("/" + file_path(page_url))
    if path in ("", page_url) and mark:
        return "#" + quote(anchor, safe="")
    link = posixpath.relpath("/" + file_path(path), start)
    return quote(link, safe="/.-_~") + (mark + quote(anchor, safe="") if mark else "")


def root_of(page_url: str) -> str:
    """The relative prefix from a page to the root of the site: `./`, `../`, `../../` …"""
    depth = file_path(page_url).count("/")
    return "../" * depth or "./"
