"""Pages rendered in this process, or in several through an Executor.

    (Page, version), in order ─ in chunks ▶ workers with a Renderer of their own ▶ bytes, in the same order

A page is a value, so what a worker makes of it is what this process would make. Workers get the theme's
folders and the language once and never see records; for little work they are not worth their start.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from noticeboard.languages import Language
from noticeboard.page import Page
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme

FEWEST = 50
"""With fewer pages than this no worker is started."""
CHUNK = 32
Work = tuple[Page, str]


class _Worker:
    """What a worker process keeps between two chunks."""

    renderer: Renderer


def rendered(work: Sequence[Work], renderer: Renderer, jobs: int) -> Iterator[bytes]:
    """The bytes of each page, in order; `BrokenTemplate` as soon as one cannot be made."""
    if jobs < 2 or len(work) < FEWEST:
        for page, version in work:
            yield renderer.render(page, version)
        return
    chunks = [work[start : start + CHUNK] for start in range(0, len(work), CHUNK)]
    with ProcessPoolExecutor(
        min(jobs, len(chunks)),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(renderer.theme.folders, renderer.language),
    ) as pool:
        for made in pool.map(_render, chunks):
            yield from made


def _start(folders: tuple[Path, ...], language: Language) -> None:
    _Worker.renderer = Renderer(Theme(folders), language)


def _render(chunk: Sequence[Work]) -> list[bytes]:
    return [_Worker.renderer.render(page, version) for page, version in chunk]
