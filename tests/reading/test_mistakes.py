"""The slips of people who have never heard of YAML, each with the words that help."""

from __future__ import annotations

import pytest
from reading_report import told

from noticeboard.reading import parser
from noticeboard.reading.yaml import load

CLOSE_LIST = "补上 ]，各项之间用半角逗号加空格隔开；如果是文字，整段加引号"
MISTAKES = (
    # text, marked place, message, remedy
    ("a:\n\tb: 1\n", "2:1+1", "缩进用了制表符（Tab）", "改用空格缩进，每层两个空格"),
    ("a: 1\n姓名:示例甲\nb: 2\n", "2:3+1", "冒号后面缺少空格", "写成“键: 值”，冒号后空一格"),
    ("姓名:示例甲\n电话: 1\n", "1:3+1", "冒号后面缺少空格", "写成“键: 值”，冒号后空一格"),
    ("姓名:示例甲\n", "1:3+1", "冒号后面缺少空格", "写成“键: 值”，冒号后空一格"),
    ("- a: 1\n  b：2\n  c: 3\n", "2:4+1", "键后面用了全角冒号 ：", "改成半角冒号加空格，例如 name: 示例小区"),
    ("名称：示例小区\n", "1:3+1", "键后面用了全角冒号 ：", "改成半角冒号加空格，例如 name: 示例小区"),
    ("- 甲\n-乙\n- 丙: 1\n", "2:1+1", "减号后面缺少空格", "列表的每一项写成“- 内容”"),
    (
        "title: 通知: 停水\n", "1:8+6", "文字里有“冒号加空格”，要加引号",
        '整段文字加上引号，例如 title: "通知: 停水"；或改用全角冒号 ：',
    ),
    ("a: @示例\n", "1:4+3", "以 @ 开头的文字要加引号", '写成 "@示例"'),
    ("a: `x`\n", "1:4+3", "以 ` 开头的文字要加引号", '写成 "`x`"'),
    ("a: %5\n", "1:4+2", "以 % 开头的文字要加引号", '写成 "%5"'),
    ("a: *重点\n", "1:4+3", "以 * 开头的文字要加引号", '写成 "*重点"'),
    ("a: &甲\n", "1:4+2", "以 & 开头的文字要加引号", '写成 "&甲"'),
    ("a: [通知] 停水\n", "1:4+7", "以 [ 开头的文字要加引号", '写成 "[通知] 停水"'),
    ("a: {通知} 停水\n", "1:4+7", "以 { 开头的文字要加引号", '写成 "{通知} 停水"'),
    ("a: [1, 2\nb: 2\n", "1:4+5", "从这里开始的括号 [ 没有写完整", CLOSE_LIST),
    ("a: [", "1:4+1", "从这里开始的括号 [ 没有写完整", CLOSE_LIST),
    ("a: 1\nb: [甲, \n\n# [乙]\n", "2:4+4", "从这里开始的括号 [ 没有写完整", CLOSE_LIST),
    ("a: [[甲], \n", "1:4+6", "从这里开始的括号 [ 没有写完整", CLOSE_LIST),
    ('a: ["甲]", \n', "1:4+7", "从这里开始的括号 [ 没有写完整", CLOSE_LIST),
    ("a: [, 甲]\n", "1:4+5", "从这里开始的括号 [ 没有写完整", CLOSE_LIST),
    (
        "a: {\n", "1:4+1", "从这里开始的括号 { 没有写完整",
        "补上 }，各项之间用半角逗号加空格隔开；如果是文字，整段加引号",
    ),
    (
        'a: "甲\nb: 1\n', "1:4+2", "从这里开始的引号没有结束",
        "在这段文字末尾补上同样的引号；文字里面的引号用“ ”",
    ),
    (
        'a: "甲\nb: "乙"\n', "1:4+2", "从这里开始的引号没有结束",
        "在这段文字末尾补上同样的引号；文字里面的引号用“ ”",
    ),
    ('a: "甲" 乙\n', "1:8+1", "引号结束后还有文字", "把整段文字放进一对引号；文字里面的引号用“ ”"),
    (
        'a: "C:\\qx"\n', "1:7+2", "双引号里的 \\ 有特殊意思，后面不能跟这个字符",
        "改用单引号，或把 \\ 写成 \\\\",
    ),
    ("a: 1\n b: 2\n", "2:2+4", "这一行的缩进和前面对不上", "同一层的各行要左对齐，下一层多缩进两个空格"),
    (
        "a:\n  - 甲\n - 乙\n", "3:2+3", "这一行的缩进和前面对不上",
        "同一层的各行要左对齐，下一层多缩进两个空格",
    ),
    (
        "a: - 甲\n", "1:4+1", "列表不能接在键的同一行",
        "把“- ”移到下一行；如果是文字，加上引号",
    ),
    (
        "a: 1\n停水通知\nb: 2\n", "2:1+4", "这一行没有冒号，不知道哪部分是键、哪部分是值",
        "写成“键: 值”；如果是上一行文字的延续，缩进到更深一层",
    ),
    ("只有文字\n", "1:1+4", "这里只有文字，没有“键: 值”", "每行写一个“键: 值”，列表的每一项以“- ”开头"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "remedy"), MISTAKES)
def test_a_slip_is_explained(text: str, place: str, message: str, remedy: str) -> None:
    value, diagnostics = load(text, "a.yml")
    assert value is None
    assert told(diagnostics) == [(f"a.yml:{place}", "E-YAML", message, remedy)]


@pytest.mark.parametrize(("text", "place", "message", "remedy"), MISTAKES)
def test_it_is_explained_alike_without_libyaml(
    monkeypatch: pytest.MonkeyPatch, text: str, place: str, message: str, remedy: str
) -> None:
    monkeypatch.setattr(parser, "cyaml", None)
    assert told(load(text, "a.yml")[1]) == [(f"a.yml:{place}", "E-YAML", message, remedy)]
