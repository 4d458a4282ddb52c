"""What the tests of a release need: release in one call, and everything that a folder holds as a value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from noticeboard.diagnostics import Report
from noticeboard.publishing.output import open_output
from noticeboard.publishing.release import Released, release, stage

Tree = Mapping[str, str]


def try_release(site: Path, root: Path, files: Tree) -> tuple[Released | None, Report]:
    """Open, stage and release the given files, keeping none."""
    output, report = open_output(site, root)
    if output is None:
        return None, report
    with output:
        staged = [stage(output.staging, path, text.encode()) for path, text in files.items()]
        return release(output, {s.path: s.digest for s in staged}, {})


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report]


def everything(folder: Path) -> dict[str, str]:
    """Every file and folder below, with text for files, `/` for folders, `→ target` for links."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"→ {path.readlink()}"
        else:
            found[name] = "/" if path.is_dir() else path.read_bytes().decode()
    return found


def pages(site: Path) -> dict[str, str]:
    """The files that visitors see: everything but our own folder."""
    return {
        name: text
        for name, text in everything(site).items()
        if text != "/" and not name.startswith(".noticeboard/")
    }


def write(folder: Path, files: Tree) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
