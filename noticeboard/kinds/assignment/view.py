"""What a place's page shows of assigned teams: every post of a compound, above it the forces and the vacancies."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Cell,
    Column,
    Facts,
    FigureLine,
    Figures,
    Lines,
    Linked,
    Marked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import Panel
from noticeboard.kinds.assignment.record import Assignment, Force, Post, posts_of, vacancies, written_in
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.place import Level
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words
from noticeboard.locality import Locality

FOLDER, ORDER = "assignments", 45
TITLE = Words("分包下沉“6+1”", "Assigned team (6+1)")
FORCE, ROLE = Words("力量", "Force"), Words("责任岗位", "Held by")
DUTY, PHONE = Words("负责", "Answers for"), Words("办公电话", "Office phone")
VACANT, SINCE = Words("空缺", "vacant"), Words("{}起", "since {}")
COMING = Words("{role}{date}到岗", "{role} from {date}")
HELD, POSTS = Words("在岗", "Held"), Words("个岗位", " posts")
OF = Words("7个位置共{n}个岗位", "{n} posts in 7 slots")
SIX, ONE = Words("六支力量", "The six"), Words("加一：执法力量", "And one: enforcement")
COMPOUNDS = Words("有分包的楼院", "Compounds with a team")
VACANCIES = Words("空缺岗位", "Vacant posts")
ENFORCEMENT = Words("{}（执法力量）", "{} (enforcement)")
LIST = Words("、", ", ")


def panels(locality: Locality) -> Iterator[Panel]:
    """The posts of a compound; above it, the forces that are assigned and what is vacant by place."""
    teams, url = locality.records.of(Assignment), locality.records.url
    is_compound = locality.place.kind is Level.COMPOUND
    blocks = [block for team in teams for block in _blocks(locality, team, is_compound=is_compound)]
    blocks += _places(locality)
    if not blocks:
        return
    sources = sources_of(locality, teams, url)
    section = Section(locality.words(TITLE), FOLDER, tuple(blocks), sources=sources)
    yield Panel(ORDER, PANEL_TEMPLATE, section)


def _blocks(locality: Locality, team: Assignment, *, is_compound: bool) -> Iterator[Block]:
    words = locality.words
    if is_compound:
        yield Figures((held_line(locality, team),))
        columns: tuple[Column, ...] = (
            (words(FORCE), "text"),
            (words(ROLE), "text"),
            (words(DUTY), "text"),
            (words(PHONE), "date"),
        )
        rows = tuple(_row(locality, post) for post in posts_of(team, locality.today))
        yield Table(words(TITLE), columns, rows)
    else:
        written = {slot.force for slot in team.slots}
        pairs = (
            (words(SIX), words(LIST).join(words(f.words) for f in written_in(written, enforcement=False))),
            (words(ONE), words(LIST).join(words(f.words) for f in written_in(written, enforcement=True))),
        )
        yield Facts(tuple(pair for pair in pairs if pair[1]))
    if team.hours:
        yield Lines((team.hours,))
    if team.note:
        yield Notes((team.note,))


def held_line(locality: Locality, team: Assignment) -> FigureLine:
    """How many posts are held, of how many."""
    held = len(Force) - vacancies(team, locality.today)
    as_of = team.as_of.text(locality.language) if team.as_of else ""
    base = locality.words(OF).format(n=len(Force))
    return FigureLine(locality.words(HELD), str(held), locality.words(POSTS), base, as_of)


def force_text(locality: Locality, force: Force) -> str:
    """The force as a row is headed: 机关; 派出所（执法力量）."""
    name = locality.words(force.words)
    return locality.words(ENFORCEMENT).format(name) if force.is_enforcement else name


def vacancy_note(locality: Locality, post: Post) -> str:
    """Since when a post is vacant, or who comes when."""
    if post.coming and post.coming.period and post.coming.period.start:
        start = post.coming.period.start.text(locality.language)
        return locality.words(COMING).format(role=post.coming.role, date=start)
    since = post.said.vacant_since if post.said else None
    return locality.words(SINCE).format(since.text(locality.language)) if since else ""


def _row(locality: Locality, post: Post) -> tuple[Cell, ...]:
    held: Cell = (
        post.holder.role
        if post.holder
        else Marked("ring", locality.words(VACANT), vacancy_note(locality, post))
    )
    said = post.said
    phone = said.office_phone if said else ""
    call: Cell = Linked(phone, f"tel:{phone}") if phone else ""
    return (force_text(locality, post.force), held, said.answers_for if said else "", call)


def _places(locality: Locality) -> Iterator[Block]:
    columns = (("assignments", COMPOUNDS), ("assignments.vacant", VACANCIES))
    yield from child_table(locality, TITLE, columns, FOLDER)
