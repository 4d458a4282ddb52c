"""Build a site: one function that reads as the diagram, one line a stage.

    content files ─ find ▶ places ─ read ▶ outlines, records on shelves ─ put_together ▶ Site + Report
      ─ make, place by place ▶ staged files ─ links ▶ Report ─ release ▶ site/

The unit of work is the place. One whose files, settings and day are as they were is not read; one whose records
and whose part from the others (`planning.site.Given`) are as they were is not planned; and of one that is
planned only the pages whose value changed are rendered. An error at any stage stops before anything of the old
site is touched, after every stage that could still run has reported.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from noticeboard.building.aside import Aside
from noticeboard.building.collector import without_collector
from noticeboard.building.entries import harmed
from noticeboard.building.inputs import disk_clock, inputs_digest
from noticeboard.building.memory import Memory
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.building.state import state_path
from noticeboard.building.state_file import Saved
from noticeboard.diagnostics import Report
from noticeboard.publishing.journal import JOURNAL
from noticeboard.reading.files import CONTENT, Snapshot, scan, scan_again

MANY_FILES = 2_000
"""So many that to look at them takes longer than to start a process for it."""

__all__ = ["BuildRequest", "BuildResult", "build", "memory_of"]


def build(
    request: BuildRequest, memory: Memory | None = None, touched: Collection[str] | None = None
) -> BuildResult:
    """Build the site, or report every problem and leave the old site as it was.

    With a `memory` what was known after the last build is kept in this process, which alone writes the output.
    `touched` are the folders (POSIX paths from the site's root) in which something changed since then, None when
    that is not known; any that is not in the content stands for the theme.
    """
    with without_collector():
        now_ns = disk_clock(request.root)
        files = _look(request, memory, touched)
        inputs = inputs_digest(request, files[0]) if memory is None or memory.theme is None else ""
        saved = memory if memory is not None and memory.last.result is not None else _saved(request)
        known = saved.last.result
        if known is not None and not request.clean and _is_as_it_was(request, saved, inputs):
            return known
        with _harmed(request, saved, memory) as aside:
            from noticeboard.building.stages import build_changed

            return build_changed(request, files, saved, memory, (inputs, now_ns), aside)


def _harmed(request: BuildRequest, saved: Saved | Memory, memory: Memory | None) -> Aside:
    """Which files of the output are not as they were written, looked at while the stages are loaded."""
    files = {} if saved is memory or request.clean else saved.last.files
    return Aside(lambda: harmed(_output(request).resolve(), files), is_long=len(files) > MANY_FILES)


def _look(
    request: BuildRequest, memory: Memory | None, touched: Collection[str] | None
) -> tuple[Snapshot, Report]:
    if memory is None:
        return scan(request.root)
    before, memory.snapshot = memory.snapshot, Snapshot(request.root)
    content = [each for each in touched or () if each.partition("/")[0] == CONTENT]
    if touched is None or len(content) < len(touched):  # the theme may have changed
        memory.theme = None
    files = (scan_again(before, content) if touched is not None else None) or scan(request.root)
    memory.snapshot = files[0]
    return files


def memory_of(root: Path, output: Path) -> Memory:
    """A memory for builds of the site at `root` into `output`, of which nothing is known yet."""
    return Memory(root, state_path(root, output))


def _saved(request: BuildRequest) -> Saved:
    return Saved(state_path(request.root, _output(request)))


def _output(request: BuildRequest) -> Path:
    return request.output or request.root / "site"


def _is_as_it_was(request: BuildRequest, saved: Saved | Memory, inputs: str) -> bool:
    """Whether nothing that the site is made from has changed, nor anything in its folder."""
    last, output = saved.last, _output(request).resolve()
    return (
        bool(inputs)
        and last.inputs == inputs
        and last.holds_on(request.today)
        and not (output / JOURNAL).exists()
        and not any(True for _ in harmed(output, last.files))
    )
