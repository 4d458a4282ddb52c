"""What a place shows of its rotas: who is on duty today and next, hours and gaps; a page of each rota, a page of all.

The panel has the rotas that hold or are to come; those that are over stand on the page of all. A place above shows
the sums of the places below it. A rota of several compounds (`places`) is shown in each of them, and counted once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    Heading,
    Linked,
    Links,
    Marked,
    Notes,
    Phone,
    Prose,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.rollup import child_table, count_or_blank
from noticeboard.kinds.rota.blocks import HOURS, NEXT, PERIOD, Listed, facts, listed, next_table, task_links
from noticeboard.kinds.rota.month import months
from noticeboard.kinds.rota.record import Rota, state_of
from noticeboard.kinds.rota.sums import (
    CHANGES,
    GAPS,
    SHARES,
    SHIFTS,
    change_table,
    figures,
    gap_table,
    share_table,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.period import PeriodState
from noticeboard.values.time_window import hours_text

FOLDER, ORDER, SHOWN, NEXT_ON_PAGE, GAPS_SHOWN = "rotas", 52, 3, 10, 3
TITLE = Words("值班表", "Duty rotas")
PHONE = Words("值班电话", "Duty phone")
WHOLE_ROTA = Words(
    "整张值班表：每天谁值班、每人班次、换班", "The whole rota: every day, everybody's share, swaps"
)
ABOUT = Words("基本情况", "About")
OWN_PAGE = Words("单独的网页，便于转发", "A page of its own, to pass on")
STATE = Words("状态", "State")
TASKS = Words("相关实事", "Tasks")
KINDS = {
    PeriodState.RUNNING: Marked("half", ""),
    PeriodState.UPCOMING: Marked("ring", ""),
    PeriodState.OVER: Marked("disc", ""),
}
STATES = {
    PeriodState.RUNNING: Words("正在执行", "in force"),
    PeriodState.UPCOMING: Words("尚未开始", "to come"),
    PeriodState.OVER: Words("已结束", "over"),
}
MINUTES = "rotas.minutes"
COUNTED = (("rotas", TITLE), ("rotas.shifts", SHIFTS), (MINUTES, HOURS), ("rotas.vacant", GAPS))
"""The keys of what is counted, with their headings."""


def rotas_of(locality: Locality) -> tuple[tuple[Rota, str], ...]:
    """The rotas of the place and those of places above that are kept for it, each with the path of its place."""
    own = tuple((rota, locality.records.path) for rota in locality.records.of(Rota))
    return (*own, *locality.shared_of(Rota))


def in_order(locality: Locality) -> list[tuple[Rota, str]]:
    """Those that hold first, then those to come, the latest of those that are over last."""
    rank = {PeriodState.RUNNING: 0, PeriodState.UPCOMING: 1, PeriodState.OVER: 2}

    def place(pair: tuple[Rota, str]) -> tuple[int, int]:
        rota, state = pair[0], state_of(pair[0], locality.today)
        start = rota.period.start.first.toordinal() if rota.period and rota.period.start else 0
        return rank[state], -start if state is PeriodState.OVER else start

    return sorted(rotas_of(locality), key=place)


def state_text(locality: Locality, rota: Rota) -> Marked:
    """Whether it holds."""
    state = state_of(rota, locality.today)
    return KINDS[state]._replace(word=locality.words(STATES[state]))


def panels(locality: Locality) -> Iterator[Panel]:
    """Who is on duty, in the rotas that hold or are to come; sums by place below."""
    found, url = in_order(locality), locality.records.url
    current = [pair for pair in found if state_of(pair[0], locality.today) is not PeriodState.OVER]
    blocks = [block for rota, path in current[:SHOWN] for block in _in_panel(locality, rota, path)]
    blocks += _places(locality)
    if not blocks and not found:
        return
    if not blocks:
        blocks = [_table(locality, found, url)]
    own = locality.records.of(Rota)
    more = (len(found), relative(url, locality.url(FOLDER))) if own and len(found) > 1 else None
    sources = sources_of(locality, (rota for rota, _ in current[:SHOWN]), url)
    yield Panel(
        ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks), more, sources=sources)
    )


def _in_panel(locality: Locality, rota: Rota, path: str) -> Iterator[Block]:
    shown, url = listed(locality, rota), locality.records.url
    is_coming = state_of(rota, locality.today) is PeriodState.UPCOMING
    yield Heading(rota.title, f"rota-{rota.id}", state_text(locality, rota) if is_coming else None)
    yield from next_table(locality, shown)
    if rota.phone:
        yield Phone(locality.words(PHONE), rota.phone)
    yield from facts(locality, rota)
    yield from gap_table(locality, shown, since=locality.today, most=GAPS_SHOWN)
    yield from figures(locality, shown)
    if rota.note and not shown.roster.shifts:
        yield Notes((rota.note,))
    leads = locality.words(WHOLE_ROTA if shown.roster.shifts else OWN_PAGE)
    yield Links(((leads, relative(url, rota_url(path, rota)), ""),))


def rota_url(path: str, rota: Rota) -> str:
    """The site path of the page of a rota."""
    return f"{path}/{FOLDER}/{rota.id}/"


def pages(locality: Locality) -> Iterator[Page]:
    """The page of all rotas, and one of each."""
    own = locality.records.of(Rota)
    if not own:
        return
    url, title = locality.url(FOLDER), locality.words(TITLE)
    table = _table(locality, in_order(locality), url)
    yield Page(
        url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), (Section(title, "all", (table,)),))
    )
    for rota in own:
        own_url = rota_url(locality.records.path, rota)
        view = DocumentView(
            locality.frame(own_url, rota.title, between=((title, url),)),
            tuple(_sections(locality, listed(locality, rota), own_url)),
            state=state_text(locality, rota) if rota.period else None,
            sources=sources_of(locality, (rota,), own_url),
        )
        yield Page(own_url, PAGE_TEMPLATE, view, origin=rota.origin)


def _sections(locality: Locality, shown: Listed, url: str) -> Iterator[Section]:
    """Next shifts, months, hours, shares, changes and gaps, each where there is something to say."""
    words, rota = locality.words, shown.rota
    links = tuple((task.text, task.href, "") for task in task_links(locality, rota, url))
    phone = [Phone(words(PHONE), rota.phone)] if rota.phone else []
    coming = [*next_table(locality, shown, NEXT_ON_PAGE)]
    about = [*([] if coming else phone), *facts(locality, rota)]
    parts: list[tuple[Words, str, list[Block]]] = [
        (NEXT, "next", [*coming, *phone] if coming else []),
        (ABOUT, "about", [*about, *([Prose(rota.body)] if rota.body else [])]),
        (GAPS, "vacant", [*gap_table(locality, shown)]),
    ]
    parts += [
        (Words(name, name), f"month-{n + 1}", [month])
        for n, (name, month) in enumerate(months(locality, shown))
    ]
    parts += [
        (HOURS, "hours", [*figures(locality, shown)]),
        (SHARES, "shares", [*share_table(locality, shown)]),
        (CHANGES, "changes", [*change_table(locality, shown)]),
        (TASKS, "tasks", [Links(links)] if links else []),
    ]
    yield from (Section(words(title), anchor, tuple(blocks)) for title, anchor, blocks in parts if blocks)


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the pages of tasks: the rotas that are kept for them."""
    pairs = (
        (rota, locality.target(reference, "task"))
        for rota in locality.records.of(Rota)
        for reference in dict.fromkeys(rota.tasks)
    )
    for url, found in by_page(pairs):
        blocks = [block for rota in found for block in _of_task(locality, rota, url)]
        yield url, Section(locality.words(TITLE), FOLDER, tuple(blocks))


def _of_task(locality: Locality, rota: Rota, page_url: str) -> Iterator[Block]:
    own_url = rota_url(locality.records.path, rota)
    yield Links(((rota.title, relative(page_url, own_url), ""),))
    yield from facts(locality, rota)


def _table(locality: Locality, found: Sequence[tuple[Rota, str]], url: str) -> Table:
    words, language = locality.words, locality.language
    columns: tuple[Column, ...] = (
        (words(TITLE), "text"),
        (words(PERIOD), "date"),
        (words(HOURS), "number"),
        (words(STATE), "text"),
    )
    rows = []
    for rota, path in found:
        minutes = listed(locality, rota).total.minutes
        cells: tuple[Cell, ...] = (
            Linked(rota.title, relative(url, rota_url(path, rota))),
            rota.period.text(language) if rota.period else "",
            hours_text(minutes, language) if minutes else "",
            state_text(locality, rota) if rota.period else "",
        )
        rows.append(cells)
    return Table(words(TITLE), columns, tuple(rows))


def _places(locality: Locality) -> Iterator[Block]:
    """The rotas that hold or are to come in the places below, and their sums, as far as there are any."""

    def written(count: int, key: str) -> str:
        is_time = count and key == MINUTES
        return hours_text(count, locality.language) if is_time else count_or_blank(count)

    yield from child_table(locality, TITLE, COUNTED, FOLDER, write=written, hide_empty=True, has_total=True)
