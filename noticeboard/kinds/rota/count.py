"""What is counted of a rota: person-hours, each person's share, gaps, people who stand in two places at once.

Everything is whole minutes and whole people; what is set against a target is compared without being rounded first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from noticeboard.kinds.rota.record import Person, Rota, persons_in
from noticeboard.kinds.rota.shifts import Duty, Roster, Shift


class Share(NamedTuple):
    """What one person, or one unit, takes on: shifts, minutes, and which of them are harder to take."""

    person: Person | None
    unit: str
    shifts: int
    minutes: int
    rest: int
    """Shifts that begin on a day of rest."""
    late: int
    """Shifts of which a part lies after 18:00 or before 6:00."""


class Total(NamedTuple):
    """A whole rota: shifts, people, minutes of all, people lacking."""

    shifts: int
    people: int
    minutes: int
    missing: int
    short: int
    """Shifts with too few people."""
    uncounted: int
    """Shifts of units that do not say how many people they send."""


def people_of(rota: Rota) -> tuple[Person, ...]:
    """Everybody whom the rota names, once, in order."""
    return tuple({person.number: person for person in persons_in(rota)}.values())


def total_of(rota: Rota, roster: Roster) -> Total:
    """The sums of a rota."""
    shifts = roster.shifts
    return Total(
        len(shifts),
        len(people_of(rota)),
        sum(shift.minutes for shift in shifts),
        sum(shift.missing for shift in shifts),
        sum(shift.missing > 0 for shift in shifts),
        sum(shift.is_uncounted for shift in shifts),
    )


def shares_of(rota: Rota, roster: Roster) -> tuple[Share, ...]:
    """The share of everybody, most hours first, those with none included; after them the units."""
    rest = frozenset(rota.rest)
    persons = [
        _share(
            person,
            "",
            [
                (shift, 1)
                for shift in roster.shifts
                for duty in shift.duties
                if duty.person.number == person.number
            ],
            rest,
        )
        for person in people_of(rota)
    ]
    units = dict.fromkeys(shift.unit for shift in roster.shifts if shift.unit)
    sent = [
        _share(None, unit, [(shift, shift.of_unit) for shift in roster.shifts if shift.unit == unit], rest)
        for unit in units
    ]
    return (*sorted(persons, key=lambda share: -share.minutes), *sent)


def _share(person: Person | None, unit: str, served: list[tuple[Shift, int]], rest: frozenset[date]) -> Share:
    return Share(
        person,
        unit,
        len(served),
        sum(shift.window.minutes * people for shift, people in served),
        sum(shift.day in rest for shift, _ in served),
        sum(shift.window.is_late for shift, _ in served),
    )


def weekly_average(rota: Rota, roster: Roster) -> Fraction | None:
    """Minutes a week that a person serves on average; None where nobody is named."""
    people = len(people_of(rota))
    if not people or not rota.days:
        return None
    minutes = sum(shift.window.minutes * len(shift.duties) for shift in roster.shifts)
    return Fraction(minutes * 7, people * len(rota.days))


def gaps(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """The shifts with too few people."""
    return tuple(shift for shift in shifts if shift.missing)


class Clash(NamedTuple):
    """One person in two shifts that overlap: each with the rota that it belongs to, the later one last."""

    first: tuple[Rota, Shift, Duty]
    second: tuple[Rota, Shift, Duty]


def clashes(rosters: Iterable[tuple[Rota, Roster]]) -> Iterator[Clash]:
    """Everybody who is in two places at once, in one rota or in two; names must be those of the files.

    The same two lines are told once, for the first day on which they overlap.
    """
    by_name: dict[str, list[tuple[Rota, Shift, Duty]]] = {}
    for rota, roster in rosters:
        for shift in roster.shifts:
            for duty in shift.duties:
                by_name.setdefault(duty.person.name, []).append((rota, shift, duty))
    told = set()
    for entries in by_name.values():
        entries.sort(key=lambda entry: entry[1].begins)
        last = entries[0]
        for entry in entries[1:]:
            if entry[1].begins < last[1].ends:
                pair = frozenset(each[0].origin.at(*each[2].path) for each in (last, entry))
                if pair not in told:
                    told.add(pair)
                    yield Clash(last, entry)
            if entry[1].ends > last[1].ends:
                last = entry
