"""How findings, equipment and the next inspection stand on a day.

    Records + day ─▶ findings with their state, what runs out, which inspection is due

Of inspections of the same name and grid the last one held is in force: it says what runs out and when the next is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from noticeboard.kind import SOON
from noticeboard.kinds.inspection.record import Equipment, Finding, Inspection
from noticeboard.locality import Records
from noticeboard.records import Choice
from noticeboard.values.partial_date import PartialDate


class FindingState(Choice):
    """How far a finding is."""

    SPOT = "spot", "当场整改", "settled on the spot"
    LATER = "later", "限期整改", "settled later"
    OPEN = "open", "待整改", "open"
    OVERDUE = "overdue", "超期未整改", "overdue"


class Found(NamedTuple):
    """A finding on a day: of which inspection, its number, its state, for how many days it is overdue."""

    inspection: Inspection
    finding: Finding
    number: int
    state: FindingState
    days: int

    @property
    def is_settled(self) -> bool:
        """Whether it is settled, on the spot or later."""
        return self.state in (FindingState.SPOT, FindingState.LATER)


class Next(NamedTuple):
    """The next inspection of one name and grid, and for how many days it is overdue."""

    inspection: Inspection
    when: PartialDate
    days: int


class Lasting(NamedTuple):
    """Equipment on a day: whether it has run out, or does so soon."""

    inspection: Inspection
    row: int
    """Its place in the list."""
    equipment: Equipment
    is_over: bool
    is_ending: bool


def found_on(inspection: Inspection, finding: Finding) -> PartialDate | None:
    """The day of a finding: its own, or that of the inspection."""
    return finding.found or inspection.when


def number_of(inspection: Inspection, index: int) -> int:
    """The number of a finding: its own, or its place in the list."""
    return inspection.findings[index].number or index + 1


def found_by(records: Records, today: date) -> Iterator[Found]:
    """The findings of a place up to a day, in the order of the records."""
    for inspection in records.of(Inspection):
        yield from found_in(inspection, today)


def found_in(inspection: Inspection, today: date) -> Iterator[Found]:
    """The findings of an inspection up to a day."""
    for index, finding in enumerate(inspection.findings):
        found = found_on(inspection, finding)
        if found is None or found.first <= today:
            state, days = _state(finding, today)
            yield Found(inspection, finding, number_of(inspection, index), state, days)


def _state(finding: Finding, today: date) -> tuple[FindingState, int]:
    if finding.on_the_spot:
        return FindingState.SPOT, 0
    if finding.settled and finding.settled.first <= today:
        return FindingState.LATER, 0
    if finding.due and finding.due.last < today:
        return FindingState.OVERDUE, (today - finding.due.last).days
    return FindingState.OPEN, 0


def is_held(inspection: Inspection, today: date) -> bool:
    """Whether an inspection has been held by a day."""
    return inspection.when is not None and inspection.when.first <= today


def in_force(records: Records, today: date) -> tuple[Inspection, ...]:
    """The last inspection held of each name and grid."""
    last: dict[tuple[str, str], Inspection] = {}
    for each in records.of(Inspection):
        key = (each.title, each.grid)
        if is_held(each, today) and (key not in last or rank(last[key]) <= rank(each)):
            last[key] = each
    return tuple(last.values())


def planned(records: Records, today: date) -> dict[tuple[str, str], Inspection]:
    """The next inspection of each name and grid that is on record and still to come."""
    found: dict[tuple[str, str], Inspection] = {}
    for each in sorted(records.of(Inspection), key=rank, reverse=True):
        if each.when is not None and each.when.first > today:
            found[each.title, each.grid] = each
    return found


def rank(inspection: Inspection) -> int:
    """Its place among those of one name and grid, by its day; what has none is the first."""
    return inspection.when.last.toordinal() if inspection.when else 0


def next_dates(records: Records, today: date) -> tuple[Next, ...]:
    """When what is to be inspected next, the most overdue first; a plan takes the place of what was promised."""
    coming = planned(records, today)
    held = in_force(records, today)
    known = {(each.title, each.grid) for each in held}
    found = [
        _next(coming.get((each.title, each.grid)), each, today)
        for each in held
        if each.next or (each.title, each.grid) in coming
    ]
    found += [_next(each, each, today) for key, each in coming.items() if key not in known]
    return tuple(sorted(found, key=lambda each: each.when.last.toordinal()))


def _next(plan: Inspection | None, held: Inspection, today: date) -> Next:
    when = plan.when if plan else held.next
    assert when is not None
    return Next(plan or held, when, max(0, (today - when.last).days))


def lasting(records: Records, today: date) -> Iterator[Lasting]:
    """All equipment of the inspections in force."""
    for inspection in in_force(records, today):
        for index, each in enumerate(inspection.equipment):
            is_over = each.expires.last < today
            is_ending = not is_over and each.expires.last <= today + SOON
            yield Lasting(inspection, index, each, is_over, is_ending)


def changes(inspection: Inspection, today: date) -> Iterator[date]:
    """The days on which a finding is told, settled or overdue; while it is overdue, every day."""
    if inspection.when:
        yield inspection.when.first
    for finding in inspection.findings:
        yield from (day.first for day in (finding.found, finding.settled) if day)
        state, _ = _state(finding, today)
        if state is FindingState.OVERDUE:
            yield today + timedelta(days=1)
        elif state is FindingState.OPEN and finding.due:
            yield finding.due.last + timedelta(days=1)


def on_day(inspection: Inspection, day: date) -> Inspection | None:
    """The inspection as it stood on a day that is past; None if it had not been held."""
    if inspection.when and inspection.when.first > day:
        return None
    findings = tuple(
        replace(each, settled=None) if each.settled and each.settled.first > day else each
        for each in inspection.findings
        if (found := found_on(inspection, each)) is None or found.first <= day
    )
    patrols = tuple(
        each for each in inspection.patrols if each.period.start is None or each.period.start.first <= day
    )
    return replace(inspection, findings=findings, patrols=patrols)
