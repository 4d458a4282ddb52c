"""Line and column of a key path, found by composing the file again."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.diagnostics import Diagnostic, KeyPath, Origin, Position
from noticeboard.languages import Words
from noticeboard.reading.positions import complete, locate, position_at

TASKS = """\
# 民生实事
- title: 通燃气
  finished: 2025-02-30
  funds:
    - {payer: 财政, amount: -5 元}
    - payer:
      amount: "12 元"
- 标题: 𬭎楼防水
  body: |
    第一行
    第二行
  photos: []
"""


def aliases(key: str) -> Collection[str]:
    return {"title": ("标题", "名称")}.get(key, ())


@pytest.mark.parametrize(
    ("path", "about_key", "expected"),
    (
        ((0, "finished"), False, Position(3, 13, 10)),
        ((0, "finished"), True, Position(3, 3, 8)),
        ((0, "funds", 0, "amount"), False, Position(5, 27, 4)),
        ((0, "funds", 1, "amount"), False, Position(7, 15, 6)),
        ((1, "title"), False, Position(8, 7, 4)),  # written in Chinese, found by its English name
        ((1, "title"), True, Position(8, 3, 2)),
        ((1, "body"), False, Position(9, 9, 1)),
        ((1, "photos"), False, Position(12, 11, 2)),
        ((0, "funds"), False, Position(4, 3, 5)),  # a block is marked by its key
        ((0, "funds", 1, "payer"), False, Position(6, 7, 5)),  # so is an empty value
        ((0,), False, Position(2, 3, 5)),  # a record by its first key
        ((1, "state"), False, Position(8, 3, 2)),  # what is missing too
        ((0, "funds", 0, "source"), False, Position(5, 8, 5)),
        ((0, "funds", 7), False, Position(5, 8, 5)),
        ((0, "title", "deeper"), False, Position(2, 10, 3)),
        ((9, "title"), False, Position(2, 3, 5)),
        ((), False, Position(2, 3, 5)),
    ),
)
def test_a_path_in_a_list_file(path: KeyPath, about_key: bool, expected: Position) -> None:
    assert locate(TASKS, path, about_key=about_key, aliases=aliases) == expected


MARKDOWN = "\n---\ntitle: 通燃气\nfunds:\n  - amount: 5\n---\n\n正文\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    (
        (("title",), Position(3, 8, 3)),
        (("funds", 0, "amount"), Position(5, 13, 1)),
        (("lead",), Position(3, 1, 5)),
        (("body",), Position(7, 1, 1)),
    ),
)
def test_a_path_in_front_matter(path: KeyPath, expected: Position) -> None:
    assert locate(MARKDOWN, path, front_matter=True) == expected


@pytest.mark.parametrize("text", ("", "a: [", "[" * 100_000, "a: \0", "text", "a: \ud800"))
def test_what_cannot_be_composed_gets_a_place_all_the_same(text: str) -> None:
    assert locate(text, ("a", 0)).line == 1


@given(st.text(), st.lists(st.one_of(st.text(max_size=2), st.integers(0, 3)), max_size=3))
def test_locate_never_fails(text: str, path: list[str | int]) -> None:
    assert locate(text, tuple(path)).column >= 1


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    ((0, 2, Position(1, 1, 2)), (4, 9, Position(2, 2, 2)), (99, 3, Position(2, 4, 1))),
)
def test_position_at_an_offset(start: int, length: int, expected: Position) -> None:
    assert position_at("甲乙\n丙丁戊", start, length) == expected


def wrong(file: str, path: KeyPath = (), position: Position | None = None) -> Diagnostic:
    return Diagnostic("E-TEST", Words("错", "wrong"), Words("改", "mend"), Origin(file, path), position)


def test_complete_fills_position_and_line_and_reads_each_file_once() -> None:
    asked: list[str] = []

    def read(file: str) -> str | None:
        asked.append(file)
        return {"a/tasks.yml": TASKS, "a/x.md": MARKDOWN}.get(file)

    found = complete(
        [
            wrong("a/tasks.yml", (0, "finished")),
            wrong("a/tasks.yml", (1, "title")),
            wrong("a/x.md", ("title",)),
            wrong("a/x.md", (), Position(8, 1, 2)),
            wrong("a/gone.yml", ("a",)),
            wrong(""),
        ],
        read,
        aliases=aliases,
    )
    assert [(d.position, d.source_line) for d in found] == [
        (Position(3, 13, 10), "  finished: 2025-02-30"),
        (Position(8, 7, 4), "- 标题: 𬭎楼防水"),
        (Position(3, 8, 3), "title: 通燃气"),
        (Position(8, 1, 2), "正文"),
        (None, ""),
        (None, ""),
    ]
    assert asked == ["a/tasks.yml", "a/x.md", "a/gone.yml"]


def test_the_line_is_shown_without_private_numbers() -> None:
    (found,) = complete([wrong("a.yml", ("note",))], lambda _: "note: 身份证 11010519491231002X\n")
    assert found.source_line == "note: 身份证 110**************X"


def test_the_mark_stands_under_the_value() -> None:
    (found,) = complete([wrong("a.yml", ("building",))], lambda _: "building: 三十号楼 # 说明\n")
    at = found.position
    assert at
    assert found.source_line[at.column - 1 : at.column - 1 + at.length] == "三十号楼"
