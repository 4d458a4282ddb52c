"""The record of an honour, and who holds it on a day.

    honours of a place ─ standings ▶ each with HELD, PAST or COMING

A banner or a title stays with whoever got it. A star rating is renewed and a flag moves on: of those of one name
only the latest is held, and the others are history.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Consent,
    Field,
    Privacy,
    Record,
    Reference,
    Text,
    WhenField,
    Whole,
    choice,
)
from noticeboard.values.partial_date import PartialDate


class Sort(Choice):
    """What sort of honour it is."""

    BANNER = "banner", "锦旗", "banner"
    STAR = "star", "星级", "star rating"
    FLAG = "flag", "流动红旗", "flag that moves on"
    MODEL = "model", "先进个人", "role model"
    TITLE = "title", "荣誉称号", "title"

    @property
    def moves_on(self) -> bool:
        """Whether it is given anew for each period."""
        return self in (Sort.STAR, Sort.FLAG)


class Standing(StrEnum):
    """Whether an honour is held on a day."""

    HELD = "held"
    PAST = "past"
    COMING = "coming"


@dataclass(frozen=True, kw_only=True)
class Honour(Record):
    """One honour; a role model is a person, who without consent stays in every count and shows as 姓+同志."""

    sort: Annotated[Sort, choice(Sort), Field("种类")]
    title: Annotated[Text, Field("名称")] = ""
    """Of a banner: what is written on it."""
    given_by: Annotated[Text, Field("授予方")] = ""
    """Who gave it, by role: 居民, 街道党工委."""
    to: Annotated[Text, Field("授予对象")] = ""
    """To whom, by role or name of an organization; empty for the place itself."""
    reason: Annotated[Text, Field("事由")] = ""
    stars: Annotated[Whole | None, Field("星数")] = None
    period: Annotated[WhenField | None, Field("评比期")] = None
    when: Annotated[WhenField | None, Field("授予时间")] = None
    ended: Annotated[WhenField | None, Field("结束")] = None
    """When a flag moved on or a title was taken back."""
    moved_to: Annotated[Text, Field("流转到")] = ""
    task: Annotated[Reference, Field("对应实事")] = ""
    story: Annotated[Reference, Field("先进事迹")] = ""
    name: Annotated[Text, Field("姓名", privacy=Privacy.CONSENT)] = ""
    portrait: Annotated[Text, Field("照片", privacy=Privacy.CONSENT)] = ""
    surname: Annotated[Text, Field("姓氏", privacy=Privacy.NEVER)] = ""
    consent: Annotated[Consent | None, Field("同意公开")] = None
    as_of: Annotated[WhenField | None, Field("截至")] = None

    @property
    def day(self) -> PartialDate | None:
        """The day by which it is ordered among those of its name: its period, else when it was given."""
        return self.period or self.when

    @property
    def series(self) -> tuple[str, ...]:
        """What one of these follows on another of: the flag, the rating of one holder; empty where none does."""
        if self.sort is Sort.FLAG:
            return (self.sort, self.title)
        return (self.sort, self.title, self.to) if self.sort is Sort.STAR else ()


class Stood(NamedTuple):
    """An honour, how it stands, and the path of its place."""

    honour: Honour
    standing: Standing
    path: str


def standings(located: Iterable[tuple[Honour, str]], today: date) -> list[Stood]:
    """How each honour stands on `today`: what is held first, then what is to come, the latest before the earlier."""
    known = list(located)
    latest: dict[tuple[str, ...], PartialDate] = {}
    for honour, _ in known:
        if honour.series and honour.day and not _is_coming(honour, today):
            latest[honour.series] = max(honour.day, latest.get(honour.series, honour.day), key=_last)
    found = [Stood(honour, _standing(honour, latest, today), path) for honour, path in known]
    order = (Standing.HELD, Standing.COMING, Standing.PAST)
    return sorted(found, key=lambda it: (order.index(it.standing), -_rank(it.honour)))


def _standing(honour: Honour, latest: dict[tuple[str, ...], PartialDate], today: date) -> Standing:
    if honour.ended and honour.ended.last < today:
        return Standing.PAST
    if _is_coming(honour, today):
        return Standing.COMING
    newest = latest.get(honour.series)
    is_newest = newest is None or (honour.day is not None and honour.day.last == newest.last)
    return Standing.HELD if is_newest else Standing.PAST


def _is_coming(honour: Honour, today: date) -> bool:
    start = honour.when or honour.period
    return start is not None and start.first > today


def _last(day: PartialDate) -> date:
    return day.last


def _rank(honour: Honour) -> int:
    return honour.day.last.toordinal() if honour.day else 0
