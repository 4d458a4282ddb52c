"""From folders and files to records: the three spellings of a record, ids from file names, stray files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from written_site import COMPOUND, SITE, codes, place, read, told

from noticeboard.building.reader import read_site
from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Level
from noticeboard.kinds.task import Task

ROW = "- id: gas\n  title: 接通天然气\n  state: done\n  finished: 2020-07\n  body: 全部住户已经接通。\n"
YML = "title: 接通天然气\nstate: done\nfinished: 2020-07\nbody: 全部住户已经接通。\n"
MD = "---\n标题: 接通天然气\n状态: 已完成\n完成时间: 2020-07\n---\n\n全部住户已经接通。\n"


def records(root: Path, files: dict[str, str], **options: Any) -> list[Any]:
    """Every record of files that have no problem."""
    reading = read(root, files, **options)
    assert told(root, reading.diagnostics) == []
    return [record for each in reading.places for record in each.all()]


@pytest.mark.parametrize(
    ("path", "text"),
    (
        ("c/tasks.yml", ROW),
        ("c/民生实事.yml", ROW),
        ("c/tasks/gas.yml", YML),
        ("c/tasks/gas.yml", f"id: gas\n{YML}"),
        ("c/tasks/gas.md", MD),
        ("c/民生实事/gas.md", MD),
        ("c/tasks/gas.md", MD.replace("\n", "\r\n")),
        ("c/tasks/gas.yml", "\ufeff" + YML),
    ),
)
def test_the_three_spellings_make_one_record(tmp_path: Path, path: str, text: str) -> None:
    [expected] = records(tmp_path / "row", {"c/tasks.yml": ROW})
    [task] = records(tmp_path / "other", {path: text})
    assert isinstance(task, Task)
    assert task == expected
    assert task.origin.file == f"content/{path}"


def test_an_id_is_the_file_name_in_chinese_too(tmp_path: Path) -> None:
    [notice] = records(tmp_path, {"c/公示公告/关于加装电梯的公示.md": "---\n标题: 加装电梯\n---\n正文\n"})
    assert notice.id == "关于加装电梯的公示"


def test_chinese_folders_and_files_make_a_place(tmp_path: Path) -> None:
    files = {
        "济源路街道/地点.yml": place("街道", "济源路街道"),
        "济源路街道/三湾街18号楼/地点.yml": place("楼院", "三湾街18号楼"),
        "济源路街道/三湾街18号楼/组织.yml": "- 类型: 党组织\n  名称: 示例党支部\n",
    }
    reading = read(tmp_path, files)
    assert told(tmp_path, reading.diagnostics) == []
    assert [(each.path, each.place.kind) for each in reading.places] == [
        ("", Level.SITE),
        ("/济源路街道", Level.SUBDISTRICT),
        ("/济源路街道/三湾街18号楼", Level.COMPOUND),
    ]


@pytest.mark.parametrize("text", ("", "\n\n", "# 以后再写\n", "[]\n"))
def test_an_empty_list_file_has_no_records(tmp_path: Path, text: str) -> None:
    assert records(tmp_path, {"c/tasks.yml": text}) == []


DONE = "title: 甲\nstate: done\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    (
        (
            {"c/tasks/gas.yml": f"id: gaz\n{DONE}"},
            "c/tasks/gas.yml:1:5 E-ID-DIFFERS 编号是“gaz”，文件名却是“gas” → 删去 id 这一行，或把文件改成同名",
        ),
        (
            {"c/tasks.yml": "- title: 甲\n  state: done\n"},
            "c/tasks.yml:1:3 E-ID-MISSING 每条民生实事都要有编号，网址由它组成"
            " → 加一行 id: …（编号: …），例如 id: 2020-gas",
        ),
        (
            {"c/tasks/gas.md": f"---\n{DONE}正文: 一处\n---\n另一处\n"},
            "c/tasks/gas.md:4:5 E-BODY-TWICE 信息块里有正文，下面又有正文 → 只留一处",
        ),
        (
            {"c/tasks.yml": "gas: 接通天然气\n"},
            "c/tasks.yml:1:1 E-ROWS 这个文件应当是民生实事的列表 → 每条记录以“- ”开头",
        ),
        (
            {"c/task.yml": ROW},
            "c/task.yml:1:3 E-STRAY-FILE 不认识的文件“task.yml”，不会被读取 → 是不是“tasks.yml”？改名即可",
        ),
        (
            {"c/会议记录.docx": "x"},
            "c/会议记录.docx:1:1 E-STRAY-FILE 不认识的文件“会议记录.docx”，不会被读取"
            " → 移到别处；照片放进 photos/ 文件夹",
        ),
        (
            {"c/task/gas.yml": DONE},
            "c/task E-STRAY-FOLDER 文件夹“task”既不是地点也不是记录 → 是不是“tasks”？改名即可",
        ),
        (
            {"新楼院/notices.yml": ""},
            "新楼院 E-STRAY-FOLDER 文件夹“新楼院”既不是地点也不是记录"
            " → 如果它是一个地点，在里面建 place.yml；否则移走",
        ),
        (
            {"c/tasks/2020/gas.yml": DONE},
            "c/tasks/2020 E-STRAY-FOLDER 文件夹“2020”既不是地点也不是记录"
            " → 如果它是一个地点，在里面建 place.yml；否则移走",
        ),
        (
            {"boards/place.yml": COMPOUND},
            "boards E-RESERVED “boards”是保留名，不能作地点的文件夹名 → 换一个名字，例如用拼音",
        ),
        (
            {"assets/place.yml": COMPOUND},
            "assets E-RESERVED “assets”是保留名，不能作地点的文件夹名 → 换一个名字，例如用拼音",
        ),
        (
            {"b/place.yml": COMPOUND},
            "b E-RESERVED “b”是保留名，不能作地点的文件夹名 → 换一个名字，例如用拼音",
        ),
        (
            {"c/place.yml": COMPOUND, "c/地点.yml": COMPOUND},
            "c/地点.yml:1:1 E-TWO-FILES content/c/place.yml 和 content/c/地点.yml 只能有一个 → 合并后删去一个",
        ),
    ),
)
def test_what_cannot_be_read(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert told(tmp_path, read(tmp_path, files).diagnostics) == [expected]


def test_a_folder_without_a_site(tmp_path: Path) -> None:
    assert codes(read(tmp_path, {"site.yml": "", "c/tasks.yml": ROW})) == ["E-MISSING"]
    (tmp_path / "content/site.yml").unlink()
    reading = read_site(tmp_path, KINDS, drafts=False)
    assert told(tmp_path, reading.diagnostics) == [
        "site.yml E-NO-SITE 没有 content/site.yml → 新建这个文件，写一行 title: 网站的名称"
    ]


def test_a_record_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    rows = f"{ROW}- id: lamp\n  title: 换路灯\n  state: 换了\n- id: pipe\n  title: 换水管\n  state: done\n"
    reading = read(tmp_path, {"c/tasks.yml": rows, "c/tasks/wall.md": "没有信息块\n"})
    assert [each.id for each in reading.places[1].all()] == ["gas", "pipe"]
    assert "E-CHOICE" in codes(reading)


def test_drafts_are_read_only_when_asked_for(tmp_path: Path) -> None:
    files = {
        "c/tasks.yml": f"{ROW}- id: new\n  title: 新事\n  state: open\n  draft: yes\n",
        "d/place.yml": place("社区", "示例社区", "草稿: 是\n"),
        "d/tasks.yml": ROW,
        "d/e/place.yml": place("楼院", "示例二区"),
        "de/place.yml": place("社区", "示例三社区"),
    }
    public = read(tmp_path, files)
    assert [each.path for each in public.places] == ["", "/c", "/de"]
    assert [record.id for each in public.places for record in each.all()] == ["gas"]
    full = read(tmp_path, files, drafts=True)
    assert [each.path for each in full.places] == ["", "/c", "/d", "/d/e", "/de"]
    assert [record.id for each in full.places for record in each.all()] == ["gas", "new", "gas"]


def test_records_do_not_depend_on_the_lines_they_stand_on(tmp_path: Path) -> None:
    [one] = records(tmp_path / "one", {"c/tasks.yml": ROW})
    [two] = records(tmp_path / "two", {"c/tasks.yml": f"# 台账\n\n\n{ROW}", "site.yml": SITE})
    assert one == two


def test_a_command_run_inside_a_site_names_the_site(tmp_path: Path) -> None:
    read(tmp_path, {"c/tasks.yml": ROW})
    reading = read_site(tmp_path / "content/c", KINDS, drafts=False)
    assert told(tmp_path, reading.diagnostics) == [
        f"content E-CONTENT 这里没有 content 文件夹 → 站点在上层：加上 -C {tmp_path}"
    ]


def test_an_id_that_the_name_of_the_file_gives_is_mended_by_renaming(tmp_path: Path) -> None:
    files = {"c/tasks/换 灯.md": "---\ntitle: 换灯\nstate: open\n---\n"}
    assert told(tmp_path, read(tmp_path, files).diagnostics) == [
        "c/tasks/换 灯.md:2:1 E-ID 编号“换 灯”含有不能用在网址里的字符"
        " → 给文件改名：只用字母、汉字、数字、连字符和下划线"
    ]
