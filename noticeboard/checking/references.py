"""References between records: an index of all ids, and what a written reference leads to.

`id` is looked for in the place of the record, then in the places above it, nearest first; `kind/id` where
two kinds could match; `/place/path#id` and `/place/path#kind/id` anywhere; `/place/path` is a place.
The index holds public titles only and is all that one place must know of the others.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.kind import Kind, Mention, by_record
from noticeboard.kinds.figure import PLACE_NUMBERS
from noticeboard.languages import Words
from noticeboard.locality import Records, Target, Targets

E_REFERENCE = code("E-REFERENCE", "引用的记录不存在", "a reference that leads nowhere")
E_AMBIGUOUS = code("E-AMBIGUOUS", "引用可以指几条记录", "a reference that could mean several records")
E_PLACES = code("E-PLACES", "涉及地点不在本地点之内", "a record names a place outside of its own")
E_DUPLICATE_ID = code("E-DUPLICATE-ID", "两条记录用了同一个编号", "two records have one id")


@dataclass
class Index:
    """Every place and every record with an id, by place."""

    places: dict[str, Target] = field(default_factory=dict)
    records: dict[str, dict[str, list[Target]]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Places with a file that could not be read, whose ids are not known."""

    def resolve(self, reference: str, path: str, kinds: tuple[str, ...]) -> Target:
        """What `reference`, written in the place at `path`, leads to; `Problem` if nothing or too much."""
        where, mark, name = reference.partition("#")
        if kinds == ("place",):
            return self._place(reference, path)
        if mark:
            return self._one(self._found(self._absolute(where, path), name, kinds), reference, path, kinds)
        place = path
        while True:
            found = self._found(place, reference, kinds)
            if found or not place:
                return self._one(found, reference, path, kinds)
            place = place.rpartition("/")[0]

    def may_be_unread(self, reference: str, path: str) -> bool:
        """Whether a reference that leads nowhere may lead to a record whose file could not be read."""
        where, mark, _ = reference.partition("#")
        if mark:
            return self._absolute(where, path) in self.unread
        return any(place == path or path.startswith(f"{place}/") for place in self.unread)

    def _absolute(self, where: str, path: str) -> str:
        return (where if where.startswith("/") else posixpath.normpath(f"{path}/{where}")).rstrip("/")

    def _place(self, reference: str, path: str) -> Target:
        absolute = self._absolute(reference, path)
        target = self.places.get(absolute)
        if target is None:
            raise _dangling(reference, difflib.get_close_matches(absolute, self.places, n=1, cutoff=0.5))
        return target

    def _found(self, place: str, name: str, kinds: tuple[str, ...]) -> list[Target]:
        kind, mark, bare = name.partition("/")
        targets = self.records.get(place, {}).get(bare if mark else name, [])
        found = [t for t in targets if t.kind in kinds and (not mark or t.kind == kind)]
        if not found and name in PLACE_NUMBERS and "figure" in kinds and place in self.places:
            of = self.places[place]
            return [Target("place", name, place, of.title, of.url)]
        return found

    def _one(self, found: list[Target], reference: str, path: str, kinds: tuple[str, ...]) -> Target:
        if not found:
            raise _dangling(reference, self._near(reference, path, kinds))
        if len(found) > 1:
            raise _ambiguous(reference, found)
        return found[0]

    def _near(self, reference: str, path: str, kinds: tuple[str, ...]) -> list[str]:
        known = [id for id, targets in self.records.get(path, {}).items() if targets[0].kind in kinds]
        return difflib.get_close_matches(reference, known, n=1, cutoff=0.5)


def index_of(
    places: Iterable[Records], kinds: tuple[Kind[Any], ...], today: date
) -> tuple[Index, list[Diagnostic]]:
    """The index of all places as on a day, and every id that is written twice."""
    index = Index()
    diagnostics: list[Diagnostic] = []
    by_type = by_record(kinds)
    for records in places:
        place = records.place
        index.places[records.path] = Target("place", records.path, records.path, place.name, records.url)
        known = index.records.setdefault(records.path, {})
        if records.unread:
            index.unread.add(records.path)
        for record_type, group in records.by_type:
            kind = by_type[record_type]
            seen: dict[str, Any] = {}
            for record in group:
                if not record.id:
                    continue
                if record.id in seen:
                    diagnostics.append(_twice(record, seen[record.id], kind))
                    continue
                seen[record.id] = record
                known.setdefault(record.id, []).append(_target(kind, record, records.path, today))
    return index, diagnostics


def _target(kind: Kind[Any], record: Any, path: str, today: date) -> Target:
    title, url = kind.title(record), kind.url(path, record)
    return Target(kind.name, record.id, path, title, url, kind.is_done(record, today))


def mentions_of(records: Records, kinds: tuple[Kind[Any], ...]) -> Iterator[tuple[Mention, Any]]:
    """Every reference in the records of a place, with the record that it stands in; each of them once."""
    by_type = by_record(kinds)
    for record_type, group in records.by_type:
        mentions = by_type[record_type].mentions
        for record in group:
            found = [*mentions(record)]
            if record.places:
                found[:0] = (Mention(path, ("places", n), ("place",)) for n, path in enumerate(record.places))
            for mention in dict.fromkeys(found) if found else ():
                yield mention, record


def resolve_mentions(
    path: str, mentions: Iterable[tuple[Mention, Origin]], index: Index
) -> tuple[Targets, list[Diagnostic]]:
    """What every reference of the place at `path` leads to, and those that lead nowhere or where they must not.

    Each mention comes with the origin of the record that it stands in.
    """
    targets: dict[tuple[str, str], Target] = {}
    diagnostics = []
    for mention, origin in mentions:
        try:
            target = index.resolve(mention.reference, path, mention.kinds)
            if mention.path[0] == "places":
                _check_below(target, path, index)
            targets[mention.kinds[0], mention.reference] = target
        except Problem as problem:
            if problem.code != E_REFERENCE or not index.may_be_unread(mention.reference, path):
                diagnostics.append(problem.at(origin.at(*mention.path)))
    return tuple(sorted(targets.items())), diagnostics


def _check_below(target: Target, path: str, index: Index) -> None:
    """A record is shown in the places below its own: one that names another place would not be seen there."""
    if f"{target.place}/".startswith(f"{path}/"):
        return
    name = index.places[path].title
    raise Problem(
        E_PLACES,
        Words(f"“{target.title}”不在“{name}”之内", f"“{target.title}” is not within “{name}”"),
        Words(
            "把这条记录移到包含各个地点的上级地点的文件夹",
            "move the record to the folder of a place that contains all of them",
        ),
    )


def _dangling(reference: str, near: list[str]) -> Problem:
    remedy = (
        Words(f"是不是“{near[0]}”？", f"did you mean “{near[0]}”?")
        if near
        else Words("检查编号；别处的记录写成 /地点路径#编号", "check the id; elsewhere: /place/path#id")
    )
    message = Words(f"找不到“{reference}”", f"“{reference}” leads to nothing")
    return Problem(E_REFERENCE, message, remedy)


def _ambiguous(reference: str, found: list[Target]) -> Problem:
    choices = [f"{target.kind}/{target.id}" for target in found]
    return Problem(
        E_AMBIGUOUS,
        Words(f"“{reference}”可以指几条记录", f"“{reference}” could mean several records"),
        Words(f"写成 {'、'.join(choices)} 之一", f"write one of {', '.join(choices)}"),
    )


def _twice(record: Any, first: Any, kind: Kind[Any]) -> Diagnostic:
    elsewhere = first.origin.file
    return Diagnostic(
        E_DUPLICATE_ID,
        Words(
            f"编号“{record.id}”已被“{kind.title(first)}”（{elsewhere}）使用",
            f"the id “{record.id}” is already that of “{kind.title(first)}” ({elsewhere})",
        ),
        Words("给其中一条换一个编号", "give one of them another id"),
        record.origin.at("id"),
    )
