"""The preview over HTTP: what is served, what a saved file does, what a mistake does."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from running_preview import running_preview
from whole_site import write_files

from noticeboard.serving.epoch import Epochs
from noticeboard.serving.server import SCRIPT, open_server

PLACE = "content/示例街道/place.yml"
WRONG = {PLACE: "kind: 街道\nname: 示例街道\nbuilt: 2025-02-30\n"}


def test_first_page_waits_for_the_first_build(running) -> None:
    status, headers, page = running.get("/")
    assert status == 200
    assert "示例街道" in page
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"


def test_script_is_in_the_answer_and_in_no_file(running) -> None:
    page = running.get("/示例街道/")[2]
    assert page.count(SCRIPT) == 1
    assert page.index(SCRIPT) < page.index("</body>")
    folder = running.root / ".noticeboard" / "serve"
    assert (folder / "示例街道" / "index.html").is_file()
    assert not any(SCRIPT.encode() in file.read_bytes() for file in folder.rglob("*.html"))
    assert not (running.root / "site").exists()
    status, headers, script = running.get(SCRIPT)
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert "innerHTML" not in script


def test_what_is_not_there(running) -> None:
    status, _, page = running.get("/没有/")
    assert status == 404
    assert page.startswith(running.root.joinpath(".noticeboard/serve/404.html").read_text("utf-8")[:200])
    assert running.get("/assets/")[0] == 404
    assert running.get("/.noticeboard/files")[0] == 404
    assert running.get("/%2e%2e/%2e%2e/content/site.yml")[0] == 404


@pytest.mark.parametrize(
    ("host", "status"),
    (("localhost:{}", 200), ("127.0.0.1:{}", 200), ("evil.example", 421), ("127.0.0.1.evil.example:{}", 421)),
)
def test_only_names_of_this_machine_are_answered(running, host: str, status: int) -> None:
    port = running.preview.server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/.noticeboard/epoch?seen=0", headers={"Host": host.format(port)})
    answer = connection.getresponse()
    assert (answer.status, bool(answer.read())) == (status, status == 200)
    connection.close()


def test_folder_without_slash_is_sent_on(running) -> None:
    status, headers, _ = running.get("/示例街道")
    assert (status, headers["Location"]) == (302, "/%E7%A4%BA%E4%BE%8B%E8%A1%97%E9%81%93/")


def test_a_saved_file_is_seen(running) -> None:
    before = running.until(lambda state: state["epoch"] > 1000)
    write_files(running.root, {PLACE: "kind: 街道\nname: 示例路街道\nsample: 是\n"})
    after = running.until(lambda state: state["page"] != before["page"])
    assert after["messages"] == []
    assert "示例路街道" in running.get("/")[2]
    assert running.rebuilds[-1].result.written > 0


def test_a_mistake_keeps_the_last_good_page_and_is_told(running) -> None:
    before = running.until(lambda state: state["epoch"] > 1000)
    good = (running.root / PLACE).read_text(encoding="utf-8")
    write_files(running.root, WRONG)
    failed = running.until(lambda state: state["messages"])
    assert failed["page"] == before["page"]
    assert failed["messages"] == [
        {
            "code": "E-DATE",
            "place": f"{PLACE}:3:8",
            "message": "2025-02-30 不存在：2025年2月只有28天",
            "remedy": "改为真实日期，或只写月份：2025-02",
        }
    ]
    assert running.get("/示例街道/")[0] == 200
    write_files(running.root, {PLACE: good})
    mended = running.until(lambda state: not state["messages"])
    assert mended["page"] == before["page"]  # the same bytes: nothing to reload, only the bar goes


def test_site_that_has_never_been_built(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/site.yml": "titel: 示例站\n"})
    with running_preview(tmp_path) as running:
        status, _, page = running.get("/")
        assert status == 404
        assert "还没有可以显示的页面" in page
        assert SCRIPT in page
        assert [message["code"] for message in running.state()["messages"]] != []
        write_files(tmp_path, {"content/site.yml": "title: 示例站\n"})
        running.until(lambda state: not state["messages"])
        assert running.get("/")[0] == 200


def test_a_new_day_rebuilds(running) -> None:
    notice = "title: 示例公示\nissuer: 示例小区\nissued: 2026-11-01\nfrom: 2026-11-01\nto: 2026-11-20\n"
    write_files(running.root, {"content/notices/a.yml": notice})
    running.until(lambda state: running.get("/notices/a/")[0] == 200)
    assert "公示中" in running.get("/notices/a/")[2]
    before = running.state()
    running.day[0] = date(2026, 11, 21)
    running.until(lambda state: state["page"] > before["page"])
    assert "已结束" in running.get("/notices/a/")[2]


def test_port_that_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=r".*"):
            open_server(port, tmp_path, Epochs(1), "zh")


def test_without_a_port_the_next_free_one(tmp_path: Path) -> None:
    first = open_server(None, tmp_path, Epochs(1), "zh")
    second = open_server(None, tmp_path, Epochs(1), "zh")
    try:
        assert first.server_address[0] == second.server_address[0] == "127.0.0.1"
        assert first.server_address[1] != second.server_address[1]
    finally:
        first.server_close()
        second.server_close()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_the_process_with_130(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/site.yml": "title: 示例站\nbase_url: https://example.org/\n"})
    command = [sys.executable, "-u", "-m", "noticeboard", "-C", str(tmp_path), "--lang", "zh", "serve"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline()
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert address.startswith("预览：http://127.0.0.1:")
        assert "写入" in first
        assert process.stderr.read() == "中断了\n"
