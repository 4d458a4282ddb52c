"""Settings that have no effect yet say so; a wrong setting is a fault of the site, not of its content."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import SITE, check_site, lines


@pytest.mark.parametrize(
    ("setting", "expected"),
    (
        ("boards: {kinds: [organization], sizes: [a3, a4-portrait]}", []),
        ("boards: {pdf: yes}", []),
        (
            "boards: {emblem: yes}",
            ["site.yml:3:18 N-SETTING 设置 emblem 在这一版里还没有作用 → 可以保留，也可以删去"],
        ),
    ),
)
def test_settings_without_effect_yet(setting: str, expected: list[str], tmp_path: Path) -> None:
    assert lines(check_site(tmp_path, {"site.yml": f"{SITE}{setting}\n"})) == expected


def test_a_wrong_setting_is_a_fault_of_the_site(tmp_path: Path) -> None:
    assert check_site(tmp_path, {"site.yml": f"{SITE}boards: {{kinds: [poster]}}\n"}).settings_failed
