"""Texts as HTML: escaped, and marked as what they are.

`markupsafe.escape` makes a Markup of every text, which costs more than to look for what must be escaped; a page has
two hundred texts, and hardly one of them needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import markupsafe
from markupsafe import Markup, escape

marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""A text that is HTML, as Markup; `Markup(text)` first asks the text whether it is HTML."""


def _escaped_slowly(text: str) -> str:
    return str(escape(text))


escaped_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _escaped_slowly)
"""A text that is no Markup as HTML; one that needs no escape stays itself."""


def escaped(value: Any) -> str:
    """The value as HTML; the same characters as `markupsafe.escape`, but a text that needs no escape stays itself."""
    kind = type(value)
    if kind is str:
        return escaped_text(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]  # its type has just been looked at
    return str(value) if kind is int else str(escape(value))
