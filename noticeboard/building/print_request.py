"""What somebody asked to print, and what came of it.

Both are values, so that the command that asks knows nothing of how it is done.
"""

from __future__ import annotations

from pathlib import Path

from noticeboard.building.print_work import Listed, Measured, PdfStaged
from noticeboard.building.request import BuildRequest
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.planning.packing import PackingList
from noticeboard.planning.printing import PrintOrder
from noticeboard.planning.reprint import PlaceReprints

FOLDER = "print"
"""Where PDFs go unless the user says otherwise: beside content/."""


@dataclass(frozen=True)
class PrintRequest:
    """What to print of which site; `site.output` is the folder for the PDFs."""

    site: BuildRequest
    order: PrintOrder
    place: str | None = None
    """A folder path below content/; None for every place."""

    @property
    def output(self) -> Path:
        """The folder for the PDFs."""
        return self.site.output or self.site.root / FOLDER


@dataclass(frozen=True)
class Printed:
    """What came of it; nothing was written if there are errors or `refused` says why."""

    boards: tuple[PdfStaged, ...] = ()
    written: int = 0
    recorded: int = 0
    """Boards that were added to the record of what hangs."""
    refused: Words | None = None
    """What the user asked for and is not there, with the nearest that is."""
    reprints: tuple[tuple[str, PlaceReprints], ...] = ()
    """Of each place with a record of what hangs: what must be printed again."""
    listed: tuple[tuple[str, tuple[Listed, ...]], ...] = ()
    """The boards of each place, by its path below content/."""
    measured: tuple[Measured, ...] = ()
    packed: tuple[PackingList, ...] = ()
    """The packing lists of the doorway sets."""
