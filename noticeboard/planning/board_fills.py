"""What each kind of board shows of a place: from its public records to the board's own input.

The records are those that may be shown on the wall and on the web, because the site shows its boards too.
A board that would have nothing to show is not made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from noticeboard.boards import notice as notice_board
from noticeboard.boards import organization as organization_board
from noticeboard.boards import tasks as tasks_board
from noticeboard.boards import volunteer as volunteer_board
from noticeboard.kind import Kind
from noticeboard.kinds.notice import Notice, NoticeState, state_of
from noticeboard.kinds.notice.words import period_text
from noticeboard.kinds.organization import KIND as ORGANIZATION
from noticeboard.kinds.organization import Organization
from noticeboard.kinds.organization.count import Holding, Seat, holdings, is_running, rosters
from noticeboard.kinds.task import KIND as TASK
from noticeboard.kinds.task import Task, TaskState
from noticeboard.kinds.task.count import overdue_days
from noticeboard.kinds.task.row import date_text, in_order
from noticeboard.kinds.volunteer import KIND as VOLUNTEER
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.languages import Words, ending
from noticeboard.locality import Locality
from noticeboard.planning.board_pages import BoardSubject, Fill
from noticeboard.planning.notice_text import blocks_of
from noticeboard.planning.summary import dates_of
from noticeboard.records import Record
from noticeboard.values.money import sum_money
from noticeboard.values.partial_date import latest
from noticeboard.values.quantity import Quantity, sum_quantities

R = TypeVar("R", bound=Record)

FOUNDED = Words("{}成立", "founded {}")
TERM_TO = Words("任期至{}", "term to {}")
ALSO = Words("兼{}", "also {}")
ONE, PEOPLE = Words("{}人", "{} person"), Words("{}人", "{} people")
HOURS = Words("累计服务{n}小时", "{n} hour{s} in all")
HOURS_EACH = Words("{n}小时", "{n} hour{s}")
OTHERS = Words("志愿者", "Volunteers")
TASKS = Words("民生实事", "Practical tasks")
UNKNOWN_PAYER = Words("未注明", "not stated")
POSTED = Words("公示", "Public notice")
ANNOUNCED = Words("公告", "Announcement")
PHONE = Words("联系电话：{}", "Phone: {}")
UNSTATED = Words("进展未注明", "Progress not stated")
OVERDUE = Words("超期{n}天", "{n} day{s} overdue")


def date_of(locality: Locality, kind: Kind[R], shown: Iterable[R]) -> str:
    """The date of a board: the last day spoken of by the records that it shows, or else by the whole place."""
    found = latest(dates_of(kind, shown, locality.place), by=locality.today) or locality.summary.as_of
    return found.text(locality.language) if found else ""


def _capital(text: str) -> str:
    """`text` as it stands at the head of a board or of a line."""
    return text[:1].upper() + text[1:]


def organization_boards(locality: Locality) -> Iterator[BoardSubject]:
    """组织建设公示栏: the organizations that run today and have posts or members."""
    running = tuple(each for each in locality.records.of(Organization) if is_running(each, locality.today))
    seats = rosters(running, holdings(running, locality.records.path, locality.today))
    shown = tuple(
        organization_board.Organization(
            type=each.type.value,  # type: ignore[arg-type]  # the values of the enumeration are those names
            name=each.name,
            facts=_organization_facts(locality, each),
            posts=tuple(_posts(locality, each_seats, running)),
            origin=each.origin,
        )
        for each, each_seats in zip(running, seats, strict=True)
        if each_seats
    )
    if not shown:
        return
    kind = organization_board.KIND
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=_capital(locality.words(kind.words)),
        band="party",
        date=date_of(locality, ORGANIZATION, running),
        issuer="",
        content=organization_board.OrganizationBoard(shown),
        lay_out=organization_board.lay_out,
    )


def _organization_facts(locality: Locality, organization: Organization) -> tuple[str, ...]:
    facts = []
    if organization.founded:
        facts.append(locality.words(FOUNDED).format(organization.founded.text(locality.language)))
    if organization.ends_when:
        facts.append(organization.ends_when)
    return tuple(facts)


def _posts(
    locality: Locality, seats: tuple[Seat, ...], organizations: tuple[Organization, ...]
) -> Iterator[organization_board.Post]:
    for seat in seats:
        for holding in seat.holdings:
            member = holding.member
            yield organization_board.Post(
                post=seat.post.name or member.category,
                name=member.name,
                also=_also(locality, holding),
                answers_for=member.answers_for or seat.post.answers_for,
                office_phone=member.office_phone or seat.post.office_phone,
                origin=holding.origin,
            )
        for _ in range(seat.vacant):
            yield organization_board.Post(
                post=seat.post.name,
                name="",
                answers_for=seat.post.answers_for,
                office_phone=seat.post.office_phone,
            )


def _also(locality: Locality, holding: Holding) -> str:
    if holding.implied:
        return ""
    names = []
    for other in holding.member.also:
        target = locality.target(other.organization)
        names.append((target.title if target else "") + other.post)
    return locality.words(ALSO).format("、".join(names)) if names else ""


def volunteer_boards(locality: Locality) -> Iterator[BoardSubject]:
    """志愿者服务公示栏: every volunteer, by team; who did not agree shows as 姓+同志."""
    volunteers = locality.records.of(Volunteer)
    if not volunteers:
        return
    teams: dict[str, list[Volunteer]] = {}
    for each in volunteers:
        teams.setdefault(each.team, []).append(each)
    kind = volunteer_board.KIND
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=_capital(locality.words(kind.words)),
        band="volunteer",
        date=date_of(locality, VOLUNTEER, volunteers),
        issuer="",
        content=volunteer_board.VolunteerBoard(
            tuple(_team(locality, reference, people) for reference, people in teams.items())
        ),
        lay_out=volunteer_board.lay_out,
    )


def _team(locality: Locality, reference: str, people: list[Volunteer]) -> volunteer_board.Team:
    target = locality.target(reference) if reference else None
    facts = [locality.words(PEOPLE if len(people) > 1 else ONE).format(len(people))]
    hours = [each.hours for each in people if each.hours is not None]
    if hours:
        facts.append(_hours(locality, HOURS, sum_quantities(hours)))
    return volunteer_board.Team(
        name=target.title if target else locality.words(OTHERS),
        facts=tuple(facts),
        people=tuple(
            volunteer_board.Volunteer(
                name=each.name,
                post=each.post,
                skills=locality.words(Words("、", ", ")).join(each.skills),
                hours=_hours(locality, HOURS_EACH, each.hours) if each.hours else "",
                origin=each.origin,
            )
            for each in people
        ),
    )


def _hours(locality: Locality, words: Words, hours: Quantity) -> str:
    text = hours.text(locality.language)
    return locality.words(words).format(n=text, s=ending(text))


def tasks_boards(locality: Locality) -> Iterator[BoardSubject]:
    """民生实事公示: the place's own tasks and those it shares with others, totals first."""
    tasks = (*locality.records.of(Task), *(task for task, _ in locality.shared_of(Task)))
    if not tasks:
        return
    kind = tasks_board.KIND
    yield BoardSubject(
        key=kind.key,
        kind=kind,
        title=_capital(locality.words(kind.words)),
        band="plain",
        date=date_of(locality, TASK, tasks),
        issuer="",
        content=tasks_board.TasksBoard(
            totals=tuple(_totals(locality, tasks)),
            tasks=tuple(_task_row(locality, task) for task in in_order(tasks, locality.today)),
        ),
        lay_out=tasks_board.lay_out,
    )


def _totals(locality: Locality, tasks: tuple[Task, ...]) -> Iterator[tasks_board.Total]:
    items = locality.words(Words("项", ""))
    yield tasks_board.Total(locality.words(TASKS), str(len(tasks)), items)
    done = sum(task.state is TaskState.DONE for task in tasks)
    unstated = sum(task.state is TaskState.UNSTATED for task in tasks)
    if done or not unstated:
        yield tasks_board.Total(locality.words(Words("已完成", "Done")), str(done), items)
    if unstated:
        yield tasks_board.Total(locality.words(UNSTATED), str(unstated), items)
    money = sum_money(fund.amount for task in tasks for fund in task.funds)
    if money.fen:
        text = money.text(locality.language)
        figure = text.rstrip("元万亿") if locality.language == "zh" else text
        yield tasks_board.Total(locality.words(Words("投入", "Spent")), figure, text[len(figure) :])


def _task_row(locality: Locality, task: Task) -> tasks_board.TaskRow:
    language = locality.language
    unknown = locality.words(UNKNOWN_PAYER)
    return tasks_board.TaskRow(
        title=task.title,
        state="overdue" if overdue_days(task, locality.today) else task.state.value,  # type: ignore[arg-type]  # the values of the enumeration are those names
        state_text=_state_text(locality, task),
        asked_by=task.asked_by,
        done_by=locality.words(Words("、", ", ")).join(task.lead),
        funds=tuple(
            tasks_board.Fund(fund.payer or unknown, fund.amount.text(language)) for fund in task.funds
        ),
        when=date_text(task, language),
        result=_result(locality, task),
        origin=task.origin,
    )


def _state_text(locality: Locality, task: Task) -> str:
    days = overdue_days(task, locality.today)
    if days:
        return locality.words(OVERDUE).format(n=days, s=ending(days))
    word = _capital(locality.words(task.state.words))
    return f"{word}{locality.words(Words('：', ': '))}{task.reason}" if task.reason else word


def _result(locality: Locality, task: Task) -> str:
    language = locality.language
    parts = [f"{each.what}{each.number.text(language)}{each.unit}" for each in task.quantities]
    if task.done_of is not None:
        progress = task.done_of
        parts.append(f"{progress.done.text(language)}／{progress.planned.text(language)}{progress.unit}")
    return locality.words(Words("，", ", ")).join(parts)


def notice_boards(locality: Locality) -> Iterator[BoardSubject]:
    """A sheet for each notice that is in force or still to come; what is over or withdrawn is not hung."""
    kind = notice_board.KIND
    for notice in locality.records.of(Notice):
        if state_of(notice, locality.today) in (NoticeState.OVER, NoticeState.WITHDRAWN):
            continue
        yield BoardSubject(
            key=f"{kind.key}-{notice.id}",
            kind=kind,
            title=locality.words(POSTED if notice.last_day else ANNOUNCED),
            name=notice.title,
            band="plain",
            date=notice.issued.text(locality.language) if notice.issued else "",
            issuer=notice.issuer,
            content=notice_board.NoticeBoard(
                heading=notice.title,
                blocks=tuple(_notice_blocks(locality, notice)),
                period=period_text(notice, locality.language),
                attachments=notice.attachments,
                origin=notice.origin,
            ),
            lay_out=notice_board.lay_out,
            origin=notice.origin,
        )


def _notice_blocks(locality: Locality, notice: Notice) -> Iterator[notice_board.Block]:
    yield from blocks_of(notice.body, locality.language)
    if notice.phone:
        yield notice_board.Block(locality.words(PHONE).format(notice.phone), "plain")


FILLS: tuple[Fill, ...] = (organization_boards, volunteer_boards, tasks_boards, notice_boards)
"""One line a kind of board, in the order of the print centre."""
