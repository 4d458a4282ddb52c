"""The files of each place, and a signature that changes when one of them may have changed.

    Snapshot + Survey ─ files_of_places ▶ PlaceFiles of every place ─ signature ▶ text to compare

A signature is made of names, sizes and times, so nothing is read to know that a place is as it was. A file that
was changed at the very time of a build could be changed once more within the same tick of the disk's clock, so
such a signature is marked as young and never trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from noticeboard.frozen import dataclass
from noticeboard.reading.files import Snapshot, digest
from noticeboard.reading.load import place_path
from noticeboard.reading.survey import Folder, Survey
from noticeboard.reading.walking import FileEntry

TICK_NS = 20_000_000
"""More than a tick of the clock by which disks state the time of a change."""
COARSE_TICK_NS = 2_000_000_000
"""The same of a disk that states whole seconds (FAT: two of them)."""


@dataclass(frozen=True)
class PlaceFiles:
    """All files of one place: in its own folder and in the folders of its records and photos."""

    folder: str
    files: tuple[FileEntry, ...]
    folders: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    """Path, names of files and names of folders of each of these folders."""

    def snapshot(self, root: Path) -> Snapshot:
        """These files alone."""
        return Snapshot(root, self.files)

    def survey(self) -> Survey:
        """These folders alone."""
        folders = {path: Folder(path, list(files), list(below)) for path, files, below in self.folders}
        return Survey(folders, (self.folder,))

    def is_young(self, now_ns: int) -> bool:
        """Whether a file could be changed again, after `now_ns` by the clock of the disk, and look the same."""
        return self._settled_at > now_ns

    @cached_property
    def _settled_at(self) -> int:
        return max((settled_at(entry.mtime_ns) for entry in self.files), default=0)

    @cached_property
    def path(self) -> str:
        """The path of the place."""
        return place_path(self.folder)

    def signed(self, base: str) -> str:
        """The signature joined with `base`, the digest of all else that the place is read with."""
        if base not in self._signed:
            self._signed.clear()
            self._signed[base] = digest(f"{base} {self.signature}".encode())
        return self._signed[base]

    @cached_property
    def _signed(self) -> dict[str, str]:
        return {}

    def with_entries(self, changed: Mapping[str, FileEntry]) -> PlaceFiles:
        """The same files, those of `changed` with another size or time."""
        return replace(self, files=tuple(changed.get(entry.path, entry) for entry in self.files))

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of its folders."""
        return frozenset(path for path, _, _ in self.folders)

    @cached_property
    def signature(self) -> str:
        """The digest of all names, sizes and times."""
        return digest("\n".join(_lines(self)).encode("utf-8", "surrogatepass"))


def is_young(mtime_ns: int, now_ns: int) -> bool:
    """Whether a file that was changed then may be changed after `now_ns` without another time."""
    return settled_at(mtime_ns) > now_ns


def settled_at(mtime_ns: int) -> int:
    """The time by the clock of the disk from which on another change of the file would be seen."""
    return mtime_ns + (TICK_NS if mtime_ns % 1_000_000_000 else COARSE_TICK_NS)


def _lines(place: PlaceFiles) -> Iterator[str]:
    for path, _, below in place.folders:
        yield f"{path}/ {'/'.join(below)}"
    for entry in place.files:
        yield f"{entry.path} {entry.size} {entry.mtime_ns}"


def files_of_places(snapshot: Snapshot, where: Survey) -> tuple[PlaceFiles, ...]:
    """The files of every place, in the order of the survey."""
    places = frozenset(where.places)
    owner: dict[str, str] = {}
    for path in where.folders:  # a folder comes after the one that it lies in
        owner[path] = path if path in places else owner.get(path.rpartition("/")[0], "")
    folders: dict[str, list[Folder]] = {}
    for path, folder in where.folders.items():
        folders.setdefault(owner[path], []).append(folder)
    files: dict[str, list[FileEntry]] = {}
    for entry in snapshot.files:
        files.setdefault(owner[entry.path.rpartition("/")[0]], []).append(entry)
    return tuple(
        PlaceFiles(path, tuple(files.get(path, ())), tuple(_plain(folders.get(path, ()))))
        for path in where.places
    )


def _plain(folders: Iterable[Folder]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for folder in folders:
        yield folder.path, tuple(folder.files), tuple(folder.folders)
