"""Micro-wishes as pages show them: how many came true, one row each with what is planned and who helps.

The median of days is told of those alone whose two dates are known to the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from statistics import median

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
from noticeboard.kind import Panel
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import child_table
from noticeboard.kinds.wish.record import Wish, dates, days_taken, is_realized
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.partial_date import latest
from noticeboard.values.quantity import Quantity

FOLDER, ORDER, SHOWN = "wishes", 68, 6
TITLE = Words("微心愿", "Micro-wishes")
WISH, HELPER, STATE = Words("心愿", "Wish"), Words("认领", "Taken up by"), Words("进展", "State")
REALIZED, IN_HAND, OPEN = Words("已实现", "Come true"), Words("已认领", "Taken up"), Words("待认领", "Open")
RATE = Words("实现", "Came true")
MEDIAN = Words("从征集到实现，一半的心愿在{n}天以内", "Half of them came true within {n} day{s}")
MEDIAN_BASE = Words("（按写明日期的{n}个计算）", " (of {n} with both dates)")
PLAN = Words("打算：{}", "plan: {}")
UNIT = Words("个", "")


def state_of(locality: Locality, wish: Wish) -> Marked:
    """Mark and word of the state of a wish, with the day on which it came true."""
    if is_realized(wish, locality.today) and wish.realized:
        return Marked("tick", locality.words(REALIZED), wish.realized.text(locality.language))
    return Marked("half", locality.words(IN_HAND)) if wish.helper else Marked("ring", locality.words(OPEN))


def figures(locality: Locality) -> tuple[FigureLine, ...]:
    """n of n came true, here and below."""
    summary = locality.summary
    latest_day = latest(
        (each for wish in locality.records.of(Wish) for each in dates(wish)), by=locality.today
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
    blocks = (*_head(locality, wishes), *_table(locality, wishes[:SHOWN]), *_places(locality))
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


def _places(locality: Locality) -> Iterator[Block]:
    columns = (("wishes", TITLE), ("wishes.realized", REALIZED))
    yield from child_table(locality, TITLE, columns, FOLDER)
