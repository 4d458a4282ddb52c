"""Build a site: one function that reads as the diagram, one line a stage.

    content files ─ read ▶ Records ─ check ▶ Report ─ redact ▶ public Records ─ plan ▶ Plan
      ─ stale ▶ Decisions ─ render ▶ staged files ─ links ▶ Report ─ release ▶ site/

An error at any stage stops before anything of the old site is touched, after every stage that could still
run has reported. `check` is the same without the last four.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.building.fingerprint import Fingerprint, fingerprint, program_digest
from noticeboard.building.links import broken_links, ids_in, links_in
from noticeboard.building.manifest import Entry, Manifest, load_manifest, manifest_path, save_manifest
from noticeboard.building.reader import Reading, read_site
from noticeboard.building.stale import Decisions, stale
from noticeboard.checking.redaction import Redaction, Withheld
from noticeboard.checking.rules import check as check_rules
from noticeboard.checking.rules import missing_files, page_collision, site_rules
from noticeboard.diagnostics import Diagnostic, Origin, Report, Severity
from noticeboard.kinds import KINDS
from noticeboard.languages import Language
from noticeboard.page import Copy, Page
from noticeboard.planning.plan import Plan, Sources, plan
from noticeboard.publishing.output import Output, open_output, verify
from noticeboard.publishing.release import Released, release, stage
from noticeboard.reading.decode import spellings
from noticeboard.reading.files import Snapshot, digest, read_bytes, read_text
from noticeboard.reading.images import check_image, without_metadata
from noticeboard.reading.positions import complete
from noticeboard.records import Channel

if TYPE_CHECKING:
    from noticeboard.rendering.html import Renderer

WEB = frozenset((Channel.WEB,))
WEB_AND_WALL = frozenset((Channel.WEB, Channel.WALL))


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
    withheld: tuple[tuple[str, str, int], ...] = ()
    """Kind, field and how many values were not published."""
    changes_on: date | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing stopped the build."""
        return not self.report.has_errors and not (self.strict and self.report.of(Severity.WARNING))


@dataclass
class _Run:
    """What the stages of one run hand to each other."""

    request: BuildRequest
    report: Report = field(default_factory=Report)
    reading: Reading | None = None
    plan: Plan | None = None
    withheld: Withheld = field(default_factory=Counter)

    def stopped(self) -> bool:
        if self.report.has_errors:
            return True
        return self.strict and bool(self.report.of(Severity.WARNING))

    @property
    def strict(self) -> bool:
        own = self.reading is not None and self.reading.settings is not None and self.reading.settings.strict
        return self.request.strict or own


def check(request: BuildRequest) -> BuildResult:
    """Every problem of a site, nothing rendered and nothing written."""
    with _without_collector():
        run = _Run(request)
        _plan(run)
        return _result(run)


def build(request: BuildRequest) -> BuildResult:
    """Build the site, or report every problem and leave the old site as it was."""
    with _without_collector():
        run = _Run(request)
        _plan(run)
        if run.stopped() or run.plan is None or run.reading is None:
            return _result(run)
        output, found = open_output(request.output or request.root / "site", request.root)
        run.report.extend(found)
        if output is None:
            return _result(run)
        with output:
            return _publish(run, run.plan, run.reading, output)


def _plan(run: _Run) -> None:
    """The stages up to the plan; each reports, none stops the next unless it leaves nothing to work on."""
    reading = read_site(run.request.root, KINDS, drafts=run.request.drafts)
    run.reading = reading
    run.report.extend(reading.diagnostics)
    if reading.settings is None:
        return
    settings, today = reading.settings, run.request.today
    web = Redaction(WEB, settings.privacy, today, settings.words_in)
    wall = Redaction(WEB_AND_WALL, settings.privacy, today, settings.words_in)
    public = tuple(web.records(records, KINDS) for records in reading.places)
    checked, found = check_rules(reading.places, public, KINDS)
    run.report.extend(found)
    run.report.extend(site_rules(settings, KINDS))
    if run.report.has_errors:
        return
    on_wall = tuple(wall.records(records, KINDS) for records in reading.places)
    run.plan, found = plan(Sources(settings, today, reading.places, public, on_wall, checked, KINDS))
    run.withheld = web.withheld
    run.report.extend(found)
    run.report.extend(missing_files(run.plan.copies, reading.snapshot.paths))
    run.report.extend(_colliding_pages(run.plan))


def _publish(run: _Run, planned: Plan, reading: Reading, output: Output) -> BuildResult:
    """Render what is stale, check all links, release."""
    from noticeboard.rendering.html import Renderer, templates_of  # the second door: only when needed
    from noticeboard.rendering.theme import Theme, font_files

    theme = Theme.of_site(run.request.root)
    assert reading.settings is not None
    renderer = Renderer(theme, reading.settings.words_in)
    assets = digest(repr(sorted(theme.assets.items())).encode())
    pages = {page.path: page for page in planned.pages}
    copies = {copy.path: copy for copy in planned.copies}
    files = {path: theme.find(f"assets/{name}") for name, path in theme.assets.items()}
    files.update(
        font_files() if any(page.view.__class__.__name__ == "BoardPage" for page in pages.values()) else {}
    )
    wanted: dict[str, Fingerprint] = {}
    for path, page in pages.items():
        templates = [renderer.template_digest(name) for name in (page.template, *templates_of(page.view))]
        wanted[path] = fingerprint(page, " ".join(templates), assets, renderer.language)
    for path, source in files.items():
        wanted[path] = Fingerprint(digest(source.read_bytes()), "", "")
    for path, copy in copies.items():
        data, found = read_bytes(reading.snapshot, copy.source)
        run.report.extend(found)
        wanted[path] = Fingerprint(digest(data or b""), "", program_digest())
    where = manifest_path(run.request.root, output.path)
    manifest = load_manifest(where)
    decisions = _decide(run, wanted, manifest, output)
    entries = {path: manifest.entries[path] for path in decisions.keep}
    staged: dict[str, str] = {}
    for path, reason in decisions.build:
        data = _make(path, run, renderer, pages, copies, files, reading.snapshot)
        links, ids = _marks(path, data) if path in pages else ((), ())
        staged[path] = stage(output.staging, path, data).digest
        origin = pages[path].origin if path in pages else Origin()
        entries[path] = Entry(wanted[path], staged[path], reason, origin.file, links, ids)
    run.report.extend(broken_links(entries, {path: page.origin for path, page in pages.items()}))
    if run.stopped():
        return _result(run)
    keep = {path: entries[path].digest for path in decisions.keep}
    released, found = release(output, staged, keep)
    run.report.extend(found)
    if released is None:
        return _result(run)
    save_manifest(where, Manifest(entries))
    return _result(run, decisions, released)


def _decide(run: _Run, wanted: Mapping[str, Fingerprint], manifest: Manifest, output: Output) -> Decisions:
    """What is stale, against the manifest and what is really in the output folder."""
    known = {path: entry.digest for path, entry in manifest.entries.items()}
    broken = verify(output, known)
    return stale(wanted, manifest, broken, clean=run.request.clean)


def _make(
    path: str,
    run: _Run,
    renderer: Renderer,
    pages: Mapping[str, Page],
    copies: Mapping[str, Copy],
    files: Mapping[str, Path],
    snapshot: Snapshot,
) -> bytes:
    """The bytes of one file of the site."""
    if path in pages:
        return renderer.render(pages[path])
    if path in files:
        return files[path].read_bytes()
    copy = copies[path]
    data, _ = read_bytes(snapshot, copy.source)
    if data is None or not copy.is_image:
        return data or b""
    problem = check_image(data, copy.source)
    if problem is not None:
        run.report.add(problem.at(Origin(copy.source)))
        return b""
    return without_metadata(data)


def _marks(path: str, data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not path.endswith(".html"):
        return (), ()
    html = data.decode()
    return (links_in(path, html) if path != "404.html" else ()), ids_in(html)


def _colliding_pages(planned: Plan) -> Iterator[Diagnostic]:
    seen: dict[str, Page] = {}
    for page in planned.pages:
        first = seen.setdefault(page.path.casefold(), page)
        if first is not page:
            yield page_collision(first, page)


def _result(run: _Run, decisions: Decisions | None = None, released: Released | None = None) -> BuildResult:
    reading = run.reading
    settings = reading.settings if reading is not None else None
    planned = run.plan
    return BuildResult(
        report=_completed(run),
        language=settings.words_in if settings is not None else None,
        settings_failed=settings is None,
        strict=run.strict,
        built=decisions.build if decisions is not None else (),
        kept=len(decisions.keep) if decisions is not None else 0,
        dropped=len(decisions.drop) if decisions is not None else 0,
        written=len(released.written) if released is not None else 0,
        deleted=len(released.deleted) if released is not None else 0,
        pages=len(planned.pages) if planned is not None else 0,
        boards=sum(page.template.startswith("boards/") for page in planned.pages)
        if planned is not None
        else 0,
        withheld=tuple((kind, name, n) for (kind, name), n in sorted(run.withheld.items())),
        changes_on=planned.changes_on if planned is not None else None,
    )


def _completed(run: _Run) -> Report:
    """The report with lines and columns, which are looked up only now."""
    reading = run.reading
    if reading is None:
        return run.report

    def read(file: str) -> str | None:
        return read_text(reading.snapshot, file)[0] if file in reading.snapshot.paths else None

    return Report(complete(run.report, read, aliases=spellings))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Run with the cyclic garbage collector off: records make no cycles, and there are many of them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
