"""What the last build of this process knew, for a preview that builds again and again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from noticeboard.building.state import Last, State
from noticeboard.building.state_file import Group, save_state
from noticeboard.publishing.output import Listing
from noticeboard.reading.files import Snapshot


class Memory:
    """What the last build of this process knew, so that the next one need not read it; for a preview.

    `keep` is called after every build that was released, `save` once in the end.
    """

    def __init__(self, root: Path, where: Path) -> None:
        self.where = where
        self.snapshot = Snapshot(root)
        """The files of the site as the last build found them, whatever came of it."""
        self.last = Last()
        self.is_damaged = False
        self.is_outdated = False
        self.groups: Sequence[Group] = ()
        self._state = State()
        self.listing: Listing | None = None
        self.found: Any = None
        """`building.reader.Found` of the last build."""
        self.theme: Any = None
        """`rendering.theme.Theme` of the last build, while nothing of it was touched."""

    def state(self) -> State:
        """What the last build knew of every place."""
        return self._state

    def keep(self, last: Last, state: State, listing: Listing | None, found: object, theme: object) -> None:
        """Know this from now on."""
        self.last, self._state, self.listing, self.found, self.theme = last, state, listing, found, theme

    def save(self) -> None:
        """Write it for the next process; nothing is lost if that cannot be done."""
        if self.last.result is not None:
            save_state(self.where, self.last, self._state)
