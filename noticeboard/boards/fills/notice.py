"""Notice sheets: one for each notice that is in force or still to come."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.boards import notice as notice_board
from noticeboard.boards.notice_text import blocks_of
from noticeboard.boards.subject import BoardSubject
from noticeboard.kinds.notice import Notice, NoticeState, state_of
from noticeboard.kinds.notice.words import period_text
from noticeboard.languages import Words
from noticeboard.locality import Locality

POSTED = Words("公示", "Public notice")
ANNOUNCED = Words("公告", "Announcement")
PHONE = Words("联系电话：{}", "Phone: {}")


def notice_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A sheet for each notice that is in force or still to come; what is over or withdrawn is not hung."""
    kind = notice_board.KIND
    for notice in locality.records.of(Notice):
        if state_of(notice, locality.today) in (NoticeState.OVER, NoticeState.WITHDRAWN):
            continue
        yield BoardSubject(
            key=f"{kind.key}-{notice.id}",
            kind=kind,
            title=locality.words(POSTED if notice.last_day else ANNOUNCED),
            name=notice.title,
            band="plain",
            date=notice.issued,
            issuer=notice.issuer,
            content=notice_board.NoticeBoard(
                heading=notice.title,
                blocks=tuple(_notice_blocks(locality, notice)),
                period=period_text(notice, locality.language),
                number=notice.number,
                attachments=notice.attachments,
                origin=notice.origin,
            ),
            lay_out=notice_board.lay_out,
            origin=notice.origin,
        )


def _notice_blocks(locality: Locality, notice: Notice) -> Iterator[notice_board.Block]:
    yield from blocks_of(notice.body, locality.language)
    if notice.phone:
        yield notice_board.Block(locality.words(PHONE).format(notice.phone), "plain")
