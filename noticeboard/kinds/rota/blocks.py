"""What is said first of a rota on pages: who keeps it, when, and the shifts of today with the next ones.

    Locality + Rota ─ listed ▶ Listed (shifts, names, sums) ─ here, month, sums ▶ blocks of noticeboard/document.py

Only the next shifts depend on the day; all else is a matter of the whole period.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from noticeboard.document import Block, Cell, Column, Facts, Lines, Linked, Marked, Table
from noticeboard.kinds.rota.count import Total, total_of
from noticeboard.kinds.rota.record import Rota, bounds_of
from noticeboard.kinds.rota.shifts import Roster, Shift, roster_of
from noticeboard.kinds.rota.text import (
    LIST,
    STOP,
    Names,
    day_text,
    lacking_text,
    names_of,
    people_texts,
    when_text,
    who_text,
    window_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.time_window import hours_text

DAY, TIME = Words("日期", "Day"), Words("时段", "Hours")
WHO, POST = Words("值班", "On duty"), Words("岗位", "Post")
BY, PERIOD, HOW = Words("负责", "Kept by"), Words("期间", "Period"), Words("做法", "How")
WEEKLY, TOTAL_TARGET = Words("每周时长", "Hours a week"), Words("全队时长", "Hours of all")
HOURS, AS_OF = Words("时长", "Hours"), Words("截至", "As of")
TODAY, SINCE_YESTERDAY = Words("今天，{}", "today, {}"), Words("{}起", "since {}")
NO_SHIFT = Words("今天没有班。", "Nobody is on duty today.")
NEXT = Words("今天和接下来", "Today and next")
SHOWN = 5
"""How many shifts a panel shows."""


class Listed(NamedTuple):
    """A rota with its shifts and the names as they may be shown."""

    rota: Rota
    roster: Roster
    names: Names
    total: Total


def listed(locality: Locality, rota: Rota) -> Listed:
    """The rota as it is shown in the language of the place."""
    roster = roster_of(rota)
    return Listed(rota, roster, names_of(rota, locality.language), total_of(rota, roster))


def shown_shifts(roster: Roster, today: date, most: int = SHOWN) -> tuple[Shift, ...]:
    """All of today, one that goes on since last night included, and the next ones, up to `most` together."""
    now = [shift for shift in roster.shifts if shift.is_on(today)]
    later = [shift for shift in roster.shifts if shift.day > today]
    return (*now, *later[: max(0, most - len(now))])


def next_changes(roster: Roster, today: date) -> Iterator[date]:
    """The next day on which the shifts that are shown first are others."""
    if any(shift.is_on(today) for shift in roster.shifts):
        yield today + timedelta(days=1)
    yield from (shift.day for shift in roster.shifts if shift.day > today)


def facts(locality: Locality, rota: Rota) -> Iterator[Block]:
    """Who keeps it, when, where; of a rota without shifts also what is known of its hours."""
    words, language = locality.words, locality.language
    team = locality.target(rota.team) if rota.team else None
    said = [
        (BY, words(LIST).join(part for part in (team.title if team else "", rota.by) if part)),
        (PERIOD, rota.period.text(language) if rota.period else ""),
        (POST, rota.post),
    ]
    if not rota.days:
        said.append((TIME, pattern_text(locality, rota)))
    said += [
        (HOW, rota.how),
        (WEEKLY, hours_text(rota.weekly_hours, language) if rota.weekly_hours else ""),
        (TOTAL_TARGET, hours_text(rota.total_hours, language) if rota.total_hours else ""),
        (AS_OF, rota.as_of.text(language) if rota.as_of else ""),
    ]
    pairs = tuple((words(label), text) for label, text in said if text)
    if pairs:
        yield Facts(pairs)


def pattern_text(locality: Locality, rota: Rota) -> str:
    """`周一、周三 16:00—21:00 加强（巡防队）；…`."""
    words, language = locality.words, locality.language
    lines = []
    for line in rota.pattern:
        days = when_text(line, language, is_dated=bool(rota.days))
        hours = window_text(line.time, language, reinforced=line.reinforced)
        unit = words(Words("（{}）", " ({})")).format(line.unit) if line.unit else ""
        lines.append(" ".join(part for part in (days, hours) if part) + unit)
    return words(STOP).join(lines)


def next_table(locality: Locality, shown: Listed, most: int = SHOWN) -> Iterator[Block]:
    """Today's shifts and the next ones."""
    words, today = locality.words, locality.today
    bounds = bounds_of(shown.rota)
    shifts = shown_shifts(shown.roster, today, most)
    if bounds and bounds.first <= today <= bounds.last and not any(shift.is_on(today) for shift in shifts):
        yield Lines((words(NO_SHIFT),))
    if not shifts:
        return
    has_post = any(shift.post for shift in shifts)
    columns: tuple[Column, ...] = ((words(DAY), "date"), (words(TIME), "text"), (words(WHO), "text"))
    columns += ((words(POST), "text"),) if has_post else ()
    rows = tuple(_row(locality, shown, shift, has_post=has_post) for shift in shifts)
    yield Table(words(NEXT), columns, rows)


def _row(locality: Locality, shown: Listed, shift: Shift, *, has_post: bool) -> tuple[Cell, ...]:
    language, today = locality.language, locality.today
    day = day_text(shift.day, language)
    if shift.day == today:
        day = locality.words(TODAY).format(day)
    elif shift.day < today:
        day = locality.words(SINCE_YESTERDAY).format(day)
    hours = window_text(shift.window, language, reinforced=shift.reinforced)
    who: Cell = who_text(shift, shown.names, language)
    if shift.missing:
        here = locality.words(LIST).join(people_texts(shift, shown.names, language))
        who = Marked("ring", lacking_text(shift, language), here)
    return (day, hours, who, shift.post) if has_post else (day, hours, who)


def task_links(locality: Locality, rota: Rota, page_url: str) -> tuple[Linked, ...]:
    """The tasks that the rota is for."""
    found = (locality.target(reference, "task") for reference in rota.tasks)
    return tuple(Linked(target.title, relative(page_url, target.url)) for target in found if target)
