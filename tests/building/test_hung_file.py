"""Rows are appended to the record of what hangs; what stands there keeps its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from noticeboard.building.hung_file import append, appended

ROW = "- board: tasks\n  code: abcde\n"


@pytest.mark.parametrize(
    ("before", "after"),
    (
        ("", ROW),
        ("# 说明\n", f"# 说明\n{ROW}"),
        ("- board: a\n  # 不动\n", f"- board: a\n  # 不动\n{ROW}"),
        ("- board: a", f"- board: a\n{ROW}"),
        ("  - board: a\n", "  - board: a\n  - board: tasks\n    code: abcde\n"),
        ("- board: a\r\n", "- board: a\r\n- board: tasks\r\n  code: abcde\r\n"),
        ("\ufeff- board: a\n", f"\ufeff- board: a\n{ROW}"),
        ("[{board: a}]\n", None),
        ("board: a\n", None),
        ("- board: a\n  note: |\n   - b\n...\n", None),
    ),
)
def test_appended(before: str, after: str | None) -> None:
    assert appended(before.encode(), [ROW]) == (None if after is None else after.encode())


def test_the_chinese_file_is_taken_when_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c/挂出记录.yml").write_text("", encoding="utf-8")
    assert append(tmp_path, "c", [ROW]) is None
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["挂出记录.yml"]


def test_a_file_that_cannot_be_written_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "c/hung.yml").mkdir(parents=True)
    problem = append(tmp_path, "c", [ROW])
    assert problem is not None
    assert (problem.code, problem.origin.file) == ("E-HUNG-FILE", "c/hung.yml")
    assert "hung.yml" in problem.message.en
    assert list((tmp_path / "c/hung.yml").iterdir()) == []
