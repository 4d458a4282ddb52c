"""Fingerprints: when one of them changes, the page is built again.

A page is made of its value and its templates; each has its own digest, so that the reason of a rebuild can be
told. It is also made by the program: what another program knew (`program_digest`) is not used at all.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import noticeboard
from noticeboard.page import Page
from noticeboard.reading.files import digest
from noticeboard.reading.statuses import statuses_below
from noticeboard.rendering.theme import PACKAGE


class Fingerprint(NamedTuple):
    """What a page was made from."""

    value: str
    template: str


def fingerprint(page: Page, template: str, language: str) -> Fingerprint:
    """The fingerprint of a page; `template` is the digest of the theme's part in it."""
    value = digest(f"{page.url}\n{language}\n{page.view!r}".encode())
    return Fingerprint(value, template)


@cache
def program_digest() -> str:
    """The digest of the program's own files by name, size and time, so that an upgrade rebuilds what it must."""
    start = len(str(PACKAGE)) + 1
    found = (f"{path[start:]} {size} {time}" for path, size, time in statuses_below(PACKAGE, ".py"))
    return digest("\n".join((noticeboard.__version__, *found)).encode())
