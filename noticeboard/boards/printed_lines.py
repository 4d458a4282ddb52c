"""What a board says, line by line: what is kept of a board that hangs, to tell later what has changed.

    what a board shows ─ lines_of ▶ PrintedLines

A line is about something (`what`: a task, a post), names at most one person, and says the rest in `text`. Two
states of a board are compared by these lines, so they must not depend on the sheet or the day. What needs the
consent of a person beyond the name (skills, portraits) is left out: a board may hang longer than a consent lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from noticeboard.boards import words
from noticeboard.boards.ledger import LedgerBoard
from noticeboard.boards.notice import NoticeBoard
from noticeboard.boards.organization import OrganizationBoard
from noticeboard.boards.plaque import PlaqueBoard
from noticeboard.boards.said import unchanging
from noticeboard.boards.tasks import TasksBoard, Total
from noticeboard.boards.volunteer import VolunteerBoard
from noticeboard.languages import Language

SEPARATOR = " · "


class PrintedLine(NamedTuple):
    """One line of a board."""

    what: str = ""
    name: str = ""
    text: str = ""


def lines_of(board: object, language: Language) -> tuple[PrintedLine, ...]:
    """The lines of what a board shows; none of a kind of board that has no lines."""
    return tuple(lines for kind, make in _LINES if isinstance(board, kind) for lines in make(board, language))


def joined(parts: Iterable[str]) -> str:
    """Several texts as one."""
    return SEPARATOR.join(part for part in parts if part)


def _organizations(board: OrganizationBoard, language: Language) -> Iterator[PrintedLine]:
    for organization in board.organizations:
        yield PrintedLine(organization.name, "", joined(organization.facts))
        for post in organization.posts:
            about = joined((organization.name, post.post))
            vacant = "" if post.name else words.VACANT.to(language)
            parts = (vacant, post.also, post.answers_for, post.office_phone)
            yield PrintedLine(about, post.name, joined(parts))


def _plaques(board: PlaqueBoard, _language: Language) -> Iterator[PrintedLine]:
    for plaque in board.plaques:
        yield PrintedLine(joined((plaque.organization, plaque.post)), plaque.name, joined(plaque.more))


def _volunteers(board: VolunteerBoard, _language: Language) -> Iterator[PrintedLine]:
    for team in board.teams:
        yield PrintedLine(team.name, "", joined(team.facts))
        for person in team.people:
            yield PrintedLine(team.name, person.name, person.hours)


def _totals(totals: tuple[Total, ...]) -> Iterator[PrintedLine]:
    for total in totals:
        yield PrintedLine(total.label, "", total.figure + total.unit)


def _tasks(board: TasksBoard, _language: Language) -> Iterator[PrintedLine]:
    yield from _totals(board.totals)
    for task in board.tasks:
        funds = (f"{fund.payer} {fund.amount}" for fund in task.funds)
        parts = (unchanging(task.state_text), task.done_by, *funds, task.when, task.result)
        yield PrintedLine(task.title, "", joined(parts))


def _ledger(board: LedgerBoard, _language: Language) -> Iterator[PrintedLine]:
    yield from _totals(board.totals)
    for row in board.rows:
        cells = (*row.lead, *row.dates, *row.funds, *row.rating)
        parts = (unchanging(row.state_text), row.more, *(piece.text for piece in cells))
        yield PrintedLine(row.title, "", joined(parts))


def _notice(board: NoticeBoard, _language: Language) -> Iterator[PrintedLine]:
    yield PrintedLine(board.heading, "", joined((board.number, board.period)))
    for block in board.blocks:
        yield PrintedLine("", "", joined((block.text, *(cell.text for cell in block.cells))))


_LINES: tuple[tuple[type, Callable[[Any, Language], Iterator[PrintedLine]]], ...] = (
    (OrganizationBoard, _organizations),
    (PlaqueBoard, _plaques),
    (VolunteerBoard, _volunteers),
    (TasksBoard, _tasks),
    (LedgerBoard, _ledger),
    (NoticeBoard, _notice),
)
