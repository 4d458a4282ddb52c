"""How diagnostics are printed: for people with carets in the right column, as JSON, as CI annotations."""

from __future__ import annotations

import io
import json
import textwrap

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.commands.reporting import WIDEST, as_text, cell_len, counts, visible
from noticeboard.commands.terminal import print_report
from noticeboard.diagnostics import Diagnostic, Origin, Position, Report
from noticeboard.languages import Language, Words

DATE = Diagnostic(
    "E-DATE",
    Words("2025-02-30 不存在：2025年2月只有28天", "2025-02-30 does not exist: February 2025 has 28 days"),
    Words("改为真实日期，或只写月份：2025-02", "write a real day, or the month alone: 2025-02"),
    Origin("content/示例小区/tasks.yml", (0, "finished")),
    Position(14, 13, 10),
    "  finished: 2025-02-30",
)
CHOICE = Diagnostic(
    "W-CHOICE",
    Words("“办完了”不是这里可以写的值", "“办完了” is not a value for this field"),
    Words("可以写：已完成", "write done"),
    Origin("content/示例小区/tasks.yml", (0, "state")),
    Position(3, 5, 3),
    "状态: 办完了  # 示例甲核对",
)
FOLDER = Diagnostic(
    "N-FOLDER", Words("空文件夹", "an empty folder"), Words("删去", "delete it"), Origin("content/a")
)
NOWHERE = Diagnostic("E-OUTPUT", Words("写不了", "cannot write"), Words("换一个", "choose another"))


def told(report: Report, language: Language, style: str = "text") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    print_report(report, language, style, stream)
    stream.seek(0)
    return stream.read()


def expected(text: str) -> str:
    return textwrap.dedent(text).removeprefix("\n")


def test_chinese_with_carets_under_wide_characters() -> None:
    assert told(Report([DATE, CHOICE, FOLDER, NOWHERE]), "zh") == expected("""
        E-OUTPUT  写不了
           换一个

        content/a  N-FOLDER  空文件夹
           删去

        content/示例小区/tasks.yml:3:5  W-CHOICE  “办完了”不是这里可以写的值
            3 | 状态: 办完了  # 示例甲核对
                      ^^^^^^
           可以写：已完成

        content/示例小区/tasks.yml:14:13  E-DATE  2025-02-30 不存在：2025年2月只有28天
           14 |   finished: 2025-02-30
                            ^^^^^^^^^^
           改为真实日期，或只写月份：2025-02

        2个错误，1个警告，1个提示
        """)


def test_english() -> None:
    assert told(Report([DATE, FOLDER]), "en") == expected("""
        content/a  N-FOLDER  an empty folder
           delete it

        content/示例小区/tasks.yml:14:13  E-DATE  2025-02-30 does not exist: February 2025 has 28 days
           14 |   finished: 2025-02-30
                            ^^^^^^^^^^
           write a real day, or the month alone: 2025-02

        1 error, 1 note
        """)


def test_json_is_the_same_in_both_languages() -> None:
    written = told(Report([DATE, NOWHERE]), "en", "json")
    assert written == told(Report([DATE, NOWHERE]), "zh", "json")
    assert json.loads(written) == [
        {
            "code": "E-OUTPUT",
            "severity": "error",
            "file": "",
            "line": None,
            "column": None,
            "length": None,
            "path": [],
            "message": {"zh": "写不了", "en": "cannot write"},
            "remedy": {"zh": "换一个", "en": "choose another"},
        },
        {
            "code": "E-DATE",
            "severity": "error",
            "file": "content/示例小区/tasks.yml",
            "line": 14,
            "column": 13,
            "length": 10,
            "path": [0, "finished"],
            "message": DATE.message._asdict(),
            "remedy": DATE.remedy._asdict(),
        },
    ]


def test_no_problem_is_an_empty_list_in_json() -> None:
    assert told(Report(), "zh", "json") == "[]\n"


def test_annotations_escape_what_a_workflow_command_would_read() -> None:
    odd = Diagnostic(
        "W-X", Words("100%", "100%"), Words("一，\n二", "one,\ntwo"), Origin("content/a:b,c.yml")
    )
    assert told(Report([DATE, odd]), "zh", "github") == expected("""
        ::warning file=content/a%3Ab%2Cc.yml,title=W-X::100%25%0A一，%0A二
        ::error file=content/示例小区/tasks.yml,line=14,col=13,endColumn=23,title=E-DATE::\
2025-02-30 不存在：2025年2月只有28天%0A改为真实日期，或只写月份：2025-02
        """)


@pytest.mark.parametrize(
    ("diagnostics", "zh", "en"),
    (
        ([], "没有发现问题", "no problem was found"),
        ([DATE], "1个错误", "1 error"),
        ([DATE, NOWHERE, CHOICE], "2个错误，1个警告", "2 errors, 1 warning"),
    ),
)
def test_counts(diagnostics: list[Diagnostic], zh: str, en: str) -> None:
    assert counts(diagnostics, "zh") == zh
    assert counts(diagnostics, "en") == en


def marked(line: str, column: int, length: int) -> tuple[str, str]:
    """The excerpt as shown: the source line, and the part of it that stands above the carets."""
    one = Diagnostic("E-X", Words("", ""), Words("", ""), Origin("f"), Position(1, column, length), line)
    _, shown, carets = click.unstyle(as_text(one, "zh")).split("\n")[:3]
    first, after = len(carets) - len(carets.lstrip()), len(carets)
    columns = ""
    for character in shown:
        columns += character + "\0" * (cell_len(character) - 1)  # one position a column
    return shown, columns[first:after].replace("\0", "")


def test_long_line_is_cut_around_what_is_wrong() -> None:
    line = "前" * 200 + "错误的词" + "后" * 200
    shown, above = marked(line, 201, 4)
    assert above == "错误的词"
    assert shown.startswith("    1 | …前")
    assert shown.endswith("后…")
    assert cell_len(shown) <= WIDEST + 10


@given(
    before=st.text(st.sampled_from("a 前“é，"), max_size=120),
    wrong=st.text(st.sampled_from("b误，"), min_size=1, max_size=8),
    after=st.text(st.sampled_from("a 后"), max_size=120),
)
def test_carets_stand_under_what_is_wrong(before: str, wrong: str, after: str) -> None:
    assert marked(before + wrong + after, len(before) + 1, len(wrong))[1] == wrong


def test_a_file_cannot_speak_to_the_terminal() -> None:
    assert visible("a\x1b[31mb\tc\x00\u202ed\n") == "a␛[31mb c␀\ufffdd␊"


def test_tabs_do_not_move_the_carets() -> None:
    assert marked("\tname:\t甲", 8, 1) == ("    1 |  name: 甲", "甲")


def test_mark_beyond_the_end_of_the_line() -> None:
    one = Diagnostic("E-X", Words("错", ""), Words("改", ""), Origin("f"), Position(2, 40, 5), "a: b")
    assert click.unstyle(as_text(one, "zh")) == "f:2:40  E-X  错\n    2 | a: b\n            ^\n   改"


@pytest.mark.parametrize(
    ("text", "columns"),
    (("a1-", 3), ("三湾街", 6), ("，。", 4), ("é", 1), ("e\u0301", 1), ("🙂", 2), ("\u200b", 0)),
)
def test_columns_of_a_terminal(text: str, columns: int) -> None:
    assert cell_len(text) == columns


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_on_a_terminal_unless_the_user_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, plain = Terminal(), Terminal()
    print_report(Report([NOWHERE]), "zh", "text", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    print_report(Report([NOWHERE]), "zh", "text", plain)
    assert "\x1b[31m\x1b[1mE-OUTPUT\x1b[0m" in screen.getvalue()
    assert plain.getvalue() == click.unstyle(screen.getvalue())
