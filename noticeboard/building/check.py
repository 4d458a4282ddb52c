"""Check a site: the build as far as the links, or some files alone; nothing is written.

    files, all or those on the way to a few ─ check ▶ BuildResult with every problem

Apart from the pipeline, so that an editor that checks one file at every save waits for nothing that only a build
needs.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from noticeboard.building.collector import without_collector
from noticeboard.building.request import BuildRequest, BuildResult
from noticeboard.reading.files import scan


def check(request: BuildRequest, only: Collection[Path] = ()) -> BuildResult:
    """Every problem of a site; pages that changed are rendered to look at their links, nothing is written.

    With `only` (files or folders) the problems of these files, as far as they can be told without the rest.
    """
    with without_collector():
        if only:
            from noticeboard.building.check_files import check_files

            return check_files(request, only)
        from noticeboard.building.stages import check_changed

        return check_changed(request, scan(request.root))
