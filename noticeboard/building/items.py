"""Every file of the site with what it is made from and how its bytes are made.

    Plan + theme + photos ─ items_of ▶ Item (fingerprint, origin, make)

`make` is called for stale items only; nothing is rendered or read to know whether an item is stale, but the
bytes of photos and attachments, whose digest is their fingerprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from noticeboard.boards.view import BoardPage
from noticeboard.building.copies import read_copy
from noticeboard.building.fingerprint import Fingerprint, fingerprint, program_digest
from noticeboard.building.reader import Reading
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.page import Copy
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
    make: Callable[[], bytes]
    origin: Origin = Origin()
    is_page: bool = False


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
        make = partial(renderer.render, page, made_from.value[:6])
        yield Item(page.path, made_from, make, page.origin, is_page=page.path.endswith(".html"))


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
    return Item(copy.path, Fingerprint(digest(content), "", program_digest()), make, copy.origin), diagnostics
