"""A place with organizations or volunteers, written as the YAML of its list file."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from noticeboard.config import InterfaceLanguage, Settings
from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.kind import Kind
from noticeboard.kinds.place import Level, Place
from noticeboard.locality import Context, Locality, Records, Target
from noticeboard.reading.decode import decode
from noticeboard.reading.yaml import load
from noticeboard.records import Record
from noticeboard.summary import Counts, Summary

R = TypeVar("R", bound=Record)
TODAY = date(2026, 11, 20)
PATH = "/yard"


def read(text: str, kind: Kind[R]) -> tuple[R, ...]:
    """The records of a list file; every one must be readable."""
    file = f"content{PATH}/{kind.folder}.yml"
    rows, found = load(textwrap.dedent(text), file)
    assert not found
    assert isinstance(rows, list)
    records = []
    for number, row in enumerate(rows):
        record, found = decode(row, kind.record, Origin(file, (number,)))
        assert record is not None, found
        records.append(record)
    return tuple(records)


def of_place(records: Sequence[Record], level: Level = Level.COMPOUND) -> Records:
    """The place 示例小区 with these records."""
    place = Place(kind=level, name="示例小区")
    by_type = ((type(records[0]), tuple(records)),) if records else ()
    return Records(PATH, place, by_type)


def locality(
    records: Records,
    kind: Kind[R],
    *,
    children: tuple[Summary, ...] = (),
    shared: tuple[tuple[Record, str], ...] = (),
    today: date = TODAY,
    english: bool = False,
) -> Locality:
    """The place as it is planned: its own counts and those of the children, targets of its own ids."""
    counts = dict(kind.tally(records, today))
    for child in children:
        if not child.sample:
            counts = {key: counts.get(key, 0) + child.count(key) for key in {*counts, *dict(child.counts)}}
    own = [record for record in records.of(kind.record) if record.id]
    targets = tuple(
        ((kind.name, each.id), Target(kind.name, each.id, PATH, kind.title(each), kind.url(PATH, each)))
        for each in own
    )
    language = InterfaceLanguage.EN if english else InterfaceLanguage.ZH
    return Locality(
        records,
        shared,
        Summary(
            PATH, records.place.name, "compound", False, tuple(sorted(counts.items())), children=children
        ),
        Context(Settings(title="示例", language=language), today, targets=targets),
    )


def child(name: str, *counts: tuple[str, int], sample: bool = False) -> Summary:
    """The summary of a place below."""
    ordered: Counts = tuple(sorted(counts))
    return Summary(f"{PATH}/{name}", name, "compound", sample, ordered)


def told(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, tuple[str | int, ...], str]]:
    """Code, key path and message; both languages of message and remedy must be there."""
    assert all(all((*each.message, *each.remedy)) for each in diagnostics)
    return [(each.code, each.origin.path, each.message.zh) for each in diagnostics]
