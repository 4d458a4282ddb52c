"""Whether a vote is valid: how many must take part, how many must agree, by persons and by area, and by which law.

    Vote + Matter ─ outcomes_of ▶ Outcomes, each a share against its threshold ─ is_passed

Thresholds are compared as exact fractions, never as rounded percentages: 48 of 72 is two thirds. In law 以上 includes
the number itself and 过半数 does not (《民法典》第一千二百五十九条).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from noticeboard.kinds.decision.record import Decision, Tally, Vote
from noticeboard.languages import Words
from noticeboard.procedure import Matter
from noticeboard.values.quantity import Quantity

PERSONS, AREA = Words("人数", "persons"), Words("面积", "area")
TOOK_PART, AGREED = Words("参与表决", "took part"), Words("同意", "agreed")
CIVIL_CODE = Words("《中华人民共和国民法典》第二百七十八条", "Civil Code of the PRC, article 278")
COMMITTEE_LAW = Words(
    "《中华人民共和国城市居民委员会组织法》第十条",
    "Organic Law of the Urban Residents' Committees of the PRC, article 10",
)


class Threshold(NamedTuple):
    """A share that must be reached, or exceeded."""

    share: Fraction
    is_exceeded: bool
    words: Words

    def is_met(self, part: Decimal, whole: Decimal) -> bool:
        """Whether `part` of `whole` is enough."""
        if not whole:
            return False
        reached = Fraction(part) / Fraction(whole)
        return reached > self.share if self.is_exceeded else reached >= self.share


HALF = Threshold(Fraction(1, 2), True, Words("过半数", "more than half"))
TWO_THIRDS = Threshold(Fraction(2, 3), False, Words("三分之二以上", "at least two thirds"))
THREE_QUARTERS = Threshold(Fraction(3, 4), False, Words("四分之三以上", "at least three quarters"))


class VoteRule(NamedTuple):
    """How many must take part and how many of them must agree; `by_area` where area counts beside persons."""

    take_part: Threshold
    agree: Threshold
    by_area: bool
    basis: Words


RULES = {
    Matter.ORDINARY: VoteRule(TWO_THIRDS, HALF, True, CIVIL_CODE),
    Matter.IMPORTANT: VoteRule(TWO_THIRDS, THREE_QUARTERS, True, CIVIL_CODE),
    Matter.RESIDENTS: VoteRule(HALF, HALF, False, COMMITTEE_LAW),
}


class Outcome(NamedTuple):
    """One share against its threshold: who took part, or who agreed, by persons or by area."""

    what: Words
    counted: Words
    part: Quantity
    whole: Quantity
    threshold: Threshold

    @property
    def is_met(self) -> bool:
        """Whether it is enough."""
        return self.threshold.is_met(self.part.value, self.whole.value)


def matter_of(decision: Decision) -> Matter | None:
    """By which rule votes are counted: as the decision says, or else its procedure."""
    if decision.matter:
        return decision.matter
    steps = decision.template.steps if decision.template else ()
    return next((step.vote for step in steps if step.vote), None)


def outcomes_of(vote: Vote, rule: VoteRule) -> tuple[Outcome, ...]:
    """Every share that the rule asks for, as far as it was counted."""
    return tuple(
        outcome
        for tally, counted in ((vote.persons, PERSONS), (vote.area, AREA))
        if tally is not None
        for outcome in _outcomes(tally, counted, rule)
    )


def _outcomes(tally: Tally, counted: Words, rule: VoteRule) -> Iterator[Outcome]:
    yield Outcome(TOOK_PART, counted, tally.took_part, tally.total, rule.take_part)
    yield Outcome(AGREED, counted, tally.for_, tally.took_part, rule.agree)


def is_passed(vote: Vote, rule: VoteRule) -> bool:
    """Whether all thresholds are met, and all that must be counted is counted."""
    is_counted = vote.area is not None or not rule.by_area
    return is_counted and all(outcome.is_met for outcome in outcomes_of(vote, rule))
