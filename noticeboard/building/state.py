"""What the last build knew and made, so that the next one does only what is new.

The values alone: `state_file` keeps them between two processes, `memory` between two builds of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any

from noticeboard.building.entries import Entries, Files
from noticeboard.building.request import BuildResult
from noticeboard.frozen import dataclass
from noticeboard.page import Page
from noticeboard.publishing.output import Listing
from noticeboard.reading.files import digest


@dataclass(frozen=True)
class Last:
    """What came of the last build, as far as a run needs it that finds nothing changed."""

    inputs: str = ""
    """The digest of everything that it was made from."""
    day: date = date.min
    changes_on: date | None = None
    """The next day on which a page changes although no file does."""
    files: Files = field(default_factory=dict)
    """Every file of the output."""
    listed: tuple[int, int, int] = (0, 0, 0)
    """Inode, size and time of the file list that names them."""
    result: BuildResult | None = None
    """What a build says that finds nothing changed."""

    def listing(self) -> Listing:
        """The file list of the output, if it is still the one that was written."""
        return Listing(*self.listed, {path: written.digest for path, written in self.files.items()})

    def holds_on(self, today: date) -> bool:
        """Whether a build on that day would give the same site."""
        return self.day <= today and (self.changes_on is None or today < self.changes_on)


@dataclass(frozen=True)
class State:
    """What the last build knew, place by place."""

    places: Mapping[str, Any] = field(default_factory=dict)
    """`building.knowledge.PlaceState` by the path of the place."""
    whole: Entries = field(default_factory=dict)
    """Of the files that belong to no place."""
    whole_pages: tuple[Page, ...] = ()
    """The pages among them, without their views."""
    theme: str = ""
    """The digest of the theme."""
    template_digests: Mapping[str, str] = field(default_factory=dict)
    """Of each template with all that it includes."""
    settings: Any = None
    """`building.reader.SettingsRead`."""
    codes: tuple[Any, ...] = ()
    """What is known of QR codes (`boards.qr_modules.Families`)."""


def state_path(root: Path, output: Path) -> Path:
    """Where the state of `output` lies: in `.noticeboard/` beside `content/`, one for each output folder."""
    return root / ".noticeboard" / f"state-{digest(str(output.resolve()).encode())[:12]}"
