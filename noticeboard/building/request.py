"""What is asked of a run, and what came of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from noticeboard.diagnostics import Report, Severity
from noticeboard.frozen import dataclass
from noticeboard.languages import Language, Words


@dataclass(frozen=True)
class BuildRequest:
    """What to build, for which day, and how."""

    root: Path
    today: date
    output: Path | None = None
    """`root/site` unless given."""
    drafts: bool = False
    clean: bool = False
    strict: bool = False
    """Whether warnings stop the build; the site's own `strict` does so too."""
    is_past: bool = False
    """Whether `today` is an earlier day than that of the run, so that what came later is taken away."""
    pdf: bool = False
    """Draw the boards as PDFs too, whatever the settings say."""
    jobs: int | None = None
    """How many processes may work at the same time; None for one a processor. Little work is done in this one."""


@dataclass(frozen=True)
class BuildResult:
    """What came of it; nothing was released if there are errors."""

    report: Report
    language: Language | None = None
    settings_failed: bool = False
    strict: bool = False
    built: tuple[tuple[str, str], ...] = ()
    """Path below the output and reason (a key of `stale.REASONS`) of every file that was rendered."""
    kept: int = 0
    dropped: int = 0
    written: int = 0
    deleted: int = 0
    pages: int = 0
    boards: int = 0
    pdfs: int = 0
    drawn: int = 0
    """How many of the PDFs were drawn in this run."""
    withheld: tuple[tuple[str, str, int], ...] = ()
    """Kind, field and how many values were not published."""
    withheld_lines: tuple[Words, ...] = ()
    """The same in words."""
    changes_on: date | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing stopped the build."""
        return not self.report.has_errors and not (self.strict and self.report.of(Severity.WARNING))
