"""What records add to the pages of other records: who is told of on which page.

(record, what it names) ─ by_page ▶ (page, its records)      what stands on the page of its place adds nothing
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Led(Protocol):
    """What a reference leads to."""

    @property
    def url(self) -> str:
        """Its site path, with an anchor where it has no page of its own."""


def by_page(found: Iterable[tuple[T, Led | None]]) -> Iterator[tuple[str, tuple[T, ...]]]:
    """The pages of what is named, in the order in which they come up, each with those that name it.

    What leads nowhere, or to a place on another's page, is left out.
    """
    pages: dict[str, list[T]] = {}
    for each, target in found:
        if target is not None and "#" not in target.url:
            pages.setdefault(target.url, []).append(each)
    yield from ((url, tuple(group)) for url, group in pages.items())
