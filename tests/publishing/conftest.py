"""A site's root with an output folder beside its content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from site_folder import Tree, codes, try_release

from noticeboard.publishing.release import Released


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with `content/` and `templates/`; its output is `site/`, not yet there."""
    for name in ("content", "templates"):
        (tmp_path / "root" / name).mkdir(parents=True)
    return tmp_path / "root"


@pytest.fixture
def site(root: Path) -> Path:
    return root / "site"


@pytest.fixture
def publish(root: Path, site: Path) -> Callable[[Tree], Released]:
    """Make the site consist of exactly the given files (path to text); must succeed."""

    def publish(files: Tree) -> Released:
        released, report = try_release(site, root, files)
        assert codes(report) == []
        assert released is not None
        return released

    return publish
