"""The shifts of a rota: its pattern laid over its days, single days put in, swaps made.

    Rota (settled) ─ roster_of ▶ Roster: shifts in the order of time + swaps that could not be made

Everything that is shown, counted and checked of a rota is taken from here, so that page, board, form and message
speak of the same shifts. Persons are told apart by their number, never by a name, which may be withheld.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from noticeboard.diagnostics import KeyPath
from noticeboard.frozen import dataclass
from noticeboard.kinds.rota.record import WEEK, Holds, Line, Mode, Person, Rota, Single, Swap
from noticeboard.values.time_window import DAY, TimeWindow


class Duty(NamedTuple):
    """One person in a shift, where the record says so, and in whose place."""

    person: Person
    path: KeyPath
    instead_of: Person | None = None


@dataclass(frozen=True)
class Shift:
    """One window of one day at one post: who serves there, and how many are needed."""

    day: date
    window: TimeWindow
    post: str
    duties: tuple[Duty, ...]
    unit: str
    needed: int | None
    """None where a unit serves with a number of people that is not stated."""
    reinforced: bool
    vacancy: str
    path: KeyPath
    """The line or the single day that it comes from."""
    absent: tuple[int, ...] = ()
    """The swaps by which somebody is away and nobody comes."""

    @property
    def served(self) -> int:
        """How many people serve, those of the unit included."""
        return max(len(self.duties), self.needed or 0) if self.unit else len(self.duties)

    @property
    def of_unit(self) -> int:
        """How many of them the unit sends."""
        return self.served - len(self.duties)

    @property
    def missing(self) -> int:
        """How many people are lacking."""
        return 0 if self.unit or self.needed is None else max(0, self.needed - len(self.duties))

    @property
    def is_uncounted(self) -> bool:
        """Whether a unit serves of which nobody says how many people it sends."""
        return bool(self.unit) and self.needed is None and not self.duties

    @property
    def minutes(self) -> int:
        """The time of all who serve together, in minutes."""
        return self.window.minutes * self.served

    @property
    def begins(self) -> int:
        """Its start in minutes, counted from a day that is the same for all shifts."""
        return self.day.toordinal() * DAY + self.window.start

    @property
    def ends(self) -> int:
        """Its end, counted likewise."""
        return self.begins + self.window.minutes

    def is_on(self, day: date) -> bool:
        """Whether a part of it lies on `day`."""
        return self.day == day or (self.window.is_over_midnight and self.day == day - timedelta(days=1))


class Roster(NamedTuple):
    """The shifts of a rota in the order of time, and the swaps that fit no shift, or more than one."""

    shifts: tuple[Shift, ...]
    failed: tuple[tuple[int, int], ...] = ()
    """Number of the swap, and how many shifts it fits."""


def roster_of(rota: Rota) -> Roster:
    """All shifts of a settled rota; none without a period whose both ends are stated."""
    singles: dict[date, list[tuple[int, Single]]] = {}
    for number, single in enumerate(rota.dates):
        singles.setdefault(single.date, []).append((number, single))
    rest = frozenset(rota.rest)
    shifts = [
        shift
        for day in rota.days
        for shift in sorted(
            _of_day(rota, day, day in rest, singles.get(day, ())), key=lambda each: each.window.start
        )
    ]
    failed = []
    for number, swap in enumerate(rota.swaps):
        fitting = [n for n, shift in enumerate(shifts) if _fits(swap, shift)]
        if len(fitting) == 1:
            shifts[fitting[0]] = _swapped(shifts[fitting[0]], number, swap)
        else:
            failed.append((number, len(fitting)))
    return Roster(tuple(shifts), tuple(failed))


def _of_day(rota: Rota, day: date, is_rest: bool, singles: Sequence[tuple[int, Single]]) -> Iterator[Shift]:
    if all(single.mode is Mode.ADD for _, single in singles):
        for number, line in enumerate(rota.pattern):
            if holds_on(line, day, is_rest=is_rest):
                yield _shift(rota, day, line, line.time, ("pattern", number))
    for number, single in singles:
        if single.mode is not Mode.OFF and single.time is not None:
            yield _shift(rota, day, single, single.time, ("dates", number))


def holds_on(line: Line, day: date, *, is_rest: bool) -> bool:
    """Whether a line of the pattern holds on a day."""
    if line.weekday and WEEK[day.weekday()] not in line.weekday:
        return False
    return line.days is Holds.EVERY or (line.days is Holds.REST) is is_rest


def _shift(rota: Rota, day: date, line: Line | Single, window: TimeWindow, path: KeyPath) -> Shift:
    duties = tuple(Duty(person, (*path, "people", n)) for n, person in enumerate(line.people))
    needed = line.needed
    if needed is None and (duties or not line.unit):
        needed = len(duties) or 1
    return Shift(
        day, window, line.post or rota.post, duties, line.unit, needed, line.reinforced, line.vacancy, path
    )


def _fits(swap: Swap, shift: Shift) -> bool:
    return (
        shift.day == swap.date
        and (swap.time is None or swap.time == shift.window)
        and any(duty.person.number == swap.from_.number for duty in shift.duties)
    )


def _swapped(shift: Shift, number: int, swap: Swap) -> Shift:
    place = next(n for n, duty in enumerate(shift.duties) if duty.person.number == swap.from_.number)
    comes = (Duty(swap.to, ("swaps", number, "to"), swap.from_),) if swap.to else ()
    duties = (*shift.duties[:place], *comes, *shift.duties[place + 1 :])
    return replace(shift, duties=duties, absent=shift.absent if comes else (*shift.absent, number))
