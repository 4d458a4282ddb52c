"""The file that `new` writes for a kind: its records say nothing that a check would find fault with."""

from __future__ import annotations

from typing import Any

import pytest
from kind_places import found_in, records_of

from noticeboard.kind import Kind
from noticeboard.kinds import KINDS
from noticeboard.languages import Language


def rows(starter: str) -> str:
    """The records of a starter as a list: fields above a text, and fields alone, are one record."""
    if starter.lstrip().startswith("- "):
        return starter
    fields = starter.split("---\n")[1] if starter.startswith("---\n") else starter
    return "- id: a\n" + "".join(f"  {line}\n" for line in fields.splitlines())


@pytest.mark.parametrize("language", ("zh", "en"))
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_starter_file_is_sound(kind: Kind[Any], language: Language) -> None:
    text = rows(kind.starter.to(language))
    assert len(records_of(kind, text)) >= 1
    assert found_in(kind, text) == []
