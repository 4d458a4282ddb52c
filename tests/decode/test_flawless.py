"""A record made in one go is the record that is made field by field, for whatever a file may say."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.diagnostics import Diagnostic, Origin
from noticeboard.kinds import KINDS
from noticeboard.kinds.organization import Organization
from noticeboard.kinds.place import Place
from noticeboard.kinds.task import Task
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.reading import decode as field_by_field
from noticeboard.reading.decode import decode
from noticeboard.reading.flawless import flawless
from noticeboard.reading.shapes import shape_of
from noticeboard.records import Record

ORIGIN = Origin("tasks.yml", (3,))
CONSENT = {"name": ["web", "公示栏"], "有效期至": "2030-01-01"}
ROWS: tuple[tuple[type[Record], dict[str, Any]], ...] = (
    (
        Task,
        {
            "id": "gas",
            "title": " 接通天然气 ",
            "state": "已完成",
            "lead": "示例党支部",
            "finished": "2020-07",
            "funds": [{"payer": "物业公司", "金额": "20,000"}],
            "done_of": {"done": "120", "计划": "120", "unit": "户"},
            "rating": {"issued": "30", "by_grade": {"grade": "满意", "count": "28"}},
            "photos": [{"file": "a.jpg", "stage": "after"}],
            "body": "正文\n\n",
        },
    ),
    (
        Organization,
        {
            "type": "party",
            "name": "示例党支部",
            "posts": [{"name": "委员", "seats": "2"}],
            "members": [{"name": "示例甲", "post": "书记", "from": "2020", "consent": CONSENT}],
        },
    ),
    (Volunteer, {"name": "示例乙", "skills": ["理发", "调解"], "hours": "100余", "consent": CONSENT}),
    (Place, {"kind": "楼院", "name": "示例小区", "households": "1500余", "sample": "是", "was": ["old"]}),
)
WRITTEN = st.sampled_from(
    (
        None,
        "",
        "  ",
        "是",
        "2020",
        "-3",
        "党组织",
        "\x1f",
        [],
        [None],
        ["甲", ""],
        {},
        {"name": "甲"},
        [{"name": ""}],
    )
)


@st.composite
def rows(draw: st.DrawFn) -> tuple[type[Record], Any]:
    """A row of which some keys are in the other language, some values are odd, some keys too many."""
    record_type, row = draw(st.sampled_from(ROWS))
    changed = copy.deepcopy(row)
    shape = shape_of(record_type)
    for _ in range(draw(st.integers(0, 3))):
        groups = [changed, *(each for value in changed.values() for each in _groups(value))]
        group = draw(st.sampled_from(groups))
        keys = [*group, *(field.zh for field in shape.fields), "id", "nonsense"]
        group[draw(st.sampled_from(keys))] = copy.deepcopy(draw(WRITTEN))
    return record_type, changed


def _groups(value: Any) -> list[dict[str, Any]]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]


def decode_field_by_field(value: Any, record_type: type[Record]) -> tuple[Record | None, list[Diagnostic]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(field_by_field, "flawless", lambda *_: None)
        return decode(value, record_type, ORIGIN)


@settings(max_examples=200)
@given(rows())
def test_both_ways_make_the_same_record(case: tuple[type[Record], Any]) -> None:
    record_type, value = case
    record = flawless(value, record_type, Origin())
    if record is not None:
        assert (record, []) == decode_field_by_field(value, record_type)


@pytest.mark.parametrize(("record_type", "row"), ROWS)
def test_a_row_without_a_flaw_is_made_in_one_go(record_type: type[Record], row: dict[str, Any]) -> None:
    found, diagnostics = decode(row, record_type, ORIGIN)
    assert flawless(row, record_type, Origin()) == found == decode_field_by_field(row, record_type)[0]
    assert found is not None
    assert (diagnostics, found.origin, found.incomplete) == ([], ORIGIN, False)


@pytest.mark.parametrize("record_type", (Place, *(kind.record for kind in KINDS)))
def test_every_kind_says_how_its_fields_are_read(record_type: type[Record]) -> None:
    assert flawless({"nonsense": ""}, record_type, Origin()) is None


def test_one_consent_in_many_rows_is_made_once() -> None:
    first, second, third = (
        decode({"name": name, "consent": consent}, Volunteer, ORIGIN)[0]
        for name, consent in (("甲", CONSENT), ("乙", CONSENT), ("丙", dict(CONSENT)))
    )
    assert first is not None
    assert second is not None
    assert first.consent is second.consent
    assert third is not None
    assert third.consent == first.consent
