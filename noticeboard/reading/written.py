"""What a content file says, as plain values: a YAML file, or front matter with a Markdown body below it.

    path ─ read ▶ Written, with all that is wrong in it

No type is given here and no field is known, but for the body, which no front matter may repeat.
"""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.languages import Words
from noticeboard.reading.files import Snapshot, read_text
from noticeboard.reading.front_matter import split
from noticeboard.reading.scan import may_hold_private
from noticeboard.reading.yaml import PlainValue, load

E_BODY_TWICE = code("E-BODY-TWICE", "正文写了两处", "the body is written twice")


class Written(NamedTuple):
    """What one file says, None if it cannot be read, and what is wrong in it."""

    value: PlainValue
    diagnostics: list[Diagnostic]
    may_hold_private: bool = True
    """Whether its texts are to be looked through for private numbers; False where none can have one."""


def read_written(snapshot: Snapshot, path: str) -> Written:
    """What the file at `path` says, Markdown by the end of its name."""
    text, report = read_text(snapshot, path)
    if text is None or report.has_errors:
        return Written(None, list(report))
    value, diagnostics = _markdown(text, path) if path.endswith(".md") else load(text, path)
    return Written(value, diagnostics, may_hold_private(text))


def _markdown(text: str, path: str) -> tuple[PlainValue, list[Diagnostic]]:
    parts, diagnostics = split(text, path)
    if parts is None:
        return None, diagnostics
    value, diagnostics = load(parts.text, path, line_offset=parts.line_offset)
    if diagnostics or not parts.body.strip():
        return value, diagnostics
    if not isinstance(value, dict | None):
        return value, diagnostics
    value = value or {}
    twice = next((key for key in ("body", "正文") if key in value), None)
    if twice:
        return value, [_body_twice(Origin(path, (twice,)))]
    return {**value, "body": parts.body}, diagnostics


def _body_twice(origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_BODY_TWICE,
        Words("信息块里有正文，下面又有正文", "there is a body in the front matter and another below it"),
        Words("只留一处", "keep one of them"),
        origin,
    )
