"""YAML as written: scalars stay text, and everything that YAML allows but people never mean is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_report import told

from noticeboard.diagnostics import Origin
from noticeboard.reading import parser
from noticeboard.reading.yaml import PlainValue, load

FILE = "content/示例小区/tasks.yml"


def read(text: str) -> tuple[PlainValue, list[tuple[str, str, str, str]]]:
    value, diagnostics = load(text, FILE)
    return value, told(diagnostics)


@pytest.mark.parametrize(
    "written",
    (
        "010", "no", "on", "12:30", "2020-01-01", "0371-0000-0000", "1e3", "0x1F", "1_000", ".5", "true",
        "Null", "NULL", "=", "62,800", "1500余", "示例䶮",
    ),
)  # fmt: skip
def test_plain_scalars_stay_as_written(written: str) -> None:
    assert read(f"value: {written}\n") == ({"value": written}, [])


@pytest.mark.parametrize("written", ("", "~", "null"))
def test_nothing_is_none_but_quoted_it_is_text(written: str) -> None:
    assert read(f"value: {written}\n") == ({"value": None}, [])
    assert read(f'value: "{written}"\n') == ({"value": written}, [])


@pytest.mark.parametrize("text", ("", "\n\n", "# 只有说明\n", "null\n", "---\n", "~"))
def test_a_file_that_says_nothing_is_the_empty_mapping(text: str) -> None:
    assert read(text) == ({}, [])


def test_lists_mappings_and_blocks() -> None:
    text = "- title: 通燃气\n  funds: [{amount: 010}, 'no']\n- body: |\n    第一行\n    第二行\n"
    assert read(text) == (
        [{"title": "通燃气", "funds": [{"amount": "010"}, "no"]}, {"body": "第一行\n第二行\n"}],
        [],
    )


def test_numbers_as_keys_are_text() -> None:
    assert read("2020: a\nno: b\n") == ({"2020": "a", "no": "b"}, [])


def test_an_alias_repeats_a_value() -> None:
    assert read("a: &x [1, 2]\nb: *x\n") == ({"a": ["1", "2"], "b": ["1", "2"]}, [])


def test_all_recoverable_problems_are_reported_at_once() -> None:
    text = "标题: 甲\n标题: 乙\nlead: !person 示例甲\n? [a]\n: 1\nlead: 示例乙\n"
    key = "写成“键: 值”，例如 name: 示例小区"
    value, problems = read(text)
    assert value == {"标题": "甲", "lead": "示例甲"}
    assert problems == [
        (f"{FILE}:2:1+2", "E-DUPLICATE-KEY", "键“标题”写了两次：第 1 行和第 2 行", "留下一个，删去另一个"),
        (
            f"{FILE}:3:7+11",
            "E-TAG",
            "以 ! 开头的写法是 YAML 标签，这里不能用",
            "如果是文字，用引号括起来；否则删去标签",
        ),
        (f"{FILE}:4:3+1", "E-KEY", "键只能是一段文字，不能是列表、映射或别名", key),
        (f"{FILE}:6:1+4", "E-DUPLICATE-KEY", "键“lead”写了两次：第 3 行和第 6 行", "留下一个，删去另一个"),
    ]


def test_a_duplicate_key_carries_its_key_path() -> None:
    _, diagnostics = load("- a: 1\n- members:\n  - name: x\n    name: y\n", FILE)
    assert [(d.origin, d.about_key) for d in diagnostics] == [(Origin(FILE, (1, "members", 0, "name")), True)]


@pytest.mark.parametrize(
    ("text", "message"),
    (("<<: 1\n", "不能用合并键 <<"), ('"": 1\n', "冒号前面缺少键名")),
)
def test_keys_that_are_refused(text: str, message: str) -> None:
    length = len(text.split(":")[0])
    assert read(text)[1] == [(f"{FILE}:1:1+{length}", "E-KEY", message, "写成“键: 值”，例如 name: 示例小区")]


def test_an_alias_without_anchor() -> None:
    assert read("note: *abc\n")[1] == [
        (
            f"{FILE}:1:7+4",
            "E-ALIAS",
            "以 * 开头的 *abc 是 YAML 别名，但前面没有 &abc",
            '如果是文字，加上引号："*abc"',
        )
    ]


def test_an_alias_bomb_is_not_unpacked() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    value, problems = read("\n".join(lines))
    assert value is None
    assert problems == [(f"{FILE}:4:45+3", "E-ALIAS", "别名展开后超过 10000 个值", "不用别名，直接写出内容")]


def test_an_alias_to_what_contains_it() -> None:
    assert [code for _, code, _, _ in read("a: &x [*x]\n")[1]] == ["E-ALIAS"]


def test_several_documents() -> None:
    assert read("a: 1\n---\nb: 2\n") == (
        {"a": "1"},
        [
            (
                f"{FILE}:2:1+3",
                "E-DOCUMENTS",
                "这一行 --- 开始了第二份 YAML，一个文件只能有一份",
                "删去这一行 ---，或把后面的内容移到另一个文件",
            )
        ],
    )


@pytest.mark.parametrize(("levels", "accepted"), ((50, True), (51, False), (100_000, False)))
def test_nesting(levels: int, accepted: bool) -> None:
    value, problems = read("[" * levels + "]" * levels)
    assert (value is not None) == accepted
    if not accepted:
        assert problems == [(f"{FILE}:1:51+1", "E-DEPTH", "嵌套超过 50 层", "检查括号和缩进，减少层数")]


@pytest.mark.parametrize(
    ("character", "name"), (("\x07", "U+0007"), ("\u2028", "U+2028"), ("\ud800", "U+D800"))
)
def test_invisible_characters(character: str, name: str) -> None:
    assert read(f"a: 1\nb: 通{character}知\n") == (
        None,
        [
            (
                f"{FILE}:2:5+1",
                "E-CHARACTER",
                f"这里有看不见的控制字符 {name}，多半是粘贴时带进来的",
                "删去它：把前后的字一起删掉重打",
            )
        ],
    )


def test_lines_of_front_matter_count_from_the_start_of_the_file() -> None:
    _, diagnostics = load("a: 1\na: 2\n", FILE, line_offset=3)
    assert told(diagnostics)[0][0] == f"{FILE}:5:1+1"


def only_text(value: PlainValue) -> bool:
    if isinstance(value, dict):
        return all(type(key) is str and only_text(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(map(only_text, value))
    return value is None or type(value) is str


YAML_LIKE = st.lists(
    st.sampled_from(
        ("a", "b", ": ", ":", "- ", "\n", "  ", "\t", "'", '"', "[", "]", "{", "}", ",", "&x ", "*x", "!t ",
         "|\n", "? ", "# ", "---\n", "%", "@", "`", "~", "null", "010", "no",
         "：", "示例", "\\", "<<", ">", "\r")
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(st.text(), YAML_LIKE))
def test_any_text_gives_text_or_a_message(text: str) -> None:
    value, diagnostics = load(text, FILE)
    assert only_text(value)
    assert isinstance(value, dict | list) or diagnostics
    for diagnostic in diagnostics:
        lines = text.split("\n")
        assert diagnostic.position
        assert 1 <= diagnostic.position.line <= len(lines)
        assert 1 <= diagnostic.position.column <= len(lines[diagnostic.position.line - 1]) + 1


@given(YAML_LIKE)
def test_the_parser_in_python_reads_the_same(text: str) -> None:
    value, diagnostics = load(text, FILE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parser, "cyaml", None)
        other, others = load(text, FILE)
    if not diagnostics and not others:
        assert other == value


@given(
    st.recursive(
        st.text(st.characters(min_codepoint=32, exclude_categories=["C"]), max_size=8),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.text("abc楼", min_size=1, max_size=3), inner, max_size=3),
        ),
        max_leaves=8,
    )
)
def test_quoted_text_survives(value: object) -> None:
    def write(part: object) -> str:
        if isinstance(part, dict):
            return "{" + ", ".join(f"{key}: {write(inner)}" for key, inner in part.items()) + "}"
        if isinstance(part, list):
            return "[" + ", ".join(map(write, part)) + "]"
        return "'" + str(part).replace("'", "''") + "'"

    assert load(f"value: {write(value)}\n", FILE) == ({"value": value}, [])
