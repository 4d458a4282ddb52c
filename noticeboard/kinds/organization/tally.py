"""What the organizations of a place add to the counts of the places above, each person once.

    places that name each other by `also` ─ across ▶ one key a person, the same in each ─ persons_of ▶ persons

A count of a place knows nothing of other places, so what makes two of them one person (交叉任职) travels upwards in a
key. Such persons are few; all others add up as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256

from noticeboard.kinds.organization.count import (
    Holding,
    holdings,
    is_current,
    is_ending,
    is_running,
    is_temporary,
    local_id,
    rosters,
)
from noticeboard.kinds.organization.record import Organization, OrganizationType, OtherPost
from noticeboard.locality import Records
from noticeboard.summary import Summary

ACROSS = "persons.across."


def tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """The counts of the place's own organizations that are running today.

    Keys: organizations, organizations.TYPE, .with_rules, .temporary, .self_governing.with_rules, and
    .not_running of those that ended or are still to be founded; posts.seats, posts.vacant; terms.dated and of
    these terms.ending; persons (a person with posts in several organizations of the place
    once); persons.across.… (one with posts in other places too).
    """
    every = records.of(Organization)
    if not every:
        return
    running = tuple(each for each in every if is_running(each, today))
    counts: Counter[str] = Counter({"organizations.not_running": len(every) - len(running)})
    for organization in running:
        counts["organizations"] += 1
        counts[f"organizations.{organization.type.value}"] += 1
        counts["organizations.with_rules"] += bool(organization.rules)
        if organization.rules and organization.type is OrganizationType.SELF_GOVERNING:
            counts["organizations.self_governing.with_rules"] += 1
        counts["posts.seats"] += sum(post.seats for post in organization.posts)
        counts["organizations.temporary"] += is_temporary(organization)
    members = [member for each in running for member in each.members if is_current(member, today)]
    counts["persons"] = len(members)
    counts["terms.dated"] = sum(member.to is not None for member in members)
    counts["terms.ending"] = sum(is_ending(member, today) for member in members)
    if any(each.posts for each in running) or any(member.also for member in members):
        held = holdings(running, records.path, today)
        counts["posts.vacant"] = sum(seat.vacant for seats in rosters(running, held) for seat in seats)
        counts["persons"] = len({each.person for each in held})
        counts.update(across(running, held, records.path))
    yield from ((key, count) for key, count in sorted(counts.items()) if count)


def across(organizations: Sequence[Organization], held: Sequence[Holding], path: str) -> Iterator[str]:
    """A key for each person of the place at `path` who by `also` has a post in another place too.

    It is made of the name and of all posts with the ids of their organizations, so two places that say the same of a
    person have the same key.
    """
    known = {each.id for each in organizations if each.id}
    posts: dict[int, set[tuple[str, str]]] = {}
    outside: dict[int, str] = {}
    for holding in held:
        if holding.implied:
            continue
        own = posts.setdefault(holding.person, set())
        own.add((organizations[holding.organization].id, holding.post))
        own.update((_id_of(other), other.post) for other in holding.member.also)
        if any(local_id(other.organization, path) not in known for other in holding.member.also):
            outside[holding.person] = holding.member.name
    for person, name in outside.items():
        yield ACROSS + sha256(repr((name, sorted(posts[person]))).encode()).hexdigest()[:12]


def _id_of(other: OtherPost) -> str:
    """The id of an organization in whatever place."""
    return other.organization.rpartition("#")[2].rpartition("/")[2]


def persons_of(summary: Summary) -> int:
    """How many persons hold posts in a place and in those below, each once."""
    return summary.count("persons") - sum(count - 1 for _, count in summary.counted(ACROSS))
