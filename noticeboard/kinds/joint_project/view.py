"""Joint projects as pages show them: how many, one row each, those of places above too."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.document import (
    PANEL_TEMPLATE,
    Block,
    Cell,
    FigureLine,
    Figures,
    Lines,
    Linked,
    Marked,
    Notes,
    Section,
    Table,
)
from noticeboard.kind import KeyFigure, Panel
from noticeboard.kinds.cited import sources_of
from noticeboard.kinds.joint_project.record import COUNT, JointProject, number_of
from noticeboard.kinds.rollup import child_table
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.page import relative
from noticeboard.values.partial_date import latest
from noticeboard.values.period import PeriodState
from noticeboard.values.quantity import Quantity, sum_quantities

FOLDER, ORDER, KEY_ORDER = "joint-projects", 47, 5
TITLE = Words("联建项目", "Joint projects")
UNIT = Words("个", " projects")
WAY, WAYS = Words("共享方式", "Shared as"), Words("共享方式有{n}种：{ways}", "{n} ways of sharing: {ways}")
WITH, STATE = Words("参与单位", "With"), Words("进展", "State")
AMONG = Words("其中有{}", "among them {}")
SHARED = Words("几个楼院共有，计入{}", "shared by several compounds, counted at {}")
COMPOUNDS = Words("涉及{}个楼院", "{} compounds")
PLANNED, RUNNING, OVER = Words("计划中", "planned"), Words("进行中", "under way"), Words("已完成", "done")
LIST, COMMA = Words("、", ", "), Words("，", ", ")


def panels(locality: Locality) -> Iterator[Panel]:
    """The place's own projects, those of places above that concern it, and their number by place below."""
    own, shared = locality.records.of(JointProject), locality.shared_of(JointProject)
    blocks = [*_figures(locality, own), *_table(locality), *_places(locality)]
    if not blocks:
        return
    url = locality.records.url
    sources = sources_of(locality, (*own, *(each for each, _ in shared)), url)
    section = Section(locality.words(TITLE), FOLDER, tuple(blocks), sources=sources)
    yield Panel(ORDER, PANEL_TEMPLATE, section)


def figure_of(locality: Locality, own: tuple[JointProject, ...]) -> FigureLine:
    """How many projects there are here and below, each counted once, with their hedge and a few names.

    A number that a source gives stands for the whole place, so nothing that is recorded below is added to it.
    """
    language, words = locality.language, locality.words
    named = [name for project in own for name in project.named]
    newest = latest((project.as_of for project in own if project.as_of), by=locality.today)
    stated = any(project.number for project in own)
    below = Quantity(Decimal(0 if stated else max(0, locality.summary.count(COUNT) - len(own))))
    return FigureLine(
        words(TITLE),
        sum_quantities([*(number_of(project) for project in own), below]).text(language),
        words(UNIT),
        words(AMONG).format(words(LIST).join(named)) if named else "",
        newest.text(language) if newest else "",
    )


def key_figures(locality: Locality) -> Iterator[KeyFigure]:
    """The number of projects, where one of them is marked as 要点."""
    own = locality.records.of(JointProject)
    if any(project.key for project in own):
        line = figure_of(locality, own)
        yield KeyFigure(KEY_ORDER, line.label, line.value, line.unit, line.base, line.as_of, f"#{FOLDER}")


def _figures(locality: Locality, own: tuple[JointProject, ...]) -> Iterator[Block]:
    if own or locality.summary.count(COUNT):
        yield Figures((figure_of(locality, own),))


def _table(locality: Locality) -> Iterator[Block]:
    """One row a project; of those told of at once only the ways of sharing, and the notes."""
    words = locality.words
    own = [(project, None) for project in locality.records.of(JointProject)]
    every: list[tuple[JointProject, str | None]] = [*own, *locality.shared_of(JointProject)]
    rows = tuple(_row(locality, project, path) for project, path in every if project.number is None)
    if rows:
        columns = (
            (words(TITLE), "text"),
            (words(WAY), "text"),
            (words(WITH), "text"),
            (words(STATE), "text"),
        )
        yield Table(words(TITLE), columns, rows)  # type: ignore[arg-type]  # each kind is one of the three
    for project, _ in every:
        if project.number is not None and project.ways:
            ways = words(LIST).join(words(way.words) for way in project.ways)
            yield Lines((words(WAYS).format(n=len(project.ways), ways=ways),))
    said = tuple(project.note for project, _ in every if project.note)
    if said:
        yield Notes(said)


def _row(locality: Locality, project: JointProject, path: str | None) -> tuple[Cell, ...]:
    words, title = locality.words, project.title
    places = project.compounds.text(locality.language) if project.compounds else ""
    if places:
        title = words(COMMA).join((title, words(COMPOUNDS).format(places)))
    what: Cell = title
    if path is not None:
        above = {url: name for name, url in locality.context.ancestors}.get(f"{path}/", "")
        text = words(COMMA).join((title, words(SHARED).format(above)))
        what = Linked(text, relative(locality.records.url, f"{path}/") + f"#{FOLDER}")
    targets = [locality.target(reference, "partner") for reference in project.partners]
    units = [target.title for target in targets if target] + list(project.by)
    ways = words(LIST).join(words(way.words) for way in project.ways)
    return (what, ways, words(LIST).join(units), state_of(locality, project) or project.result)


def state_of(locality: Locality, project: JointProject) -> Marked | None:
    """How far a project is; None where it has no dates."""
    if project.period is None:
        return None
    state = project.period.state(locality.today)
    note = project.result or project.period.text(locality.language)
    if state is PeriodState.UPCOMING:
        return Marked("ring", locality.words(PLANNED), note)
    if state is PeriodState.OVER:
        return Marked("tick", locality.words(OVER), note)
    return Marked("half", locality.words(RUNNING), note)


def _places(locality: Locality) -> Iterator[Block]:
    yield from child_table(locality, TITLE, ((COUNT, TITLE),), FOLDER)
