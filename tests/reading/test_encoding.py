"""Bytes to text: what is accepted, and what is refused with which remedy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from reading_report import told

from noticeboard.reading.files import read_text, scan

FILE = "content/示例街道/place.yml"
NOTEPAD = "用记事本打开，“文件 → 另存为”，编码选 UTF-8 再保存"


def read(root: Path, data: bytes) -> tuple[str | None, list[tuple[str, str, str, str]]]:
    (root / FILE).parent.mkdir(parents=True, exist_ok=True)
    (root / FILE).write_bytes(data)
    text, report = read_text(scan(root)[0], FILE)
    return text, told(report)


def convert(encoding: str) -> str:
    return (
        'python -c "import pathlib,sys;p=pathlib.Path(sys.argv[1]);'
        f"p.write_bytes(p.read_bytes().decode('{encoding}').encode('utf-8'))\" \"{FILE}\""
    )


@pytest.mark.parametrize(
    "data",
    (
        "name: 示例小区\nbuilt: 1990\n".encode(),
        "name: 示例小区\r\nbuilt: 1990\r\n".encode(),
        "name: 示例小区\rbuilt: 1990\r".encode(),
        "\ufeffname: 示例小区\r\nbuilt: 1990\n".encode(),
    ),
)
def test_byte_order_mark_and_line_ends_are_accepted(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == ("name: 示例小区\nbuilt: 1990\n", [])


def test_gb18030(tmp_path: Path) -> None:
    assert read(tmp_path, "kind: compound\nname: 示例小区\n".encode("gb18030")) == (
        None,
        [
            (
                f"{FILE}:2:7+1",
                "E-ENCODING",
                "文件是 GB18030（GBK）编码，要用 UTF-8",
                f"{NOTEPAD}；或运行：{convert('gb18030')}",
            )
        ],
    )


@pytest.mark.parametrize("encoding", ("utf-16", "utf-16-le", "utf-16-be"))
def test_utf16_with_and_without_mark(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "kind: compound\nname: 示例小区\n".encode(encoding)) == (
        None,
        [
            (
                f"{FILE}:1:1+1",
                "E-ENCODING",
                f"文件是 {encoding.upper()} 编码，要用 UTF-8",
                f"{NOTEPAD}；或运行：{convert(encoding)}",
            )
        ],
    )


@pytest.mark.parametrize("encoding", ("gb18030", "utf-16"))
def test_the_command_in_the_remedy_converts_the_file(tmp_path: Path, encoding: str) -> None:
    source = "name: 示例小区\n"
    _, diagnostics = read(tmp_path, source.encode(encoding))
    program = diagnostics[0][3].split('"')[1]
    subprocess.run([sys.executable, "-c", program, FILE], cwd=tmp_path, check=True)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == source


def test_no_command_for_a_name_that_a_shell_would_run(tmp_path: Path) -> None:
    path = "content/$(touch x).yml"
    (tmp_path / "content").mkdir()
    (tmp_path / path).write_bytes("名称".encode("gb18030"))
    _, report = read_text(scan(tmp_path)[0], path)
    assert [d.remedy.zh for d in report] == [NOTEPAD]


def test_a_damaged_byte_in_utf8(tmp_path: Path) -> None:
    data = "name: 示例小区\nnote: 三个".encode() + b"\xe5\x8d\n"
    assert read(tmp_path, data) == (
        None,
        [
            (
                f"{FILE}:2:9+1",
                "E-ENCODING",
                "这里有不是 UTF-8 的字节，文件可能已经损坏",
                "用编辑器打开，改正乱码处，另存为 UTF-8；或从历史版本恢复",
            )
        ],
    )


def test_nul_byte(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffkind: compound\r\nname: 示例\0小区\r\n".encode()) == (
        None,
        [
            (
                f"{FILE}:2:9+1",
                "E-NUL",
                "文本里有空字节（NUL），文件可能已经损坏",
                "用编辑器删去这个看不见的字符，或从历史版本恢复文件",
            )
        ],
    )


def test_merge_conflict_markers(tmp_path: Path) -> None:
    data = b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n"
    message = (
        "E-CONFLICT",
        "合并冲突的标记还留在文件里",
        "在两种写法里选定一种，删去 <<<<<<<、=======、>>>>>>> 这几行",
    )
    assert read(tmp_path, data) == (None, [(f"{FILE}:2:1+12", *message), (f"{FILE}:6:1+13", *message)])


def test_an_underlined_heading_is_no_conflict(tmp_path: Path) -> None:
    assert read(tmp_path, "标题\n=======\n".encode()) == ("标题\n=======\n", [])
