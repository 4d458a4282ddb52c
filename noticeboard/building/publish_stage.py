"""The last stages: what must be made is made, all addresses and links are looked at, the site is released.

Run ─ publish ▶ site/ and the state for the next build; or ─ look_at_links ▶ Report only
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from noticeboard.building.entries import Files, Written
from noticeboard.building.knowledge import Run, state_of
from noticeboard.building.make_stage import (
    make_all_places,
    make_whole,
    tell_of_addresses,
    tell_of_links,
    tell_of_places,
)
from noticeboard.building.make_work import Workshop
from noticeboard.building.pdf_store import MOST, PdfStore
from noticeboard.building.place_files import is_young
from noticeboard.building.read_stage import damaged_copies, missing_copies
from noticeboard.building.renderers import renderer_of
from noticeboard.building.request import BuildResult
from noticeboard.building.state import Last, State
from noticeboard.building.state_file import N_CACHE
from noticeboard.diagnostics import Report
from noticeboard.publishing.output import Output, listing_of, open_output, verify
from noticeboard.publishing.release import release
from noticeboard.rendering.html import BrokenTemplate


def look_at_links(run: Run) -> None:
    """Look at all links as a build would leave them; pages as the last build made them are not made again."""
    if not run.report.has_errors:
        _make(run, _workshop(run, None), run.last.files)
    else:
        run.report.extend((*missing_copies(run), *damaged_copies(run)))


def publish(run: Run) -> None:
    """Make what is stale, look at all links, release; the output folder is locked meanwhile."""
    if run.is_stopped:
        run.report.extend((*missing_copies(run), *damaged_copies(run)))
        return
    output, found = open_output(run.output, run.request.root, run.listing)
    if output is None:
        _make(run, _workshop(run, None), {})
        run.report.extend(found)
        return
    with output:
        run.report.extend(found)
        shop = _workshop(run, output.staging, run.forced)
        intact = {} if run.request.clean else _intact(run, output)
        _make(run, shop, intact)
        _tell_of_store(run)
        if not run.is_stopped:
            _release(run, output)


def _workshop(run: Run, staging: Path | None, forced: str = "") -> Workshop:
    return Workshop(run.theme, run.settings.words_in, staging, forced, makes_pdfs=bool(run.engine))


def _tell_of_store(run: Run) -> None:
    """Add why drawn PDFs could not be kept, once, and let the store forget those that no site has any more."""
    run.report.extend([each.unkept for each in run.done if each.unkept is not None][:1])
    if any(each.drawn for each in run.done):
        pdfs = sum(each.pdf_count for each in run.made.values())
        PdfStore.of_site(run.request.root).prune(max(MOST, 2 * pdfs))


def _intact(run: Run, output: Output) -> Files:
    """Those of the files of the last build that are still as they were written."""
    files, listing = run.last.files, run.listing
    if run.is_trusted and listing is not None and output.own_files() is listing.files:
        return files  # it is this process that wrote the list and all that it names
    digests = {path: written.digest for path, written in files.items()}
    is_ours = output.own_files() == digests  # else somebody deleted the folder
    assert run.harmed is not None
    harmed = run.harmed.answer()
    if is_ours and not harmed:
        return files
    broken = verify(output, digests, files.keys() - harmed)
    return {path: written for path, written in files.items() if path not in broken}


def _make(run: Run, shop: Workshop, intact: Files) -> None:
    """Make everything that is stale; a template of the site's own that is broken stops it with a message."""
    try:
        make_all_places(run, shop, intact)
    except BrokenTemplate as error:
        run.report.add(error.diagnostic)
        return
    tell_of_places(run)
    run.report.extend(missing_copies(run))
    faults = [each.broken_template for each in run.done if each.broken_template is not None]
    if not run.report.has_errors and not faults:
        try:
            make_whole(run, shop, intact)
        except BrokenTemplate as error:
            faults.append(error.diagnostic)
        tell_of_addresses(run)
    run.report.extend(damaged_copies(run))
    if not run.report.has_errors:
        run.report.extend(faults)
    if not run.is_stopped:
        tell_of_links(run)


def _release(run: Run, output: Output) -> None:
    files, staged = _files_of(run)
    moved = {path: files[path].digest for path in staged}
    keep = dict(zip(files, map(attrgetter("digest"), files.values()), strict=True))
    for path in moved:
        del keep[path]
    run.released, problems = release(output, moved, keep)
    run.report.extend(problems)
    if run.released is None:
        return
    for path in run.released.unchanged:  # staged all the same, so the file there has a time of its own
        status = (output.path / path).stat()
        files[path] = Written(files[path].digest, status.st_size, status.st_mtime_ns)
    run.files = files
    run.listing = listing_of(output)


def _files_of(run: Run) -> tuple[dict[str, Written], list[str]]:
    """Every file that the site is to have, and those of them that wait in staging."""
    assert run.whole is not None
    done = {each.path: each for each in run.done}
    files = dict(run.last.files) if run.before else {}
    for path, state in run.before.items():
        if path in done or path not in run.made:
            for gone in state.made.paths:
                files.pop(gone, None)
    for gone in run.whole_before:
        files.pop(gone, None)
    staged = list(run.whole.staged)
    for each in done.values():
        files.update(each.files)
        staged.extend(each.staged)
    files.update(run.whole.files)
    return files, staged


def knowledge_of(run: Run, result: BuildResult) -> tuple[Last, State]:
    """What the next build needs to know of a site that was released."""
    assert run.released is not None
    theme = run.theme
    has_no_engine = run.wants_pdfs and not run.engine  # it may come without any file being changed
    untrusted = (
        not run.inputs
        or has_no_engine
        or any(not signature for signature in run.signatures.values())
        or any(is_young(mtime_ns, run.now_ns) for _, _, mtime_ns in theme.files())
    )
    report = Report([each for each in result.report if each.code != N_CACHE])  # of this run alone
    last = Last(
        inputs="" if untrusted else run.inputs,
        day=run.request.today,
        changes_on=result.changes_on,
        files=run.files,
        listed=run.listing[:3] if run.listing is not None else (0, 0, 0),
        result=replace(
            result, report=report, built=(), kept=len(run.files), dropped=0, written=0, deleted=0, drawn=0
        ),
    )
    return last, state_of(run, theme.state_digest, renderer_of(theme, run.settings.words_in).digests)
