"""The tour of the READMEs, walked: its commands run, its edits are made, its messages are those that are printed."""

from __future__ import annotations

import re
import shlex
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from readme_text import Block, Readme
from tables import READMES

from noticeboard.cli import run
from noticeboard.languages import Language

TOUR = 3
"""Which section of level 2 is the tour."""
EXIT_CODE = re.compile(r"\s+# (?:exit code|退出码) (\d+)$")
PDF = "sample-subdistrict/sample-community/sample-compound/organization-a3-landscape.pdf"
BOARD = "site/sample-subdistrict/sample-community/sample-compound/boards/organization-a3-landscape/index.html"


def clock(zone: tzinfo | None) -> datetime:
    return datetime(2026, 11, 20, 12, tzinfo=zone)


class Tour:
    """Somebody who does what the README says, in one folder after another."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capfd = capfd
        self.printed = ""
        self.commands: list[str] = []

    def do(self, block: Block) -> None:
        """What one fenced block asks for."""
        {"sh": self.type, "tree": self.look, "diff": self.edit, "text": self.read}[block.language](block.text)

    def type(self, text: str) -> None:
        for line in text.splitlines():
            wanted = EXIT_CODE.search(line)
            program, *arguments = shlex.split(EXIT_CODE.sub("", line))
            if program == "cd":
                self.monkeypatch.chdir(arguments[0])
                continue
            assert program == "noticeboard"
            self.commands.append(
                next(word for word in arguments if word in ("new", "check", "serve", "build", "print"))
            )
            if "serve" not in arguments:
                code = run(arguments, clock)
                self.printed = "".join(self.capfd.readouterr())
                assert code == (int(wanted[1]) if wanted else 0), self.printed

    def look(self, text: str) -> None:
        folders: list[str] = []
        told = set()
        for line in text.splitlines():
            name, depth = line.strip(), (len(line) - len(line.lstrip())) // 2
            folders[depth:] = [name]
            if not name.endswith("/"):
                told.add("".join(folders))
        assert {path.as_posix() for path in Path().rglob("*") if path.is_file()} == told

    def edit(self, text: str) -> None:
        name, *lines = text.splitlines()
        path = Path(name.removeprefix("--- "))
        content = path.read_text(encoding="utf-8")
        for old, new in zip(lines[::2], lines[1::2], strict=True):
            assert (old[0], new[0], content.count(old[1:])) == ("-", "+", 1)
            content = content.replace(old[1:], new[1:])
        path.write_text(content, encoding="utf-8")

    def read(self, text: str) -> None:
        assert text.strip() in self.printed
        assert run(["build"], clock) == 1, "what is told to be an error must stop a build"
        assert not Path("site").exists()
        self.capfd.readouterr()


@pytest.mark.parametrize("language", ("en", "zh"))
def test_the_tour_can_be_walked(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NOTICEBOARD_LANG", raising=False)
    section = Readme(READMES[language].read_text(encoding="utf-8")).section(TOUR)
    tour = Tour(monkeypatch, capfd)
    for block in section.blocks:
        tour.do(block)
    assert tour.commands == ["new", "new", "check", "check", "serve", "build", "print"]
    assert (Path("print") / PDF).read_bytes().startswith(b"%PDF")
    board = Path(BOARD).read_text(encoding="utf-8")
    centre = Path(BOARD).parent.parent.joinpath("index.html").read_text(encoding="utf-8")
    for label in re.findall(r"\*\*(.+?)\*\*", section.text.rpartition("```")[2]):
        assert label in centre
    hint = {"en": ("A3", "margins none", "scale 100%"), "zh": ("A3", "边距“无”", "缩放100%")}[language]
    assert all(words in board for words in hint)
