"""The volunteers of a place: their page by team, the panel and the large figure on the place's page.

    volunteers of the place (redacted) ─▶ teams ─▶ page, or with few people the panel alone
    counts of the summary ─▶ key figure, rows by child place

Names, skills and portraits arrive as they may be shown; a person without consent stays in every roster and
count. Skills are counted as far as they are shown, and the page says of how many people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.rollup import PlaceTable, place_table
from noticeboard.kinds.volunteer.record import Volunteer
from noticeboard.kinds.volunteer.roster import Team, shared_teams, teams, total_hours
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative
from noticeboard.values.quantity import Quantity

FOLDER = "volunteers"
ORDER = 50
KEY_ORDER = 30
PAGE_FROM = 6
"""From so many volunteers on a place has a page of them; fewer are listed in its panel."""
KEYS = ("volunteers", "volunteers.hours")

TITLE = Words("志愿者", "Volunteers")
PAGE_TITLE = Words("{place}的志愿者", "Volunteers of {place}")
PERSON, PERSONS = Words("人", "person"), Words("人", "people")
HOURS = Words("服务时长", "Hours of service")
HOURS_UNIT = Words("小时", "hour{s}")
SERVED = Words("共服务{hours}小时", "{hours} hour{s} of service")
HEDGED = Words("另有{n}人的时长是约数，未计入", "hours of {n} more people are approximate and not added")
RECORDED = Words("{n}人有时长记录", "recorded for {n} people")
TEAMS = Words("分属{n}支队伍", "in {n} teams")
SKILLS = Words("特长", "Skills")
SKILLS_BASE = Words("同意公开特长的{n}人", "of the {n} people who agreed to show theirs")
SKILL = Words("{skill} {n}人", "{skill}: {n}")
ROSTER = Words("名单", "Roster")
BY_PLACE = Words("各地志愿者", "Volunteers by place")


class Number(NamedTuple):
    """A large figure, as macros/figures.html takes it."""

    label: str
    value: str
    unit: str
    base: str
    as_of: str = ""
    href: str = ""
    note: str = ""


@dataclass(frozen=True)
class Skills:
    """How many people have which skill, most first, and of how many people that is known."""

    title: str
    base: str
    counted: tuple[str, ...]


@dataclass(frozen=True)
class VolunteersView:
    """The page of all volunteers of a place."""

    frame: Frame
    figures: tuple[Number, ...]
    skills: Skills | None
    roster_title: str
    teams: tuple[Team, ...]


@dataclass(frozen=True)
class VolunteersPanel:
    """The panel of volunteers on the page of a place."""

    title: str
    all: tuple[int, str] | None
    figures: tuple[Number, ...]
    teams: tuple[Team, ...]
    skills: Skills | None
    places: PlaceTable | None


def has_page(locality: Locality) -> bool:
    """Whether the place has a page of its volunteers."""
    return len(locality.records.of(Volunteer)) >= PAGE_FROM


def pages(locality: Locality) -> Iterator[Page]:
    """The page of the place's volunteers, if they are more than a panel holds."""
    volunteers = locality.records.of(Volunteer)
    if not has_page(locality):
        return
    url = locality.url(FOLDER)
    title = locality.words(PAGE_TITLE).format(place=locality.place.name)
    view = VolunteersView(
        frame=locality.frame(url, title),
        figures=locality.once(_figures),
        skills=locality.once(_skills),
        roster_title=locality.words(ROSTER),
        teams=(*teams(locality, volunteers, url), *shared_teams(locality, url)),
    )
    yield Page(url, "volunteers.html", view, origin=volunteers[0].origin)


def panels(locality: Locality) -> Iterator[Panel]:
    """The panel of a place that has volunteers, itself or below it, or is served by those of one above."""
    volunteers, page_url = locality.records.of(Volunteer), locality.records.url
    paged, places, shared = has_page(locality), _places(locality), shared_teams(locality, page_url)
    if not (volunteers or places or shared):
        return
    yield Panel(
        ORDER,
        "panels/volunteers.html",
        VolunteersPanel(
            title=locality.words(TITLE),
            all=(len(volunteers), relative(page_url, locality.url(FOLDER))) if paged else None,
            figures=locality.once(_figures) if volunteers else (),
            teams=shared if paged else (*teams(locality, volunteers, page_url), *shared),
            skills=locality.once(_skills) if paged else None,
            places=places,
        ),
    )


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """How many volunteers there are, here and below, with their hours."""
    summary = locality.summary
    count = summary.count("volunteers")
    if not count:
        return
    only_page = has_page(locality) and not summary.children
    yield KeyFigure(
        order=KEY_ORDER,
        label=locality.words(TITLE),
        value=str(count),
        unit=locality.words(PERSON if count == 1 else PERSONS),
        base=_served(locality),
        as_of=locality.as_of("volunteer"),
        href=relative(locality.records.url, locality.url(FOLDER)) if only_page else f"#{FOLDER}",
    )


def _served(locality: Locality) -> str:
    """The hours in words: with their hedge where all rows stand here, else the exact ones alone."""
    if locality.summary.children:
        exact = locality.summary.count("volunteers.hours")
        hours = f"{exact:,}" if exact else ""
    else:
        total = locality.once(_total)
        hours = total.text(locality.language) if total else ""
    return locality.words(SERVED).format(hours=hours, s=ending(hours)) if hours else ""


def _total(locality: Locality) -> Quantity | None:
    return total_hours(locality.records.of(Volunteer))


def _figures(locality: Locality) -> tuple[Number, ...]:
    words, volunteers = locality.words, locality.records.of(Volunteer)
    teams = {each.team for each in volunteers if each.team}
    in_teams = words(TEAMS).format(n=len(teams)) if len(teams) > 1 else ""
    persons = PERSON if len(volunteers) == 1 else PERSONS
    found = [Number(words(TITLE), str(len(volunteers)), words(persons), in_teams)]
    total = locality.once(_total)
    if total is not None:
        recorded = sum(each.hours is not None for each in volunteers)
        base = words(RECORDED).format(n=recorded) if recorded < len(volunteers) else ""
        hours = total.text(locality.language)
        found.append(Number(words(HOURS), hours, words(HOURS_UNIT).format(s=ending(hours)), base))
    return tuple(found)


def _skills(locality: Locality) -> Skills | None:
    shown = [each for each in locality.records.of(Volunteer) if each.skills]
    counts = Counter(skill for each in shown for skill in dict.fromkeys(each.skills))
    if not counts:
        return None
    words = locality.words
    return Skills(
        words(SKILLS),
        words(SKILLS_BASE).format(n=len(shown)),
        tuple(words(SKILL).format(skill=skill, n=n) for skill, n in counts.most_common()),
    )


def _places(locality: Locality) -> PlaceTable | None:
    """The counts of the child places, and the place's own; hedged hours are not added, and the table says so."""
    hedged = locality.summary.count("volunteers.hours_hedged")
    notes = (locality.words(HEDGED).format(n=hedged),) if hedged else ()
    own_href = relative(locality.records.url, locality.url(FOLDER)) if has_page(locality) else ""
    has_own = bool(locality.records.of(Volunteer))
    columns = tuple(zip(KEYS, (TITLE, HOURS), strict=True))
    return place_table(locality, BY_PLACE, columns, FOLDER, own_href if has_own else None, notes=notes)
