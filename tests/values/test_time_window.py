"""Stretches of hours, over midnight too, and lengths of time to the minute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Problem
from noticeboard.values.time_window import DAY, TimeWindow, hours_text, parse_hours, parse_time_window


@pytest.mark.parametrize(
    ("text", "zh", "en", "minutes"),
    (
        ("16:00-21:00", "16:00—21:00", "16:00—21:00", 300),
        ("16：00～21：30", "16:00—21:30", "16:00—21:30", 330),
        ("8时至11时半", "8:00—11:30", "8:00—11:30", 210),
        ("8点15分到9点", "8:15—9:00", "8:15—9:00", 45),
        ("9 to 17", "9:00—17:00", "9:00—17:00", 480),
        ("0:00–24:00", "0:00—24:00", "0:00—24:00", 1440),
        ("22:00–06:00", "22:00—次日6:00", "22:00—6:00 next day", 480),
        ("18:00-24:00", "18:00—24:00", "18:00—24:00", 360),
        ("22:00—次日7:45", "22:00—次日7:45", "22:00—7:45 next day", 585),
        ("8:00-8:00 next day", "8:00—次日8:00", "8:00—8:00 next day", 1440),
    ),
)
def test_a_window_is_read_in_many_spellings(text: str, zh: str, en: str, minutes: int) -> None:
    window = parse_time_window(text)
    assert (window.text("zh"), window.text("en"), window.minutes) == (zh, en, minutes)


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    (
        ("25:00-26:00", "没有25:00这个钟点", "钟点从 0:00 到 24:00"),
        ("16:00-21:60", "没有21:60这个钟点", "钟点从 0:00 到 24:00"),
        (
            "21:00-16:00",
            "「21:00-16:00」结束不晚于开始",
            "先写开始，后写结束；确实到第二天的写 21:00–次日16:00",
        ),
        (
            "9:00-9:00",
            "「9:00-9:00」结束不晚于开始",
            "先写开始，后写结束；确实到第二天的写 9:00–次日9:00",
        ),
        ("8:00-次日9:00", "「8:00-次日9:00」超过了24小时", "分成几个时段写"),
        ("晚上", "「晚上」不是时段", "写成 16:00–21:00；过了半夜的写 22:00–06:00 或 22:00–次日06:00"),
        ("16:00", "「16:00」不是时段", "写成 16:00–21:00；过了半夜的写 22:00–06:00 或 22:00–次日06:00"),
    ),
)
def test_what_is_no_window_is_refused(text: str, message: str, remedy: str) -> None:
    with pytest.raises(Problem) as problem:
        parse_time_window(text)
    assert (problem.value.code, problem.value.message.zh, problem.value.remedy.zh) == (
        "E-TIME",
        message,
        remedy,
    )


@given(st.integers(0, DAY - 1), st.integers(1, DAY))
def test_a_window_is_read_back_as_it_was_written(start: int, minutes: int) -> None:
    window = TimeWindow(start, start + minutes)
    assert parse_time_window(window.data()) == window


@pytest.mark.parametrize(
    ("text", "minutes", "zh", "en"),
    (
        ("3", 180, "3小时", "3 h"),
        ("2.5", 150, "2小时30分", "2 h 30 min"),
        ("2:05", 125, "2小时5分", "2 h 5 min"),
        ("2小时30分", 150, "2小时30分", "2 h 30 min"),
        ("45分钟", 45, "45分", "45 min"),
        ("1200 hours", 72000, "1,200小时", "1,200 h"),
    ),
)
def test_a_length_of_time_is_exact(text: str, minutes: int, zh: str, en: str) -> None:
    assert parse_hours(text) == minutes
    assert (hours_text(minutes, "zh"), hours_text(minutes, "en")) == (zh, en)


@pytest.mark.parametrize("text", ("0", "三小时", "1.01", "-3", "3天", ""))
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(Problem) as problem:
        parse_hours(text)
    assert problem.value.code == "E-HOURS"
