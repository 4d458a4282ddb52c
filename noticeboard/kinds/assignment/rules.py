"""What is wrong with an assigned team: a post held twice at a time, posts left out, no phone, names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.assignment.record import Assignment, Force
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.place import Level
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.period import Period

E_ASSIGNMENT_TWICE = code(
    "E-ASSIGNMENT-TWICE", "一个分包岗位同时写了两次", "one assigned post held twice at one time"
)
W_ASSIGNMENT_MISSING = code(
    "W-ASSIGNMENT-MISSING", "分包岗位没有写全", "assigned posts that are not written down"
)
W_ASSIGNMENT_PHONE = code(
    "W-ASSIGNMENT-PHONE", "分包岗位没有办公电话", "an assigned post without an office phone"
)


def check(assignment: Assignment) -> Iterator[Diagnostic]:
    """One post held twice at a time, and names where roles must stand."""
    numbered = [(n, slot) for n, slot in enumerate(assignment.slots)]
    for (_, one), (number, other) in combinations(numbered, 2):
        if one.force is other.force and _meet(one.period or Period(), other.period or Period()):
            yield Diagnostic(
                E_ASSIGNMENT_TWICE,
                Words(f"“{other.force.words.zh}”同时写了两次", f"“{other.force.words.en}” stands twice"),
                Words(
                    "只留一个；换人时给两行都写任期",
                    "keep one of them; for a change give both rows a period",
                ),
                assignment.origin.at("slots", number, "force"),
            )
    texts: list[tuple[KeyPath, str]] = [(("note",), assignment.note), (("body",), assignment.body)]
    for number, slot in numbered:
        texts += [
            (("slots", number, "role"), slot.role),
            (("slots", number, "answers_for"), slot.answers_for),
        ]
    yield from nameless(texts, assignment.origin)


def _meet(one: Period, other: Period) -> bool:
    """Whether two periods share a day."""
    first, second = sorted((one, other), key=lambda each: each.start.first if each.start else date.min)
    end, start = first.end, second.start
    return not (end and start and end.last < start.first)


def check_place(records: Records) -> Iterator[Diagnostic]:
    """What a compound's team lacks; a place above names forces only."""
    if records.place.kind is not Level.COMPOUND:
        return
    for number, assignment in enumerate(records.of(Assignment)):
        if number:
            yield Diagnostic(
                E_ASSIGNMENT_TWICE,
                Words("一个楼院写了两份分包下沉", "a compound with two assigned teams"),
                Words("并成一份", "make them one"),
                assignment.origin,
            )
        yield from _incomplete(assignment)


def _incomplete(assignment: Assignment) -> Iterator[Diagnostic]:
    written = {slot.force for slot in assignment.slots}
    missing = [force for force in Force if force not in written]
    if missing:
        yield Diagnostic(
            W_ASSIGNMENT_MISSING,
            Words(
                f"没有写{'、'.join(force.words.zh for force in missing)}，页面会写空缺",
                f"not written down and so shown as vacant: {', '.join(force.words.en for force in missing)}",
            ),
            Words(
                "补上责任岗位；确实空缺就只写力量", "add who holds it; if it is vacant write the force alone"
            ),
            assignment.origin.at("slots"),
        )
    for number, slot in enumerate(assignment.slots):
        if slot.role and not slot.office_phone:
            yield Diagnostic(
                W_ASSIGNMENT_PHONE,
                Words(f"“{slot.role}”没有写办公电话", f"“{slot.role}” has no office phone"),
                Words("加上办公电话；不写个人手机号", "add the phone of the office; no private number"),
                assignment.origin.at("slots", number),
            )
