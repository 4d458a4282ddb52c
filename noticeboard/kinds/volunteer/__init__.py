"""The kind volunteer: the rosters of a place's volunteer teams, their rules and what they add to the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.kind import Kind, Mention
from noticeboard.kinds.consent import check_consent
from noticeboard.kinds.volunteer.record import Volunteer
from noticeboard.kinds.volunteer.roster import copies
from noticeboard.kinds.volunteer.statistics import HOURS_IN, bracket_of, statistics
from noticeboard.kinds.volunteer.view import key_figures, pages, panels
from noticeboard.languages import Words
from noticeboard.locality import Records
from noticeboard.values.partial_date import PartialDate
from noticeboard.values.quantity import E_QUANTITY, Hedge

__all__ = ["KIND", "Volunteer"]

W_VOLUNTEER_TWICE = code(
    "W-VOLUNTEER-TWICE", "同一个志愿者写了两次", "one volunteer stands in the list twice"
)


def _mentions(volunteer: Volunteer) -> Iterator[Mention]:
    if volunteer.team:
        yield Mention(volunteer.team, ("team",), ("organization",))


def _check(volunteer: Volunteer) -> Iterator[Diagnostic]:
    if volunteer.consent:
        yield from check_consent(volunteer.consent, volunteer.origin, "consent")
    if volunteer.hours is not None and volunteer.hours.percent:
        yield Diagnostic(
            E_QUANTITY,
            Words("服务时长不能是百分数", "hours of service cannot be a percentage"),
            Words("写小时数，例如 36 或 100余", "write a number of hours, such as 36 or 100余"),
            volunteer.origin.at("hours"),
        )


def _check_place(records: Records) -> Iterator[Diagnostic]:
    """One name twice is one person counted twice, or two who cannot be told apart."""
    seen: set[str] = set()
    for volunteer in records.of(Volunteer):
        if volunteer.name in seen:
            yield Diagnostic(
                W_VOLUNTEER_TWICE,
                Words(
                    f"志愿者“{volunteer.name}”写了两次，会算成两个人",
                    f"the volunteer “{volunteer.name}” stands here twice and is counted as two people",
                ),
                Words(
                    "是同一个人：只留一行；不是同一个人：在姓名里区分，例如加上（大）（小）",
                    "one person: keep one of the rows; two people: tell their names apart",
                ),
                volunteer.origin.at("name"),
            )
        seen.add(volunteer.name)


def _tally(records: Records, today: date) -> Iterator[tuple[str, int]]:
    """How many volunteers; the whole hours among the exact ones; how many people have hedged hours."""
    volunteers = records.of(Volunteer)
    known = [each.hours for each in volunteers if each.hours is not None]
    exact = [hours.value for hours in known if hours.hedge is Hedge.EXACT]
    counts = {
        "volunteers": len(volunteers),
        "volunteers.hours": int(sum(exact)),
        "volunteers.hours_hedged": len(known) - len(exact),
        **Counter(f"{HOURS_IN}{bracket_of(hours)}" for hours in exact),
    }
    yield from ((key, count) for key, count in counts.items() if count)


def _dates(volunteer: Volunteer) -> tuple[PartialDate, ...]:
    return (volunteer.joined,) if volunteer.joined else ()


def _on_day(volunteer: Volunteer, day: date) -> Volunteer | None:
    return None if volunteer.joined and volunteer.joined.first > day else volunteer


def _title(volunteer: Volunteer) -> str:
    return volunteer.name


KIND = Kind(
    name="volunteer",
    shows_in_places=True,
    folder="volunteers",
    words=Words("志愿者", "volunteer"),
    record=Volunteer,
    title=_title,
    on_day=_on_day,
    mentions=_mentions,
    check=_check,
    check_place=_check_place,
    tally=_tally,
    dates=_dates,
    pages=pages,
    panels=panels,
    statistics=statistics,
    key_figures=key_figures,
    copies=copies,
    starter=Words(
        """\
- name: 示例甲
  skills: [水电维修]
  hours: 12
  joined: 2026-01
  consent:
    name: [公示栏, 网页]
    skills: [公示栏, 网页]
    until: 2027-12-31
""",
        """\
- name: 示例甲
  skills: [plumbing]
  hours: 12
  joined: 2026-01
  consent:
    name: [wall, web]
    skills: [wall, web]
    until: 2027-12-31
""",
    ),
)
