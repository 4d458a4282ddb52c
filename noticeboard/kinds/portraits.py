"""Portraits that records carry as a file of their place: the way from a page to them, and which are published.

What arrives here has been redacted, so a portrait without consent is an empty text and its file stays where it is.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Protocol

from noticeboard.diagnostics import Origin
from noticeboard.locality import Locality
from noticeboard.page import PHOTO_FOLDER, Copy, relative


class Portrayed(Protocol):
    """A record with a portrait."""

    @property
    def portrait(self) -> str:
        """The name of a file in the folder of photos; empty where there is none to show."""

    @property
    def origin(self) -> Origin:
        """Where the record is written."""


def portrait_href(record: Portrayed, path: str, page_url: str) -> str:
    """The way from a page to the portrait of a record of the place at `path`; empty where there is none."""
    return relative(page_url, f"{path}/{PHOTO_FOLDER}/{record.portrait}") if record.portrait else ""


def portrait_copies(locality: Locality, records: Iterable[Portrayed]) -> Iterator[Copy]:
    """The portraits of those who agreed to have them on pages; another's photo never leaves the content."""
    folder = posixpath.dirname(locality.place.origin.file)
    for record in records:
        if record.portrait:
            path = f"{locality.records.path}/{PHOTO_FOLDER}/{record.portrait}".lstrip("/")
            source = f"{folder}/{PHOTO_FOLDER}/{record.portrait}"
            yield Copy(path, source, origin=record.origin.at("portrait"))
