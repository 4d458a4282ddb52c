"""How shifts are said: days, names, who serves, what is lacking; the same on page, panel, board and form.

Names arrive as they may be shown. Where several persons of one rota look alike, because their names are withheld or
are the same, each bears its number in brackets, so that a swap and a share can still be read.
"""

from __future__ import annotations

from calendar import month_name
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from noticeboard.kinds.rota.count import people_of
from noticeboard.kinds.rota.record import WEEK, Holds, Line, Rota
from noticeboard.kinds.rota.shifts import Duty, Shift
from noticeboard.languages import Language, Words, ending
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.time_window import TimeWindow

LIST, COMMA, STOP = Words("、", ", "), Words("，", ", "), Words("；", "; ")
REINFORCED = Words("加强", "reinforced")
LACKING = Words("空缺{n}人", "{n} vacant")
OF_UNIT = Words("{unit}{n}人", "{unit} ({n})")
INSTEAD = Words("{new}替{old}", "{new} for {old}")
EVERY_DAY, FROM_TO = Words("每天", "every day"), Words("{}至{}", "{} to {}")
NUMBERED = Words("{name}（{n}）", "{name} ({n})")

Names = Mapping[int, str]
"""What each person of a rota is called, by number."""


def names_of(rota: Rota, language: Language) -> Names:
    """The names as they may be shown, numbered where several look alike."""
    people = people_of(rota)
    alike = Counter(person.name for person in people)
    seen: Counter[str] = Counter()
    names = {}
    for person in people:
        seen[person.name] += 1
        numbered = NUMBERED.to(language).format(name=person.name, n=seen[person.name])
        names[person.number] = numbered if alike[person.name] > 1 else person.name
    return names


def day_text(day: date, language: Language) -> str:
    """`11月20日 周五`; `Fri 20 November`."""
    weekday = WEEK[day.weekday()].words
    if language == "zh":
        return f"{day.month}月{day.day}日 {weekday.zh}"
    return f"{weekday.en[:3]} {day.day} {month_name[day.month]}"


def month_text(day: date, language: Language) -> str:
    """`2026年11月`."""
    return PartialDate(day.year, day.month).text(language)


def people_texts(shift: Shift, names: Names, language: Language) -> tuple[str, ...]:
    """Who serves, one by one: `示例荒`, `示例黄`, `巡防队2人`."""
    said = [names[duty.person.number] for duty in shift.duties]
    if shift.unit:
        sent = OF_UNIT.to(language).format(unit=shift.unit, n=shift.of_unit)
        said.append(sent if shift.of_unit else shift.unit)
    return tuple(said)


def who_text(shift: Shift, names: Names, language: Language) -> str:
    """`示例荒、示例黄`, `示例荒、空缺1人`; empty where nobody is named and nobody lacks."""
    lacking = (lacking_text(shift, language),) if shift.missing else ()
    return LIST.to(language).join((*people_texts(shift, names, language), *lacking))


def lacking_text(shift: Shift, language: Language) -> str:
    """`空缺1人`; empty where nobody lacks."""
    return LACKING.to(language).format(n=shift.missing) if shift.missing else ""


def swap_text(duty: Duty, names: Names, language: Language) -> str:
    """`示例荒替示例黄`."""
    old = names[duty.instead_of.number] if duty.instead_of else ""
    return INSTEAD.to(language).format(new=names[duty.person.number], old=old)


def window_text(window: TimeWindow, language: Language, *, reinforced: bool = False) -> str:
    """`16:00—21:00`, `16:00—21:00 加强`."""
    text = window.text(language)
    return f"{text} {REINFORCED.to(language)}" if reinforced else text


def gap_note(shift: Shift, language: Language) -> str:
    """`需要2人，有1人；正在招募`."""
    said = Words("需要{needed}人，有{here}人", "{needed} needed, {here} on duty").to(language)
    counted = said.format(needed=shift.needed, here=len(shift.duties))
    return STOP.to(language).join(part for part in (counted, shift.vacancy) if part)


def days_text(days: Sequence[date], language: Language) -> str:
    """`11月6日、13日、12月4日`; `6, 13 November, 4 December`."""
    by_month: dict[int, list[date]] = {}
    for day in days:
        by_month.setdefault(day.month, []).append(day)
    parts = []
    for month, found in by_month.items():
        numbers = [f"{day.day}日" if language == "zh" else str(day.day) for day in found]
        listed = LIST.to(language).join(numbers)
        parts.append(f"{month}月{listed}" if language == "zh" else f"{listed} {month_name[month]}")
    return LIST.to(language).join(parts)


def when_text(line: Line, language: Language, *, is_dated: bool) -> str:
    """`周一、周三`, `周一至周五（工作日）`, `每天`; where the rota has no days nothing is said that nobody wrote."""
    days = line.weekday
    numbers = [WEEK.index(day) for day in days]
    labels = [day.words.to(language) for day in days]
    if len(days) > 2 and numbers == list(range(numbers[0], numbers[0] + len(days))):
        text = FROM_TO.to(language).format(labels[0], labels[-1])
    else:
        text = LIST.to(language).join(labels)
    holds = line.days.words.to(language)
    if line.days is not Holds.EVERY:
        return Words("{}（{}）", "{} ({})").to(language).format(text, holds) if text else holds
    return text or (EVERY_DAY.to(language) if is_dated else "")


def people_text(number: int, language: Language) -> str:
    """`12人`; `12 people`."""
    return f"{number}人" if language == "zh" else f"{number} {'person' if number == 1 else 'people'}"


def shifts_text(number: int, language: Language) -> str:
    """`60班`; `60 shifts`."""
    return f"{number:,}班" if language == "zh" else f"{number:,} shift{ending(number)}"
