"""Opinion stations: the promise in working days, four of four parts, what is due, plate, label and cards."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.boards.document_blocks import Call, Grid
from noticeboard.boards.station import due_sheets, labels, plates
from noticeboard.config import CalendarYear, Settings
from noticeboard.document import Facts, Figures, Lines, Marked, Section, Table
from noticeboard.forms.form import FormOptions, form
from noticeboard.forms.opinion_card import FORM
from noticeboard.kinds.station import KIND, Station
from noticeboard.kinds.station.rules import settle
from noticeboard.locality import Locality

STATION = """\
- box: 东门
  card: 物业前台
  courier: 社区网格员
  platform: 居民群
  phone: 0371-0000-0001
  emptied: [2026-11-16, 2026-11-23]
  items:
    - {number: 1, what: 换灯, received: 2026-11-16, answered: 2026-11-18, result: 已换}
    - {number: 2, what: 修锁, received: 2026-11-16, answered: 2026-11-20, reason: 等锁芯}
    - {number: 3, what: 补路, received: 2026-11-17}
    - {number: 4, what: 剪枝, received: 2026-11-18}
    - {number: 5, what: 通下水, received: 2026-11-19}
    - {number: 6, what: 明天的, received: 2026-11-21}
"""


def place(today: str = "2026-11-20", text: str = STATION) -> Locality:
    records = records_of(KIND, text)
    counts = KIND.tally(locality(*records).records, date.fromisoformat(today))
    return locality(*records, today=today, counts=counts)


def panel(where: Locality) -> Section:
    (found,) = KIND.panels(where)
    view: Section = found.view
    return view


@pytest.mark.parametrize(
    ("received", "due"),
    (
        ("2018-09-28", date(2018, 9, 30)),
        ("2020-09-25", date(2020, 9, 28)),
        ("2026-11-20", date(2026, 11, 24)),
    ),
)
def test_two_working_days_by_the_calendar_of_the_state_council(received: str, due: date) -> None:
    (station,) = records_of(KIND, f"- {{items: [{{number: 1, what: 灯, received: {received}}}]}}")
    assert station.items[0].due == due


def test_a_year_that_the_calendar_does_not_know_is_told_and_a_site_can_state_it() -> None:
    (station,) = records_of(KIND, "- {items: [{number: 1, what: 灯, received: 2031-01-03}]}")
    _, (problem,) = settle(station, Settings(title="示例"))
    assert (problem.code, problem.origin.path[1:]) == ("E-CALENDAR", ("items", 0, "received"))
    assert "calendar: {2031: {holidays: [2031-01-01], working_days: []}}" in problem.remedy.zh
    stated = Settings(title="示例", calendar=(CalendarYear(year="2031", working_days=(date(2031, 1, 4),)),))
    settled, found = settle(station, stated)
    assert (settled.items[0].due, found) == (date(2031, 1, 6), ())


def test_each_item_says_where_it_stands() -> None:
    (table,) = blocks(panel(place()), Table)
    assert [(row[0], row[2]) for row in table.rows] == [
        ("5. 通下水", Marked("ring", "待反馈")),
        ("4. 剪枝", Marked("half", "今天到期")),
        ("3. 补路", Marked("clock", "超期1天")),
        ("1. 换灯", Marked("tick", "已反馈", "2026年11月18日、已换")),
        ("2. 修锁", Marked("tick", "超期反馈", "2026年11月20日、等锁芯")),
    ]
    (figures,) = blocks(panel(place()), Figures)
    assert [(line.label, line.value, line.base) for line in figures.lines] == [("按时反馈", "50%", "1／2件")]


def test_four_of_four_or_what_is_missing() -> None:
    (facts,) = blocks(panel(place()), Facts)
    assert facts.pairs[:2] == (("民情速递箱", "东门"), ("民情速递卡", "物业前台"))
    assert facts.pairs[-2:] == (("最近开箱", "2026年11月16日"), ("下次开箱", "2026年11月23日"))
    (lacking,) = blocks(panel(place(text="- {box: 东门, card: 前台, platform: 群}")), Facts)
    assert ("民情速递员", "尚未设置") in lacking.pairs
    assert found_in(KIND, "- {box: 东门, card: 前台, platform: 群}") == [
        ("N-STATION-PARTS", (), "四项里缺民情速递员")
    ]


def test_an_area_says_how_many_compounds_have_one() -> None:
    made = panel(place(text="- {count: 13}"))
    (figures,) = blocks(made, Figures)
    assert [(line.label, line.value) for line in figures.lines] == [("设站的楼院", "13")]
    assert [lines.texts for lines in blocks(made, Lines)] == [("当场能办的当场办；其余2个工作日内反馈",)]


def test_what_changes_by_itself() -> None:
    (station,) = records_of(KIND, STATION)
    days = set(KIND.changes(station, date(2026, 11, 20)))
    assert {date(2026, 11, 21), date(2026, 11, 23)} <= days


@pytest.mark.parametrize(
    ("row", "found"),
    (
        (
            "{number: 1, what: 灯, received: 2026-11-16, answered: 2026-11-20}",
            (
                "E-STATION-LATE",
                ("items", 0, "answered"),
                "1号应在2026-11-18前反馈，2026-11-20才反馈，没有写原因",
            ),
        ),
        (
            "{number: 1, what: 灯, received: 2026-11-16, answered: 2026-11-13}",
            ("E-STATION-ORDER", ("items", 0, "answered"), "反馈（2026-11-13）早于收件（2026-11-16）"),
        ),
        (
            "{number: 1, what: 帮李大爷修灯, received: 2026-11-16}",
            ("E-NAMED", ("items", 0, "what"), "这里写了居民的姓名（李…）"),
        ),
    ),
)
def test_what_is_wrong_with_an_item(row: str, found: tuple[Any, ...]) -> None:
    assert found_in(KIND, f"- {{box: 东, card: 东, courier: 员, platform: 群, items: [{row}]}}") == [found]


def test_plate_label_and_the_sheet_of_what_is_due() -> None:
    (plate,), (label,), (sheet,) = plates(place()), labels(place()), due_sheets(place())
    assert [type(block) for block in plate.content.blocks if isinstance(block, Call | Grid)] == [Call, Grid]
    assert "0371-0000-0001" in repr(label.content)
    (grid,) = sheet.content.blocks
    assert [(row.cells[0].text, row.cells[2].text) for row in grid.rows] == [
        ("3. 补路", "超期1天"),
        ("4. 剪枝", "今天到期"),
    ]
    assert list(due_sheets(place(text="- {box: 东门}"))) == []


def test_cards_are_numbered_and_say_what_is_promised() -> None:
    view, found = form(FORM, place(), FormOptions(start=121, count=4))
    assert found == []
    assert view is not None
    cards = [each for row in view.panels[0].body.rows for each in row]
    assert [each.number.plain for each in cards] == ["0121", "0122", "0123", "0124"]
    assert cards[0].slip.promise.plain == "当场能办的当场办；其余2个工作日内反馈"
    assert FORM.makes_sense(place())
    assert not FORM.makes_sense(locality(Station(count=13)))
