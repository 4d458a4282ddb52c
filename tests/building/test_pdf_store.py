"""The store of PDFs: found again as they were kept, damage is noticed, the oldest go first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from noticeboard.boards.sheet import A3_LANDSCAPE, A4_PORTRAIT
from noticeboard.building.pdf_store import PdfStore, pdf_fingerprint, write_whole

PARTS = (A3_LANDSCAPE, "theme", "engine 1", "fonts")


def test_the_fingerprint_changes_with_each_part() -> None:
    others = ((A4_PORTRAIT, *PARTS[1:]), *((*PARTS[:i], "other", *PARTS[i + 1 :]) for i in (1, 2, 3)))
    assert pdf_fingerprint(*PARTS) == pdf_fingerprint(*PARTS)
    assert len({pdf_fingerprint(*parts) for parts in (PARTS, *others)}) == 5


def test_a_pdf_is_found_as_it_was_kept(tmp_path: Path) -> None:
    store = PdfStore.of_site(tmp_path)
    assert store.find("a") is None
    assert store.keep("a", b"%PDF\n\n1") is None
    assert PdfStore.of_site(tmp_path).find("a") == b"%PDF\n\n1"
    assert store.find("b") is None


@pytest.mark.parametrize("damage", (b"", b"\n", b"%PDF 1", b"noticeboard pdf 1 00\n%PDF 1"))
def test_a_damaged_pdf_is_none(tmp_path: Path, damage: bytes) -> None:
    store = PdfStore(tmp_path)
    store.keep("a", b"%PDF 1")
    kept = (tmp_path / "a").read_bytes()
    for data in (damage, kept[:-1], kept + b" ", kept.replace(b"PDF", b"pdf")):
        (tmp_path / "a").write_bytes(data)
        assert store.find("a") is None
    store.keep("a", b"%PDF 1")
    assert store.find("a") == b"%PDF 1"


def test_those_go_that_were_used_the_longest_time_ago(tmp_path: Path) -> None:
    store = PdfStore(tmp_path)
    for number, name in enumerate("abcd"):
        store.keep(name, b"%PDF")
        os.utime(tmp_path / name, (number, number))
    store.find("a")
    store.prune(2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "d"]
    PdfStore(tmp_path / "none").prune(0)


def test_a_file_is_written_only_where_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert write_whole(path, b"1")
    os.utime(path, (1, 1))
    assert not write_whole(path, b"1")
    assert path.stat().st_mtime == 1
    assert write_whole(path, b"2")
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
