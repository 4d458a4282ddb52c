"""Opinion stations (民情速递站): box, card, courier, platform; when the box is emptied; the promise in working days.

    record ─ rules (settle: the last day of the promise of every item) ─ view (state on a day) ─ statistics ▶ KIND

What can be settled is settled at once; the rest becomes an item with feedback within the promise, two working days
unless the station says otherwise. The day of receipt does not count, and holidays and make-up days are those of the
State Council's calendar or, for years that it does not know, of `calendar` in site.yml. Feedback that came late
needs its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from noticeboard.kind import Kind
from noticeboard.kinds.station.record import Station
from noticeboard.kinds.station.rules import check, settle
from noticeboard.kinds.station.statistics import statistics, tally
from noticeboard.kinds.station.view import FOLDER, TITLE, panels
from noticeboard.languages import Words
from noticeboard.values.partial_date import PartialDate

__all__ = ["KIND", "Station"]


def _changes(station: Station, today: date) -> Iterator[date]:
    for item in station.items:
        waits = not item.answered or item.answered > today
        if waits and item.due and item.due <= today:
            yield today + timedelta(days=1)  # the days that it is overdue
        yield from (day for day in (item.received, item.due, item.answered) if day and day > today)
    yield from (day for day in station.emptied if day > today)


def _dates(station: Station) -> Iterator[PartialDate]:
    days = [
        *station.emptied,
        *(day for item in station.items for day in (item.received, item.answered) if day),
    ]
    yield from (PartialDate(day.year, day.month, day.day) for day in days)


def _on_day(station: Station, day: date) -> Station | None:
    items = (item for item in station.items if item.received <= day)
    return replace(station, items=tuple(items))


def _title(station: Station) -> str:
    return station.title or TITLE.zh


KIND = Kind(
    name="station",
    folder=FOLDER,
    words=Words("民情速递站", "opinion station"),
    record=Station,
    title=_title,
    settle=settle,
    on_day=_on_day,
    check=check,
    tally=tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=statistics,
    starter=Words(
        """\
- 位置: 东门岗亭旁
  箱: 东门岗亭旁，每周一开箱
  卡: 物业前台领取
  员: 社区网格员
  平台: 居民微信群
  电话: 0371-12345678
  # 承诺工作日: 2
  # 开箱日期: [2026-03-02]
  # 服务事项:
  #   - {编号: 1, 事项: 换楼道灯, 收件: 2026-03-02, 反馈: 2026-03-03}
""",
        """\
- where: beside the east gate
  box: east gate, emptied on Mondays
  card: at the desk of the property company
  courier: grid worker of the community
  platform: WeChat group of the residents
  phone: 0371-12345678
  # promise: 2
  # emptied: [2026-03-02]
  # items:
  #   - {number: 1, what: corridor lamp, received: 2026-03-02, answered: 2026-03-03}
""",
    ),
)
