"""The command line: languages, usage errors, exit codes, and what help costs."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from whole_site import write_files

from noticeboard.cli import COMMANDS, run

SITE = {"content/site.yml": "title: 示例站\nbase_url: https://example.org/\n"}
ENGLISH = {"content/site.yml": "title: Sample\nlanguage: en  # words\nbase_url: https://example.org/\n"}
BROKEN = {**SITE, "content/a/place.yml": "kind: 街道\nname: 示例街道\nhouseholds: 很多\n"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    (
        (["chekc"], "错误：没有“chekc”这个命令；是不是 check？"),
        (["check", "--strikt"], "错误：没有“--strikt”这个选项；是不是 --strict？"),
        (["build", "x", "y"], "错误：多出来的内容：x y"),
        (["check", "--format", "xml"], "错误：--format 的值不对：只能写 text、json、github"),
        (["--lang", "fr", "check"], "错误：--lang 的值不对：只能写 zh、en"),
        (["new", "place"], "错误：缺少 PATH"),
        (["serve", "--port", "70000"], "错误：--port 的值不对：“70000”不是 1 到 65535 的端口号"),
        (
            ["build", "--date", "2025-02-30"],
            "错误：--date 的值不对：2025-02-30 不存在：2025年2月只有28天；改为真实日期，或只写月份：2025-02",
        ),
    ),
)
def test_wrong_usage_is_told_in_chinese_with_exit_code_2(call, arguments, said) -> None:
    called = call(*arguments)
    assert called.code == 2
    assert said in called.err.splitlines()
    assert called.err.startswith("用法：noticeboard")
    assert called.err.splitlines()[-1].startswith("运行 noticeboard")


@pytest.mark.parametrize(
    ("arguments", "said"),
    (
        (["chekc"], "Error: there is no command “chekc”; did you mean check?"),
        (["check", "--strikt"], "Error: there is no option “--strikt”; did you mean --strict?"),
        (["build", "x"], "Error: too many arguments: x"),
        (["new", "task"], "Error: PATH is missing"),
        (
            ["check", "--format", "xml"],
            "Error: the value of --format is wrong: must be one of text, json, github",
        ),
    ),
)
def test_wrong_usage_is_told_in_english(call, arguments, said) -> None:
    assert said in call("--lang", "en", *arguments).err.splitlines()


@pytest.mark.parametrize("language", ("zh", "en"))
def test_every_command_has_help_in_both_languages(call, language: str) -> None:
    names = [[], *([name] for name in COMMANDS)]
    names += [["new", kind] for kind in ("site", "place", "organization", "volunteer", "task", "notice")]
    for name in names:
        called = call(*name, "--help", "--lang", language)
        assert called.code == 0
        assert called.err == ""
        has_chinese = any("\u4e00" <= character <= "\u9fff" for character in called.out)
        assert has_chinese == (language == "zh"), called.out


def test_option_without_its_value(call) -> None:
    assert call("check", "--date").err == "错误：选项 --date 后面要写一个值\n"


def test_without_a_command_the_help_is_shown(call) -> None:
    called = call()
    assert called.code == 2
    assert called.err.startswith("用法：noticeboard [选项] 命令")


def test_language_of_option_then_variable_then_site_then_locale(call, tmp_path: Path, monkeypatch) -> None:
    write_files(tmp_path, ENGLISH)
    clean = {"zh": "没有发现问题\n", "en": "no problem was found\n"}
    assert call("-C", tmp_path, "check").out == clean["en"]
    monkeypatch.setenv("NOTICEBOARD_LANG", "zh")
    assert call("-C", tmp_path, "check").out == clean["zh"]
    assert call("check", "-C", tmp_path, "--lang", "en").out == clean["en"]
    monkeypatch.delenv("NOTICEBOARD_LANG")
    assert call("-C", tmp_path / "nowhere", "chekc").err.startswith("用法：")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert call("-C", tmp_path / "nowhere", "chekc").err.startswith("Usage:")


def test_language_of_a_site_file_that_does_not_parse(call, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/site.yml": "title: [\nlanguage: en\n"})
    assert call("-C", tmp_path, "check").out.endswith("1 error\n")


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    (
        (SITE, ["check"], 0),
        (SITE, ["build"], 0),
        (BROKEN, ["check"], 1),
        (BROKEN, ["build"], 1),
        ({"content/site.yml": "title: 示例站\n"}, ["check"], 0),  # a warning: no address
        ({"content/site.yml": "title: 示例站\n"}, ["check", "--strict"], 1),
        ({"content/site.yml": "title: 示例站\nstrict: 是\n"}, ["build"], 1),
        ({"content/site.yml": "titel: 示例站\n"}, ["check"], 2),
        ({"content/site.yml": "title: 示例站\ntime_zone: Asia/Nowhere\n"}, ["build"], 2),
        ({"other.txt": ""}, ["build"], 2),
        ({**SITE, "site/my.txt": "mine"}, ["build"], 2),
        (SITE, ["build", "--output", "content/out"], 2),
    ),
)
def test_exit_codes(call, tmp_path: Path, files, arguments, code: int) -> None:
    write_files(tmp_path, files)
    assert call("-C", tmp_path, *arguments).code == code


def test_fault_of_the_program_is_logged_and_told_in_both_languages(tmp_path: Path, capsys) -> None:
    write_files(tmp_path, SITE)

    def broken_clock(zone: tzinfo | None) -> datetime:
        if zone is not None:
            raise ZeroDivisionError("示例")
        return datetime(2026, 11, 20, 8)

    assert run(["-C", str(tmp_path), "check"], clock=broken_clock) == 3
    said = capsys.readouterr()
    assert "程序出错了（ZeroDivisionError）" in said.err
    assert "This is a fault of noticeboard (ZeroDivisionError)" in said.err
    assert "Traceback" not in said.out + said.err
    log = (tmp_path / ".noticeboard" / "error.log").read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "2026-11-20T08:00:00" in log
    assert run(["-C", str(tmp_path), "-v", "check"], clock=broken_clock) == 3
    assert "Traceback" in capsys.readouterr().err


def test_interrupted(tmp_path: Path, capsys) -> None:
    write_files(tmp_path, SITE)

    def interrupting_clock(zone: tzinfo | None) -> datetime:
        raise KeyboardInterrupt

    assert run(["-C", str(tmp_path), "--lang", "zh", "check"], clock=interrupting_clock) == 130
    assert capsys.readouterr().err == "中断了\n"


def test_as_a_process_with_no_other_imports_for_help() -> None:
    code = (
        "import sys; sys.argv = ['noticeboard', '--help']\n"
        "from noticeboard.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'pydantic_core', 'jinja2', 'yaml', 'markdown', 'watchdog'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_version(call) -> None:
    assert call("--version").out.startswith("noticeboard ")
