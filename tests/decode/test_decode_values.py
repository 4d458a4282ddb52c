"""What is read from a field: keys in both languages, values as written, the types of fields."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_site import SITE, read

from noticeboard.config import Settings
from noticeboard.diagnostics import Origin
from noticeboard.kinds import KINDS
from noticeboard.kinds.notice import Notice
from noticeboard.kinds.organization import Organization
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.task import Task, TaskState
from noticeboard.kinds.volunteer import Volunteer
from noticeboard.reading.decode import decode
from noticeboard.reading.shapes import shape_of
from noticeboard.records import Channel
from noticeboard.values.money import parse_money


def only(root: Path, path: str, text: str) -> Any:
    """The one record of a file that has no problem."""
    reading = read(root, {path: text})
    assert reading.diagnostics == ()
    [record] = [record for place in reading.places for record in place.all()]
    return record


ENGLISH = """
- id: gas
  title: 接通天然气
  state: done
  lead: 示例党支部
  finished: 2020-07
  funds: [{payer: 物业公司, amount: 20000}]
  done_of: {done: 120, planned: 120, unit: 户}
"""
CHINESE = """
- 编号: gas
  标题: 接通天然气
  状态: 已完成
  承办: [示例党支部]
  完成时间: 2020-07
  资金: {出资方: 物业公司, 金额: "20,000"}
  进度: {完成: 120, 计划: 120, 单位: 户}
"""


def test_english_and_chinese_keys_make_the_same_record(tmp_path: Path) -> None:
    assert only(tmp_path / "en", "c/tasks.yml", ENGLISH) == only(tmp_path / "zh", "c/民生实事.yml", CHINESE)


@pytest.mark.parametrize("written", ("done", "Done", "DONE", "已完成"))
def test_a_choice_in_each_spelling(tmp_path: Path, written: str) -> None:
    task = only(tmp_path, "c/tasks.yml", f"- id: gas\n  title: 接通天然气\n  state: {written}\n")
    assert task.state is TaskState.DONE


@pytest.mark.parametrize(
    ("written", "level"),
    (
        ("compound", Level.COMPOUND),
        ("小区", Level.COMPOUND),
        ("村", Level.COMMUNITY),
        ("县级市", Level.CITY),
        ("镇", Level.SUBDISTRICT),
    ),
)
def test_a_level_by_its_other_names(tmp_path: Path, written: str, level: Level) -> None:
    reading = read(tmp_path, {"c/place.yml": f"kind: {written}\nname: 示例小区\n"})
    assert [place.place.kind for place in reading.places] == [Level.SITE, level]


@pytest.mark.parametrize(
    "written", ("010", "no", "12:30", "1e3", "0x1F", "2020-02-30", "~x", "null x", "3.10", "是", "1_000")
)
def test_text_stays_as_written(tmp_path: Path, written: str) -> None:
    task = only(tmp_path, "c/tasks.yml", f"- id: gas\n  title: {written}\n  state: done\n")
    assert task.title == written


def test_an_id_of_digits_keeps_its_zeros(tmp_path: Path) -> None:
    assert only(tmp_path, "c/tasks.yml", "- id: 010\n  title: 甲\n  state: done\n").id == "010"


def test_an_id_is_normalized(tmp_path: Path) -> None:
    written = unicodedata.normalize("NFD", "café")
    task = only(tmp_path, "c/tasks.yml", f"- id: {written}\n  title: 甲\n  state: done\n")
    assert task.id == "café"


@pytest.mark.parametrize(
    ("written", "seats"), (("3", 3), ("03", 3), ("1,200", 1200), ("1，200", 1200), ("'12'", 12))
)
def test_whole_numbers(tmp_path: Path, written: str, seats: int) -> None:
    text = f"- type: party\n  name: 示例党支部\n  posts: {{name: 委员, seats: {written}}}\n"
    organization: Organization = only(tmp_path, "c/organizations.yml", text.replace("1,200", "'1,200'"))
    assert [post.seats for post in organization.posts] == [seats]


@pytest.mark.parametrize(
    ("written", "sample"),
    (("yes", True), ("是", True), ("true", True), ("有", True), ("no", False), ("否", False), ("无", False)),
)
def test_flags(tmp_path: Path, written: str, sample: bool) -> None:
    reading = read(tmp_path, {"c/place.yml": f"kind: 楼院\nname: 示例小区\n示例: {written}\n"})
    assert [place.place.sample for place in reading.places] == [False, sample]


@pytest.mark.parametrize("written", ("12345", "110", "0371-0000-0000", "037100000001", "0371-0000-0002-801"))
def test_phones(tmp_path: Path, written: str) -> None:
    text = f"- type: party\n  name: 示例党支部\n  posts: {{name: 书记, office_phone: {written}}}\n"
    organization: Organization = only(tmp_path, "c/organizations.yml", text)
    assert organization.posts[0].office_phone == written


def test_money_dates_and_days(tmp_path: Path) -> None:
    task: Task = only(
        tmp_path / "task",
        "c/tasks.yml",
        "- id: gas\n  title: 甲\n  state: done\n  finished: 约 2020-08\n  funds: {amount: 6.28万}\n",
    )
    assert task.funds[0].amount == parse_money("62,800元")
    assert task.finished is not None
    assert task.finished.text("zh") == "约2020年8月"
    notice: Notice = only(tmp_path / "notice", "c/notices.yml", "- id: n\n  title: 甲\n  from: 2020-07-06\n")
    assert notice.from_ == date(2020, 7, 6)


def test_a_consent_by_channel(tmp_path: Path) -> None:
    text = "- name: 示例甲\n  同意公开: {姓名: [公示栏, web], 特长: 公示栏, until: 2027-12-31}\n"
    volunteer: Volunteer = only(tmp_path, "c/volunteers.yml", text)
    assert volunteer.consent is not None
    assert volunteer.consent.name == (Channel.WALL, Channel.WEB)
    assert volunteer.consent.skills == (Channel.WALL,)
    assert volunteer.consent.until == date(2027, 12, 31)


def test_chinese_keys_under_the_years_of_a_calendar(tmp_path: Path) -> None:
    calendar = "日历:\n  2031:\n    放假: [2031-10-01]\n    调休上班: 2031-10-11\n"
    found = read(tmp_path, {"site.yml": SITE + calendar}).settings
    assert found is not None
    [year] = found.calendar
    assert (year.year, year.holidays, year.working_days) == (
        "2031",
        (date(2031, 10, 1),),
        (date(2031, 10, 11),),
    )


@pytest.mark.parametrize(
    ("written", "address"),
    (
        ("https://example.org", "https://example.org/"),
        ("https://example.org/", "https://example.org/"),
        ("http://example.org:8000/boards/", "http://example.org:8000/boards/"),
        ("https://示例.网址/公示", "https://示例.网址/公示/"),
    ),
)
def test_the_address_of_a_site_ends_in_one_slash(tmp_path: Path, written: str, address: str) -> None:
    found = read(tmp_path, {"site.yml": f"title: 示例站\nbase_url: {written}\n"}).settings
    assert found is not None
    assert found.base_url == address


plain = st.recursive(
    st.none()
    | st.text(max_size=12)
    | st.sampled_from(["done", "2020", "12", "party", "楼院", "示例甲", "是"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
TYPES = (Place, Settings, *(kind.record for kind in KINDS))


def keyed(record_type: type) -> st.SearchStrategy[Any]:
    """Mappings whose keys are mostly those of the fields of a type, in either language."""
    keys = st.sampled_from(_keys(record_type)) | st.text(max_size=4)
    return st.dictionaries(keys, plain | st.dictionaries(keys, plain, max_size=3), max_size=6)


def _keys(record_type: type) -> list[str]:
    found: list[str] = []
    for field in shape_of(record_type).fields:
        found += [field.key, field.zh]
        if field.inner is not None:
            found += _keys(field.inner)
    return found


@settings(max_examples=60)
@given(st.sampled_from(TYPES).flatmap(lambda each: st.tuples(st.just(each), plain | keyed(each))))
def test_decoding_gives_a_record_or_says_why_not(case: tuple[type, Any]) -> None:
    record_type, value = case
    record, diagnostics = decode(value, record_type, Origin("file.yml"))
    assert (record is None) == bool(diagnostics)
    assert all(each.origin.file == "file.yml" and each.message.zh and each.remedy.zh for each in diagnostics)
