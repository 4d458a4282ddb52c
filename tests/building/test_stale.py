"""Staleness: which files are built, kept and dropped, and why; and what is made of a damaged manifest."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.manifest import Entry, Manifest, load_manifest, save_manifest
from noticeboard.building.stale import REASONS, stale

MADE = Fingerprint(value="v", template="t", program="p")
ENTRY = Entry(MADE, "digest", "new", "content/c/tasks.yml", links=("index.html#a",), ids=("a", "b"))


@pytest.mark.parametrize(
    ("wanted", "altered", "clean", "reason"),
    (
        (MADE, False, False, ""),
        (replace(MADE, value="w"), False, False, "value"),
        (replace(MADE, template="u"), False, False, "template"),
        (replace(MADE, program="q"), False, False, "program"),
        (Fingerprint("w", "u", "q"), False, False, "program"),
        (Fingerprint("w", "u", "p"), False, False, "template"),
        (MADE, True, False, "output"),
        (MADE, False, True, "clean"),
    ),
)
def test_why_a_file_is_built(wanted: Fingerprint, altered: bool, clean: bool, reason: str) -> None:
    manifest = Manifest({"a.html": ENTRY})
    found = stale({"a.html": wanted}, manifest, {"a.html"} if altered else set(), clean=clean)
    assert found.build == ((("a.html", reason),) if reason else ())
    assert found.keep == (() if reason else ("a.html",))
    assert found.drop == ()


def test_what_is_new_and_what_is_gone() -> None:
    found = stale({"b.html": MADE}, Manifest({"a.html": ENTRY, "0.html": ENTRY}), set(), clean=False)
    assert (found.build, found.keep, found.drop) == ((("b.html", "new"),), (), ("0.html", "a.html"))


def test_every_reason_has_words() -> None:
    assert set(REASONS) == {"new", "value", "template", "program", "output", "clean"}
    assert all(words.zh and words.en for words in REASONS.values())


def test_a_manifest_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    manifest = Manifest({"三湾街/index.html": ENTRY, "b.html": replace(ENTRY, links=(), ids=())})
    save_manifest(tmp_path / "cache" / "manifest.json", manifest)
    assert load_manifest(tmp_path / "cache" / "manifest.json") == manifest
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["manifest.json"]


def test_a_manifest_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert load_manifest(tmp_path / "manifest.json") == Manifest()


FILES = [["v", "t", "p"], "digest", "new", "content/x", ["index.html"], ["a"]]


@pytest.mark.parametrize(
    "text",
    (
        "",
        "{",
        "\ufffd\0",
        "[]",
        "null",
        '{"version": 1}',
        '{"version": 1, "files": []}',
        '{"version": 1, "files": {"a": []}}',
        '{"version": 1, "files": {"a": null}}',
        json.dumps({"version": 1, "files": {"a": [["v", "t", 1], *FILES[1:]]}}),
        json.dumps({"version": 1, "files": {"a": [*FILES[:4], [1], ["a"]]}}),
        json.dumps({"version": 1, "files": {"a": [*FILES[:4], ["index.html"], [None]]}}),
    ),
)
def test_a_damaged_manifest_is_empty_and_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert load_manifest(tmp_path / "manifest.json") == Manifest(damaged=True)


def test_a_manifest_of_another_version_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"version": 0, "files": {"a": 1}}', encoding="utf-8")
    assert load_manifest(tmp_path / "manifest.json") == Manifest()
