"""Activities as pages show them: sessions and attendance in sum, one row each, those to come first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    DocumentView,
    FigureLine,
    Figures,
    Marked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.activity.record import Activity, attendance_of, day_of, is_coming
from noticeboard.kinds.cited import sources_of
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.total import total

FOLDER, ORDER, SHOWN = "activities", 70, 6
TITLE = Words("活动", "Activities")
NAME, WHEN, CAME, STATE = (
    Words("活动", "Activity"),
    Words("时间", "When"),
    Words("参加", "Attendance"),
    Words("进展", "State"),
)
SESSIONS, PEOPLE = Words("活动场次", "Sessions"), Words("参加人次", "Attendance")
UNIT, TIMES = Words("场", ""), Words("人次", "")
COMING, HELD = Words("将举办", "to come"), Words("已举办", "held")
THEME = Words("主题：{}", "theme: {}")
LIST = Words("、", ", ")


def in_order(locality: Locality) -> list[Activity]:
    """Those to come first, then the latest."""
    today = locality.today

    def rank(activity: Activity) -> tuple[bool, int]:
        day = day_of(activity, today)
        return not is_coming(activity, today), -(day.last.toordinal() if day else 0)

    return sorted(locality.records.of(Activity), key=rank)


def panels(locality: Locality) -> Iterator[Panel]:
    """What was held in all, what is to come, the latest."""
    activities, url = in_order(locality), locality.records.url
    blocks = [*_figures(locality), *_table(locality, activities[:SHOWN])]
    if blocks:
        more = (len(activities), relative(url, locality.url(FOLDER))) if len(activities) > SHOWN else None
        sources = sources_of(locality, activities, url)
        yield Panel(
            ORDER,
            PANEL_TEMPLATE,
            Section(locality.words(TITLE), FOLDER, tuple(blocks), more, sources=sources),
        )


def pages(locality: Locality) -> Iterator[Page]:
    """All activities of the place, where the panel does not show them all."""
    activities = in_order(locality)
    if len(activities) > SHOWN:
        url, title = locality.url(FOLDER), locality.words(TITLE)
        section = Section(title, "all", (*_figures(locality), *_table(locality, activities)))
        yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), (section,)))


def _figures(locality: Locality) -> Iterator[Block]:
    words, summary = locality.words, locality.summary
    lines = []
    if summary.count("activities.sessions"):
        lines.append(FigureLine(words(SESSIONS), f"{summary.count('activities.sessions'):,}", words(UNIT)))
    known = [
        n for each in locality.records.of(Activity) if (n := attendance_of(each, locality.today)) is not None
    ]
    if known:
        lines.append(FigureLine(words(PEOPLE), total(known).text(locality.language), words(TIMES)))
    if lines:
        yield Figures(tuple(lines))


def _table(locality: Locality, activities: Sequence[Activity]) -> Iterator[Block]:
    if not activities:
        return
    words = locality.words
    columns = ((words(NAME), "text"), (words(WHEN), "date"), (words(CAME), "number"), (words(STATE), "text"))
    rows = tuple(_row(locality, activity) for activity in activities)
    yield Table(words(TITLE), columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    said = tuple(activity.note for activity in activities if activity.note)
    if said:
        yield Notes(said)


def _row(locality: Locality, activity: Activity) -> tuple[str | Marked, ...]:
    words, language, today = locality.words, locality.language, locality.today
    attendance = attendance_of(activity, today)
    came = f"{attendance.text(language)}{words(TIMES)}" if attendance else ""
    coming = is_coming(activity, today)
    state = Marked("ring" if coming else "tick", words(COMING if coming else HELD), activity.result)
    return (_name(locality, activity), _when(locality, activity), came, state)


def _name(locality: Locality, activity: Activity) -> str:
    words = locality.words
    extra = (words(LIST).join(activity.by), activity.where, activity.rhythm, activity.fee)
    said = words(Words("，", ", ")).join(part for part in extra if part)
    return words(Words("{}（{}）", "{} ({})")).format(activity.title, said) if said else activity.title


def _when(locality: Locality, activity: Activity) -> str:
    words, language = locality.words, locality.language
    if activity.sessions:
        number = words(Words("{n}场", "{n} sessions")).format(n=len(activity.sessions))
        day = day_of(activity, locality.today) or activity.sessions[0].when
        theme = next((s.theme for s in reversed(activity.sessions) if s.when == day and s.theme), "")
        parts = (number, day.text(language), words(THEME).format(theme) if theme else "")
        return words(Words("，", ", ")).join(part for part in parts if part)
    if activity.period:
        return activity.period.text(language)
    found = activity.when or activity.as_of
    days = words(Words("{n}天", "{n} days")).format(n=activity.days.text(language)) if activity.days else ""
    number = (
        words(Words("{n}场", "{n} sessions")).format(n=activity.number.text(language))
        if activity.number
        else ""
    )
    return words(Words("，", ", ")).join(
        part for part in (number, days, found.text(language) if found else "") if part
    )
