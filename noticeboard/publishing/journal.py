"""A release as a list of small steps, so that one that was cut short can be finished.

The journal is saved before the first file moves and removed after the last; whoever finds one runs its
steps again from the start, and every step that was done already does nothing. Files that stand in the way
of new ones (a file where a folder is needed, the same name in other case) are removed first, and the
journal then saved again without them: on a file system that ignores case, removing `a` once more after
`A` has moved in would remove `A`.

What is kept stands in the file list, so the journal names changes only: a release of one page costs the same in a
large site.

Only the journal and the file list are synced to the disk. When power fails, a page may be lost; its digest
then differs from the list and the next build writes it again.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from noticeboard.frozen import dataclass
from noticeboard.publishing.files import (
    check_entries,
    damaged,
    digest_of,
    files_below,
    format_list,
    is_folder,
    is_there,
    make_folder,
    move,
    parse_list,
    patiently,
    save,
)
from noticeboard.publishing.paths import folders_of, is_plain_folder, is_reached_by_link, lies_in
from noticeboard.publishing.staging import in_tree, staged_at

CONTROL = ".noticeboard"
STAGING = f"{CONTROL}/staging"
FILES = f"{CONTROL}/files"
JOURNAL = f"{CONTROL}/journal"


@dataclass(frozen=True)
class Journal:
    """What one release will do."""

    clear: tuple[str, ...]
    """Files of ours that are gone and stand in the way: removed before anything moves."""
    move: tuple[str, ...]
    whole: tuple[str, ...]
    """Folders that the output has not: what of `move` lies in one moves with it, in one step."""
    delete: tuple[str, ...]
    gone: tuple[str, ...]
    """Files that are not ours any more: what is cleared, what is deleted, and what was cleared already."""
    files: Mapping[str, str]
    """Path and digest of all that is ours afterwards."""

    @cached_property
    def whole_folders(self) -> frozenset[str]:
        """`whole` to look up."""
        return frozenset(self.whole)

    @property
    def is_empty(self) -> bool:
        """Whether the site is already as it should be."""
        return not (self.clear or self.move or self.delete)


@dataclass(frozen=True)
class SaveJournal:
    """Save the journal, durably."""

    journal: Journal

    def apply(self, folder: Path) -> None:
        """Do it in the output `folder`; OSError when it fails."""
        save(folder / JOURNAL, _format(self.journal))


@dataclass(frozen=True)
class Remove:
    """Remove one file of ours and the folders that it leaves empty."""

    path: str

    def apply(self, folder: Path) -> None:
        """Do it in the output `folder`; OSError. A folder, or what a link leads to, is not ours."""
        target = folder / self.path
        if is_reached_by_link(folder, self.path):
            return
        if not is_plain_folder(target):
            patiently(lambda: _unlink(target))
        for parent in folders_of(self.path):
            try:
                (folder / parent).rmdir()
            except FileNotFoundError:
                continue
            except OSError:  # something else is in it
                return


@dataclass(frozen=True)
class Move:
    """Move one staged file to its place."""

    path: str

    def apply(self, folder: Path) -> None:
        """Do it in the output `folder`; OSError when it fails. What is not staged was moved already."""
        staged, target = staged_at(f"{folder}/{STAGING}", self.path), f"{folder}/{self.path}"
        if staged is not None:
            make_folder(target.rpartition("/")[0])
            patiently(lambda: move(staged, target))


@dataclass(frozen=True)
class MoveFolder:
    """Move a staged folder with all that is in it to where nothing stands."""

    path: str

    def apply(self, folder: Path) -> None:
        """Do it in the output `folder`; OSError when it fails. What is not staged was moved already."""
        staged, target = in_tree(f"{folder}/{STAGING}", self.path), f"{folder}/{self.path}"
        if not is_folder(staged) or is_reached_by_link(folder, self.path):
            return
        if not is_there(target):
            make_folder(target.rpartition("/")[0])
            patiently(lambda: move(staged, target))
            return
        for path in files_below(staged):  # somebody has made the folder meanwhile
            Move(f"{self.path}/{path}").apply(folder)


@dataclass(frozen=True)
class SaveList:
    """Save the list of the files that are ours, durably."""

    files: Mapping[str, str]

    def apply(self, folder: Path) -> None:
        """Do it in the output `folder`; OSError when it fails."""
        save(folder / FILES, format_list(self.files))


@dataclass(frozen=True)
class RemoveJournal:
    """Remove the journal: the release is done."""

    def apply(self, folder: Path) -> None:
        """Do it in the output `folder`; OSError when it fails."""
        patiently(lambda: _unlink(folder / JOURNAL))


Step = SaveJournal | Remove | Move | MoveFolder | SaveList | RemoveJournal


def steps(journal: Journal) -> Iterator[Step]:
    """The steps of a release in order; to run some of them and then all is to run all of them once."""
    yield SaveJournal(journal)
    if journal.clear:
        yield from map(Remove, journal.clear)
        yield SaveJournal(replace(journal, clear=()))
    alone = [path for path in journal.move if not lies_in(path, journal.whole_folders)]
    yield from (Move(path) for path in alone if not path.endswith(".html"))
    yield from map(MoveFolder, journal.whole)
    yield from (Move(path) for path in alone if path.endswith(".html"))
    yield SaveList(journal.files)
    yield from map(Remove, journal.delete)
    yield RemoveJournal()


def finish_release(folder: Path) -> bool:
    """Finish the release that the journal in `folder` describes; False when there is none.

    A staged file that is not what the journal says (the disk lost power), or that would by now leave the
    folder through a link, is left out: what stands in its place differs from the list and is built again.
    `Problem` (E-OUTPUT-LIST) for a damaged journal or file list, else OSError.
    """
    try:
        data = (folder / JOURNAL).read_bytes()
    except FileNotFoundError:
        return False
    journal = _parse(data, parse_list((folder / FILES).read_bytes()))
    for path in journal.move:
        staged = staged_at(f"{folder}/{STAGING}", path)
        if staged is None:
            continue
        intact = digest_of(folder, staged.removeprefix(f"{folder}/")) == journal.files[path]
        if not intact or is_reached_by_link(folder, path):
            Path(staged).unlink()
    for step in steps(journal):
        step.apply(folder)
    return True


def _unlink(target: Path) -> None:
    with contextlib.suppress(NotADirectoryError):  # a parent became a file, so the target is gone
        target.unlink(missing_ok=True)


def _format(journal: Journal) -> bytes:
    moved = {path: journal.files[path] for path in journal.move}
    lists = {"clear": journal.clear, "whole": journal.whole, "delete": journal.delete, "gone": journal.gone}
    return json.dumps({"version": 3, "move": moved, **lists}, ensure_ascii=False).encode()


def _parse(data: bytes, own: Mapping[str, str]) -> Journal:
    """The journal of a release over the files that the list names, whether or not they are changed there yet."""
    try:
        found: Any = json.loads(data)
        version = found["version"]
        moved = {str(path): str(value) for path, value in found["move"].items()}
        clear, whole, delete, gone = (
            tuple(map(str, found[name])) for name in ("clear", "whole", "delete", "gone")
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise damaged() from None
    if version != 3 or not {*clear, *delete} <= set(gone) or moved.keys() & set(gone):
        raise damaged()
    check_entries(moved | dict.fromkeys((*gone, *whole), "0" * 32))
    kept = {path: own[path] for path in own.keys() - set(gone)}
    return Journal(clear, tuple(moved), whole, delete, gone, kept | moved)
