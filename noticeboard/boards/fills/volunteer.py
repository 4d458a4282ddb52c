"""志愿者服务公示栏: what the board shows of the volunteers of a place."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards import volunteer as volunteer_board
from noticeboard.boards.fills.heading import capital, date_of, photo_path
from noticeboard.boards.subject import BoardSubject
from noticeboard.kinds.volunteer import KIND as VOLUNTEER
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.values.quantity import Quantity, sum_quantities

ONE, PEOPLE = Words("{}人", "{} person"), Words("{}人", "{} people")
HOURS = Words("累计服务{n}小时", "{n} hour{s} in all")
HOURS_EACH = Words("{n}小时", "{n} hour{s}")
OTHERS = Words("志愿者", "Volunteers")


def volunteer_boards(locality: Locality) -> Iterator[BoardSubject]:
    """志愿者服务公示栏: every volunteer, by team; who did not agree shows as 姓+同志."""
    volunteers = locality.records.of(Volunteer)
    if not volunteers:
        return
    teams: dict[str, list[Volunteer]] = {}
    for each in volunteers:
        teams.setdefault(each.team, []).append(each)
    kind = volunteer_board.KIND
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=capital(locality.words(kind.words)),
        band="volunteer",
        date=date_of(locality, VOLUNTEER, volunteers),
        issuer="",
        content=volunteer_board.VolunteerBoard(
            tuple(_team(locality, reference, people) for reference, people in teams.items())
        ),
        lay_out=volunteer_board.lay_out,
    )


def _team(locality: Locality, reference: str, people: list[Volunteer]) -> volunteer_board.Team:
    target = locality.target(reference) if reference else None
    facts = [locality.words(PEOPLE if len(people) > 1 else ONE).format(len(people))]
    hours = [each.hours for each in people if each.hours is not None]
    if hours:
        facts.append(_hours(locality, HOURS, sum_quantities(hours)))
    return volunteer_board.Team(
        name=target.title if target else locality.words(OTHERS),
        facts=tuple(facts),
        people=tuple(
            volunteer_board.Volunteer(
                name=each.name,
                post=each.post,
                skills=locality.words(Words("、", ", ")).join(each.skills),
                hours=_hours(locality, HOURS_EACH, each.hours) if each.hours else "",
                portrait=photo_path(locality, each.portrait),
                origin=each.origin,
            )
            for each in people
        ),
    )


def _hours(locality: Locality, words: Words, hours: Quantity) -> str:
    text = hours.text(locality.language)
    return locality.words(words).format(n=text, s=ending(text))
