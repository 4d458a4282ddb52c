"""Publications (公开记录): what was posted where and when, so that a finished item shows that it was told.

Publication ─ of ▶ the task, notice or statement ─ adds ▶ a section on its page      ─ panels ▶ the place's page
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.document import PANEL_TEMPLATE, Block, Cell, Event, Linked, Section, Steps, Table
from noticeboard.duty import Medium
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Mention, Panel
from noticeboard.kinds.on_pages import by_page
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records, Target
from noticeboard.page import relative
from noticeboard.records import Field, Record, Reference, References, Text, WhenField, choice, listed
from noticeboard.values.partial_date import PartialDate

E_PUBLICATION = code("E-PUBLICATION", "公开记录没有写公开了什么", "a publication that does not say of what")
E_PUBLICATION_ORDER = code("E-PUBLICATION-ORDER", "撤下早于张贴", "something taken down before it was posted")

FOLDER, ORDER, SHOWN = "publications", 78, 8
TITLE = Words("公开记录", "Where it was posted")
WHAT, WHERE, WHEN = Words("内容", "What"), Words("公开在", "Where"), Words("时间", "When")
UNTIL = Words("至{day}", "until {day}")
LIST = Words("、", ", ")
TARGETS = ("task", "notice", "fund", "decision", "meeting")


@dataclass(frozen=True, kw_only=True)
class Publication(Record):
    """One posting of one thing."""

    of: Annotated[Reference, Field("对应记录", "of")] = ""
    what: Annotated[Text, Field("内容")] = ""
    """Where there is no record of it."""
    where: Annotated[tuple[Annotated[Medium, choice(Medium)], ...], listed, Field("公开渠道", "where")]
    place: Annotated[Text, Field("位置")] = ""
    """Which board, which group, which meeting."""
    posted: Annotated[WhenField, Field("张贴", "posted")]
    until: Annotated[WhenField | None, Field("撤下", "until")] = None
    items: Annotated[References, Field("公开事项")] = ()
    """Ids of items of the catalogue that it fulfils."""


def check(record: Publication) -> Iterator[Diagnostic]:
    """What is wrong with one publication."""
    if not (record.of or record.what):
        yield Diagnostic(
            E_PUBLICATION,
            Words("没有写公开了什么", "it does not say what was posted"),
            Words(
                "加一行 对应记录: 编号（民生实事、公示公告、收支公示、决策、议事会议），或 内容: …",
                "add a line of: ID (of a task, notice, statement, decision or meeting), or what: …",
            ),
            record.origin,
        )
    if record.until and record.until.last < record.posted.first:
        yield Diagnostic(
            E_PUBLICATION_ORDER,
            Words(
                f"撤下（{record.until.text('zh')}）早于张贴（{record.posted.text('zh')}）",
                f"taken down ({record.until.text('en')}) before it was posted ({record.posted.text('en')})",
            ),
            Words("核对两个日期", "check both dates"),
            record.origin.at("until"),
        )


def _mentions(record: Publication) -> Iterator[Mention]:
    if record.of:
        yield Mention(record.of, ("of",), TARGETS)
    yield from (Mention(item, ("items", n), ("catalogue",)) for n, item in enumerate(record.items))


def target_of(locality: Locality, record: Publication) -> Target | None:
    """What was posted, where it is a record."""
    return locality.target(record.of, TARGETS[0]) if record.of else None


def in_order(locality: Locality) -> list[Publication]:
    """Those that have been posted, the latest first."""
    posted = [each for each in locality.records.of(Publication) if each.posted.first <= locality.today]
    return sorted(posted, key=lambda each: each.posted.last.toordinal(), reverse=True)


def where_text(locality: Locality, record: Publication) -> str:
    """公示栏、微信群（1号楼门口)."""
    media = locality.words(LIST).join(locality.words(each.words) for each in record.where)
    if not record.place:
        return media
    return locality.words(Words("{}（{}）", "{} ({})")).format(media, record.place)


def when_text(locality: Locality, record: Publication) -> str:
    """From which day, and until which if it was taken down."""
    posted = record.posted.text(locality.language)
    if record.until is None:
        return posted
    return posted + locality.words(UNTIL).format(day=record.until.text(locality.language))


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the page of each record of the place that was posted: where and when, first things first."""
    for url, found in by_page((each, target_of(locality, each)) for each in reversed(in_order(locality))):
        events = tuple(
            Event(when_text(locality, each), where_text(locality, each), each.note) for each in found
        )
        yield url, Section(locality.words(TITLE), "posted", (Steps(events),))


def panels(locality: Locality) -> Iterator[Panel]:
    """The latest publications of the place."""
    records = in_order(locality)[:SHOWN]
    if records:
        url, words = locality.records.url, locality.words
        rows = tuple(
            (_what(locality, each, url), where_text(locality, each), when_text(locality, each))
            for each in records
        )
        columns = ((words(WHAT), "text"), (words(WHERE), "text"), (words(WHEN), "date"))
        block: Block = Table(words(TITLE), columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
        yield Panel(ORDER, PANEL_TEMPLATE, Section(words(TITLE), FOLDER, (block,)))


def _what(locality: Locality, record: Publication, page_url: str) -> Cell:
    target = target_of(locality, record)
    return Linked(target.title, relative(page_url, target.url)) if target else record.what


def _changes(record: Publication, today: date) -> Iterator[date]:
    if record.posted.first > today:
        yield record.posted.first


def _dates(record: Publication) -> tuple[PartialDate, ...]:
    return tuple(day for day in (record.posted, record.until) if day)


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    posted = sum(record.posted.first <= today for record in records.of(Publication))
    if posted:
        yield "publications", posted


def _title(record: Publication) -> str:
    return record.what or record.of


KIND = Kind(
    name="publication",
    folder=FOLDER,
    words=Words("公开记录", "publication"),
    record=Publication,
    title=_title,
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    adds=adds,
    starter=Words(
        "- 内容: 楼道灯更换完成\n  公开渠道: [公示栏, 微信群]\n  位置: 1号楼门口\n  张贴: 2026-04-22\n",
        "- what: new corridor lamps\n  where: [board, wechat]\n  place: building 1\n  posted: 2026-04-22\n",
    ),
)
