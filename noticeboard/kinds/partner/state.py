"""How an agreement and a resource stand on a day, and the days on which that changes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from noticeboard.document import Marked
from noticeboard.kinds.partner.record import Availability, Partner, Resource
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.values.period import PeriodState
from noticeboard.values.quantity import Hedge, Quantity, sum_quantities

ENDING_DAYS = 60
"""So many days before its end an agreement is said to be about to end."""
SIGNED, UNSIGNED = Words("已签协议", "agreement signed"), Words("未签协议", "no agreement yet")
COMING, ENDING = Words("尚未生效", "not yet in force"), Words("即将到期", "about to end")
IN_FORCE, OVER = Words("协议有效", "agreement in force"), Words("协议已到期", "agreement over")
BACK, LATE = Words("预计{}归还", "back on {}"), Words("应于{}归还", "was due on {}")
NOT_BACK = Words("逾期未还", "not back")
ONE = Quantity(Decimal(1))


def units_of(partner: Partner) -> Quantity:
    """How many units a record stands for."""
    return partner.units or ONE


def units_in(partners: Iterable[Partner]) -> Quantity:
    """How many units all records stand for, with their hedge."""
    return sum_quantities([units_of(partner) for partner in partners])


def names_of(partner: Partner) -> tuple[str, ...]:
    """The units that are named."""
    return (partner.name,) if partner.name else partner.named


def is_agreed(partner: Partner, today: date) -> bool:
    """Whether an agreement is in force, as far as is known."""
    state = partner.term.state(today) if partner.term else PeriodState.RUNNING
    return bool(partner.agreement or partner.term) and state is PeriodState.RUNNING


def agreed_units(partner: Partner, today: date) -> int:
    """How many units with an agreement in force a record stands for; 0 where their number is hedged."""
    units = units_of(partner)
    return int(units.value) if units.hedge is Hedge.EXACT and is_agreed(partner, today) else 0


def agreement_of(locality: Locality, partner: Partner) -> Marked | None:
    """How the agreement stands today; None where nothing is said of one."""
    words, term = locality.words, partner.term
    if term is None:
        if partner.agreement is None:
            return None
        return Marked("tick", words(SIGNED)) if partner.agreement else Marked("ring", words(UNSIGNED))
    state, text = term.state(locality.today), term.text(locality.language)
    if state is PeriodState.UPCOMING:
        return Marked("ring", words(COMING), text)
    if state is PeriodState.OVER:
        return Marked("dash", words(OVER), text)
    if term.end and term.end.last - locality.today <= timedelta(days=ENDING_DAYS):
        return Marked("clock", words(ENDING), text)
    return Marked("tick", words(IN_FORCE), text)


def availability_of(locality: Locality, resource: Resource) -> Marked:
    """Whether a resource can be had today."""
    words, back = locality.words, resource.back
    if resource.state is Availability.LENT and back:
        day = Words(f"{back.month}月{back.day}日", back.isoformat())
        if back < locality.today:
            return Marked("clock", words(NOT_BACK), words(LATE).format(words(day)))
        return Marked("half", words(resource.state.words), words(BACK).format(words(day)))
    marks = {Availability.FREE: "tick", Availability.LENT: "half", Availability.PAUSED: "dash"}
    return Marked(marks[resource.state], words(resource.state.words), resource.hours)  # type: ignore[arg-type]  # each is a mark


def changes(partner: Partner, today: date) -> Iterator[date]:
    """The days after today on which an agreement or a loan is said differently."""
    if partner.term:
        change = partner.term.next_change(today)
        yield from (change,) if change else ()
        if partner.term.end:
            yield partner.term.end.last - timedelta(days=ENDING_DAYS)
    for resource in partner.resources:
        if resource.back:
            yield resource.back + timedelta(days=1)
