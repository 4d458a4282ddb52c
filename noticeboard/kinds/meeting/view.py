"""What a place's page shows of its meetings: the next one, the latest ones, how many there were, how people meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    Event,
    Facts,
    FigureLine,
    Figures,
    Linked,
    Links,
    Marked,
    Notes,
    Prose,
    Section,
    Steps,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.meeting.record import Meeting
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.reconcile import rate_line
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words
from noticeboard.locality import Locality, Target
from noticeboard.page import Page, relative

FOLDER, ORDER, SHOWN = "meetings", 55, 5
TITLE = Words("议事会议", "Meetings")
WITH = Words("与{units}{sort}", "{sort} with {units}")
TIMES, PEOPLE = Words("次", " times"), Words("人", " people")
MEETING, WHEN = Words("会议", "Meeting"), Words("时间", "When")
PRESENT, RATE = Words("到会", "Present"), Words("到会率", "Attendance")
WHERE, UNITS = Words("地点", "Where"), Words("对方单位", "With")
TOPICS, OUTCOME = Words("议题", "Topics"), Words("结果", "Outcome")
COMING, CANCELLED = Words("将召开", "to come"), Words("已取消", "cancelled")
SETTLED, AWAITED = Words("已有结果", "outcome known"), Words("结果待公布", "outcome to be posted")
OF = Words("{present}／{invited}{unit}", "{present} / {invited}{unit}")
COUNTED = Words("会议（次，不含约数）", "Meetings (exact numbers only)")
LIST, COMMA, STOP = Words("、", ", "), Words("，", ", "), Words("；", "; ")


def in_order(locality: Locality) -> list[Meeting]:
    """The meetings with a day: those to come first, the next one leading, then the latest."""
    days = [(each, each.when.first) for each in locality.records.of(Meeting) if each.when]
    coming = sorted((pair for pair in days if pair[1] > locality.today), key=lambda pair: pair[1])
    held = sorted(
        (pair for pair in days if pair[1] <= locality.today), key=lambda pair: pair[1], reverse=True
    )
    return [each for each, _ in (*coming, *held)]


def is_held(meeting: Meeting, today: date) -> bool:
    """Whether it took place, as far as is known."""
    return bool(meeting.number or (meeting.when and meeting.when.first <= today)) and not meeting.cancelled


def panels(locality: Locality) -> Iterator[Panel]:
    """The next and the latest meetings, the numbers of others, how people meet, numbers by place below."""
    own, url = locality.records.of(Meeting), locality.records.url
    dated = in_order(locality)
    page = relative(url, locality.url(FOLDER))
    blocks = (
        *_figures(locality, [each for each in own if each.number]),
        *_table(locality, dated[:SHOWN], page),
        *_forms(locality, [each for each in own if not each.number and not each.when]),
        *_places(locality),
    )
    if not blocks:
        return
    said = tuple(each.note for each in own if each.note and not each.when)
    sources = sources_of(locality, own, url)
    more = (len(dated), page) if len(dated) > SHOWN else None
    section = Section(
        locality.words(TITLE), FOLDER, (*blocks, *((Notes(said),) if said else ())), more, sources=sources
    )
    yield Panel(ORDER, PANEL_TEMPLATE, section)


def pages(locality: Locality) -> Iterator[Page]:
    """Every meeting with a day: attendance, topics, outcome, and what it led to."""
    dated = in_order(locality)
    if dated:
        url = locality.url(FOLDER)
        sections = tuple(_section(locality, each, n, url) for n, each in enumerate(dated))
        yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, locality.words(TITLE)), sections))


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the pages of tasks and decisions: the meetings at which they were discussed, first things first."""
    counted = [each for each in locality.records.of(Meeting) if each.number]
    meetings = (*counted, *reversed(in_order(locality)))
    pairs = ((each, target) for each in meetings for target in targets_of(locality, each))
    for url, found in by_page(pairs):
        events = tuple(_event(locality, each) for each in found)
        yield url, Section(locality.words(TITLE), FOLDER, (Steps(events),))


def name_text(locality: Locality, meeting: Meeting) -> str:
    """与燃气公司协商; its title where it has one."""
    sort = locality.words(meeting.sort.words)
    units = locality.words(LIST).join(meeting.with_)
    return meeting.title or (locality.words(WITH).format(units=units, sort=sort) if units else sort)


def state_of(locality: Locality, meeting: Meeting) -> Marked:
    """How a meeting with a day stands."""
    words = locality.words
    if meeting.cancelled:
        return Marked("dash", words(CANCELLED), meeting.cancelled)
    if meeting.when and meeting.when.first > locality.today:
        return Marked("ring", words(COMING))
    return Marked("tick", words(SETTLED)) if meeting.outcome else Marked("half", words(AWAITED))


def when_text(locality: Locality, meeting: Meeting) -> str:
    """2026年11月7日，19时30分."""
    day = meeting.when.text(locality.language) if meeting.when else ""
    return locality.words(COMMA).join(part for part in (day, meeting.hour) if part)


def present_text(locality: Locality, meeting: Meeting) -> str:
    """58／72户; 30余人."""
    words, language = locality.words, locality.language
    if meeting.present is None:
        return ""
    unit, present = meeting.unit or words(PEOPLE), meeting.present.text(language)
    if meeting.invited is None:
        return present + unit
    return words(OF).format(present=present, invited=meeting.invited.text(language), unit=unit)


def targets_of(locality: Locality, meeting: Meeting) -> tuple[Target, ...]:
    """The decisions and tasks that it led to."""
    found = [locality.target(reference, "decision") for reference in meeting.decisions]
    found += [locality.target(reference, "task") for reference in meeting.tasks]
    return tuple(target for target in found if target)


def _anchor(meeting: Meeting, number: int) -> str:
    return meeting.id or f"meeting-{number + 1}"


def _figures(locality: Locality, counted: list[Meeting]) -> Iterator[Block]:
    lines = tuple(_figure(locality, meeting) for meeting in counted)
    if lines:
        yield Figures(lines)


def _figure(locality: Locality, meeting: Meeting) -> FigureLine:
    targets, words = targets_of(locality, meeting), locality.words
    number = meeting.number.text(locality.language) if meeting.number else ""
    as_of = meeting.as_of.text(locality.language) if meeting.as_of else ""
    base = words(STOP).join(text for text in (words(LIST).join(meeting.topics), meeting.outcome) if text)
    href = relative(locality.records.url, targets[0].url) if targets else ""
    return FigureLine(name_text(locality, meeting), number, words(TIMES), base, as_of, href=href)


def _table(locality: Locality, dated: list[Meeting], page: str) -> Iterator[Block]:
    if not dated:
        return
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(MEETING), "text"),
        (words(WHEN), "date"),
        (words(PRESENT), "number"),
        (words(OUTCOME), "text"),
    )
    rows = tuple(_row(locality, meeting, n, page) for n, meeting in enumerate(dated))
    yield Table(words(TITLE), columns, rows)


def _row(locality: Locality, meeting: Meeting, number: int, page: str) -> tuple[Cell, ...]:
    state = state_of(locality, meeting)
    topics = locality.words(LIST).join(meeting.topics)
    note = state.note or meeting.outcome or topics
    return (
        Linked(name_text(locality, meeting), f"{page}#{_anchor(meeting, number)}"),
        when_text(locality, meeting),
        present_text(locality, meeting),
        state._replace(note=note),
    )


def _forms(locality: Locality, forms: list[Meeting]) -> Iterator[Block]:
    """How people meet, where neither days nor numbers are known."""
    pairs = []
    for meeting in forms:
        said = (meeting.how, locality.words(LIST).join(meeting.topics), meeting.outcome)
        text = locality.words(STOP).join(part for part in said if part)
        pairs.append((name_text(locality, meeting), text))
    if pairs:
        yield Facts(tuple(pairs))


def _places(locality: Locality) -> Iterator[Block]:
    yield from child_table(locality, TITLE, (("meetings", COUNTED),), FOLDER)


def _section(locality: Locality, meeting: Meeting, number: int, url: str) -> Section:
    """One meeting on the page of all."""
    words, language = locality.words, locality.language
    state = state_of(locality, meeting)
    name = name_text(locality, meeting)
    sort = words(meeting.sort.words)
    facts = (
        (MEETING, sort if sort != name else ""),
        (WHEN, when_text(locality, meeting)),
        (WHERE, meeting.where),
        (UNITS, words(LIST).join(meeting.with_)),
        (PRESENT, "" if meeting.invited else present_text(locality, meeting)),
        (TOPICS, words(STOP).join(meeting.topics)),
        (OUTCOME, meeting.outcome or words(COMMA).join(part for part in (state.word, state.note) if part)),
    )
    blocks: list[Block] = [Facts(tuple((words(label), text) for label, text in facts if text))]
    if meeting.present and meeting.invited:
        unit = meeting.unit or words(PEOPLE)
        line = rate_line(words(RATE), meeting.present, meeting.invited, language, unit=unit)
        blocks += [Figures((line,))] if line else []
    links = tuple((target.title, relative(url, target.url), "") for target in targets_of(locality, meeting))
    blocks += [Links(links)] if links else []
    blocks += [Prose(meeting.body)] if meeting.body else []
    blocks += [Notes((meeting.note,))] if meeting.note else []
    sources = sources_of(locality, (meeting,), url)
    return Section(name, _anchor(meeting, number), tuple(blocks), sources=sources)


def _event(locality: Locality, meeting: Meeting) -> Event:
    if meeting.number:
        number = meeting.number.text(locality.language) + locality.words(TIMES)
        return Event("", f"{name_text(locality, meeting)}{number}", meeting.outcome)
    note = locality.words(STOP).join(
        part for part in (present_text(locality, meeting), meeting.outcome) if part
    )
    return Event(
        when_text(locality, meeting), name_text(locality, meeting), note, state_of(locality, meeting)
    )
