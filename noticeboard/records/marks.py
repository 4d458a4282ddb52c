"""The marks of a field: what its declaration says beside its type, `Annotated[type, mark, …, Field(...)]`.

`Field` names it and says who may see it, `Read` how its text is read, `Prepare` what is done before that, `GIVEN`
that no file writes it. Marks know no type: the types of fields are made of them.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.languages import Words


class Privacy(StrEnum):
    """Who may see a personal field: everybody, whoever the person agreed to, nobody."""

    PUBLIC = "public"
    CONSENT = "consent"
    NEVER = "never"


@dataclass(frozen=True)
class Field:
    """The declaration of one field: its Chinese name, its English label, who may see it, one line of help."""

    zh: str
    en: str = ""
    privacy: Privacy = Privacy.PUBLIC
    public_if: Callable[[Any, Any], bool] | None = None
    """For `consent` fields: given the person and its record, whether the field is public all the same."""
    help: Words | None = None
    personal: bool = False
    """Of a public field: whether it speaks of a person, so that a site may withhold it (`privacy` in site.yml)."""
    like: tuple[str, ...] = ()
    """Fields that say the same of the same persons (`volunteer.name`): what a site rules of them holds here too."""

    @property
    def is_personal(self) -> bool:
        """Whether the field speaks of a person."""
        return self.personal or self.privacy is not Privacy.PUBLIC


class Read(NamedTuple):
    """Says how the value of a field is read from what stands in a file; `Problem` where it cannot be."""

    function: Callable[[object], object]
    of_text: Callable[[Any], object]
    """The same for what is known to be text, which spares nearly every value a call or two."""


class Prepare(NamedTuple):
    """Says what is done to what stands in a file before its parts are read."""

    function: Callable[[object], object]


GIVEN = "given"
"""Marks a field that no file can write: the program gives it, and it is taken as it is."""


def _as_tuple(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


listed = Prepare(_as_tuple)
"""For a tuple (`Annotated[tuple[Item, ...], listed, Field(...)]`): one alone needs no list."""
