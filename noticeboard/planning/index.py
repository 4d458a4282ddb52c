"""The index of a site from the outlines of its places: what a reference can lead to.

Outline of every place ─ index_from ▶ Index (`checking.references`)
"""

from __future__ import annotations

from collections.abc import Mapping

from noticeboard.checking.references import Index
from noticeboard.locality import Target
from noticeboard.planning.outline import Outline

Outlines = Mapping[str, Outline]
"""Every place by its path, parents first."""


def index_from(outlines: Outlines) -> Index:
    """The index of every place and every record with an id."""
    index = Index()
    for path, outline in outlines.items():
        index.places[path] = Target("place", path, path, outline.place.name, f"{path}/")
        records = index.records.setdefault(path, {})
        for target in outline.targets:
            records.setdefault(target.id, []).append(target)
        if outline.unread:
            index.unread.add(path)
    return index
