"""The catalogue as pages show it: coverage and what comes next on the page of the place, all items, the next 30 days.

statuses ─▶ panel, page of all, page of the next 30 days      counts of the children ▶ rows by place
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    Figures,
    Lines,
    Links,
    Marked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.catalogue.status import State, Status, statuses_of
from noticeboard.kinds.catalogue.words import (
    ANSWERS,
    COVERAGE,
    FOLDER,
    ITEM,
    NEXT,
    NEXT_FOLDER,
    ORDER,
    RULES,
    SHOWN,
    STATE,
    STOP,
    TITLE,
    UNIT,
    WHERE,
    WHO,
    by_text,
    due_text,
    state_text,
    where_text,
)
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.quantity import Quantity

NOTHING = Words("未来30天没有要公开的事项。", "Nothing must be published in the next 30 days.")
RULE = Words(
    "已公开，是指到今天应当公开的都公开了，该用的渠道都用了；还没到期的、不适用的、没有发生的不计入。",
    "Published means that all that was due by today was posted on every channel asked for; what is not yet due, "
    "does not apply or has not happened is not counted.",
)
NO_RANK = Words("按地点的次序排列，不排名次。", "In the order of the places; this is no ranking.")


def all_of(locality: Locality) -> tuple[Status, ...]:
    """How it stands with every item of the place."""
    return locality.once(_all_of)


def _all_of(locality: Locality) -> tuple[Status, ...]:
    return statuses_of(locality.records, locality.today)


def soon(locality: Locality) -> list[Status]:
    """What must be published in the next 30 days, what is overdue first."""
    found = [status for status in all_of(locality) if status.is_soon(locality.today)]
    order = (State.OVERDUE, State.UNDATED, State.PARTLY)

    def rank(status: Status) -> tuple[int, int]:
        first = order.index(status.state) if status.state in order else len(order)
        return first, status.due.toordinal() if status.due else 0

    return sorted(found, key=rank)


def panels(locality: Locality) -> Iterator[Panel]:
    """Coverage, what is overdue and due next; of places above how many by child place."""
    statuses, url = all_of(locality), locality.records.url
    blocks = [*_coverage(locality), *_soon_rows(locality, soon(locality)[:SHOWN]), *_places(locality)]
    if not statuses and not locality.summary.count("catalogue.places"):
        return
    if statuses:
        next_page = relative(url, locality.url(FOLDER, NEXT_FOLDER))
        blocks.append(Links(((locality.words(NEXT), next_page, ""),)))
    more = (len(statuses), relative(url, locality.url(FOLDER))) if statuses else None
    yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks), more))


def pages(locality: Locality) -> Iterator[Page]:
    """The page of all items, and that of the next 30 days."""
    statuses = all_of(locality)
    if not statuses:
        return
    words, url, title = locality.words, locality.url(FOLDER), locality.words(TITLE)
    blocks = [*_coverage(locality), _table(locality, statuses), *_notes(statuses)]
    blocks.append(Links(((words(NEXT), relative(url, locality.url(FOLDER, NEXT_FOLDER)), ""),)))
    sections = (Section(title, "all", tuple(blocks), sources=_sources(locality, statuses, url)),)
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), sections))
    next_url = locality.url(FOLDER, NEXT_FOLDER)
    frame = locality.frame(next_url, words(NEXT), between=((title, url),))
    section = Section(words(NEXT), "next", tuple(_next(locality)))
    yield Page(next_url, PAGE_TEMPLATE, DocumentView(frame, (section,)))


def _coverage(locality: Locality) -> Iterator[Block]:
    """How many are published of those that had to be, here and below, with the base."""
    summary, words = locality.summary, locality.words
    published, expected = summary.count("catalogue.published"), summary.count("catalogue.expected")
    line = rate_line(
        words(COVERAGE),
        Quantity(Decimal(published)),
        Quantity(Decimal(expected)),
        locality.language,
        unit=words(UNIT),
    )
    if line is not None:
        yield Figures((line,))
        yield Lines((words(RULE),), quiet=True)


def _soon_rows(locality: Locality, statuses: Sequence[Status]) -> Iterator[Block]:
    if statuses:
        words = locality.words
        columns: tuple[Column, ...] = ((words(ITEM), "text"), (words(STATE), "text"))
        rows = tuple((status.item.title, _next_state(locality, status)) for status in statuses)
        yield Table(words(NEXT), columns, rows)


def _next_state(locality: Locality, status: Status) -> Marked:
    """The state, or of what was published last time when the next is due."""
    return state_text(locality, status) if status.state.is_open else due_text(locality, status)


def _table(locality: Locality, statuses: Sequence[Status]) -> Block:
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(ITEM), "text"),
        (words(STATE), "text"),
        (words(RULES), "text"),
        (words(ANSWERS), "text"),
    )
    return Table(words(TITLE), columns, tuple(_row(locality, status) for status in statuses))


def _row(locality: Locality, status: Status) -> tuple[Cell, ...]:
    duty = status.item
    return (
        duty.title,
        state_text(locality, status),
        locality.words(STOP).join(
            text for text in (by_text(locality, duty), where_text(locality, duty)) if text
        ),
        locality.words(STOP).join(text for text in (duty.responsible, duty.basis) if text),
    )


def _notes(statuses: Sequence[Status]) -> Iterator[Block]:
    said = tuple(f"{status.item.title}：{status.item.note}" for status in statuses if status.item.note)
    if said:
        yield Notes(said)


def _sources(locality: Locality, statuses: Sequence[Status], url: str) -> tuple[tuple[str, str], ...]:
    """The sources that the items name; those of the place say nothing of them."""
    known = dict(locality.context.sources)
    keys = dict.fromkeys(
        key for status in statuses for key in (*status.item.site_source, *status.item.source) if key in known
    )
    return tuple((known[key].title, relative(url, f"/sources/#{key}")) for key in keys)


def _next(locality: Locality) -> Iterator[Block]:
    statuses, words = soon(locality), locality.words
    if not statuses:
        yield Lines((words(NOTHING),))
        return
    columns: tuple[Column, ...] = (
        (words(ITEM), "text"),
        (words(STATE), "text"),
        (words(WHERE), "text"),
        (words(WHO), "text"),
    )
    rows = tuple(
        (
            status.item.title,
            _next_state(locality, status),
            where_text(locality, status.item),
            status.item.responsible,
        )
        for status in statuses
    )
    yield Table(words(NEXT), columns, rows)


def _places(locality: Locality) -> Iterator[Block]:
    """How many are published of how many by child place, in the order of the places and without a rate."""
    columns = (
        ("catalogue.expected", Words("到期应公开", "Due so far")),
        ("catalogue.published", Words("已公开", "Published")),
        ("catalogue.overdue", Words("逾期", "Overdue")),
        ("catalogue.places", Words("楼院", "Compounds")),
    )
    for table in child_table(locality, Words("各地点的公开事项", "Items by place"), columns, FOLDER):
        yield table
        yield Lines((locality.words(NO_RANK),), quiet=True)
