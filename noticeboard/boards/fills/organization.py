"""组织建设公示栏: what the board shows of the organizations of a place."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards import organization as organization_board
from noticeboard.boards.fills.heading import capital, date_of
from noticeboard.boards.subject import BoardSubject
from noticeboard.kinds.organization import KIND as ORGANIZATION
from noticeboard.kinds.organization import Organization
from noticeboard.kinds.organization.count import Holding, Seat, holdings, is_running, rosters
from noticeboard.languages import Words
from noticeboard.locality import Locality

FOUNDED = Words("{}成立", "founded {}")
ALSO = Words("兼{}", "also {}")


def organization_boards(locality: Locality) -> Iterator[BoardSubject]:
    """组织建设公示栏: the organizations that run today and have posts or members."""
    running = tuple(each for each in locality.records.of(Organization) if is_running(each, locality.today))
    seats = rosters(running, holdings(running, locality.records.path, locality.today))
    shown = tuple(
        organization_board.Organization(
            type=each.type.value,  # type: ignore[arg-type]  # the values of the enumeration are those names
            name=each.name,
            facts=_organization_facts(locality, each),
            posts=tuple(_posts(locality, each_seats)),
            origin=each.origin,
        )
        for each, each_seats in zip(running, seats, strict=True)
        if each_seats
    )
    if not shown:
        return
    kind = organization_board.KIND
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=capital(locality.words(kind.words)),
        band="party",
        date=date_of(locality, ORGANIZATION, running),
        issuer="",
        content=organization_board.OrganizationBoard(shown),
        lay_out=organization_board.lay_out,
    )


def _organization_facts(locality: Locality, organization: Organization) -> tuple[str, ...]:
    facts = []
    if organization.founded:
        facts.append(locality.words(FOUNDED).format(organization.founded.text(locality.language)))
    if organization.ends_when:
        facts.append(organization.ends_when)
    return tuple(facts)


def _posts(locality: Locality, seats: tuple[Seat, ...]) -> Iterator[organization_board.Post]:
    for seat in seats:
        for holding in seat.holdings:
            member = holding.member
            yield organization_board.Post(
                post=seat.post.name or member.category,
                name=member.name,
                also=also_text(locality, holding),
                answers_for=member.answers_for or seat.post.answers_for,
                office_phone=member.office_phone or seat.post.office_phone,
                origin=holding.origin,
            )
        for _ in range(seat.vacant):
            yield organization_board.Post(
                post=seat.post.name,
                name="",
                answers_for=seat.post.answers_for,
                office_phone=seat.post.office_phone,
            )


def also_text(locality: Locality, holding: Holding) -> str:
    """The posts that a person holds in other organizations as well, as written there."""
    if holding.implied:
        return ""
    names = []
    for other in holding.member.also:
        target = locality.target(other.organization)
        names.append((target.title if target else "") + other.post)
    return locality.words(ALSO).format("、".join(names)) if names else ""
