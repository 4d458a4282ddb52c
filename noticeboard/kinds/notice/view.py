"""Notices in lists: the page of all, the panel that comes first on a place's page.

    notices ─ state_of(today) ▶ rows ─▶ running, upcoming, plain, over

What is being posted now comes first everywhere, with its last day and the days left to object.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.notice.record import Notice, NoticeState, state_of
from noticeboard.kinds.notice.words import FOLDER, LIST_TITLE, first_end, notice_url, period_text, short_note
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Frame, Page, relative

POSTED_NOW = Words("正在公示", "Posted now")
TO_BE_POSTED = Words("即将公示", "To be posted")
LATEST = 3
ORDER = tuple(NoticeState)


class NoticeRow(NamedTuple):
    """One notice in a list."""

    title: str
    href: str
    state: str
    note: str
    issuer: str
    period: str
    sample: bool = False


class PlaceRow(NamedTuple):
    """A child place with notices: how many are posted now, how many there are."""

    name: str
    href: str
    sample: bool
    running: str
    total: str


@dataclass(frozen=True)
class NoticesPanel:
    """The panel of notices: those with a publicity period, and plain announcements."""

    title: str
    all: tuple[int, str] | None
    notices: tuple[NoticeRow, ...]
    plain: tuple[NoticeRow, ...]
    places: tuple[PlaceRow, ...]


@dataclass(frozen=True)
class NoticesView:
    """The page of all notices of a place."""

    frame: Frame
    running: tuple[NoticeRow, ...]
    upcoming: tuple[NoticeRow, ...]
    plain: tuple[NoticeRow, ...]
    over: tuple[NoticeRow, ...]
    shared: tuple[NoticeRow, ...]
    places: tuple[PlaceRow, ...]


def list_page(locality: Locality) -> Iterator[Page]:
    """The list of notices, if there is any here, below or shared."""
    url = locality.url(FOLDER)
    own = locality.records.of(Notice)
    if own or locality.shared_of(Notice) or locality.summary.count("notices"):
        yield Page(url, "notices.html", _list(locality, url))


def panels(locality: Locality) -> Iterator[Panel]:
    """Running notices, then upcoming ones; if there is neither, the latest three."""
    url = locality.records.url
    known = _rows(locality, url)
    posted = [row for row in known if row.state == NoticeState.RUNNING]
    posted += [row for row in known if row.state == NoticeState.UPCOMING]
    shown = tuple(posted) or _latest(locality, url)
    places = tuple(row for row in _places(locality, url) if row.running)
    if not (shown or places):
        return
    total = locality.summary.count("notices") + len(locality.shared_of(Notice))
    view = NoticesPanel(
        title=locality.words(_panel_title(shown, places)),
        all=(total, relative(url, locality.url(FOLDER))) if len(shown) < total else None,
        notices=tuple(row for row in shown if row.state != NoticeState.PLAIN),
        plain=tuple(row for row in shown if row.state == NoticeState.PLAIN),
        places=places,
    )
    yield Panel(20, "panels/notices.html", view)


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """正在公示 n项, only while something is posted, so that the first screen says it."""
    shared = sum(
        state_of(notice, locality.today) is NoticeState.RUNNING for notice, _ in locality.shared_of(Notice)
    )
    running = locality.summary.count("notices.running") + shared
    if not running:
        return
    ends = [
        notice.last_day
        for notice in _all(locality)
        if notice.last_day and state_of(notice, locality.today) is NoticeState.RUNNING
    ]
    yield KeyFigure(
        order=5,
        label=locality.words(POSTED_NOW),
        value=f"{running:,}",
        unit=locality.words(Words("项", "")),
        base=first_end(min(ends), len(ends), locality.language) if ends else "",
        as_of="",
        href=relative(locality.records.url, locality.url(FOLDER)),
    )


def _list(locality: Locality, url: str) -> NoticesView:
    rows = _rows(locality, url, shared=False)

    def of(*states: NoticeState) -> tuple[NoticeRow, ...]:
        return tuple(row for row in rows if row.state in states)

    return NoticesView(
        frame=locality.frame(url, locality.words(LIST_TITLE)),
        running=of(NoticeState.RUNNING),
        upcoming=of(NoticeState.UPCOMING),
        plain=of(NoticeState.PLAIN),
        over=of(NoticeState.OVER, NoticeState.WITHDRAWN),
        shared=tuple(
            _row(locality, url, notice, path)
            for notice, path in _sorted(locality, locality.shared_of(Notice))
        ),
        places=_places(locality, url),
    )


def _all(locality: Locality) -> tuple[Notice, ...]:
    return (*locality.records.of(Notice), *(notice for notice, _ in locality.shared_of(Notice)))


def _located(locality: Locality, *, shared: bool) -> tuple[tuple[Notice, str], ...]:
    own = tuple((notice, locality.records.path) for notice in locality.records.of(Notice))
    return own + locality.shared_of(Notice) if shared else own


def _rows(locality: Locality, url: str, *, shared: bool = True) -> tuple[NoticeRow, ...]:
    notices = _sorted(locality, _located(locality, shared=shared))
    return tuple(_row(locality, url, notice, path) for notice, path in notices)


def _sorted(locality: Locality, notices: tuple[tuple[Notice, str], ...]) -> list[tuple[Notice, str]]:
    """By state; running ones by their last day, because what ends first is read first; others newest first."""

    def rank(located: tuple[Notice, str]) -> tuple[int, int]:
        notice, _ = located
        state = state_of(notice, locality.today)
        if state is NoticeState.RUNNING and notice.last_day:
            return ORDER.index(state), notice.last_day.toordinal()
        if state is NoticeState.UPCOMING and notice.from_:
            return ORDER.index(state), notice.from_.toordinal()
        return min(ORDER.index(state), ORDER.index(NoticeState.OVER)), -_newest(notice).toordinal()

    return sorted(notices, key=rank)


def _latest(locality: Locality, url: str) -> tuple[NoticeRow, ...]:
    notices = sorted(_located(locality, shared=True), key=lambda each: _newest(each[0]), reverse=True)
    return tuple(_row(locality, url, notice, path) for notice, path in notices[:LATEST])


def _newest(notice: Notice) -> date:
    return notice.from_ or (notice.issued.last if notice.issued else date.min)


def _row(locality: Locality, url: str, notice: Notice, path: str) -> NoticeRow:
    state = state_of(notice, locality.today)
    period = period_text(notice, locality.language)
    issued = notice.issued.text(locality.language) if notice.issued else ""
    return NoticeRow(
        title=notice.title,
        href=relative(url, notice_url(path, notice)),
        state=state.value,
        note=short_note(notice, state, locality.today, locality.language),
        issuer=notice.issuer,
        period=period or issued,
    )


def _places(locality: Locality, url: str) -> tuple[PlaceRow, ...]:
    rows = rows_by_child(locality, url, ("notices.running", "notices"), FOLDER)
    return tuple(
        PlaceRow(
            row.name,
            row.href,
            row.sample,
            f"{row.counts[0]:,}" if row.counts[0] else "",
            f"{row.counts[1]:,}",
        )
        for row in rows
    )


def _panel_title(shown: tuple[NoticeRow, ...], places: tuple[PlaceRow, ...]) -> Words:
    if any(row.state == NoticeState.RUNNING for row in shown) or (places and not shown):
        return POSTED_NOW
    if any(row.state == NoticeState.UPCOMING for row in shown):
        return TO_BE_POSTED
    return LIST_TITLE
