"""Follow-ups (回头看): whether what was done still holds, for tasks, wishes and what inspections found.

The relapse rate counts things that were looked at again: each once, by the last look. It stands beside the
completion rate, for the one without the other says half. A task's own re-visits (回访) count too, its state saying
how they ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Cell,
    Event,
    FigureLine,
    Figures,
    Linked,
    Marked,
    Section,
    Steps,
    Table,
)
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, Mention, Panel
from noticeboard.kinds.breakdown import Subject, rate, statistic
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.task import Task, TaskState
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records, Target
from noticeboard.page import relative
from noticeboard.records import Choice, Field, Record, Reference, Text, Texts, WhenField, Whole, choice
from noticeboard.statistic import Statistic
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import Quantity

W_FOLLOW_UP = code("W-FOLLOW-UP", "反弹的事项没有写下一步", "a relapse without a next step")
E_FOLLOW_UP = code("E-FOLLOW-UP", "回头看没有写看的是什么", "a follow-up that does not say of what")

FOLDER, ORDER, SHOWN = "follow-ups", 35, 8
TITLE = Words("回头看", "Looked at again")
RELAPSE, DONE = Words("反弹率", "Relapse rate"), Words("办结率", "Completion rate")
WHAT, WHEN, RESULT = Words("事项", "What"), Words("时间", "When"), Words("结果", "Result")
UNIT = Words("项", "")
SUBJECT = Subject(
    "follow-up",
    FOLDER,
    15,
    TITLE,
    UNIT,
    Words(
        "每件事只按最近一次回访计；部分反弹也算反弹。",
        "Each thing by the last look at it; a part that relapsed counts as relapsed.",
    ),
)
NEXT = Words("下次回访：{}", "next look: {}")
OF_FINDING = Words("{title}，第{n}号问题", "{title}, finding no. {n}")
TARGETS = ("task", "wish", "inspection")


class Result(Choice):
    """What was found."""

    HOLDS = "holds", "保持良好", "still holds"
    PARTLY = "partly", "部分反弹", "partly relapsed"
    RELAPSED = "relapsed", "反弹", "relapsed"


@dataclass(frozen=True, kw_only=True)
class FollowUp(Record):
    """One look at one thing."""

    of: Annotated[Reference, Field("对应记录", "of")] = ""
    finding: Annotated[Whole | None, Field("问题编号", "finding")] = None
    """Which finding, where it is an inspection."""
    what: Annotated[Text, Field("内容")] = ""
    """Where there is no record of it."""
    when: Annotated[WhenField, Field("时间")]
    by: Annotated[Texts, Field("回访人员", "visitors")] = ()
    """Offices and teams; no persons."""
    result: Annotated[Result, choice(Result), Field("结果")]
    found: Annotated[Text, Field("情况")] = ""
    next_step: Annotated[Text, Field("下一步")] = ""
    next_look: Annotated[WhenField | None, Field("下次回访")] = None


def check(record: FollowUp) -> Iterator[Diagnostic]:
    """What is wrong with one follow-up."""
    if not (record.of or record.what):
        yield Diagnostic(
            E_FOLLOW_UP,
            Words("没有写回头看的是什么", "it does not say what was looked at"),
            Words("加一行 对应记录: 编号，或 内容: …", "add a line of: ID, or what: …"),
            record.origin,
        )
    if record.finding is not None and not record.of:
        yield Diagnostic(
            E_FOLLOW_UP,
            Words("写了问题编号，没有写是哪次检查", "it says which finding, but not of which inspection"),
            Words("加一行 对应记录: 检查的编号", "add a line of: ID of the inspection"),
            record.origin.at("finding"),
        )
    if record.result is not Result.HOLDS and not (record.next_step or record.next_look):
        yield Diagnostic(
            W_FOLLOW_UP,
            Words(
                f"结果是{record.result.words.zh}，没有写下一步",
                f"it {record.result.words.en}, and what next?",
            ),
            Words(
                "加一行 下一步: … 或 下次回访: 2026-12-01", "add a line next_step: … or next_look: 2026-12-01"
            ),
            record.origin.at("result"),
        )
    texts = ((("what",), record.what), (("found",), record.found), (("next_step",), record.next_step))
    yield from nameless(texts, record.origin)


def marked(locality: Locality, result: Result) -> Marked:
    """Mark and word of a result."""
    return Marked("tick" if result is Result.HOLDS else "back", locality.words(result.words))


def looked_at(records: Records, today: date) -> tuple[int, int]:
    """How many things were looked at again by `today`, and how many of them have relapsed: each by its last look."""
    last: dict[str, tuple[date, bool]] = {}
    for task in records.of(Task):
        visits = [visit.when.last for visit in task.visits if visit.when.first <= today]
        if visits:
            last[f"{task.id}"] = (max(visits), task.state is TaskState.RELAPSED)
    for record in records.of(FollowUp):
        key = record.of.rpartition("/")[2].rpartition("#")[2] or record.what
        if record.finding is not None:
            key = f"{key}#{record.finding}"
        seen = (record.when.last, record.result is not Result.HOLDS)
        if record.when.first <= today and (key not in last or last[key][0] <= seen[0]):
            last[key] = seen
    return len(last), sum(relapsed for _, relapsed in last.values())


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    if not records.of(FollowUp):
        return
    again, relapsed = looked_at(records, today)
    yield "follow_ups", again
    yield "follow_ups.relapsed", relapsed


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many things were looked at again, and the relapse rate."""
    total = locality.summary.count("follow_ups")
    if total:
        relapse = rate(locality, SUBJECT, RELAPSE, "follow_ups.relapsed", "follow_ups")
        yield statistic(locality, SUBJECT, total, figures=(relapse,))


def figures(locality: Locality) -> Iterator[FigureLine]:
    """The relapse rate, and beside it the completion rate of the tasks."""
    summary = locality.summary
    as_of = locality.as_of("follow-up")
    for label, part, whole in (
        (RELAPSE, "follow_ups.relapsed", "follow_ups"),
        (DONE, "tasks.done", "tasks"),
    ):
        some, every = (Quantity(Decimal(summary.count(key))) for key in (part, whole))
        line = rate_line(
            locality.words(label), some, every, locality.language, unit=locality.words(UNIT), as_of=as_of
        )
        yield from (line,) if line else ()


def in_order(locality: Locality) -> list[FollowUp]:
    """The looks up to today, the latest first."""
    done = [each for each in locality.records.of(FollowUp) if each.when.first <= locality.today]
    return sorted(done, key=lambda each: each.when.last.toordinal(), reverse=True)


def panels(locality: Locality) -> Iterator[Panel]:
    """The rates and the latest looks."""
    records = in_order(locality)[:SHOWN]
    if not records and not locality.summary.count("follow_ups"):
        return
    blocks: list[Block] = [Figures(tuple(figures(locality)))]
    if records:
        words, url = locality.words, locality.records.url
        rows = tuple(_row(locality, record, url) for record in records)
        columns = ((words(WHAT), "text"), (words(WHEN), "date"), (words(RESULT), "text"))
        blocks.append(Table(words(TITLE), columns, rows))  # type: ignore[arg-type]  # each kind is one of the three
    yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, tuple(blocks)))


def _row(locality: Locality, record: FollowUp, page_url: str) -> tuple[Cell, ...]:
    target = target_of(locality, record)
    what: Cell = record.what
    if target is not None:
        title = target.title
        if record.finding is not None:
            title = locality.words(OF_FINDING).format(title=title, n=record.finding)
        is_linked = "#" not in target.url or target.kind == "inspection"
        what = Linked(title, relative(page_url, target.url)) if is_linked else title
    state = marked(locality, record.result)._replace(note=record.found)
    return (what, record.when.text(locality.language), state)


def target_of(locality: Locality, record: FollowUp) -> Target | None:
    """What was looked at, where it is a record."""
    return locality.target(record.of, TARGETS[0]) if record.of else None


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the page of each task that was looked at again: when, and what was found."""
    for url, found in by_page((each, target_of(locality, each)) for each in reversed(in_order(locality))):
        events = tuple(_event(locality, each) for each in found)
        yield url, Section(locality.words(TITLE), "follow-ups", (Steps(events),))


def _event(locality: Locality, record: FollowUp) -> Event:
    look = record.next_look.text(locality.language) if record.next_look else ""
    coming = locality.words(NEXT).format(look) if look else ""
    note = locality.words(Words("；", "; ")).join(text for text in (record.next_step, coming) if text)
    return Event(record.when.text(locality.language), record.found, note, marked(locality, record.result))


def _mentions(record: FollowUp) -> Iterator[Mention]:
    if record.of:
        yield Mention(record.of, ("of",), TARGETS)


def _changes(record: FollowUp, today: date) -> Iterator[date]:
    if record.when.first > today:
        yield record.when.first


def _dates(record: FollowUp) -> tuple[PartialDate, ...]:
    return (record.when,)


def _title(record: FollowUp) -> str:
    return record.what or record.of


KIND = Kind(
    name="follow-up",
    folder=FOLDER,
    words=Words("回头看", "follow-up"),
    record=FollowUp,
    title=_title,
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=statistics,
    adds=adds,
    starter=Words(
        "- 内容: 楼道灯\n  时间: 2026-06-20\n  结果: 保持良好    # 保持良好、部分反弹、反弹\n  情况: 120盏都亮\n",
        "- what: corridor lamps\n  when: 2026-06-20\n  result: holds    # holds, partly, relapsed\n",
    ),
)
