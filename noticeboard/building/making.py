"""Making files of the site: those that are stale, and what is remembered of all.

Wanted files + what the last build made ─ stale ▶ Decisions ─ make ▶ staged bytes + Made
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path

from noticeboard.building.copies import CopyRead, published_bytes
from noticeboard.building.entries import Entries, Entry, Files, Written
from noticeboard.building.fingerprint import Fingerprint, fingerprint
from noticeboard.building.links import links_and_ids
from noticeboard.building.stale import stale
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass
from noticeboard.page import Page
from noticeboard.publishing.files import digest as file_digest
from noticeboard.publishing.release import stage
from noticeboard.reading.files import Snapshot, digest
from noticeboard.rendering.html import Renderer, templates_of


@dataclass(frozen=True)
class Wanted:
    """A file that the site is to have: what it is made from, and how its bytes are made."""

    path: str
    made_from: Fingerprint
    origin: Origin
    make: Callable[[], bytes]
    has_links: bool
    """Whether it is HTML."""


@dataclass(frozen=True)
class Made:
    """Some files of the site as a build leaves them."""

    entries: Entries
    files: Files
    staged: tuple[str, ...] = ()
    """Those whose bytes are new and wait in the staging folder."""
    built: tuple[tuple[str, str], ...] = ()
    """Path and reason of those that were made."""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Before:
    """What the last build made of the same part of the site."""

    entries: Entries = field(default_factory=dict)
    files: Files = field(default_factory=dict)
    """Those that are still as they were written."""


def make(wanted: Sequence[Wanted], before: Before, staging: Path | None, forced: str) -> Made:
    """Make what is stale, and stage it where its bytes are new; without `staging` only its links are looked at.

    `forced` is the reason why all of it is made, if there is one.
    """
    made_from = {path: entry.made_from for path, entry in before.entries.items()}
    broken = made_from.keys() - before.files.keys()
    decisions = stale({each.path: each.made_from for each in wanted}, made_from, broken, forced=forced)
    reasons = dict(decisions.build)
    entries: dict[str, Entry] = {}
    files: dict[str, Written] = {}
    staged = []
    for each in wanted:
        reason = reasons.get(each.path)
        if reason is None:
            entries[each.path] = before.entries[each.path]._replace(origin=each.origin)
            files[each.path] = before.files[each.path]
            continue
        data = each.make() if each.has_links or staging is not None else b""
        entries[each.path] = _entry(each, data, reason)
        if staging is None:
            continue
        known = before.files.get(each.path)
        if known is not None and known.digest == file_digest(data):
            files[each.path] = known
            continue
        found = stage(staging, each.path, data)
        files[each.path] = Written(found.digest, found.size, found.mtime_ns)
        staged.append(each.path)
    return Made(entries, files, tuple(staged), decisions.build, decisions.drop)


def _entry(wanted: Wanted, data: bytes, reason: str) -> Entry:
    links, ids = links_and_ids(wanted.path, data if wanted.has_links else b"")
    return Entry(wanted.made_from, reason, wanted.origin, links if wanted.path != "404.html" else (), ids)


def wanted_pages(pages: Iterable[Page], renderer: Renderer) -> Iterator[Wanted]:
    """The files of pages; what a page is made from is its value and the theme's part in it."""
    for page in pages:
        theme = theme_digest(templates_of_page(page), renderer)
        made_from = fingerprint(page, theme, renderer.language)
        render = partial(renderer.render, page, made_from.value[:6])
        yield Wanted(page.path, made_from, page.origin, render, page.path.endswith(".html"))


def wanted_copies(copies: Iterable[CopyRead], snapshot: Snapshot) -> Iterator[Wanted]:
    """The files of photos and attachments, but for those with a problem, which stops the release."""
    for each in {each.copy.path: each for each in copies if not each.problems}.values():
        made_from = Fingerprint(each.digest, "")
        make_bytes = partial(published_bytes, each.copy, snapshot)
        yield Wanted(each.copy.path, made_from, each.copy.origin, make_bytes, has_links=False)


def templates_of_page(page: Page) -> tuple[str, ...]:
    """The templates that a page names itself: its own and those of its panels."""
    return (page.template, *templates_of(page.view))


def theme_digest(names: Iterable[str], renderer: Renderer) -> str:
    """The digest of templates with all that they extend and include, and of the names of all assets."""
    templates = " ".join(renderer.template_digest(name) for name in names)
    return digest(f"{templates} {renderer.theme.assets_digest}".encode())
