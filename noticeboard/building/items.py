"""Every file of the site with what it is made from and how its bytes are made.

    Plan + theme + photos ─ items_of ▶ Item (fingerprint, origin, make)

Only stale items are made; nothing is rendered or read to know whether an item is stale, but the
bytes of photos and attachments, whose digest is their fingerprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from noticeboard.boards.view import BoardPage
from noticeboard.building.copies import read_copy
from noticeboard.building.fingerprint import Fingerprint, fingerprint, program_digest
from noticeboard.building.reader import Reading
from noticeboard.building.workers import rendered
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.page import Copy, Page
from noticeboard.planning.plan import Plan
from noticeboard.reading.files import digest
from noticeboard.reading.images import without_metadata
from noticeboard.rendering.html import Renderer, templates_of
from noticeboard.rendering.theme import font_files


@dataclass(frozen=True)
class Item:
    """One file of the site."""

    path: str
    fingerprint: Fingerprint
    make: Callable[[], bytes] | None = None
    """How a file that is not rendered is made."""
    page: Page | None = None
    """The page to be rendered, for all others."""
    origin: Origin = Origin()

    @property
    def is_page(self) -> bool:
        """Whether it is HTML, with links and ids."""
        return self.page is not None and self.path.endswith(".html")


def made(items: Sequence[Item], renderer: Renderer, jobs: int) -> Iterator[tuple[Item, bytes]]:
    """The bytes of each item: pages first, by up to `jobs` workers, then what is only copied."""
    pages = [item for item in items if item.page is not None]
    work = [(item.page, item.fingerprint.value[:6]) for item in pages if item.page is not None]
    yield from zip(pages, rendered(work, renderer, jobs), strict=True)
    for item in items:
        if item.make is not None:
            yield item, item.make()


def items_of(plan: Plan, reading: Reading, renderer: Renderer) -> tuple[dict[str, Item], list[Diagnostic]]:
    """All files of the site by path, and what is wrong with the photos among them."""
    items = [*_pages(plan, renderer), *_assets(plan, renderer)]
    diagnostics: list[Diagnostic] = []
    for copy in plan.copies:
        item, found = _copied(copy, reading)
        items.append(item)
        diagnostics.extend(found)
    return {item.path: item for item in items}, diagnostics


def _pages(plan: Plan, renderer: Renderer) -> Iterator[Item]:
    assets = digest(repr(sorted(renderer.theme.assets.items())).encode())
    for page in plan.pages:
        templates = [renderer.template_digest(name) for name in (page.template, *templates_of(page.view))]
        made_from = fingerprint(page, " ".join(templates), assets, renderer.language)
        yield Item(page.path, made_from, page=page, origin=page.origin)


def _assets(plan: Plan, renderer: Renderer) -> Iterator[Item]:
    theme = renderer.theme
    files = {path: theme.find(f"assets/{name}") for name, path in theme.assets.items()}
    if any(isinstance(page.view, BoardPage) for page in plan.pages):
        files.update(font_files())
    for path, source in files.items():
        yield Item(path, _fingerprint_of(source), source.read_bytes)


def _fingerprint_of(source: Path) -> Fingerprint:
    return Fingerprint(digest(source.read_bytes()), "", "")


def _copied(copy: Copy, reading: Reading) -> tuple[Item, list[Diagnostic]]:
    content, diagnostics = read_copy(copy, reading.snapshot)
    make = partial(without_metadata, content) if copy.is_image else partial(bytes, content)
    made_from = Fingerprint(digest(content), "", program_digest())
    return Item(copy.path, made_from, make, origin=copy.origin), diagnostics
