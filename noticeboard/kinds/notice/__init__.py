"""Notices (公示公告): the declaration that joins fields, rules, counts, pages and panel.

record (fields, publicity period by the calendar, rules, counts)
      ─ view (list page, panel, key figure), page ▶ KIND
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.kind import Kind, Mention
from noticeboard.kinds.notice.calendar import check_calendar
from noticeboard.kinds.notice.page import attached, copies, notice_pages
from noticeboard.kinds.notice.record import (
    Notice,
    NoticeState,
    changes,
    check,
    dates,
    on_day,
    settle,
    state_of,
    tally,
)
from noticeboard.kinds.notice.view import key_figures, list_page, panels
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page

__all__ = ["KIND", "Notice", "NoticeState", "check_calendar", "state_of"]

STARTER = Words(
    """\
---
标题: 关于……的公示
落款: 写发布单位全称
发布日期: 2020-07-06
公示起: 2020-07-06
工作日数: 5    # 从公示次日起算；知道截止日的改写“公示止: 2020-07-13”
# 文号:
# 联系电话:
# 附件: [方案.pdf]    # 放在同一个文件夹
# 撤回: 2020-07-08
# 撤回原因:
---

在这里写正文。公示期内如何提意见，请一并写明。
""",
    """\
---
title: Notice of …
issuer: full name of the issuer
issued: 2020-07-06
from: 2020-07-06
working_days: 5    # counted from the day after posting; or write to: 2020-07-13
# number:
# phone:
# attachments: [plan.pdf]    # in the same folder
# withdrawn: 2020-07-08
# withdrawn_reason:
---

Write the text here, and how to object while it is posted.
""",
)


def _title(notice: Notice) -> str:
    return notice.title


def _mentions(notice: Notice) -> Iterator[Mention]:
    return (Mention(item, ("items", n), ("catalogue",)) for n, item in enumerate(notice.items))


def _pages(locality: Locality) -> Iterator[Page]:
    yield from list_page(locality)
    yield from notice_pages(locality)


KIND = Kind(
    name="notice",
    shows_in_places=True,
    folder="notices",
    words=Words("公示公告", "notice"),
    record=Notice,
    title=_title,
    has_page=True,
    settle=settle,
    on_day=on_day,
    check=check,
    mentions=_mentions,
    tally=tally,
    dates=dates,
    changes=changes,
    pages=_pages,
    panels=panels,
    key_figures=key_figures,
    copies=copies,
    attached=attached,
    starter=STARTER,
)
