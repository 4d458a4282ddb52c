"""A path leads to the same place in the part of a file that was composed for it as in the whole of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.reading import positions
from noticeboard.reading.positions import locate
from noticeboard.reading.simple_yaml import load_simple, was_simple

TEXT = """\
# a comment
- title: 接通天然气
  funds: [{payer: 物业公司, amount: 20000}, {payer: 居民, amount: }]
  photos:
    - file: a.jpg
    - {file: b.jpg, 说明: "门口, 改造后"}
  consent: &agreed {name: [web, wall]}
- 标题: 加装扶手
  visits: {when: 2020-07, result: "好"}
  note:
  done_of:
    done: 3
  consent: *agreed
"""
KEYS = ("title", "funds", "photos", "consent", "visits", "note", "done_of", "body", "file", "name", "done")
PATHS = st.lists(st.sampled_from(KEYS) | st.integers(0, 3), max_size=4).map(tuple)


def spellings(key: str) -> tuple[str, ...]:
    return {"title": ("标题",), "caption": ("说明",)}.get(key, ())


def composed_whole(text: str, path: tuple[str | int, ...], *, about_key: bool) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(positions, "was_simple", lambda _: False)
        return locate(text, path, about_key=about_key, aliases=spellings)


@given(PATHS, st.booleans())
def test_both_ways_lead_to_the_same_place(path: tuple[str | int, ...], about_key: bool) -> None:
    assert load_simple(TEXT) is not None
    assert was_simple(TEXT)
    found = locate(TEXT, path, about_key=about_key, aliases=spellings)
    assert found == composed_whole(TEXT, path, about_key=about_key)


def test_a_text_that_cannot_be_composed_is_never_followed() -> None:
    assert load_simple("- a: b\n- *nobody\n") is None
    assert not was_simple("- a: b\n- *nobody\n")
