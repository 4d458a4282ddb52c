"""Build a site: one function that reads as the diagram, one line a stage.

    content files ─ read ▶ Records ─ redact ▶ public Records ─ check ▶ Report ─ plan ▶ Plan
      ─ stale ▶ Decisions ─ render ▶ staged files ─ links ▶ Report ─ release ▶ site/

An error at any stage stops before anything of the old site is touched, after every stage that could still
run has reported. `check` goes as far as the links and writes nothing.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from noticeboard.building.copies import check_copies
from noticeboard.building.links import broken_links, ids_in, links_in
from noticeboard.building.manifest import (
    Entry,
    Manifest,
    damaged_manifest,
    load_manifest,
    manifest_path,
    save_manifest,
    unsaved_manifest,
)
from noticeboard.building.reader import Reading, read_site
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.building.stale import Decisions, stale
from noticeboard.checking.kept_settings import settings_without_effect
from noticeboard.checking.redaction import Redaction, Withheld
from noticeboard.checking.rules import check as check_rules
from noticeboard.checking.rules import missing_files, page_collisions, site_rules
from noticeboard.config import Settings
from noticeboard.diagnostics import Report, Severity
from noticeboard.kinds import KINDS
from noticeboard.planning.plan import Plan, Sources, named_files, plan
from noticeboard.publishing.output import Output, open_output, verify
from noticeboard.publishing.release import Released, release, stage
from noticeboard.reading.decode import spellings
from noticeboard.reading.files import read_text
from noticeboard.reading.positions import complete
from noticeboard.records import Channel

if TYPE_CHECKING:
    from noticeboard.building.fingerprint import Fingerprint
    from noticeboard.building.items import Item

    Make = Callable[[Sequence[Item]], Iterator[tuple[Item, bytes]]]

__all__ = ["BuildRequest", "BuildResult", "build", "check"]
WEB = frozenset((Channel.WEB,))
WEB_AND_WALL = frozenset((Channel.WEB, Channel.WALL))


@dataclass
class _Run:
    """One run: what is asked for, and what is wrong so far."""

    request: BuildRequest
    report: Report = field(default_factory=Report)
    reading: Reading | None = None
    plan: Plan | None = None
    withheld: Withheld = field(default_factory=Counter)
    decisions: Decisions | None = None
    released: Released | None = None

    @property
    def strict(self) -> bool:
        settings = self.reading.settings if self.reading is not None else None
        return self.request.strict or (settings is not None and settings.strict)

    @property
    def stopped(self) -> bool:
        warned = self.strict and bool(self.report.of(Severity.WARNING))
        return self.report.has_errors or warned


def check(request: BuildRequest) -> BuildResult:
    """Every problem of a site; pages that changed are rendered to look at their links, nothing is written."""
    with _without_collector():
        run = _Run(request)
        _read(run)
        _plan(run)
        if run.report.has_errors:
            _check_copies(run)
        else:
            _with_templates(run, _check_links)
        return _result(run)


def build(request: BuildRequest) -> BuildResult:
    """Build the site, or report every problem and leave the old site as it was."""
    with _without_collector():
        run = _Run(request)
        _read(run)
        _plan(run)
        if run.stopped:
            _check_copies(run)
        else:
            _with_templates(run, _publish)
        return _result(run)


def _read(run: _Run) -> None:
    run.reading = read_site(run.request.root, KINDS, drafts=run.request.drafts)
    run.report.extend(run.reading.diagnostics)


def _plan(run: _Run) -> None:
    """Redact, check, plan; a site with errors is not planned."""
    reading = run.reading
    if reading is None:
        return
    settings, today = reading.settings or Settings(title=""), run.request.today
    web = Redaction(WEB, settings.privacy, today, settings.words_in)
    public = tuple(web.records(records, KINDS) for records in reading.places)
    checked, found = check_rules(reading.places, public, KINDS)
    run.report.extend(found)
    if reading.settings is not None:
        run.report.extend(site_rules(settings, KINDS))
        run.report.extend(settings_without_effect(settings))
    if run.report.has_errors:
        named = tuple(named_files(public, settings, today, KINDS))
        run.report.extend(missing_files(named, reading.snapshot.paths))
        run.report.extend(check_copies(named, reading.snapshot))
        return
    wall = Redaction(WEB_AND_WALL, settings.privacy, today, settings.words_in)
    on_wall = tuple(wall.records(records, KINDS) for records in reading.places)
    run.plan, found = plan(Sources(settings, today, reading.places, public, on_wall, checked, KINDS))
    run.withheld = web.withheld
    run.report.extend(found)
    run.report.extend(missing_files(run.plan.copies, reading.snapshot.paths))
    run.report.extend(page_collisions(run.plan.pages))


def _check_copies(run: _Run) -> None:
    """Look at the photos and attachments of a site that will not be made; else it is done while it is made."""
    if run.plan is not None and run.reading is not None:
        run.report.extend(check_copies(run.plan.copies, run.reading.snapshot))


def _with_templates(run: _Run, stage: Callable[[_Run], None]) -> None:
    """Run a stage that renders; a template of the site's own that is broken stops it with a message."""
    from noticeboard.rendering.html import BrokenTemplate

    try:
        stage(run)
    except BrokenTemplate as error:
        run.report.add(error.diagnostic)


def _check_links(run: _Run) -> None:
    """Look at all links as a build would leave them; pages as the last build made them are not made again."""
    output = run.request.output or run.request.root / "site"
    manifest = load_manifest(manifest_path(run.request.root, output))
    items, make = _items(run)
    decisions = stale(_fingerprints(items), manifest, (), clean=False)
    entries = {path: manifest.entries[path] for path in decisions.keep}
    reasons = dict(decisions.build)
    entries.update((path, Entry(items[path].fingerprint, "", reasons[path], "")) for path in reasons)
    for item, data in make([items[path] for path in reasons if items[path].is_page]):
        entries[item.path] = _entry(item, data, "", reasons[item.path])
    run.report.extend(broken_links(entries, {path: item.origin for path, item in items.items()}))


def _publish(run: _Run) -> None:
    """Render what is stale, check all links, release; the output folder is locked meanwhile."""
    output, found = open_output(run.request.output or run.request.root / "site", run.request.root)
    run.report.extend(found)
    if output is None:
        return
    with output:
        where = manifest_path(run.request.root, output.path)
        manifest = load_manifest(where)
        if manifest.damaged:
            run.report.add(damaged_manifest(where))
        items, make = _items(run)
        altered = verify(output, {path: entry.digest for path, entry in manifest.entries.items()})
        run.decisions = stale(_fingerprints(items), manifest, altered, clean=run.request.clean)
        if run.stopped:
            return
        entries, staged = _render(run.decisions, items, make, manifest, output)
        run.report.extend(broken_links(entries, {path: item.origin for path, item in items.items()}))
        if run.stopped:
            return
        keep = {path: entries[path].digest for path in run.decisions.keep}
        run.released, found = release(output, staged, keep)
        run.report.extend(found)
        if run.released is not None:
            unsaved = save_manifest(where, Manifest(entries))
            if unsaved is not None:
                run.report.add(unsaved_manifest(where, unsaved))


def _items(run: _Run) -> tuple[dict[str, Item], Make]:
    """Every file that the site is to have, and how to make them.

    The second door: rendering is imported when there is a site to make.
    """
    from noticeboard.building.items import items_of, made
    from noticeboard.rendering.html import Renderer
    from noticeboard.rendering.theme import Theme

    assert run.plan is not None
    assert run.reading is not None
    assert run.reading.settings is not None
    renderer = Renderer(Theme.of_site(run.request.root), run.reading.settings.words_in)
    items, found = items_of(run.plan, run.reading, renderer)
    run.report.extend(found)
    return items, partial(made, renderer=renderer, jobs=run.request.jobs)


def _render(
    decisions: Decisions, items: Mapping[str, Item], make: Make, manifest: Manifest, output: Output
) -> tuple[dict[str, Entry], dict[str, str]]:
    """The manifest of the new site, and the digest of every file that was staged for it."""
    entries = {path: manifest.entries[path] for path in decisions.keep}
    staged: dict[str, str] = {}
    reasons = dict(decisions.build)
    for item, data in make([items[path] for path in reasons]):
        staged[item.path] = stage(output.staging, item.path, data).digest
        entries[item.path] = _entry(item, data, staged[item.path], reasons[item.path])
    return entries, staged


def _fingerprints(items: Mapping[str, Item]) -> dict[str, Fingerprint]:
    return {path: item.fingerprint for path, item in items.items()}


def _entry(item: Item, data: bytes, found: str, reason: str) -> Entry:
    html = data.decode() if item.is_page else ""
    links = links_in(item.path, html) if item.path != "404.html" else ()
    return Entry(item.fingerprint, found, reason, item.origin.file, links, ids_in(html))


def _result(run: _Run) -> BuildResult:
    settings = run.reading.settings if run.reading is not None else None
    decisions, released, planned = run.decisions, run.released, run.plan
    done = decisions if released is not None else None
    return BuildResult(
        report=_completed(run),
        language=settings.words_in if settings is not None else None,
        settings_failed=settings is None or _has_site_errors(run.report),
        strict=run.strict,
        built=done.build if done is not None else (),
        kept=len(done.keep) if done is not None else 0,
        dropped=len(done.drop) if done is not None else 0,
        written=len(released.written) if released is not None else 0,
        deleted=len(released.deleted) if released is not None else 0,
        pages=len(planned.pages) if planned is not None else 0,
        boards=sum(page.template.startswith("boards/") for page in planned.pages)
        if planned is not None
        else 0,
        withheld=tuple((kind, name, n) for (kind, name), n in sorted(run.withheld.items())),
        changes_on=planned.changes_on if planned is not None else None,
    )


def _has_site_errors(report: Report) -> bool:
    return any(each.origin.file == "content/site.yml" for each in report.of(Severity.ERROR))


def _completed(run: _Run) -> Report:
    """The report with lines and columns, which are looked up only now, each diagnostic once."""
    reading = run.reading
    if reading is None:
        return run.report

    def read(file: str) -> str | None:
        return read_text(reading.snapshot, file)[0] if file in reading.snapshot.paths else None

    return Report(complete(dict.fromkeys(run.report), read, aliases=spellings))


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
