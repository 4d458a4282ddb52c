"""The built example in one window of the browser for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened import OpenBoard, Visit, board_path
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def visit(browser: Browser, built_site: Path) -> Iterator[Visit]:
    context = browser.new_context()
    visit = Visit(context.new_page(), built_site)
    yield visit
    context.close()


@pytest.fixture
def nothing_goes_wrong(visit: Visit) -> Iterator[None]:
    """No console message, no failed and no foreign request while a page is opened and looked at."""
    yield
    found, visit.wrong = visit.wrong, []
    assert found == []


@pytest.fixture(scope="module")
def board(visit: Visit, request: pytest.FixtureRequest) -> OpenBoard:
    """A kind of board on a sheet (the parameter), opened once: a test leaves it as it was."""
    visit.open(board_path(visit.site, *request.param))
    return OpenBoard(visit.page, *request.param)
