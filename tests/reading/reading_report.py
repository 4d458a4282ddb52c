"""How the tests of reading write down a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable

from noticeboard.diagnostics import Diagnostic


def told(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, str, str]]:
    """What a person sees: place, code, message and remedy in Chinese; both languages must be there."""
    seen = []
    for one in diagnostics:
        assert one.message.en
        assert one.remedy.en
        at = one.position
        place = f"{one.origin.file}:{at.line}:{at.column}+{at.length}" if at else one.origin.file
        seen.append((place, one.code, one.message.zh, one.remedy.zh))
    return seen
