"""Notices: the publicity period, states from day to day, what is posted first."""

from __future__ import annotations

from datetime import date

import pytest
from task_places import child, figures_of, found_in, locality, panel_of, records_of, rendered, view_of

from noticeboard.config import CalendarYear, InterfaceLanguage, Settings
from noticeboard.diagnostics import Origin
from noticeboard.kinds.notice import KIND, Notice, check_calendar, state_of
from noticeboard.kinds.place import Level


def notice(extra: str, name: str = "a") -> str:
    return f"- {{id: {name}, title: 公示{name}, {extra}}}\n"


@pytest.mark.parametrize(
    ("written", "code", "path"),
    (
        (notice("from: 2020-07-06, to: 2020-07-10, working_days: 5"), "E-PERIOD-TWICE", ("working_days",)),
        (notice("from: 2020-07-06, to: 2020-07-05"), "E-PERIOD", ("to",)),
        (notice("working_days: 5"), "E-PERIOD", ("working_days",)),
        (notice("from: 2020-07-06, working_days: 0"), "E-PERIOD", ("working_days",)),
    ),
)
def test_a_wrong_period_is_found_at_its_field(written: str, code: str, path: tuple[str, ...]) -> None:
    assert found_in("notice", written) == [(code, path)]


@pytest.mark.parametrize("written", (notice("from: 2020-07-06, to: 2020-07-06"), notice("issued: 2020-07")))
def test_a_right_period_is_not_accused(written: str) -> None:
    assert found_in("notice", written) == []


@pytest.mark.parametrize(
    ("start", "days", "last"),
    (
        ("2020-07-06", 5, date(2020, 7, 13)),
        ("2018-09-28", 2, date(2018, 9, 30)),
        ("2026-11-16", 10, date(2026, 11, 30)),
    ),
)
def test_working_days_are_counted_from_the_day_after_posting(start: str, days: int, last: date) -> None:
    (record,) = records_of("notice", notice(f"from: {start}, working_days: {days}"))
    assert record.last_day == last


def test_a_year_without_a_calendar_is_a_problem_until_the_site_states_it() -> None:
    unsettled = Notice(
        id="a", title="公示", from_=date(2090, 1, 2), working_days=2, origin=Origin("n.yml", (0,))
    )
    settled, (problem,) = KIND.settle(unsettled, Settings(title="示例"))
    assert (settled.last_day, problem.code, problem.origin.path) == (None, "E-CALENDAR", (0, "working_days"))
    stated = CalendarYear(year="2090", holidays=(date(2090, 1, 3),))
    settled, problems = KIND.settle(unsettled, Settings(title="示例", calendar=(stated,)))
    assert (settled.last_day, problems) == (date(2090, 1, 5), ())


@pytest.mark.parametrize(
    ("year", "path"),
    (
        (CalendarYear(year="明年"), ("calendar", "明年")),
        (
            CalendarYear(year="2090", holidays=(date(2090, 1, 3),), working_days=(date(2090, 1, 3),)),
            ("calendar", "2090", "working_days", 0),
        ),
    ),
)
def test_a_faulty_calendar_is_told_of_the_site_and_not_of_its_notices(
    year: CalendarYear, path: tuple[str | int, ...]
) -> None:
    settings = Settings(title="示例", calendar=(year,))
    (problem,) = check_calendar(settings)
    assert (problem.code, problem.origin.path) == ("E-CALENDAR", path)
    (record,) = records_of("notice", notice("from: 2020-07-06, working_days: 5"), settings)
    assert record.last_day is None
    assert KIND.settle(record, settings)[1] == ()


PERIOD = "from: 2020-07-06, to: 2020-07-10"


@pytest.mark.parametrize(
    ("written", "today", "state"),
    (
        (PERIOD, "2020-07-05", "upcoming"),
        (PERIOD, "2020-07-06", "running"),
        (PERIOD, "2020-07-10", "running"),
        (PERIOD, "2020-07-11", "over"),
        (f"{PERIOD}, withdrawn: 2020-07-08", "2020-07-07", "running"),
        (f"{PERIOD}, withdrawn: 2020-07-08", "2020-07-08", "withdrawn"),
        ("issued: 2020-07-06", "2020-07-07", "plain"),
        ("from: 2020-07-06", "2020-07-05", "upcoming"),
        ("from: 2020-07-06", "2030-07-05", "plain"),
    ),
)
def test_the_state_of_a_day(written: str, today: str, state: str) -> None:
    (record,) = records_of("notice", notice(written))
    assert state_of(record, date.fromisoformat(today)) == state


@pytest.mark.parametrize(
    ("written", "today", "days"),
    (
        (PERIOD, "2020-07-05", [6, 11]),
        (PERIOD, "2020-07-06", [7, 11]),
        (PERIOD, "2020-07-10", [11, 11]),
        (PERIOD, "2020-07-11", []),
        (f"{PERIOD}, withdrawn: 2020-07-08", "2020-07-05", [6, 8, 11]),
        ("issued: 2020-07-06", "2020-07-05", []),
    ),
)
def test_the_days_on_which_a_notice_changes(written: str, today: str, days: list[int]) -> None:
    (record,) = records_of("notice", notice(written))
    assert sorted(day.day for day in KIND.changes(record, date.fromisoformat(today))) == days


ALL = (
    notice("from: 2020-06-01, to: 2020-06-05", "over")
    + notice("from: 2020-07-20, to: 2020-07-24", "later")
    + notice("from: 2020-07-06, to: 2020-07-13", "running")
    + notice("from: 2020-07-06, to: 2020-07-10", "ends-first")
    + notice("issued: 2020-05", "plain")
    + notice("from: 2020-05-01, to: 2020-05-09, withdrawn: 2020-05-03, withdrawn_reason: 内容有误", "back")
)


def test_what_is_posted_now_comes_first_then_what_will_be() -> None:
    place = locality("2020-07-08", notices=ALL)
    panel = panel_of(place, "panels/notices.html")
    assert (panel.title, panel.all) == ("正在公示", (6, "notices/index.html"))
    assert [(row.title, row.state, row.note) for row in panel.notices] == [
        ("公示ends-first", "running", "还剩2天"),
        ("公示running", "running", "还剩5天"),
        ("公示later", "upcoming", ""),
    ]
    assert figures_of(place) == {"正在公示": "2项 最早2020年7月10日截止"}


def test_without_a_running_or_coming_notice_the_latest_three_are_shown() -> None:
    place = locality("2020-08-01", notices=ALL)
    panel = panel_of(place, "panels/notices.html")
    assert (panel.title, [row.title for row in panel.notices]) == (
        "公示公告",
        ["公示later", "公示running", "公示ends-first"],
    )
    assert figures_of(place) == {}
    assert panel_of(locality("2020-08-01"), "panels/notices.html") is None


def test_the_list_parts_notices_by_state() -> None:
    view = view_of(locality("2020-07-08", notices=ALL), "/a/notices/")
    parts = (view.running, view.upcoming, view.plain, view.over)
    assert [[row.title.removeprefix("公示") for row in rows] for rows in parts] == [
        ["ends-first", "running"],
        ["later"],
        ["plain"],
        ["over", "back"],
    ]


def test_a_notice_says_its_period_how_it_was_counted_and_its_issuer() -> None:
    written = notice("issuer: 示例自管会, issued: 2020-07-06, from: 2020-07-06, working_days: 5")
    view = view_of(locality("2020-07-13", notices=written), "/a/notices/a/")
    assert (view.state, view.state_note) == ("running", "今天是最后一天，2020年7月13日截止")
    assert (view.period, view.period_note) == ("2020年7月6日至2020年7月13日", "5个工作日，从公示次日起算")
    assert (view.issuer, view.issued) == ("示例自管会", "2020年7月6日")


def test_a_withdrawn_notice_keeps_its_text_and_says_why() -> None:
    written = notice(f"{PERIOD}, withdrawn: 2020-07-08, withdrawn_reason: 内容有误, body: 原文")
    view = view_of(locality("2020-07-09", notices=written), "/a/notices/a/")
    assert (view.state, view.withdrawn, view.body) == ("withdrawn", "2020年7月8日，内容有误", "原文")


def test_attachments_are_copied_from_the_folder_of_notices() -> None:
    place = locality(notices=notice("attachments: [方案.pdf, 图.jpg]"))
    assert [(copy.path, copy.source, copy.is_image) for copy in KIND.copies(place)] == [
        ("a/notices/方案.pdf", "content/a/notices/方案.pdf", False),
        ("a/notices/图.jpg", "content/a/notices/图.jpg", True),
    ]
    (first, _) = view_of(place, "/a/notices/a/").attachments
    assert first == ("方案.pdf", "../%E6%96%B9%E6%A1%88.pdf", "PDF")


def test_an_area_shows_where_below_something_is_posted() -> None:
    below = (child("1", notices=3, notices_running=1), child("2", notices=2))
    place = locality(level=Level.COMMUNITY, children=below)
    panel = panel_of(place, "panels/notices.html")
    assert [(row.name, row.running, row.href) for row in panel.places] == [("1", "1", "1/notices/index.html")]
    assert panel.title == "正在公示"
    assert [row.total for row in view_of(place, "/a/notices/").places] == ["3", "2"]
    assert figures_of(place) == {"正在公示": "1项 "}


@pytest.mark.parametrize(
    ("language", "words"),
    (
        (InterfaceLanguage.ZH, ("公示中", "还剩2天", "已撤回", "内容有误", "已不再有效")),
        (InterfaceLanguage.EN, ("Posted now", "2 days left", "Withdrawn", "内容有误", "no longer applies")),
    ),
)
def test_pages_are_drawn_in_both_languages(language: InterfaceLanguage, words: tuple[str, ...]) -> None:
    settings = Settings(title="示例", language=language)
    pages = rendered(locality("2020-07-08", notices=ALL, settings=settings))
    assert len(pages) == 7
    assert [word for word in words if word not in "".join(pages.values())] == []
