"""What is wrong with organizations: terms that run backwards, too many holders, one person counted twice.

Rules look at what is certain only: two terms overlap if they do so on every reading of their dates, so a
hand-over within one month is never reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from noticeboard.diagnostics import Diagnostic, Origin, Problem, code
from noticeboard.kind import Mention
from noticeboard.kinds.consent import check_consent
from noticeboard.kinds.organization.count import (
    Holding,
    holdings,
    is_temporary,
    local_id,
    numbers_by_id,
    rosters,
)
from noticeboard.kinds.organization.record import Member, Organization
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.period import Period

W_SEATS = code("W-SEATS", "任职人数超过职务设置的人数", "more people hold a post than it has seats")
W_POST = code("W-POST", "职务不在职务设置之中", "a post that the organization does not declare")
W_POST_TWICE = code("W-POST-TWICE", "同一个职务设置了两次", "one post is declared twice")
N_ENDS = code("N-ENDS", "临时组织没有写存续条件", "a temporary organization does not say when it ends")
W_SAME_PERSON = code(
    "W-SAME-PERSON",
    "同一个姓名出现两次，没有写明是不是兼任",
    "one name stands twice without saying whether it is one person",
)
E_CYCLE = code("E-CYCLE", "上级组织绕成了一圈", "organizations are above each other in a circle")


def mentions(organization: Organization) -> Iterator[Mention]:
    """The references of an organization: the one above it, and those in which its members hold posts too."""
    if organization.parent:
        yield Mention(organization.parent, ("parent",), ("organization",))
    for row, member in enumerate(organization.members):
        for number, other in enumerate(member.also):
            path = ("members", row, "also", number, "organization")
            yield Mention(other.organization, path, ("organization",))


def check(organization: Organization) -> Iterator[Diagnostic]:
    """What is wrong with one organization by itself."""
    origin = organization.origin
    if organization.founded and organization.ended:
        yield from _backwards(organization.founded, organization.ended, origin.at("ended"))
    for row, member in enumerate(organization.members):
        if member.from_ and member.to:
            yield from _backwards(member.from_, member.to, origin.at("members", row, "to"))
        if member.consent:
            yield from check_consent(member.consent, origin, "members", row, "consent")
    yield from _posts_twice(organization)
    if is_temporary(organization) and not organization.ends_when and organization.ended is None:
        yield Diagnostic(
            N_ENDS,
            Words(
                f"“{organization.name}”是临时组织，没有写存续到什么时候",
                f"“{organization.name}” is temporary, but does not say when it ends",
            ),
            Words(
                "写上存续条件，例如 ends_when: 改造完成后撤销",
                "add ends_when, such as ends_when: when the renovation is done",
            ),
            origin.at("name"),
        )


def _backwards(start: PartialDate, end: PartialDate, origin: Origin) -> Iterator[Diagnostic]:
    try:
        Period(start, end)
    except Problem as problem:
        yield problem.at(origin)


def _posts_twice(organization: Organization) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for row, post in enumerate(organization.posts):
        if post.name in seen:
            yield Diagnostic(
                W_POST_TWICE,
                Words(f"职务“{post.name}”写了两次", f"the post “{post.name}” is declared twice"),
                Words("只写一次，用人数写明几个人，例如 seats: 2", "write it once with seats: 2"),
                organization.origin.at("posts", row, "name"),
            )
        seen.add(post.name)


def check_place(records: Records) -> Iterator[Diagnostic]:
    """What is wrong between the organizations of one place."""
    organizations = records.of(Organization)
    names = [member.name for each in organizations for member in each.members]
    has_posts = any(each.posts for each in organizations)
    if has_posts or len(set(names)) < len(names):
        held = holdings(organizations, records.path)
        if has_posts:
            yield from _unknown_posts(organizations, held)
            yield from _too_many(organizations, held)
        yield from _same_names(organizations, held)
    if any(each.parent for each in organizations):
        yield from _circles(organizations, records.path)


def _unknown_posts(organizations: Sequence[Organization], held: Sequence[Holding]) -> Iterator[Diagnostic]:
    for each in held:
        organization = organizations[each.organization]
        declared = [post.name for post in organization.posts]
        if declared and each.post and each.post not in declared:
            yield Diagnostic(
                W_POST,
                Words(
                    f"“{organization.name}”的职务设置里没有“{each.post}”",
                    f"“{organization.name}” declares no post “{each.post}”",
                ),
                Words(
                    f"改成其中之一：{'、'.join(declared)}；或在职务设置里加上它",
                    f"write one of {', '.join(declared)}, or add it to posts",
                ),
                each.origin.at("post"),
            )


def _too_many(organizations: Sequence[Organization], held: Sequence[Holding]) -> Iterator[Diagnostic]:
    for organization, seats in zip(organizations, rosters(organizations, held), strict=True):
        for seat in seats:
            if seat.post not in organization.posts:
                continue
            for number, each in enumerate(seat.holdings):
                before = [other for other in seat.holdings[:number] if _overlap(other.member, each.member)]
                if len(before) >= seat.post.seats:
                    yield _seats_exceeded(organization, seat.post.name, seat.post.seats, each)
                    break


def _seats_exceeded(organization: Organization, post: str, seats: int, holding: Holding) -> Diagnostic:
    return Diagnostic(
        W_SEATS,
        Words(
            f"“{organization.name}”的“{post}”设{seats}人，这里同时多于{seats}人",
            f"“{post}” of “{organization.name}” has {seats} seats, but more people hold it at once",
        ),
        Words(
            "写上前任的任职止，或改职务设置的人数",
            "add the end of the former holder's term (to), or change seats",
        ),
        holding.origin.at("post"),
    )


def _overlap(one: Member, two: Member) -> bool:
    """Whether two terms run at once on every reading of their dates."""
    return _surely_before(one, two) and _surely_before(two, one)


def _surely_before(one: Member, two: Member) -> bool:
    start = one.from_.last if one.from_ else date.min
    return two.to is None or start < two.to.first


def _same_names(organizations: Sequence[Organization], held: Sequence[Holding]) -> Iterator[Diagnostic]:
    seen: dict[str, list[Holding]] = {}
    for each in (each for each in held if not each.implied):
        earlier = seen.setdefault(each.member.name, [])
        other = next(
            (o for o in earlier if o.person != each.person and _overlap(o.member, each.member)), None
        )
        if other is not None:
            yield _same_name(organizations[other.organization], each)
        earlier.append(each)


def _same_name(organization: Organization, holding: Holding) -> Diagnostic:
    name = holding.member.name
    reference = organization.id or "…"
    return Diagnostic(
        W_SAME_PERSON,
        Words(
            f"“{name}”也在“{organization.name}”任职，会算成两个人",
            f"“{name}” stands in “{organization.name}” as well and is counted as two people",
        ),
        Words(
            f"是同一个人：写兼任 also: [{{organization: {reference}}}]；不是同一个人：在姓名里区分，"
            "例如加上（大）（小）",
            f"one person: add also: [{{organization: {reference}}}]; two people: tell their names apart",
        ),
        holding.origin.at("name"),
    )


def _circles(organizations: Sequence[Organization], path: str) -> Iterator[Diagnostic]:
    known = numbers_by_id(organizations)
    above = [known.get(local_id(each.parent, path)) if each.parent else None for each in organizations]
    reported: set[int] = set()
    for number in range(len(organizations)):
        way: list[int] = []
        step: int | None = number
        while step is not None and step not in way:
            way.append(step)
            step = above[step]
        if step != number or number in reported:
            continue
        reported.update(way)
        names = [organizations[each].name for each in (*way, number)]
        yield Diagnostic(
            E_CYCLE,
            Words(
                f"上级组织绕成了一圈：{' → '.join(names)}",
                f"these organizations are above each other in a circle: {' → '.join(names)}",
            ),
            Words("改正其中一个的上级组织，或去掉它", "correct the parent of one of them, or take it out"),
            organizations[number].origin.at("parent"),
        )
