"""The stages of a run in their order, for a site of which something has changed.

files ─ find_places ▶ places ─ read ▶ outlines ─ put_together ▶ Site ─ publish or look_at_links ▶ BuildResult
"""

from __future__ import annotations

from collections.abc import Callable

from noticeboard.boards.qr_modules import learn
from noticeboard.building.aside import Aside
from noticeboard.building.executor import Workers
from noticeboard.building.knowledge import Run
from noticeboard.building.memory import Memory
from noticeboard.building.publish_stage import knowledge_of, look_at_links, publish
from noticeboard.building.read_stage import put_together, read
from noticeboard.building.reader import find_places
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.building.result import result_of
from noticeboard.building.state import State, state_path
from noticeboard.building.state_file import N_CACHE, Saved, damaged_state, save_state, unsaved_state
from noticeboard.diagnostics import Report
from noticeboard.kinds import KINDS
from noticeboard.reading.files import Snapshot


def check_changed(request: BuildRequest, files: tuple[Snapshot, Report]) -> BuildResult:
    """Every problem of the site; nothing is written."""
    saved = Saved(state_path(request.root, request.output or request.root / "site"))
    run = begin(request, files, saved)
    _tell_of_engine(run)
    find_out(run, look_at_links)
    return result_of(run)


def build_changed(
    request: BuildRequest,
    files: tuple[Snapshot, Report],
    saved: Saved | Memory,
    memory: Memory | None,
    stamp: tuple[str, int],
    harmed: Aside,
) -> BuildResult:
    """Make what is stale and release it; what the next build needs to know is kept in `memory`, else saved.

    `stamp` is the digest of all that the site is made from, and the time by the clock of the disk; `harmed` tells
    which files of the output are not as they were written.
    """
    run = begin(request, files, saved)
    run.inputs, run.now_ns = stamp
    run.is_trusted, run.harmed = saved is memory, harmed
    run.listing = memory.listing if memory is not None else run.last.listing()
    _tell_of_engine(run)
    find_out(run, publish)
    result = result_of(run)
    if run.released is not None:
        unsaved = _keep(run, result, saved, memory)
        if unsaved is not None:  # which also says what is the matter with one that cannot be read
            others = [each for each in result.report if each.code != N_CACHE]
            result.report.diagnostics[:] = [*others, unsaved_state(saved.where, unsaved)]
    return result


def _keep(run: Run, result: BuildResult, saved: Saved | Memory, memory: Memory | None) -> OSError | None:
    last, state = knowledge_of(run, result)
    if memory is None:
        return save_state(saved.where, last, state, saved.groups)
    memory.keep(last, state, run.listing, run.found, run.theme)
    return None


def begin(request: BuildRequest, files: tuple[Snapshot, Report], saved: Saved | Memory) -> Run:
    """A run over these files, with what the last build knew."""
    state = State() if request.clean else saved.state()
    found = find_places(*files, KINDS, state.settings, saved.found)
    run = Run(
        request,
        found,
        saved.last,
        state.places,
        state.whole,
        state.whole_pages,
        state.theme,
        state.template_digests,
    )
    run.workers = Workers(request.jobs)
    learn(state.codes)
    if isinstance(saved, Memory) and saved.found and saved.found.settings == found.settings:
        run.theme_kept = saved.theme
    run.forced = "clean" if request.clean else "program" if saved.is_outdated else ""
    run.engine = _engine_of(run)
    if saved.is_damaged:
        run.report.add(damaged_state(saved.where))
    return run


def _engine_of(run: Run) -> str:
    if not run.wants_pdfs:
        return ""
    from noticeboard.building.pdf_files import engine_found

    return engine_found()


def _tell_of_engine(run: Run) -> None:
    """Add what is missing to draw the PDFs that the site is to have."""
    if not run.wants_pdfs or run.engine:
        return
    from noticeboard.building.pdf_files import engine_problem

    problem = engine_problem(is_asked_for=run.request.pdf)
    run.report.extend([problem] if problem else [])


def find_out(run: Run, last_stage: Callable[[Run], None]) -> None:
    """Read what changed, put the site together, then do what the run is for."""
    with run.workers:
        read(run)
        put_together(run)
        last_stage(run)
