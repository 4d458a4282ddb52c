"""What is summed up of a rota: hours against targets, everybody's share, swaps and changes, gaps.

Nothing here depends on the day but which gaps a panel still tells, so that a page does not change for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.diagnostics import KeyPath
from noticeboard.document import Block, Cell, Column, FigureLine, Figures, Lines, Marked, Notes, Table
from noticeboard.kinds.rota.blocks import DAY, HOURS, TIME, Listed
from noticeboard.kinds.rota.count import gaps, shares_of, weekly_average
from noticeboard.kinds.rota.record import Mode
from noticeboard.kinds.rota.shifts import Shift
from noticeboard.kinds.rota.text import (
    COMMA,
    INSTEAD,
    day_text,
    days_text,
    gap_note,
    lacking_text,
    people_text,
    shifts_text,
    who_text,
    window_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.values.time_window import hours_text

ALL_HOURS, AVERAGE = Words("排班总时长", "Hours on duty"), Words("人均每周", "A week, on average")
TARGET, ABOUT = Words("目标{}", "target {}"), Words("约{}", "about {}")
GAPS, SHORT = Words("空缺", "Vacant"), Words("{all}中{n}班缺人", "{n} of {all} short of people")
PLACES = Words("人次", " places")
UNCOUNTED = Words(
    "另有{}由单位承担，没有写人数，不计时长", "{} more by units that do not say how many people they send"
)
NAME, SHIFTS = Words("姓名", "Name"), Words("班次", "Shifts")
REST, WEEKEND = Words("周末和节假日", "Days of rest"), Words("周末", "Weekends")
LATE, WHOLE = Words("晚间", "Evenings"), Words("合计", "Total")
BASE = Words(
    "{people}，{days}天，{shifts}。晚间指有一部分在18:00以后或6:00以前的班。",
    "{people}, {days} days, {shifts}. Evenings are shifts of which a part lies after 18:00 or before 6:00.",
)
SHARES, CHANGES = Words("每人班次", "Everybody's share"), Words("换班和变动", "Swaps and changes")
WHAT, WHY = Words("变动", "Change"), Words("原因", "Why")
NOBODY = Words("{old}请假，无人接班", "{old} is away and nobody comes")
MORE_GAPS = Words("另有{}缺人。", "{} more are short of people.")


def figures(locality: Locality, shown: Listed) -> Iterator[Block]:
    """Person-hours against the target of all, the average of a week against that of one, places that are empty."""
    words, language, total, rota = locality.words, locality.language, shown.total, shown.rota
    if not total.shifts:
        return
    target = words(TARGET)
    base = [shifts_text(total.shifts, language)]
    base += [people_text(total.people, language)] if total.people else []
    base += [target.format(hours_text(rota.total_hours, language))] if rota.total_hours else []
    lines = [FigureLine(words(ALL_HOURS), hours_text(total.minutes, language), base=words(COMMA).join(base))]
    average = weekly_average(rota, shown.roster)
    if average is not None:
        whole = average.denominator == 1
        text = hours_text(int(average), language)
        about = text if whole else words(ABOUT).format(hours_text(round(average), language))
        weekly = target.format(hours_text(rota.weekly_hours, language)) if rota.weekly_hours else ""
        lines.append(FigureLine(words(AVERAGE), about, base=weekly))
    if total.missing:
        short = words(SHORT).format(all=shifts_text(total.shifts, language), n=total.short)
        lines.append(FigureLine(words(GAPS), f"{total.missing:,}", words(PLACES), short))
    yield Figures(tuple(lines))
    if total.uncounted:
        yield Notes((words(UNCOUNTED).format(shifts_text(total.uncounted, language)),))


def share_table(locality: Locality, shown: Listed) -> Iterator[Block]:
    """Shifts, hours, days of rest and evenings of everybody, with what they are counted on."""
    words, language, rota = locality.words, locality.language, shown.rota
    shares = shares_of(rota, shown.roster)
    if not shares:
        return
    columns: tuple[Column, ...] = (
        (words(NAME), "text"),
        (words(SHIFTS), "number"),
        (words(HOURS), "number"),
        (words(REST if rota.rest_known else WEEKEND), "number"),
        (words(LATE), "number"),
    )
    rows = tuple(
        (
            shown.names[share.person.number] if share.person else share.unit,
            str(share.shifts),
            hours_text(share.minutes, language),
            str(share.rest),
            str(share.late),
        )
        for share in shares
    )
    whole = hours_text(shown.total.minutes, language)
    yield Table(words(SHARES), columns, rows, (words(WHOLE), "", whole, "", ""))
    base = words(BASE).format(
        people=people_text(shown.total.people, language),
        days=len(rota.days),
        shifts=shifts_text(shown.total.shifts, language),
    )
    yield Lines((base,), quiet=True)


def change_table(locality: Locality, shown: Listed) -> Iterator[Block]:
    """Swaps, and days that differ from the pattern."""
    words, rota = locality.words, shown.rota
    rows = [*_swaps(locality, shown), *_singles(locality, shown)]
    if rows:
        columns: tuple[Column, ...] = ((words(DAY), "date"), (words(WHAT), "text"), (words(WHY), "text"))
        by_day = sorted(rows, key=lambda row: row[0])
        cells = tuple((day_text(day, locality.language), what, why) for day, what, why in by_day)
        yield Table(words(CHANGES), columns, cells)
    if rota.note:
        yield Notes((rota.note,))


def _swaps(locality: Locality, shown: Listed) -> Iterator[tuple[date, str, str]]:
    names, language = shown.names, locality.language
    for swap in shown.rota.swaps:
        old = names[swap.from_.number]
        text = INSTEAD if swap.to else NOBODY
        said = text.to(language).format(new=names[swap.to.number] if swap.to else "", old=old)
        hours = f"{swap.time.text(language)} " if swap.time else ""
        yield swap.date, hours + said, swap.why


def _singles(locality: Locality, shown: Listed) -> Iterator[tuple[date, str, str]]:
    language = locality.language
    for number, single in enumerate(shown.rota.dates):
        word = single.mode.words.to(language)
        if single.mode is Mode.OFF or single.time is None:
            yield single.date, word, single.why
            continue
        shift = next((each for each in shown.roster.shifts if each.path == ("dates", number)), None)
        who = who_text(shift, shown.names, language) if shift else ""
        hours = window_text(single.time, language, reinforced=single.reinforced)
        yield single.date, " ".join(part for part in (word, hours, who) if part), single.why


def gap_table(
    locality: Locality, shown: Listed, *, since: date | None = None, most: int = 0
) -> Iterator[Block]:
    """Every gap, those of one line together; with `since` those from that day on, with `most` the first."""
    words, language = locality.words, locality.language
    groups: dict[tuple[KeyPath, int, str], list[Shift]] = {}
    for shift in gaps(shown.roster.shifts):
        if since is None or shift.day >= since:
            groups.setdefault((shift.path, shift.missing, shift.vacancy), []).append(shift)
    if not groups:
        return
    columns: tuple[Column, ...] = ((words(DAY), "date"), (words(TIME), "text"), (words(GAPS), "text"))
    found = list(groups.values())
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            days_text([shift.day for shift in group], language),
            " ".join(part for part in (group[0].window.text(language), group[0].post) if part),
            Marked("ring", lacking_text(group[0], language), gap_note(group[0], language)),
        )
        for group in (found[:most] if most else found)
    )
    yield Table(words(GAPS), columns, rows)
    if most and len(found) > most:
        more = sum(len(group) for group in found[most:])
        yield Lines((words(MORE_GAPS).format(shifts_text(more, language)),))
