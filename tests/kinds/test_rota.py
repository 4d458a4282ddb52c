"""Duty rotas: pattern, holidays, single days and swaps as shifts; hours, shares and gaps; what is wrong with them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kind_places import blocks, found_in, locality, records_of

from noticeboard.config import CalendarYear, Settings
from noticeboard.document import Facts, Figures, Lines, Marked, Month, Table
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.rota import KIND, Rota
from noticeboard.kinds.rota.blocks import listed, next_table, shown_shifts
from noticeboard.kinds.rota.count import shares_of, total_of
from noticeboard.kinds.rota.month import months
from noticeboard.kinds.rota.shifts import roster_of
from noticeboard.kinds.rota.sums import change_table, figures, gap_table, share_table
from noticeboard.kinds.rota.text import day_text, names_of, who_text
from noticeboard.kinds.rota.view import pages, panels
from noticeboard.locality import Records

NOVEMBER = """\
- id: gate
  title: 看门护院值班表
  period: 2026-11-02 至 2026-11-08
  post: 大门
  weekly_hours: 3
  pattern:
    - {weekday: [周一, 周三], time: 16:00-21:00, needed: 2, people: [示甲, 示乙]}
    - {weekday: 周六, time: 22:00-06:00, unit: 巡防队, needed: 2}
  dates:
    - {date: 2026-11-04, time: 9:00-9:45, people: 示丙, why: 接待}
  swaps:
    - {date: 2026-11-02, from: 示乙, to: 示丙}
"""


def rotas(text: str) -> tuple[Rota, ...]:
    return records_of(KIND, text)


def lines(rota: Rota) -> list[str]:
    """Every shift: day, hours, who."""
    names = names_of(rota, "zh")
    return [
        f"{day_text(shift.day, 'zh')} {shift.window.text()} {who_text(shift, names, 'zh')}"
        for shift in roster_of(rota).shifts
    ]


def test_a_pattern_becomes_shifts_with_single_days_put_in_and_swaps_made() -> None:
    (rota,) = rotas(NOVEMBER)
    assert lines(rota) == [
        "11月2日 周一 16:00—21:00 示甲、示丙",
        "11月4日 周三 9:00—9:45 示丙",
        "11月4日 周三 16:00—21:00 示甲、示乙",
        "11月7日 周六 22:00—次日6:00 巡防队2人",
    ]


def test_a_single_day_replaces_the_pattern_adds_to_it_or_is_off() -> None:
    (rota,) = rotas("""\
- id: gate
  title: 值班
  period: 2026-11-02 至 2026-11-04
  pattern: [{time: 8:00-10:00, people: 示甲}]
  dates:
    - {date: 2026-11-02, mode: 替换, time: 12:00-13:00, people: 示乙}
    - {date: 2026-11-03, mode: 停班, why: 停电}
    - {date: 2026-11-04, time: 20:00-21:00, people: 示丙}
""")
    assert lines(rota) == [
        "11月2日 周一 12:00—13:00 示乙",
        "11月4日 周三 8:00—10:00 示甲",
        "11月4日 周三 20:00—21:00 示丙",
    ]


NATIONAL_DAY = """\
- id: october
  title: 国庆值班
  period: 2026-10-07 至 2026-10-11
  pattern:
    - {time: 8:00-9:00, days: 休息日, people: 示甲}
    - {time: 18:00-19:00, days: 工作日, people: 示乙}
"""


def test_public_holidays_and_make_up_days_decide_which_line_holds() -> None:
    (rota,) = rotas(NATIONAL_DAY)
    assert lines(rota) == [
        "10月7日 周三 8:00—9:00 示甲",
        "10月8日 周四 18:00—19:00 示乙",
        "10月9日 周五 18:00—19:00 示乙",
        "10月10日 周六 18:00—19:00 示乙",  # worked for the holiday
        "10月11日 周日 8:00—9:00 示甲",
    ]
    (_, month) = next(months(locality(rota), listed(locality(rota), rota)))
    notes = {day.name: day.note for week in month.weeks for day in week if day}
    assert notes == {
        "10月7日 周三": "休",
        "10月8日 周四": "",
        "10月9日 周五": "",
        "10月10日 周六": "调休上班",
        "10月11日 周日": "",
    }


def test_holidays_that_a_site_states_hold_for_years_that_are_not_known_yet() -> None:
    text = """\
- id: a
  title: 值班
  period: 2027-01-01 至 2027-01-04
  pattern: [{time: 8:00-9:00, people: 示甲, days: 工作日}]
"""
    stated = CalendarYear(year="2027", holidays=(date(2027, 1, 1),), working_days=(date(2027, 1, 3),))
    (rota,) = records_of(KIND, text, Settings(title="示例站", calendar=(stated,)))
    assert lines(rota) == ["1月3日 周日 8:00—9:00 示甲", "1月4日 周一 8:00—9:00 示甲"]


def test_a_year_without_a_calendar_is_an_error_only_where_a_line_depends_on_it() -> None:
    text = """\
- id: a
  title: 值班
  period: 2027-01
  pattern: [{time: 8:00-9:00, people: 示甲, days: DAYS}]
"""
    (plain,) = rotas(text.replace("DAYS", "每天"))
    assert (len(roster_of(plain).shifts), plain.rest_known) == (31, False)
    (rota,) = rotas(text.replace("DAYS", "工作日"))
    _, (found,) = KIND.settle(rota, Settings(title="示例站"))
    assert (found.code, found.origin.path[1:]) == ("E-CALENDAR", ("pattern", 0, "days"))


def test_person_hours_are_counted_to_the_minute_and_shared_out() -> None:
    (rota,) = rotas(NOVEMBER)
    roster = roster_of(rota)
    assert total_of(rota, roster).minutes == 2 * 300 + 45 + 2 * 300 + 2 * 480
    assert [
        (
            share.person.name if share.person else share.unit,
            share.shifts,
            share.minutes,
            share.rest,
            share.late,
        )
        for share in shares_of(rota, roster)
    ] == [
        ("示甲", 2, 600, 0, 2),
        ("示丙", 2, 345, 0, 1),
        ("示乙", 1, 300, 0, 1),
        ("巡防队", 1, 960, 1, 1),
    ]


def test_hours_stand_against_the_target_with_their_base() -> None:
    (rota,) = rotas(NOVEMBER)
    place = locality(rota)
    (block,) = figures(place, listed(place, rota))
    assert isinstance(block, Figures)
    assert [(line.label, line.value, line.base) for line in block.lines] == [
        ("排班总时长", "36小时45分", "4班，3人"),
        ("人均每周", "6小时55分", "目标3小时"),
    ]
    (table, base) = share_table(place, listed(place, rota))
    assert isinstance(table, Table)
    assert table.rows[1] == ("示丙", "2", "5小时45分", "0", "1")
    assert table.total == ("合计", "", "36小时45分", "", "")
    assert base == Lines(("3人，7天，4班。晚间指有一部分在18:00以后或6:00以前的班。",), quiet=True)


def test_an_average_that_is_no_whole_minute_is_called_about() -> None:
    text = """\
- id: a
  title: 值班
  period: 2026-11-02 至 2026-11-12
  pattern: [{weekday: 周一, time: 8:00-9:00, people: 示甲}]
"""
    (rota,) = rotas(text)
    place = locality(rota)
    (block,) = figures(place, listed(place, rota))
    assert isinstance(block, Figures)
    assert block.lines[1].value == "约1小时16分"  # 2 hours in 11 days


def test_a_gap_is_said_plainly_on_the_page_and_told_once_for_its_line() -> None:
    text = """\
- id: gate
  title: 值班
  period: 2026-11-02 至 2026-11-10
  pattern:
    - {weekday: [周一, 周二], time: 16:00-21:00, post: 大门, needed: 3, people: [示甲]}
"""
    assert found_in(KIND, text)[0] == (
        "W-ROTA-GAP",
        ("pattern", 0),
        "2026-11-02等4天 16:00—21:00需要3人，排了1人，共缺8人次",
    )
    (rota,) = rotas(text)
    place = locality(rota)
    (table,) = gap_table(place, listed(place, rota))
    assert isinstance(table, Table)
    assert table.rows == (
        ("11月2日、3日、9日、10日", "16:00—21:00 大门", Marked("ring", "空缺2人", "需要3人，有1人")),
    )
    said = text.replace("people:", "vacancy: 正在招募, people:")
    assert [code for code, *_ in found_in(KIND, said)] == ["N-ROTA-NAME"]


@pytest.mark.parametrize(
    ("more", "code", "path", "message"),
    (
        (
            "dates: [{date: 2026-12-01, time: 8:00-9:00}]",
            "E-ROTA-DATE",
            ("dates", 0, "date"),
            "2026-12-01不在期间（2026年11月）之内",
        ),
        (
            "dates: [{date: 2026-11-01}]",
            "E-ROTA-SINGLE",
            ("dates", 0),
            "2026-11-01没有写时段",
        ),
        (
            "dates: [{date: 2026-11-01, mode: 停班, people: 示甲}]",
            "E-ROTA-SINGLE",
            ("dates", 0),
            "2026-11-01写着停班，又写了时段或人员",
        ),
        (
            "dates: [{date: 2026-11-01, mode: 停班}, {date: 2026-11-01, time: 8:00-9:00, unit: 物业}]",
            "E-ROTA-SINGLE",
            ("dates", 0),
            "2026-11-01又停班又排了班",
        ),
        (
            "swaps: [{date: 2026-12-01, from: 示甲, to: 示乙}]",
            "E-ROTA-DATE",
            ("swaps", 0, "date"),
            "2026-12-01不在期间（2026年11月）之内",
        ),
        (
            "swaps: [{date: 2026-11-03, from: 示甲, to: 示乙}]",
            "E-ROTA-SWAP",
            ("swaps", 0, "from"),
            "示甲在2026-11-03没有班，换不了",
        ),
        (
            "swaps: [{date: 2026-11-02, time: 8:00-9:00, from: 示甲, to: 示乙}]",
            "E-ROTA-SWAP",
            ("swaps", 0, "from"),
            "示甲在2026-11-02 8:00—9:00 没有班，换不了",
        ),
        (
            "swaps: [{date: 2026-11-02, from: 示甲, to: 示甲}]",
            "E-ROTA-SWAP",
            ("swaps", 0, "to"),
            "示甲和自己换班",
        ),
        (
            "swaps: [{date: 2026-11-02, from: 示甲}]",
            "W-ROTA-GAP",
            ("swaps", 0),
            "2026-11-02 16:00—21:00需要1人，排了0人，共缺1人次",
        ),
        (
            "dates: [{date: 2026-11-02, time: 8:00-9:00, people: 示甲}]\n"
            "  swaps: [{date: 2026-11-02, from: 示甲, to: 示乙}]",
            "E-ROTA-SWAP",
            ("swaps", 0),
            "示甲在2026-11-02有2个班，不知道换哪个",
        ),
        (
            "dates: [{date: 2026-11-02, time: 20:00-22:00, people: 示甲}]",
            "E-ROTA-TWICE",
            ("dates", 0, "people", 0),
            "示甲在2026-11-02 20:00—22:00有班，同时还有2026-11-02 16:00—21:00的班",
        ),
        (
            "dates: [{date: 2026-11-02, time: 16:00-21:00, people: [示乙, 示乙]}]",
            "E-ROTA-TWICE",
            ("dates", 0, "people", 1),
            "示乙在2026-11-02 16:00—21:00有班，同时还有2026-11-02 16:00—21:00的班",
        ),
        ("weekly_hours: 9", "N-ROTA-TARGET", ("weekly_hours",), "人均每周排了5小时50分，目标是9小时"),
        ("total_hours: 30", "N-ROTA-TARGET", ("total_hours",), "全队排了25小时，目标是30小时"),
        ("note: 找张阿姨", "E-NAMED", ("note",), "这里写了居民的姓名（张…）"),
    ),
)
def test_what_is_wrong_with_a_rota(more: str, code: str, path: tuple[Any, ...], message: str) -> None:
    text = f"""\
- id: gate
  title: 值班
  period: 2026-11
  pattern: [{{weekday: 周一, time: 16:00-21:00, people: 示甲}}]
  {more}
"""
    told = [each for each in found_in(KIND, text) if each[0] != "N-ROTA-NAME"]
    assert told == [(code, path, message)]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    (
        (
            "- {id: a, title: 值班, pattern: [{time: 8:00-9:00, people: 示甲}]}",
            "E-ROTA-PERIOD",
            "没有写从哪天到哪天，排不出班次",
        ),
        (
            "- {id: a, title: 值班, period: 2026-11 至今, pattern: [{time: 8:00-9:00, needed: 2}]}",
            "E-ROTA-PERIOD",
            "没有写从哪天到哪天，排不出班次",
        ),
        (
            "- {id: a, title: 值班, period: 2025-01 至 2026-12, pattern: [{time: 8:00-9:00, unit: 物业}]}",
            "E-ROTA-PERIOD",
            "期间有730天，超过一年",
        ),
        (
            "- {id: a, title: 值班, period: 2026-11-02, pattern: [{weekday: 周日, time: 8:00-9:00, unit: 物业}]}",
            "W-ROTA-NEVER",
            "8:00—9:00这一行在期间里一天也用不上",
        ),
        ("- {id: a, title: 值班}", "W-ROTA-EMPTY", "“值班”没有写怎么值班"),
    ),
)
def test_a_rota_that_cannot_be_laid_over_days_is_told(text: str, code: str, message: str) -> None:
    told = [(each[0], each[2]) for each in found_in(KIND, text) if each[0] != "N-ROTA-NAME"]
    assert told == [(code, message)]


def test_one_person_in_two_rotas_at_once_is_told_across_midnight_too() -> None:
    text = """\
- id: night
  title: 夜间巡逻
  period: 2026-11-02 至 2026-11-30
  pattern: [{weekday: 周六, time: 22:00-06:00, people: [示甲]}]
- id: morning
  title: 早班
  period: 2026-11-02 至 2026-11-30
  pattern: [{weekday: 周日, time: 5:00-8:00, people: [示乙, 示甲]}]
- id: later
  title: 上午班
  period: 2026-11-02 至 2026-11-30
  pattern: [{weekday: 周日, time: 8:00-9:00, people: [示甲]}]
"""
    told = [each for each in found_in(KIND, text) if each[0] == "E-ROTA-TWICE"]
    assert told == [
        (
            "E-ROTA-TWICE",
            ("pattern", 0, "people", 1),
            "示甲在2026-11-08 5:00—8:00有班，同时还有2026-11-07 22:00—次日6:00的班（夜间巡逻）",
        )
    ]


def test_today_stands_first_with_the_night_before_and_then_the_next_shifts() -> None:
    (rota,) = rotas(NOVEMBER)
    place = locality(rota, today="2026-11-08")
    (table,) = (block for block in next_table(place, listed(place, rota)) if isinstance(block, Table))
    assert table.rows == (("11月7日 周六起", "22:00—次日6:00", "巡防队2人", "大门"),)
    place = locality(rota, today="2026-11-04")
    (table,) = next_table(place, listed(place, rota))
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["今天，11月4日 周三", "今天，11月4日 周三", "11月7日 周六"]
    place = locality(rota, today="2026-11-05")
    said, _ = next_table(place, listed(place, rota))
    assert said == Lines(("今天没有班。",))


@pytest.mark.parametrize(
    ("today", "following"),
    (
        ("2026-10-20", "2026-11-02"),  # it begins
        ("2026-11-02", "2026-11-03"),  # today's shift is over
        ("2026-11-03", "2026-11-04"),
        ("2026-11-05", "2026-11-07"),  # nothing is shown otherwise on the 6th
        ("2026-11-07", "2026-11-08"),
        ("2026-11-08", "2026-11-09"),  # it is over
        ("2026-11-09", None),
    ),
)
def test_what_is_shown_changes_with_the_shifts_and_no_more_after_them(
    today: str, following: str | None
) -> None:
    (rota,) = rotas(NOVEMBER)
    days = sorted(KIND.changes(rota, date.fromisoformat(today)))
    assert (days[0].isoformat() if days else None) == following


@pytest.mark.parametrize("today", [date(2026, 11, day) for day in range(1, 12)])
def test_between_two_days_of_change_the_same_shifts_are_shown(today: date) -> None:
    (rota,) = rotas(NOVEMBER)
    tomorrow = date.fromordinal(today.toordinal() + 1)
    if tomorrow not in KIND.changes(rota, today):
        roster = roster_of(rota)
        assert shown_shifts(roster, today) == shown_shifts(roster, tomorrow)


def test_counts_for_places_above_are_those_of_rotas_that_are_not_over() -> None:
    found = rotas(NOVEMBER)
    place = Records("/a", Place(kind=Level.COMPOUND, name="示例小区"), ((Rota, found),))
    assert dict(KIND.tally(place, date(2026, 11, 8))) == {
        "rotas": 1,
        "rotas.shifts": 4,
        "rotas.minutes": 2205,
    }
    assert dict(KIND.tally(place, date(2026, 11, 9))) == {}


def test_a_month_has_its_weeks_as_rows_and_only_days_of_the_period() -> None:
    (rota,) = rotas(NOVEMBER)
    place = locality(rota)
    ((title, month),) = months(place, listed(place, rota))
    assert (title, len(month.weeks)) == ("2026年11月", 1)
    assert isinstance(month, Month)
    (week,) = month.weeks
    assert [day.number if day else "" for day in week] == [f"{n}日" for n in range(2, 9)]
    monday = week[0]
    assert monday is not None
    assert (monday.slots[0].time, monday.slots[0].people) == ("16:00—21:00", ("示甲、", "示丙"))
    assert monday.slots[0].note == "示丙替示乙"


def test_the_page_and_the_panel_say_what_is_known_and_what_changed() -> None:
    (rota,) = rotas(NOVEMBER)
    place = locality(rota, today="2026-11-03")
    (panel,) = panels(place)
    assert panel.view.title == "值班表"
    (facts,) = blocks(panel.view, Facts)
    assert facts.pairs == (("期间", "2026年11月2日至2026年11月8日"), ("岗位", "大门"), ("每周时长", "3小时"))
    every, one = pages(place)
    assert (every.url, one.url) == ("/a/rotas/", "/a/rotas/gate/")
    assert [section.id for section in one.view.sections] == [
        "next",
        "about",
        "month-1",
        "hours",
        "shares",
        "changes",
    ]
    (table,) = change_table(place, listed(place, rota))
    assert isinstance(table, Table)
    assert table.rows == (
        ("11月2日 周一", "示丙替示乙", ""),
        ("11月4日 周三", "增加 9:00—9:45 示丙", "接待"),
    )


def test_a_source_that_tells_only_of_hours_has_no_shifts_and_no_invented_days() -> None:
    (rota,) = rotas(
        "- {id: extra, title: 加强值守, by: 一队人, pattern: [{time: 16:00-21:00, reinforced: 是}]}"
    )
    assert list(KIND.check(rota)) == []
    (panel,) = panels(locality(rota))
    (facts,) = blocks(panel.view, Facts)
    assert facts.pairs == (("负责", "一队人"), ("时段", "16:00—21:00 加强"))
    assert list(blocks(panel.view, Figures)) == []
    assert list(KIND.changes(rota, date(2026, 11, 20))) == []
