"""The working days that a site states: what is wrong with them is told at site.yml, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import SITE, check_site, lines

POSTED = """\
- {id: a, title: 甲, from: 2091-07-02, working_days: 5}
- {id: b, title: 乙, from: 2020-07-06, working_days: 5}
"""


@pytest.mark.parametrize(
    ("calendar", "expected"),
    (
        ("calendar:\n  2091:\n    holidays: [2091-10-01]\n    working_days: [2091-10-11]\n", []),
        (
            "calendar:\n  明年:\n    holidays: [2091-10-01]\n",
            ["site.yml:4:3 E-CALENDAR “明年”不是年份 → 写四位年份，例如 2027"],
        ),
        (
            "日历:\n  2091:\n    放假: [2091-10-01, 2091-10-02]\n    调休上班: [2091-10-11, 2091-10-02]\n",
            ["site.yml:6:24 E-CALENDAR 2091-10-02 既写成放假又写成上班 → 只留一处"],
        ),
        (
            "calendar:\n  2091:\n    holidays: [国庆]\n",
            ["site.yml:4:3 E-DATE"],
        ),
        (
            "",
            ["c/notices.yml:1:53 E-CALENDAR 还没有2091年的放假安排，算不出工作日"],
        ),
    ),
)
def test_a_fault_of_the_calendar_is_told_once_and_where_it_is(
    tmp_path: Path, calendar: str, expected: list[str]
) -> None:
    found = lines(check_site(tmp_path, {"site.yml": SITE + calendar, "c/notices.yml": POSTED}))
    assert len(found) == len(expected)
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True)), found
