"""What is said when somebody asks for a place that a site does not have: the nearest that there is."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from noticeboard.languages import Words


def no_place(place: str, known: Sequence[str]) -> Words:
    """There is no such place; `known` are the folders of those that there are, below the content."""
    wanted = place.strip("/")
    by_end = {name.rpartition("/")[2]: name for name in known}
    near = difflib.get_close_matches(wanted, known, n=1) or [
        by_end[each] for each in difflib.get_close_matches(wanted.rpartition("/")[2], by_end, n=1)
    ]
    return guess(Words(f"content/ 里没有“{place}”这个地点", f"there is no place “{place}” in content/"), near)


def guess(message: Words, near: Sequence[str]) -> Words:
    """The message, and the nearest that there is if something is near."""
    if not near:
        return message
    return Words(f"{message.zh}；是不是 {near[0]}？", f"{message.en}; did you mean {near[0]}?")
