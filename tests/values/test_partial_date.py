from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.date_text import parse_day, parse_partial_date
from noticeboard.values.partial_date import Part, PartialDate

days = st.dates(date(1800, 1, 1), date(2199, 12, 31))
months_of_year = {Part.FIRST_HALF, Part.SECOND_HALF} | {Part(f"Q{n}") for n in range(1, 5)}
partial_dates = st.one_of(
    st.builds(lambda day, about: PartialDate(day.year, day.month, day.day, None, about), days, st.booleans()),
    st.builds(
        lambda day, part, about: PartialDate(day.year, day.month, None, part, about),
        days,
        st.sampled_from([None, Part.EARLY, Part.MID, Part.LATE]),
        st.booleans(),
    ),
    st.builds(
        lambda day, part, about: PartialDate(day.year, None, None, part, about),
        days,
        st.sampled_from([None, *sorted(months_of_year)]),
        st.booleans(),
    ),
    st.builds(
        lambda tens, about: PartialDate(tens * 10, None, None, Part.DECADE, about),
        st.integers(180, 219),
        st.booleans(),
    ),
)


@pytest.mark.parametrize(
    ("text", "data", "first", "last"),
    (
        ("2020", "2020", "2020-01-01", "2020-12-31"),
        ("2020年", "2020", "2020-01-01", "2020-12-31"),
        ("２０２０", "2020", "2020-01-01", "2020-12-31"),
        ("2020-04", "2020-04", "2020-04-01", "2020-04-30"),
        ("2020.4", "2020-04", "2020-04-01", "2020-04-30"),
        ("2020年4月", "2020-04", "2020-04-01", "2020-04-30"),
        ("2020-02", "2020-02", "2020-02-01", "2020-02-29"),
        ("2020-04-05", "2020-04-05", "2020-04-05", "2020-04-05"),
        ("2020/4/5", "2020-04-05", "2020-04-05", "2020-04-05"),
        ("2020年11月4日", "2020-11-04", "2020-11-04", "2020-11-04"),
        ("2020 年 11 月 4 号", "2020-11-04", "2020-11-04", "2020-11-04"),
        ("2020-07 early", "2020-07 early", "2020-07-01", "2020-07-10"),
        ("2020-07 mid", "2020-07 mid", "2020-07-11", "2020-07-20"),
        ("2020-07 late", "2020-07 late", "2020-07-21", "2020-07-31"),
        ("2021-02 下旬", "2021-02 late", "2021-02-21", "2021-02-28"),
        ("2020年7月中旬", "2020-07 mid", "2020-07-11", "2020-07-20"),
        ("2020年7月上旬", "2020-07 early", "2020-07-01", "2020-07-10"),
        ("1980s", "1980s", "1980-01-01", "1989-12-31"),
        ("1980年代", "1980s", "1980-01-01", "1989-12-31"),
        ("20世纪80年代", "1980s", "1980-01-01", "1989-12-31"),
        ("2020-H1", "2020-H1", "2020-01-01", "2020-06-30"),
        ("2020-h2", "2020-H2", "2020-07-01", "2020-12-31"),
        ("2020年上半年", "2020-H1", "2020-01-01", "2020-06-30"),
        ("2020下半年", "2020-H2", "2020-07-01", "2020-12-31"),
        ("2020-Q3", "2020-Q3", "2020-07-01", "2020-09-30"),
        ("2020年第三季度", "2020-Q3", "2020-07-01", "2020-09-30"),
        ("2020年4季度", "2020-Q4", "2020-10-01", "2020-12-31"),
        ("约 2020-08", "约 2020-08", "2020-08-01", "2020-08-31"),
        ("大约2020年8月", "约 2020-08", "2020-08-01", "2020-08-31"),
        ("约1980年代", "约 1980s", "1980-01-01", "1989-12-31"),
    ),
)
def test_a_date_is_read_as_the_days_that_it_can_mean(text: str, data: str, first: str, last: str) -> None:
    parsed = parse_partial_date(text)
    assert (parsed.data(), parsed.first.isoformat(), parsed.last.isoformat()) == (data, first, last)


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    (
        ("2020", "2020年", "2020"),
        ("2020-08", "2020年8月", "August 2020"),
        ("2020-11-04", "2020年11月4日", "4 November 2020"),
        ("2020-07 early", "2020年7月上旬", "early July 2020"),
        ("2020-07 mid", "2020年7月中旬", "mid-July 2020"),
        ("2020-07 late", "2020年7月下旬", "late July 2020"),
        ("1980s", "20世纪80年代", "the 1980s"),
        ("1990s", "20世纪90年代", "the 1990s"),
        ("2000s", "2000年代", "the 2000s"),
        ("2010s", "2010年代", "the 2010s"),
        ("2020s", "21世纪20年代", "the 2020s"),
        ("2020-H1", "2020年上半年", "the first half of 2020"),
        ("2020-H2", "2020年下半年", "the second half of 2020"),
        ("2020-Q1", "2020年第一季度", "the first quarter of 2020"),
        ("2020-Q2", "2020年第二季度", "the second quarter of 2020"),
        ("2020-Q3", "2020年第三季度", "the third quarter of 2020"),
        ("2020-Q4", "2020年第四季度", "the fourth quarter of 2020"),
        ("约 2020-08", "约2020年8月", "about August 2020"),
    ),
)
def test_a_date_is_set_in_both_languages_no_more_exactly_than_written(data: str, zh: str, en: str) -> None:
    parsed = parse_partial_date(data)
    assert (parsed.text(), parsed.text("en")) == (zh, en)


def test_an_impossible_day_is_answered_in_both_languages() -> None:
    with pytest.raises(Problem) as caught:
        parse_partial_date("2025-02-30")
    problem = caught.value
    assert problem.code == "E-DATE"
    assert problem.message.zh == "2025-02-30 不存在：2025年2月只有28天"
    assert problem.remedy.zh == "改为真实日期，或只写月份：2025-02"
    assert problem.message.en == "2025-02-30 does not exist: February 2025 has only 28 days"
    assert problem.remedy.en == "write a real date, or the month alone: 2025-02"


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    (
        ("2025年2月30日", "2025年2月30日 不存在：2025年2月只有28天", "改为真实日期，或只写月份：2025-02"),
        ("2024-02-30", "2024-02-30 不存在：2024年2月只有29天", "改为真实日期，或只写月份：2024-02"),
        ("2025-04-31", "2025-04-31 不存在：2025年4月只有30天", "改为真实日期，或只写月份：2025-04"),
        ("2025-04-00", "2025-04-00 不存在：每月从1日开始", "改为真实日期，或只写月份：2025-04"),
        ("2025-13", "2025-13 不存在：月份是01到12", "改正月份，或只写年份：2025"),
        ("2025-00-05", "2025-00-05 不存在：月份是01到12", "改正月份，或只写年份：2025"),
        ("9999-12-31", "9999-12-31 的年份不在1800年至2199年之间", "改正年份；没有期限的，不写这一项"),
        ("0000", "0000 的年份不在1800年至2199年之间", "改正年份；没有期限的，不写这一项"),
        ("01世纪80年代", "01世纪80年代 的年份不在1800年至2199年之间", "改正年份；没有期限的，不写这一项"),
    ),
)
def test_a_date_in_no_calendar_says_why_and_what_to_write(text: str, message: str, remedy: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_partial_date(text)
    assert (caught.value.code, caught.value.message.zh, caught.value.remedy.zh) == ("E-DATE", message, remedy)


@pytest.mark.parametrize(
    "text",
    (
        "",
        "去年",
        "20-04-05",
        "2020-4/5",
        "20200405",
        "1985年代",
        "2020 mid",
        "2020-07-05 mid",
        "2020-Q5",
        "2020-H3",
    ),
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_partial_date(text)
    assert (caught.value.code, caught.value.message.zh) == ("E-DATE", f"「{text}」不是日期")


def test_a_full_day_is_read_where_one_is_needed() -> None:
    assert parse_day("2020年11月4日") == date(2020, 11, 4)


@pytest.mark.parametrize("text", ("2020-11", "2020", "约 2020-11-04", "2020-11 中旬"))
def test_less_than_a_day_is_refused_where_a_day_is_needed(text: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_day(text)
    assert (caught.value.code, caught.value.message.zh) == ("E-DATE", f"这里要写到日：「{text}」")


def test_dates_of_different_precision_sort_by_first_then_last_day() -> None:
    written = ["2020-Q3", "2020", "2020-07 mid", "1980s", "2020-H1", "2020-07", "2020-01-01", "约 2020-07"]
    ordered = [parsed.data() for parsed in sorted(map(parse_partial_date, written))]
    assert ordered == [
        "1980s",
        "2020-01-01",
        "2020-H1",
        "2020",
        "2020-07",
        "约 2020-07",
        "2020-Q3",
        "2020-07 mid",
    ]


@pytest.mark.parametrize(
    "parts",
    (
        (2020, None, 5),
        (2020, 7, 5, Part.MID),
        (2020, 7, None, Part.FIRST_HALF),
        (2020, None, None, Part.MID),
        (1985, None, None, Part.DECADE),
        (2025, 2, 30),
        (2025, 13),
    ),
)
def test_parts_that_do_not_fit_make_no_date(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)  # type: ignore[arg-type]  # a row has as many parts as it needs


@given(partial_dates)
def test_a_date_reads_back_from_its_data_and_from_its_chinese_text(written: PartialDate) -> None:
    assert parse_partial_date(written.data()) == written
    assert parse_partial_date(written.text()) == written


@given(partial_dates, partial_dates)
def test_the_order_agrees_with_equality_and_with_the_days(one: PartialDate, two: PartialDate) -> None:
    assert one.first <= one.last
    assert (one < two) + (two < one) + (one == two) == 1
    assert not one.last < two.first or one < two


@given(st.text())
def test_any_text_is_a_date_or_a_problem(text: str) -> None:
    try:
        parse_partial_date(text)
    except Problem as problem:
        assert problem.code == "E-DATE"  # noqa: PT017 - both outcomes are right, a third is not
