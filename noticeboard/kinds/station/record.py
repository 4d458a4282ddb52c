"""The fields of an opinion station (民情速递站) and of its items; parts it lacks, items that had come in by a day."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.records import GIVEN, Day, Field, Phone, Record, Text, Whole, listed

PARTS = (
    ("box", Words("民情速递箱", "box")),
    ("card", Words("民情速递卡", "card")),
    ("courier", Words("民情速递员", "courier")),
    ("platform", Words("民情速递平台", "platform")),
)


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that could not be settled at once; `due` is counted by `settle`."""

    number: Annotated[Whole, Field("编号")]
    what: Annotated[Text, Field("事项")]
    received: Annotated[Day, Field("收件")]
    answered: Annotated[Day | None, Field("反馈")] = None
    reason: Annotated[Text, Field("超期原因")] = ""
    result: Annotated[Text, Field("结果")] = ""
    due: Annotated[date | None, GIVEN] = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True)
class Station(Record):
    """One station, or for a larger area how many there are."""

    title: Annotated[Text, Field("标题")] = ""
    count: Annotated[Whole | None, Field("站数")] = None
    """How many compounds have one, where they are not named."""
    where: Annotated[Text, Field("位置")] = ""
    box: Annotated[Text, Field("箱")] = ""
    card: Annotated[Text, Field("卡")] = ""
    courier: Annotated[Text, Field("员")] = ""
    """An office or a team; no name."""
    platform: Annotated[Text, Field("平台")] = ""
    phone: Annotated[Phone, Field("电话")] = ""
    promise: Annotated[Whole, Field("承诺工作日")] = 2
    emptied: Annotated[tuple[Day, ...], listed, Field("开箱日期")] = ()
    items: Annotated[tuple[Item, ...], listed, Field("服务事项")] = ()


def missing_parts(station: Station) -> tuple[Words, ...]:
    """Those of box, card, courier and platform that a station does not have."""
    return tuple(words for key, words in PARTS if not getattr(station, key))


def came(station: Station, today: date) -> tuple[Item, ...]:
    """The items that had come in by `today`, open ones first, then the latest."""
    known = [item for item in station.items if item.received <= today]
    return tuple(
        sorted(
            known,
            key=lambda item: (bool(item.answered and item.answered <= today), -item.received.toordinal()),
        )
    )
