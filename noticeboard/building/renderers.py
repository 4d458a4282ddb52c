"""The renderer of a theme, kept by a process between two tasks: compiling its templates takes longer than a place."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from noticeboard.languages import Language
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme


@lru_cache(maxsize=4)
def _renderer(
    folders: tuple[Path, ...], made: tuple[tuple[str, str], ...], state: str, language: Language
) -> Renderer:
    return Renderer(Theme(folders, made), language)


def renderer_of(theme: Theme, language: Language) -> Renderer:
    """The renderer of a theme, the same one while the theme stays the same."""
    return _renderer(theme.folders, theme.made, theme.state_digest, language)
