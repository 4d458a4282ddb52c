"""The output folder: whether a build may write there, and what in it is ours.

A build writes into a folder only if it is empty or if an earlier build made it, which the file list in
`.noticeboard/files` proves. So a mistyped `--output` costs a message, never a folder of photographs. All
refusals come before the first byte is written.

    open_output ▶ Output ─ stage … release ▶ the site ─ close
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Container, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from noticeboard.diagnostics import Diagnostic, Origin, Problem, Report, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.publishing.files import digest_of, format_list, parse_list, save, unwritable
from noticeboard.publishing.journal import CONTROL, FILES, JOURNAL, STAGING, finish_release
from noticeboard.publishing.lock import Lock, give_lock, take_lock
from noticeboard.publishing.paths import is_plain_folder

FOREIGN = code(
    "E-OUTPUT-FOREIGN", "输出文件夹里有别的文件", "the output folder holds files that no build wrote"
)
PLACE = code("E-OUTPUT-PLACE", "输出文件夹不能放在这里", "the output folder cannot lie there")
BUSY = code("E-OUTPUT-BUSY", "另一个生成正在写输出文件夹", "another build is writing to the output folder")
UNLOCKED = code("N-OUTPUT-LOCK", "这个磁盘不支持锁定文件", "this disk cannot lock files")

_CLUTTER = {".ds_store", "thumbs.db", "desktop.ini"}
"""Files that file managers leave in a folder which its owner takes for empty."""


class Listing(NamedTuple):
    """The file list of an output folder, and the inode, size and time of the file that holds it."""

    inode: int
    size: int
    mtime_ns: int
    files: Mapping[str, str]


@dataclass(frozen=True)
class Output:
    """An output folder that this process may write, locked until `close` or the end of its `with`."""

    path: Path
    lock: Lock
    memo: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    """The file list as it was read, or as the last release wrote it."""

    @property
    def staging(self) -> Path:
        """Where files wait for the release; the only thing that a worker process needs to know."""
        return self.path / STAGING

    def own_files(self) -> Mapping[str, str]:
        """Path and digest of every file that earlier releases wrote. `Problem` (E-OUTPUT-LIST), OSError."""
        if FILES not in self.memo:
            self.memo[FILES] = parse_list((self.path / FILES).read_bytes())
        return self.memo[FILES]

    def close(self) -> None:
        """Drop what was not released, and unlock; a release that failed half-way stays to be finished."""
        if not (self.path / JOURNAL).exists():
            shutil.rmtree(self.staging, ignore_errors=True)
        give_lock(self.lock)

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def listing_of(output: Output) -> Listing:
    """The file list after a release, for the next `open_output` of this process."""
    status = (output.path / FILES).stat()
    return Listing(status.st_ino, status.st_size, status.st_mtime_ns, output.own_files())


def open_output(path: Path, root: Path, known: Listing | None = None) -> tuple[Output | None, Report]:
    """Make `path` ready to be written by one build of the site at `root`, finishing an interrupted release.

    The file list is not read if it is still the one that is `known`.

    A folder that is absent is made. Refused, with nothing touched: E-OUTPUT-PLACE, E-OUTPUT-FOREIGN,
    E-OUTPUT-WRITE, E-OUTPUT-LIST, E-OUTPUT-BUSY; the output is None then.
    """
    report = Report()
    try:
        output = _open(path, root, known)
    except Problem as problem:
        report.add(problem.at(Origin()))
        return None, report
    except OSError as error:
        report.add(unwritable(path, error).at(Origin()))
        return None, report
    if not output.lock.held:
        report.add(_unlocked(output.path))
    return output, report


def verify(output: Output, files: Mapping[str, str], untouched: Container[str] = ()) -> frozenset[str]:
    """Those of `files` (path to digest) that are no longer there as given, so that they must be built again.

    Each file is read whole, but for those known to be `untouched`. Raises what `Output.own_files` raises.
    """
    own = output.own_files()
    return frozenset(
        path
        for path, found in files.items()
        if own.get(path) != found or not (path in untouched or digest_of(output.path, path) == found)
    )


def _open(path: Path, root: Path, known: Listing | None) -> Output:
    try:
        folder = path.resolve()
    except (RuntimeError, ValueError) as error:  # links that run in a circle, a NUL in the name
        raise unwritable(path, OSError(str(error))) from None
    _check_place(folder, root.resolve())
    _check_owner(folder)
    (folder / CONTROL).mkdir(parents=True, exist_ok=True)
    lock = take_lock(folder / CONTROL / "lock")
    if lock is None:
        raise _busy(folder)
    try:
        own = _make_ready(folder, known)
    except BaseException:
        give_lock(lock)
        raise
    return Output(folder, lock, {FILES: own})


def _make_ready(folder: Path, known: Listing | None) -> Mapping[str, str]:
    """Bring the folder to rest, the last release whole, nothing staged; the files that are ours."""
    finish_release(folder)
    own: Mapping[str, str] = {}
    if (folder / FILES).exists():
        status = (folder / FILES).stat()
        is_known = known is not None and known[:3] == (status.st_ino, status.st_size, status.st_mtime_ns)
        own = known.files if known and is_known else parse_list((folder / FILES).read_bytes())
    else:
        save(folder / FILES, format_list({}))
    if (folder / STAGING).exists():
        shutil.rmtree(folder / STAGING)
    (folder / STAGING).mkdir()
    return own


def _check_place(folder: Path, root: Path) -> None:
    content, templates = root / "content", root / "templates"
    for source in (root, content, templates, root / CONTROL):
        if _holds(folder, source.resolve()):
            raise Problem(
                PLACE,
                Words(
                    f"输出文件夹“{folder}”包含网站的源文件“{source}”",
                    f"the output folder “{folder}” contains the site's own files, “{source}”",
                ),
                _choose_site(root),
            )
    check_not_inside(folder, root)


def check_not_inside(folder: Path, root: Path) -> None:
    """Raise `Problem` (E-OUTPUT-PLACE) if a folder (resolved) lies among the site's own files."""
    for source in (root / "content", root / "templates"):
        if _holds(source.resolve(), folder):
            raise Problem(
                PLACE,
                Words(
                    f"输出文件夹“{folder}”在“{source.name}”里面，会和源文件混在一起",
                    f"the output folder “{folder}” lies in “{source.name}” among the site's own files",
                ),
                _choose_site(root),
            )


def _choose_site(root: Path) -> Words:
    site = root / "site"
    return Words(f"换一个文件夹，例如“{site}”", f"choose another folder, such as “{site}”")


def _holds(outer: Path, inner: Path) -> bool:
    """Whether `inner` is `outer` or lies in it, however spelled; both resolved, both may be absent."""
    return any(_are_one(outer, part) for part in (inner, *inner.parents))


def _are_one(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _check_owner(folder: Path) -> None:
    """Raise unless `folder` is absent, empty or made by a build."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise unwritable(folder, FileExistsError(errno.EEXIST, "not a folder"))
    control = folder / CONTROL
    if control.exists() and not is_plain_folder(control):
        raise foreign(folder, CONTROL)
    if (folder / FILES).is_file() or (folder / JOURNAL).is_file():
        return
    other = next(_foreign_names(folder), None)
    if other is not None:
        raise Problem(
            FOREIGN,
            Words(
                f"输出文件夹“{folder}”不是空的，也不是本程序生成的：里面有“{other}”",
                f"the output folder “{folder}” is not empty and was not made by a build: it holds “{other}”",
            ),
            Words(
                "换一个文件夹，或自己清空它；本程序不会删除别的文件",
                "choose another folder, or empty this one yourself; a build never deletes foreign files",
            ),
        )


def _foreign_names(folder: Path) -> Iterator[str]:
    names = sorted(entry.name for entry in folder.iterdir())
    return (name for name in names if name != CONTROL and name.casefold() not in _CLUTTER)


def foreign(folder: Path, path: str) -> Problem:
    """The problem (E-OUTPUT-FOREIGN) of something at `path` that is not ours and stands in the way."""
    return Problem(
        FOREIGN,
        Words(
            f"输出文件夹“{folder}”里的“{path}”不是本程序写的，却占着要写的位置；什么也没有动",
            f"“{path}” in the output folder “{folder}” was not written by a build and stands where one must "
            "write; nothing was touched",
        ),
        Words("把它移到别处，或换一个输出文件夹", "move it elsewhere, or choose another output folder"),
    )


def _busy(folder: Path) -> Problem:
    return Problem(
        BUSY,
        Words(f"另一个生成正在写“{folder}”", f"another build is writing to “{folder}”"),
        Words("等它结束，或关闭它，再运行一次", "wait until it ends, or stop it, and run again"),
    )


def _unlocked(folder: Path) -> Diagnostic:
    return Diagnostic(
        UNLOCKED,
        Words(
            f"“{folder}”所在的磁盘不支持锁定文件，防不住两个生成同时写",
            f"the disk of “{folder}” cannot lock files, so two builds at once are not prevented",
        ),
        Words("不要同时运行两个生成", "do not run two builds at once"),
    )
