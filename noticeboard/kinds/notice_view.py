"""How notices are shown: the page of all, a page each, the panel that comes first on a place's page.

    notices ─ state_of(today) ▶ rows ─▶ running, upcoming, plain, over

What is being posted now comes first everywhere, with its last day and the days left to object.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from noticeboard.kind import KeyFigure, Locality, Panel
from noticeboard.kinds.notice_record import Notice, NoticeState, state_of
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.languages import Language, Words
from noticeboard.page import Copy, Frame, Page, relative
from noticeboard.values.partial_date import PartialDate

FOLDER = "notices"
LIST_TITLE = Words("公示公告", "Notices")
POSTED_NOW = Words("正在公示", "Posted now")
TO_BE_POSTED = Words("即将公示", "To be posted")
LATEST = 3
ORDER = tuple(NoticeState)
IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


@dataclass(frozen=True)
class NoticeRow:
    """One notice in a list."""

    title: str
    href: str
    state: str
    note: str
    issuer: str
    period: str
    sample: bool = False


@dataclass(frozen=True)
class PlaceRow:
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


@dataclass(frozen=True)
class NoticeView:
    """The page of one notice."""

    frame: Frame
    state: str
    state_note: str
    period: str
    period_note: str
    number: str
    phone: str
    withdrawn: str
    body: str
    issuer: str
    issued: str
    attachments: tuple[tuple[str, str, str], ...]
    note: str
    sources: tuple[tuple[str, str], ...]


def pages(locality: Locality) -> Iterator[Page]:
    """The list of notices, if there is any here, below or shared, and a page for each of the place."""
    url = locality.url(FOLDER)
    own = locality.records.of(Notice)
    if own or locality.shared_of(Notice) or locality.summary.count("notices"):
        yield Page(url, "notices.html", _list(locality, url))
    for notice in own:
        page = _url(locality.records.path, notice)
        yield Page(page, "notice.html", _view(locality, notice, page), origin=notice.origin)


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
        base=_first_end(min(ends), len(ends), locality.language) if ends else "",
        as_of="",
        href=relative(locality.records.url, locality.url(FOLDER)),
    )


def copies(locality: Locality) -> Iterator[Copy]:
    """The attachments of the place's notices, with the line that names each."""
    for notice in locality.records.of(Notice):
        for index, name in enumerate(notice.attachments):
            yield Copy(
                path=_attachment_url(locality, name).lstrip("/"),
                source=f"{_folder(notice)}/{name}",
                is_image=name.lower().endswith(IMAGES),
                origin=notice.origin.at("attachments", index),
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
    period = _period(notice, locality.language)
    issued = notice.issued.text(locality.language) if notice.issued else ""
    return NoticeRow(
        title=notice.title,
        href=relative(url, _url(path, notice)),
        state=state.value,
        note=_short_note(notice, state, locality.today, locality.language),
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


def _view(locality: Locality, notice: Notice, url: str) -> NoticeView:
    language = locality.language
    state = state_of(notice, locality.today)
    is_withdrawn = state is NoticeState.WITHDRAWN
    return NoticeView(
        frame=locality.frame(
            url, notice.title, between=((locality.words(LIST_TITLE), locality.url(FOLDER)),)
        ),
        state=state.value,
        state_note="" if is_withdrawn else _note(notice, state, locality.today, language),
        period=_period(notice, language),
        period_note=_counted(notice, language),
        number=notice.number,
        phone=notice.phone,
        withdrawn=_withdrawal(notice, language) if is_withdrawn else "",
        body=notice.body,
        issuer=notice.issuer or locality.context.issuer,
        issued=notice.issued.text(language) if notice.issued else "",
        attachments=tuple(
            (
                name,
                relative(url, _attachment_url(locality, name)),
                posixpath.splitext(name)[1].lstrip(".").upper(),
            )
            for name in notice.attachments
        ),
        note=notice.note,
        sources=tuple((line.title, line.href) for line in locality.cited(notice, url)),
    )


def _day(day: date, language: Language) -> str:
    return PartialDate(day.year, day.month, day.day).text(language)


def _period(notice: Notice, language: Language) -> str:
    start = _day(notice.from_, language) if notice.from_ else ""
    end = _day(notice.last_day, language) if notice.last_day else ""
    if start and end:
        return start if start == end else Words(f"{start}至{end}", f"{start} to {end}").to(language)
    if start:
        return Words(f"{start}起", f"from {start}").to(language)
    return Words(f"至{end}", f"until {end}").to(language) if end else ""


def _counted(notice: Notice, language: Language) -> str:
    if notice.working_days is None:
        return ""
    days = notice.working_days
    return Words(
        f"{days}个工作日，从公示次日起算", f"{days} working days, counted from the day after posting"
    ).to(language)


def _note(notice: Notice, state: NoticeState, today: date, language: Language) -> str:
    """What the state means today: days left, the first day, why it was withdrawn."""
    if state is NoticeState.RUNNING and notice.last_day:
        left = _left((notice.last_day - today).days, language)
        return Words("{}，{}", "{}, {}").to(language).format(left, _until(notice.last_day, language))
    if state is NoticeState.UPCOMING and notice.from_:
        return Words(f"{_day(notice.from_, 'zh')}开始", f"from {_day(notice.from_, 'en')}").to(language)
    if state is NoticeState.WITHDRAWN:
        return _withdrawal(notice, language)
    return ""


def _short_note(notice: Notice, state: NoticeState, today: date, language: Language) -> str:
    """The same beside a publicity period, which says the first and the last day."""
    if state is NoticeState.RUNNING and notice.last_day:
        return _left((notice.last_day - today).days, language)
    return _withdrawal(notice, language) if state is NoticeState.WITHDRAWN else ""


def _first_end(last: date, notices: int, language: Language) -> str:
    until = _until(last, language)
    return until if notices == 1 else Words(f"最早{until}", f"the first {until}").to(language)


def _left(days: int, language: Language) -> str:
    if days == 0:
        return Words("今天是最后一天", "today is the last day").to(language)
    return Words(f"还剩{days}天", f"{days} days left").to(language)


def _until(last: date, language: Language) -> str:
    return Words(f"{_day(last, 'zh')}截止", f"ends on {_day(last, 'en')}").to(language)


def _withdrawal(notice: Notice, language: Language) -> str:
    when = notice.withdrawn.text(language) if notice.withdrawn else ""
    if not notice.withdrawn_reason:
        return when
    return Words(f"{when}，{notice.withdrawn_reason}", f"{when}, {notice.withdrawn_reason}").to(language)


def _url(path: str, notice: Notice) -> str:
    return f"{path}/{FOLDER}/{notice.id}/"


def _attachment_url(locality: Locality, name: str) -> str:
    return f"{locality.records.path}/{FOLDER}/{name}"


def _folder(notice: Notice) -> str:
    """The folder of attachments: that of the record's own file, or the one named like the list file."""
    is_row = bool(notice.origin.path)
    return posixpath.splitext(notice.origin.file)[0] if is_row else posixpath.dirname(notice.origin.file)
