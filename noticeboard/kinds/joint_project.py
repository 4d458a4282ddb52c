"""Joint projects (联建项目): what partners and compounds do together; one over several compounds is counted once.

    project of a place with `places` ─ tally ▶ counted at that place      ─ shared_of ▶ listed at each compound

A source that gives a number and a few examples is one record: `number: 152`, `named` has the examples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated

from noticeboard.diagnostics import Diagnostic, code
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
from noticeboard.frozen import dataclass
from noticeboard.kind import KeyFigure, Kind, Mention, Panel
from noticeboard.kinds.breakdown import NOT_STATED, Column, Subject, breakdown, statistic
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.partner import Ways
from noticeboard.kinds.rollup import rows_by_child
from noticeboard.languages import Words
from noticeboard.locality import Locality, Records
from noticeboard.page import relative
from noticeboard.records import (
    Field,
    Flag,
    PeriodField,
    QuantityField,
    Record,
    References,
    Text,
    Texts,
    WhenField,
)
from noticeboard.statistic import Part, Statistic
from noticeboard.values.partial_date import PartialDate, latest
from noticeboard.values.period import PeriodState
from noticeboard.values.quantity import Quantity, sum_quantities

E_JOINT_NAMED = code("E-JOINT-NAMED", "列名的联建项目多于总数", "more joint projects named than there are")
W_JOINT_RESULT = code("W-JOINT-RESULT", "写了结果，没有写时间", "a joint project with a result and no dates")

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
AT, BY_STATE = "joint_projects.at.", Words("按进展", "By state")
SUBJECT = Subject(
    "joint-project",
    FOLDER,
    65,
    TITLE,
    UNIT,
    Words(
        "每个联建项目计一次，几个楼院共有的也只计一次；来源给出的约数按所写的数计。",
        "Each project counts once, one shared by several compounds too; hedged numbers count as they are written.",
    ),
)
COUNTED_ABOVE = Words(
    "另有{n}个由上级牵头、与其他楼院共有，计入上级的数字，这里不再计。",
    "{n} more, shared with other compounds, are counted at the place above and not here.",
)
ONE, COUNT = Quantity(Decimal(1)), "joint_projects"


@dataclass(frozen=True, kw_only=True)
class JointProject(Record):
    """One project, or as many as a source tells of at once."""

    title: Annotated[Text, Field("标题")]
    number: Annotated[QuantityField | None, Field("个数")] = None
    named: Annotated[Texts, Field("列名")] = ()
    ways: Annotated[Ways, Field("共享方式")] = ()
    partners: Annotated[References, Field("联建单位")] = ()
    by: Annotated[Texts, Field("参与单位")] = ()
    """Units that are no records here."""
    compounds: Annotated[QuantityField | None, Field("涉及楼院")] = None
    period: Annotated[PeriodField | None, Field("期间")] = None
    result: Annotated[Text, Field("结果")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None
    key: Annotated[Flag, Field("要点")] = False


def check(project: JointProject) -> Iterator[Diagnostic]:
    """More named than there are, a result without dates, names of residents."""
    most = project.number.interval().upper if project.number else None
    if most is not None and len(project.named) > most:
        yield Diagnostic(
            E_JOINT_NAMED,
            Words(
                f"列名{len(project.named)}个，总数只有{number_of(project).text('zh')}个",
                f"{len(project.named)} named of {number_of(project).text('en')}",
            ),
            Words("核对个数和列名", "check the number and the names"),
            project.origin.at("named"),
        )
    if project.result and not (project.period or project.as_of):
        yield Diagnostic(
            W_JOINT_RESULT,
            Words(f"“{project.title}”写了结果，没有写时间", f"“{project.title}” has a result and no dates"),
            Words("加上期间或截至", "add period or as_of"),
            project.origin.at("result"),
        )
    texts = (("title", project.title), ("result", project.result), ("note", project.note))
    yield from nameless([((key,), text) for key, text in texts], project.origin)


def number_of(project: JointProject) -> Quantity:
    """How many projects a record stands for."""
    return project.number or ONE


def _mentions(project: JointProject) -> Iterator[Mention]:
    for index, partner in enumerate(project.partners):
        yield Mention(partner, ("partners", index), ("partner",))


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many projects, at the place whose records they are and nowhere else."""
    projects = records.of(JointProject)
    if projects:
        yield COUNT, sum(int(number_of(project).value) for project in projects)
        states: Counter[str] = Counter()
        for project in projects:
            if project.period:
                states[project.period.state(today).value] += int(number_of(project).value)
        yield from ((AT + state, number) for state, number in states.items())


def statistics(locality: Locality) -> Iterator[Statistic]:
    """How many joint projects there are here and below, each once, by how far they are."""
    total, shared = locality.summary.count(COUNT), len(locality.shared_of(JointProject))
    if total or shared:
        words = ((PLANNED, PeriodState.UPCOMING), (RUNNING, PeriodState.RUNNING), (OVER, PeriodState.OVER))
        counts = [(label, locality.summary.count(AT + state.value)) for label, state in words]
        parts = [Part(locality.words(label), (n,), strong=label is OVER) for label, n in counts if n]
        rest = total - sum(n for _, n in counts)
        parts += [Part(locality.words(NOT_STATED), (rest,), apart=True)] if rest else []
        column = Column(TITLE, AT, total)
        yield statistic(
            locality,
            SUBJECT,
            total,
            breakdown(locality, BY_STATE, STATE, (column,), tuple(parts)),
            notes=(locality.words(COUNTED_ABOVE).format(n=shared),) if shared else (),
        )


def panels(locality: Locality) -> Iterator[Panel]:
    """The place's own projects, those of places above that concern it, and their number by place below."""
    own, shared = locality.records.of(JointProject), locality.shared_of(JointProject)
    blocks = [*_figures(locality, own), *_table(locality), *_places(locality)]
    if not blocks:
        return
    url = locality.records.url
    lines = (line for each in (*own, *(each for each, _ in shared)) for line in locality.cited(each, url))
    sources = tuple(dict.fromkeys((line.title, line.href) for line in lines))
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
    rows = rows_by_child(locality, locality.records.url, (COUNT,))
    if rows:
        words = locality.words
        yield Table(
            words(TITLE),
            ((words(Words("地点", "Place")), "text"), (words(TITLE), "number")),
            tuple((Linked(row.name, f"{row.href}#{FOLDER}"), f"{row.counts[0]:,}") for row in rows),
        )


def _changes(project: JointProject, today: date) -> Iterator[date]:
    change = project.period.next_change(today) if project.period else None
    yield from (change,) if change else ()


def _dates(project: JointProject) -> tuple[PartialDate, ...]:
    start = project.period.start if project.period else None
    return tuple(day for day in (project.as_of, start) if day)


def _is_done(project: JointProject, today: date) -> bool | None:
    return project.period.state(today) is PeriodState.OVER if project.period else None


def _title(project: JointProject) -> str:
    return project.title


KIND = Kind(
    name="joint-project",
    folder=FOLDER,
    words=Words("联建项目", "joint project"),
    record=JointProject,
    title=_title,
    is_done=_is_done,
    anchor_prefix="joint-project-",
    check=check,
    mentions=_mentions,
    tally=_tally,
    dates=_dates,
    changes=_changes,
    panels=panels,
    statistics=statistics,
    key_figures=key_figures,
    starter=Words(
        """\
- 标题: 楼院路面硬化
  共享方式: 工程共建    # 场地共享、活动共办、工程共建
  参与单位: [某某公司]
  期间: 2026-05-01 至 2026-06-30
  # 涉及地点: [楼院的文件夹]    # 几个楼院共有的写在上一级，只计一次
""",
        """\
- title: yards paved
  ways: works    # places, activities, works
  by: [the company]
  period: 2026-05-01 to 2026-06-30
  # places: [folders of compounds]    # one shared by several stands at the place above and is counted once
""",
    ),
)
