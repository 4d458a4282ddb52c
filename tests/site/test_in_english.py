"""The example with the words of the interface in English: longer words must fit boards too."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from whole_site import CHECKOUT, TODAY

from noticeboard.building.check import check
from noticeboard.building.request import BuildRequest
from noticeboard.diagnostics import Severity


def test_the_example_is_right_in_english(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "content", tmp_path / "content")
    site = tmp_path / "content" / "site.yml"
    before = site.read_text(encoding="utf-8")
    site.write_text(before.replace("language: zh-CN", "language: en"), encoding="utf-8")
    assert site.read_text(encoding="utf-8") != before
    assert [
        each.message.en
        for each in check(BuildRequest(tmp_path, date.fromisoformat(TODAY))).report.of(Severity.ERROR)
    ] == []
