"""The fields of a meeting (议事会议): one on a day, several told of at once, or a form that is in use.

`when` makes it one meeting, with attendance, topics and outcome; `number` (20余) tells of several without their days;
with neither it says only that people meet in this way, and how.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.frozen import dataclass
from noticeboard.kinds.nameless import nameless
from noticeboard.languages import Words
from noticeboard.records import (
    Choice,
    Field,
    QuantityField,
    Record,
    References,
    Text,
    Texts,
    WhenField,
    choice,
)
from noticeboard.values.quantity import Hedge

E_MEETING_COUNT = code("E-MEETING-COUNT", "到会的多于应到的", "more present than were invited")
E_MEETING_CANCELLED = code(
    "E-MEETING-CANCELLED", "取消的会议写了到会或结果", "a cancelled meeting with attendance or outcome"
)
E_MEETING_DAYS = code(
    "E-MEETING-DAYS", "一次会议和会议次数写在一起", "the day of one meeting beside a number of meetings"
)
W_MEETING_TOPIC = code("W-MEETING-TOPIC", "会议没有写议题", "a meeting without a topic")


class Sort(Choice):
    """How people meet."""

    ASSEMBLY = "assembly", "居民大会", "residents' assembly"
    COUNCIL = "council", "议事会", "council"
    BENCH = "bench", "小板凳恳谈会", "talk on small benches"
    TALKS = "talks", "协商", "talks"
    PATROL = "patrol", "晨巡午议", "patrol in the morning, discuss at noon"


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """One meeting, or as many as a source tells of at once."""

    sort: Annotated[Sort, choice(Sort), Field("种类")]
    title: Annotated[Text, Field("标题")] = ""
    when: Annotated[WhenField | None, Field("时间")] = None
    hour: Annotated[Text, Field("钟点")] = ""
    number: Annotated[QuantityField | None, Field("次数")] = None
    where: Annotated[Text, Field("地点")] = ""
    with_: Annotated[Texts, Field("对方单位", "with")] = ()
    """The enterprise or office that was talked with."""
    how: Annotated[Text, Field("做法")] = ""
    invited: Annotated[QuantityField | None, Field("应到")] = None
    present: Annotated[QuantityField | None, Field("到会")] = None
    unit: Annotated[Text, Field("单位")] = ""
    topics: Annotated[Texts, Field("议题")] = ()
    outcome: Annotated[Text, Field("结果")] = ""
    cancelled: Annotated[Text, Field("取消原因")] = ""
    tasks: Annotated[References, Field("事项")] = ()
    decisions: Annotated[References, Field("决策")] = ()
    as_of: Annotated[WhenField | None, Field("截至")] = None


def check(meeting: Meeting) -> Iterator[Diagnostic]:
    """Attendance that cannot be, a cancelled meeting with an outcome, one day beside a number, names."""
    invited, present = meeting.invited, meeting.present
    if (
        invited
        and present
        and invited.hedge is present.hedge is Hedge.EXACT
        and present.value > invited.value
    ):
        yield Diagnostic(
            E_MEETING_COUNT,
            Words(
                f"到会{present.text('zh')}，多于应到{invited.text('zh')}",
                f"{present.text('en')} present of {invited.text('en')}",
            ),
            Words("核对两个数", "check both numbers"),
            meeting.origin.at("present"),
        )
    if meeting.cancelled and (meeting.outcome or present):
        yield Diagnostic(
            E_MEETING_CANCELLED,
            Words(
                "会议已取消，却写了到会或结果", "the meeting was cancelled and yet has attendance or outcome"
            ),
            Words("开了就删去取消原因；没有开就删去另两项", "leave out the one or the other"),
            meeting.origin.at("cancelled"),
        )
    yield from _single(meeting)
    texts: list[tuple[KeyPath, str]] = [
        ((key,), getattr(meeting, key)) for key in ("title", "how", "outcome", "cancelled", "note", "body")
    ]
    texts += [(("topics", n), topic) for n, topic in enumerate(meeting.topics)]
    texts += [(("with_", n), unit) for n, unit in enumerate(meeting.with_)]
    yield from nameless(texts, meeting.origin)


def _single(meeting: Meeting) -> Iterator[Diagnostic]:
    if meeting.when and meeting.number:
        yield Diagnostic(
            E_MEETING_DAYS,
            Words("写了时间，又写了次数", "both a day and a number of meetings"),
            Words(
                "一次会议只写时间；几次合写的用截至",
                "of one meeting give the day; for several write as_of instead",
            ),
            meeting.origin.at("number"),
        )
    if meeting.when and not (meeting.title or meeting.topics):
        yield Diagnostic(
            W_MEETING_TOPIC,
            Words("没有写这次会议议什么", "what was discussed is not said"),
            Words("加一行 议题: […]", "add a line topics: […]"),
            meeting.origin,
        )
