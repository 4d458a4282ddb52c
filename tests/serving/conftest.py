"""A preview of a small site, for the tests of serving."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from running_preview import SITE, Running, running_preview
from whole_site import write_files


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """A preview of a small site."""
    write_files(tmp_path, SITE)
    with running_preview(tmp_path) as preview:
        yield preview
