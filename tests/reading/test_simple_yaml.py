"""YAML composed at once says the same as YAML read event by event, or leaves it to that."""

from __future__ import annotations

import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.reading import parser, simple_yaml
from noticeboard.reading import yaml as by_events
from noticeboard.reading.parser import compose
from noticeboard.reading.simple_yaml import MOST_LEVELS, PlainValue, load_simple

WRITTEN = "- id: '000'\n  title: 通燃气\n  lead:\n  body: |\n    第一行\n\n    第二行\n  funds: [{amount: 010}, ~]\n"
SAID = [
    {
        "id": "000",
        "title": "通燃气",
        "lead": None,
        "body": "第一行\n\n第二行\n",
        "funds": [{"amount": "010"}, None],
    }
]


@pytest.mark.parametrize("with_libyaml", (True, False))
def test_a_plain_file_is_simple(with_libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not with_libyaml:
        monkeypatch.setattr(parser, "cyaml", None)
    assert load_simple(WRITTEN) == SAID


@pytest.mark.parametrize(
    "text",
    (
        "", "~", "文字\n", "a: *x\n", "a: &x [*x]\n", 'a: &x {k: "}\n  ", m: *x}\n',
        "&x a: 1\n*x : 2\n", "a: &x 1\nb: *x\n",
        "a: !t 1\n", "a: 1\na: 2\n", "<<: 1\n", '"": 1\n',
        "? [a]\n: 1\n", "a: 1\n---\nb: 2\n", "a: [1\n", "a: 1\n b: 2\n", "a: " + "[" * 30 + "]" * 30,
        "- " * 60 + "a\n", "".join(" " * n + f"k{n}:\n" for n in range(60)),
    ),
)  # fmt: skip
def test_what_is_odd_is_left_to_the_events(text: str) -> None:
    assert load_simple(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    (
        ("a: &x {b: 1, c}\nd: *x\n", {"a": {"b": "1", "c": None}, "d": {"b": "1", "c": None}}),
        ("- c: &x {name: [web, wall]}\n- {c: *x}\n", [{"c": {"name": ["web", "wall"]}}] * 2),
    ),
)
def test_an_alias_says_what_its_anchor_says(text: str, said: PlainValue) -> None:
    assert load_simple(text) == said == by_events.load(text, "tasks.yml")[0]


def test_aliases_that_may_repeat_too_much_are_left_to_the_events() -> None:
    text = "- &x {a: 1}\n" + "- *x\n" * 1200
    assert load_simple(text) is None
    assert by_events.load(text, "tasks.yml") == ([{"a": "1"}] * 1201, [])


LINES = (
    "a: &x {k: 1}", "b: &y {k: *x}", "c: *x", "d: {e: *y}", "&z f: *y", "*z : 1", "? *x", "g: &x {k: 3}",
    "h: *z", "i: &w {j: [1, ~], 'k': \"}\"}", "l: [*w, *x]", "m: &v {", "n: *w", "}", "o: |", "  &x {p: 1}", "- *w",
    "- &u {q}", "r: {s, t: *x,", "u: 甲 & 乙",
)  # fmt: skip
ALIASED = st.lists(st.sampled_from(LINES), max_size=8).map("\n".join)


def depth_of(node: yaml.Node | None) -> int:
    if isinstance(node, yaml.SequenceNode):
        return 1 + max(map(depth_of, node.value), default=0)
    if isinstance(node, yaml.MappingNode):
        return 1 + max((depth_of(each) for pair in node.value for each in pair), default=0)
    return 0


PIECES = st.lists(
    st.sampled_from(
        ("- ", "? ", ": ", "a: ", "\n", " ", "  ", "[", "]", "{", "}", ",", "a", "'", "|\n", "-\t")
    ),
    max_size=60,
).map("".join)
RISING = st.lists(st.sampled_from(("- ", "? ", "a:\n", "- a:\n", "[", "{a: [")), max_size=40).map(
    lambda parts: "".join(" " * n + part + ("\n" if part in "- ? " else "") for n, part in enumerate(parts))
)


@given(PIECES | RISING)
def test_no_deep_text_is_composed(text: str) -> None:
    if not simple_yaml.may_be_odd(text):
        with contextlib.suppress(yaml.MarkedYAMLError):
            assert depth_of(compose(text)) <= MOST_LEVELS


def test_indentation_of_fourteen_columns_is_not_yet_deep() -> None:
    assert not simple_yaml.may_be_odd(" " * 14 + "a: b\n")
    assert simple_yaml.may_be_odd(" " * 15 + "a: b\n")


@given(PIECES | ALIASED)
def test_both_ways_say_the_same(text: str) -> None:
    value, diagnostics = by_events.load(text, "tasks.yml")
    simple: PlainValue | None = load_simple(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(by_events, "load_simple", lambda _: None)
        assert by_events.load(text, "tasks.yml") == (value, diagnostics)
    assert simple is None or (value, diagnostics) == (simple, [])
