"""Which places need not even be asked whether they are stale, because nothing they are told has changed.

    outlines now and before ─ settled ▶ those places, with their summaries

What a place is told comes from the places above (names, sources, shared records), from those that it refers to
and, as sums, from those below. So after an edit only the places that were read, the places above them and those
with references are looked at; after any edit of a place itself (its name, its issuer), all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from noticeboard.building.knowledge import PlaceState
from noticeboard.planning.outline import Outline
from noticeboard.planning.site import ancestors
from noticeboard.summary import Summary


def settled(
    outlines: Mapping[str, Outline], before: Mapping[str, PlaceState], read: frozenset[str]
) -> dict[str, Summary]:
    """The places that are told what they were told; `read` are those whose files were read in this run."""
    known = {path: state for path, state in before.items() if state.summary is not None}
    if list(known) != list(outlines):
        return {}
    changed = [(known[path].read.outline, outlines[path]) for path in outlines if path in read]
    if any(_face(old) != _face(new) for old, new in changed):
        return {}
    stirred = {above for path in read if path in outlines for above in (path, *ancestors(path, outlines))}
    if any(old.targets != new.targets for old, new in changed):
        stirred.update(path for path, outline in outlines.items() if outline.mentions)
    return {
        path: state.summary
        for path, state in known.items()
        if path not in stirred and state.summary is not None
    }


def _face(outline: Outline) -> tuple[object, ...]:
    """What places of other folders see of a place, but for its counts and what references lead to.

    What they show of shared records also depends on the day, and names their files in messages.
    """
    origins = tuple(page.origin for page, _ in outline.shared)
    day = outline.day if outline.shared else None
    return outline.place, outline.unread, outline.sources, outline.figures, outline.shared, origins, day
