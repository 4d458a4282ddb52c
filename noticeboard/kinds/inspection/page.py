"""The page of all inspections of a place: each with its checklist, findings, re-visits, equipment and patrols."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.document import (
    PAGE_TEMPLATE,
    Block,
    Column,
    DocumentView,
    Event,
    Facts,
    Marked,
    Notes,
    Prose,
    Section,
    Steps,
    Table,
)
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.follow_up import FollowUp, marked
from noticeboard.kinds.inspection.equipment import STATE, all_lasting, equipment_table
from noticeboard.kinds.inspection.record import Inspection, Item, Outcome, Patrol
from noticeboard.kinds.inspection.state import found_in, is_held, rank
from noticeboard.kinds.inspection.view import (
    FINDINGS,
    FOLDER,
    GRID,
    MEASURE,
    NEXT,
    TITLE,
    WHAT,
    WHERE,
    finding_state,
    measure_text,
)
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page

BY = Words("检查人员", "By")
CHECKLIST, RESULT, NOTE = Words("检查项目", "Checklist"), Words("结果", "Result"), Words("备注", "Remarks")
FOUND = Words("发现时间", "Found on")
OK, BAD, OPEN = Words("正常", "in order"), Words("有问题", "finding"), Words("未查", "not looked at")
EQUIPMENT = Words("设施有效期", "Equipment")
PATROLS, PERIOD, TIMES, FOR = (
    Words("巡查", "Patrols"),
    Words("时间", "When"),
    Words("次数", "How many"),
    Words("内容", "What for"),
)
LOOK = Words("第{n}号问题：{what}", "Finding no. {n}: {what}")
LIST = Words("、", ", ")


def pages(locality: Locality) -> Iterator[Page]:
    """One page, the latest inspection first."""
    records = locality.records.of(Inspection)
    if records:
        url, title = locality.url(FOLDER), locality.words(TITLE)
        ordered = sorted(enumerate(records, 1), key=lambda each: rank(each[1]), reverse=True)
        sections = tuple(
            _section(locality, each, url, f"inspection-{each.id or number}") for number, each in ordered
        )
        yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), sections))


def _section(locality: Locality, inspection: Inspection, page_url: str, anchor: str) -> Section:
    blocks = (
        *_facts(locality, inspection),
        *_checklist(locality, inspection),
        *_findings(locality, inspection),
        *_looks(locality, inspection),
        *_equipment(locality, inspection),
        *_patrols(locality, inspection.patrols),
    )
    said: tuple[Block, ...] = (Prose(inspection.body),) if inspection.body else ()
    said += (Notes((inspection.note,)),) if inspection.note else ()
    return Section(
        _name(locality, inspection),
        anchor,
        (*blocks, *said),
        sources=sources_of(locality, (inspection,), page_url),
    )


def _name(locality: Locality, inspection: Inspection) -> str:
    """消防安全检查，2026年11月18日."""
    day = inspection.when.text(locality.language) if inspection.when else ""
    return locality.words(Words("，", ", ")).join(text for text in (inspection.title, day) if text)


def _facts(locality: Locality, inspection: Inspection) -> Iterator[Block]:
    words, language = locality.words, locality.language
    pairs = (
        (GRID, inspection.grid),
        (BY, words(LIST).join(inspection.by)),
        (NEXT, inspection.next.text(language) if inspection.next else ""),
    )
    known = tuple((words(label), text) for label, text in pairs if text)
    if known:
        yield Facts(known)


def _checklist(locality: Locality, inspection: Inspection) -> Iterator[Block]:
    words = locality.words
    if inspection.items:
        has_notes = any(item.note for item in inspection.items)
        columns: tuple[Column, ...] = ((words(CHECKLIST), "text"), (words(RESULT), "text"))
        columns += ((words(NOTE), "text"),) if has_notes else ()
        rows = tuple(
            (item.what, _result(locality, inspection, item), *((item.note,) if has_notes else ()))
            for item in inspection.items
        )
        yield Table(words(CHECKLIST), columns, rows)


def _result(locality: Locality, inspection: Inspection, item: Item) -> Marked:
    if item.result is None or not is_held(inspection, locality.today):
        return Marked("dots", locality.words(OPEN))
    if item.result is Outcome.OK:
        return Marked("tick", locality.words(OK))
    return Marked("alert", locality.words(BAD))


def _findings(locality: Locality, inspection: Inspection) -> Iterator[Block]:
    """All of them by number; on which day only where that is not the day of the inspection."""
    words, language = locality.words, locality.language
    every = tuple(found_in(inspection, locality.today))
    has_days = any(each.finding.found for each in every)
    rows = tuple(
        (
            f"{each.number}. {each.finding.what}",
            each.finding.where,
            *((each.finding.found.text(language) if each.finding.found else "",) if has_days else ()),
            measure_text(locality, each),
            finding_state(locality, each),
        )
        for each in every
    )
    if rows:
        days: tuple[Column, ...] = ((words(FOUND), "date"),) if has_days else ()
        columns: tuple[Column, ...] = (
            (words(WHAT), "text"),
            (words(WHERE), "text"),
            *days,
            (words(MEASURE), "text"),
            (words(STATE), "text"),
        )
        yield Table(words(FINDINGS), columns, rows)


def _looks(locality: Locality, inspection: Inspection) -> Iterator[Block]:
    """Re-visits of its findings, the first first."""
    events = [
        Event(
            each.when.text(locality.language),
            locality.words(LOOK).format(n=found.number, what=found.finding.what),
            each.found,
            marked(locality, each.result),
        )
        for each in looks_at(locality, inspection, locality.today)
        for found in found_in(inspection, locality.today)
        if found.number == each.finding
    ]
    if events:
        yield Steps(tuple(events))


def looks_at(locality: Locality, inspection: Inspection, today: date) -> list[FollowUp]:
    """The follow-ups of an inspection up to a day, the first first."""
    own = (
        each
        for each in locality.records.of(FollowUp)
        if inspection.id and each.of.removeprefix("inspection/") == inspection.id
    )
    return sorted(
        (each for each in own if each.when.first <= today), key=lambda each: each.when.last.toordinal()
    )


def _equipment(locality: Locality, inspection: Inspection) -> Iterator[Block]:
    """What it says of equipment; how that stands today only where no later inspection says more."""
    in_force = [each for each in all_lasting(locality) if each.inspection is inspection]
    if in_force:
        yield equipment_table(locality, EQUIPMENT, in_force)


def _patrols(locality: Locality, patrols: tuple[Patrol, ...]) -> Iterator[Block]:
    words, language = locality.words, locality.language
    if patrols:
        columns: tuple[Column, ...] = (
            (words(PERIOD), "date"),
            (words(TIMES), "number"),
            (words(BY), "text"),
            (words(FOR), "text"),
        )
        rows = tuple(
            (
                each.period.text(language),
                each.number.text(language) if each.number else "",
                words(LIST).join(each.by),
                each.what,
            )
            for each in patrols
        )
        yield Table(words(PATROLS), columns, rows)
