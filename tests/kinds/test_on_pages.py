"""What records add to the pages of others: who stands on which page, in which order, and who on none."""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.kinds.on_pages import by_page


class Page(NamedTuple):
    url: str


def test_records_stand_on_the_page_of_what_they_name_in_their_order() -> None:
    gas, lift, panel = Page("/a/tasks/gas/"), Page("/a/tasks/lift/"), Page("/a/#activities")
    found = by_page((("会议", gas), ("决策", lift), ("复查", None), ("活动", panel), ("荣誉", gas)))
    assert list(found) == [("/a/tasks/gas/", ("会议", "荣誉")), ("/a/tasks/lift/", ("决策",))]
