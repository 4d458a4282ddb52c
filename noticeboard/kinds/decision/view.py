"""Decisions as pages show them: a panel on the page of the place, a page of all, a page of each.

decisions ─ in_order ▶ rows ─▶ panel, list page      decision ─ sections ▶ page
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.document import (
    PAGE_TEMPLATE,
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    DocumentView,
    Linked,
    Links,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.decision.blocks import sections
from noticeboard.kinds.decision.progress import State, state_of
from noticeboard.kinds.decision.record import Decision
from noticeboard.kinds.decision.words import (
    FOLDER,
    ORDER,
    SHOWN,
    TITLE,
    next_text,
    running_text,
    state_text,
)
from noticeboard.kinds.on_pages import by_page
from noticeboard.kinds.rollup import child_table, count_or_blank
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import Page, relative

RANK = tuple(State)


def decision_url(path: str, decision: Decision) -> str:
    """The site path of the page of a decision of the place at `path`."""
    return f"{path}/{FOLDER}/{decision.id}/"


def in_order(locality: Locality) -> tuple[tuple[Decision, str], ...]:
    """The decisions of the place and those shared with it, each with its place: what is under way first."""
    own = tuple((each, locality.records.path) for each in locality.records.of(Decision))
    found = (*own, *locality.shared_of(Decision))
    return tuple(sorted(found, key=lambda each: RANK.index(state_of(each[0], locality.today))))


def panels(locality: Locality) -> Iterator[Panel]:
    """What is being decided, what was decided, and how many by child place."""
    url, found = locality.records.url, in_order(locality)
    blocks = (*_table(locality, found[:SHOWN], url), *_places(locality, url))
    if blocks:
        more = (len(found), relative(url, locality.url(FOLDER))) if len(found) > SHOWN else None
        yield Panel(ORDER, PANEL_TEMPLATE, Section(locality.words(TITLE), FOLDER, blocks, more))


def pages(locality: Locality) -> Iterator[Page]:
    """The page of all decisions of the place, and one of each."""
    own, found = locality.records.of(Decision), in_order(locality)
    if not own and len(found) <= SHOWN:
        return  # the panel shows all there are, and nothing leads here
    url, title = locality.url(FOLDER), locality.words(TITLE)
    blocks = (*_table(locality, found, url), *_places(locality, url))
    yield Page(url, PAGE_TEMPLATE, DocumentView(locality.frame(url, title), (Section(title, "all", blocks),)))
    for decision in own:
        own_url = decision_url(locality.records.path, decision)
        view = DocumentView(
            locality.frame(own_url, decision.title, between=((title, url),)),
            tuple(sections(locality, decision, own_url)),
            state=state_text(locality, decision),
            notes=(decision.note,) if decision.note else (),
            sources=sources_of(locality, (decision,), own_url),
        )
        yield Page(own_url, PAGE_TEMPLATE, view, origin=decision.origin)


def adds(locality: Locality) -> Iterator[tuple[str, Section]]:
    """On the page of a task: how it was decided."""
    path = locality.records.path
    decisions = locality.records.of(Decision)
    for url, found in by_page((each, locality.target(each.task, "task")) for each in decisions):
        rows = tuple(
            (each.title, relative(url, decision_url(path, each)), state_text(locality, each).word)
            for each in found
        )
        yield url, Section(locality.words(TITLE), FOLDER, (Links(rows),))


def _table(locality: Locality, found: Sequence[tuple[Decision, str]], page_url: str) -> Iterator[Block]:
    if not found:
        return
    words = locality.words
    columns: tuple[Column, ...] = (
        (words(Words("事项", "Matter")), "text"),
        (words(Words("进展", "Where it stands")), "text"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Linked(decision.title, relative(page_url, decision_url(path, decision))),
            state_text(locality, decision)._replace(note=_stands(locality, decision)),
        )
        for decision, path in found
    )
    yield Table(words(TITLE), columns, rows)


def _stands(locality: Locality, decision: Decision) -> str:
    if state_of(decision, locality.today) is State.STOPPED:
        return state_text(locality, decision).note
    following = next_text(locality, decision)
    then = locality.words(Words("下一步：{}", "next: {}")).format(following) if following else ""
    said = decision.result or running_text(locality, decision)
    return locality.words(Words("；", "; ")).join(part for part in (said, then) if part)


def _places(locality: Locality, page_url: str) -> Iterator[Block]:
    columns = (
        ("decisions", TITLE),
        ("decisions.running", Words("进行中", "Under way")),
        ("decisions.finished", Words("已完成", "Finished")),
    )
    title = Words("各地点的决策", "Decisions by place")
    yield from child_table(locality, title, columns, FOLDER, page_url=page_url, write=count_or_blank)
