"""Micro-wishes (微心愿): what is wished for, where it came up, what is planned, who helps, when it came true.

Whoever wishes is never named: there is no field for it, and texts that name a resident or a flat are refused.
Numbers are given in order, so that a gap shows a wish that was lost. A wish is realized, in hand or open; a date
to come is no realization. The median of days is told of those alone whose two dates are known to the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    DocumentView,
    FigureLine,
    Figures,
    Lines,
    Marked,
    Section,
    Table,
)
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Panel
from noticeboard.kinds.breakdown import Column, Subject, breakdown, rate, statistic
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.periods import by_period, period_counts
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality, Records
from noticeboard.page import Page, relative
from noticeboard.records import Field, Record, Text, WhenField, Whole
from noticeboard.statistic import Part, Statistic
from noticeboard.values.partial_date import PartialDate, latest
from noticeboard.values.quantity import Quantity

E_WISH_NUMBER = code("E-WISH-NUMBER", "微心愿的编号重复", "two wishes with one number")
N_WISH_GAP = code("N-WISH-GAP", "微心愿的编号有缺", "a gap in the numbers of wishes")
E_WISH_ORDER = code("E-WISH-ORDER", "微心愿的实现早于征集", "a wish that came true before it was made")
E_WISH_HELPER = code(
    "E-WISH-HELPER", "实现了的微心愿没有写谁帮忙", "a wish that came true with nobody's help"
)

FOLDER, ORDER, SHOWN = "wishes", 68, 6
TITLE = Words("微心愿", "Micro-wishes")
WISH, HELPER, STATE = Words("心愿", "Wish"), Words("认领", "Taken up by"), Words("进展", "State")
REALIZED, IN_HAND, OPEN = Words("已实现", "Come true"), Words("已认领", "Taken up"), Words("待认领", "Open")
RATE = Words("实现", "Came true")
MEDIAN = Words("从征集到实现，一半的心愿在{n}天以内", "Half of them came true within {n} day{s}")
MEDIAN_BASE = Words("（按写明日期的{n}个计算）", " (of {n} with both dates)")
PLAN = Words("打算：{}", "plan: {}")
UNIT = Words("个", "")
WISHES, MADE = Words("个数", "Wishes"), Words("征集", "Made")
BY_STATE, IN_TIME = Words("按进展", "By state"), Words("按时间", "By period")
MADE_IN, REALIZED_IN = "wishes.made.", "wishes.realized.in."
SUBJECT = Subject(
    "wish",
    FOLDER,
    70,
    TITLE,
    UNIT,
    Words(
        "计入登记的每一个微心愿；实现日期还没到的算未实现。",
        "Every wish recorded; one whose day of coming true is still to come has not come true.",
    ),
)
PERIOD_SAID = Words(
    "“征集”按征集时间计全部心愿，“已实现”按实现时间只计已实现的。",
    "“Made” counts all wishes by the day they were made, “come true” those that did by that day.",
)


@dataclass(frozen=True, kw_only=True)
class Wish(Record):
    """One wish; nobody is named."""

    number: Annotated[Whole, Field("序号")]
    what: Annotated[Text, Field("心愿")]
    origin_of: Annotated[Text, Field("征集途径", "came up through")] = ""
    made: Annotated[WhenField | None, Field("征集")] = None
    plan: Annotated[Text, Field("打算")] = ""
    helper: Annotated[Text, Field("认领")] = ""
    """An organization, a unit, a team; of a person no more than the office."""
    realized: Annotated[WhenField | None, Field("实现")] = None


def is_realized(wish: Wish, today: date) -> bool:
    """Whether it has come true by `today`."""
    return wish.realized is not None and wish.realized.first <= today


def days_taken(wishes: Sequence[Wish], today: date) -> tuple[int, ...]:
    """The days from wish to realization of all that state both to the day, ascending."""
    known = (w for w in wishes if is_realized(w, today) and w.made and w.realized)
    return tuple(
        sorted(
            (w.realized.first - w.made.first).days
            for w in known
            if w.made and w.realized and w.made.first == w.made.last and w.realized.first == w.realized.last
        )
    )


def check(wish: Wish) -> Iterator[Diagnostic]:
    """What is wrong with one wish."""
    yield from nameless(
        (((key,), getattr(wish, key)) for key in ("what", "plan", "helper", "note", "body")), wish.origin
    )
    if wish.made and wish.realized and wish.realized.last < wish.made.first:
        yield Diagnostic(
            E_WISH_ORDER,
            Words(
                f"实现（{wish.realized.text('zh')}）早于征集（{wish.made.text('zh')}）",
                f"it came true ({wish.realized.text('en')}) before it was made ({wish.made.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            wish.origin.at("realized"),
        )
    if wish.realized and not wish.helper:
        yield Diagnostic(
            E_WISH_HELPER,
            Words(
                f"{wish.number}号心愿写了实现，没有写谁认领",
                f"wish {wish.number} came true, and helper is empty",
            ),
            Words(
                "加一行 认领: …（写单位、队伍或职务）", "add a line helper: … (a unit, a team or an office)"
            ),
            wish.origin.at("realized"),
        )


def check_place(records: Records) -> Iterator[Diagnostic]:
    """Numbers that stand twice, and gaps between the first and the last."""
    seen: dict[int, Wish] = {}
    for wish in records.of(Wish):
        if wish.number in seen:
            yield Diagnostic(
                E_WISH_NUMBER,
                Words(f"序号{wish.number}用了两次", f"the number {wish.number} stands twice"),
                Words("给后一个换一个没用过的序号", "give the later one a number of its own"),
                wish.origin.at("number"),
            )
        seen.setdefault(wish.number, wish)
    missing = sorted(set(range(min(seen, default=0), max(seen, default=0))) - seen.keys())
    if missing:
        shown = "、".join(map(str, missing[:8])) + ("等" if len(missing) > 8 else "")
        yield Diagnostic(
            N_WISH_GAP,
            Words(f"微心愿的序号缺{shown}", f"numbers of wishes are missing: {shown}"),
            Words(
                "补上缺的心愿；作废的写一条并在备注里说明",
                "add them; of one that was withdrawn say so in its note",
            ),
            seen[max(seen)].origin.at("number"),
        )


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    wishes = records.of(Wish)
    if wishes:
        came_true = [wish for wish in wishes if is_realized(wish, today)]
        yield "wishes", len(wishes)
        yield "wishes.realized", len(came_true)
        yield "wishes.taken_up", sum(bool(wish.helper) and not is_realized(wish, today) for wish in wishes)
        yield from period_counts(MADE_IN, (wish.made for wish in wishes))
        yield from period_counts(REALIZED_IN, (wish.realized for wish in came_true))


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many came true, how many were taken up, and when."""
    total, realized = (locality.summary.count(key) for key in ("wishes", "wishes.realized"))
    if total:
        taken = locality.summary.count("wishes.taken_up")
        states = ((REALIZED, realized), (IN_HAND, taken), (OPEN, total - realized - taken))
        parts = tuple(
            Part(locality.words(label), (count,), strong=label is REALIZED)
            for label, count in states
            if count
        )
        column = Column(WISHES, "", total)
        periods = (Column(MADE, MADE_IN, total), Column(REALIZED, REALIZED_IN, realized))
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_STATE, STATE, (column,), parts),
            by_period(locality, IN_TIME, periods, PERIOD_SAID),
            figures=(rate(locality, SUBJECT, RATE, "wishes.realized", "wishes"),),
        )


def _dates(wish: Wish) -> tuple[PartialDate, ...]:
    return tuple(when for when in (wish.made, wish.realized) if when)


def _changes(wish: Wish, today: date) -> Iterator[date]:
    if wish.realized and wish.realized.first > today:
        yield wish.realized.first


def _on_day(wish: Wish, day: date) -> Wish | None:
    return None if wish.made and wish.made.first > day else wish


def state_of(locality: Locality, wish: Wish) -> Marked:
    """Mark and word of the state of a wish, with the day on which it came true."""
    if is_realized(wish, locality.today) and wish.realized:
        return Marked("tick", locality.words(REALIZED), wish.realized.text(locality.language))
    return Marked("half", locality.words(IN_HAND)) if wish.helper else Marked("ring", locality.words(OPEN))


def figures(locality: Locality) -> tuple[FigureLine, ...]:
    """n of n came true, here and below."""
    summary = locality.summary
    latest_day = latest(
        (each for wish in locality.records.of(Wish) for each in _dates(wish)), by=locality.today
    )
    line = rate_line(
        locality.words(RATE),
        Quantity(Decimal(summary.count("wishes.realized"))),
        Quantity(Decimal(summary.count("wishes"))),
        locality.language,
        unit=locality.words(UNIT),
        as_of=latest_day.text(locality.language) if latest_day else locality.as_of("wish"),
    )
    return (line,) if line else ()


def median_text(locality: Locality, wishes: Sequence[Wish]) -> str:
    """How long it takes, as half of the wishes do; empty where no two dates are known to the day."""
    days = days_taken(wishes, locality.today)
    if not days:
        return ""
    half = int(median(days)) if float(median(days)).is_integer() else float(median(days))
    realized = sum(is_realized(wish, locality.today) for wish in wishes)
    base = locality.words(MEDIAN_BASE).format(n=len(days)) if len(days) < realized else ""
    return locality.words(MEDIAN).format(n=half, s=ending(half)) + base


def in_order(wishes: Sequence[Wish], today: date) -> tuple[Wish, ...]:
    """What can still be taken up first, then by number."""
    return tuple(sorted(wishes, key=lambda wish: (is_realized(wish, today), bool(wish.helper), wish.number)))


def panels(locality: Locality) -> Iterator[Panel]:
    """How many came true, how long it took, and those to take up."""
    if not locality.summary.count("wishes"):
        return
    url = locality.records.url
    wishes = in_order(locality.records.of(Wish), locality.today)
    more = (len(wishes), relative(url, locality.url(FOLDER))) if len(wishes) > SHOWN else None
    blocks = (*_head(locality, wishes), *_table(locality, wishes[:SHOWN]), *_places(locality, url))
    yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks, more))


def pages(locality: Locality) -> Iterator[Page]:
    """All wishes of the place."""
    wishes = in_order(locality.records.of(Wish), locality.today)
    if len(wishes) <= SHOWN:
        return
    url, title = locality.url(FOLDER), locality.words(TITLE)
    section = Section(title, "all", (*_head(locality, wishes), *_table(locality, wishes)))
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), (section,)))


def _head(locality: Locality, wishes: Sequence[Wish]) -> Iterator[Block]:
    yield Figures(figures(locality))
    text = median_text(locality, wishes)
    if text:
        yield Lines((text,), quiet=True)


def _table(locality: Locality, wishes: Sequence[Wish]) -> Iterator[Block]:
    if not wishes:
        return
    words = locality.words
    rows = tuple(
        (f"{wish.number}. {wish.what}", wish.helper or _planned(locality, wish), state_of(locality, wish))
        for wish in wishes
    )
    yield Table(words(TITLE), ((words(WISH), "text"), (words(HELPER), "text"), (words(STATE), "text")), rows)


def _planned(locality: Locality, wish: Wish) -> str:
    return locality.words(PLAN).format(wish.plan) if wish.plan else ""


def _places(locality: Locality, page_url: str) -> Iterator[Block]:
    rows = rows_by_child(locality, page_url, ("wishes", "wishes.realized"))
    if rows:
        words = locality.words
        columns = (
            (words(Words("地点", "Place")), "text"),
            (words(TITLE), "number"),
            (words(REALIZED), "number"),
        )
        yield Table(
            words(TITLE),
            columns,  # type: ignore[arg-type]  # each kind is one of the three
            tuple((row.name, f"{row.counts[0]:,}", f"{row.counts[1]:,}") for row in rows),
        )


def _title(wish: Wish) -> str:
    return wish.what


KIND = Kind(
    name="wish",
    folder=FOLDER,
    words=TITLE._replace(en="micro-wish"),
    record=Wish,
    title=_title,
    on_day=_on_day,
    check=check,
    check_place=check_place,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    pages=pages,
    panels=panels,
    statistics=statistics,
    starter=Words(
        "- 序号: 1\n  心愿: 想要一台收音机\n  征集: 2026-03-05\n  # 认领: 志愿服务队\n  # 实现: 2026-03-20\n",
        "- number: 1\n  what: a radio\n  made: 2026-03-05\n  # helper: volunteer team\n  # realized: 2026-03-20\n",
    ),
)
