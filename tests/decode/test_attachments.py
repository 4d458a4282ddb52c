"""Files beside records: attachments are accepted whatever their ending, files that nobody names are told."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from written_site import place, read, rebuild, told, write_content

NOTICE = "---\n标题: 示例公示\n附件: [{}]\n---\n\n正文。\n"
ROW = "- id: plan\n  title: 示例公示\n  attachments: [{}]\n"


@pytest.mark.parametrize("name", ("方案.docx", "名单.xlsx", "说明.txt", "方案.PDF", "表.yaml"))
@pytest.mark.parametrize(
    ("record", "folder"),
    (
        ("c/notices/plan.md", "c/notices"),
        ("c/公示公告/plan.md", "c/公示公告"),
        ("c/notices.yml", "c/notices"),
        ("c/公示公告.yml", "c/公示公告"),
    ),
)
def test_an_attachment_may_have_any_ending(tmp_path: Path, record: str, folder: str, name: str) -> None:
    text = (ROW if record.endswith(".yml") else NOTICE).format(name)
    reading = read(tmp_path, {record: text, f"{folder}/{name}": "x"})
    assert told(tmp_path, reading.diagnostics) == []
    [notice] = reading.places[1].all()
    assert notice.id == "plan"


def test_an_attachment_is_published_beside_its_notice(tmp_path: Path) -> None:
    files = {"c/notices/plan.md": NOTICE.format("方案.docx"), "c/notices/方案.docx": "x"}
    root = write_content(tmp_path, files)
    assert rebuild(root).ok
    assert (root / "site/c/notices/方案.docx").read_bytes() == b"x"
    page = (root / "site/c/notices/plan/index.html").read_text(encoding="utf-8")
    assert f'href="../{quote("方案.docx")}"' in page


TWO_WAYS = "；如果是附件，在公示公告里加一行 attachments: [{}]（附件: […]）"


@pytest.mark.parametrize(
    ("path", "message"),
    (
        ("c/notices/停水.docx", "“停水.docx”既不是公示公告，也没有列为附件，不会被读取 → 把内容写进 停水.md"),
        ("c/notices/停水.txt", "“停水.txt”既不是公示公告，也没有列为附件，不会被读取 → 改名为 停水.md"),
        ("c/notices/停水.yaml", "“停水.yaml”既不是公示公告，也没有列为附件，不会被读取 → 改名为 停水.yml"),
        (
            "c/公示公告/停水.XLSX",
            "“停水.XLSX”既不是公示公告，也没有列为附件，不会被读取 → 把内容写进 停水.yml",
        ),
        ("c/tasks/gas.markdown", "“gas.markdown”不会被读取 → 改名为 gas.md；不用的移到别处"),
    ),
)
def test_what_no_record_names_is_told_with_both_ways_out(tmp_path: Path, path: str, message: str) -> None:
    reading = read(tmp_path, {"c/notices/plan.md": NOTICE.format("方案.docx"), path: "x"})
    ways = TWO_WAYS.format(path.rpartition("/")[2]) if "/tasks/" not in path else ""
    assert told(tmp_path, reading.diagnostics) == [f"{path}:1:1 E-STRAY-FILE {message}{ways}"]


def test_the_notice_of_another_place_does_not_name_it(tmp_path: Path) -> None:
    files = {
        "c/notices/plan.md": NOTICE.format("方案.docx"),
        "c/notices/方案.docx": "x",
        "d/place.yml": place("楼院", "示例二区"),
        "d/notices/方案.docx": "x",
    }
    [diagnostic] = read(tmp_path, files).diagnostics
    assert (diagnostic.code, diagnostic.origin.file) == ("E-STRAY-FILE", "content/d/notices/方案.docx")


@pytest.mark.parametrize("mistake", ("标题 示例\n附件: [方案.docx]", "附件: [方案.docx]"))
def test_a_file_is_not_accused_while_the_notice_beside_it_cannot_be_read(
    tmp_path: Path, mistake: str
) -> None:
    files = {"c/notices/plan.md": f"---\n{mistake}\n---\n正文\n", "c/notices/方案.docx": "x"}
    assert "E-STRAY-FILE" not in [each.code for each in read(tmp_path, files).diagnostics]
