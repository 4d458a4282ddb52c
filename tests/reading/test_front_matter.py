"""Markdown files: the mapping, the body and the lines on which they start."""

from __future__ import annotations

import pytest
from reading_report import told

from noticeboard.reading.front_matter import FrontMatter, split

FILE = "content/示例小区/tasks/2020-gas.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    (
        ("---\ntitle: 通燃气\n---\n正文\n", FrontMatter("title: 通燃气\n", "正文\n", 1, 3)),
        ("\n\n---  \na: 1\n---\nb", FrontMatter("a: 1\n", "b", 3, 5)),
        ("---\n---\n", FrontMatter("", "", 1, 2)),
        ("---\na: 1\n---", FrontMatter("a: 1\n", "", 1, 3)),
        ("---\na: 1\n---\nb\n\n---\n\nc\n", FrontMatter("a: 1\n", "b\n\n---\n\nc\n", 1, 3)),
        ("---\na: |\n  ---\n  b\n---\nc", FrontMatter("a: |\n  ---\n  b\n", "c", 1, 5)),
    ),
)
def test_a_file_is_divided(text: str, expected: FrontMatter) -> None:
    assert split(text, FILE) == (expected, [])


START = "第一行写 ---，下面每行一个字段，再写一行 ---，然后才是正文"


@pytest.mark.parametrize(
    ("text", "place", "message", "remedy"),
    (
        ("", "1:1+1", "文件开头缺少信息块（两行 --- 之间的字段）", START),
        ("\n# 标题\n", "2:1+4", "文件开头缺少信息块（两行 --- 之间的字段）", START),
        ("——\na: 1\n——\n", "1:1+2", "信息块的分隔行要正好是三个半角减号 ---", START),
        ("---\na: 1\n", "1:1+3", "信息块没有结束：找不到第二行 ---", "在最后一个字段下面加一行 ---"),
        ("---\na: 1\n----\nb\n", "3:1+4", "信息块的结束行要正好是三个半角减号 ---", "把这一行改成 ---"),
    ),
)
def test_front_matter_missing_or_not_closed(text: str, place: str, message: str, remedy: str) -> None:
    matter, diagnostics = split(text, FILE)
    assert matter is None
    assert told(diagnostics) == [(f"{FILE}:{place}", "E-FRONT-MATTER", message, remedy)]
