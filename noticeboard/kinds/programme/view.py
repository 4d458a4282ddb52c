"""Programmes as pages show them: the parts of each, and what was done for each part.

Programme + Targets of its records ─ linked_of ▶ Linked records ─▶ panel, page, sections of the pages of tasks
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    Figures,
    Heading,
    Lines,
    Linked,
    Links,
    Marked,
    Notes,
    Prose,
    Section,
    Table,
    Toned,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.programme.record import Part, Programme
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import child_table
from noticeboard.kinds.tone import badge_hatch
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative
from noticeboard.values.quantity import Quantity

FOLDER, ORDER, COUNT = "programmes", 48, "programmes"
TARGETS = ("task", "activity", "joint-project")
TITLE = Words("工作法和专项行动", "Methods and campaigns")
PART, SAYS = Words("组成部分", "Part"), Words("内容", "What it says")
RECORDS, STATE = Words("对应的事项", "What was done"), Words("进展", "State")
KIND_OF, DONE_RATE = Words("种类", "Kind"), Words("办成的事项", "Done")
COUNTED, NONE = Words("{n}项，办成{done}项", "{n}, {done} done"), Words("暂无", "none yet")
DONE, NOT_DONE = Words("已办成", "done"), Words("未办成", "not done")
UNKNOWN = Words("未注明", "not stated")
NO_PARTS = Words("组成部分未注明", "its parts are not stated")
PART_OF = Words("属于“{title}”的“{part}”", "“{part}” of “{title}”")
ITEMS, LIST, COMMA = Words("项", ""), Words("、", ", "), Words("，", ", ")
KIND_WORDS = {
    "task": Words("民生实事", "practical task"),
    "activity": Words("活动", "activity"),
    "joint-project": Words("联建项目", "joint project"),
}
PANELS = {"activity": "activities", "joint-project": "joint-projects"}
"""The panel of the place's page on which records without a page of their own stand."""


class LinkedRecord(NamedTuple):
    """A record that belongs to a part: title, site path, kind, whether it is done (None: not stated)."""

    title: str
    url: str
    kind: str
    done: bool | None


def linked_of(locality: Locality, part: Part) -> tuple[LinkedRecord, ...]:
    """The records of a part, wherever they stand."""
    targets = (locality.target(reference, TARGETS[0]) for reference in part.records)
    return tuple(
        LinkedRecord(
            each.title,
            f"{each.place}/#{PANELS[each.kind]}" if each.kind in PANELS else each.url,
            each.kind,
            each.done,
        )
        for each in targets
        if each is not None
    )


def counted(locality: Locality, linked: tuple[LinkedRecord, ...]) -> str:
    """3项，办成2项; empty without any."""
    if not linked:
        return ""
    done = sum(each.done is True for each in linked)
    return locality.words(COUNTED).format(n=len(linked), done=done)


def state_of(locality: Locality, linked: LinkedRecord) -> Marked:
    """Mark and word of how far a record is."""
    if linked.done is None:
        return Marked("dots", locality.words(UNKNOWN))
    return Marked("tick", locality.words(DONE)) if linked.done else Marked("ring", locality.words(NOT_DONE))


def panels(locality: Locality) -> Iterator[Panel]:
    """The programmes of the place with their parts, and how many there are by place below."""
    programmes, url = locality.records.of(Programme), locality.records.url
    blocks = [block for each in programmes for block in _blocks(locality, each)]
    blocks += _places(locality)
    if not blocks:
        return
    has_page = any(_has_records(each) for each in programmes)
    more = (len(programmes), relative(url, locality.url(FOLDER))) if has_page else None
    sources = sources_of(locality, programmes, url)
    section = Section(locality.words(TITLE), FOLDER, tuple(blocks), more, sources=sources)
    yield Panel(ORDER, PANEL_TEMPLATE, section)


def pages(locality: Locality) -> Iterator[Page]:
    """All programmes with the records of each part, where there are any."""
    programmes = locality.records.of(Programme)
    if any(_has_records(each) for each in programmes):
        url, title = locality.url(FOLDER), locality.words(TITLE)
        sections = tuple(
            _section(locality, each, url, f"programme-{each.id or number}")
            for number, each in enumerate(programmes, 1)
        )
        yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), sections))


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the page of each task of the place that belongs to a part: to which."""
    page = locality.url(FOLDER)
    pairs = (
        ((programme, part), each)
        for programme in locality.records.of(Programme)
        for part in programme.parts
        for each in linked_of(locality, part)
        if each.url.startswith(locality.records.url)
    )
    for url, found in by_page(pairs):
        text = locality.words(PART_OF)
        rows = tuple(
            (text.format(title=programme.title, part=part.name), relative(url, page), "")
            for programme, part in found
        )
        yield url, Section(locality.words(TITLE), FOLDER, (Links(rows),))


def _has_records(programme: Programme) -> bool:
    return any(part.records for part in programme.parts)


def about(locality: Locality, programme: Programme) -> str:
    """Sort, period and who began it, in one line; empty where only the usual sort is known."""
    words, language = locality.words, locality.language
    period = programme.period.text(language) if programme.period else ""
    said = (words(LIST).join(programme.by), period)
    return words(COMMA).join((words(programme.sort.words), *(each for each in said if each)))


def _intro(locality: Locality, programme: Programme) -> Iterator[Block]:
    yield Lines((about(locality, programme),), quiet=True)
    if programme.about:
        yield Lines((programme.about,))
    if programme.body:
        yield Prose(programme.body)


def _blocks(locality: Locality, programme: Programme) -> Iterator[Block]:
    """What the page of the place shows of one programme."""
    words = locality.words
    yield Heading(programme.title, f"programme-{programme.id}" if programme.id else "")
    yield from _intro(locality, programme)
    table = _parts(locality, programme)
    if table:
        yield table
    elif programme.parts:
        yield Lines((words(LIST).join(part.name for part in programme.parts),))
    elif not programme.about:
        yield Lines((words(NO_PARTS),))
    if programme.note:
        yield Notes((programme.note,))


def _parts(locality: Locality, programme: Programme) -> Table | None:
    """The parts with what they say and how much was done; None where there is nothing but names."""
    words, parts = locality.words, programme.parts
    says, has_records = any(part.words for part in parts), _has_records(programme)
    if not (says or has_records or any(part.colour for part in parts)):
        return None
    columns: list[Column] = [(words(PART), "text")]
    columns += [(words(SAYS), "text")] if says else []
    columns += [(words(RECORDS), "text")] if has_records else []
    rows = []
    for part in parts:
        row: list[Cell] = [toned(part)]
        row += [part.words] if says else []
        row += [counted(locality, linked_of(locality, part)) or words(NONE)] if has_records else []
        rows.append(tuple(row))
    return Table(words(PART), tuple(columns), tuple(rows))


def toned(part: Part) -> Cell:
    """The name of a part, with character and pattern where it has a colour."""
    if part.colour is None:
        return part.name
    drawn = badge_hatch(part.colour)
    return Toned(part.name, part.colour.value, part.colour.words.zh, drawn.path, f"{drawn.stroke:g}")


def _section(locality: Locality, programme: Programme, page_url: str, anchor: str) -> Section:
    """One programme on the page of all: its parts, and part by part what was done."""
    language, words = locality.language, locality.words
    blocks = [*_intro(locality, programme)]
    every = {each for part in programme.parts for each in linked_of(locality, part)}
    done, whole = (Quantity(Decimal(n)) for n in (sum(each.done is True for each in every), len(every)))
    line = rate_line(words(DONE_RATE), done, whole, language, unit=words(ITEMS))
    blocks += [Figures((line,))] if line else []
    table = _parts(locality, programme)
    blocks += [table] if table else []
    for part in programme.parts:
        linked = linked_of(locality, part)
        if linked:
            blocks.append(Heading(part.name))
            blocks.append(_records(locality, part, linked, page_url))
    if programme.note:
        blocks.append(Notes((programme.note,)))
    sources = sources_of(locality, (programme,), page_url)
    return Section(programme.title, anchor, tuple(blocks), sources=sources)


def _records(locality: Locality, part: Part, linked: tuple[LinkedRecord, ...], page_url: str) -> Table:
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(RECORDS), "text"),
        (words(KIND_OF), "text"),
        (words(STATE), "text"),
    )
    rows = tuple(
        (
            Linked(each.title, relative(page_url, each.url)),
            words(KIND_WORDS[each.kind]),
            state_of(locality, each),
        )
        for each in linked
    )
    return Table(part.name, columns, rows)


def _places(locality: Locality) -> Iterator[Block]:
    yield from child_table(locality, TITLE, ((COUNT, TITLE),), FOLDER)
