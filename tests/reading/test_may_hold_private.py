"""One look at a whole file for private numbers gives the same answer as a look at each text in it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.reading.scan import find_private, may_hold_private
from noticeboard.reading.yaml import PlainValue, load

PHONE = "13800138000"
texts = st.text("1358 -0０１\u3000—\n\t'\"#:\\王", max_size=30) | st.builds(
    "{}{}{}".format,
    st.text("王 \n1", max_size=3),
    st.sampled_from((PHONE, "138 0013-8000")),
    st.text("。 1\n"),
)


def texts_of(value: PlainValue) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for each in value for text in texts_of(each)]
    return [text for key, each in (value or {}).items() for text in (key, *texts_of(each))]


@given(
    st.lists(st.dictionaries(texts.filter(bool), texts, max_size=3), max_size=3),
    st.sampled_from((None, "'", '"', "|", ">")),
    st.integers(10, 40),
    st.booleans(),
)
def test_a_file_without_a_sign_of_one_holds_none(
    rows: list[dict[str, str]], style: str | None, width: int, wide: bool
) -> None:
    text = yaml.safe_dump(rows, default_style=style, width=width, allow_unicode=wide)
    value, _ = load(text, "tasks.yml")
    assert may_hold_private(text) or not any(map(find_private, texts_of(value)))


@pytest.mark.parametrize(
    "text",
    (
        f"note: {PHONE}\n",
        "note: 138\n  0013\n\n  8000\n",
        "note: '138  \n   0013  \n  8000'\n",
        "note: >\n  138\n  0013\n  8000\n",
        'note: "138\\\n  00138000"\n',
        'note: "\\x31380013800\\x30"\n',
        "note: １３８００１３８０００\n",
        f"{PHONE}: note\n",
    ),
)
def test_a_number_written_over_lines_or_with_escapes_is_not_missed(text: str) -> None:
    assert may_hold_private(text)
    value, _ = load(text, "tasks.yml")
    assert [finding.code for each in texts_of(value) for finding in find_private(each)] in (
        ["E-PRIVATE-PHONE"],
        [],  # 138\n0013: a line that is kept parts a number
    )


def test_dates_and_amounts_are_no_sign() -> None:
    assert not may_hold_private("- requested: '2024-07-03'\n  amount: 111800\n  id: '000'\n")
