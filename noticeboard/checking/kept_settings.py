"""Settings that are accepted and kept for later: each says so, because silence would be believed."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.config import BoardSettings, Settings
from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words

N_SETTING = code("N-SETTING", "这项设置这一版还没有作用", "a setting that has no effect yet")


def settings_without_effect(settings: Settings) -> Iterator[Diagnostic]:
    """A note (N-SETTING) for each setting that is written and does nothing in this version."""
    origin = settings.origin.at("boards")
    for key in ("emblem",):
        if getattr(settings.boards, key) != getattr(BoardSettings(), key):
            yield _without_effect(key, origin.at(key))


def _without_effect(key: str, origin: Origin) -> Diagnostic:
    return Diagnostic(
        N_SETTING,
        Words(f"设置 {key} 在这一版里还没有作用", f"the setting {key} has no effect in this version"),
        Words("可以保留，也可以删去", "keep it or delete it"),
        origin,
    )
