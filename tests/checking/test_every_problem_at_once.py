"""A record with errors is still referred to and still refers: all problems of a site come in one run."""

from __future__ import annotations

from pathlib import Path

from written_site import check_site


def test_five_mistakes_in_one_file_give_five_messages(tmp_path: Path) -> None:
    volunteers = """\
- name: 示例甲
  joined: 2025-02-30
- name: 示例乙 13812345678
  team: patroll
  skils: 理发
  hours: -5
"""
    teams = "- {id: patrol, type: volunteer, name: 示例志愿服务队}\n"
    result = check_site(tmp_path, {"c/volunteers.yml": volunteers, "c/organizations.yml": teams})
    found = sorted((each.position.line, each.code) for each in result.report if each.position)
    assert found == [
        (2, "E-DATE"),
        (3, "E-PRIVATE-PHONE"),
        (4, "E-REFERENCE"),
        (5, "E-UNKNOWN-KEY"),
        (6, "E-QUANTITY"),
    ]


def test_a_reference_to_a_record_with_errors_is_no_second_error(tmp_path: Path) -> None:
    teams = "- {id: patrol, type: volunteer, name: 示例志愿服务队, founded: 2025-13}\n"
    volunteers = "- {name: 示例甲, team: patrol}\n"
    result = check_site(tmp_path, {"c/volunteers.yml": volunteers, "c/organizations.yml": teams})
    assert [each.code for each in result.report] == ["E-DATE"]


def test_a_record_without_a_required_field_is_not_guessed(tmp_path: Path) -> None:
    teams = "- {id: patrol, type: volunteer}\n"
    volunteers = "- {name: 示例甲, team: patrol}\n"
    result = check_site(tmp_path, {"c/volunteers.yml": volunteers, "c/organizations.yml": teams})
    assert [each.code for each in result.report] == ["E-MISSING", "E-REFERENCE"]


def test_the_records_are_checked_although_the_settings_are_wrong(tmp_path: Path) -> None:
    files = {
        "site.yml": "title: 示例站\nbase_url: nowhere\n",
        "c/volunteers.yml": "- {name: 示例甲, team: patrol}\n",
        "c/notices.yml": "- {id: n, title: 公示, from: 2026-11-02, working_days: 5}\n",
    }
    assert [each.code for each in check_site(tmp_path, files).report] == ["E-SETTING", "E-REFERENCE"]
    files["site.yml"] = "base_url: https://example.org/\n"
    assert [each.code for each in check_site(tmp_path, files).report] == ["E-MISSING", "E-REFERENCE"]


def test_a_missing_photo_is_told_beside_other_errors(tmp_path: Path) -> None:
    tasks = """\
- {id: gas, title: 接通天然气, state: open, photos: {file: gas.jpg}}
- {id: road, title: 修补路面, state: finished}
"""
    result = check_site(tmp_path, {"c/tasks.yml": tasks})
    assert sorted(each.code for each in result.report) == ["E-CHOICE", "E-FILE"]
