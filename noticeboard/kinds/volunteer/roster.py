"""The roster of a place: its volunteers by team, with portraits where people agreed to show them.

Names, skills and portraits arrive as they may be shown; a person without consent stays in every roster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kinds.portraits import portrait_copies, portrait_href
from noticeboard.kinds.volunteer.record import Volunteer
from noticeboard.languages import Language, Words, ending
from noticeboard.locality import Locality
from noticeboard.page import Copy, relative
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Quantity
from noticeboard.values.total import total

ONE, PEOPLE = Words("{n}人", "{n} person"), Words("{n}人", "{n} people")
HOURS_OF = Words("{hours}小时", "{hours} hour{s}")
JOINED = Words("{date}加入", "joined {date}")
LIST = Words("、", ", ")
NO_TEAM = Words("未编队", "Without a team")
SHARED = Words("也为这里服务的志愿者", "Volunteers who serve here as well")


class Person(NamedTuple):
    """One volunteer in a roster; what is not known or not to be shown is empty."""

    name: str
    post: str
    skills: str
    hours: str
    joined: str
    portrait: str
    """The way from the page to the portrait; empty without one, or without consent for pages."""
    href: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands below the name."""
        return tuple(note for note in (self.post, self.skills, self.hours, self.joined) if note)


@dataclass(frozen=True)
class Team:
    """The volunteers of one team; no title where nobody has a team."""

    title: str
    href: str
    count: str
    hours: str
    people: tuple[Person, ...]


def teams(locality: Locality, volunteers: Sequence[Volunteer], page_url: str) -> Iterator[Team]:
    """The volunteers by team, in the order in which the teams first appear; those without one last."""
    by_team: dict[str, list[Volunteer]] = {}
    for each in volunteers:
        by_team.setdefault(each.team, []).append(each)
    path, names = locality.records.path, [name for name in by_team if name]
    for name in (*names, ""):
        members = by_team.get(name)
        if not members:
            continue
        target = locality.target(name) if name else None
        title = target.title if target else locality.words(NO_TEAM) if names else ""
        href = relative(page_url, target.url) if target else ""
        yield _team(locality, title, href, [(each, path) for each in members], page_url)


def _team(
    locality: Locality, title: str, href: str, located: Sequence[tuple[Volunteer, str]], page_url: str
) -> Team:
    members = [each for each, _ in located]
    return Team(
        title,
        href,
        locality.words(PEOPLE if len(members) > 1 else ONE).format(n=len(members)),
        _hours_of(locality, total_hours(members)),
        tuple([_person(locality, each, path, page_url) for each, path in located]),
    )


def _hours_of(locality: Locality, hours: Quantity | None) -> str:
    return _hours_text(hours, locality.language) if hours else ""


@lru_cache(maxsize=1024)
def _hours_text(hours: Quantity, language: Language) -> str:
    text = hours.text(language)
    return HOURS_OF.to(language).format(hours=text, s=ending(text))


@lru_cache(maxsize=4096)
def _joined_text(joined: PartialDate, language: Language) -> str:
    return JOINED.to(language).format(date=joined.text(language))


def shared_teams(locality: Locality, page_url: str) -> tuple[Team, ...]:
    """Volunteers of places above who serve this place; they are counted there."""
    located = locality.shared_of(Volunteer)
    return (_team(locality, locality.words(SHARED), "", located, page_url),) if located else ()


def _person(locality: Locality, volunteer: Volunteer, path: str, page_url: str) -> Person:
    language, joined = locality.language, volunteer.joined
    return Person(
        volunteer.name,
        volunteer.post,
        LIST.to(language).join(volunteer.skills),
        _hours_of(locality, volunteer.hours),
        _joined_text(joined, language) if joined else "",
        portrait_href(volunteer, path, page_url),
    )


def copies(locality: Locality) -> Iterator[Copy]:
    """The portraits of those who agreed to have them on pages; another's photo never leaves the content."""
    return portrait_copies(locality, locality.records.of(Volunteer))


def total_hours(volunteers: Sequence[Volunteer]) -> Quantity | None:
    """The hours of all volunteers with their common hedge; None if none has any."""
    known = [each.hours for each in volunteers if each.hours is not None]
    return total(known) if known else None
