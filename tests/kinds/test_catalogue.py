"""What must be published: deadlines, which posting fulfils which, every state, coverage, rules, pages, the sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.document_blocks import Grid, Text
from noticeboard.boards.upcoming import catalogue_boards
from noticeboard.checking.references import index_of
from noticeboard.config import Settings
from noticeboard.diagnostics import Origin
from noticeboard.document import Figures, Lines, Table
from noticeboard.duty import POSTED, STARTS, CatalogueItem, Duty, Rhythm
from noticeboard.kinds import KINDS
from noticeboard.kinds.catalogue import KIND, Entry
from noticeboard.kinds.catalogue.due import deadlines, fulfilments
from noticeboard.kinds.catalogue.postings import DAYS, TYPES, join
from noticeboard.kinds.catalogue.record import Posting
from noticeboard.kinds.catalogue.status import SOON
from noticeboard.kinds.duties import check_catalogue
from noticeboard.kinds.fund import KIND as FUND
from noticeboard.kinds.meeting import KIND as MEETING
from noticeboard.kinds.notice import KIND as NOTICE
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.publication import KIND as PUBLICATION
from noticeboard.locality import Records
from noticeboard.reading.decode import decode
from noticeboard.reading.yaml import load
from noticeboard.records import Record
from noticeboard.summary import Summary

TODAY = date(2026, 11, 20)
WHO = "responsible: 自管会"
OLD = f"since: 2026-01-01, {WHO}"
DAY, ONE = "E-CATALOGUE-DAY", ("by", 0)
MONTHLY = f"- {{id: work, title: 月度工作, rhythm: monthly, by: 10, since: 2026-06-01, {WHO}}}"
HALF_YEARLY = (
    f"- {{id: income, title: 公共收益, rhythm: half_yearly, by: [1-31, 7-31], since: 2026-01-01, "
    f"kinds: fund, where: [board, web], {WHO}}}"
)
MINUTES = (
    "- {id: minutes, title: 会议结果, rhythm: on_event, after: meeting, working_days: 5, "
    f"where: board, {WHO}}}"
)
YEARDAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def site(text: str) -> Settings:
    rows, found = load(text, "content/site.yml")
    assert isinstance(rows, list), found
    items = []
    for number, row in enumerate(rows):
        item, found = decode(row, CatalogueItem, Origin("content/site.yml", ("catalogue", number)))
        assert item is not None, found
        items.append(item)
    return Settings(title="示例站", catalogue=tuple(items), origin=Origin("content/site.yml"))


def posted(text: str) -> tuple[Record, ...]:
    return records_of(PUBLICATION, text)


def joined(*records: Record, settings: Settings | None = None) -> tuple[Record, ...]:
    """The records of the compound `/a`, its items with those of the site, events and postings."""
    settings, by_type = settings or Settings(title="示例站"), by_types(records)
    place = Records("/a", Place(kind=Level.COMPOUND, name="示例小区"), by_type)
    others = tuple(record for record in records if not isinstance(record, Entry))
    return (*join(place.of(Entry), place, settings), *others)


def by_types(records: tuple[Record, ...]) -> tuple[tuple[type[Record], tuple[Record, ...]], ...]:
    return tuple((kind, tuple(r for r in records if type(r) is kind)) for kind in {type(r) for r in records})


def stands(*records: Record, today: str = "2026-11-20", settings: Settings | None = None) -> list[str]:
    """Item and state as the page of all items says it, in one line each."""
    pages = list(KIND.pages(locality(*joined(*records, settings=settings), today=today)))
    (table,) = blocks(pages[0].view.sections[0], Table)
    cells = [(row[0], row[1]) for row in table.rows]
    return [f"{title} {state.mark} {state.word} {state.note}".strip() for title, state in cells]  # type: ignore[union-attr]  # a state stands second


def tally(*records: Record, settings: Settings | None = None) -> dict[str, int]:
    place = Records("/a", locality().place, by_types(joined(*records, settings=settings)))
    return dict(KIND.tally(place, TODAY))


@pytest.mark.parametrize(
    ("rhythm", "by", "days"),
    (
        (Rhythm.MONTHLY, ("10",), ["2027-01-10", "2027-02-10", "2027-03-10"]),
        (Rhythm.MONTHLY, ("月底",), ["2027-01-31", "2027-02-28", "2027-03-31"]),
        (Rhythm.QUARTERLY, ("1-15", "4-15", "7-15", "10-15"), ["2027-01-15"]),
        (Rhythm.HALF_YEARLY, ("1月31日", "7月31日"), ["2027-01-31"]),
        (Rhythm.YEARLY, ("2-last",), ["2027-02-28"]),
        (Rhythm.ON_EVENT, (), []),
    ),
)
def test_deadlines_of_a_quarter(rhythm: Rhythm, by: tuple[str, ...], days: list[str]) -> None:
    found = deadlines(Duty(title="甲", rhythm=rhythm, by=by), date(2027, 1, 1), date(2027, 3, 31))
    assert [day.isoformat() for day in found] == days


@given(YEARDAYS, st.integers(0, 900), st.integers(1, 28), st.sampled_from((1, 3, 6, 12)))
def test_one_deadline_lies_in_each_period(first: date, span: int, day: int, months: int) -> None:
    rhythm = next(each for each in Rhythm if each.months == months)
    each_year = range(months, 13, months)
    by = (str(day),) if months == 1 else tuple(f"{month}-{day}" for month in each_year)
    last = first + timedelta(days=span)
    found = deadlines(Duty(title="甲", rhythm=rhythm, by=by), first, last)
    assert found == sorted(set(found))
    assert all(first <= due <= last and due.day == day for due in found)
    periods = [(due.year * 12 + due.month - 1) // months for due in found]
    assert periods == list(range(periods[0], periods[0] + len(periods))) if periods else span < 366


def postings(days: list[date]) -> list[Posting]:
    return [Posting(day) for day in sorted(days)]


@given(st.lists(YEARDAYS, unique=True, min_size=1, max_size=8), st.lists(YEARDAYS, unique=True, max_size=12))
def test_each_posting_counts_once_for_the_deadline_before_or_after_it(
    due: list[date], days: list[date]
) -> None:
    due = sorted(due)
    found = fulfilments(due, postings(days))
    counted = [posting.day for each in found for posting in each]
    assert len(found) == len(due)
    assert counted == sorted(set(counted))
    assert {day for day in days if day <= due[-1]} <= set(counted)
    for number, each in enumerate(found):
        before = due[number - 1] if number else date.min
        after = due[number + 1] if number + 1 < len(due) else date.max
        assert all(before < posting.day <= after for posting in each)
        assert sum(posting.day > due[number] for posting in each) <= 1


@pytest.mark.parametrize(
    ("days", "fulfilled"),
    (
        (["2026-07-06"], [[], ["2026-07-06"]]),  # nearer to the deadline that follows
        (["2026-02-05"], [["2026-02-05"], []]),  # a few days late for the one before
        (["2026-02-05", "2026-07-31"], [["2026-02-05"], ["2026-07-31"]]),
        (["2026-01-31", "2026-02-05"], [["2026-01-31"], ["2026-02-05"]]),
        (["2026-08-01"], [[], ["2026-08-01"]]),  # late for the last
        ([], [[], []]),
    ),
)
def test_a_late_posting_counts_for_the_nearer_deadline(days: list[str], fulfilled: list[list[str]]) -> None:
    due = [date(2026, 1, 31), date(2026, 7, 31)]
    found = fulfilments(due, postings([date.fromisoformat(day) for day in days]))
    assert [[posting.day.isoformat() for posting in each] for each in found] == fulfilled


@pytest.mark.parametrize(
    ("posting", "today", "state"),
    (
        ("2026-11-09", "2026-11-20", "tick 已公开 2026年11月9日；下次2026年12月10日前"),
        ("2026-11-12", "2026-11-20", "tick 已公开 2026年11月12日；晚2天；下次2026年12月10日前"),
        ("2026-09-10", "2026-11-20", "clock 逾期41天 应在2026年10月10日前公开；连续2期未公开"),
        ("2026-10-10", "2026-11-10", "tick 已公开 2026年10月10日；下次2026年11月10日前"),
        ("2026-10-10", "2026-11-11", "clock 逾期1天 应在2026年11月10日前公开"),
        ("2026-05-09", "2026-06-08", "ring 还有2天 2026年6月10日前公开"),
        ("2026-05-09", "2026-06-10", "ring 今天到期 2026年6月10日前公开"),
        ("2026-05-09", "2026-06-11", "clock 逾期1天 应在2026年6月10日前公开"),
    ),
)
def test_what_comes_round_is_published_due_or_overdue(posting: str, today: str, state: str) -> None:
    records = (
        *records_of(KIND, MONTHLY),
        *posted(f"- {{what: 甲, where: board, posted: {posting}, items: work}}"),
    )
    assert stands(*records, today=today) == [f"月度工作 {state}"]


def test_a_posting_of_a_kind_that_fulfils_an_item_need_not_name_it() -> None:
    statement = records_of(
        FUND, "- {id: h1, title: 收支, as_of: 2026-06-30, income: [{what: 租金, amount: 1}]}"
    )
    on_both = posted("- {of: h1, where: [board, web], posted: 2026-07-06}")
    entry = records_of(KIND, HALF_YEARLY)
    assert stands(*entry, *statement, *on_both) == ["公共收益 tick 已公开 2026年7月6日；下次2027年1月31日前"]
    assert stands(*entry, *statement) == ["公共收益 clock 逾期293天 应在2026年1月31日前公开；连续2期未公开"]


def test_a_channel_that_was_not_used_leaves_an_item_published_in_part() -> None:
    records = (
        *records_of(KIND, HALF_YEARLY),
        *posted("- {what: 甲, where: board, posted: 2026-07-06, items: income}"),
    )
    assert stands(*records) == ["公共收益 half 部分公开 2026年7月6日；缺网站；下次2027年1月31日前"]
    later = posted("- {what: 甲, where: web, posted: 2026-08-02, items: income}")
    assert stands(*records, *later) == ["公共收益 tick 已公开 2026年7月6日；下次2027年1月31日前"]
    assert tally(*records) == {
        "catalogue.places": 1,
        "catalogue.published": 0,
        "catalogue.expected": 1,
        "catalogue.overdue": 0,
    }


def test_a_notice_is_a_posting_of_itself_on_board_and_site() -> None:
    notice = records_of(NOTICE, "- {id: n, title: 公告, from: 2026-07-20, items: [income]}")
    assert stands(*records_of(KIND, HALF_YEARLY), *notice)[0].startswith("公共收益 tick 已公开 2026年7月20日")


@pytest.mark.parametrize(
    ("publications", "state"),
    (
        # five working days after Tuesday, 17 November 2026 end on the 24th
        ("[]", "ring 还有4天 庭院灯；2026年11月24日前公开"),
        ("- {of: meeting/m, where: board, posted: 2026-11-19}", "tick 已公开 2026年11月19日"),
        ("- {what: 结果, where: board, posted: 2026-11-18, items: minutes}", "tick 已公开 2026年11月18日"),
        (
            "- {what: 结果, where: web, posted: 2026-11-18, items: minutes}",
            "half 部分公开 2026年11月18日；缺公示栏",
        ),
        (
            "- {what: 结果, where: board, posted: 2026-11-16, items: minutes}",
            "ring 还有4天 庭院灯；2026年11月24日前公开",
        ),
    ),
)
def test_what_follows_an_event_is_due_in_working_days(publications: str, state: str) -> None:
    meeting = records_of(MEETING, "- {id: m, sort: council, title: 庭院灯, when: 2026-11-17, topics: [灯]}")
    assert stands(*records_of(KIND, MINUTES), *meeting, *posted(publications)) == [f"会议结果 {state}"]


def test_one_posting_without_a_record_fulfils_one_event_and_a_cancelled_meeting_is_none() -> None:
    meetings = records_of(
        MEETING,
        "- {id: a, sort: council, title: 甲, when: 2026-10-12, topics: [灯]}\n"
        "- {id: b, sort: council, title: 乙, when: 2026-10-13, topics: [灯]}\n"
        "- {id: c, sort: council, title: 丙, when: 2026-10-14, topics: [灯], cancelled: 下雨}\n",
    )
    one = posted("- {what: 结果, where: board, posted: 2026-10-15, items: minutes}")
    assert stands(*records_of(KIND, MINUTES), *meetings, *one) == [
        "会议结果 clock 逾期31天 乙；应在2026年10月20日前公开"
    ]


@pytest.mark.parametrize(
    ("fields", "state"),
    (
        ("", "dash 暂无此事"),
        ("events: [{when: 2026-11-16, what: 停运}]", "clock 尚未公开 停运；没有写明期限"),
        ("events: [{when: 2026-11-21, what: 停运}]", "dash 暂无此事"),
        (
            "events: [{when: 2026-11-16, what: 停运}], working_days: 0",
            "clock 逾期4天 停运；应在2026年11月16日前公开",
        ),
        ("events: [{when: 2026-11-16}], since: 2026-11-17", "dash 暂无此事"),
        ("not_applicable: 没有电梯", "dash 不适用 没有电梯"),
    ),
)
def test_events_that_the_place_tells(fields: str, state: str) -> None:
    text = f"- {{id: lift, title: 电梯停运, rhythm: on_event, {WHO}, {fields}}}"
    assert stands(*records_of(KIND, text)) == [f"电梯停运 {state}"]


def test_an_item_of_the_site_holds_for_the_compounds_below_its_places() -> None:
    everywhere, elsewhere = MONTHLY, MONTHLY.replace("{id: work", "{places: [b], id: other")
    settings = site(f"{everywhere}\n{elsewhere}")
    assert stands(settings=settings) == ["月度工作 clock 逾期163天 应在2026年6月10日前公开；连续6期未公开"]
    excused = records_of(KIND, "- {id: work, not_applicable: 没有自管会}")
    assert stands(*excused, settings=settings) == ["月度工作 dash 不适用 没有自管会"]
    assert tally(settings=settings)["catalogue.overdue"] == 1
    community = Records("/a", Place(kind=Level.COMMUNITY, name="示例社区"))
    assert join((), community, settings) == ()


def test_coverage_counts_what_was_due_and_places_above_show_sums_without_a_rate() -> None:
    child = Summary(
        "/a/b",
        "甲院",
        "compound",
        sample=False,
        counts=(
            ("catalogue.expected", 9),
            ("catalogue.overdue", 2),
            ("catalogue.places", 1),
            ("catalogue.published", 7),
        ),
    )
    here = locality(counts=child.counts)
    (panel,) = KIND.panels(replace(here, summary=replace(here.summary, children=(child,))))
    (figures,) = blocks(panel.view, Figures)
    assert [(line.value, line.base, line.note) for line in figures.lines] == [
        ("77.8%", "7／9项", "基数小，仅供参考")
    ]
    (table,) = blocks(panel.view, Table)
    assert [heading for heading, _ in table.columns] == ["地点", "到期应公开", "已公开", "逾期", "楼院"]
    assert table.rows[0][1:] == ("9", "7", "2", "1")
    assert [line.texts for line in blocks(panel.view, Lines)][-1] == ("按地点的次序排列，不排名次。",)


def test_the_next_thirty_days_put_what_is_overdue_first() -> None:
    text = (
        f"- {{id: far, title: 远, rhythm: yearly, by: 12-21, since: 2026-01-01, {WHO}}}\n"
        f"- {{id: near, title: 近, rhythm: yearly, by: 12-20, since: 2026-01-01, {WHO}}}\n"
        f"- {{id: today, title: 今, rhythm: yearly, by: 11-20, since: 2026-01-01, {WHO}}}\n"
        f"- {{id: late, title: 晚, rhythm: yearly, by: 11-19, since: 2026-01-01, where: board, {WHO}}}\n"
    )
    here = locality(*records_of(KIND, text))
    _, page = KIND.pages(here)
    assert page.url == "/a/catalogue/next-30-days/"
    (table,) = blocks(page.view.sections[0], Table)
    assert [(row[0], row[1].word) for row in table.rows] == [  # type: ignore[union-attr]  # a state stands second
        ("晚", "逾期1天"),
        ("今", "今天到期"),
        ("近", "还有30天"),
    ]
    (subject,) = catalogue_boards(here)
    said, grid = subject.content.blocks
    assert isinstance(said, Text)
    assert isinstance(grid, Grid)
    assert said.text == "到期应公开1项，已公开0项。"
    assert [tuple(cell.text for cell in row.cells) for row in grid.rows] == [
        ("2026年11月19日", "晚", "公示栏", "自管会"),
        ("2026年11月20日", "今", "", "自管会"),
        ("2026年12月20日", "近", "", "自管会"),
    ]
    assert grid.rows[0].cells[0].more == ("已逾期",)


def test_with_nothing_to_publish_page_and_sheet_say_so() -> None:
    text = f"- {{id: far, title: 远, rhythm: yearly, by: 12-31, since: 2026-01-01, {WHO}}}"
    here = locality(*records_of(KIND, text))
    _, page = KIND.pages(here)
    assert next(blocks(page.view.sections[0], Lines)).texts == ("未来30天没有要公开的事项。",)
    (subject,) = catalogue_boards(here)
    assert [block.text for block in subject.content.blocks] == ["未来30天没有要公开的事项。"]


@pytest.mark.parametrize(
    ("by", "days"),
    (
        ("11-19", ["2026-11-21"]),  # overdue: days are counted
        ("12-20", ["2026-11-21"]),  # thirty days left
        ("12-31", [(date(2026, 12, 31) - SOON).isoformat()]),  # the day on which it comes near
    ),
)
def test_the_days_on_which_it_changes(by: str, days: list[str]) -> None:
    (entry,) = records_of(KIND, f"- {{id: a, title: 甲, rhythm: yearly, by: {by}, since: 2026-01-01, {WHO}}}")
    assert [day.isoformat() for day in KIND.changes(entry, TODAY)] == days


@pytest.mark.parametrize(
    ("rows", "file"),
    (("[]", "content/a/place.yml"), ("- {id: work, note: 备注}", "content/a/catalogue.yml")),
)
def test_check_tells_of_what_is_overdue_in_the_place_where_it_is(rows: str, file: str) -> None:
    entries = joined(*records_of(KIND, rows), settings=site(MONTHLY))
    there = Place(kind=Level.COMPOUND, name="示例小区", origin=Origin("content/a/place.yml"))
    (due,) = KIND.due(Records("/a", there, by_types(entries)), TODAY)
    assert (due.what.zh, due.when.data(), due.ahead.days) == ("公开月度工作", "2026-06-10", 7)
    assert (due.origin.file, due.is_noted) == (file, True)


def test_an_event_to_come_changes_it_on_its_day() -> None:
    text = f"- {{id: a, title: 甲, rhythm: on_event, {WHO}, events: [{{when: 2026-12-05}}]}}"
    (entry,) = joined(*records_of(KIND, text))
    assert list(KIND.changes(entry, TODAY)) == [date(2026, 12, 5)]


RULES = (
    ("title: 甲, rhythm: yearly, by: 3-31, since: 2026-01-01", "W-CATALOGUE", (), "没有写责任岗位"),
    (f"rhythm: on_event, {WHO}", "E-CATALOGUE", (), "公开事项没有写是什么"),
    (f"title: 甲, {WHO}", "E-CATALOGUE", (), "没有写多久公开一次"),
    (f"title: 甲, rhythm: monthly, by: 10, {WHO}", "E-CATALOGUE", (), "没有写从哪天起执行，无法算逾期"),
    (f"title: 甲, rhythm: monthly, by: 31, {OLD}", DAY, ONE, "“31”不是每次都有这一天"),
    (f"title: 甲, rhythm: monthly, by: 32, {OLD}", DAY, ONE, "“32”没有这一天"),
    (f"title: 甲, rhythm: monthly, by: 0, {OLD}", DAY, ONE, "“0”没有这一天"),
    (f"title: 甲, rhythm: monthly, by: 3-31, {OLD}", DAY, ONE, "“3-31”与频次不符"),
    (f"title: 甲, rhythm: yearly, by: 10, {OLD}", DAY, ONE, "“10”与频次不符"),
    (f"title: 甲, rhythm: yearly, by: 2-29, {OLD}", DAY, ONE, "“2-29”不是每次都有这一天"),
    (f"title: 甲, rhythm: yearly, by: 4-31, {OLD}", DAY, ONE, "“4-31”没有这一天"),
    (f"title: 甲, rhythm: yearly, by: 13-last, {OLD}", DAY, ONE, "“13-last”没有这个月"),
    (f"title: 甲, rhythm: yearly, by: 年底, {OLD}", DAY, ONE, "“年底”看不懂"),
    (f"title: 甲, rhythm: yearly, {OLD}", DAY, (), "每年公开的要写1个截止日期，各在一期里"),
    (
        f"title: 甲, rhythm: quarterly, by: [1-1, 1-2, 7-1, 10-1], since: 2026-01-01, {WHO}",
        "E-CATALOGUE-DAY",
        ("by",),
        "每季度公开的要写4个截止日期，各在一期里",
    ),
    (f"title: 甲, rhythm: on_event, by: 10, {WHO}", "E-CATALOGUE", ("by",), "发生时公开的不写“截止”"),
    (
        f"title: 甲, rhythm: monthly, by: 10, since: 2026-01-01, working_days: 5, {WHO}",
        "E-CATALOGUE",
        ("working_days",),
        "按时间公开的不写“工作日数”",
    ),
    (
        f"title: 甲, rhythm: on_event, kinds: [party], {WHO}",
        "E-CATALOGUE-KIND",
        ("kinds", 0),
        "“party”不是这里可以写的记录种类",
    ),
    (
        f"title: 甲, rhythm: on_event, after: notice, {WHO}",
        "E-CATALOGUE-KIND",
        ("after",),
        "“notice”不是这里可以写的记录种类",
    ),
    ("title: 甲, rhythm: on_event, responsible: 王阿姨", "E-NAMED", ("responsible",), "这里写了居民的姓名（王…）"),
)  # fmt: skip


@pytest.mark.parametrize(("fields", "code", "path", "message"), RULES)
def test_what_is_wrong_with_an_item(fields: str, code: str, path: tuple[Any, ...], message: str) -> None:
    assert found_in(KIND, f"- {{id: a, {fields}}}") == [(code, path, message)]
    of_site = [
        (it.code, it.origin.path[2:], it.message.zh) for it in check_catalogue(site(f"- {{id: a, {fields}}}"))
    ]
    assert of_site == [(code, path, message)]


@pytest.mark.parametrize(
    ("row", "code", "path", "message"),
    (
        (f"{{title: 甲, rhythm: on_event, {WHO}}}", "E-CATALOGUE", (), "没有写编号"),
        (
            f"{{id: x, title: 甲, rhythm: on_event, places: [b], {WHO}}}",
            "E-CATALOGUE",
            ("places",),
            "这里的事项只对本地点适用",
        ),
        (
            "{id: wrok, not_applicable: 没有}",
            "E-CATALOGUE-ITEM",
            ("id",),
            "site.yml 的目录里没有适用于这里的“wrok”",
        ),
        (
            f"{{id: a, title: 甲, rhythm: on_event, {WHO}, not_applicable: 没有, events: [{{when: 2026-01-01}}]}}",
            "E-CATALOGUE",
            ("events",),
            "不适用的事项又写了发生",
        ),
        ("{id: work, events: [{when: 2026-01-01}]}", "E-CATALOGUE", ("events",), "按时间公开的不写“发生”"),
        (
            "{id: work, not_applicable: 李大爷不同意}",
            "E-NAMED",
            ("not_applicable",),
            "这里写了居民的姓名（李…）",
        ),
        (
            f"{{id: x, title: 甲, rhythm: on_event, working_days: 3, {WHO}, events: [{{when: 2090-01-01}}]}}",
            "E-CALENDAR",
            ("events", 0, "when"),
            "不知道2090年起的放假安排，算不出“甲”的期限",
        ),
    ),
)
def test_what_is_wrong_with_a_row(row: str, code: str, path: tuple[Any, ...], message: str) -> None:
    entries = joined(*records_of(KIND, f"- {row}"), settings=site(MONTHLY))
    found = [problem for entry in entries for problem in KIND.check(entry)]
    assert [(it.code, it.origin.path[1:], it.message.zh) for it in found] == [(code, path, message)]


def test_an_item_of_a_place_with_the_id_of_one_of_the_site_is_there_twice() -> None:
    entries = joined(*records_of(KIND, MONTHLY), settings=site(MONTHLY))
    place = Records("/a", locality().place, by_types(entries))
    _, found = index_of((place,), (KIND,), TODAY)
    assert [(it.code, it.origin.file) for it in found] == [("E-DUPLICATE-ID", "content/a/catalogue.yml")]


def test_publications_and_notices_refer_to_items() -> None:
    (publication,) = posted("- {what: 甲, where: board, posted: 2026-01-01, items: [work, wrok]}")
    (notice,) = records_of(NOTICE, "- {id: n, title: 公告, items: work}")
    found = [
        (it.reference, it.path, it.kinds)
        for it in (*PUBLICATION.mentions(publication), *NOTICE.mentions(notice))
    ]
    assert found == [
        ("work", ("items", 0), ("catalogue",)),
        ("wrok", ("items", 1), ("catalogue",)),
        ("work", ("items", 0), ("catalogue",)),
    ]


def test_the_kinds_that_can_fulfil_an_item_are_kinds() -> None:
    assert {kind.name: kind.words.zh for kind in KINDS if kind.name in POSTED} == POSTED
    assert set(TYPES) == set(POSTED) >= set(STARTS) == set(DAYS)


def test_two_items_of_the_site_with_one_id() -> None:
    (found,) = check_catalogue(site(f"{MONTHLY}\n{MONTHLY}"))
    assert (found.code, found.origin.path) == ("E-CATALOGUE-TWICE", ("catalogue", 1, "id"))


@pytest.mark.parametrize(
    ("row", "code"),
    (("{id: a, title: 甲, rhythm: weekly}", "E-CHOICE"), ("{id: a, title: 甲, working_days: -3}", "E-WHOLE")),
)
def test_what_cannot_be_read(row: str, code: str) -> None:
    rows, _ = load(f"- {row}", "content/site.yml")
    assert isinstance(rows, list)
    _, found = decode(rows[0], CatalogueItem, Origin("content/site.yml"))
    assert [each.code for each in found] == [code]


def test_a_place_without_a_catalogue_has_nothing_of_it() -> None:
    assert [*KIND.panels(locality()), *KIND.pages(locality()), *catalogue_boards(locality())] == []
    assert tally() == {}
