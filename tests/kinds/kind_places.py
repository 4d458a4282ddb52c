"""Records of any kind from the YAML that a test writes, a place that holds them, and what its sections say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from noticeboard.config import Settings
from noticeboard.diagnostics import Origin
from noticeboard.document import Section
from noticeboard.kind import Kind
from noticeboard.kinds.place import Level, Place
from noticeboard.locality import Context, Locality, Records, Target
from noticeboard.reading.decode import decode
from noticeboard.reading.yaml import load
from noticeboard.records import Record
from noticeboard.summary import Summary

SETTINGS = Settings(title="示例站")
Shape = TypeVar("Shape")


def records_of(kind: Kind[Any], text: str, settings: Settings = SETTINGS) -> tuple[Any, ...]:
    """The records of a list file, settled by the settings; it must decode."""
    file = f"content/a/{kind.folder}.yml"
    rows, found = load(text, file)
    assert isinstance(rows, list), found
    made = []
    for index, row in enumerate(rows):
        record, found = decode(row, kind.record, Origin(file, (index,)))
        assert record is not None, found
        made.append(kind.settle(record, settings)[0])
    return tuple(made)


def found_in(
    kind: Kind[Any], text: str, settings: Settings = SETTINGS
) -> list[tuple[str, tuple[Any, ...], str]]:
    """Code, key path below the row, Chinese message of all that is wrong with the records of a list file."""
    records = records_of(kind, text, settings)
    place = Records("/a", Place(kind=Level.COMPOUND, name="示例小区"), ((kind.record, records),))
    each = [found for record in records for found in kind.check(record)]
    return [(it.code, it.origin.path[1:], it.message.zh) for it in (*each, *kind.check_place(place))]


def locality(
    *records: Record,
    today: str = "2026-11-20",
    counts: Iterable[tuple[str, int]] = (),
    targets: Iterable[tuple[str, str, str]] = (),
    settings: Settings = SETTINGS,
    done: Mapping[str, bool] | None = None,
) -> Locality:
    """The compound `/a` with these records; `targets` are kind, id and title of what they refer to, `done` by id."""
    place = Place(kind=Level.COMPOUND, name="示例小区")
    by_type = tuple(
        (kind, tuple(each for each in records if type(each) is kind)) for kind in {type(r) for r in records}
    )
    led_to = tuple(
        ((kind, name), Target(kind, name, "/a", title, f"/a/{kind}s/{name}/", (done or {}).get(name)))
        for kind, name, title in targets
    )
    context = Context(settings, date.fromisoformat(today), targets=led_to)
    summary = Summary("/a", "示例小区", "compound", sample=False, counts=tuple(sorted(counts)))
    return Locality(Records("/a", place, by_type), (), summary, context)


def area(*children: Mapping[str, int]) -> Locality:
    """A place with nothing of its own above the compounds 甲院, 乙院 and so on, each with its counts."""
    below = tuple(
        Summary(f"/a/{name}", f"{name}院", "compound", sample=False, counts=tuple(sorted(counts.items())))
        for name, counts in zip("甲乙丙", children, strict=False)
    )
    sums = sum((Counter(counts) for counts in children), Counter[str]())
    here = locality(counts=sums.items())
    return replace(here, summary=replace(here.summary, children=below))


def blocks(section: Section, shape: type[Shape]) -> Iterator[Shape]:
    """The blocks of one shape in a section."""
    return (block for block in section.blocks if isinstance(block, shape))
