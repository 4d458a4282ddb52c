"""The same site built twice: on top of all earlier builds, and from nothing in another folder.

    Site + Step ─ WarmSite ▶ files changed, output and cache damaged ─ build ▶ BuildResult, twice ─ compare

What is compared: every file of the output, and all of the result but how much of it was made anew. A file
that changes gets a time of its own, later or earlier than before: files of one size and one time are one
file for whoever only looks at both.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from edited_site import Site, start, written
from site_edits import Harm, Step, pick
from whole_site import tree, write_files
from written_site import TODAY, line, lines

from noticeboard.building.check import check
from noticeboard.building.memory import Memory
from noticeboard.building.pipeline import BuildRequest, BuildResult, build, memory_of
from noticeboard.serving.watching import WATCHED

FIRST_TIME = 1_700_000_000
DAMAGED = "N-CACHE"
GARBAGE = {
    "empty": b"",
    "garbage": b"\x00\xff{]" * 50,
    "json": b'{"version": 1, "files": {"index.html": [1]}}',
}


@dataclass
class WarmSite:
    """A folder in which a site is built again and again."""

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
    """What was written last, by path."""
    times: int = 0
    damaged: bool = False
    """Whether the cache may be damaged: it is told when the damaged part is needed, once."""
    memory: Memory | None = None
    """What a preview knows, if it is one that builds the site."""
    touched: set[str] = field(default_factory=set)
    """The folders in which something changed since the last build, as a watcher tells them."""

    @property
    def site(self) -> Path:
        """The output."""
        return self.root / "site"

    def write(self, files: dict[str, bytes]) -> None:
        """Write what has changed, delete what is gone; what only moved keeps its time."""
        moved = {data: self.time(path) for path, data in self.files.items() if path not in files}
        changed = {path: data for path, data in files.items() if self.files.get(path) != data}
        for path in self.files.keys() - files.keys():
            (self.root / path).unlink()
            self._note(path)
        for path in files.keys() - self.files.keys():
            for folder in PurePosixPath(path).parents:
                if not (self.root / folder).exists():  # its making is told in the folder above
                    self._note(folder.as_posix())
        write_files(self.root, changed)
        for path, data in changed.items():
            self.set_time(path, moved.get(data))
        self.files = dict(files)

    def time(self, path: str) -> int:
        """When a file was changed, as the system tells it."""
        return (self.root / path).stat().st_mtime_ns

    def set_time(self, path: str, time: int | None = None) -> None:
        """Give a file that time, or one that no file had before: later than all others or earlier."""
        self.times += 1
        offset = self.times if self.times % 3 else -self.times
        time = time or (FIRST_TIME + offset) * 1_000_000_000
        os.utime(self.root / path, ns=(time, time))
        self._note(path)

    def _note(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder.partition("/")[0] in WATCHED:
            self.touched.add(folder)

    def build(self, step: Step) -> BuildResult:
        """Build the site on top of what is known."""
        touched, self.touched = self.touched, set()
        return build(request(self.root, step), self.memory, touched if self.memory else None)

    def touch(self, number: int) -> None:
        """Give a file another time, and change nothing."""
        path = pick(sorted(self.files), number)
        if path is not None:
            self.set_time(path)

    def suffer(self, harm: Harm, first: Path) -> None:
        """Damage a file of the output or of the cache, or all of it; `first` is the site as it was at first."""
        folder = self.root / ".noticeboard" if harm.of_cache else self.site
        self.damaged = self.damaged or harm.of_cache
        if harm.how == "delete all" or (harm.how == "restore" and harm.of_cache):
            shutil.rmtree(folder, ignore_errors=True)
            if harm.how == "restore":
                shutil.copytree(first / ".noticeboard", folder)
            return
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        chosen = pick(
            [path for path in files if ".noticeboard" not in path.relative_to(folder).parts], harm.number
        )
        if chosen is not None:
            spoil(chosen, harm.how)


def spoil(path: Path, how: str) -> None:
    """Damage a file; never in place, for it may be shared with the site as it was at first."""
    data = path.read_bytes()
    path.unlink()
    if how == "truncate":
        path.write_bytes(data[: len(data) // 2])
    elif how == "alter":
        path.write_bytes(data + b" ")
    elif how in GARBAGE:
        path.write_bytes(GARBAGE[how])


@dataclass(frozen=True)
class Ground:
    """The folders in which series of edits are played, and the sites that they begin with."""

    folder: Path
    boards: str = "none"
    is_preview: bool = False
    """Whether one process builds the site again and again, told what was touched; nobody harms its output."""
    small: bool = False
    """Whether it is the site with fewer places."""

    @property
    def first(self) -> Path:
        """The site that was built once and is never touched again."""
        return self.folder / f"first-{self.boards}{'-small' * self.small}"

    def start(self) -> Site:
        """What is written in it."""
        return start(self.boards, small=self.small)

    def begin(self) -> WarmSite:
        """The first site, built once, at the same path as ever: the cache knows the output by its path."""
        root = self.folder / "warm"
        shutil.rmtree(root, ignore_errors=True)
        if not self.first.exists():
            WarmSite(root).write(written(self.start()))
            result = build(BuildRequest(root, TODAY))
            assert result.ok, lines(result)
            root.rename(self.first)
        shutil.copytree(self.first, root, copy_function=_copy)
        files = written(self.start())
        return WarmSite(root, files, len(files))


def _copy(source: str, target: str) -> None:
    """Copy a file; pages, which are never changed in place, are linked."""
    path = Path(source).as_posix()
    if "/site/" in path and "/site/.noticeboard/" not in path:
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def play(ground: Ground, steps: Sequence[Step]) -> None:
    """Follow the steps; after each, the site built on top of the last one is the site built from nothing.

    What brought an error is taken back with the next step, as somebody would who reads the message.
    """
    warm, site = ground.begin(), ground.start()
    if ground.is_preview:
        steps = [replace(step, harms=(), checked=False) for step in steps]
        warm.memory = memory_of(warm.root, warm.site)
        assert warm.build(Step((), TODAY)).ok
    for step in steps:
        wanted = site.copy()
        for edit in step.edits:
            edit.apply(wanted)
        result = compare(warm, wanted, step, ground)
        site = wanted if result.ok else site
    if result.ok and not ground.is_preview:
        assert_quiet(warm, steps[-1], result.changes_on)


def compare(warm: WarmSite, site: Site, step: Step, ground: Ground) -> BuildResult:
    """Change the warm site into `site`, build it, and build the same in a folder of its own."""
    warm.write(written(site))
    for number in step.touched:
        warm.touch(number)
    for harm in step.harms:
        warm.suffer(harm, ground.first)
    cold = ground.folder / "cold"
    shutil.rmtree(cold, ignore_errors=True)
    write_files(cold, warm.files)
    before = tree(warm.site)
    if step.checked:
        assert told(check(request(warm.root, step))) == told(check(request(cold, step)))
        assert tree(warm.site) == before
    again, anew = warm.build(step), build(request(cold, step))
    assert told(again) == told(anew)
    told_of_damage = sum(each.code == DAMAGED for each in again.report)
    assert told_of_damage <= warm.damaged
    assert tree(warm.site) == (tree(cold / "site") if anew.ok else before)
    warm.damaged = warm.damaged and not (again.ok and (told_of_damage or again.built))
    return again


def request(root: Path, step: Step) -> BuildRequest:
    """The build of a step."""
    return BuildRequest(root, step.today, drafts=step.drafts, strict=step.strict)


def told(result: BuildResult) -> dict[str, object]:
    """All that a run says of the site, in order, but how much of it was made anew."""
    said = [each for each in result.report if each.code != DAMAGED]
    return {
        "report": [f"{line(each)} {each.message.en} {each.remedy.en} {each.source_line}" for each in said],
        "ok": result.ok,
        "language": result.language,
        "settings failed": result.settings_failed,
        "strict": result.strict,
        "pages": result.pages,
        "boards": result.boards,
        "pdfs": result.pdfs,
        "withheld": result.withheld,
        "changes on": result.changes_on,
    }


def assert_quiet(warm: WarmSite, step: Step, changes_on: date | None) -> None:
    """Until the day on which the site was said to change, a build makes nothing."""
    until = changes_on - timedelta(days=1) if changes_on else step.today + timedelta(days=3000)
    then = build(request(warm.root, replace(step, today=until)))
    assert (then.ok, then.built, then.written, then.deleted) == (True, (), 0, 0)
