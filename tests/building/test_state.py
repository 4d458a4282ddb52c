"""What a build remembers: it never runs what a forged file says, and a memory does not outlive its output."""

from __future__ import annotations

import os
import pickle
import shutil
import zlib
from pathlib import Path

import pytest
from whole_site import tree
from written_site import TODAY, write_content

from noticeboard.building.entries import Entry
from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.pipeline import BuildRequest, build, memory_of
from noticeboard.building.unpickling import packed, unpacked

ENTRIES = {"a/index.html": Entry(Fingerprint("v", "t"), "new", links=("b/index.html#x",), ids=("x",))}


class Forged:
    """Makes a folder when it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> object:
        return os.mkdir, (str(self.folder),)


def test_a_value_comes_back_as_it_was_packed() -> None:
    assert unpacked(packed(ENTRIES)) == ENTRIES


@pytest.mark.parametrize("data", (b"", b"x", packed(ENTRIES)[:-1], zlib.compress(b"x")))
def test_damaged_bytes_are_nothing(data: bytes) -> None:
    assert unpacked(data) is None


def test_a_forged_value_runs_nothing(tmp_path: Path) -> None:
    forged = zlib.compress(pickle.dumps({"a": Forged(tmp_path / "made")}))
    assert unpacked(forged) is None
    assert not (tmp_path / "made").exists()


def test_a_memory_whose_output_was_deleted_builds_everything_again(tmp_path: Path) -> None:
    root = write_content(tmp_path, {"c/tasks.yml": "- {id: gas, title: 甲, state: open}\n"})
    output = root / ".noticeboard/serve"
    request, memory = BuildRequest(root, TODAY, output), memory_of(root, output)
    assert build(request, memory).written
    before = tree(output)
    assert build(request, memory).written == 0
    shutil.rmtree(output)
    (root / "content/c/tasks.yml").write_text("- {id: gas, title: 甲乙, state: open}\n", encoding="utf-8")
    assert build(request, memory).ok
    assert tree(output).keys() == before.keys()
