"""Who may be named in a rota: the consent of each person, taken from the rosters of the place.

    volunteers, members of organizations (private) ─ roll_of ▶ name ▶ Known ─ join ▶ Rota with consents

A rota asks nobody twice: whoever agreed to be named as a volunteer is named on duty, on the same channels and until
the same day, and so is who holds a public post. Where a name stands for two volunteers nobody knows whose consent it
would be, and it is withheld. What is withheld here is replaced by `checking.redaction` like everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from noticeboard.config import Settings
from noticeboard.kinds.organization import Organization
from noticeboard.kinds.organization.record import Member, holds_public_post
from noticeboard.kinds.rota.record import Person, Rota, with_persons
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.locality import Records
from noticeboard.records import Channel, Consent

_PUBLIC = Consent(name=tuple(Channel))
_MEMBERS = "organization.members.name"


class Known(NamedTuple):
    """What a roster says of a person: the surname, if it says so, and the consent."""

    surname: str
    consent: Consent | None


def roll_of(records: Records, *, posts_are_public: bool = False) -> Mapping[str, Known]:
    """The persons of a place by name; a volunteer first, because the duty is a volunteer's."""
    known: dict[str, Known] = {}
    for volunteer in records.of(Volunteer):
        twice = volunteer.name in known
        known[volunteer.name] = Known(volunteer.surname, None if twice else volunteer.consent)
    for organization in records.of(Organization):
        for member in organization.members:
            is_public = posts_are_public and holds_public_post(member, organization)
            known.setdefault(member.name, _member(member, is_public=is_public))
    return known


def _member(member: Member, *, is_public: bool) -> Known:
    return Known(member.surname, _PUBLIC if is_public else member.consent)


def join(rotas: tuple[Rota, ...], records: Records, settings: Settings) -> tuple[Rota, ...]:
    """The rotas with the consent of everybody who stands in a roster of the place.

    A site that has a rule of its own for names of members makes no post public here.
    """
    is_ruled = any(rule.field == _MEMBERS for rule in settings.privacy)
    roll = roll_of(records, posts_are_public=not is_ruled)
    return tuple(with_persons(rota, partial(_joined, roll=roll)) for rota in rotas)


def _joined(person: Person, *, roll: Mapping[str, Known]) -> Person:
    known = roll.get(person.name)
    if known is None or person.consent is not None:
        return person
    return replace(person, surname=person.surname or known.surname, consent=known.consent)
