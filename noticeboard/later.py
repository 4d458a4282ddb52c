"""Declarations that a list names, each loaded when more is asked of it than the list says.

    KINDS, BOARDS ─ name, folder, words ▶ which files are whose; anything else ▶ the module, loaded once

A site has records of a few kinds, and a command needs the modules of those. Loading all of them took a fifth of the
time that a check of one file may take, and each new kind would add to it. What a list says stands in the declaration
too; `tests/architecture/test_later.py` holds that both say the same.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


class Later:
    """A declaration in a module that need not be loaded yet: `name` in `module`, and what is `said` of it already."""

    def __init__(self, module: str, name: str, /, **said: object) -> None:
        self._module, self._name, self._said = f"noticeboard.{module}", name, said
        vars(self).update(said)

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        value = getattr(self.declaration, attribute)
        vars(self)[attribute] = value
        return value

    @property
    def declaration(self) -> Any:
        """The declaration itself, loaded."""
        return getattr(import_module(self._module), self._name)

    @property
    def said(self) -> dict[str, object]:
        """What the list says of it."""
        return dict(self._said)

    @property
    def is_loaded(self) -> bool:
        """Whether the module is in memory."""
        return self._module in sys.modules


def is_loaded(declaration: object) -> bool:
    """Whether a declaration is in memory, so that there can be values of what it declares."""
    return not isinstance(declaration, Later) or declaration.is_loaded
