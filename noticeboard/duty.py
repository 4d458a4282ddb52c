"""What must be published, by when, where, on what basis (公开事项): an item of a catalogue.

    `catalogue` in site.yml, rows of catalogue.yml in a compound ─▶ Duty ─ kinds.catalogue ▶ published, due, overdue
    `by` ─ read_by ▶ MonthDay

Here because both the settings of a site and the records of a compound hold such values: what a street or a law
demands of every compound stands once in site.yml, what a compound promises by itself stands in its folder.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated, NamedTuple

from noticeboard.diagnostics import Problem, code
from noticeboard.frozen import dataclass
from noticeboard.languages import Words
from noticeboard.records import Choice, Day, Field, Identifier, Text, Texts, Whole, choice, listed

E_CATALOGUE_DAY = code(
    "E-CATALOGUE-DAY", "公开事项的截止日期不存在，或与频次不符", "a day by which to publish that cannot be"
)
POSTED = {
    "task": "民生实事",
    "notice": "公示公告",
    "fund": "收支公示",
    "decision": "决策",
    "meeting": "议事会议",
}
"""The kinds of records whose posting can fulfil an item, with their Chinese names."""
STARTS = ("task", "fund", "meeting")
"""Those each of which is an event: a task is finished, a statement ends on a day, a meeting is held."""


class Medium(Choice):
    """Where something is posted."""

    BOARD = "board", "公示栏", "board"
    WECHAT = "wechat", "微信群", "WeChat group"
    MEETING = "meeting", "会议", "meeting"
    WEB = "web", "网站", "website"
    LOUDSPEAKER = "loudspeaker", "小喇叭", "loudspeaker"
    DOOR = "door", "逐户告知", "told at every door"


class Rhythm(Choice):
    """How often something must be published."""

    MONTHLY = "monthly", "每月", "monthly"
    QUARTERLY = "quarterly", "每季度", "quarterly"
    HALF_YEARLY = "half_yearly", "每半年", "half-yearly"
    YEARLY = "yearly", "每年", "yearly"
    ON_EVENT = "on_event", "发生时", "when it happens"

    @property
    def months(self) -> int:
        """How many months lie between two deadlines; 0 where there is no rhythm."""
        return {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}.get(self.value, 0)


Media = Annotated[tuple[Annotated[Medium, choice(Medium)], ...], listed]


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What must be published: `by` days of a rhythm, or within `working_days` of an event."""

    title: Annotated[Text, Field("事项")] = ""
    rhythm: Annotated[Rhythm | None, choice(Rhythm), Field("频次")] = None
    by: Annotated[Texts, Field("截止")] = ()
    """Of a month its day (`10`, `月底`); else month and day of each deadline of a year (`1-31`, `7-31`)."""
    working_days: Annotated[Whole | None, Field("工作日数")] = None
    """Within so many working days of the event, whose own day does not count."""
    after: Annotated[Text, Field("起算记录")] = ""
    """The kind of record each of which is an event: `meeting`."""
    kinds: Annotated[Texts, Field("记录种类")] = ()
    """The kinds of records whose posting fulfils it, `fund`; a posting may also name the item itself."""
    where: Annotated[Media, Field("公开渠道")] = ()
    basis: Annotated[Text, Field("依据")] = ""
    responsible: Annotated[Text, Field("责任岗位")] = ""
    since: Annotated[Day | None, Field("执行起")] = None


@dataclass(frozen=True, kw_only=True)
class CatalogueItem(Duty):
    """An item that holds for every compound of the site, or for those below `places`."""

    id: Annotated[Identifier, Field("编号")]
    places: Annotated[Texts, Field("适用地点")] = ()
    source: Annotated[Texts, Field("来源")] = ()
    note: Annotated[Text, Field("备注")] = ""

    def holds_at(self, path: str) -> bool:
        """Whether it holds for the compound at `path`."""
        below = tuple(f"/{place.strip('/')}/" for place in self.places)
        return not below or f"{path}/".startswith(below)


def kind_named(name: str) -> str:
    """The kind that is named in either language; empty where it is none whose posting can fulfil an item."""
    return next((kind for kind, zh in POSTED.items() if name in (kind, zh)), "")


ALWAYS = 28
"""The last day that every month has."""
_BY = re.compile(r"(?:(\d{1,2})\s*(?:[-/.]|月\s*))?(?:(\d{1,2})\s*[日号]?|(last|底|月底))")
_LEAP, _COMMON = 2024, 2023


class MonthDay(NamedTuple):
    """A day of a year, or of every month; `day` 0 is the last of the month."""

    month: int | None
    day: int

    def in_year(self, year: int, month: int) -> date:
        """The day in a month of a year."""
        return date(year, month, self.day or monthrange(year, month)[1])


@lru_cache(maxsize=1024)
def read_by(rhythm: Rhythm, text: str) -> MonthDay:
    """One of the deadlines as it is written; `Problem` E-CATALOGUE-DAY where there is no such day each time."""
    found = _BY.fullmatch(text.strip())
    if found is None:
        raise _problem(text, Words("看不懂", "cannot be read"), rhythm)
    month = int(found[1]) if found[1] else None
    day = int(found[2]) if found[2] else 0
    if (month is None) is not (rhythm is Rhythm.MONTHLY):
        raise _problem(text, Words("与频次不符", "does not go with the rhythm"), rhythm)
    most = ALWAYS if month is None else _days(month, _COMMON)
    if not found[3] and not 1 <= day <= most:
        exists = 1 <= day <= (31 if month is None else _days(month, _LEAP))
        reason = (
            Words("不是每次都有这一天", "is no day of every time")
            if exists
            else Words("没有这一天", "is no such day")
        )
        raise _problem(text, reason, rhythm)
    if month is not None and not _days(month, _COMMON):
        raise _problem(text, Words("没有这个月", "is no such month"), rhythm)
    return MonthDay(month, day)


def _days(month: int, year: int) -> int:
    return monthrange(year, month)[1] if 1 <= month <= 12 else 0


def _problem(text: str, reason: Words, rhythm: Rhythm) -> Problem:
    remedy = (
        Words("写每月几日，例如 10；月末写 月底", "write a day of the month, such as 10; for the end last")
        if rhythm is Rhythm.MONTHLY
        else Words(
            "写月和日，例如 7-31；月末写 2-last", "write month and day, such as 7-31; for the end 2-last"
        )
    )
    return Problem(E_CATALOGUE_DAY, Words(f"“{text}”{reason.zh}", f"“{text}” {reason.en}"), remedy)
