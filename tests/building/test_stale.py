"""Staleness: which files are built, kept and dropped, and why."""

from __future__ import annotations

import pytest

from noticeboard.building.fingerprint import Fingerprint
from noticeboard.building.stale import REASONS, stale

MADE = Fingerprint(value="v", template="t")


@pytest.mark.parametrize(
    ("wanted", "altered", "forced", "reason"),
    (
        (MADE, False, "", ""),
        (MADE._replace(value="w"), False, "", "value"),
        (MADE._replace(template="u"), False, "", "template"),
        (Fingerprint("w", "u"), False, "", "template"),
        (MADE, True, "", "output"),
        (MADE, True, "clean", "clean"),
        (MADE, False, "program", "program"),
    ),
)
def test_why_a_file_is_built(wanted: Fingerprint, altered: bool, forced: str, reason: str) -> None:
    found = stale({"a.html": wanted}, {"a.html": MADE}, {"a.html"} if altered else set(), forced=forced)
    assert found.build == ((("a.html", reason),) if reason else ())
    assert found.keep == (() if reason else ("a.html",))
    assert found.drop == ()


def test_what_is_new_and_what_is_gone() -> None:
    found = stale({"b.html": MADE}, {"a.html": MADE, "0.html": MADE}, set())
    assert (found.build, found.keep, found.drop) == ((("b.html", "new"),), (), ("0.html", "a.html"))


def test_every_reason_has_words() -> None:
    assert set(REASONS) == {"new", "value", "template", "program", "output", "clean"}
    assert all(words.zh and words.en for words in REASONS.values())
