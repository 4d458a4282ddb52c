"""What a run starts from: what is asked for, what the last build knew, which of its files are still intact.

BuildRequest + State of the last build ─▶ Run, which every stage reads and adds to
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path

from noticeboard.boards.added_fonts import AddedFont
from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.boards.chosen import all_sheets
from noticeboard.boards.qr_modules import families
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.building.aside import Aside
from noticeboard.building.entries import Entries, Files
from noticeboard.building.executor import Workers
from noticeboard.building.make_work import NOT_MADE, PlaceDone, PlaceMade
from noticeboard.building.making import Made
from noticeboard.building.read_work import Ground, PlaceRead, Shelf
from noticeboard.building.reader import Found
from noticeboard.building.request import BuildRequest
from noticeboard.building.site_fonts import site_fonts
from noticeboard.building.state import Last, State
from noticeboard.config import Settings
from noticeboard.diagnostics import Diagnostic, Report, Severity
from noticeboard.forms.catalogue import FORMS
from noticeboard.forms.form import form_sheet
from noticeboard.frozen import dataclass
from noticeboard.page import Page
from noticeboard.planning.site import Site
from noticeboard.publishing.output import Listing
from noticeboard.publishing.release import Released
from noticeboard.rendering.theme import Theme
from noticeboard.summary import Summary


@dataclass(frozen=True)
class PlaceState:
    """What a build remembers of a place."""

    signature: str
    """Of what it was read from; empty when that must not be trusted."""
    read: PlaceRead
    key: str = ""
    """Of what its pages were planned from."""
    made: PlaceMade = NOT_MADE
    summary: Summary | None = None


@dataclass
class Run:
    """One run: what is asked for, what was known before, what is found out on the way."""

    request: BuildRequest
    found: Found
    last: Last
    before: Mapping[str, PlaceState]
    """What the last build knew of each place, by its path; empty for a clean build."""
    whole_before: Entries
    whole_pages_before: tuple[Page, ...]
    theme_before: str
    """The digest of the theme of the last build."""
    digests_before: Mapping[str, str]
    """Its templates with all that they include."""
    forced: str = ""
    """The reason why everything is made, if there is one (a key of `stale.REASONS`)."""
    listing: Listing | None = None
    """The file list of the output as the last release of this process wrote it."""
    theme_kept: Theme | None = None
    """The theme of the last build of this process, if neither its files nor the settings were touched."""
    is_trusted: bool = False
    """Whether the output is known to be as it was written, because it is this process alone that writes it."""
    harmed: Aside | None = None
    """Which files of the output are not as they were written."""
    inputs: str = ""
    """The digest of all that the site is made from."""
    now_ns: int = 0
    """The time by the clock of the disk; 0 if that cannot be had, so that no file looks old."""
    engine: str = ""
    """What draws the PDFs of the site; empty when it has none."""
    report: Report = field(default_factory=Report)
    workers: Workers = field(default_factory=Workers)
    reads: dict[str, PlaceRead] = field(default_factory=dict)
    signatures: dict[str, str] = field(default_factory=dict)
    settled: Mapping[str, Summary] = field(default_factory=dict)
    """The places that were not read and are told what they were told, with their summaries."""
    shelves: dict[str, Shelf] = field(default_factory=dict)
    """The shelf that the records of each place lie on that was read in this run."""
    site: Site | None = None
    keys: dict[str, str] = field(default_factory=dict)
    made: dict[str, PlaceMade] = field(default_factory=dict)
    done: list[PlaceDone] = field(default_factory=list)
    whole: Made | None = None
    whole_pages: tuple[Page, ...] = ()
    """The pages of the whole site, without their views."""
    released: Released | None = None
    files: Files = field(default_factory=dict)
    """Every file of the released site."""

    @cached_property
    def theme(self) -> Theme:
        """The theme of the site, its files looked at once."""
        if self.theme_kept is not None:
            return self.theme_kept
        of_forms = (form_sheet(each) for each in FORMS)
        sheets = dict.fromkeys((*all_sheets(BOARD_KINDS, self.settings.boards), *of_forms))
        fonts, _ = self.fonts
        return Theme.of_site(self.request.root, stylesheets_of(sheets, fonts), fonts)

    @cached_property
    def fonts(self) -> tuple[tuple[AddedFont, ...], tuple[Diagnostic, ...]]:
        """The fonts that the site adds for its boards, and what is wrong with the others."""
        return site_fonts(self.request.root, self.settings)

    @property
    def settings(self) -> Settings:
        """The settings, empty ones where site.yml is wrong."""
        return self.found.settings or Settings(title="")

    @property
    def ground(self) -> Ground:
        """What reading a place needs."""
        request = self.request
        return Ground(request.root, self.found.settings, request.today, request.drafts, request.is_past)

    @property
    def output(self) -> Path:
        """The output folder."""
        return self.request.output or self.request.root / "site"

    @property
    def strict(self) -> bool:
        """Whether warnings stop the build."""
        return self.request.strict or (self.found.settings is not None and self.found.settings.strict)

    @property
    def wants_pdfs(self) -> bool:
        """Whether the site is to have PDFs of its boards, if they can be drawn."""
        return self.request.pdf or self.settings.boards.pdf

    def has_new_addresses(self) -> bool:
        """Whether the site has files that it did not have before, so that two may want one address."""
        whole = self.whole.entries.keys() if self.whole is not None else set()
        if not whole <= self.whole_before.keys() or len(self.whole_pages) > len(whole):
            return True
        before = {path: state.made.paths for path, state in self.before.items()}
        return any(made.paths != before.get(path) or made.doubled for path, made in self.made.items())

    @property
    def is_stopped(self) -> bool:
        """Whether what was found must stop the build."""
        warned = self.strict and bool(self.report.of(Severity.WARNING))
        return self.report.has_errors or warned


def state_of(run: Run, theme: str, digests: Mapping[str, str]) -> State:
    """What the next build shall know; `digests` are those of the templates of the theme."""
    assert run.site is not None
    assert run.whole is not None
    summaries = run.site.summaries
    places = {
        path: _place_state(
            run.before.get(path),
            run.signatures[path],
            read,
            run.keys.get(path, ""),
            run.made.get(path, NOT_MADE),
            summaries.get(path),
        )
        for path, read in run.reads.items()
    }
    return State(
        places,
        run.whole.entries,
        run.whole_pages,
        theme,
        dict(digests),
        run.found.settings_read,
        families(),
    )


def _place_state(
    before: PlaceState | None,
    signature: str,
    read: PlaceRead,
    key: str,
    made: PlaceMade,
    summary: Summary | None,
) -> PlaceState:
    """What is remembered of a place; the very same value as before if all of it is the same."""
    if before is not None and before.read is read and before.made is made:
        known = (before.signature, before.key, before.summary)
        if known == (signature, key, summary):
            return before
    return PlaceState(signature, read, key, made, summary)
