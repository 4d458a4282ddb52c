"""A kind of which nothing is recorded says nothing, so a place is planned with the kinds that it has records of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from kind_places import SETTINGS, locality, records_of

from noticeboard.kind import Kind, kinds_of
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Level, Place
from noticeboard.locality import Context, Locality, Records
from noticeboard.summary import Summary

CHILD = Summary("/a/b", "甲院", "compound", sample=False, counts=(("places.compound", 1),))


def empty(level: Level) -> Locality:
    """A place of this level without any record, with a place below it."""
    counts = (("places.compound", 1), (f"places.{level.value}", 1))
    summary = Summary("/a", "示例", level.value, sample=False, counts=counts, children=(CHILD,))
    context = Context(SETTINGS, date(2026, 11, 20))
    return Locality(Records("/a", Place(kind=level, name="示例")), (), summary, context)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_without_records_says_nothing(kind: Kind[Any]) -> None:
    for level in Level:
        place = empty(level)
        made = (kind.pages, kind.panels, kind.key_figures, kind.adds, kind.copies)
        assert [each for what in made for each in what(place)] == []
        assert [*kind.tally(place.records, place.today), *kind.check_place(place.records)] == []


def test_kinds_recorded_here_below_and_above_speak_at_a_place() -> None:
    by_name = {kind.name: kind for kind in KINDS}
    wish, visit = by_name["wish"], by_name["visit"]
    here = locality(*records_of(by_name["task"], "- {id: a, title: 示例事项, state: open}"))
    below = replace(here, summary=replace(here.summary, kinds=("wish",)))
    shared = replace(
        below, shared=((*records_of(visit, "- {grid: 一, period: 2026-10, purpose: 示例}"), "/"),)
    )
    assert kinds_of(here, KINDS) == (by_name["task"],)
    assert kinds_of(below, KINDS) == (by_name["task"], wish)
    assert kinds_of(shared, KINDS) == (by_name["task"], wish, visit)


def started(kind: Kind[Any]) -> tuple[Any, ...]:
    """The records of the file that `new` writes for a kind; none of what is no list."""
    text = kind.starter.zh
    return records_of(kind, text) if text.startswith("- ") else ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_says_whether_the_places_that_a_record_names_show_it(kind: Kind[Any]) -> None:
    for record in started(kind):
        there = replace(locality(), shared=((record, "/"),))
        assert bool([*kind.panels(there), *kind.pages(there)]) == kind.shows_in_places
