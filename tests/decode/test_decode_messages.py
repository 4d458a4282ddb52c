"""Every message of decoding, as a user reads it: file, line, column, code, what is wrong, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import SITE, read, told

ORGANIZATION = "- id: branch\n  name: 示例党支部\n  type: party\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    (
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  标题: 天然气\n  state: done\n",
            "c/tasks.yml:3:3 E-KEY-TWICE “title”和“标题”是同一个字段 → 只留一个",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  finshed: 2020\n",
            "c/tasks.yml:4:3 E-UNKNOWN-KEY 没有名为“finshed”的字段 → 是不是“finished”？",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  完成时: 2020\n",
            "c/tasks.yml:4:3 E-UNKNOWN-KEY 没有名为“完成时”的字段 → 是不是“完成时间”？",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  funds:\n    - {出资: 物业, amount: 1}\n",
            "c/tasks.yml:5:8 E-UNKNOWN-KEY 没有名为“出资”的字段 → 是不是“出资方”？",
        ),
        (
            "sources.yml",
            "- id: S1\n  title: 示例\n  zzzz: 1\n",
            "sources.yml:3:3 E-UNKNOWN-KEY 没有名为“zzzz”的字段"
            " → 这里可以写：编号、来源、涉及地点、曾用编号、草稿、备注、正文、标题、发布者、日期",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n",
            "c/tasks.yml:1:3 E-MISSING 缺少必填的“状态”（state） → 加一行 state: …（或 状态: …）",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  标题:\n  state: done\n",
            "c/tasks.yml:2:3 E-MISSING 缺少必填的“标题”（title） → 加一行 title: …（或 标题: …）",
        ),
        (
            "c/tasks.yml",
            '- id: gas\n  标题: " "\n  state: done\n',
            "c/tasks.yml:2:7 E-MISSING 缺少必填的“标题”（title） → 加一行 title: …（或 标题: …）",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  funds:\n    - {出资方: 物业}\n",
            "c/tasks.yml:5:8 E-MISSING 缺少必填的“金额”（amount） → 加一行 amount: …（或 金额: …）",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  资金: {出资方: 物业, 金额: 10, 已付: [1]}\n",
            "c/tasks.yml:4:29 E-TEXT 这里应当是一段文字，写成了一组值"
            " → 改成一行文字；如果文字里有冒号，用引号括起来",
        ),
        (
            "c/tasks.yml",
            "- 接通天然气\n",
            "c/tasks.yml:1:3 E-GROUP 这里应当是一组“字段: 值”"
            " → 每行写一个字段，冒号后面空一格，例如 标题: 接通天然气",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  进度: 120\n",
            "c/tasks.yml:4:7 E-GROUP 这里应当是一组“字段: 值”"
            " → 每行写一个字段，冒号后面空一格，例如 标题: 接通天然气",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: [接通, 天然气]\n  state: done\n",
            "c/tasks.yml:2:10 E-TEXT 这里应当是一段文字，写成了一组值"
            " → 改成一行文字；如果文字里有冒号，用引号括起来",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  lead:\n    - 示例党支部\n    -\n",
            "c/tasks.yml:6:6 E-TEXT 这一项是空的 → 写上内容，或删去这一项",
        ),
        (
            "c/organizations.yml",
            "- id: a\n  name: 示例居委会\n  type: 居委会\n",
            "c/organizations.yml:3:9 E-CHOICE “居委会”不是这里可以写的值"
            " → 可以写：party（党组织）、self_governing（居民自治组织）、volunteer（志愿服务组织）",
        ),
        (
            "c/place.yml",
            "kind: site\nname: 示例小区\n",
            "c/place.yml:1:7 E-CHOICE “site”不是这里可以写的值"
            " → 可以写：city（市）、district（区）、subdistrict（街道）、community（社区）、compound（楼院）",
        ),
        (
            "c/organizations.yml",
            f"{ORGANIZATION}  posts: [{{name: 书记, seats: 一}}]\n",
            "c/organizations.yml:4:29 E-WHOLE “一”不是整数 → 只写数字，例如 12",
        ),
        (
            "c/organizations.yml",
            f"{ORGANIZATION}  posts: [{{name: 书记, seats: -1}}]\n",
            "c/organizations.yml:4:29 E-WHOLE 这里不能是负数：“-1” → 写 0 或正整数",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  draft: 大概\n",
            "c/tasks.yml:4:10 E-FLAG “大概”既不是“是”也不是“否” → 写“是”或“否”（yes 或 no）",
        ),
        (
            "c/organizations.yml",
            f"{ORGANIZATION}  posts: [{{name: 书记, office_phone: 打电话}}]\n",
            "c/organizations.yml:4:36 E-PHONE “打电话”不是电话号码 → 写成 0371-12345678 或 12345 的样子",
        ),
        (
            "c/tasks.yml",
            "- id: gas/2020\n  title: 接通天然气\n  state: done\n",
            "c/tasks.yml:1:7 E-ID 编号“gas/2020”含有不能用在网址里的字符"
            " → 只用字母、汉字、数字、连字符和下划线",
        ),
        (
            "c/tasks.yml",
            "- id: CON\n  title: 接通天然气\n  state: done\n",
            "c/tasks.yml:1:7 E-ID 编号“CON”是 Windows 的保留名 → 换一个编号，例如 CON-1",
        ),
        (
            "c/tasks.yml",
            "- id: gas\n  title: 接通天然气\n  state: done\n  finished: 2025-02-30\n",
            "c/tasks.yml:4:13 E-DATE 2025-02-30 不存在：2025年2月只有28天 → 改为真实日期，或只写月份：2025-02",
        ),
    ),
)
def test_a_message(tmp_path: Path, path: str, text: str, expected: str) -> None:
    assert told(tmp_path, read(tmp_path, {path: text}).diagnostics) == [expected]


@pytest.mark.parametrize(
    ("setting", "expected"),
    (
        ("base_url: https://", "base_url“https://”不是网址 → 写成 https://example.org/ 的样子"),
        ("base_url: example.org", "base_url“example.org”不是网址 → 写成 https://example.org/ 的样子"),
        (
            "base_url: https://example.org/?a=1",
            "base_url“https://example.org/?a=1”不是网址 → 写成 https://example.org/ 的样子",
        ),
        ("base_url: https://a..b/", "base_url“https://a..b/”不是网址 → 写成 https://example.org/ 的样子"),
        ("base_url: 'http://[x'", "base_url“http://[x”不是网址 → 写成 https://example.org/ 的样子"),
        ("time_zone: Asia/Gongyi", "没有“Asia/Gongyi”这个时区 → 写成 Asia/Shanghai 的样子"),
        ("time_zone: ../../etc", "没有“../../etc”这个时区 → 写成 Asia/Shanghai 的样子"),
    ),
)
def test_a_setting_that_cannot_be(tmp_path: Path, setting: str, expected: str) -> None:
    reading = read(tmp_path, {"site.yml": f"title: 示例站\n{setting}\n"})
    assert reading.settings is None
    [found] = told(tmp_path, reading.diagnostics)
    assert found.split(" ", 2)[1:] == ["E-SETTING", expected]


def test_keys_under_the_years_of_a_calendar_are_checked_too(tmp_path: Path) -> None:
    calendar = "calendar:\n  2031:\n    放假: [2031-10-01]\n    holidys: [2031-10-02]\n"
    reading = read(tmp_path, {"site.yml": SITE + calendar})
    assert told(tmp_path, reading.diagnostics) == [
        "site.yml:6:5 E-UNKNOWN-KEY 没有名为“holidys”的字段 → 是不是“holidays”？"
    ]


def test_every_problem_of_every_record_is_told_at_once(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {
            "c/tasks.yml": """
- id: gas
  标题: 接通天然气
  stat: done
  finished: 2025-02-30
  funds: {payer: 物业, amont: 100}
- id: bad id
  state: 完成了
""",
            "c/figures.yml": "- 120\n",
        },
    )
    found = told(tmp_path, reading.diagnostics)
    assert [each.split()[:2] for each in found] == [
        ["c/tasks.yml:3:3", "E-UNKNOWN-KEY"],
        ["c/tasks.yml:5:22", "E-UNKNOWN-KEY"],
        ["c/tasks.yml:1:3", "E-MISSING"],
        ["c/tasks.yml:4:13", "E-DATE"],
        ["c/tasks.yml:5:11", "E-MISSING"],
        ["c/tasks.yml:6:7", "E-ID"],
        ["c/tasks.yml:6:3", "E-MISSING"],
        ["c/tasks.yml:7:10", "E-CHOICE"],
        ["c/figures.yml:1:3", "E-GROUP"],
    ]


def test_messages_are_in_english_as_well(tmp_path: Path) -> None:
    text = "- id: a\n  name: Branch\n  type: partei\n  foundd: 2020\n"
    reading = read(tmp_path, {"c/organizations.yml": text})
    assert [(each.message.en, each.remedy.en) for each in reading.diagnostics] == [
        ("there is no field “foundd”", "did you mean “founded”?"),
        ("“partei” is not a value for this field", "write one of: party, self_governing, volunteer"),
    ]
