"""Activities (活动): clinics, courses, matches, lectures, contests: when, for whom, how many came, what came of it.

Attendance keeps its hedge and is added up with it. A weekly theme belongs to a series; a series whose sessions are
not known one by one states how many there were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
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
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds.breakdown import Column, Subject, amount, breakdown, by_choice, statistic
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.page import Page, relative
from noticeboard.records import (
    Choice,
    Field,
    PeriodField,
    QuantityField,
    Record,
    Text,
    Texts,
    WhenField,
    choice,
    listed,
)
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate, latest
from noticeboard.values.quantity import Hedge, Quantity
from noticeboard.values.total import total

E_ACTIVITY = code(
    "E-ACTIVITY", "活动场次和逐场记录不符", "an activity whose sessions are not as many as stated"
)

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
OF_SORT, SORT, BY_SORT = "activities.sort.", Words("种类", "Sort"), Words("按种类", "By sort")
SUBJECT = Subject(
    "activity",
    FOLDER,
    80,
    TITLE,
    Words("项", ""),
    Words(
        "每项活动计一次，一个系列也是一项；场次只计已举办的，人次只计准确的数。",
        "Each activity counts once, a series as well; sessions are those held, attendance adds up exact numbers "
        "alone.",
    ),
)
HEDGED = Words(
    "另有{n}项活动的人次是约数，没有加进来。", "The attendance of {n} more is approximate and not added."
)


class Sort(Choice):
    """What sort of activity it is."""

    CLINIC = "clinic", "义诊", "clinic"
    COURSE = "course", "培训", "course"
    MATCH = "match", "文体活动", "match"
    LECTURE = "lecture", "讲座", "lecture"
    CONTEST = "contest", "比赛", "contest"
    CLEANUP = "cleanup", "志愿清洁", "clean-up"
    OTHER = "other", "其他活动", "activity"


@dataclass(frozen=True, kw_only=True)
class Session:
    """One session of an activity."""

    when: Annotated[WhenField, Field("时间")]
    theme: Annotated[Text, Field("主题")] = ""
    attendance: Annotated[QuantityField | None, Field("人次")] = None


@dataclass(frozen=True, kw_only=True)
class Activity(Record):
    """One activity, with its sessions or with how many there were."""

    title: Annotated[Text, Field("名称")]
    sort: Annotated[Sort, choice(Sort), Field("种类")]
    by: Annotated[Texts, Field("主办")] = ()
    where: Annotated[Text, Field("地点")] = ""
    when: Annotated[WhenField | None, Field("时间")] = None
    period: Annotated[PeriodField | None, Field("期间")] = None
    rhythm: Annotated[Text, Field("频次")] = ""
    """每周一个主题."""
    days: Annotated[QuantityField | None, Field("天数")] = None
    number: Annotated[QuantityField | None, Field("场次")] = None
    attendance: Annotated[QuantityField | None, Field("人次")] = None
    teams: Annotated[QuantityField | None, Field("队伍")] = None
    sessions: Annotated[tuple[Session, ...], listed, Field("逐场")] = ()
    fee: Annotated[Text, Field("费用")] = ""
    result: Annotated[Text, Field("结果")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None


def check(activity: Activity) -> Iterator[Diagnostic]:
    """Sessions that stand here against how many are stated."""
    stated = activity.number
    if stated and activity.sessions and stated.hedge is Hedge.EXACT and stated.value < len(activity.sessions):
        yield Diagnostic(
            E_ACTIVITY,
            Words(
                f"场次写{stated.text('zh')}，逐场写了{len(activity.sessions)}场",
                f"{stated.text('en')} sessions are stated, {len(activity.sessions)} stand here",
            ),
            Words("核对场次，或去掉多写的", "check the number, or take out what is too much"),
            activity.origin.at("number"),
        )


def held(activity: Activity, today: date) -> int:
    """How many sessions had been held by `today`, where they stand one by one or are stated as a plain number."""
    if activity.sessions:
        return sum(session.when.first <= today for session in activity.sessions)
    if activity.number is not None:
        return int(activity.number.value) if activity.number.hedge is Hedge.EXACT else 0
    return 0 if is_coming(activity, today) else 1


def is_coming(activity: Activity, today: date) -> bool:
    """Whether all of it is still to come."""
    start = activity.when or (activity.period.start if activity.period else None)
    days = [session.when.first for session in activity.sessions] or ([start.first] if start else [])
    return bool(days) and min(days) > today


def attendance_of(activity: Activity, today: date) -> Quantity | None:
    """How many came in all: what is stated, or the sum of the sessions with its hedge."""
    if activity.attendance is not None:
        return activity.attendance
    known = [s.attendance for s in activity.sessions if s.attendance is not None and s.when.first <= today]
    return total(known) if known else None


def day_of(activity: Activity, today: date) -> PartialDate | None:
    """The last day that it speaks of."""
    days = [session.when for session in activity.sessions if session.when.first <= today]
    period = activity.period
    return (
        latest(days, by=today)
        or activity.when
        or (period.end or period.start if period else None)
        or activity.as_of
    )


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
        lines = (line for each in activities for line in locality.cited(each, url))
        sources = tuple(dict.fromkeys((line.title, line.href) for line in lines))
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


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    activities = records.of(Activity)
    if activities:
        yield "activities", len(activities)
        sessions = sum(held(each, today) for each in activities)
        if sessions:
            yield "activities.sessions", sessions
        sorts = Counter(each.sort for each in activities)
        yield from ((OF_SORT + sort.value, count) for sort, count in sorts.items())
        hedged = sum(
            1 for each in activities if (n := attendance_of(each, today)) and n.hedge is not Hedge.EXACT
        )
        if hedged:
            yield "activities.hedged", hedged
        exact = [
            n.value for each in activities if (n := attendance_of(each, today)) and n.hedge is Hedge.EXACT
        ]
        if exact:
            yield "activities.attendance", int(sum(exact))


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many of each sort, their sessions, how many came."""
    total, hedged = (locality.summary.count(key) for key in ("activities", "activities.hedged"))
    if total:
        column = Column(TITLE, OF_SORT, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_SORT, SORT, (column,), by_choice(locality, column, Sort)),
            figures=(
                amount(locality, SUBJECT, SESSIONS, "activities.sessions", UNIT),
                amount(locality, SUBJECT, PEOPLE, "activities.attendance", TIMES),
            ),
            notes=(locality.words(HEDGED).format(n=hedged),) if hedged else (),
        )


def _changes(activity: Activity, today: date) -> Iterator[date]:
    days = [session.when.first for session in activity.sessions]
    days += [activity.when.first] if activity.when else []
    days += [activity.period.start.first] if activity.period and activity.period.start else []
    yield from (day for day in days if day > today)


def _dates(activity: Activity) -> Iterator[PartialDate]:
    yield from (session.when for session in activity.sessions)
    yield from (day for day in (activity.when, activity.as_of) if day)


def _on_day(activity: Activity, day: date) -> Activity | None:
    return None if is_coming(activity, day) else activity


def _is_done(activity: Activity, today: date) -> bool:
    return not is_coming(activity, today)


def _title(activity: Activity) -> str:
    return activity.title


KIND = Kind(
    name="activity",
    folder=FOLDER,
    words=Words("活动", "activity"),
    record=Activity,
    title=_title,
    is_done=_is_done,
    on_day=_on_day,
    check=check,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 名称: 社区义诊
  种类: 义诊    # 义诊、培训、文体活动、讲座、比赛、志愿清洁、其他活动
  主办: [社区卫生服务站]
  地点: 中心花园
  时间: 2026-05-16
  人次: 60余
""",
        """\
- title: Free clinic
  sort: clinic    # clinic, course, match, lecture, contest, cleanup, other
  by: [community health station]
  where: central garden
  when: 2026-05-16
  attendance: 60余
""",
    ),
)
