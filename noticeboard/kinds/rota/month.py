"""The months of a rota as tables with weeks as rows: every day with its shifts, and what is unusual about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.document import Marked, Month, MonthDay, Slot
from noticeboard.kinds.rota.blocks import Listed
from noticeboard.kinds.rota.record import SATURDAY, WEEK, Rota
from noticeboard.kinds.rota.shifts import Shift
from noticeboard.kinds.rota.text import (
    COMMA,
    LIST,
    REINFORCED,
    day_text,
    lacking_text,
    month_text,
    people_texts,
    swap_text,
    window_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality

REST_DAY, WORKED = Words("休", "off"), Words("调休上班", "worked")


def months(locality: Locality, shown: Listed) -> Iterator[tuple[str, Month]]:
    """Every month of the period, weeks as rows."""
    language = locality.language
    weekdays = tuple(day.words.to(language) for day in WEEK)
    by_day: dict[date, list[Shift]] = {}
    for shift in shown.roster.shifts:
        by_day.setdefault(shift.day, []).append(shift)
    for first in dict.fromkeys(day.replace(day=1) for day in shown.rota.days):
        title = month_text(first, language)
        start = first - timedelta(days=first.weekday())
        weeks = []
        while start.replace(day=1) <= first:
            week = [start + timedelta(days=n) for n in range(7)]
            days = tuple(_month_day(locality, shown, day, first, by_day) for day in week)
            weeks += [days] if any(days) else []
            start += timedelta(days=7)
        yield title, Month(title, weekdays, tuple(weeks))


def _month_day(
    locality: Locality, shown: Listed, day: date, month: date, by_day: dict[date, list[Shift]]
) -> MonthDay | None:
    if day.replace(day=1) != month or day not in shown.rota.days:
        return None
    language = locality.language
    slots = tuple(
        Slot(
            window_text(shift.window, language),
            _marked(people_texts(shift, shown.names, language), locality.words(LIST).strip()),
            locality.words(COMMA).join(_remarks(locality, shown, shift)),
            Marked("ring", lacking_text(shift, language)) if shift.missing else None,
        )
        for shift in by_day.get(day, ())
    )
    number = f"{day.day}日" if language == "zh" else str(day.day)
    return MonthDay(number, day_text(day, language), day_note(locality, shown.rota, day), slots)


def day_note(locality: Locality, rota: Rota, day: date) -> str:
    """What is unusual about a day: a weekday off, a weekend day worked; empty where holidays are not known."""
    is_rest, is_weekend = day in rota.rest, day.weekday() >= SATURDAY
    if is_rest is is_weekend:
        return ""
    return locality.words(REST_DAY if is_rest else WORKED)


def _remarks(locality: Locality, shown: Listed, shift: Shift) -> Iterator[str]:
    language = locality.language
    if shift.post and shift.post != shown.rota.post:
        yield shift.post
    if shift.reinforced:
        yield locality.words(REINFORCED)
    yield from (swap_text(duty, shown.names, language) for duty in shift.duties if duty.instead_of)


def _marked(texts: tuple[str, ...], mark: str) -> tuple[str, ...]:
    """The texts of a list, each with the mark after it but the last."""
    return (*(text + mark for text in texts[:-1]), *texts[-1:])
