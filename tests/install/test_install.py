"""Three ways to install: a wheel, an editable checkout, a wheel run inside the checkout; all build the same site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from whole_site import CHECKOUT, TODAY, tree, write_files

RUN = "from noticeboard.cli import main; main()"
SITE = {
    "content/site.yml": "title: 示例公示\nissuer: 示例街道\n",
    "content/street/place.yml": "kind: subdistrict\nname: 示例街道\n",
    "content/street/compound/place.yml": "kind: compound\nname: 示例小区\n",
    "content/street/compound/tasks.yml": "- {id: lamps, title: 更换楼道灯, state: done, finished: 2026-05}\n",
    "content/street/compound/organizations.yml": "- {id: zgh, type: self_governing, name: 示例自管会}\n",
}
Command = Callable[..., subprocess.CompletedProcess[str]]


def pip(*arguments: str) -> None:
    quiet = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}  # pip is
    subprocess.run([*quiet, *arguments], check=True, cwd=CHECKOUT, env=compiled)


def run(code: str, folder: Path, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python in `folder`, which is not on its path, and with `path` before all that is installed.

    Its hashes of strings, its clock and its language are others than those of the tests.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONUTF8": "1", "PYTHONHASHSEED": "7", "TZ": "America/New_York"}
    environment |= {"NOTICEBOARD_LANG": "en"} | ({"PYTHONPATH": path} if path else {})
    command = [sys.executable, "-P", "-c", code, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", ".", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    return next(folder.glob("noticeboard-*.whl"))


@pytest.fixture(scope="module")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Run a command of the package that came from the wheel."""
    target = str(tmp_path_factory.mktemp("installed"))
    pip("install", "--no-deps", "--target", target, str(wheel))
    return lambda folder, *arguments, code=RUN: run(code, folder, *arguments, path=target)


@pytest.fixture(scope="module")
def from_checkout(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """Run a command of the package that is installed as an editable checkout."""
    target = str(tmp_path_factory.mktemp("editable"))
    pip("install", "--no-deps", "--no-build-isolation", "--target", target, "--editable", ".")
    start = f"import site; site.addsitedir({target!r}); "
    return lambda folder, *arguments, code=RUN: run(start + code, folder, *arguments)


def built(command: Command, root: Path, *arguments: str) -> dict[str, bytes]:
    """What a command builds from the site at `root`, started in that folder."""
    command(root, "build", "--date", TODAY, *arguments)
    return tree(root / "site")


def test_the_wheel_carries_theme_fonts_and_licences_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    theme = {
        path.relative_to(CHECKOUT / "templates").as_posix() for path in (CHECKOUT / "templates").rglob("*.*")
    }
    assert {f"noticeboard/theme/{name}" for name in theme} <= set(names)
    fonts = {"NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "advances.json", "OFL.txt"}
    assert {f"noticeboard/fonts/{name}" for name in fonts} <= set(names)
    assert sum(name.endswith("licenses/LICENSE") for name in names) == 1
    strange = [name for name in names if not name.startswith("noticeboard") or "/__pycache__/" in name]
    assert strange == []


def test_each_way_runs_its_own_package(from_wheel: Command, from_checkout: Command, tmp_path: Path) -> None:
    where = "import noticeboard; print(noticeboard.__file__)"
    assert Path(from_checkout(tmp_path, code=where).stdout.strip()).parents[1] == CHECKOUT
    assert Path(from_wheel(tmp_path, code=where).stdout.strip()).parents[1] != CHECKOUT


@pytest.fixture(scope="module")
def plain(from_checkout: Command, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the checkout builds of a small site."""
    root = tmp_path_factory.mktemp("plain")
    write_files(root, SITE)
    return built(from_checkout, root)


def test_wheel_and_checkout_build_the_same_site(
    from_wheel: Command, plain: dict[str, bytes], tmp_path: Path
) -> None:
    write_files(tmp_path, SITE)
    assert "street/compound/tasks/lamps/index.html" in plain
    assert built(from_wheel, tmp_path) == plain


def test_a_wheel_run_inside_the_checkout_builds_the_same_site(
    from_wheel: Command, plain: dict[str, bytes], tmp_path: Path
) -> None:
    """There `templates/` is no longer the wheel's own theme but an override, file by file, of the same files."""
    checkout = tmp_path / "checkout"
    write_files(checkout, SITE)
    for folder in ("templates", "noticeboard"):
        shutil.copytree(CHECKOUT / folder, checkout / folder, ignore=shutil.ignore_patterns("__pycache__"))
    assert built(from_wheel, checkout) == plain


@pytest.mark.parametrize("way", ("from_wheel", "from_checkout"))
def test_templates_of_a_site_shadow_the_theme_file_by_file(
    request: pytest.FixtureRequest, way: str, tmp_path: Path
) -> None:
    command: Command = request.getfixturevalue(way)
    page = (CHECKOUT / "templates" / "page.html").read_text(encoding="utf-8")
    own = page.replace("</footer>", "<p>本站自己的页脚</p></footer>")
    write_files(tmp_path, SITE | {"templates/page.html": own})
    pages = {
        path: data for path, data in built(command, tmp_path).items() if path.endswith("/tasks/index.html")
    }
    assert pages
    assert [path for path, data in pages.items() if "本站自己的页脚" not in data.decode()] == []


def test_a_new_site_made_from_the_wheel_builds_in_an_empty_folder(
    from_wheel: Command, tmp_path: Path
) -> None:
    from_wheel(tmp_path, "new", "site")
    assert not (tmp_path / "templates").exists()
    assert "index.html" in built(from_wheel, tmp_path)


def test_the_example_built_from_the_wheel_is_that_of_this_process(
    built_site: Path, from_wheel: Command, tmp_path: Path
) -> None:
    """The same content and day give the same bytes, in another folder and another process too."""
    root = tmp_path / "另一个 文件夹"
    shutil.copytree(CHECKOUT / "content", root / "content")
    assert built(from_wheel, root) == tree(built_site)
