"""What whole-site tests share: the built example site, small sites written inline, and one browser."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from memory import take_memory
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from whole_site import (
    BROWSER_OPTIONS,
    CHECKOUT,
    TODAY,
    Built,
    MakeSite,
    build_site,
    find_browser,
    write_files,
)

from noticeboard.publishing.lock import give_lock, take_lock

WINDOW: ViewportSize = {"width": 1800, "height": 600}
ONE_THREAD = ["--disable-gpu-compositing", "--num-raster-threads=1"]
"""Nobody watches, so nothing need be painted ahead: a third of the time of a page."""
IN_MEMORY = take_memory()
"""Where the files of all tests are, if this process has chosen it."""
settings.register_profile("suite", deadline=None)  # nothing in the suite depends on the speed of a machine
settings.load_profile("suite")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(exitstatus: int) -> None:
    """Give the memory back, unless there is something to look at."""
    if IN_MEMORY is not None and exitstatus == pytest.ExitCode.OK:
        shutil.rmtree(IN_MEMORY, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def compiled_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Processes that tests start share what Python compiles, although `.ci/run` wants none of it in the checkout."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        environment.setenv("PYTHONPYCACHEPREFIX", str(shared / "compiled"))
        yield


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site built from the checkout's `content/`, once for all workers of a test run."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    site = shared / "built-site"
    while (lock := take_lock(shared / "built-site.lock")) is None:
        time.sleep(0.05)
    try:
        if not site.exists():
            root, draft = shared / "built-site.root", shared / "built-site.draft"
            shutil.copytree(CHECKOUT / "content", root / "content")
            built = build_site(root, draft)
            assert built.ok, built.told
            draft.rename(site)
    finally:
        give_lock(lock)
    return site


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Write a site from `{path: text}` and build it; `today` and other options of the build may be given."""

    def make(files: Mapping[str, str | bytes], today: str = TODAY, **options: bool) -> Built:
        root = tmp_path / "root"
        write_files(root, files)
        return build_site(root, root / "site", today, **options)

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the test is skipped, or fails where `CI=true`."""
    executable = find_browser()
    if executable is None:
        reason = "no Chromium or Chrome on this machine: install one to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=BROWSER_OPTIONS + ONE_THREAD)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared_page(browser: Browser) -> Page:
    """One page for all: a new one starts a process of its own and reads the fonts again."""
    return browser.new_page(viewport=WINDOW)


@pytest.fixture
def page(shared_page: Page) -> Iterator[Page]:
    """The shared page, as large as any other test found it."""
    yield shared_page
    shared_page.emulate_media(media="null")
    shared_page.set_viewport_size(WINDOW)
