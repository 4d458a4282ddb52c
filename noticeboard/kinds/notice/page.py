"""The page of one notice: its text as it hangs on the wall, issuer and date at the right, attachments.

A withdrawn notice keeps its text, marked: residents have read it and must be able to see what was taken back.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.document import Section
from noticeboard.frozen import dataclass
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.notice.record import Notice, NoticeState, state_of
from noticeboard.kinds.notice.words import (
    FOLDER,
    LIST_TITLE,
    counting,
    notice_url,
    period_text,
    state_note,
    withdrawal,
)
from noticeboard.locality import Locality
from noticeboard.page import Copy, Frame, Page, relative

IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


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
    more: tuple[Section, ...] = ()
    """What records of other kinds say of the notice."""


def notice_pages(locality: Locality) -> Iterator[Page]:
    """A page for each notice of the place."""
    for notice in locality.records.of(Notice):
        url = notice_url(locality.records.path, notice)
        yield Page(url, "notice.html", _view(locality, notice, url), origin=notice.origin)


def attached(notice: Notice) -> tuple[str, ...]:
    """The paths of the attachments, in the folder of the record's file or the one named like its list file."""
    is_row = bool(notice.origin.path)
    own = notice.origin.file
    folder = posixpath.splitext(own)[0] if is_row else posixpath.dirname(own)
    return tuple(f"{folder}/{name}" for name in notice.attachments)


def copies(locality: Locality) -> Iterator[Copy]:
    """The attachments of the place's notices, with the line that names each."""
    for notice in locality.records.of(Notice):
        for index, (name, source) in enumerate(zip(notice.attachments, attached(notice), strict=True)):
            yield Copy(
                path=_attachment_url(locality, name).lstrip("/"),
                source=source,
                is_image=name.lower().endswith(IMAGES),
                origin=notice.origin.at("attachments", index),
            )


def _view(locality: Locality, notice: Notice, url: str) -> NoticeView:
    language = locality.language
    state = state_of(notice, locality.today)
    is_withdrawn = state is NoticeState.WITHDRAWN
    return NoticeView(
        frame=locality.frame(
            url, notice.title, between=((locality.words(LIST_TITLE), locality.url(FOLDER)),)
        ),
        state=state.value,
        state_note="" if is_withdrawn else state_note(notice, state, locality.today, language),
        period=period_text(notice, language),
        period_note=counting(notice, language),
        number=notice.number,
        phone=notice.phone,
        withdrawn=withdrawal(notice, language) if is_withdrawn else "",
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
        sources=sources_of(locality, (notice,), url),
    )


def _attachment_url(locality: Locality, name: str) -> str:
    return f"{locality.records.path}/{FOLDER}/{name}"
