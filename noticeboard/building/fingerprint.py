"""Fingerprints: when one of them changes, the page is built again.

A page is made of its value, its templates and the code that renders it; each has its own digest, so that
the reason of a rebuild can be told.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import noticeboard
from noticeboard.page import Page
from noticeboard.reading.files import digest
from noticeboard.rendering.theme import PACKAGE


@dataclass(frozen=True)
class Fingerprint:
    """What a page was made from."""

    value: str
    template: str
    program: str


def fingerprint(page: Page, template: str, assets: str, language: str) -> Fingerprint:
    """The fingerprint of a page; `template` and `assets` are digests of the theme's part in it."""
    value = digest(f"{page.url}\n{language}\n{page.view!r}".encode())
    return Fingerprint(value, digest(f"{template} {assets}".encode()), program_digest())


@cache
def program_digest() -> str:
    """The digest of the program's own code, so that an upgrade rebuilds what it must."""
    parts = [noticeboard.__version__]
    parts.extend(digest(path.read_bytes()) for path in sorted(PACKAGE.rglob("*.py")))
    return digest("\n".join(parts).encode())
