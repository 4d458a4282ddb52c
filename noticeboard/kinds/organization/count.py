"""Who holds which post of a place's organizations on a day, which posts are vacant, how many persons that is.

    organizations of one place + today ─ holdings ▶ one Holding a membership, the same person under one number
      ─ rosters ▶ each organization's posts in order, with holders and empty seats ─▶ counts, pages, boards

A person is one person for `also` alone (交叉任职), never for the name: names arrive redacted, and two persons
may bear one name. A post named in `also` is shown in the other organization too, written there or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from noticeboard.diagnostics import KeyPath, Origin
from noticeboard.kinds.organization.record import Member, Organization, OrganizationType, OtherPost, Post
from noticeboard.locality import Locality
from noticeboard.values.names import redacted_name
from noticeboard.values.partial_date import PartialDate

ENDING_WITHIN = timedelta(days=60)
"""A term that ends within this time is marked as about to end."""
_WITHHELD = frozenset((redacted_name("", "zh"), redacted_name("", "en")))


class Holding(NamedTuple):
    """One person in one organization (by its number in the list); `implied` when only `also` says so."""

    organization: int
    person: int
    member: Member
    post: str
    implied: bool
    file: Origin = Origin()
    """The origin of what holds the membership."""
    way: KeyPath = ()
    """The keys that lead on from there."""

    @property
    def origin(self) -> Origin:
        """Where it is written."""
        return self.file.at(*self.way)


class Seat(NamedTuple):
    """A post of an organization, who holds it, and how many of its seats nobody holds."""

    post: Post
    holdings: tuple[Holding, ...]
    vacant: int


def has_begun(start: PartialDate | None, today: date) -> bool:
    """Whether the first day that `start` can mean has come; no date: always."""
    return start is None or start.first <= today


def is_past(end: PartialDate | None, today: date) -> bool:
    """Whether the last day that `end` can mean is over; no date: never."""
    return end is not None and end.last < today


def is_current(member: Member, today: date) -> bool:
    """Whether the membership is running: neither over nor still to come."""
    if member.from_ is None and member.to is None:
        return True
    return has_begun(member.from_, today) and not is_past(member.to, today)


def is_running(organization: Organization, today: date) -> bool:
    """Whether the organization exists: founded, and not ended."""
    return has_begun(organization.founded, today) and not is_past(organization.ended, today)


def is_ending(member: Member, today: date) -> bool:
    """Whether a running term ends within sixty days."""
    return member.to is not None and today <= member.to.last <= today + ENDING_WITHIN


def is_temporary(organization: Organization) -> bool:
    """Whether the organization is one with an end (临时党支部)."""
    return bool(organization.ends_when) or "临时" in organization.sub_kind + organization.name


def local_id(reference: str, path: str) -> str:
    """The id that `reference` names if it stays in the place at `path`, else `""`."""
    where, mark, name = reference.partition("#")
    if mark and where.rstrip("/") not in ("", path):
        return ""
    return (name if mark else reference).rpartition("/")[2]


def numbers_by_id(organizations: Sequence[Organization]) -> dict[str, int]:
    """The number in the list of each organization that has an id."""
    return {each.id: number for number, each in enumerate(organizations) if each.id}


def holdings(
    organizations: Sequence[Organization], path: str, today: date | None = None
) -> tuple[Holding, ...]:
    """All memberships of the place's organizations, or with `today` those that are running on that day."""
    running = [
        (number, organization, row, member)
        for number, organization in enumerate(organizations)
        for row, member in enumerate(organization.members)
        if today is None or is_current(member, today)
    ]
    found = [
        Holding(number, person, member, member.post, False, organization.origin, ("members", row))
        for person, (number, organization, row, member) in enumerate(running)
    ]
    persons = list(range(len(found)))
    known = numbers_by_id(organizations)
    for number, holding in enumerate(tuple(found)):
        for row, other in enumerate(holding.member.also):
            where = known.get(local_id(other.organization, path))
            if where is None:
                continue
            same = _written(found, number, where, other)
            if same is None:
                way = (*holding.way, "also", row)
                found.append(Holding(where, 0, holding.member, other.post, True, holding.file, way))
                persons.append(persons[number])
            else:
                one, two = persons[number], persons[same]
                persons = [one if person == two else person for person in persons]
    return tuple([_numbered(holding, person) for holding, person in zip(found, persons, strict=True)])


def _numbered(holding: Holding, person: int) -> Holding:
    return holding if holding.person == person else holding._replace(person=person)


def _written(found: list[Holding], number: int, where: int, other: OtherPost) -> int | None:
    """The membership in organization `where` that `also` speaks of, if it is written there as well."""
    name = found[number].member.name
    fitting = [
        index
        for index, each in enumerate(found)
        if each.organization == where
        and not (each.post and other.post and each.post != other.post)
        and _may_be_one(each.member.name, name)
    ]
    exact = [index for index in fitting if found[index].member.name == name]
    return next(iter(exact or fitting), None)


def _may_be_one(one: str, two: str) -> bool:
    """Whether two names can be one person's, of which either may be withheld in one organization only."""
    return one == two or _hides(one, two) or _hides(two, one)


def _hides(form: str, name: str) -> bool:
    known = form.removesuffix("同志").removeprefix("Comrade ")
    return form in _WITHHELD or (known != form and name.startswith(known))


def rosters(organizations: Sequence[Organization], held: Sequence[Holding]) -> tuple[tuple[Seat, ...], ...]:
    """For each organization its posts: those it declares in order, then others held, then plain members."""
    by_post: list[dict[str, list[Holding]]] = [{} for _ in organizations]
    for each in held:
        by_post[each.organization].setdefault(each.post, []).append(each)
    return tuple(map(tuple, map(_seats, organizations, by_post)))


def _seats(organization: Organization, held: dict[str, list[Holding]]) -> Iterator[Seat]:
    for post in organization.posts:
        holders = held.get(post.name, ())
        yield Seat(post, tuple(holders), max(post.seats - len(holders), 0))
    declared = {post.name for post in organization.posts}
    for name, others in held.items():
        if name and name not in declared:
            yield Seat(_undeclared(name), tuple(others), 0)
    if "" in held:
        yield Seat(_undeclared(""), tuple(held[""]), 0)


@lru_cache(maxsize=256)
def _undeclared(name: str) -> Post:
    return Post(name=name)


def running_today(
    locality: Locality,
) -> tuple[tuple[Organization, ...], tuple[Holding, ...], tuple[tuple[Seat, ...], ...]]:
    """The organizations of a place that are running, the party's first, with who holds what in each."""
    types = list(OrganizationType)
    running = [each for each in locality.records.of(Organization) if is_running(each, locality.today)]
    organizations = tuple(sorted(running, key=lambda each: types.index(each.type)))
    held = holdings(organizations, locality.records.path, locality.today)
    return organizations, held, rosters(organizations, held)


def changes(organization: Organization, today: date) -> Iterator[date]:
    """The days on which an organization or a term begins, is over, or is about to end."""
    day = timedelta(days=1)
    begins = [organization.founded, *(member.from_ for member in organization.members)]
    yield from (start.first for start in begins if start and start.first > today)
    ends = [organization.ended, *(member.to for member in organization.members)]
    yield from (end.last + day for end in ends if end and end.last >= today)
    for member in organization.members:
        if member.to and member.to.last - ENDING_WITHIN > today:
            yield member.to.last - ENDING_WITHIN


def dates(organization: Organization) -> tuple[PartialDate, ...]:
    """The dates that the organization's records speak of, without the ends of terms, which are only planned."""
    found = [organization.founded, organization.ended, *(member.from_ for member in organization.members)]
    return tuple(each for each in found if each)
