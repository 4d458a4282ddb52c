"""From rendered files to the site: everything is staged and checked, then moved in one by one.

    stage … stage ▶ staged digests ─ plan_release ▶ Journal ─ steps ▶ the site

A visitor, a copy program or a crash sees at any moment only whole files, each old or new. What this stage
must never do: touch a file that is not in the file list, write or delete through a link, or move anything
while something foreign stands in the way of any other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from noticeboard.diagnostics import Origin, Problem, Report
from noticeboard.frozen import dataclass
from noticeboard.publishing.files import damaged, digest_of, unwritable
from noticeboard.publishing.journal import FILES, JOURNAL, Journal, steps
from noticeboard.publishing.output import Output, foreign
from noticeboard.publishing.paths import (
    all_folders,
    are_same,
    check_together,
    folded,
    folders_down_to,
    folders_of,
    is_plain_folder,
    is_safe,
    lies_in,
)
from noticeboard.publishing.staging import Staged, is_staged, new_folders, stage

__all__ = ["Released", "Staged", "plan_release", "release", "stage"]


@dataclass(frozen=True)
class Released:
    """What a release did, as sorted paths; what was kept without being staged is not named."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]


def release(
    output: Output, staged: Mapping[str, str], keep: Mapping[str, str]
) -> tuple[Released | None, Report]:
    """Make the site of exactly the `staged` and the `keep` files (path to digest), beside what is foreign.

    Refused, with nothing moved: E-OUTPUT-PATH, E-OUTPUT-FOREIGN, E-OUTPUT-LIST. When the disk refuses
    half-way (E-OUTPUT-WRITE) the journal stays, and `open_output` finishes the release next time. Staged
    wins over kept.
    """
    journal, report = plan_release(output, staged, keep)
    if journal is None:
        return None, report
    try:
        for step in () if journal.is_empty else steps(journal):
            step.apply(output.path)
        output.memo[FILES] = journal.files
    except OSError as error:
        report.add(unwritable(output.path, error).at(Origin()))
        return None, report
    written = frozenset(journal.move)
    return (
        Released(
            written=tuple(sorted(written)),
            unchanged=tuple(sorted(set(staged) - written)),
            deleted=tuple(sorted(journal.clear + journal.delete)),
        ),
        report,
    )


def plan_release(
    output: Output, staged: Mapping[str, str], keep: Mapping[str, str]
) -> tuple[Journal | None, Report]:
    """What a release would do, or every reason why it must not; reads the output folder, writes nothing.

    ValueError for a caller's mistake: keeping what is not in the file list with this digest, releasing what
    was not staged, or releasing over an unfinished release.
    """
    report = Report()
    try:
        journal = _plan(output, staged, keep, report)
    except Problem as problem:
        report.add(problem.at(Origin()))
    except OSError as error:
        report.add(unwritable(output.path, error).at(Origin()))
    return (None if report.has_errors else journal), report


def _plan(output: Output, staged: Mapping[str, str], keep: Mapping[str, str], report: Report) -> Journal:
    own = output.own_files()
    whole = frozenset(new_folders(output.staging, output.path, staged))
    in_folders, alone = _parted(staged, whole)
    _check_call(output, staged, (*whole, *alone), keep)
    files = {**keep, **staged}
    alone = [path for path in alone if not _is_unchanged(output.path, path, staged[path], own)]
    move = [*sorted(alone, key=_order), *in_folders]
    if files.keys() != own.keys():  # else they were looked at when they were written
        report.extend(problem.at(Origin()) for problem in check_together(files))
    obstacles = set(_obstacles(output.path, [*alone, *whole], own))
    report.extend(foreign(output.path, obstacle).at(Origin()) for obstacle in sorted(obstacles))
    gone = sorted(own.keys() - files.keys())
    if not all(map(is_safe, gone)):
        raise damaged()  # whoever told us of them, nothing outside the folder is ever ours
    clear = dict.fromkeys(_in_the_way(gone, move))
    return Journal(
        clear=tuple(clear),
        move=tuple(move),
        whole=tuple(sorted(whole)),
        delete=tuple(path for path in gone if path not in clear),
        gone=tuple(gone),
        files=files,
    )


def _parted(paths: Iterable[str], whole: frozenset[str]) -> tuple[list[str], list[str]]:
    """The paths that move with a folder, and those that move alone."""
    parted: tuple[list[str], list[str]] = ([], [])
    for path in paths:
        parted[not lies_in(path, whole)].append(path)
    return parted


def _check_call(output: Output, staged: Iterable[str], moves: Iterable[str], keep: Mapping[str, str]) -> None:
    own = output.own_files()
    if strange := sorted(path for path, found in keep.items() if own.get(path) != found):
        raise ValueError(f"kept but not as we wrote it: {strange[0]}")
    waiting = str(output.staging)
    unsafe = [path for path in staged if not is_safe(path)]
    if missing := unsafe or sorted(path for path in moves if not is_staged(waiting, path)):
        raise ValueError(f"released but not staged: {missing[0]}")
    if (output.path / JOURNAL).exists():
        raise ValueError("the last release is unfinished: close the output and open it again")


def _is_unchanged(folder: Path, path: str, found: str, own: Mapping[str, str]) -> bool:
    return own.get(path) == found and digest_of(folder, path) == found


def _order(path: str) -> tuple[bool, str]:
    """Pages last, so that a page never stands before the stylesheet that it needs."""
    return (path.endswith(".html"), path)


class _Ours:
    """Some paths of ours under the output folder, found in any spelling that a disk takes for the same."""

    def __init__(self, folder: Path, paths: Callable[[], Iterable[str]]) -> None:
        self.folder = folder
        self._list = paths

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(self._list())

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            found.setdefault(folded(path), []).append(path)
        return found

    def __contains__(self, path: str) -> bool:
        return path in self._paths or any(
            spelling == path or are_same(self.folder / spelling, self.folder / path)
            for spelling in self._spellings.get(folded(path), ())
        )


def _obstacles(folder: Path, move: Iterable[str], own: Iterable[str]) -> Iterator[str]:
    """What is not ours and stands where one of `move` or one of its folders must stand."""
    files, folders = _Ours(folder, lambda: own), _Ours(folder, lambda: all_folders(own))
    passable: set[str] = set()
    absent: set[str] = set()
    for path in move:
        for parent in folders_down_to(path):
            if parent in absent:
                break
            if parent in passable or is_plain_folder(folder / parent):
                passable.add(parent)
                continue
            if not os.path.lexists(folder / parent):
                absent.add(parent)
            elif parent not in files:
                yield parent
            break
        else:
            yield from _foreign_at(path, files, folders)


def _foreign_at(path: str, files: _Ours, folders: _Ours) -> Iterator[str]:
    """What is not ours at `path` itself, or in the folder that stands there."""
    target = files.folder / path
    if not os.path.lexists(target):
        return
    if not is_plain_folder(target):
        if path not in files:
            yield path
        return
    entries = sorted(entry.name for entry in target.iterdir())
    if not entries and path not in folders:
        yield path
    for name in entries:
        yield from _foreign_at(f"{path}/{name}", files, folders)


def _in_the_way(gone: Sequence[str], move: Sequence[str]) -> Iterator[str]:
    """Those of `gone` to remove before `move`: alike but for case, a file for a folder or the reverse."""
    if not gone:
        return
    files = {folded(path) for path in move}
    spellings = {folded(path): path for path in all_folders(move)}
    for path in gone:
        if folded(path) in files or folded(path) in spellings:
            yield path
            continue
        parents = [(folded(parent), parent) for parent in folders_of(path)]
        if any(key in files or spellings.get(key, parent) != parent for key, parent in parents):
            yield path
