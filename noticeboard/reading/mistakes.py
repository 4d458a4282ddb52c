"""What is meant by an error of a YAML parser, in words for people who have never heard of YAML.

A parser says "mapping values are not allowed in this context" for three different slips of the hand. Here
the line on which it stopped, and the one on which the trouble began, are looked at for the slips that people
make: a Tab, no blank after a colon, a full-width colon, a quotation mark or bracket left open, a character
with a meaning in YAML at the start of text, an indentation that does not fit.

    text + parser error ─ explain ▶ Problem `E-YAML` + Position

The wording of errors differs between libyaml and PyYAML's parser in Python, so only what both say is used.
"""

from __future__ import annotations

import re

import yaml

from noticeboard.diagnostics import Position, Problem, code
from noticeboard.languages import Words
from noticeboard.reading.parser import Event
from noticeboard.reading.positions import position_at

E_YAML = code("E-YAML", "文件不符合 YAML 的写法", "text that is not YAML")

Explained = tuple[Problem, Position]

COLON_WITHOUT_BLANK = re.compile(
    r"""[ ]*(?:- +)*(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s:：#'"\[{][^:：\n]{0,29}?)(?P<colon>:)(?=[^\s/])"""
)
FULL_WIDTH_COLON = re.compile(r"[ ]*(?:- *)*(?P<key>[^\s:：#][^:：\n]{0,29}?)(?P<colon>：)")
DASH_WITHOUT_BLANK = re.compile(r"[ ]*(?P<dash>[-－])(?=[^\s-])")
COMMENT = re.compile(r"(?m)(?:^|(?<=[ \t]))#.*$")
VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s:#][^:\n]*?:[ ]+)?(?P<value>\S.*?)[ ]*$")


def explain(text: str, error: yaml.MarkedYAMLError, last: Event | None) -> Explained:
    """What a parser's error on `text` means and where the mistake is; `last` is the last scalar before it."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(text))
    began = min(error.context_mark.index if error.context_mark else at, len(text))
    problem, context = str(error.problem), str(error.context)
    tab = _tab(text, at)
    if tab is not None and ("tab" in problem or "cannot start any token" in problem):
        return _explained(_TAB, text, tab, 1)
    if "cannot start any token" in problem:
        return _special(text, at)
    if "scanning an alias" in context or "scanning an anchor" in context:
        return _special(text, began)
    if "quoted scalar" in context:
        return _quoted(text, began, at, problem)
    if "flow" in context:
        return _flow(text, began)
    if "block sequence entries" in problem or "sequence entries are not allowed" in problem:
        return _explained(_DASH_AFTER_KEY, text, at, 1)
    if last is not None and last.style in {"'", '"'} and not text[last.end_mark.index : at].strip(" "):
        return _after_quote(text, last, at)
    if "mapping values" in problem:
        return _colon(text, at, last)
    if "could not find expected ':'" in problem:
        return _slip(text, began, began + 1) or _explained(_NO_COLON, text, began, len(text))
    return _structure(text, at, began)


def explain_plain_text(text: str, start: int) -> Explained:
    """What is wrong in a file that is no mapping and no list but a piece of plain text from `start` on."""
    slip = _slip(text, start, len(text))
    return slip or _explained(_NO_KEY, text, start, len(text))


def _tab(text: str, at: int) -> int | None:
    """The offset of a tab in the indentation of the line, or where the parser stopped."""
    start = text.rfind("\n", 0, at) + 1
    indentation = re.compile(r"[ \t]*").match(text, start)
    tab = text.find("\t", start, indentation.end() if indentation else start)
    return tab if tab >= 0 else (at if text[at : at + 1] == "\t" else None)


def _special(text: str, at: int) -> Explained:
    """Text that starts with a character which means something in YAML."""
    line = text[at:].split("\n", 1)[0].rstrip()
    shown = line if len(line) <= 20 else line[:20] + "…"
    quoted = '"' + shown.replace('"', '\\"') + '"'
    problem = _problem(
        f"以 {text[at : at + 1]} 开头的文字要加引号",
        f"text that starts with {text[at : at + 1]} needs quotes",
        f"写成 {quoted}",
        f"write {quoted}",
    )
    return problem, position_at(text, at, len(line))


def _quoted(text: str, began: int, at: int, problem: str) -> Explained:
    if "escape" in problem:
        return _explained(_ESCAPE, text, max(at - 1, 0) if text[at : at + 1] != "\\" else at, 2)
    return _explained(_QUOTE_OPEN, text, began, len(text))


def _after_quote(text: str, last: Event, at: int) -> Explained:
    """A quoted text that ended too early: on a later line, its closing mark was forgotten."""
    start = last.start_mark.index
    if "\n" in text[start : last.end_mark.index]:
        return _explained(_QUOTE_OPEN, text, start, len(text))
    if text[at : at + 1] == ":" or (text[at - 1 : at] == ":"):
        return _explained(_NO_BLANK, text, last.end_mark.index, 1)
    if at == last.end_mark.index or text[at : at + 1] not in {"", "\n"}:
        return _slip(text, start, at + 1) or _explained(_AFTER_QUOTE, text, at, len(text))
    return _structure(text, at, start)


def _flow(text: str, began: int) -> Explained:
    """A bracket that is not closed, or text that starts with one."""
    if text[began : began + 1] not in {"[", "{"}:  # an item was expected here, after the bracket
        began = _opening(text, began)
    shown = text[began : began + 1]
    closing = {"[": "]", "{": "}"}.get(shown, "")
    problem = _problem(
        f"从这里开始的括号 {shown} 没有写完整",
        f"the bracket {shown} that starts here is not complete",
        f"补上 {closing}，各项之间用半角逗号加空格隔开；如果是文字，整段加引号",
        f"add {closing} and part the items with commas; if it is text, put quotes around all of it",
    )
    return problem, position_at(text, began, len(text))


def _opening(text: str, end: int) -> int:
    """Where the innermost bracket stands that is open at `end`; comments do not count."""
    before = COMMENT.sub(lambda comment: " " * len(comment[0]), text[:end])
    closed = 0
    for index in range(end - 1, -1, -1):
        if before[index] in "]}":
            closed += 1
        elif before[index] in "[{":
            if not closed:
                return index
            closed -= 1
    return max(before.rfind("["), before.rfind("{"))


def _colon(text: str, at: int, last: Event | None) -> Explained:
    """A colon where none can stand: a slip on an earlier line, a wrong indentation, or text with a colon."""
    start = last.start_mark.index if last else at
    line_start = text.rfind("\n", 0, at) + 1
    if start < line_start:
        slip = _slip(text, start, line_start)
        if slip:
            return slip
        first = len(text[line_start:]) - len(text[line_start:].lstrip(" "))
        return _explained(_INDENTATION, text, line_start + first, len(text))
    return _explained(_COLON_IN_TEXT, text, start, len(text))


def _structure(text: str, at: int, began: int) -> Explained:
    """A line that does not fit where it stands."""
    line_start = text.rfind("\n", 0, at) + 1
    for start in (began, line_start):
        slip = _slip(text, text.rfind("\n", 0, start) + 1, start + 1)
        if slip:
            return slip
    opened = _opened_by_bracket(text, line_start, at)
    if opened is not None:
        return _special(text, opened)
    first = line_start + len(text[line_start:]) - len(text[line_start:].lstrip(" "))
    if text[first : first + 1] in {":", "%"}:
        return _explained(_NO_KEY_NAME, text, first, 1) if text[first] == ":" else _special(text, first)
    return _explained(_INDENTATION, text, first, len(text))


def _opened_by_bracket(text: str, line_start: int, at: int) -> int | None:
    """Where a value starts that begins with a bracket or an asterisk and goes on as text."""
    value = VALUE.match(text[line_start:].split("\n", 1)[0])
    if value and value["value"][0] in "[{*&" and line_start + value.start("value") < at:
        return line_start + value.start("value")
    return None


def _slip(text: str, start: int, end: int) -> Explained | None:
    """The first line between two offsets with a full-width colon, or no blank after a colon or a dash."""
    line_start = text.rfind("\n", 0, start) + 1
    while line_start < end:
        line = text[line_start:].split("\n", 1)[0]
        for pattern, group, problem in _SLIPS:
            match = pattern.match(line)
            if match:
                return _explained(problem, text, line_start + match.start(group), 1)
        line_start += len(line) + 1
    return None


def _explained(problem: Problem, text: str, start: int, length: int) -> Explained:
    return problem, position_at(text, start, length)


def _problem(zh: str, en: str, remedy_zh: str, remedy_en: str) -> Problem:
    return Problem(E_YAML, Words(zh, en), Words(remedy_zh, remedy_en))


_TAB = _problem(
    "缩进用了制表符（Tab）",
    "the indentation has a Tab",
    "改用空格缩进，每层两个空格",
    "indent with blanks, two for each level",
)
_NO_BLANK = _problem(
    "冒号后面缺少空格",
    "there is no blank after the colon",
    "写成“键: 值”，冒号后空一格",
    "write “key: value”",
)
_FULL_WIDTH = _problem(
    "键后面用了全角冒号 ：",
    "there is a full-width colon ： after the key",
    "改成半角冒号加空格，例如 name: 示例小区",
    "write a plain colon and a blank, for example name: 示例小区",
)
_NO_DASH_BLANK = _problem(
    "减号后面缺少空格",
    "there is no blank after the dash",
    "列表的每一项写成“- 内容”",
    "write list items as “- item”",
)
_NO_COLON = _problem(
    "这一行没有冒号，不知道哪部分是键、哪部分是值",
    "this line has no colon, so key and value cannot be told apart",
    "写成“键: 值”；如果是上一行文字的延续，缩进到更深一层",
    "write “key: value”; if it continues the text above, indent it deeper",
)
_NO_KEY = _problem(
    "这里只有文字，没有“键: 值”",
    "there is only text here, no “key: value”",
    "每行写一个“键: 值”，列表的每一项以“- ”开头",
    "write one “key: value” a line, or list items that start with “- ”",
)
_NO_KEY_NAME = _problem(
    "冒号前面缺少键名",
    "there is no key before the colon",
    "写成“键: 值”，例如 name: 示例小区",
    "write “key: value”, for example name: 示例小区",
)
_COLON_IN_TEXT = _problem(
    "文字里有“冒号加空格”，要加引号",
    "text with a colon and a blank in it needs quotes",
    '整段文字加上引号，例如 title: "通知: 停水"；或改用全角冒号 ：',
    'put quotes around the text, for example title: "通知: 停水"',
)
_INDENTATION = _problem(
    "这一行的缩进和前面对不上",
    "the indentation of this line does not fit the lines before it",
    "同一层的各行要左对齐，下一层多缩进两个空格",
    "align the lines of one level and indent the next level by two blanks",
)
_QUOTE_OPEN = _problem(
    "从这里开始的引号没有结束",
    "the quotation mark that starts here is not closed",
    "在这段文字末尾补上同样的引号；文字里面的引号用“ ”",
    "add the same mark at the end of the text; use “ ” for quotation marks within it",
)
_AFTER_QUOTE = _problem(
    "引号结束后还有文字",
    "there is text after the closing quotation mark",
    "把整段文字放进一对引号；文字里面的引号用“ ”",
    "put all of the text in one pair of quotation marks; use “ ” within it",
)
_ESCAPE = _problem(
    "双引号里的 \\ 有特殊意思，后面不能跟这个字符",
    "within double quotes a \\ has a meaning and cannot stand before this character",
    "改用单引号，或把 \\ 写成 \\\\",
    "use single quotes, or write \\\\ for \\",
)
_DASH_AFTER_KEY = _problem(
    "列表不能接在键的同一行",
    "a list cannot start on the line of its key",
    "把“- ”移到下一行；如果是文字，加上引号",
    "move “- ” to the next line; if it is text, put quotes around it",
)

_SLIPS = (
    (FULL_WIDTH_COLON, "colon", _FULL_WIDTH),
    (COLON_WITHOUT_BLANK, "colon", _NO_BLANK),
    (DASH_WITHOUT_BLANK, "dash", _NO_DASH_BLANK),
)
